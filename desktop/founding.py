# SPDX-License-Identifier: GPL-3.0-or-later
"""Making an office: the wizard's answers, the place on disk, and the office itself."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.errors import Refused, Why
from desktop.entrance import OFFICE_SUFFIX
from desktop.house import House
from desktop.sentences import sentence
from desktop.views.create_office import CreateOffice, Draft

if TYPE_CHECKING:
    from db.office import Office

# These are mended by choosing another place; the rest by another answer about the user.
_ABOUT_PLACE = {Why.OFFICE_EXISTS, Why.CANNOT_WRITE, Why.DISK_FULL, Why.CANNOT_READ}


class Founder(QObject):
    """Shows the wizard and makes what it asks for on the database thread."""

    cancelled = Signal()
    opened = Signal(object)
    """The new, unlocked `Office`, when its first user goes in."""

    def __init__(self, house: House, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._house = house
        self._draft = Draft(_usual_folder())
        self._office: Office | None = None
        self.screen: CreateOffice | None = None

    def show(self) -> None:
        """Build the wizard for the present language and look, at the step where the person is."""
        house = self._house
        if self.screen is not None:
            self._draft = self.screen.draft
        self.screen = CreateOffice(house.theme, house.words, self._draft)
        self.screen.cancelled.connect(self.cancelled)
        self.screen.place_asked.connect(self._ask_place)
        self.screen.create_asked.connect(self._create)
        self.screen.entered.connect(self._enter)
        house.frame.show_screen(house.theme, self.screen)
        self.screen.focus_first()

    def _ask_place(self, suggested: Path) -> None:
        words = self._house.words
        path = self._house.ask.save_file(
            words._("Where to keep the office"),
            suggested,
            [f"{words._('Office of Punos')} (*{OFFICE_SUFFIX})"],
        )
        if path is not None and self.screen is not None:
            self.screen.set_place(path)

    def _create(self, draft: Draft, password: str) -> None:
        def opener() -> "Office":
            from db.opening import Founding, create

            founding = Founding(draft.name, draft.unit, draft.first_name, draft.last_name)
            return create(str(draft.path), password, founding)

        if self.screen is not None:
            self.screen.set_busy(True)
        self._house.worker.unlock(self, opener, self._made, self._refused)

    def _made(self, office: "Office") -> None:
        self._office = office
        if self.screen is not None:
            self.screen.made()

    def _refused(self, refused: Refused) -> None:
        if self.screen is not None:
            about_place = refused.why in _ABOUT_PLACE
            self.screen.refuse(sentence(self._house.words, refused), about_place=about_place)

    def _enter(self) -> None:
        self.opened.emit(self._office)


def _usual_folder() -> Path:
    """The person's documents, or their home where there is no such folder."""
    from platformdirs import user_documents_path

    documents = user_documents_path()
    return documents if documents.is_dir() else Path.home()
