# SPDX-License-Identifier: GPL-3.0-or-later
"""The one place where the program's objects are made and joined.

Paint first, import later: until the sign-in has been drawn, nothing here loads the database.
"""

import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaObject, QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from db.errors import Refused
from desktop.ask import Ask
from desktop.clock import Clock, SystemClock
from desktop.crash import Crash, crash_folder
from desktop.entrance import Entrance, Locked, is_server
from desktop.house import House, language_of, theme_of
from desktop.settings import Settings, settings_of_this_person
from desktop.views.frame import Frame
from desktop.views.registry import PAGES, Factory
from desktop.widgets.dialog import Dialog
from desktop.words import Words
from desktop.worker import Worker

if TYPE_CHECKING:
    from db.office import Office
    from desktop.founding import Founder
    from desktop.sitting import Sitting


def run(
    office: str | None,
    *,
    clock: Clock | None = None,
    settings: Settings | None = None,
    ask: Ask | None = None,
) -> int:
    """Open the application on `office` (a path or a postgresql:// address), or on the last one.

    The exit status: 0, or 1 when the program had to be closed because of a fault of its own.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # noqa: S101 - nothing else makes one
    program: Program | None = None

    def go_down(report: Path | None) -> None:
        if program is not None:
            program.go_down(report)

    crash = Crash(crash_folder(), go_down)
    crash.install()
    crash.listen_to_qt()
    program = Program(app, office, clock=clock, settings=settings, ask=ask, crash=crash)
    program.start()
    status = app.exec()
    program.end()
    crash.close()
    return status


class Program(QObject):
    """Leads from the sign-in to a sitting and back."""

    def __init__(
        self,
        app: QApplication,
        office: str | None,
        *,
        crash: Crash,
        clock: Clock | None = None,
        settings: Settings | None = None,
        ask: Ask | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        pages: Mapping[str, Factory] = PAGES,
    ) -> None:
        super().__init__()
        settings = settings or settings_of_this_person()
        theme = theme_of(settings)
        theme.apply(app)
        self.house = House(
            app=app,
            settings=settings,
            clock=clock or SystemClock(),
            worker=Worker(),
            frame=Frame(settings.window),
            words=Words(language_of(settings)),
            theme=theme,
            given_ask=ask,
            monotonic=monotonic,
        )
        self._crash = crash
        self._pages = pages
        self._may_end = False
        self.sitting: Sitting | None = None
        self.founder: Founder | None = None
        self.entrance = Entrance(self.house, office or settings.last_office, self)
        self._join()

    def start(self) -> None:
        """Show the window."""
        self.entrance.show()
        self.house.frame.show()

    def rebuild(self) -> None:
        """Language, theme or text size has changed: the same place, made anew."""
        self.house.renew_look()
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

    def go_down(self, _report: Path | None) -> None:
        """The program has failed, on whatever thread: end it from the window's own."""
        QMetaObject.invokeMethod(self, "_end_badly", Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _end_badly(self) -> None:
        words = self.house.words
        self._may_end = True
        try:
            if self.sitting is not None:
                self.sitting.settle()
            Dialog(
                self.house.theme,
                words._("Punos has to be closed"),
                words._(
                    "Punos met a fault of its own. What was saved is safe. A report without "
                    "names waits on this computer and is offered when Punos starts again."
                ),
                safe=words._("Close"),
                parent=self.house.frame,
            ).exec()
        finally:
            self.house.app.exit(1)

    def _join(self) -> None:
        house = self.house
        self.entrance.opened.connect(self._seat)
        self.entrance.create_asked.connect(self._found)
        self.entrance.look_changed.connect(self.rebuild, Qt.ConnectionType.QueuedConnection)
        house.frame.may_close = self._may_close
        house.worker.failed.connect(self._failed)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def _seat(self, office: "Office") -> None:
        """Somebody has unlocked an office."""
        from desktop.sitting import Sitting

        self._remember(office.address)
        self._leave_founder()
        self.sitting = Sitting(self.house, office, self.entrance.locked, self._pages, self)
        self.sitting.locked.connect(self._locked)
        self.sitting.look_changed.connect(self.rebuild, Qt.ConnectionType.QueuedConnection)
        self.sitting.broke.connect(self._broke)

    def _locked(self, locked: Locked) -> None:
        """Back to the sign-in, of the same office."""
        address = self.sitting.address if self.sitting is not None else ""
        self._unseat()
        self.entrance.enter(address, locked)

    def _unseat(self) -> None:
        if self.sitting is not None:
            self.sitting.deleteLater()
            self.sitting = None

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
        if is_server(address) and "@" in address:
            return
        self.house.keep(last_office=address)

    def _may_close(self) -> bool:
        """Whether the window may close now; a sitting first saves, then closes it itself."""
        if self.sitting is None or self._may_end:
            return True
        self.sitting.wind_down(self._close)
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
        if isinstance(error, BaseException) and not isinstance(error, Refused):
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
