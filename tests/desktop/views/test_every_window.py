# SPDX-License-Identifier: GPL-3.0-or-later
"""Every window of the shell opens in every language, light and dark, at 150 %, without a word from Qt."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop.words import LANGUAGES
from tests.desktop.programs import Running, Start


def clipped(running: Running) -> list[str]:
    """Buttons and one-line labels on show that are narrower than their text."""
    parts = running.frame.findChildren(QPushButton) + [
        label for label in running.frame.findChildren(QLabel) if type(label) is QLabel
    ]
    return [
        part.text()
        for part in parts
        if part.isVisible() and part.text() and part.width() < part.minimumSizeHint().width()
    ]


@pytest.mark.parametrize("text_size", [100, 150])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_window_opens(
    start: Start, office_file: Path, language: str, theme: str, text_size: int
) -> None:
    running = start(office_file, language=language, theme=theme, text_size=text_size)
    running.frame.resize(1366, 768)
    running.sign_in("väärä sana")
    assert clipped(running) == []
    running.program.entrance.create_asked.emit()
    running.turn()
    assert clipped(running) == []
    running.program.founder.cancelled.emit()
    running.sign_in()
    for keys in ("Ctrl+,", "Ctrl+K", "Esc", "F1"):
        running.key(keys)
        running.idle()
        assert clipped(running) == []
    QApplication.activeModalWidget().close()
    running.frame.activateWindow()
    running.turn()
    running.key("Ctrl+L")
    running.locked()
    assert clipped(running) == []
