# SPDX-License-Identifier: GPL-3.0-or-later
"""One person's time at the desk: from the moment the office opens until it is locked again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from db.errors import Refused
from db.log import Deed
from db.office import Office
from db.queries.signed_in import SignedIn, signed_in
from db.work import Do
from desktop import names
from desktop.codes import Codes
from desktop.desk import Desk, Place
from desktop.house import House
from desktop.idle import IdleWatch
from desktop.places import Trail
from desktop.sentences import sentence
from desktop.undo import History
from desktop.views.main_window import MainWindow
from desktop.views.page import Page
from desktop.views.registry import PAGES, Factory
from desktop.views.top_bar import Person
from desktop.views.who_card import Who

START = Place("today")


@dataclass(frozen=True)
class Locked:
    """Who locked an office, as the lock screen may tell, and where they were."""

    staff_id: int
    who: Who
    trail: Trail
    focus: str
    idle_minutes: int = 0


class Sitting(QObject):
    """Makes the desk and the main window, makes both anew when the look changes, and winds down."""

    locked = Signal(object)
    """A `Locked`: the office is closed and the window is gone."""
    look_changed = Signal()
    broke = Signal(object)
    """An exception that no person can act on."""

    def __init__(
        self,
        house: House,
        office: Office,
        came_back: Locked | None,
        pages: Mapping[str, Factory] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._house = house
        self.address = office.address
        self._came_back = came_back
        pages = pages or PAGES
        self._pages = {**pages, "settings": self._settings_page(pages["settings"])}
        self._is_writing = False
        self._then: Callable[[], None] | None = None
        self.window: MainWindow | None = None
        self.trail = Trail(START)
        worker = house.worker
        self._history = History(worker, self)
        self._history.refused.connect(self.trouble)
        worker.failed.connect(self.trouble)
        worker.writing.connect(self._note_writing)
        self.idle = IdleWatch(house.settings.lock_after, house.monotonic, parent=self)
        self.idle.idle.connect(self._lock_idle)
        self._desk = self._first_desk(office)
        staff = office.who.staff_id or 0
        worker.read(self, signed_in(staff_id=staff), self._seat)

    def build(self, focus: str = "") -> None:
        """Make the main window for the present language and look, at the place where the person is;
        `focus` names the widget that gets the keyboard."""
        house = self._house
        self._desk = replace(
            self._desk,
            words=house.words,
            theme=house.theme,
            ask=house.ask,
            codes=Codes(house.words),
        )
        self.settle()
        self.window = MainWindow(self._desk, self._person(), self.trail, self._pages)
        self.window.lock_asked.connect(self.lock)
        house.frame.show_screen(house.theme, self.window)
        self._focus_on(focus)

    def rebuild(self) -> None:
        """The look has changed: the same place, made anew."""
        self.build(self._focus_name())

    def lock(self) -> None:
        """Save, close the office and forget it; the screen is then the sign-in's."""
        self.wind_down(lambda: self._leave(0))

    def wind_down(self, then: Callable[[], None]) -> None:
        """Save what is being written, wait until it is on disk, then go on with `then`. What could
        not be saved keeps the window open, with a sentence."""
        if self._then is not None:
            return
        self._then = then
        self._close_dialogs()
        self.settle()
        if not self._is_writing:
            self._wound_down()

    def settle(self) -> None:
        """Save what is being written."""
        if self.window is not None:
            self.window.settle()

    def go(self, place: Place) -> None:
        """Show a place."""
        if self.window is not None:
            self.window.go(place)

    def notice(self, tone: str, told: str) -> None:
        """Show a quiet notice."""
        if self.window is not None:
            self.window.notice(tone, told)

    def trouble(self, error: object) -> None:
        """A refusal becomes its sentence; anything else is ours to answer for."""
        if isinstance(error, Refused):
            self.notice("bad", sentence(self._house.words, error))
        else:
            self.broke.emit(error)

    def _first_desk(self, office: Office) -> Desk:
        house = self._house
        return Desk(
            words=house.words,
            theme=house.theme,
            settings=house.settings,
            ask=house.ask,
            codes=Codes(house.words),
            worker=house.worker,
            history=self._history,
            clock=house.clock,
            who=office.who,
            office_name=office.name,
            go=self.go,
            notice=self.notice,
            trouble=self.trouble,
        )

    def _seat(self, who: SignedIn) -> None:
        self._who = who
        back = self._came_back
        same = back is not None and back.staff_id == who.staff_id
        if back is not None and same:
            self.trail = back.trail
        self.build(back.focus if back is not None and same else "")

    def _person(self) -> Person:
        who = self._who
        role = self._desk.codes.name("staff_roles", who.role)
        detail = f"{role} · {who.unit}" if who.unit else role
        short = names.short(who.first_name, who.last_name)
        return Person(short, names.initials(who.first_name, who.last_name), detail)

    def _settings_page(self, make: Factory) -> Factory:
        def made(desk: Desk, place: Place, parent: QWidget | None) -> Page:
            page = make(desk, place, parent)
            page.look_chosen.connect(self.look_changed)  # type: ignore[attr-defined]
            page.lock_after_chosen.connect(self._lock_after)  # type: ignore[attr-defined]
            return page

        return made

    def _lock_after(self, minutes: int) -> None:
        self.idle.minutes = minutes

    def _lock_idle(self) -> None:
        minutes = self.idle.minutes
        self.wind_down(lambda: self._leave(minutes))

    def _leave(self, idle_minutes: int) -> None:
        person = self._person()
        told = Locked(
            self._who.staff_id,
            Who(person.name, person.detail, person.initials),
            self.trail,
            self._focus_name(),
            idle_minutes,
        )
        worker = self._house.worker
        worker.write(worker, Do("lock", lambda _tx: None, Deed.LOCK))
        worker.lock()
        self._history.clear()
        self.locked.emit(told)

    def _note_writing(self, writing: bool) -> None:
        self._is_writing = writing
        if not writing and self._then is not None:
            # Whether the write failed is told after this signal.
            QTimer.singleShot(0, self, self._wound_down)

    def _wound_down(self) -> None:
        then, self._then = self._then, None
        if then is None:
            return
        if self.window is not None and self.window.has_unsaved():
            self.idle.start()
            words = self._house.words
            self.notice("bad", words._("Something is not saved yet. Try again first."))
            return
        then()

    def _close_dialogs(self) -> None:
        dialog = QApplication.activeModalWidget()
        while dialog is not None and dialog.close():
            dialog = QApplication.activeModalWidget()

    def _focus_name(self) -> str:
        focus = QApplication.focusWidget()
        return focus.objectName() if focus is not None else ""

    def _focus_on(self, name: str) -> None:
        found = self.window.findChild(QWidget, name) if name and self.window is not None else None
        page = self.window.page() if self.window is not None else None
        if isinstance(found, QWidget):
            found.setFocus(Qt.FocusReason.OtherFocusReason)
        elif page is not None:
            page.focus_first()
