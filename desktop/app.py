# SPDX-License-Identifier: GPL-3.0-or-later
"""The one place where the program's objects are made and joined.

Paint first, import later: until the sign-in has been drawn, nothing here loads the database, nor
anything else that the sign-in can do without.
"""

import gc
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaObject, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from desktop.entrance import Entrance, is_server
from desktop.house import House
from desktop.settings import Settings, settings_of_this_person
from desktop.theme import register_fonts

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator

    from db.office import Office
    from desktop.ask import Ask
    from desktop.clock import Clock
    from desktop.crash import Crash
    from desktop.founding import Founder
    from desktop.sitting import Locked, Sitting
    from desktop.views.registry import Factory


def run(
    office: str | None,
    *,
    clock: "Clock | None" = None,
    settings: Settings | None = None,
    ask: "Ask | None" = None,
) -> int:
    """Open the application on `office` (a path or a postgresql:// address), or on the last one.

    The exit status: 0, or 1 when the program had to be closed because of a fault of its own.
    """
    # Everything made until the sign-in stands lives as long as the program: not worth collecting.
    gc.disable()
    app = QApplication.instance() or _application()
    assert isinstance(app, QApplication)  # noqa: S101 - nothing else makes one
    program = Program(app, office, clock=clock, settings=settings, ask=ask)
    program.start()
    status = app.exec()
    program.end()
    return status


def _application() -> QApplication:
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setProperty("isFusion", True)
    return app


class Program(QObject):
    """Leads from the sign-in to a sitting and back."""

    def __init__(
        self,
        app: QApplication,
        office: str | None,
        *,
        clock: "Clock | None" = None,
        settings: Settings | None = None,
        ask: "Ask | None" = None,
        monotonic: Callable[[], float] = time.monotonic,
        pages: "Mapping[str, Factory] | None" = None,
        watch_over: Callable[["Program"], "Crash"] | None = None,
    ) -> None:
        super().__init__()
        settings = settings or settings_of_this_person()
        self.house = House(app, settings, clock=clock, ask=ask, monotonic=monotonic)
        self._pages = pages
        self._watch_over = watch_over or _watch_over
        self._crash: Crash | None = None
        self._may_end = False
        self._qt_words: QTranslator | None = None
        self.sitting: Sitting | None = None
        self.founder: Founder | None = None
        self.entrance = Entrance(self.house, office or settings.last_office, self)
        self.entrance.painted.connect(self._wake)
        self.entrance.opened.connect(self._seat)
        self.entrance.create_asked.connect(self._found)
        self.entrance.look_changed.connect(self.rebuild, Qt.ConnectionType.QueuedConnection)
        self.house.frame.may_close = self._may_close

    def start(self) -> None:
        """Show the window."""
        self.entrance.show()
        self.house.frame.show()

    def rebuild(self) -> None:
        """Language, theme or text size has changed: the same place, made anew."""
        self.house.renew_look()
        self._speak()
        if self.sitting is not None:
            self.sitting.rebuild()
        elif self.founder is not None:
            self.founder.show()
        else:
            self.entrance.show()

    def end(self) -> None:
        """Keep where the window was and end the threads, what is queued first."""
        self.house.keep(window=self.house.frame.geometry_text())
        self.house.worker.close()
        if self._qt_words is not None:
            self.house.app.removeTranslator(self._qt_words)
        if self._crash is not None:
            self._crash.close()

    def go_down(self, _report: Path | None) -> None:
        """The program has failed, on whatever thread: end it from the window's own."""
        QMetaObject.invokeMethod(self, "_end_badly", Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _end_badly(self) -> None:
        from desktop.aftermath import tell_of_fault

        self._may_end = True
        try:
            if self.sitting is not None:
                self.sitting.settle()
            tell_of_fault(self.house)
        finally:
            self.house.app.exit(1)

    def _wake(self) -> None:
        """The first screen stands: now what has to be there before anybody can type."""
        self._crash = self._watch_over(self)
        self.house.worker.failed.connect(self._failed)
        self.house.app.styleHints().colorSchemeChanged.connect(self._system_changed)
        register_fonts(self.house.app)
        self.house.frame.dress()
        self._speak()
        if self._crash.waiting():
            QTimer.singleShot(0, self, self._offer_reports)

    def _speak(self) -> None:
        from desktop.qt_words import speak

        self._qt_words = speak(self.house.app, self.house.words.language, self._qt_words)

    def _offer_reports(self) -> None:
        from desktop.aftermath import offer_reports

        if self._crash is not None:
            offer_reports(self.house, self._crash)

    def _seat(self, office: "Office") -> None:
        """Somebody has unlocked an office."""
        from desktop.sitting import Sitting

        self._remember(office.address)
        self._leave_founder()
        self.sitting = Sitting(self.house, office, self.entrance.locked, self._pages, self)
        self.sitting.locked.connect(self._locked)
        self.sitting.look_changed.connect(self.rebuild, Qt.ConnectionType.QueuedConnection)
        self.sitting.broke.connect(self._broke)

    def _locked(self, locked: "Locked") -> None:
        """Back to the sign-in, of the same office."""
        address = self.sitting.address if self.sitting is not None else ""
        if self.sitting is not None:
            self.sitting.deleteLater()
            self.sitting = None
        self.entrance.enter(address, locked)

    def _found(self) -> None:
        from desktop.founding import Founder

        self._leave_founder()
        self.founder = Founder(self.house, self)
        self.founder.cancelled.connect(self._not_founded)
        self.founder.opened.connect(self._seat)
        self.founder.show()

    def _not_founded(self) -> None:
        self._leave_founder()
        self.entrance.show()

    def _leave_founder(self) -> None:
        if self.founder is not None:
            self.founder.deleteLater()
            self.founder = None

    def _remember(self, address: str) -> None:
        # An address of a server may hold a password, and settings are not encrypted.
        if not (is_server(address) and "@" in address):
            self.house.keep(last_office=address)

    def _may_close(self) -> bool:
        """Whether the window may close now; a sitting first saves, then closes it itself."""
        if self.sitting is None or self._may_end:
            return True
        # Qt does not close a window that is being asked whether it may.
        self.sitting.wind_down(lambda: QTimer.singleShot(0, self, self._close))
        return False

    def _close(self) -> None:
        self._may_end = True
        self.house.frame.close()

    def _failed(self, error: object) -> None:
        """Nobody took an answer that went wrong; while somebody sits here, the sitting does."""
        if self.sitting is None:
            self._broke(error)

    def _broke(self, error: object) -> None:
        """Ours to answer for. The transaction was rolled back whole, so the program goes on."""
        if self._crash is not None and isinstance(error, BaseException):
            self._crash.report(error)
        words = self.house.words
        told = words._(
            "Punos met a fault of its own, and the last thing was not done. A report without "
            "names waits on this computer."
        )
        if self.sitting is not None:
            self.sitting.notice("bad", told)
        else:
            self.entrance.tell(told)

    def _system_changed(self) -> None:
        if self.house.settings.theme == "system":
            self.rebuild()


def _watch_over(program: Program) -> "Crash":
    """From here on nothing goes wrong unseen."""
    from desktop.crash import Crash, crash_folder

    crash = Crash(crash_folder(), program.go_down)
    crash.install()
    crash.listen_to_qt()
    return crash
