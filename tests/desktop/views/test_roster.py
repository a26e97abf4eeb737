# SPDX-License-Identifier: GPL-3.0-or-later
"""Attendance as a leader takes it, by keys and by pointer, on the demonstration office's Tuesday."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel

from db.actions.attendance import set_head_count, set_mark
from db.actions.sessions import cancel_session, end_session
from db.log import Deed
from db.models import Group, LogLine
from db.queries.roster import roster
from db.queries.today import today
from db.rules.words import AddedAs, Counting, MarkKind, SessionState
from db.work import Do, nobody, query
from desktop.desk import Place
from desktop.models.roster import EARLIER, ENTRY, MARK, MINUTES, NAME
from desktop.views.drop_in import DropInDialog
from desktop.views.end_session import EndSessionDialog
from desktop.views.roster import RosterPage
from desktop.widgets.chip_button import ChipButton
from tests.conftest import NOW
from tests.factories import TODAY

P, L, N, A = MarkKind.PRESENT, MarkKind.LATE, MarkKind.NOTIFIED, MarkKind.ABSENT
Key = Qt.Key


class Scene:
    """A roster on show, and what a person does and sees there."""

    def __init__(self, qtbot, desk, group: str = "Arjen avaimet") -> None:
        self.qtbot, self.desk, self.desks = qtbot, desk, desk.desks
        day = self.ask(today(day=TODAY, now=NOW))
        head = next(s.head for s in day.sessions if s.head.group == group)
        self.session = head.id
        counting = Do("count", lambda tx: tx.change(Group, head.group_id, counting=Counting.BOTH))
        self.write(counting)
        self.page = RosterPage(desk, Place("roster", head.id))
        qtbot.addWidget(self.page)
        self.page.resize(1270, 704)
        self.page.show()
        self.desks.idle()
        self.page.focus_first()

    def ask(self, question):
        answers: list[object] = []
        self.desk.worker.read(self.desk.worker, question, answers.append)
        self.desks.wait(lambda: answers)
        return answers[0]

    def write(self, deed) -> None:
        self.desk.worker.write(self.desk.worker, deed)
        self.desks.idle()

    def press(self, *keys, held=Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            self.qtbot.keyClick(self.page.focusWidget(), key, held)
        self.desks.idle()

    def go_to(self, name: str) -> None:
        self.page.table.choose(self.id_of(name))

    def id_of(self, name: str) -> int:
        return next(r.participant_id for r in self.page.table.people.rows if r.name.text == name)

    def row(self, name: str):
        return next(r for r in self.page.table.people.rows if r.name.text == name)

    @property
    def names(self) -> list[str]:
        return [row.name.text for row in self.page.table.people.rows]

    @property
    def shown(self) -> list[MarkKind | None]:
        return [row.mark for row in self.page.table.people.rows]

    @property
    def stored(self) -> list[MarkKind | None]:
        return [row.mark for row in self.ask(roster(session_id=self.session)).rows]

    @property
    def current(self) -> str:
        return self.page.table.people.rows[self.page.table.currentIndex().row()].name.text

    def click(self, name: str, column: int, at: QPoint | None = None) -> None:
        table = self.page.table
        cell = table.visualRect(table.people.index(self.names.index(name), column))
        self.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at or cell.center())
        self.desks.idle()

    def click_mark(self, name: str, mark: MarkKind) -> None:
        table = self.page.table
        cell = table.visualRect(table.people.index(self.names.index(name), MARK))
        self.click(name, MARK, table.painter_of_rows.segment_rect(cell, mark).center().toPoint())

    def texts(self) -> list[str]:
        return [label.text() for label in self.page.findChildren(QLabel) if label.isVisible()]

    def spoken(self, name: str, column: int) -> str:
        index = self.page.table.people.index(self.names.index(name), column)
        return index.data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.fixture
def open_roster(qtbot, open_desk) -> Callable[..., Scene]:
    def opened(group: str = "Arjen avaimet", **options: object) -> Scene:
        return Scene(qtbot, open_desk(**options), group)

    return opened


@pytest.fixture
def scene(open_roster) -> Scene:
    return open_roster()


PEOPLE = [
    *("Aatu L.", "Inka M.", "Máret Č.", "Oona H.", "Petteri V."),
    *("Raili S.", "Sanna K.", "Tuomo J.", "Veikko R."),
]


def test_the_focus_is_on_the_first_person_without_a_mark(scene: Scene) -> None:
    assert scene.names == PEOPLE
    assert scene.page.focusWidget() is scene.page.table
    assert scene.current == "Aatu L."
    assert scene.page.crumb() == "Arjen avaimet, ti\u00a04.5."
    assert scene.page.way_back() == Place("today")


def test_a_letter_marks_and_moves_on(scene: Scene) -> None:
    """Jethro's P and A keys with auto-advance, and the two marks it lacks."""
    scene.press("p", "m", "i", "x")
    assert scene.shown[:5] == [P, L, N, A, None]
    assert scene.stored[:5] == [P, L, N, A, None]
    assert scene.current == "Petteri V."


