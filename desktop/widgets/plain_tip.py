# SPDX-License-Identifier: GPL-3.0-or-later
"""Tooltips that show data. Qt reads a tooltip as rich text when it looks like that, and a name such
as `<img src=...>` would open the file it tells."""

import html

from PySide6.QtGui import Qt


def plain_tip(text: str) -> str:
    """`text` as a tooltip that shows every character of it."""
    return f"<span>{html.escape(text)}</span>" if Qt.mightBeRichText(text) else text
