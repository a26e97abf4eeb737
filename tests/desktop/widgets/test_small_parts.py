# SPDX-License-Identifier: GPL-3.0-or-later
"""Chips, cards, labels, headers and the other quiet parts: what they show, and that nothing is clipped."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.theme import tokens
from desktop.widgets.avatar import Avatar
from desktop.widgets.banner import Banner
from desktop.widgets.card import Card
from desktop.widgets.chip import Chip
from desktop.widgets.empty import EmptyState
from desktop.widgets.flow import Flow
from desktop.widgets.keycap import keycap
from desktop.widgets.label import ElidedLabel, rule, text_label
from desktop.widgets.page_header import PageHeader
from desktop.widgets.scroll import Scroll
from desktop.widgets.skeleton import Skeleton
from desktop.widgets.strands import strand_names
from desktop.words import Words
from tests.desktop.looks import colours_in, look

LONG = "Närvaroregistreringen har inte avslutats för den här träffen"


@pytest.mark.parametrize("tone", ["ok", "warn", "info", "bad", "neu", "soft"])
def test_chips_show_their_tone_and_say_their_word(qtbot, theme, tone):
    chip = Chip(theme, "Valmis", tone, icon="circle-check")
    qtbot.addWidget(chip)
    fill = theme.color("sel" if tone == "soft" else f"{tone}B").name()
    assert fill in colours_in(chip.grab())
    assert chip.sizeHint().height() == 26
    heard = QAccessible.queryAccessibleInterface(chip)
    assert heard.text(QAccessible.Text.Name) == "Valmis"


def test_a_chip_without_room_ends_in_an_ellipsis_and_keeps_its_word(qtbot, theme):
    chip = Chip(theme, LONG, "warn", icon="triangle-alert")
    qtbot.addWidget(chip)
    chip.resize(120, 26)
    chip.grab()
    assert chip.toolTip() == chip.text() == LONG
    chip.resize(chip.sizeHint())
    chip.grab()
    assert chip.toolTip() == ""


def test_a_chip_changes_its_state(qtbot, theme):
    chip = Chip(theme, "Tulossa", "neu")
    qtbot.addWidget(chip)
    chip.set_state("Käynnissä", "soft", "circle-play")
    assert theme.color("sel").name() in colours_in(chip.grab())
    with pytest.raises(KeyError):
        chip.set_state("?", "loud")


def test_every_strand_has_a_name_in_every_language():
    for language in ("fi", "sv", "en"):
        names = strand_names(Words(language))
        assert names.keys() == tokens()["strand"]["light"].keys()
        assert len(set(names.values())) == len(names)


@pytest.mark.parametrize("elevation", ["card", "popover", None])
def test_a_card_is_a_white_sheet_with_its_shadow_below(qtbot, theme, elevation):
    card = Card(theme, elevation=elevation)
    qtbot.addWidget(card)
    card.resize(200, 100)
    picture = card.grab().toImage()
    assert picture.pixelColor(100, 50) == theme.color("surface")
    assert picture.pixelColor(100, 0) == theme.color("line")
    below = picture.pixelColor(100, 99)
    assert (below == theme.color("line")) is (elevation is None)


def test_labels_read_no_markup(qtbot, theme):
    label = text_label("<b>Oona</b>", "heading", "bad")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert theme.color("badF").name() in colours_in(label.grab())


def test_label_styles_are_those_of_the_tokens(qtbot, theme):
    for style, size in tokens()["type"].items():
        label = text_label("Punos", style)
        qtbot.addWidget(label)
        label.ensurePolished()
        assert (label.font().pixelSize(), label.font().weight()) == (size["size"], size["weight"])
    strong = text_label("Punos", "body", weight=600, italic=True)
    qtbot.addWidget(strong)
    strong.ensurePolished()
    assert strong.font().weight() == 600
    assert strong.font().italic()


def test_an_elided_label_shows_the_rest_as_a_tooltip(qtbot, theme):
    label = ElidedLabel(LONG)
    qtbot.addWidget(label)
    label.resize(100, 20)
    label.grab()
    assert label.toolTip() == LONG
    assert label.minimumSizeHint().width() < label.sizeHint().width()
    label.resize(label.sizeHint())
    label.grab()
    assert label.toolTip() == ""
    assert label.text() == LONG


def test_rules_are_one_pixel(qtbot, theme):
    for line, side in ((rule(), "height"), (rule(upright=True), "width")):
        qtbot.addWidget(line)
        line.ensurePolished()
        assert getattr(line, f"maximum{side.capitalize()}")() == 1


def test_a_header_gives_way_before_its_actions_do(qtbot, theme):
    header = PageHeader(theme, LONG, LONG)
    action = QPushButton("Uusi tapaaminen")
    header.add_action(action)
    header.add_beside(Chip(theme, "Käynnissä", "soft"))
    qtbot.addWidget(header)
    header.resize(500, 80)
    header.grab()
    assert action.width() >= action.sizeHint().width()
    assert header.rect().contains(action.geometry())
    header.set_texts("Viikko 18")
    assert header.accessibleName() == "Viikko 18"


def test_a_banner_offers_the_way_out(qtbot, theme):
    banner = Banner(theme, "bad", "Ei tallennettu", "Yritä uudelleen")
    qtbot.addWidget(banner)
    with qtbot.waitSignal(banner.acted):
        qtbot.mouseClick(banner.button, Qt.MouseButton.LeftButton)
    banner.set_text(LONG)
    assert banner.text() == banner.accessibleName() == LONG
    assert theme.color("badB").name() in colours_in(banner.grab())


def test_a_banner_without_action_wraps(qtbot, theme):
    banner = Banner(theme, "warn", LONG)
    qtbot.addWidget(banner)
    assert banner.button is None
    assert banner.heightForWidth(200) > banner.heightForWidth(800)


def test_an_avatar_is_a_circle_of_its_size(qtbot, theme):
    avatar = Avatar(theme, "EK", 40, strong=True)
    qtbot.addWidget(avatar)
    assert avatar.sizeHint().width() == avatar.sizeHint().height() == 40
    picture = avatar.grab().toImage()
    assert picture.pixelColor(20, 4) == theme.color("pri")
    assert picture.pixelColor(0, 0) != theme.color("pri")


def test_a_keycap_is_as_wide_as_its_key(qtbot, theme):
    one, two = keycap("P"), keycap("Ctrl Z")
    for cap in (one, two):
        qtbot.addWidget(cap)
    assert one.sizeHint().width() < two.sizeHint().width()


def test_a_skeleton_appears_after_a_while(qtbot, theme):
    at_once = Skeleton(theme, "Ladataan", delay=0)
    later = Skeleton(theme, "Ladataan", delay=100_000)
    for skeleton in (at_once, later):
        qtbot.addWidget(skeleton)
        skeleton.resize(300, 150)
    qtbot.waitUntil(lambda: theme.color("neuB").name() in colours_in(at_once.grab()), timeout=2000)
    assert theme.color("neuB").name() not in colours_in(later.grab())
    assert later.accessibleName() == "Ladataan"


def test_an_empty_state_leads_on(qtbot, theme):
    art, button = QWidget(), QPushButton("Uusi tapaaminen")
    art.setFixedSize(120, 40)
    empty = EmptyState(theme, art, "Tänään ei ole tapaamisia", "Seuraava: ke 5.5.", button=button)
    qtbot.addWidget(empty)
    empty.resize(400, 300)
    empty.grab()
    assert art.geometry().bottom() < button.geometry().top()
    assert empty.rect().contains(button.geometry())


def test_a_flow_goes_on_below(qtbot, theme):
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = Flow(10, holder)
    boxes = [QWidget() for _ in range(3)]
    for number, box in enumerate(boxes):
        box.setFixedSize(100, 20 + 10 * number)
        flow.addWidget(box)
    holder.resize(230, 200)
    holder.grab()
    assert [box.geometry() for box in boxes] == [
        QRect(0, 5, 100, 20),
        QRect(110, 0, 100, 30),
        QRect(0, 40, 100, 40),
    ]
    assert flow.heightForWidth(230) == 80
    assert flow.heightForWidth(400) == 40
    assert flow.sizeHint().width() == 320


def test_a_flow_gives_up_what_is_taken(qtbot, theme):
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = Flow(10, holder)
    flow.addWidget(QWidget())
    assert flow.takeAt(0) is not None
    assert flow.takeAt(0) is None
    assert (flow.count(), flow.itemAt(0)) == (0, None)


def test_a_scroll_area_is_as_tall_as_its_content(qtbot, theme):
    content = QWidget()
    content.setMinimumSize(300, 1000)
    area = Scroll(content)
    qtbot.addWidget(area)
    assert area.sizeHint().height() == content.sizeHint().height()
    assert area.focusPolicy() == Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_no_label_or_button_of_the_gallery_is_clipped(qtbot, qapp, language, dark, scale):
    from desktop.widgets.gallery import build_gallery

    sheet = build_gallery(look(qapp, dark=dark, scale=scale), Words(language))
    frame = QWidget()
    qtbot.addWidget(frame)
    QVBoxLayout(frame).addWidget(sheet)
    frame.resize(1366, 10)
    frame.resize(1366, frame.layout().totalHeightForWidth(1366))
    frame.grab()
    clipped = [
        (type(widget).__name__, widget.text())
        for widget in [*sheet.findChildren(QPushButton), *sheet.findChildren(Chip)]
        if widget.isVisibleTo(sheet) and widget.width() < widget.sizeHint().width()
    ]
    assert clipped == []
