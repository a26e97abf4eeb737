# SPDX-License-Identifier: GPL-3.0-or-later
"""The look: contrast, type, the scale of everything, and what the first paint may import."""

import re
import subprocess
import sys
from dataclasses import FrozenInstanceError

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QPalette, QRawFont
from PySide6.QtWidgets import QPushButton

from desktop.theme import RESOURCES, Theme, system_theme, tokens
from tests.desktop.looks import colours_in, look

THEMES = {"light": Theme(dark=False), "dark": Theme(dark=True)}
GROUNDS = ("app", "rail", "surface", "sunken", "hover", "sel")

# Ink, the grounds that it stands on, and the least contrast measured for the design: light, dark.
PAIRS = [
    ("ink", GROUNDS, 12.06, 9.44),
    ("ink2", GROUNDS, 6.39, 6.56),
    ("ink3", GROUNDS, 4.62, 4.67),
    ("ctl", GROUNDS, 3.31, 3.20),
    ("pri", ("app", "rail", "surface", "sunken", "hover"), 6.18, 7.23),
    ("onpri", ("pri",), 7.54, 7.81),
    ("onpri", ("priH",), 9.47, 9.05),
    ("onpri", ("priP",), 12.02, 10.40),
    ("onsoft", ("sel",), 8.66, 8.44),
    ("focus", ("app", "rail", "surface"), 5.78, 8.45),
    ("okF", ("okB",), 5.38, 7.24),
    ("warnF", ("warnB",), 6.30, 7.37),
    ("infoF", ("infoB",), 6.38, 7.19),
    ("badF", ("badB",), 5.96, 6.78),
    ("neuF", ("neuB",), 6.25, 7.43),
]


def luminance(colour: QColor) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("ink", "grounds", "light", "dark"), PAIRS)
def test_contrast_is_what_the_design_measured(mode, ink, grounds, light, dark):
    theme = THEMES[mode]
    least = min(contrast(theme.color(ink), theme.color(ground)) for ground in grounds)
    assert least == pytest.approx(light if mode == "light" else dark, abs=0.006)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("role", ["okF", "warnF", "infoF", "badF", "neuF"])
def test_state_inks_can_also_be_read_on_plain_grounds(mode, role):
    theme = THEMES[mode]
    assert all(contrast(theme.color(role), theme.color(g)) >= 4.5 for g in ("app", "surface"))


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("name", tokens()["strand"]["light"])
def test_strand_texts_reach_aaa_and_lines_aa(mode, name):
    strand = THEMES[mode].strand(name)
    assert contrast(strand.deep, strand.tint) >= 7
    assert contrast(strand.line, THEMES[mode].color("surface")) >= 4.5


def test_light_and_dark_have_the_same_names():
    assert tokens()["colour"]["light"].keys() == tokens()["colour"]["dark"].keys()
    assert tokens()["strand"]["light"].keys() == tokens()["strand"]["dark"].keys()


def test_no_code_names_a_colour_of_its_own():
    code = (RESOURCES.parent / "desktop").rglob("*.py")
    named = {
        (file.name, colour)
        for file in code
        for colour in re.findall(r"#[0-9a-fA-F]{6}\b", file.read_text(encoding="utf-8"))
    }
    assert named == set()


def test_nothing_moves_longer_than_200_ms():
    moving = Theme(dark=False, motion=True)
    assert all(0 < moving.duration(name) <= 200 for name in tokens()["motion"])
    assert all(Theme(dark=False).duration(name) == 0 for name in tokens()["motion"])


def test_a_theme_cannot_be_changed_and_gives_copies_of_its_colours():
    theme = Theme(dark=False)
    with pytest.raises(FrozenInstanceError):
        theme.dark = True
    theme.color("ink").setAlpha(1)
    assert theme.color("ink").alpha() == 255


def test_unknown_names_are_errors(qapp):
    theme = Theme(dark=False)
    with pytest.raises(KeyError):
        theme.color("mauve")
    with pytest.raises(KeyError):
        theme.strand("mauve")
    with pytest.raises(FileNotFoundError):
        theme.pixmap("no-such-icon")


