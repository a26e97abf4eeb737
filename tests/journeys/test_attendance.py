# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking attendance from Today with the keyboard alone, through the real main window."""

import pytest
from PySide6.QtCore import Qt

from db.models import Enrolment, Participant
from db.queries.roster import Roster, roster
from db.queries.today import today
from db.rules.words import EnrolmentKind, MarkKind, ParticipantKind, SessionState
from db.work import Do
from desktop.desk import Place
from tests.conftest import NOW
from tests.driver import Driver
from tests.factories import START, TODAY

P, L, N, A = MarkKind
Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


class Journey(Driver):
    """From Today on, the presses counted that a person makes."""

    def __init__(self, qtbot, desk) -> None:
        super().__init__(qtbot, desk, Place("today"))
        self.presses = 0
        day = self.asked(today(day=TODAY, now=NOW))
        head = next(one.head for one in day.sessions if one.head.group == "Arjen avaimet")
        self.session, self.group = head.id, head.group_id

    def keys(self, *keys, held=Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            self.press(key, held)
            self.presses += 1

    def add_to_group(self, first: str, last: str) -> None:
        def add(tx) -> None:
            person = tx.add(
                Participant, kind=ParticipantKind.NAMED, first_name=first, last_name=last
            )
            tx.add(
                Enrolment, group_id=self.group, participant_id=person, kind=EnrolmentKind.MEMBER,
                starts_on=START,
            )  # fmt: skip

        self.desk.worker.write(self.window, Do("add", add))
        self.idle()

    @property
    def roster(self) -> Roster:
        return self.asked(roster(session_id=self.session))

    @property
    def marks(self) -> dict[str, MarkKind | None]:
        return {row.name.text: row.mark for row in self.roster.rows}


@pytest.fixture
def journey(qtbot, desk) -> Journey:
    return Journey(qtbot, desk)


def test_twelve_people_two_of_them_away_in_four_presses(journey: Journey) -> None:
    """The first promise: at most four inputs, no mouse needed."""
    for first, last in (("Eero", "Aho"), ("Kirsi", "Laine"), ("Leena", "Virta")):
        journey.add_to_group(first, last)
    journey.keys(Key.Key_Return)
    journey.keys(Key.Key_T, Key.Key_V, held=ALT)
    journey.keys(Key.Key_K)
    assert journey.presses == 4
    away = {name for name, mark in journey.marks.items() if mark is A}
    assert (len(journey.marks), away) == (12, {"Tuomo J.", "Veikko R."})
    assert [*journey.marks.values()].count(P) == 10
    assert journey.roster.session.state is SessionState.HELD


def test_attendance_by_keys_then_all_of_it_taken_back_and_done_again(journey: Journey) -> None:
    journey.keys(Key.Key_Return)
    assert "Arjen avaimet" in journey.told()
    journey.keys(Key.Key_P, Key.Key_P, Key.Key_M, Key.Key_I, Key.Key_X, Key.Key_K)
    done = journey.marks
    assert [*done.values()] == [P, P, L, N, A, P, P, P, P]
    for _ in range(6):
        journey.keys(Key.Key_Z, held=CTRL)
    assert set(journey.marks.values()) == {None}
    assert journey.roster.session.state is SessionState.PLANNED
    for _ in range(6):
        journey.keys(Key.Key_Y, held=CTRL)
    assert journey.marks == done
    journey.keys(Key.Key_Return, held=CTRL)
    assert journey.roster.session.closed_at is not None
    assert "Valmis" in journey.told()
    journey.keys(Key.Key_P)
    assert journey.marks == done
    journey.page.head.reopen.setFocus()
    journey.keys(Key.Key_Space)
    assert journey.roster.session.closed_at is None
    assert journey.marks == done


def test_the_notice_says_what_was_done_and_takes_it_back(journey: Journey) -> None:
    journey.keys(Key.Key_Return)
    journey.keys(Key.Key_X)
    assert journey.notice == "Merkittiin poissa: Aatu L."
    journey.window.toast.undo.click()
    journey.idle()
    assert journey.marks["Aatu L."] is None
    assert journey.notice == "Kumottu: Merkittiin poissa: Aatu L."


def test_today_tells_at_once_what_was_recorded(journey: Journey) -> None:
    journey.keys(Key.Key_Return)
    journey.keys(Key.Key_K)
    journey.keys(Key.Key_Return, held=CTRL)
    journey.keys(Key.Key_Left, held=ALT)
    assert journey.window.page().crumb() == ""
    assert "Kirjattu 10.26" in journey.told()
