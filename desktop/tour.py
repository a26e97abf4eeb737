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
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop.app import Program
from desktop.ask import Answer, Ask, Kind, Question
from desktop.clock import FixedClock
from desktop.desk import Place
from desktop.page_picture import render_page
from desktop.settings import Settings
from desktop.tour_driver import Driver, Lost, Script
from desktop.widgets.toast import Toast
from desktop.words import Words

NOW = datetime(2027, 5, 4, 10, 26)  # noqa: DTZ001 - the clock takes it as Finland's
WIDTH, HEIGHT = 1366, 768
PAGES = ("pdf-1-session-plan", "pdf-2-sign-in-sheet", "pdf-3-group-quarter")


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
        files = FilesInto(out)
        with _program(app, office, settings, files) as program:
            driver = Driver(app, lambda: program.house.worker.is_idle, out)
            driver.run(Tour(program, driver, password).script(), app.quit)
            app.exec()
            if driver.is_under_way:
                raise Lost("the program ended in the middle of the tour")
            if driver.failed is not None:
                driver.grab_failure()
                raise driver.failed
    pdfs = [path for path in files.saved if path.suffix == ".pdf"]
    for name, pdf in zip(PAGES, pdfs, strict=True):
        _picture_page(pdf, out / f"{name}.png")
    return sorted(
        path for path in out.iterdir() if path.suffix in {".png", ".pdf", ".xlsx", ".csv"}
    )


def _picture_page(pdf: Path, picture: Path) -> None:
    """The first page of a printed document, as it comes out of a printer."""
    page = render_page(pdf.read_bytes(), 0, 1.53)
    image = QImage(page.pixels, page.width, page.height, QImage.Format.Format_RGB32)
    image.save(str(picture))


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
        self.saved: list[Path] = []

    def _answer(self, question: Question) -> Answer:
        if question.kind is Kind.SAVE_FILE and question.path is not None:
            self.saved.append(self._out / question.path.name)
            return self.saved[-1]
        return True if question.kind in (Kind.CONFIRM, Kind.REPLACE) else None


class Tour:
    """The main jobs, one after the other. Each `yield` waits until the program has come to rest."""

    def __init__(self, program: Program, driver: Driver, password: str) -> None:
        self._program, self._driver, self._password = program, driver, password

    def script(self) -> Script:
        """The whole tour."""
        for part in (
            self._sign_in, self._attendance, self._plan, self._sheet, self._reports, self._lists,
            self._import, self._helps, self._lock,
        ):  # fmt: skip
            yield from part()

    @property
    def _words(self) -> Words:
        return self._program.house.words

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
        self._look("01-today")
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
        self._look("02-drop-in")
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
        self._look("02-attendance")
        yield

    def _plan(self) -> Script:
        d = self._driver
        session = self._session_now()
        d.do(lambda: self._go(Place("plan", session)))
        yield
        yield
        yield
        self._look("06-session-plan")
        if self._program.house.theme.scale > 1.2:
            # Where text is large the preview is behind a button.
            d.click(self._words._("Preview"))
            yield
        d.click(self._words._("Save PDF"))
        yield
        yield

    def _sheet(self) -> Script:
        """The sign-in sheet, from Today."""
        d = self._driver
        d.ctrl(Qt.Key.Key_1)
        yield
        yield
        shift = Qt.KeyboardModifier.ShiftModifier
        d.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | shift)
        yield
        yield
        self._look("06-sign-in-sheet")
        d.click(self._words._("Save PDF"))
        yield
        d.key(Qt.Key.Key_Escape)
        yield

    def _reports(self) -> Script:
        """The quarter as the chart and table, then out in every form."""
        d = self._driver
        d.ctrl(Qt.Key.Key_5)
        yield
        yield
        self._look("07-reports")
        w = self._words
        for text in (w._("CSV"), w._("Excel"), w._("Save PDF")):
            d.click(text)
            yield
            yield

    def _lists(self) -> Script:
        d = self._driver
        for key, name, one in (
            (Qt.Key.Key_3, "11-groups", "11-group"),
            (Qt.Key.Key_4, "12-people", "12-person"),
        ):
            d.ctrl(key)
            yield
            yield
            self._look(name)
            d.type("arjen" if name == "11-groups" else "oona")
            yield
            d.key(Qt.Key.Key_Return)
            yield
            yield
            self._look(one)
            yield

    def _import(self) -> Script:
        """A leader's spreadsheet, made up for the tour, as it is understood before it is taken in."""
        d = self._driver
        d.do(lambda: self._go(Place("import_attendance")))
        yield
        yield
        self._look("14-import")

    def _helps(self) -> Script:
        d = self._driver
        d.ctrl(Qt.Key.Key_K)
        yield
        d.type("oon")
        yield
        yield
        self._look("10-command-search")
        d.key(Qt.Key.Key_Escape)
        yield
        d.key(Qt.Key.Key_F1)
        yield
        self._look("10-keys")
        d.key(Qt.Key.Key_Escape)
        yield
        d.ctrl(Qt.Key.Key_Comma)
        yield
        yield
        self._look("13-settings")
        yield

    def _lock(self) -> Script:
        d = self._driver
        d.ctrl(Qt.Key.Key_L)
        yield
        yield
        d.picture("08-locked")
        yield

    def _look(self, name: str) -> None:
        """A picture without the last notice, which would cover what it is about."""
        self._driver.do(self._hide_notices)
        self._driver.picture(name)

    def _hide_notices(self) -> None:
        for toast in self._program.house.frame.findChildren(Toast):
            toast.hide()

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