@pytest.mark.parametrize("scale", [1, 1.15, 1.3, 1.5])
def test_text_lengths_and_icons_grow_together(qapp, scale):
    theme = Theme(dark=False, scale=scale)
    assert theme.font("body").pixelSize() == round(15 * scale)
    assert theme.height("control") == round(40 * scale)
    assert theme.pixmap("sun", 20).deviceIndependentSize().width() == round(20 * scale)


def test_fonts_have_the_letters_of_the_people(qapp):
    """Finnish, Swedish and the Sámi languages of Finland; Skolt Sámi through Inter."""
    fonts = RESOURCES / "fonts"
    plex = QRawFont(str(fonts / "IBMPlexSans-Regular.ttf"), 15)
    inter = QRawFont(str(fonts / "Inter-Regular.ttf"), 15)
    assert all(plex.glyphIndexesForString("åäöÅÄÖšžčđŋŧŠŽČĐŊŦáâ"))
    assert all(inter.glyphIndexesForString("ʒǯǧǥǩƷǮǦǤǨ"))
    assert not any(plex.glyphIndexesForString("ʒǯ")), "then Inter would not be needed"


def test_text_is_set_in_plex_with_inter_behind(qapp):
    theme = look(qapp)
    assert qapp.font().families() == ["IBM Plex Sans", "Inter"]
    assert theme.font("heading").weight() == 600
    assert theme.font("body", italic=True).italic()


def test_figures_of_plex_are_equally_wide(qapp):
    plex = QRawFont(str(RESOURCES / "fonts" / "IBMPlexSans-Medium.ttf"), 100)
    advances = plex.advancesForGlyphIndexes(plex.glyphIndexesForString("0123456789"))
    assert len({advance.x() for advance in advances}) == 1


def test_icons_are_drawn_in_the_colour_asked_for(qapp):
    theme = Theme(dark=False)
    assert theme.color("badF").name() in colours_in(theme.pixmap("trash-2", 24, "badF"))
    strand = theme.strand("meri").line
    assert strand.name() in colours_in(theme.tinted("flag", 24, strand))


def test_a_disabled_icon_is_paler(qapp):
    icon = Theme(dark=False).icon("printer", 20, "ink")
    assert icon.pixmap(20, icon.Mode.Disabled).toImage() != icon.pixmap(20).toImage()


def test_a_switch_of_theme_reaches_open_windows(qtbot, qapp):
    light = look(qapp)
    button = QPushButton("Tallenna")
    button.setProperty("kind", "primary")
    qtbot.addWidget(button)
    assert light.color("pri").name() in colours_in(button.grab())
    dark = look(qapp, dark=True)
    assert dark.color("pri").name() in colours_in(button.grab())
    assert qapp.palette().color(QPalette.ColorRole.Window) == dark.color("app")
    look(qapp)
    assert light.color("pri").name() in colours_in(button.grab())


def test_high_contrast_leaves_every_colour_to_the_system():
    palette = QPalette(QColor("#000080"), QColor("#000000"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#ffff00"))
    theme = Theme(dark=True, contrast=palette)
    own = {palette.color(role).name() for role in QPalette.ColorRole
           if role != QPalette.ColorRole.NColorRoles}  # fmt: skip
    used = {theme.color(role).name() for role in tokens()["colour"]["dark"]}
    assert used <= own
    assert theme.strand("meri").deep == theme.color("ink")
    assert theme.color("pri").name() == "#ffff00"


@pytest.mark.parametrize(("choice", "dark"), [("light", False), ("dark", True)])
def test_the_setting_overrides_the_system(qapp, choice, dark):
    assert system_theme(choice, 1.3).dark is dark
    assert system_theme(choice, 1.3).scale == 1.3


def test_the_system_decides_where_nobody_chose(qapp):
    hint = QGuiApplication.styleHints().colorScheme()
    assert system_theme("system", 1).dark is (hint.name == "Dark")


def test_the_theme_brings_nothing_but_qt():
    """Anything else would be in the way of the first paint (performance goal: the sign-in)."""
    script = (
        "import sys; import desktop.theme, desktop.widgets.focus_ring, desktop.widgets.field;"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    heavy = {"db", "sqlalchemy", "alembic", "reportlab", "xlsxwriter", "holidays", "icalendar",
             "pydantic", "babel", "pypdfium2", "typer", "rich", "asyncio"}  # fmt: skip
    assert heavy.isdisjoint(run.stdout.split())
    assert "PySide6" in run.stdout.split()
