# SPDX-License-Identifier: GPL-3.0-or-later
"""When the program itself is wrong: a local report without names, and a safe way down.

A report tells types, files, lines and functions. It never tells a value or the words of an
exception (a KeyError may well be a client's name), except those of our own Refused and Broken,
which hold none. Nothing is sent anywhere: the report waits in a folder and is offered at the next
start. Clean start, clean end: `Crash(...).install()` first of all, `close()` last of all.
"""

import faulthandler
import os
import re
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from db.errors import Broken, Refused
from db.files import write_new

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType

ROOT = Path(__file__).resolve().parents[1]
MOST_KEPT = 5
WEEK = timedelta(days=7)

# Patterns are compiled when something has gone wrong; the first paint does not wait for them.
_LIBRARY = r'(?<![\w.])(?:[A-Za-z]:)?[\\/][^"\n]*[\\/](?:site-packages|python3\.\d+)[\\/]'
_FOLDERS = r'(?<![\w.])(?:[A-Za-z]:)?[\\/](?:[^"\n:\\/]*[\\/])*(?=[^"\n:\\/]+\.\w)'

# "QPainter::begin: Paint device ..." is code up to the colon; what follows may name a file.
_CODE_OF_QT = r"Q\w+(::~?\w+)*(?=[(: ])"


class Crash:
    """The hooks of one run. `goes_down` is told the report's path once, on the failing thread, and
    ends the program; failures on its way are only written down."""

    def __init__(self, folder: Path, goes_down: Callable[[Path | None], None]) -> None:
        self._folder = folder
        self._goes_down = goes_down
        self._qt: deque[str] = deque(maxlen=20)
        self._hard: TextIO | None = None
        self._hard_path = folder / f"hard-{os.getpid()}.txt"
        self._down = threading.Lock()

    def install(self) -> None:
        """Catch everything that nobody else does, in every thread, and hard crashes too."""
        without_core_dumps()
        self._folder.mkdir(parents=True, exist_ok=True)
        self._take_up_hard_crashes()
        # Nothing can be opened in a hard crash, so the file is open from the start.
        self._hard = self._hard_path.open("w", encoding="utf-8")
        faulthandler.enable(self._hard, all_threads=True)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread
        sys.unraisablehook = self._on_unraisable

    def listen_to_qt(self) -> None:
        """Keep what Qt complains of, in code words only, and keep it off the terminal."""
        from PySide6.QtCore import qInstallMessageHandler

        qInstallMessageHandler(self._on_qt)

    def close(self) -> None:
        """The program ends well: what stands in the file of hard crashes was none. (On Windows
        faulthandler also writes of exceptions that the system then handles.)"""
        faulthandler.disable()
        if self._hard is not None:
            self._hard.close()
            self._hard_path.unlink(missing_ok=True)

    def waiting(self) -> list[Path]:
        """Reports of earlier runs, the newest first."""
        return sorted(self._folder.glob("crash-*.txt"), reverse=True)

    def discard(self, report: Path) -> None:
        """The person has seen it, or kept a copy."""
        report.unlink(missing_ok=True)

    def report(self, error: BaseException) -> Path | None:
        """Write about `error`; the path, or None where not even that can be written."""
        return self._write(described(error, self._qt))

    def _write(self, told: str) -> Path | None:
        terminal = getattr(sys, "stderr", None)  # none under pythonw
        if terminal is not None:
            terminal.write(told)
        for old in self.waiting()[MOST_KEPT - 1 :]:
            old.unlink(missing_ok=True)
        path = self._folder / f"crash-{_stamp()}.txt"
        try:
            write_new(path, told.encode())
        except (Refused, OSError):
            return None
        return path

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._goes_down(None)
            return
        path = self.report(error)
        if self._down.acquire(blocking=False):
            self._goes_down(path)

    def _on_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None and not isinstance(told.exc_value, SystemExit):
            self._on_exception(told.exc_type, told.exc_value, told.exc_traceback)

    def _on_unraisable(self, told: "sys.UnraisableHookArgs") -> None:
        # Python goes on after these, a destructor's for one; so do we, having told.
        if told.exc_value is not None:
            self.report(told.exc_value)

    def _on_qt(self, kind: "QtMsgType", context: "QMessageLogContext", message: str) -> None:
        found = re.match(_CODE_OF_QT, message)
        words = found[0] if found else "(in its own words)"
        self._qt.append(f"{kind.name} {context.category or ''} {words}")

    def _take_up_hard_crashes(self) -> None:
        """A file with something in it tells of a run that did not end. An empty one may be another
        window's; when it is old, power or patience ended that run."""
        for path in self._folder.glob("hard-*.txt"):
            told = path.read_text("utf-8", "replace")
            if told:
                self._write(f"Punos {version()} ended hard\n{without_folders(told)}")
            elif datetime.now(UTC).timestamp() - path.stat().st_mtime < WEEK.total_seconds():
                continue
            path.unlink(missing_ok=True)


