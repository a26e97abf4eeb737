# SPDX-License-Identifier: GPL-3.0-or-later
"""The tour: the program's own windows, driven by its own keys and buttons through the main jobs.

It stands at the demonstration office's Tuesday, 4 May 2027 at 10.26, so that pictures taken on any
day look alike. It leaves `01-today.png` and so on, the printed pages and the workbook.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.app import Program
from desktop.ask import Answer, Ask, Kind, Question
from desktop.clock import FixedClock
from desktop.desk import Place
from desktop.settings import Settings
from desktop.tour_driver import Driver, Lost, Script

NOW = datetime(2027, 5, 4, 10, 26)  # noqa: DTZ001 - the clock takes it as Finland's
WIDTH, HEIGHT = 1366, 768


def take_tour(
    office: str, password: str, out: Path, *, language: str, theme: str, scale: int
) -> list[Path]:
    """Drive the windows on `office`; the files made. Raises `Lost` where the program was not as
    the tour expects it."""
    app = QApplication.instance() or QApplication(["punos"])
    assert isinstance(app, QApplication)  # noqa: S101 - nothing else makes one
    with TemporaryDirectory(prefix="punos-tour-") as folder:
        settings = Settings(Path(folder))
        settings.language, settings.theme, settings.text_size = language, theme, scale
        settings.today_scope = "office"
        with _program(app, office, settings, FilesInto(out)) as program:
            driver = Driver(app, lambda: program.house.worker.is_idle, out)
            driver.run(Tour(program, driver, password).script(), app.quit)
            app.exec()
            if driver.is_under_way:
                raise Lost("the program ended in the middle of the tour")
            if driver.failed is not None:
                driver.grab_failure()
                raise driver.failed
    return sorted(
        path for path in out.iterdir() if path.suffix in {".png", ".pdf", ".xlsx", ".csv"}
    )


@contextmanager
def _program(app: QApplication, office: str, settings: Settings, ask: Ask) -> Iterator[Program]:
    """The program, shown at the size of the designs."""
    program = Program(app, office, clock=FixedClock(NOW), settings=settings, ask=ask)
    program.start()
    program.house.frame.resize(WIDTH, HEIGHT)
    try:
        yield program
    finally:
        program.end()


class FilesInto(Ask):
    """Answers every question about a file's place with the tour's own folder, and yes to others."""

    def __init__(self, out: Path) -> None:
        self._out = out

    def _answer(self, question: Question) -> Answer:
        if question.kind is Kind.SAVE_FILE and question.path is not None:
            return self._out / question.path.name
        return True if question.kind in (Kind.CONFIRM, Kind.REPLACE) else None


class Tour:
    """The main jobs, one after the other. Each `yield` waits until the program has come to rest."""

    def __init__(self, program: Program, driver: Driver, password: str) -> None:
        self._program, self._driver, self._password = program, driver, password

    def script(self) -> Script:
        """The whole tour."""
        for part in (
            self._sign_in,
            self._attendance,
            self._plan,
            self._reports,
            self._lists,
            self._lock,
        ):
            yield from part()

    def _say(self, message: str) -> str:
        return self._program.house.words._(message)

    def _sign_in(self) -> Script:
        d = self._driver
        d.until(d.has_focus)
        yield
        d.picture("00-sign-in")
        d.type(self._password)
        d.key(Qt.Key.Key_Return)
        d.until(lambda: self._program.sitting is not None)
        yield
        yield
        yield
        d.picture("01-today")
        yield

    def _attendance(self) -> Script:
        """Nine people, two of them still to be marked, a drop-in, two without a name."""
        d = self._driver
        d.key(Qt.Key.Key_Return)
        yield
        yield
        for letter in "PPMPPIP":
            d.type(letter)
        yield
        d.type("A")
        yield
        d.type("Ritva")
        yield
        d.picture("02-drop-in")
        d.key(Qt.Key.Key_Return)
        yield
        d.type("++")
        yield
        for _ in range(6):
            d.key(Qt.Key.Key_Up)
        yield
        d.type("T")
        yield
        d.type("N")
        yield
        d.type("Oona soitti Kelaan itse. Harjoitteli puhelua ensin Petterin kanssa.")
        yield
        yield
        yield
        d.key(Qt.Key.Key_Escape)
        yield
        d.picture("02-attendance")
        yield

    def _plan(self) -> Script:
        d = self._driver
        session = self._session_now()
        d.do(lambda: self._go(Place("plan", session)))
        yield
        yield
        yield
        d.picture("06-session-plan")
        d.click(self._say("Save PDF"))
        yield
        yield

    def _reports(self) -> Script:
        d = self._driver
        d.ctrl(Qt.Key.Key_5)
        yield
        yield
        d.picture("07-reports")
        yield

    def _lists(self) -> Script:
        d = self._driver
        for key, name in ((Qt.Key.Key_3, "11-groups"), (Qt.Key.Key_4, "12-people")):
            d.ctrl(key)
            yield
            yield
            d.picture(name)
        d.ctrl(Qt.Key.Key_K)
        yield
        d.type("oon")
        yield
        yield
        d.picture("10-command-search")
        d.key(Qt.Key.Key_Escape)
        yield
        d.key(Qt.Key.Key_F1)
        yield
        d.picture("10-keys")
        d.key(Qt.Key.Key_Escape)
        yield
        d.ctrl(Qt.Key.Key_Comma)
        yield
        yield
        d.picture("13-settings")
        yield

    def _lock(self) -> Script:
        d = self._driver
        d.ctrl(Qt.Key.Key_L)
        yield
        yield
        d.picture("08-locked")
        yield

    def _go(self, place: Place) -> None:
        sitting = self._program.sitting
        if sitting is None:
            raise Lost("nobody is signed in")
        sitting.go(place)

    def _session_now(self) -> int:
        sitting = self._program.sitting
        if sitting is None or sitting.trail.here.key is None:
            raise Lost("no session is open")
        return sitting.trail.here.key