def test_somebody_late_arrives_by_the_clock(scene: Scene) -> None:
    scene.press("m")
    assert (scene.row("Aatu L.").minutes, scene.row("Aatu L.").late_minutes) == (94, 26)


def test_a_mark_is_painted_before_it_is_stored(qtbot, scene: Scene) -> None:
    qtbot.keyClick(scene.page.table, "p")
    assert scene.shown[0] is P
    assert not scene.desk.worker.is_idle
    scene.desks.idle()
    assert scene.stored[0] is P


def test_every_mark_is_a_step_with_a_sentence(scene: Scene) -> None:
    scene.press("p", "x")
    assert scene.desk.history.stack.undoText() == "Merkittiin poissa: Inka M."
    scene.desk.history.undo()
    scene.desks.idle()
    assert scene.shown[:2] == [P, None]
    scene.desk.history.redo()
    scene.desks.idle()
    assert scene.shown[:2] == [P, A]


def test_the_cursor_stays_where_it_was_over_a_refresh(scene: Scene) -> None:
    """Aam PR #1204: fast presses skipped a person."""
    scene.press("p", "p", "p")
    scene.desk.history.undo()
    scene.desks.idle()
    assert scene.current == "Oona H."
    assert scene.shown[:4] == [P, P, None, None]


def test_all_present_fills_only_what_is_unset(scene: Scene) -> None:
    """Moodle mod_attendance #405: the bulk fill overwrote deliberate marks."""
    scene.press("x", "k")
    assert scene.stored == [A, *[P] * 8]
    assert not scene.page.head.all_present.isEnabled()
    scene.desk.history.undo()
    scene.desks.idle()
    assert scene.stored == [A, *[None] * 8]