def described(error: BaseException, qt: deque[str] | None = None) -> str:
    """The text of a report."""
    lines = [f"Punos {version()}", f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC", system()]
    for place, one in _chain(error):
        lines += [
            "",
            f"{place}{named(one)}",
            *(f"  {frame}" for frame in frames(one.__traceback__)),
        ]
    if qt:
        lines += ["", "Qt said", *(f"  {line}" for line in qt)]
    return "\n".join([*lines, ""])


def named(error: BaseException) -> str:
    """The type, and the words only where they are our own."""
    kind = type(error)
    told = f"{kind.__module__}.{kind.__qualname__}"
    return f"{told}: {error}" if isinstance(error, Refused | Broken) else told


def frames(trace: TracebackType | None) -> Iterator[str]:
    """file:line function, the failing one last."""
    while trace is not None:
        code = trace.tb_frame.f_code
        yield f"{without_folders(code.co_filename)}:{trace.tb_lineno} {code.co_qualname}"
        trace = trace.tb_next


def without_folders(text: str) -> str:
    """Paths from the program or a library on; the folders before them may hold somebody's name."""
    return re.sub(_FOLDERS, "", re.sub(_LIBRARY, "", text.replace(str(ROOT) + os.sep, "")))


def version() -> str:
    """Which Punos this is."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("punos")
    except PackageNotFoundError:
        return "(not installed)"


def system() -> str:
    """Python, Qt if it is there, and the system, without the computer's name."""
    import platform

    qt = sys.modules.get("PySide6.QtCore")
    return f"Python {platform.python_version()}, Qt {qt.qVersion() if qt else '-'}, {platform.system()}"


def without_core_dumps() -> None:
    """A core dump would hold every name in memory, in plain text.

    On Linux the process is also barred from being read by others of the same user. Windows keeps
    dumps only where an administrator has asked for them (LocalDumps).
    """
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        pr_set_dumpable = 4
        ctypes.CDLL(None).prctl(pr_set_dumpable, 0, 0, 0, 0)


def crash_folder() -> Path:
    """Where reports wait: on this computer, never on a shared or roaming folder."""
    told = os.environ.get("PUNOS_SETTINGS_DIR")
    if told:
        return Path(told) / "crashes"
    from platformdirs import user_state_path

    return user_state_path("punos", appauthor=False) / "crashes"


def _chain(error: BaseException) -> Iterator[tuple[str, BaseException]]:
    """The error, what it came from, and the members of a group, each once."""
    waiting: list[tuple[str, BaseException | None]] = [("", error)]
    seen: set[int] = set()
    while waiting:
        place, one = waiting.pop(0)
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        yield place, one
        waiting.append(("caused by ", one.__cause__))
        if not one.__suppress_context__:
            waiting.append(("while handling ", one.__context__))
        if isinstance(one, BaseExceptionGroup):
            waiting += [("together with ", member) for member in one.exceptions]


def _stamp() -> str:
    return f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
