# SPDX-License-Identifier: GPL-3.0-or-later
"""The line to search in."""

from desktop.widgets.search_field import SearchField
from tests.desktop.looks import colours_in


def test_the_lens_stands_before_the_text(theme, stage) -> None:
    field = stage(SearchField(theme, "Etsi", "Haku"), 300)
    left = field.grab().copy(0, 0, theme.px(36), field.height())
    assert theme.color("ink2").name() in colours_in(left)
    assert field.accessibleName() == "Haku"
    assert field.textMargins().left() > theme.px(18)
