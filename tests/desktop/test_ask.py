# SPDX-License-Identifier: GPL-3.0-or-later
"""Questions and their answers, given by tests or by a person at the screen."""

from pathlib import Path

import pytest

from desktop.ask import GivenAsk, Kind

EXCEL = ["Excel (*.xlsx)"]


def test_answers_come_in_order_and_questions_are_kept() -> None:
    ask = GivenAsk([True, "Aamu", None])
    assert ask.confirm("Poistetaanko?", "Tätä ei voi kumota.", "Poista", "Jätä", danger=True)
    assert ask.text("Uusi ryhmä", "Nimi", "Luo") == "Aamu"
    assert ask.choose("Ryhmä", "Mikä?", "Valitse", [("a", "Aamu")]) is None
    assert [question.kind for question in ask.asked] == [Kind.CONFIRM, Kind.TEXT, Kind.CHOOSE]
    assert (ask.asked[0].yes, ask.asked[0].danger, ask.waiting) == ("Poista", True, 0)


def test_a_question_nobody_foresaw_fails_the_test() -> None:
    with pytest.raises(AssertionError, match="nobody answers"):
        GivenAsk().confirm("Lopetetaanko?", "", "Lopeta", "Jatka")


@pytest.mark.parametrize("answer", ["yes", None, Path("a")])
def test_only_yes_and_no_answer_a_confirmation(answer: str | Path | None) -> None:
    with pytest.raises(AssertionError, match="no answer"):
        GivenAsk([answer]).confirm("Lopetetaanko?", "", "Lopeta", "Jatka")


def test_only_what_is_offered_can_be_chosen() -> None:
    with pytest.raises(AssertionError, match="no answer"):
        GivenAsk(["c"]).choose("Ryhmä", "Mikä?", "Valitse", [("a", "Aamu"), ("b", "Ilta")])


def test_files_and_folders(tmp_path: Path) -> None:
    ask = GivenAsk([tmp_path / "a.xlsx"])
    ask.give(tmp_path, None)
    assert ask.open_file("Tuo", EXCEL, start=tmp_path) == tmp_path / "a.xlsx"
    assert ask.folder("Varmuuskopiot") == tmp_path
    assert ask.open_file("Tuo", EXCEL) is None


def test_a_new_file_is_not_asked_about(tmp_path: Path) -> None:
    ask = GivenAsk([tmp_path / "new.xlsx"])
    assert ask.save_file("Vie", tmp_path / "x.xlsx", EXCEL) == tmp_path / "new.xlsx"


def test_a_file_that_is_there_goes_only_by_a_yes(tmp_path: Path) -> None:
    old, new = tmp_path / "old.xlsx", tmp_path / "new.xlsx"
    old.touch()
    ask = GivenAsk([old, False, new])
    assert ask.save_file("Vie", tmp_path / "x.xlsx", EXCEL) == new
    kinds = [question.kind for question in ask.asked]
    assert kinds == [Kind.SAVE_FILE, Kind.REPLACE, Kind.SAVE_FILE]
    assert ask.asked[2].path == old
    ask.give(old, True)
    assert ask.save_file("Vie", tmp_path / "x.xlsx", EXCEL) == old
