# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person has decided is what the office gets."""

from datetime import date

from db.rules.register import RegisterMark, RegisterPerson, RegisterSession
from db.rules.words import MarkKind
from desktop.exchange.register_out import (
    Decision,
    MarkRow,
    Said,
    lost_cells,
    register_of,
    rows_of,
    unknown_in,
    whole_register_of,
)
from tests.desktop.exchange.telling import of_sheets, of_text

SHEET = """Ryhmä: Kokeilu
Nimi;4.1.2027 klo 9.30;11.1.2027;18.1.2027
Laine Aatu;M10;x;
Mäki Inka;ilm;;etä
Nimettömiä;3;;5
;;peruttu;
"""


def group():
    return of_text(SHEET).groups[0]


def test_names_times_lateness_counts_and_cancellations_come_through() -> None:
    made = register_of(group(), Decision(" Oma  ryhmä "))
    assert made.group == "Oma ryhmä"
    assert made.people == (RegisterPerson("Aatu", "Laine"), RegisterPerson("Inka", "Mäki"))
    assert made.sessions == (
        RegisterSession(date(2027, 1, 4), start_minute=570, head_count=3),
        RegisterSession(date(2027, 1, 11), cancelled=True),
        RegisterSession(date(2027, 1, 18), head_count=5),
    )
    assert made.marks == (
        RegisterMark(0, 0, MarkKind.LATE, late_minutes=10),
        RegisterMark(1, 0, MarkKind.NOTIFIED),
        RegisterMark(1, 2, MarkKind.PRESENT, remote=True),
    )


def test_who_is_left_out_takes_their_marks_along_and_others_move_up() -> None:
    decision = Decision("Kokeilu", {0: Said.LEFT_OUT, 1: 7})
    made = register_of(group(), decision)
    assert made.people == (RegisterPerson("Inka", "Mäki", 7),)
    assert {mark.person for mark in made.marks} == {0}
    assert len(whole_register_of(group(), decision).people) == 2
    assert {row.name for row in rows_of(group(), decision)} == {"Mäki Inka", "#"}


def test_rows_are_those_of_the_lists_that_leaders_check_against() -> None:
    rows = list(rows_of(group(), Decision("Kokeilu")))
    assert rows[0] == MarkRow("Kokeilu", "Laine Aatu", "2027-01-04", "late", -10)
    assert rows[1] == MarkRow("Kokeilu", "Mäki Inka", "2027-01-04", "notified", None)
    assert rows[-1] == MarkRow("Kokeilu", "#", "2027-01-18", "headcount", 5)


def test_somebody_without_a_first_name_is_called_as_written() -> None:
    [one] = of_text("Nimi;4.1.2027;11.1.2027\n(vieras);x;x\n").groups
    assert register_of(one, Decision("Kokeilu")).people[0].first_name == "(vieras)"


def test_marks_are_asked_about_on_the_sheets_that_are_taken() -> None:
    text = "Ryhmä: {}\nNimi;4.1.2027\nAatu Laine;öö\nInka Mäki;x\n"
    understood = of_sheets({"a": text.format("Yksi"), "b": text.format("Kaksi")})
    [mark] = unknown_in(understood, understood.groups)
    assert mark.cells == ("a!B3", "b!B3")
    [mark] = unknown_in(understood, understood.groups[1:])
    assert mark.cells == ("b!B3",)


def test_namesakes_are_no_loss() -> None:
    understood = of_text("Nimi;4.1.2027;vko 2\nAatu Laine;x;x\nAatu Laine;-;x\n")
    assert lost_cells(understood) == {"C1", "C2", "C3"}
