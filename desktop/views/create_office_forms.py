# SPDX-License-Identifier: GPL-3.0-or-later
"""What each step of making an office asks."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.password_strength import LEAST, strength
from desktop.theme import Theme
from desktop.views.password_field import PasswordField
from desktop.views.problem import Problem
from desktop.views.strength_bar import StrengthBar
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button
from desktop.widgets.field import Field
from desktop.widgets.label import ElidedLabel, text_label
from desktop.words import Words

if TYPE_CHECKING:
    from desktop.views.create_office import Draft


class Form(QWidget):
    """A step: its number, title and sentence, then what it asks."""

    submitted = Signal()

    def __init__(self, theme: Theme, words: Words, number: int, title: str, sentence: str) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        told = words._("Step {number}/{count}").format(number=number, count=3)
        self.column.addWidget(text_label(told, "small", "ink2", weight=500))
        self.column.addSpacing(theme.px(6))
        self.column.addWidget(text_label(title, "wizard", wrap=True))
        self.column.addSpacing(theme.px(8))
        self.column.addWidget(text_label(sentence, "body", "ink2", wrap=True))
        self.problem = Problem(theme, 16)
        self.column.addWidget(self.problem)

    def add(self, part: QWidget, above: int = 16) -> None:
        """Set a part below the last one."""
        self.column.addSpacing(self._theme.px(above))
        self.column.addWidget(part)

    def first(self) -> QWidget:
        """Where the keyboard starts."""
        return self

    def check(self) -> bool:
        """Whether everything needed is there; what is not, says so in its place."""
        return True

    def kept(self, draft: "Draft") -> "Draft":
        """The draft with what is answered here."""
        return draft

    def show_problem(self, sentence: str) -> None:
        """Say above the fields what went wrong."""
        self.problem.say(sentence)

    def line(self, label: str, value: str, help_text: str = "") -> Field:
        """A field for a name."""
        edit = QLineEdit(value)
        edit.setMaxLength(120)
        field = Field(self._theme, label, edit, help_text)
        edit.textEdited.connect(field.clear_error)
        edit.returnPressed.connect(self.submitted)
        return field

    def require(self, field: Field, sentence: str) -> bool:
        """Whether a field of `line` is filled in; else it says what is missing."""
        if text_of(field):
            return True
        field.set_error(sentence)
        field.control.setFocus()
        return False


def text_of(field: Field) -> str:
    """What stands in a field for a line."""
    edit = field.control
    assert isinstance(edit, QLineEdit)  # noqa: S101 - fields here are made by `Form.line`
    return edit.text().strip()


class OfficeForm(Form):
    """Name, unit and place."""

    place_asked = Signal()

    def __init__(self, theme: Theme, words: Words, draft: "Draft") -> None:
        super().__init__(
            theme,
            words,
            1,
            words._("Office"),
            words._(
                "An office holds the groups and participants of one or more units in one file."
            ),
        )
        self._draft = draft
        self.name = self.line(
            words._("Name of the office"), draft.name, words._("Shown in windows and on prints")
        )
        self.unit = self.line(
            words._("First unit"), draft.unit, words._("Where groups meet; you can add more later")
        )
        self._edit_of(self.name).textEdited.connect(self._follow_name)
        for field in (self.name, self.unit):
            self.add(field)
        self._path = ElidedLabel("", "body", "ink")
        self.change = Button(theme, words._("Change…"), icon="folder-open")
        self.change.clicked.connect(self.place_asked)
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self._path, 1)
        row.addWidget(self.change)
        self.place = Field(
            theme,
            words._("Kept in the file"),
            place,
            words._("Choose a folder of this computer. The file is encrypted."),
        )
        place.setFocusProxy(self.change)
        self.add(self.place)
        self.column.addStretch(1)
        self.show_place(draft)

    def first(self) -> QWidget:
        return self.name.control

    def show_place(self, draft: "Draft") -> None:
        """Show where the office will be kept."""
        self._draft = draft
        self._path.setText(str(draft.path))

    def check(self) -> bool:
        words = self._words
        named = self.require(self.name, words._("Give the office a name."))
        return named and self.require(self.unit, words._("Give the unit a name."))

    def kept(self, draft: "Draft") -> "Draft":
        return replace(draft, name=text_of(self.name), unit=text_of(self.unit))

    def _follow_name(self) -> None:
        self.show_place(self.kept(self._draft))

    def _edit_of(self, field: Field) -> QLineEdit:
        assert isinstance(field.control, QLineEdit)  # noqa: S101 - made by `line`
        return field.control


class UserForm(Form):
    """The first user's name and password."""

    def __init__(self, theme: Theme, words: Words, draft: "Draft") -> None:
        super().__init__(
            theme,
            words,
            2,
            words._("First user"),
            words._("You sign in with this password. Nobody can open the office without one."),
        )
        self.first_name = self.line(words._("First name"), draft.first_name)
        self.last_name = self.line(words._("Last name"), draft.last_name)
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        row.addWidget(self.first_name)
        row.addWidget(self.last_name)
        self.column.addSpacing(theme.px(16))
        self.column.addLayout(row)
        self.one = PasswordField(theme, words, words._("Password"))
        self.other = PasswordField(theme, words, words._("The same password again"))
        self.bar = StrengthBar(theme, words)
        self.one.line.textEdited.connect(self._typed)
        self.other.line.textEdited.connect(lambda: self.other.set_error(""))
        self.add(self.one)
        self.add(self.bar, 8)
        self.add(self.other)
        for field in (self.one, self.other):
            field.line.returnPressed.connect(self.submitted)
        self.column.addStretch(1)

    def first(self) -> QWidget:
        return self.first_name.control

    def password(self) -> str:
        """The password typed."""
        return self.one.line.text()

    def check(self) -> bool:
        words = self._words
        if not self.require(self.first_name, words._("Write your first name.")):
            return False
        if strength(self.password()) == 0:
            self.one.set_error(
                words.n(
                    "The password is too short. Use at least {count} character.",
                    "The password is too short. Use at least {count} characters.",
                    LEAST,
                ).format(count=LEAST)
            )
            self.one.line.setFocus()
            return False
        if self.password() != self.other.line.text():
            self.other.set_error(words._("The passwords differ. Type the same one again."))
            self.other.line.setFocus()
            return False
        return True

    def kept(self, draft: "Draft") -> "Draft":
        return replace(
            draft, first_name=text_of(self.first_name), last_name=text_of(self.last_name)
        )

    def _typed(self, password: str) -> None:
        self.one.set_error("")
        self.bar.show_strength(strength(password) if password else None)


class DoneForm(Form):
    """What there is now."""

    def __init__(self, theme: Theme, words: Words, draft: "Draft") -> None:
        super().__init__(
            theme,
            words,
            3,
            words._("The office is ready"),
            words._("Next, add your groups and their participants."),
        )
        self.add(
            Banner(
                theme,
                "warn",
                words._(
                    "Remember your password. Without it the office cannot be opened by anybody, "
                    "not even by the makers of Punos."
                ),
            ),
            20,
        )
        for label, value in (
            (words._("Office"), draft.name),
            (words._("Unit"), draft.unit),
            (words._("File"), str(draft.path)),
        ):
            self.add(text_label(label, "small", "ink2", weight=500))
            self.add(ElidedLabel(value, "body", "ink"), 2)
        self.column.addStretch(1)
