# SPDX-License-Identifier: GPL-3.0-or-later
"""A key figure is whole at every text size and heard as one."""

import pytest
from PySide6.QtWidgets import QLabel

from desktop.theme import Theme
from desktop.widgets.figure_tile import FigureTile, FigureTiles


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_figure_is_never_cut(stage, qapp, scale):
    theme = Theme(dark=False, scale=scale)
    theme.apply(qapp)
    tile = FigureTile(theme, "footprints")
    tile.show_figure("12 345", "käyntiä ja pitkä yksikkö", "+ 212 nimetöntä")
    stage(tile, theme.px(221))
    number = next(label for label in tile.findChildren(QLabel) if label.text() == "12 345")
    assert number.width() >= number.fontMetrics().horizontalAdvance("12 345")
    assert number.height() >= number.sizeHint().height()


def test_it_is_heard_as_one(qtbot, theme):
    tile = FigureTile(theme, "footprints")
    qtbot.addWidget(tile)
    tile.show_figure("1 673", "käyntiä", "+ 212 nimetöntä")
    assert tile.accessibleName() == "1 673 käyntiä. + 212 nimetöntä"
    tile.show_figure("1 673", "käyntiä")
    assert tile.accessibleName() == "1 673 käyntiä"


def test_tiles_go_two_to_a_line_where_there_is_little_room(stage, theme):
    tiles = [FigureTile(theme, "footprints") for _ in range(4)]
    for tile in tiles:
        tile.show_figure("1 673", "käyntiä", "+ 212 nimetöntä")
    whole = FigureTiles(theme, tiles)
    stage(whole, theme.px(900))
    assert len({tile.y() for tile in tiles}) == 1
    whole.resize(theme.px(440), whole.height())
    whole.layout().activate()
    assert [tile.x() == tiles[0].x() for tile in tiles] == [True, False, True, False]