def test_alt_and_a_letter_marks_somebody_from_anywhere(scene: Scene) -> None:
    scene.press(Key.Key_T, held=Qt.KeyboardModifier.AltModifier)
    scene.press(Key.Key_V, held=Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    assert (scene.row("Tuomo J.").mark, scene.row("Veikko R.").mark) == (A, N)
    assert scene.current == "Veikko R."


def test_the_letters_show_while_alt_is_held(qtbot, scene: Scene) -> None:
    painter = scene.page.table.painter_of_rows
    qtbot.keyPress(scene.page.table, Key.Key_Alt)
    assert painter.show_letters
    qtbot.keyRelease(scene.page.table, Key.Key_Alt)
    assert not painter.show_letters
    assert len({*painter.letters.values()}) == 9


def test_other_letters_do_nothing(scene: Scene) -> None:
    scene.press("o", "z", "å")
    assert scene.current == "Aatu L."
    assert scene.shown == [None] * 9


def test_delete_takes_the_mark_away(scene: Scene) -> None:
    scene.press("p", Key.Key_Up, Key.Key_Delete)
    assert scene.stored[0] is None
    assert scene.ask(roster(session_id=scene.session)).session.state is SessionState.PLANNED


def test_arrows_within_the_row_and_space_choose(scene: Scene) -> None:
    scene.press(Key.Key_Right, Key.Key_Right, Key.Key_Space)
    assert (scene.shown[0], scene.current) == (L, "Aatu L.")
    scene.press(Key.Key_Left, Key.Key_Space)
    assert scene.shown[0] is P


def test_digits_change_the_minutes_of_somebody_here(scene: Scene) -> None:
    scene.press("p", Key.Key_Up, "9", "0", Key.Key_Return)
    assert scene.row("Aatu L.").minutes == 90
    assert scene.ask(roster(session_id=scene.session)).rows[0].minutes == 90
    assert scene.page.focusWidget() is scene.page.table


def test_f2_opens_the_minutes_and_escape_leaves_them(scene: Scene) -> None:
    scene.press("p", Key.Key_Up, Key.Key_F2, "5", Key.Key_Escape)
    assert scene.row("Aatu L.").minutes == 120


def test_nobody_away_or_unset_has_minutes_to_change(scene: Scene) -> None:
    scene.press("9", "x", Key.Key_Up, "9")
    assert scene.page.focusWidget() is scene.page.table
    assert scene.row("Aatu L.").minutes == 0


def test_a_click_marks_and_stays(scene: Scene) -> None:
    scene.click_mark("Raili S.", N)
    assert (scene.row("Raili S.").mark, scene.current) == (N, "Raili S.")


def test_a_click_on_the_minutes_opens_them(scene: Scene) -> None:
    scene.click_mark("Raili S.", P)
    scene.click("Raili S.", MINUTES)
    scene.press("6", "0", Key.Key_Return)
    assert scene.row("Raili S.").minutes == 60


def test_plus_and_minus_count_visitors_without_a_name(scene: Scene) -> None:
    """Jethro #1008: the head count was tied to named marks. It stands alone here."""
    scene.press("+", "+", "-")
    assert scene.page.head.heads.value() == 1
    told = scene.ask(roster(session_id=scene.session))
    assert (told.session.head_count, told.session.state) == (1, SessionState.HELD)
    assert scene.shown == [None] * 9


def test_the_stepper_counts_too(scene: Scene) -> None:
    scene.page.head.heads.stepBy(1)
    scene.desks.idle()
    assert scene.desk.history.stack.undoText() == "Nimettömiä kävijöitä: 1"


def test_totals_follow_at_once_and_the_chip_leads_to_who_is_left(qtbot, scene: Scene) -> None:
    scene.press("p", "p", "m", "i")
    assert "5 kirjaamatta" in scene.page.findChild(ChipButton).text()
    counts = "Paikalla 2, myöhässä 1, ilmoitettuja poissaoloja 1, poissa 0, kirjaamatta 5"
    assert scene.page.bar.accessibleName() == counts
    scene.go_to("Aatu L.")
    scene.page.bar.unset.click()
    assert scene.current == "Petteri V."


def test_two_unexplained_absences_are_spoken_with_the_name(scene: Scene) -> None:
    assert scene.spoken("Tuomo J.", NAME) == "Tuomo J., 2 ilmoittamatonta poissaoloa peräkkäin"


def test_every_cell_can_be_heard(scene: Scene) -> None:
    scene.go_to("Oona H.")
    scene.press("p")
    assert scene.spoken("Oona H.", MARK) == "Oona H., paikalla, 120 minuuttia"
    assert scene.spoken("Aatu L.", MARK) == "Aatu L., kirjaamatta"
    assert scene.spoken("Oona H.", MINUTES) == "120 minuuttia"
    assert scene.spoken("Oona H.", ENTRY) == "ei kirjausta"
    assert scene.spoken("Oona H.", EARLIER).startswith("8 edellistä kertaa: ")


def test_the_end_asks_only_when_somebody_is_left(scene: Scene) -> None:
    scene.press("k")
    scene.press(Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    assert scene.page.findChild(EndSessionDialog) is None
    assert scene.page.table.painter_of_rows.read_only
    assert scene.ask(roster(session_id=scene.session)).session.closed_at == NOW


def ask_end(scene: Scene) -> EndSessionDialog:
    for name in PEOPLE[:7]:
        scene.go_to(name)
        scene.press("p")
    scene.page.commands.end()
    return scene.page.findChild(EndSessionDialog)


def test_the_end_names_who_is_left_and_marks_them_absent(scene: Scene) -> None:
    dialog = ask_end(scene)
    assert dialog.accessibleDescription() == "Tuomo J. ja Veikko R. ovat vielä kirjaamatta."
    dialog.main_button.click()
    scene.desks.idle()
    assert scene.stored[7:] == [A, A]
    assert scene.ask(roster(session_id=scene.session)).session.closed_at is not None


def test_the_end_may_leave_them_unrecorded(scene: Scene) -> None:
    ask_end(scene).leave.click()
    scene.desks.idle()
    assert scene.stored[7:] == [None, None]
    assert scene.ask(roster(session_id=scene.session)).session.closed_at is not None


def test_the_end_may_be_put_off(scene: Scene) -> None:
    ask_end(scene).safe_button.click()
    scene.desks.idle()
    assert scene.ask(roster(session_id=scene.session)).session.closed_at is None


def test_an_ended_session_is_read_only_until_it_is_opened_again(scene: Scene) -> None:
    """CoursesSystem #68: opening a register again set everybody to attended."""
    scene.press("x", "k")
    scene.page.commands.end()
    scene.desks.idle()
    scene.go_to("Aatu L.")
    scene.press("p")
    assert scene.stored[0] is A
    assert scene.desks.notices == [("info", "Tapaaminen on päätetty. Avaa se ensin korjattavaksi.")]
    scene.page.head.reopen.click()
    scene.desks.idle()
    assert scene.stored == [A, *[P] * 8]
    scene.go_to("Aatu L.")
    scene.page.focus_first()
    scene.press("p")
    assert scene.stored[0] is P


def test_what_cannot_be_saved_is_taken_back_told_and_kept(scene: Scene) -> None:
    scene.press("p")
    key = scene.desks.template.key
    scene.desk.worker.lock()
    scene.press("p", "x")
    assert scene.shown[:3] == [P, None, None]
    assert scene.page.banner.isVisible()
    assert scene.page.banner.text() == "Ei tallennettu"
    assert scene.page.property("unsaved")
    assert not scene.page.bar.end.isEnabled()
    from db.opening import open_with_key

    address = str(scene.desks.folder / scene.desks.template.path.name)
    scene.desk.worker.unlock(
        scene.page, lambda: open_with_key(address, key), lambda _o: None, lambda _e: None
    )
    scene.page.banner.button.click()
    scene.desks.idle()
    assert scene.stored[:3] == [P, P, A]
    assert not scene.page.banner.isVisible()
    assert scene.page.bar.end.isEnabled()


def test_a_refusal_that_trying_again_would_not_mend_is_told(scene: Scene) -> None:
    scene.page.table.people.show(scene.page.saving.shown.rows)
    scene.desk.worker.write(scene.desk.worker, end_session(session_id=scene.session, now=NOW))
    scene.press("p")
    assert [error.why for error in scene.desks.troubles] == ["session_closed"]
    assert not scene.page.banner.isVisible()
    assert scene.page.table.painter_of_rows.read_only


def test_the_same_office_changed_elsewhere_shows_at_once(scene: Scene) -> None:
    other = set_mark(
        session_id=scene.session, participant_id=scene.id_of("Oona H."), mark=A, now=NOW
    )
    scene.write(other)
    assert scene.row("Oona H.").mark is A


def test_before_the_session_only_an_absence_can_be_told(open_roster) -> None:
    """Moodle #300 and Jethro #874: apologies in advance wait and are no marks."""
    scene = open_roster("Vertaispiiri")
    first = scene.names[0]
    scene.press("p", Key.Key_Up)
    assert scene.desks.notices == [
        ("info", "Tapaaminen on vasta tulossa. I kirjaa poissaolon ennakkoon.")
    ]
    scene.press("i")
    assert (scene.row(first).told, scene.row(first).mark) == (True, None)
    assert scene.spoken(first, NAME) == f"{first}, ilmoittanut poissaolosta"
    assert scene.ask(roster(session_id=scene.session)).session.state is SessionState.PLANNED
    scene.go_to(first)
    scene.press(Key.Key_Delete)
    assert not scene.row(first).told
    assert not scene.page.bar.end.isEnabled()


def test_a_cancelled_session_takes_no_marks(qtbot, scene: Scene) -> None:
    scene.write(cancel_session(session_id=scene.session, reason="weather", now=NOW))
    scene.press("p")
    assert scene.shown == [None] * 9
    assert scene.desks.notices[0][1].startswith("Tapaaminen on peruttu")


def test_nobody_came_and_did_not_meet_are_two_things(open_roster) -> None:
    """Gibbon and Aam #2614 could not tell these from a session that nobody recorded."""
    scene = open_roster(answers=["too_few", True])
    scene.page.commands.nobody.trigger()
    scene.desks.idle()
    assert scene.stored == [A] * 9
    scene.desk.history.undo()
    scene.desks.idle()
    scene.page.commands.no_meeting.trigger()
    scene.desks.idle()
    told = scene.ask(roster(session_id=scene.session)).session
    assert (told.state, told.cancel_reason) == (SessionState.CANCELLED, "too_few")
    scene.page.commands.resetting.trigger()
    scene.desks.idle()
    assert scene.ask(roster(session_id=scene.session)).session.state is SessionState.PLANNED


def visitor_dialog(scene: Scene) -> DropInDialog:
    scene.press("a")
    return scene.page.findChild(DropInDialog)


def find(scene: Scene, dialog: DropInDialog, text: str) -> list[str]:
    dialog.name.setText(text)
    scene.qtbot.waitUntil(lambda: not dialog._wait.isActive())
    scene.desks.idle()
    return [dialog.found.item(n).text() for n in range(dialog.found.count())]


def test_a_first_name_adds_somebody_new_this_once(scene: Scene) -> None:
    dialog = visitor_dialog(scene)
    assert find(scene, dialog, "Kyllikki") == ["Uusi: ”Kyllikki”"]
    dialog.main_button.click()
    scene.desks.idle()
    assert (scene.names[-1], scene.current) == ("Kyllikki", "Kyllikki")
    assert (scene.row("Kyllikki").added, scene.row("Kyllikki").mark) == (AddedAs.WALK_IN, P)
    assert scene.spoken("Kyllikki", NAME) == "Kyllikki, kertakäynti"


def test_known_people_come_first_and_tell_if_they_are_here_already(scene: Scene) -> None:
    found = find(scene, visitor_dialog(scene), "Oona")
    assert found[0].startswith("Oona H. – on jo listalla · Arjen avaimet")
    assert found[-1] == "Uusi: ”Oona”"


def test_a_visitor_may_become_a_member(scene: Scene) -> None:
    dialog = visitor_dialog(scene)
    find(scene, dialog, "Kyllikki Korpi")
    dialog.stays.setChecked(True)
    dialog.main_button.click()
    scene.desks.idle()
    assert scene.row("Kyllikki K.").added is None


def test_a_number_adds_heads(scene: Scene) -> None:
    dialog = visitor_dialog(scene)
    assert find(scene, dialog, "3") == ["3 nimetöntä kävijää"]
    dialog.main_button.click()
    scene.desks.idle()
    assert scene.page.head.heads.value() == 3


def test_a_visitor_added_by_mistake_goes_with_delete(scene: Scene) -> None:
    dialog = visitor_dialog(scene)
    find(scene, dialog, "Kyllikki")
    dialog.main_button.click()
    scene.desks.idle()
    scene.page.focus_first()
    scene.press(Key.Key_Delete, Key.Key_Delete)
    assert scene.names == PEOPLE


def test_no_visitor_is_added_without_a_name(scene: Scene) -> None:
    assert not visitor_dialog(scene).main_button.isEnabled()


def test_a_person_who_is_passed_by_is_not_looked_at(scene: Scene) -> None:
    """The log tells whose entries were seen: marking down the list sees none of them."""
    scene.press("p", "p", "p", "p")
    scene.qtbot.waitUntil(lambda: not scene.page.person._wait.isActive())
    scene.desks.idle()

    @query(whose=nobody)
    def seen(conn) -> list[int]:
        from sqlalchemy import select

        at = (LogLine.deed == Deed.VIEW) & (LogLine.what == "person_at_session")
        return list(conn.execute(select(LogLine.participant_id).where(at)).scalars())

    assert scene.ask(seen())[-1:] == [scene.id_of("Petteri V.")]
    assert scene.id_of("Inka M.") not in scene.ask(seen())


def test_the_clock_moves_the_session_on(scene: Scene) -> None:
    assert "Käynnissä" in scene.texts()
    scene.desk.clock.move(timedelta(hours=2))
    scene.page._show()
    assert "Läsnäolot kirjaamatta" in scene.texts()


def test_a_head_count_alone_is_recorded(scene: Scene) -> None:
    scene.write(set_head_count(session_id=scene.session, count=4))
    scene.desk.clock.move(timedelta(hours=2))
    scene.page._show()
    assert "Valmis" in scene.texts()


def test_every_command_has_a_name_and_letters_have_one_meaning(scene: Scene) -> None:
    actions = [a for a in scene.page.actions() if isinstance(a, QAction)]
    keys = [a.shortcut().toString() for a in actions if not a.shortcut().isEmpty()]
    assert all(action.text() for action in actions)
    assert len(keys) == len(set(keys))
    assert scene.page.keys()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("dark", [False, True])
def test_it_is_built_in_every_language_and_theme_at_150(open_roster, language, dark) -> None:
    scene = open_roster(language=language, dark=dark, scale=1.5)
    assert scene.page.is_narrow()
    assert not scene.page.panel.isVisible()
    scene.press(Key.Key_Return)
    assert scene.page.panel.isVisible()
    assert scene.page.panel.isAncestorOf(scene.page.focusWidget())
    scene.press(Key.Key_Escape)
    assert not scene.page.panel.isVisible()
    assert scene.page.focusWidget() is scene.page.table
