# SPDX-License-Identifier: GPL-3.0-or-later
"""Names are never read as markup, in tooltips neither."""

import pytest
from PySide6.QtGui import QTextDocument

from desktop.widgets.plain_tip import plain_tip


@pytest.mark.parametrize(
    "name", ["<img src=/etc/passwd>", "<b>Oona</b>", "Oona <H.>", "Oona & Aatu"]
)
def test_every_character_is_shown(name: str) -> None:
    shown = QTextDocument()
    tip = plain_tip(name)
    put = shown.setHtml if tip.startswith("<span>") else shown.setPlainText
    put(tip)
    assert shown.toPlainText() == name
