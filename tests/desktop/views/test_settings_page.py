# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings act at once, in the running window."""

import pytest
from PySide6.QtWidgets import QApplication, QListWidget, QPlainTextEdit

from desktop.desk import Place
from tests.desktop.programs import Running


@pytest.fixture
def settings(seated: Running) -> Running:
    seated.key("Ctrl+,")
    return seated


@pytest.mark.parametrize(
    ("chosen", "title", "lock"),
    [("Svenska", "Inställningar", "Lås"), ("English", "Settings", "Lock")],
)
def test_the_language_changes_while_the_program_runs(
    settings: Running, chosen: str, title: str, lock: str
) -> None:
    settings.press(chosen)
    assert settings.sees(title)
    assert settings.button(lock).isVisible()
    assert not settings.sees("Asetukset")
    assert settings.settings.language in {"sv", "en"}


def test_the_keyboard_stays_where_it_was(settings: Running) -> None:
    settings.press("Svenska")
    assert QApplication.focusWidget().objectName() == "language-sv"
    settings.press("Mörk")
    assert QApplication.focusWidget().objectName() == "theme-dark"


def test_the_theme_and_the_text_size_change_at_once(settings: Running) -> None:
    light = settings.frame.grab().toImage().pixelColor(700, 700)
    settings.press("Tumma")
    dark = settings.frame.grab().toImage().pixelColor(700, 700)
    assert light.lightness() > 200
    assert dark.lightness() < 60
    height = settings.window.top_bar.height()
    settings.press("150\u00a0%")
    assert settings.window.top_bar.height() == height * 1.5


def test_the_way_back_outlives_a_change_of_look(settings: Running) -> None:
    settings.press("Tumma")
    settings.key("Alt+Left")
    assert settings.window.page().place == Place("today")


def test_the_lock_follows_the_minutes_at_once(settings: Running) -> None:
    settings.press("5\u00a0min")
    settings.moment += 301
    settings.program.sitting.idle.check()
    settings.locked()
    assert settings.sees("Lukittui 5 minuutin")


def test_what_punos_is_not_is_said_plainly(settings: Running) -> None:
    assert settings.sees("Punos ei ole asiakasrekisteri.")


def test_every_licence_has_its_text(settings: Running) -> None:
    settings.press("Lisenssit")
    dialog = QApplication.activeModalWidget()
    names, text = dialog.findChild(QListWidget), dialog.findChild(QPlainTextEdit)
    shown = {}
    for row in range(names.count()):
        names.setCurrentRow(row)
        shown[names.item(row).text().split()[0]] = text.toPlainText()
    assert {"Punos", "IBM", "Inter", "Lucide", "Qt,", "SQLAlchemy"} <= set(shown)
    assert all(len(words) > 200 for words in shown.values()), {
        n for n, w in shown.items() if len(w) <= 200
    }
    dialog.close()
