# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialogs that a person answers, and what the file dialog leaves behind: nothing."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QLineEdit, QPushButton

from desktop.ask import Kind, Question
from desktop.window_ask import WindowAsk
from desktop.words import Words
from tests.desktop.looks import look

# The offscreen platform says so of every dialog with a smallest or largest size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

CANARY = "Petteri Änkyrä"


@pytest.fixture
def ask(qapp: QApplication) -> WindowAsk:
    return WindowAsk(look(qapp), Words("fi"))


@pytest.fixture
def at_screen(qapp: QApplication) -> Iterator[Callable[[Callable[[QDialog], None]], None]]:
    """Does something with the dialog as soon as it is open."""
    failed: list[BaseException] = []

    def meet(does: Callable[[QDialog], None]) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        try:
            does(dialog)
        except BaseException as error:
            failed.append(error)
            dialog.reject()
            raise

    yield lambda does: QTimer.singleShot(0, lambda: meet(does))
    assert not failed


def press(key: Qt.Key) -> Callable[[QDialog], None]:
    def does(dialog: QDialog) -> None:
        QTest.keyClick(dialog.focusWidget() or dialog, key)

    return does


@pytest.mark.parametrize(
    ("key", "danger", "answer"),
    [
        (Qt.Key.Key_Return, False, True),
        (Qt.Key.Key_Escape, False, False),
        (Qt.Key.Key_Return, True, False),
        (Qt.Key.Key_Escape, True, False),
    ],
)
def test_enter_does_the_main_thing_unless_it_is_dangerous(
    ask, at_screen, key: Qt.Key, danger: bool, answer: bool
) -> None:
    at_screen(press(key))
    assert ask.confirm("Otsikko", "Lause.", "Tee", "Jätä", danger=danger) is answer


def test_names_are_shown_as_they_are(ask, at_screen) -> None:
    seen: list[tuple[str, Qt.TextFormat]] = []

    def look_at(dialog: QDialog) -> None:
        seen.extend((label.text(), label.textFormat()) for label in dialog.findChildren(QLabel))
        dialog.reject()

    at_screen(look_at)
    ask.confirm("Poistetaanko?", "<b>Oona</b>", "Poista", "Jätä")
    assert ("<b>Oona</b>", Qt.TextFormat.PlainText) in seen


def test_a_line_of_text_is_typed_and_a_secret_one_not_shown(ask, at_screen) -> None:
    shown: list[str] = []

    def type_it(dialog: QDialog) -> None:
        line = dialog.findChild(QLineEdit)
        assert line.hasFocus() or not dialog.isActiveWindow()
        QTest.keyClicks(line, "1a")
        shown.append(line.displayText())
        QTest.keyClick(line, Qt.Key.Key_Return)

    at_screen(type_it)
    assert ask.text("Avain", "Salasana", "Avaa", secret=True) == "1a"
    assert "1a" not in shown
    at_screen(press(Qt.Key.Key_Escape))
    assert ask.text("Uusi ryhmä", "Nimi", "Luo", value="Aamu") is None


def test_one_of_several_is_chosen(ask, at_screen) -> None:
    def choose(dialog: QDialog) -> None:
        dialog.findChild(QComboBox).setCurrentIndex(1)
        dialog.accept()

    at_screen(choose)
    assert ask.choose("Ryhmä", "Mikä?", "Valitse", [("a", "Aamu"), ("b", "Ilta")]) == "b"


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_replacing_a_file_is_asked_in_words_and_is_dangerous(
    qapp, at_screen, language: str, tmp_path: Path
) -> None:
    ask = WindowAsk(look(qapp, dark=True, scale=1.5), Words(language))
    verbs: list[str] = []

    def read(dialog: QDialog) -> None:
        verbs.extend(button.text() for button in dialog.findChildren(QPushButton))
        QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)

    at_screen(read)
    assert ask._answer(Question(Kind.REPLACE, "", path=tmp_path / "a.csv")) is False
    assert len(set(verbs)) == 2


SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from desktop.theme import Theme
from desktop.window_ask import WindowAsk
from desktop.words import Words
from shiboken6 import delete

app = QApplication(sys.argv)
how, folder = sys.argv[1], Path(sys.argv[2])
QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
QTimer.singleShot(300, lambda: QApplication.activeModalWidget().accept())
if how == "bare":
    dialog = QFileDialog(None, "", str(folder))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile("vienti.csv")
    dialog.exec()
    delete(dialog)
else:
    ask = WindowAsk(Theme(dark=False), Words("fi"))
    print(ask.save_file("Vie", folder / "vienti.csv", ["CSV (*.csv)"]))
"""


def after_saving(how: str, home: Path) -> tuple[str, str]:
    """What was printed, and everything that the home folder then holds."""
    folder = home / CANARY
    folder.mkdir(parents=True)
    config = home / "config"
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, how, str(folder)],
        env={
            **os.environ,
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(config),
            "QT_QPA_PLATFORM": "offscreen",
        },
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    files = [path for path in home.rglob("*") if path.is_file()]
    return done.stdout.strip(), "\n".join(path.read_text("utf-8", "replace") for path in files)


def holds_the_canary(text: str) -> bool:
    forms = (CANARY, quote(CANARY), CANARY.replace(" ", "%20"), "nkyr")
    return any(form in text for form in forms)


def test_qt_itself_would_write_the_folder_down(tmp_path: Path) -> None:
    """Without this the next test could pass for want of anything to find."""
    assert holds_the_canary(after_saving("bare", tmp_path)[1])


def test_no_folder_is_left_in_qts_own_settings(tmp_path: Path) -> None:
    told, left = after_saving("ours", tmp_path)
    assert told == str(tmp_path / CANARY / "vienti.csv")
    assert "[FileDialog]" in left
    assert not holds_the_canary(left)
