# SPDX-License-Identifier: GPL-3.0-or-later
"""A crash is told locally and without names, in whatever thread and however hard it was.

Each run is a process of its own, since hooks and core dumps belong to the whole process. The names
of clients are canaries: in exceptions, in chained ones, in local variables and in folders.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from db.errors import Broken, Refused, Why
from desktop.crash import Crash, described, named, without_folders

CANARY = "Petteri Änkyrä"

START = """
import os, sys, threading
from pathlib import Path
from desktop.crash import Crash
name = "Petteri " + chr(196) + "nkyr" + chr(228)
def down(path):
    print("down", path is not None, flush=True)
    os._exit(3)
crash = Crash(Path(sys.argv[1]), down)
crash.install()
"""

FAILS = {
    "plain": "def open_record(who):\n    raise KeyError(who)\nopen_record(name)",
    "chained": (
        "try:\n    {}[name]\nexcept KeyError as e:\n    raise ValueError('of ' + name) from e"
    ),
    "while handling": "try:\n    int(name)\nexcept ValueError:\n    {}[name]",
    "group": "raise ExceptionGroup(name, [ValueError(name), KeyError(name)])",
    "noted": "e = ValueError(name)\ne.add_note(name)\nraise e",
    "thread": (
        "def work():\n    raise RuntimeError(name)\n"
        "t = threading.Thread(target=work, name=name)\nt.start()\nt.join()"
    ),
    "slot": (
        "from PySide6.QtCore import QCoreApplication, QTimer\n"
        "app = QCoreApplication([])\n"
        "QTimer.singleShot(0, lambda: {}[name])\napp.exec()"
    ),
    "sqlalchemy": (
        "import sqlalchemy as sa\n"
        "sa.create_engine('sqlite://').connect().execute(sa.text('SELECT :n FROM x'), {'n': name})"
    ),
}


def run(code: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-c", START + code, str(folder)],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def told_in(folder: Path) -> str:
    return "\n".join(path.read_text("utf-8") for path in folder.rglob("*.txt"))


@pytest.mark.parametrize("code", FAILS.values(), ids=FAILS)
def test_a_report_tells_where_and_never_whom(code: str, tmp_path: Path) -> None:
    done = run(code, tmp_path)
    assert (done.returncode, done.stdout) == (3, "down True\n")
    report = told_in(tmp_path)
    assert "Error" in report
    assert "<string>:" in report
    assert "nkyr" not in report + done.stderr
    assert "Petteri" not in report + done.stderr


def test_without_the_hooks_the_name_would_be_there(tmp_path: Path) -> None:
    """The canary is in reach: otherwise the test above could pass for want of it."""
    code = "sys.excepthook = sys.__excepthook__\n" + FAILS["plain"]
    assert CANARY in run(code, tmp_path).stderr


def test_a_chain_is_told_to_its_root(tmp_path: Path) -> None:
    run(FAILS["chained"], tmp_path)
    report = told_in(tmp_path)
    assert "\nbuiltins.ValueError\n" in report
    assert "\ncaused by builtins.KeyError\n" in report


def test_a_failing_destructor_is_told_and_the_program_goes_on(tmp_path: Path) -> None:
    code = (
        "class Bad:\n    def __del__(self):\n        raise ValueError(name)\n"
        "b = Bad()\ndel b\nprint('on')\ncrash.close()"
    )
    done = run(code, tmp_path)
    assert (done.returncode, done.stdout) == (0, "on\n")
    assert "Bad.__del__" in told_in(tmp_path)
    assert "nkyr" not in told_in(tmp_path) + done.stderr


def test_going_down_happens_once(tmp_path: Path) -> None:
    code = (
        "crash._goes_down = lambda path: print('down', flush=True)\n"
        "for n in range(3):\n"
        "    try:\n        raise ValueError(name)\n"
        "    except ValueError as e:\n        sys.excepthook(type(e), e, e.__traceback__)\n"
        "crash.close()"
    )
    assert run(code, tmp_path).stdout == "down\n"


def test_ctrl_c_is_no_crash(tmp_path: Path) -> None:
    done = run("raise KeyboardInterrupt", tmp_path)
    assert done.stdout == "down False\n"
    assert not list(tmp_path.glob("crash-*"))


def test_a_full_disk_does_not_hide_the_crash(tmp_path: Path) -> None:
    code = "import shutil\nshutil.rmtree(sys.argv[1])\n" + FAILS["plain"]
    done = run(code, tmp_path / "crashes")
    assert (done.returncode, done.stdout) == (3, "down False\n")
    assert "builtins.KeyError" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a signal of POSIX")
def test_a_hard_crash_is_offered_at_the_next_start(tmp_path: Path) -> None:
    folder = tmp_path / CANARY
    module = folder / "guilty.py"
    folder.mkdir()
    module.write_text("import os\ndef fall():\n    os.abort()\n")
    code = f"sys.path.insert(0, {str(folder)!r})\nimport guilty\nguilty.fall()"
    assert run(code, tmp_path / "crashes").returncode != 0
    crash = Crash(tmp_path / "crashes", lambda _path: None)
    assert crash.waiting() == []
    crash._take_up_hard_crashes()
    (report,) = crash.waiting()
    told = report.read_text("utf-8")
    assert "Fatal Python error: Aborted" in told
    assert 'File "guilty.py", line 3 in fall' in told
    assert "nkyr" not in told
    crash.discard(report)
    assert list((tmp_path / "crashes").iterdir()) == []


def test_a_run_that_ends_well_leaves_nothing(tmp_path: Path) -> None:
    assert run("crash.close()", tmp_path).returncode == 0
    assert list(tmp_path.iterdir()) == []


def test_another_windows_open_file_is_left_alone(tmp_path: Path) -> None:
    ours, old = tmp_path / "hard-1.txt", tmp_path / "hard-2.txt"
    ours.touch()
    old.touch()
    os.utime(old, (1, 1))
    Crash(tmp_path, lambda _path: None)._take_up_hard_crashes()
    assert [path.name for path in tmp_path.iterdir()] == ["hard-1.txt"]


def test_only_the_newest_reports_are_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    crash = Crash(tmp_path, lambda _path: None)
    written = [crash.report(ValueError()) for _ in range(8)]
    assert crash.waiting() == [path for path in reversed(written[3:]) if path]
    assert len(crash.waiting()) == 5
    assert "builtins.ValueError" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such limits")
def test_no_core_is_dumped_and_nobody_else_reads_the_process(tmp_path: Path) -> None:
    code = (
        "import resource, ctypes\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))\n"
        "crash.close()"
    )
    assert run(code, tmp_path).stdout == "(0, 0) 0\n"


def test_what_qt_says_is_kept_in_code_words_only(tmp_path: Path) -> None:
    code = (
        "from PySide6.QtCore import qWarning, QUrl, QObject, QFile\n"
        "crash.listen_to_qt()\n"
        "qWarning('QFile::open: /home/' + name + ' is not there')\n"
        "qWarning(name + ' is not a widget')\n"
        "{}[name]"
    )
    done = run(code, tmp_path)
    report = told_in(tmp_path)
    assert "QtWarningMsg default QFile::open\n" in report
    assert "QtWarningMsg default (in its own words)\n" in report
    assert "nkyr" not in report + done.stderr


def test_only_our_own_words_are_repeated() -> None:
    assert named(ValueError(CANARY)) == "builtins.ValueError"
    assert named(Refused(Why.GONE, who=CANARY)) == "db.errors.Refused: gone"
    assert named(Broken("the chain is cut")) == "db.errors.Broken: the chain is cut"


def test_an_error_that_causes_itself_is_told_once() -> None:
    error = ValueError()
    error.__context__ = other = KeyError()
    other.__context__ = error
    assert described(error).count("ValueError") == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("/home/Petteri Änkyrä/x.py:3 f", "x.py:3 f"),
        ("C:\\Users\\Petteri.Änkyrä\\a b\\x.py:3 f", "x.py:3 f"),
        ("/opt/v/lib/python3.11/site-packages/sqlalchemy/orm/x.py:3 f", "sqlalchemy/orm/x.py:3 f"),
        ("/usr/lib/python3.11/threading.py:3 f", "threading.py:3 f"),
        ('  File "/home/Petteri/x.py", line 3 in f', '  File "x.py", line 3 in f'),
        ("desktop/views/today.py:3 f", "desktop/views/today.py:3 f"),
        ("<string>:3 f", "<string>:3 f"),
    ],
)
def test_folders_of_people_are_left_out(text: str, told: str) -> None:
    assert without_folders(text) == told
