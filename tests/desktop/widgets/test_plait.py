# SPDX-License-Identifier: GPL-3.0-or-later
"""The plait's pictures: the logo at every size, the undyed braid, the lock screen's art."""

import pytest

from desktop.theme import Theme
from desktop.widgets.plait import HOUSE, EmptyBraid, LockArt, Logo, logo_icon


def _colors(widget) -> set[str]:
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


@pytest.mark.parametrize("dark", [False, True])
def test_the_logo_is_three_strands_on_its_ground(qtbot, qapp, dark):
    theme = Theme(dark=dark)
    theme.apply(qapp)
    logo = Logo(theme, 64, "rail")
    qtbot.addWidget(logo)
    assert {theme.strand(name).line.name() for name in HOUSE} <= _colors(logo)


def test_the_empty_braid_is_undyed(qtbot, theme):
    braid = EmptyBraid(theme)
    qtbot.addWidget(braid)
    strands = {theme.strand(name).line.name() for name in HOUSE}
    assert theme.color("line2").name() in _colors(braid)
    assert not strands & _colors(braid)


def test_the_art_fills_its_place_at_any_size(qtbot, theme):
    art = LockArt(theme)
    qtbot.addWidget(art)
    for size in ((300, 600), (806, 768), (1100, 400)):
        art.resize(*size)
        assert {theme.strand(name).line.name() for name in HOUSE} <= _colors(art)


def test_the_window_icon_has_every_size_of_the_task_bar(theme):
    sizes = {size.width() for size in logo_icon(theme).availableSizes()}
    assert {16, 32, 48, 256} <= sizes
