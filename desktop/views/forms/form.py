# SPDX-License-Identifier: GPL-3.0-or-later
"""What every form does: fields by name, one deed, and each refusal marked where it belongs."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QHideEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from db.errors import Refused, Why
from desktop.desk import Desk
from desktop.sentences import sentence
from desktop.widgets.banner import Banner
from desktop.widgets.dialog import Dialog
from desktop.widgets.field import Field
from desktop.widgets.label import text_label
from desktop.widgets.scroll import Scroll
from desktop.widgets.segmented import Segmented

if TYPE_CHECKING:
    from db.work import Do, Done

# What tells that a person has changed an input, by the name its class gives it.
_CHANGES = (
    "changed",
    "textChanged",
    "currentIndexChanged",
    "dateChanged",
    "timeChanged",
    "valueChanged",
    "toggled",
)


class Form(QWidget):
    """What a dialog asks. A field has the name that refusals give it (`facts["field"]`).

    `deed` gives what is to be done with the answers, or None when it has marked what is missing;
    `step` is the sentence of the undo step; `told` has sentences that fit this form better than
    the common ones, by field and reason.
    """

    title = ""
    sentence = ""
    save_text = ""
    width_asked = 560
    begin_at: QWidget | None = None
    """Where the keyboard begins, if not at the first field."""
    told: Mapping[tuple[str, Why], str] = {}

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.save_text = desk.words._("Save")
        self.fields: dict[str, Field] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(desk.theme.px(12))
        self.problem = Banner(desk.theme, "bad", "")
        self.problem.hide()
        self.column.addWidget(self.problem)

    def deed(self) -> "Do[Any] | None":
        """What Save does."""
        raise NotImplementedError

    def step(self) -> str:
        """What was done, for the notice and the undo stack."""
        raise NotImplementedError

    def values(self) -> object:
        """Every answer: when it differs from that at the start, leaving the form asks first."""
        raise NotImplementedError

    def field(self, name: str, label: str, control: QWidget, help_text: str = "") -> Field:
        """A field that a refusal can mark; the mark goes when the answer changes."""
        made = Field(self.desk.theme, label, control, help_text)
        self.fields[name] = made
        if isinstance(control, Segmented):
            # Enter saves from here too; Qt lets it press any button of a dialog.
            for segment in control.findChildren(QPushButton):
                segment.setAutoDefault(False)
        for change in _CHANGES:
            if hasattr(control, change):
                getattr(control, change).connect(lambda *_: self._changed(made))
                break
        return made

    def prose(self, text: str, lines: int = 3) -> QPlainTextEdit:
        """An input for running text; Tab leaves it."""
        edit = QPlainTextEdit(text)
        edit.setTabChangesFocus(True)
        theme = self.desk.theme
        edit.setFixedHeight(lines * theme.line("body") + theme.px(18))
        return edit

    def add(self, *parts: QWidget | tuple[QWidget, int]) -> None:
        """Set parts side by side, each with its stretch (1 unless told), below what is there."""
        row = QHBoxLayout()
        row.setSpacing(self.desk.theme.px(16))
        for part in parts:
            widget, stretch = part if isinstance(part, tuple) else (part, 1)
            row.addWidget(widget, stretch, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)

    def heading(self, text: str) -> QLabel:
        """A title over a part of the form."""
        label = text_label(text, "small", "ink", weight=600)
        self.column.addWidget(label)
        return label

    def mark(self, name: str, told: str) -> Field | None:
        """Mark a field with a sentence and put the keyboard there; no such field, above all."""
        found = self.fields.get(name)
        if found is None or found.isHidden():
            self.problem.set_text(told)
            self.problem.show()
            return None
        found.set_error(told)
        found.control.setFocus(Qt.FocusReason.OtherFocusReason)
        return found

    def refused(self, refused: Refused) -> Field | None:
        """Show why nothing was saved, where the answer is to be mended."""
        name = str(refused.facts.get("field", ""))
        return self.mark(
            name, self.told.get((name, refused.why)) or sentence(self.desk.words, refused)
        )

    def hideEvent(self, event: QHideEvent) -> None:
        """A form that was put away asks the office nothing more: it may be locked by then."""
        for timer in self.findChildren(QTimer):
            timer.stop()
        super().hideEvent(event)

    def _changed(self, field: Field) -> None:
        if field.error():
            field.clear_error()
        self.problem.hide()


class FormDialog(Dialog):
    """A form with its two verbs. Save (Enter, or Ctrl+Enter in running text) does the deed as one
    undo step; the dialog closes when it is done and stays, answers and all, when it is refused."""

    saved = Signal(object)
    """What the deed returned."""

    def __init__(self, form: Form, parent: QWidget) -> None:
        desk = form.desk
        super().__init__(
            desk.theme,
            form.title,
            form.sentence,
            safe=desk.words._("Cancel"),
            main=form.save_text,
            body=form,
            closes=False,
            width=form.width_asked,
            parent=parent,
        )
        assert self.main_button is not None  # noqa: S101 - it was just named
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = form
        self._save_button = self.main_button
        self._save_button.clicked.connect(self.save)
        save = QAction(form.save_text, self)
        save.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        save.triggered.connect(self.save)
        self.addAction(save)
        self._at_start = form.values()
        self._goes_unasked = False
        form.installEventFilter(self)
        if form.begin_at is not None:
            form.begin_at.setFocus()

    def save(self) -> None:
        """Do what the form says."""
        if self._save_button.is_busy():
            return
        self.form.problem.hide()
        deed = self.form.deed()
        if deed is None:
            self._show_mark()
            return
        self._save_button.set_busy(True)
        desk = self.form.desk
        desk.history.do(self, deed, self.form.step(), self._done, failed=self._refused)

    def reject(self) -> None:
        """Leave, but not with answers that nobody meant to lose, and not while saving."""
        if self._save_button.is_busy():
            return
        if self._goes_unasked or self.form.values() == self._at_start or self._may_go():
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The lock closes dialogs and must not wait for an answer; a person closing it is asked."""
        self._goes_unasked = not event.spontaneous()
        super().closeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A form that grows (a sentence, another field) makes the dialog grow with it."""
        if watched is self.form and event.type() == QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self._grow)
        return False

    def _done(self, done: "Done[Any]") -> None:
        self.saved.emit(done.value)
        self.accept()

    def _refused(self, error: object) -> None:
        self._save_button.set_busy(False)
        assert isinstance(error, Refused)  # noqa: S101 - the worker gives nothing else here
        self.form.refused(error)
        self._show_mark()

    def _show_mark(self) -> None:
        marked = next((f for f in self.form.fields.values() if f.error()), self.form.problem)
        QTimer.singleShot(0, self, lambda: self._scroll_to(marked))

    def _scroll_to(self, part: QWidget) -> None:
        self._grow()
        scroll = self.findChild(Scroll)
        if isinstance(scroll, Scroll):
            scroll.ensureWidgetVisible(part)

    def _grow(self) -> None:
        """As tall as the form asks for, as far as the screen allows."""
        scroll, layout = self.findChild(Scroll), self.layout()
        if not isinstance(scroll, Scroll) or layout is None:
            return
        scroll.updateGeometry()
        layout.activate()
        height = min(self.sizeHint().height(), self.maximumHeight())
        if height > self.height():
            room = self.screen().availableGeometry()
            lowest = room.bottom() + 1 - height
            self.setGeometry(self.x(), max(room.top(), min(self.y(), lowest)), self.width(), height)

    def _may_go(self) -> bool:
        words = self.form.desk.words
        return self.form.desk.ask.confirm(
            words._("Leave without saving?"),
            words._("What you have written here will be lost."),
            words._("Leave"),
            words._("Keep writing"),
            danger=True,
        )


def with_own(
    offered: Sequence[tuple[object, str]], key: object, name: str
) -> list[tuple[object, str]]:
    """Choices that surely hold the present one: what was archived or retired since stays chosen."""
    known = key is None or key == "" or any(own == key for own, _ in offered)
    return list(offered) if known else [*offered, (key, name)]


def open_form(form: Form, over: QWidget, then: Callable[[Any], None] | None = None) -> None:
    """Show a form over the window of `over`; `then` gets what its deed returned."""
    dialog = FormDialog(form, over.window())
    if then is not None:
        dialog.saved.connect(then)
    dialog.open()
