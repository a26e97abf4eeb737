# SPDX-License-Identifier: GPL-3.0-or-later
"""The person beside the roster: goals, the entry saved as it is typed, and the warning of names."""

import pytest
from PySide6.QtCore import Qt

from db.models import Entry
from db.queries.person_at_session import PersonAtSession, person_at_session
from db.queries.roster import roster
from db.work import Do
from desktop.views.roster_person import READ_AFTER
from tests.desktop.views.test_roster import Scene, open_roster, scene
from tests.factories import TODAY, at

__all__ = ["open_roster", "scene"]

Key = Qt.Key


class Panel:
    """Oona's panel, read."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.page, self.panel = scene, scene.page, scene.page.panel
        self.look_at("Oona H.")

    def look_at(self, name: str) -> None:
        self.scene.go_to(name)
        self.read()

    def read(self) -> None:
        told = self.page.table.person()
        self.scene.qtbot.waitUntil(
            lambda: self.panel._told is not None and self.panel._told.participant_id == told,
            timeout=READ_AFTER * 20,
        )
        self.scene.desks.idle()

    def stored(self, name: str = "Oona H.") -> PersonAtSession:
        person = self.scene.id_of(name)
        where = {"session_id": self.scene.session, "participant_id": person, "staff_id": 1}
        return self.scene.ask(person_at_session(**where))

    def goal(self, place: int):
        rows = self.scene.ask(roster(session_id=self.scene.session)).rows
        return next(r for r in rows if r.name.text == "Oona H.").goals[place]

    @property
    def text(self):
        return self.panel.editor.text

    def type(self, text: str) -> None:
        self.text.setFocus()
        self.scene.qtbot.keyClicks(self.text, text)

    def save(self) -> None:
        self.page.settle()
        self.scene.desks.idle()


@pytest.fixture
def panel(scene: Scene) -> Panel:
    return Panel(scene)


def test_the_person_is_told_in_own_words(panel: Panel) -> None:
    told = panel.scene.texts()
    assert "Oona H." in told
    assert "Jakso 12.1.–30.6. · kerta 32" in told
    assert any(text.startswith("”Haluan päästä taas ihmisten ilmoille") for text in told)
    assert any(text.startswith("Viime kerralla, to") for text in told)


def test_t_says_that_the_first_goal_was_worked_on(panel: Panel) -> None:
    panel.page.focus_first()
    panel.scene.press("t")
    assert panel.goal(0).worked_on
    assert panel.scene.desk.history.stack.undoText() == "Tavoitetta työstettiin: Oona H."
    panel.scene.press("t")
    assert not panel.goal(0).worked_on


def test_enter_leads_to_the_goals_and_escape_back(panel: Panel) -> None:
    panel.page.focus_first()
    panel.scene.press(Key.Key_Return)
    assert panel.panel.isAncestorOf(panel.page.focusWidget())
    panel.scene.press(Key.Key_Escape)
    assert panel.page.focusWidget() is panel.page.table


def test_a_level_is_stored_and_its_meaning_told(panel: Panel) -> None:
    panel.page.focus_first()
    panel.scene.press("t")
    card = next(iter(panel.panel._cards.values()))
    before = panel.goal(0).last_level
    card.ladder.setFocus()
    panel.scene.press("+")
    assert panel.goal(0).level == before + 1
    panel.scene.press("0")
    assert panel.goal(0).level == before
    assert any(text.startswith(("−2 = ", "−1 = ")) for text in panel.scene.texts())
    panel.scene.desk.history.undo()
    panel.scene.desks.idle()
    assert panel.goal(0).level == before + 1


def test_alt_and_arrows_change_the_person(panel: Panel) -> None:
    panel.text.setFocus()
    panel.scene.press(Key.Key_Down, held=Qt.KeyboardModifier.AltModifier)
    assert panel.scene.current == "Petteri V."
    panel.scene.press(Key.Key_Up, held=Qt.KeyboardModifier.AltModifier)
    assert panel.scene.current == "Oona H."


def test_an_entry_saves_itself_after_a_pause(panel: Panel) -> None:
    panel.page.focus_first()
    panel.scene.press("n")
    with panel.scene.qtbot.waitSignal(panel.panel.editor.written, timeout=3000):
        panel.type("Soitti Kelaan itse.")
    panel.scene.desks.idle()
    assert panel.stored().own_entry.text == "Soitti Kelaan itse."
    assert panel.scene.row("Oona H.").entries == 1
    assert panel.page.focusWidget() is panel.text


def test_letters_in_an_entry_mark_nobody(panel: Panel) -> None:
    panel.type("p x i m k a t n 9")
    panel.save()
    assert panel.scene.stored == [None] * 9
    assert panel.stored().own_entry.text == "p x i m k a t n 9"


def test_each_burst_of_typing_is_one_step_back(panel: Panel) -> None:
    panel.type("Soitti")
    panel.save()
    panel.type(" Kelaan")
    panel.save()
    history = panel.scene.desk.history
    assert history.stack.undoText() == "Kirjaus: Oona H."
    history.undo()
    panel.scene.desks.idle()
    panel.scene.qtbot.waitUntil(lambda: panel.text.toPlainText() == "Soitti")
    history.undo()
    panel.scene.desks.idle()
    panel.scene.qtbot.waitUntil(lambda: panel.text.toPlainText() == "")
    assert panel.stored().entries == ()


def test_an_entry_is_saved_when_the_person_is_left(panel: Panel) -> None:
    panel.type("Soitti")
    panel.look_at("Petteri V.")
    assert panel.stored().own_entry.text == "Soitti"
    assert panel.text.toPlainText() == ""
    panel.type("Tuli ajoissa")
    panel.save()
    assert panel.stored("Petteri V.").own_entry.text == "Tuli ajoissa"
    panel.look_at("Oona H.")
    assert panel.text.toPlainText() == "Soitti"


def test_what_is_being_typed_is_not_overwritten_by_a_refresh(panel: Panel) -> None:
    panel.type("Soitti")
    panel.scene.desk.worker.changed.emit(FakeChange())
    panel.type(" Kelaan")
    panel.save()
    assert panel.stored().own_entry.text == "Soitti Kelaan"


class FakeChange:
    """Something changed in the entries."""

    tables = frozenset({"entries"})


def test_an_entry_that_cannot_be_saved_is_kept_and_shown_again(panel: Panel) -> None:
    panel.scene.desk.worker.lock()
    panel.type("Soitti")
    panel.save()
    assert panel.page.property("unsaved")
    panel.scene.go_to("Petteri V.")
    panel.scene.go_to("Oona H.")
    template, folder = panel.scene.desks.template, panel.scene.desks.folder
    from db.opening import open_with_key

    address = str(folder / template.path.name)
    panel.scene.desk.worker.unlock(
        panel.page, lambda: open_with_key(address, template.key), lambda _o: None, lambda _e: None
    )
    panel.page.try_again()
    panel.scene.desks.idle()
    panel.read()
    assert panel.text.toPlainText() == "Soitti"
    assert panel.stored().own_entry.text == "Soitti"
    assert not panel.page.property("unsaved")


def test_a_colleagues_entry_is_shown_beside_and_left_alone(panel: Panel) -> None:
    row = {
        "participant_id": panel.scene.id_of("Oona H."), "session_id": panel.scene.session,
        "date": TODAY, "text": "Oli pirteä.", "written_by": 2, "written_at": at(10),
    }  # fmt: skip
    panel.scene.write(Do("other", lambda tx: tx.add(Entry, **row)))
    panel.scene.qtbot.waitUntil(lambda: any("Oli pirteä. – " in t for t in panel.scene.texts()))
    panel.type("Oma")
    panel.save()
    assert [entry.text for entry in panel.stored().entries] == ["Oli pirteä.", "Oma"]


def warned(panel: Panel, text: str) -> None:
    panel.type(text)
    panel.scene.qtbot.waitUntil(panel.panel.editor.warning.isVisible, timeout=3000)


def test_another_participants_name_is_warned_of_and_replaced(panel: Panel) -> None:
    """Rock #4544 leaked memberships through histories; here a name is caught as it is typed."""
    warned(panel, "Harjoitteli puhelua ensin Petterin kanssa.")
    strip = panel.panel.editor.warning
    assert strip.sentence() == "Mainitsee toisen osallistujan: Petteri V."
    assert strip.replace_button.text().endswith("”ryhmäläisen”")
    strip.replace_button.click()
    panel.save()
    assert not strip.isVisible()
    assert panel.stored().own_entry.text == "Harjoitteli puhelua ensin ryhmäläisen kanssa."
    assert panel.stored().own_entry.name_warning == "replaced"


def test_a_warning_never_blocks_and_may_be_ignored(panel: Panel) -> None:
    warned(panel, "Soitti Petterille.")
    panel.save()
    assert panel.stored().own_entry.text == "Soitti Petterille."
    panel.panel.editor.warning.ignore_button.click()
    panel.save()
    assert not panel.panel.editor.warning.isVisible()
    assert panel.stored().own_entry.name_warning == "ignored"
    panel.type(" Petteri vastasi.")
    panel.save()
    assert panel.stored().own_entry.name_warning == "ignored"


def test_the_persons_own_name_is_no_mention(panel: Panel) -> None:
    panel.type("Oonan puhelu sujui.")
    panel.panel.editor._look_for_names()
    assert not panel.panel.editor.warning.isVisible()


def test_names_are_never_read_as_markup(panel: Panel) -> None:
    panel.type("<b>lihava</b>")
    panel.save()
    panel.look_at("Petteri V.")
    panel.look_at("Oona H.")
    assert panel.text.toPlainText() == "<b>lihava</b>"
