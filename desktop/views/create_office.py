# SPDX-License-Identifier: GPL-3.0-or-later
"""Making an office: its name and place, its first user, and done."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import names
from desktop.theme import Theme
from desktop.views.create_office_forms import DoneForm, Form, OfficeForm, UserForm
from desktop.views.wizard_steps import Step, WizardSteps
from desktop.views.word_mark import word_mark
from desktop.widgets.buttons import Button
from desktop.widgets.label import rule, text_label
from desktop.widgets.scroll import Scroll
from desktop.words import Words

SIDE, CONTENT = 336, 720
OFFICE, USER, DONE = range(3)


@dataclass(frozen=True)
class Draft:
    """What has been answered so far. `path` follows the office's name until a place is chosen."""

    folder: Path
    name: str = ""
    unit: str = ""
    chosen_path: Path | None = None
    first_name: str = ""
    last_name: str = ""
    step: int = OFFICE

    @property
    def path(self) -> Path:
        """Where the office will be kept."""
        return self.chosen_path or self.folder / f"{names.slug(self.name, 'toimisto')}.punos"


class CreateOffice(QWidget):
    """The wizard. It only asks; whoever made it makes the office and calls `made` or `refuse`."""

    cancelled = Signal()
    place_asked = Signal(object)
    """The suggested path: ask for another and call `set_place`."""
    create_asked = Signal(object, str)
    """A `Draft` and the password."""
    entered = Signal()
    """The office is made and its first user goes in."""

    def __init__(
        self, theme: Theme, words: Words, draft: Draft, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.draft = draft
        self.form: Form
        self._steps: WizardSteps | None = None
        self._room: Scroll | None = None
        self._side = QVBoxLayout()
        self._middle = QVBoxLayout()
        self.back = Button(theme, words._("Back"), size="l", icon="arrow-left")
        self.back.clicked.connect(self._go_back)
        self.next = Button(theme, words._("Continue"), "primary", size="l", icon="arrow-right")
        self.next.clicked.connect(self._go_on)
        self._lay_out()
        self._show(draft.step)

    def focus_first(self) -> None:
        """Give the keyboard to where the present step begins."""
        first = self.next if self.draft.step == DONE else self.form.first()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_place(self, path: Path) -> None:
        """The office is to be kept in another place."""
        self.draft = replace(self.draft, chosen_path=path)
        if isinstance(self.form, OfficeForm):
            self.form.show_place(self.draft)

    def set_busy(self, busy: bool) -> None:
        """The office is being made."""
        self.next.set_busy(busy)
        self.back.setEnabled(not busy)
        self.form.setEnabled(not busy)

    def refuse(self, sentence: str, *, about_place: bool) -> None:
        """It could not be made: say why where it can be mended."""
        self.set_busy(False)
        self._show(OFFICE if about_place else USER)
        self.form.show_problem(sentence)

    def made(self) -> None:
        """The office is there."""
        self.set_busy(False)
        self._show(DONE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = self._theme.px(SIDE)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("app"))
            painter.fillRect(0, 0, side, self.height(), self._theme.color("rail"))
            painter.fillRect(side - 1, 0, 1, self.height(), self._theme.color("line"))

    def _go_back(self) -> None:
        self._keep()
        if self.draft.step == OFFICE:
            self.cancelled.emit()
        else:
            self._show(self.draft.step - 1)

    def _go_on(self) -> None:
        if self.draft.step == DONE:
            self.entered.emit()
            return
        if not self.form.check():
            return
        self._keep()
        if self.draft.step == OFFICE:
            self._show(USER)
        elif isinstance(self.form, UserForm):
            self.create_asked.emit(self.draft, self.form.password())

    def _keep(self) -> None:
        self.draft = self.form.kept(self.draft)

    def _show(self, step: int) -> None:
        words = self._words
        self.draft = replace(self.draft, step=step)
        make: Callable[[], Form] = [self._office_form, self._user_form, self._done_form][step]
        self._done_with(self._room)
        self.form = make()
        self.form.submitted.connect(self._go_on)
        self._room = Scroll(self.form)
        self._middle.addWidget(self._room)
        self._room.show()
        self._show_steps(step)
        self.back.setVisible(step != DONE)
        self.back.setText(words._("Cancel") if step == OFFICE else words._("Back"))
        self.next.setText(
            [words._("Continue"), words._("Make the office"), words._("Go to the office")][step]
        )
        self.focus_first()

    def _show_steps(self, here: int) -> None:
        words, draft = self._words, self.draft
        self._done_with(self._steps)
        first = names.short(draft.first_name, draft.last_name)
        steps = [
            Step(words._("Office"), draft.name if here > OFFICE else ""),
            Step(words._("First user"), first if here > USER else ""),
            Step(words._("Done")),
        ]
        self._steps = WizardSteps(self._theme, words, steps)
        self._steps.show_here(here, may_go_back=here < DONE)
        self._steps.pressed.connect(self._return_to)
        self._side.insertWidget(self._side.count() - 1, self._steps)

    def _done_with(self, part: QWidget | None) -> None:
        if part is not None:
            part.hide()
            part.deleteLater()

    def _return_to(self, step: int) -> None:
        self._keep()
        self._show(step)

    def _office_form(self) -> Form:
        form = OfficeForm(self._theme, self._words, self.draft)
        form.place_asked.connect(self._ask_place)
        return form

    def _ask_place(self) -> None:
        self._keep()
        self.place_asked.emit(self.draft.path)

    def _user_form(self) -> Form:
        return UserForm(self._theme, self._words, self.draft)

    def _done_form(self) -> Form:
        return DoneForm(self._theme, self._words, self.draft)

    def _lay_out(self) -> None:
        px = self._theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        side = QWidget()
        side.setFixedWidth(px(SIDE))
        side.setLayout(self._side)
        row.addWidget(side)
        self._side.setContentsMargins(px(40), px(40), px(24), px(24))
        self._side.setSpacing(0)
        self._side.addLayout(word_mark(self._theme, "rail"))
        self._side.addSpacing(px(38))
        self._side.addWidget(text_label(self._words._("New office"), "title"))
        self._side.addWidget(text_label(self._words._("About two minutes"), "body", "ink2"))
        self._side.addSpacing(px(40))
        self._side.addStretch(1)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, px(40), 0, px(28))
        middle.addLayout(self._middle, 1)
        middle.addWidget(rule())
        middle.addSpacing(px(12))
        verbs = QHBoxLayout()
        verbs.addWidget(self.back)
        verbs.addStretch(1)
        verbs.addWidget(self.next)
        middle.addLayout(verbs)
        row.addStretch(1)
        row.addLayout(middle, 8)
        row.addStretch(1)
