# SPDX-License-Identifier: GPL-3.0-or-later
"""The session plan as a leader writes it: by keyboard, saved while writing, every step undone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QLabel

from db.actions.session_plan import remove_item
from db.actions.sessions import cancel_session
from db.log import Deed
from db.opening import open_with_key
from desktop.desk import Place
from desktop.models.goal_choices import GOAL
from desktop.views.plan_writer import Saving
from tests.desktop.documents.pages import Read
from tests.desktop.views.plans import (
    ShowPlan,
    last_session_of,
    press,
    session_of,
    show,
    stored,
    titles,
    uses,
)  # fmt: skip

__all__ = ["show"]

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(show: ShowPlan):
    return show()


@pytest.fixture
def blank(show: ShowPlan, open_desk):
    """The plan of a session that lies ahead, not yet written."""
    desk = open_desk()
    return show(desk=desk, session=last_session_of(desk, "Arjen avaimet"))


def settled(page) -> None:
    page.settle()
    page.desk.desks.idle()


def write(qtbot, line, text: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


def texts(page) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_the_plan_is_shown_with_the_times_that_follow_from_minutes(page) -> None:
    rows = page.agenda.rows()
    assert [(r.start.text(), r.minutes.value(), r.title.text()) for r in rows] == [
        ("10.00", 20, "Kuulumiskierros"),
        ("10.20", 40, "Viikon suunnitelma"),
        ("11.00", 15, "Kahvitauko"),
        ("11.15", 30, "Puhelun harjoittelu pareittain"),
        ("11.45", 15, "Lopetus ja tunnelmamittari"),
    ]
    assert [r.who.who()[1] for r in rows] == [
        "Elina K.",
        "Mikko S.",
        "Ryhmä",
        "Elina K.",
        "Mikko S.",
    ]
    assert page.agenda.sum.sum.text() == "120/120\N{NO-BREAK SPACE}min"
    assert page.agenda.sum.chip.text() == "Täyttää ajan"
    assert page.goals.count.text() == "5/9"
    assert "Arjen avaimet · ti\N{NO-BREAK SPACE}4.5. klo 10.00–12.00 · Kammari" in texts(page)
    assert page.crumb() == "Suunnitelma ti\N{NO-BREAK SPACE}4.5."
    assert page.way_back() == Place("group", stored(page).head.group_id)


def test_a_pause_in_typing_saves_and_says_when(qtbot, page) -> None:
    write(qtbot, page.head.theme, "Kaupassa")
    assert page.head.chip.text() == "Tallennetaan…"
    assert stored(page).theme == "Asiointi puhelimessa"
    with qtbot.waitSignal(page.desk.worker.changed):
        pass
    page.desk.desks.idle()
    assert stored(page).theme == "Kaupassa"
    assert page.head.chip.text() == "Tallennettu 10.26"


def test_leaving_saves_what_is_being_typed(qtbot, page) -> None:
    write(qtbot, page.head.aim, "Soitetaan")
    page.agenda.rows()[0].title.setFocus()
    qtbot.keyClicks(page.agenda.rows()[0].title, "!")
    settled(page)
    assert (stored(page).aim, stored(page).items[0].title) == ("Soitetaan", "Kuulumiskierros!")


def test_a_burst_of_typing_is_one_step_and_undo_takes_it_even_unsaved(qtbot, page) -> None:
    write(qtbot, page.head.theme, "Kaupassa asiointi")
    press(page, Qt.Key.Key_Z, CTRL)
    assert page.head.theme.text() == stored(page).theme == "Asiointi puhelimessa"
    press(page, Qt.Key.Key_Y, CTRL)
    assert page.head.theme.text() == stored(page).theme == "Kaupassa asiointi"


def test_what_is_typed_stays_while_an_earlier_save_comes_back(qtbot, page) -> None:
    write(qtbot, page.head.theme, "Kaup")
    page.settle()
    qtbot.keyClicks(page.head.theme, "assa")
    page.desk.desks.idle()
    assert page.head.theme.text() == "Kaupassa"
    settled(page)
    assert stored(page).theme == "Kaupassa"


@pytest.mark.parametrize(
    ("minutes", "told", "tone"),
    [(30, "10 min yli", "warnF"), (5, "15 min vapaana", "infoF"), (20, "Täyttää ajan", "okF")],
)
def test_minutes_move_the_times_at_once_and_say_whether_they_fit(page, minutes, told, tone) -> None:
    row = page.agenda.rows()[0]
    row.minutes.setValue(minutes)
    assert page.agenda.rows()[1].start.text() == f"10.{minutes:02}"
    assert page.agenda.sum.chip.text().replace("\N{NO-BREAK SPACE}", " ") == told
    assert page.agenda.sum.chip._colours()[0] == page.desk.theme.color(tone)
    settled(page)
    assert stored(page).items[0].minutes == minutes


def test_rows_move_are_added_and_removed_by_keyboard_and_undone(qtbot, page) -> None:
    rows = page.agenda.rows()
    rows[1].title.setFocus()
    press(page, Qt.Key.Key_Up, ALT)
    assert titles(page)[:2] == ["Viikon suunnitelma", "Kuulumiskierros"]
    assert page.agenda.rows()[0].title.hasFocus()
    press(page, Qt.Key.Key_Return, CTRL)
    assert titles(page)[1] == ""
    assert page.agenda.rows()[1].title.hasFocus()
    qtbot.keyClicks(page.agenda.rows()[1].title, "Leikki")
    settled(page)
    page.agenda.rows()[1].grip.setFocus()
    press(page, Qt.Key.Key_Delete)
    assert "Leikki" not in titles(page)
    assert page.agenda.rows()[1].grip.hasFocus()
    for _ in range(4):
        page.desk.history.undo()
        page.desk.desks.idle()
    assert titles(page)[:2] == ["Kuulumiskierros", "Viikon suunnitelma"]
    assert len(titles(page)) == 5


def test_del_in_a_text_only_deletes_letters(page) -> None:
    title = page.agenda.rows()[0].title
    title.setFocus()
    title.setCursorPosition(0)
    press(page, Qt.Key.Key_Delete)
    assert titles(page)[0] == "uulumiskierros"
    assert len(titles(page)) == 5


def test_arrows_and_enter_go_from_title_to_title(page) -> None:
    rows = page.agenda.rows()
    rows[0].title.setFocus()
    press(page, Qt.Key.Key_Down)
    assert rows[1].title.hasFocus()
    press(page, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_Up)
    assert rows[1].title.hasFocus()
    assert page.agenda.current() is rows[1]


def test_tab_goes_through_the_rows_in_their_order(page) -> None:
    rows = page.agenda.rows()
    rows[0].title.setFocus()
    press(page, Qt.Key.Key_Down, ALT)
    rows = page.agenda.rows()
    rows[0].more.setFocus()
    press(page, Qt.Key.Key_Tab)
    assert rows[1].grip.hasFocus()
    assert titles(page)[1] == "Kuulumiskierros"


def test_a_row_is_dragged_by_its_handle(qtbot, page) -> None:
    grip = page.agenda.rows()[4].grip
    inside = QPoint(8, 8)
    qtbot.mousePress(grip, Qt.MouseButton.LeftButton, pos=inside)
    qtbot.mouseMove(grip, inside - QPoint(0, 60))
    qtbot.mouseMove(grip, inside - QPoint(0, 100))
    qtbot.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=inside - QPoint(0, 100))
    page.desk.desks.idle()
    assert titles(page).index("Lopetus ja tunnelmamittari") == 2
    assert [item.title for item in stored(page).items] == titles(page)


def test_a_drag_is_given_up_with_esc(qtbot, page) -> None:
    grip = page.agenda.rows()[4].grip
    qtbot.mousePress(grip, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    qtbot.mouseMove(grip, QPoint(8, -100))
    qtbot.keyClick(grip, Qt.Key.Key_Escape)
    qtbot.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=QPoint(8, -100))
    page.desk.desks.idle()
    assert titles(page)[4] == "Lopetus ja tunnelmamittari"


def choose(combo, text: str) -> None:
    combo.setCurrentIndex(combo.findText(text))
    combo.activated.emit(combo.currentIndex())


def test_leaders_come_first_among_those_responsible(page) -> None:
    who = page.agenda.rows()[0].who
    offered = [who.itemText(row) for row in range(who.count())]
    assert offered[:2] == ["Elina K.", "Mikko S."]
    assert offered[-3:] == ["Ryhmä", "Joku muu…", "Ei nimetty"]
    choose(who, "Ryhmä")
    page.desk.desks.idle()
    assert (stored(page).items[0].staff_id, stored(page).items[0].responsible) == (None, "Ryhmä")


def test_somebody_else_is_named_in_words(show: ShowPlan) -> None:
    page = show(answers=["Kokemusasiantuntija Pia "])
    choose(page.agenda.rows()[0].who, "Joku muu…")
    page.desk.desks.idle()
    assert stored(page).items[0].responsible == "Kokemusasiantuntija Pia"
    assert page.agenda.rows()[0].who.who() == (None, "Kokemusasiantuntija Pia")


def test_goals_are_ticked_for_an_item_and_so_for_the_session(qtbot, page) -> None:
    row = page.agenda.rows()[2]
    assert row.goals.accessibleName() == "Liitä tavoitteisiin"
    row.goals.click()
    picker = page.agenda._picker
    goal = picker.list.currentIndex().data(GOAL)
    qtbot.keyClick(picker.list, Qt.Key.Key_Space)
    page.desk.desks.idle()
    assert stored(page).items[2].goals == {goal.goal_id}
    assert goal.goal_id in {linked.goal_id for linked in stored(page).linked}
    assert row.goals.accessibleName() == "1 tavoite liitetty"
    qtbot.keyClick(picker.list, Qt.Key.Key_Return)
    page.desk.desks.idle()
    picker.close()
    assert stored(page).items[2].goals == frozenset()


def test_goals_of_the_session_are_counted_by_person(qtbot, page) -> None:
    page.goals.link_button.click()
    picker = page.goals._picker
    model = picker.list.model()
    free = next(
        row for row in range(model.rowCount())
        if not model.index(row).data(GOAL).linked and "Inka" in model.index(row).data()
    )  # fmt: skip
    picker.list.setCurrentIndex(model.index(free))
    qtbot.keyClick(picker.list, Qt.Key.Key_Space)
    page.desk.desks.idle()
    assert page.goals.count.text() == "6/9"
    picker.close()


def test_materials_are_added_ticked_renamed_and_removed(qtbot, page) -> None:
    page.materials.adder.button.click()
    for name in ("Tussit", "Paperia"):
        qtbot.keyClicks(page.materials.adder.line, name)
        qtbot.keyClick(page.materials.adder.line, Qt.Key.Key_Return)
        page.desk.desks.idle()
    qtbot.keyClick(page.materials.adder.line, Qt.Key.Key_Escape)
    assert [m.name for m in stored(page).materials][-2:] == ["Tussit", "Paperia"]
    row = page.materials.rows()[-1]
    row.findChild(QCheckBox).click()
    row.name.setText("Paperia × 10")
    row.name.textEdited.emit("Paperia × 10")
    settled(page)
    assert (stored(page).materials[-1].name, stored(page).materials[-1].ready) == (
        "Paperia × 10",
        True,
    )
    row.ready.setFocus()
    press(page, Qt.Key.Key_Delete)
    assert [m.name for m in stored(page).materials][-1] == "Tussit"


def test_an_emptied_name_takes_the_row_out(qtbot, page) -> None:
    name = page.materials.rows()[0].name
    write(qtbot, name, " ")
    qtbot.keyClick(name, Qt.Key.Key_Backspace)
    qtbot.keyClick(name, Qt.Key.Key_Backspace)
    page.desk.desks.idle()
    assert len(stored(page).materials) == 2


def test_duties_are_added_and_given_to_somebody(qtbot, page) -> None:
    page.duties.adder.open()
    qtbot.keyClicks(page.duties.adder.line, "Ovi")
    page.duties.adder.line.clearFocus()
    page.desk.desks.idle()
    choose(page.duties.rows()[-1].who, "Elina K.")
    page.desk.desks.idle()
    assert [(d.name, d.responsible) for d in stored(page).duties][-1] == ("Ovi", "Elina K.")


def test_an_unwritten_plan_offers_the_first_step(blank) -> None:
    assert blank.agenda.first.add_button.isVisible()
    assert not blank.agenda.sum.isVisible()
    blank.agenda.first.add_button.click()
    blank.desk.desks.idle()
    assert not blank.agenda.first.isVisible()
    assert blank.agenda.rows()[0].title.hasFocus() or not blank.isActiveWindow()
    assert blank.agenda.rows()[0].minutes.value() == 15


def test_a_plan_is_copied_from_the_groups_last_one_and_taken_back(blank) -> None:
    assert blank.head.copy_button.toolTip() == "Kopioi kerrasta ti\N{NO-BREAK SPACE}4.5."
    blank.agenda.first.copy_button.click()
    blank.desk.desks.idle()
    assert titles(blank)[:2] == ["Kuulumiskierros", "Viikon suunnitelma"]
    assert blank.goals.count.text().startswith("0/")
    blank.desk.history.undo()
    blank.desk.desks.idle()
    assert titles(blank) == []


def test_a_cancelled_session_is_read_and_not_written(page) -> None:
    session = session_of(page.desk, "Arjen avaimet")
    page.desk.history.do(
        page, cancel_session(session_id=session, reason="illness", now=page.desk.clock.now()), "x"
    )
    page.desk.desks.idle()
    assert "Tapaaminen on peruttu. Suunnitelmaa voi lukea ja tulostaa." in texts(page)
    assert page.head.theme.isReadOnly()
    assert not page.agenda.add_button.isVisible()
    assert all(row.title.isReadOnly() and not row.minutes.isEnabled() for row in page.agenda.rows())
    assert page.preview.print_button.isEnabled()


def test_what_another_removed_is_told_and_read_again(qtbot, page) -> None:
    gone = stored(page).items[0].item_id
    qtbot.keyClicks(page.agenda.rows()[0].title, "!")
    page.desk.worker.write(page.desk.worker, remove_item(item_id=gone))
    settled(page)
    assert [error.why.value for error in page.desk.desks.troubles] == ["gone"]
    assert len(titles(page)) == 4
    assert page.writer.state is not Saving.FAILED


def test_what_cannot_be_saved_is_kept_and_saved_when_tried_again(qtbot, page) -> None:
    desks = page.desk.desks
    write(qtbot, page.head.theme, "Kaupassa")
    page.desk.worker.lock()
    settled(page)
    assert page.property("unsaved")
    assert page.head.unsaved.isVisible()
    assert page.head.chip.text() == "Ei tallennettu"
    assert page.head.theme.text() == "Kaupassa"
    path = desks.folder / desks.template.path.name
    page.desk.worker.unlock(page, lambda: open_with_key(str(path), desks.template.key), id, id)
    page.head.unsaved.button.click()
    desks.idle()
    assert stored(page).theme == "Kaupassa"
    assert not page.head.unsaved.isVisible()
    assert not page.property("unsaved")


def test_the_preview_follows_the_copy_and_the_typing(qtbot, page) -> None:
    view = page.preview.pane.view
    assert "Oona" in Read(view._pdf).text
    page.preview.copies.button("wall").click()
    page.desk.desks.idle()
    wall = view._pdf
    assert "Oona" not in Read(wall).text
    write(qtbot, page.head.theme, "Kaupassa")
    assert view._pdf is wall
    qtbot.waitUntil(lambda: view._pdf is not wall)
    assert "Kaupassa" in Read(view._pdf).text


def test_a_name_on_the_wall_is_warned_of(qtbot, page) -> None:
    write(qtbot, page.head.theme, "Oonan vuoro")
    settled(page)
    assert not page.preview.warning.isVisible()
    page.preview.copies.button("wall").click()
    page.desk.desks.idle()
    assert page.preview.warning.isVisible()
    assert "”Oonan”" in page.preview.warning.text()


def test_a_narrow_page_has_the_preview_behind_a_button(show: ShowPlan) -> None:
    page = show(width=1000)
    assert not page.preview.isVisible()
    assert page.head.preview_button.isVisible()
    page.resize(1270, 704)
    assert page.preview.isVisible()
    assert not page.head.preview_button.isVisible()


def test_printing_uses_the_systems_dialog_and_is_logged_with_the_copy(page, tmp_path: Path) -> None:
    session = page._session
    press(page, Qt.Key.Key_P, CTRL)
    page.desk.desks.idle()
    printers = page.print_shop.printers
    assert printers.asked == [("Tapaamisen suunnitelma", "Toimiston tulostin")]
    assert printers.paper.read_bytes().startswith(b"%PDF")
    assert uses(page.desk, Deed.PRINT) == [(f"session plan {session}, leader copy", 5)]
    assert page.desk.desks.notices == [("ok", "Tapaamisen suunnitelma lähetettiin tulostimelle.")]
    page.preview.copies.button("wall").click()
    page.preview.print_button.click()
    page.desk.desks.idle()
    page.desk.desks.idle()
    assert uses(page.desk, Deed.PRINT)[-1] == (f"session plan {session}, wall copy", 0)


def test_going_back_in_the_systems_dialog_prints_and_logs_nothing(page) -> None:
    page.print_shop.printers.agrees = False
    press(page, Qt.Key.Key_P, CTRL)
    assert uses(page.desk, Deed.PRINT) == []


def test_without_a_printer_a_pdf_is_offered(show: ShowPlan, tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    page = show(answers=[True, path])
    page.print_shop.printers.known = []
    press(page, Qt.Key.Key_P, CTRL)
    page.desk.desks.idle()
    assert page.desk.ask.asked[0].sentence.startswith("Tällä koneella ei ole tulostinta.")
    assert "Hoidan puhelut itse" in Read(path.read_bytes()).text
    assert uses(page.desk, Deed.EXPORT) == [(f"session plan {page._session}, leader copy", 5)]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_fails_is_told_of(show: ShowPlan, tmp_path: Path) -> None:
    page = show(answers=[False])
    page.print_shop.printers.paper = tmp_path / "missing" / "paper.pdf"
    press(page, Qt.Key.Key_P, CTRL)
    page.desk.desks.idle()
    assert page.desk.ask.asked[0].sentence.startswith("Tulostin ei vastannut.")
    assert page.desk.desks.notices == []


def test_the_pdfs_name_tells_the_group_and_the_day_and_no_client(show: ShowPlan, tmp_path) -> None:
    page = show(answers=[tmp_path / "x.pdf"])
    page.preview.save_button.click()
    page.desk.desks.idle()
    page.desk.desks.idle()
    assert page.desk.ask.asked[0].path.name == "Suunnitelma_arjen-avaimet_2027-05-04.pdf"
    assert page.desk.desks.notices == [("ok", "Tallennettu: x.pdf")]
    assert page.desk.settings.export_folder == str(tmp_path)
    assert (tmp_path / "x.pdf").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("look", [{}, {"dark": True, "scale": 1.5}], ids=["plain", "dark-large"])
def test_it_opens_in_every_language_and_look_without_cutting_words(show, language, look) -> None:
    page = show(language=language, width=1222, **look)
    cut = [
        label.text() for label in page.findChildren(QLabel)
        if type(label) is QLabel and label.isVisible() and label.text()
        and label.width() < label.minimumSizeHint().width()
    ]  # fmt: skip
    assert cut == []
    assert not page.grab().isNull()
