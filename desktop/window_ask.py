# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks the person at the screen, over the window in use."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget
from shiboken6 import delete

from desktop.ask import Answer, Ask, Kind, Question
from desktop.theme import Theme
from desktop.widgets.combo import Combo
from desktop.widgets.dialog import Dialog
from desktop.widgets.field import Field
from desktop.words import Words

T = TypeVar("T")

_MODES = {
    Kind.OPEN_FILE: QFileDialog.FileMode.ExistingFile,
    Kind.SAVE_FILE: QFileDialog.FileMode.AnyFile,
    Kind.FOLDER: QFileDialog.FileMode.Directory,
}


class WindowAsk(Ask):
    """Dialogs of our own for questions, the system's for files."""

    def __init__(self, theme: Theme, words: Words) -> None:
        self._theme = theme
        self._words = words

    def _answer(self, question: Question) -> Answer:
        if question.kind is Kind.REPLACE:
            return self._confirm(self._replacing(question))
        if question.kind is Kind.CONFIRM:
            return self._confirm(question)
        if question.kind is Kind.TEXT:
            return self._line(question)
        if question.kind is Kind.CHOOSE:
            return self._choice(question)
        return _picked(_file_dialog(question))

    def _confirm(self, question: Question) -> bool:
        dialog = Dialog(
            self._theme,
            question.title,
            question.sentence,
            safe=question.no,
            main=question.yes,
            main_kind="danger" if question.danger else "primary",
            parent=QApplication.activeWindow(),
        )
        if question.danger and dialog.main_button is not None:
            dialog.main_button.setAutoDefault(False)
            dialog.safe_button.setDefault(True)
        return _told(dialog, lambda: True) is True

    def _replacing(self, question: Question) -> Question:
        words = self._words
        name = question.path.name if question.path else ""
        return Question(
            Kind.CONFIRM,
            words._("Replace the file?"),
            words._("The file {file} is there already.").format(file=words.quoted(name)),
            words._("Replace"),
            words._("Choose another name"),
            danger=True,
        )

    def _line(self, question: Question) -> str | None:
        line = QLineEdit(question.value)
        if question.secret:
            line.setEchoMode(QLineEdit.EchoMode.Password)
        return _told(self._form(question, line), line.text)

    def _choice(self, question: Question) -> str | None:
        combo = Combo(self._theme, question.options)
        return _told(self._form(question, combo), lambda: str(combo.currentData()))

    def _form(self, question: Question, control: QWidget) -> Dialog:
        dialog = Dialog(
            self._theme,
            question.title,
            "",
            safe=self._words._("Cancel"),
            main=question.yes,
            body=Field(self._theme, question.sentence, control),
            parent=QApplication.activeWindow(),
        )
        control.setFocus()
        return dialog


def forget_folders() -> None:
    """Qt's own file dialog writes the folders it showed to QtProject.conf (on Windows to the
    registry), percent-encoded client names included."""
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    for key in ("history", "lastVisited"):
        kept.remove(f"FileDialog/{key}")
    kept.sync()


def _file_dialog(question: Question) -> QFileDialog:
    saves = question.kind is Kind.SAVE_FILE
    start = question.path or Path.home()
    folder = start.parent if saves else start
    dialog = QFileDialog(QApplication.activeWindow(), question.title, str(folder))
    dialog.setFileMode(_MODES[question.kind])
    dialog.setNameFilters(list(question.filters))
    if question.kind is Kind.FOLDER:
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    if saves:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # One way of asking everywhere: the question about a file that is there is our own.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix(start.suffix)
        dialog.selectFile(start.name)
    return dialog


def _picked(dialog: QFileDialog) -> Path | None:
    path = _told(dialog, lambda: Path(dialog.selectedFiles()[0]))
    forget_folders()
    return path


def _told(dialog: QDialog, answer: Callable[[], T]) -> T | None:
    """The answer, unless the person went back.

    The dialog goes at once: left to the event loop it would still be the active window, and take
    the next question, its child, with it. A file dialog writes its folders as it goes.
    """
    told = answer() if dialog.exec() == QDialog.DialogCode.Accepted else None
    delete(dialog)
    return told
