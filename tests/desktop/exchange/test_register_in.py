# SPDX-License-Identifier: GPL-3.0-or-later
"""Attendance sheets as leaders keep them, each with something awkward about it."""

import csv
from pathlib import Path

import pytest

from db.errors import Refused, Why
from db.rules.words import MarkKind
from desktop.exchange.register_in import understand
from desktop.exchange.register_names import flip_names
from desktop.exchange.register_shapes import NameOrder, UnknownMark
from tests.desktop.exchange.telling import (
    days,
    marks,
    notes,
    of_sheets,
    of_text,
    problems,
    rows,
    unknown,
)

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"


@pytest.mark.parametrize("name", ["arjen-avaimet-kevat-2027.xlsx", "aamukahvila-2027.csv"])
def test_the_sheets_that_leaders_gave(name: str) -> None:
    path = SHARED / name
    if not path.exists():
        pytest.skip("the shared sheets are not beside this checkout")
    with (SHARED / f"{name}.expected.csv").open(encoding="utf-8", newline="") as file:
        expected = sorted(tuple(row) for row in csv.reader(file))
    understood = understand(path)
    assert rows(understood) == [row for row in expected if row[0] != "group"]
    assert not understood.problems
    assert not understood.unknown


def test_titles_totals_remarks_and_a_cancelled_session() -> None:
    understood = of_text(
        """Arjen avaimet – läsnäolot kevät 2027
Ohjaajat: EK, MS

Nimi;Puh.;Aloitti;12.1.;19.1.;26.1.;Huom.;Yht.
1. Laine Aatu;0401;4.1.2027;x;;M15;allergia;2
2. Mäki Inka;0402;4.1.2027;-;;ilm;;0

;;;;peruttu;;;
Ohjaaja;;;EK;;MS;;
Aihe;;;Tutustuminen;Ruoka;Retki;;
Läsnä yhteensä;;;1;;1;;
"""
    )
    assert [group.name for group in understood.groups] == ["Arjen avaimet"]
    assert days(understood) == ["2027-01-12", "2027-01-19 cancelled", "2027-01-26"]
    assert marks(understood) == {"Laine Aatu": "p.l15", "Mäki Inka": "a.n"}
    assert not understood.problems
    assert notes(understood) == {
        "details": ("D9", "F9", "D10:F10", "B4:B6", "C4:C6"),
        "totals": ("D11", "F11", "H4:H6"),
        "remarks": ("G4:G5",),
        "text": ("A2",),
    }


def test_no_note_or_problem_repeats_a_remark() -> None:
    understood = of_text("Nimi;4.1.;11.1.;Huom.\nAatu L;x;x;astma\nInka M;x;k;sairaalassa\n")
    told = repr((understood.problems, understood.ignored, understood.unknown))
    assert "astma" not in told
    assert "sairaalassa" not in told
    assert notes(understood)["remarks"] == ("D1:D3",)


def test_dates_down_and_names_across() -> None:
    understood = of_text(
        """Läsnäolot syksy 2026;;;
Ryhmä:;Kävelyryhmä;;

Pvm;Aatu L.;Inka M.;Nimettömiä;Huom
7.12.;x;-;3;
14.12.;;;;peruttu
4.1.;;ilm;4;kahvit
Yhteensä;1;0;7;
"""
    )
    assert [group.name for group in understood.groups] == ["Kävelyryhmä"]
    assert days(understood) == ["2026-12-07 #3", "2026-12-14 cancelled", "2027-01-04 #4"]
    assert marks(understood) == {"Aatu L.": "p..", "Inka M.": "a.n"}
    assert not understood.problems


def test_one_row_a_mark() -> None:
    understood = of_text(
        """Päivä;Klo;Ryhmä;Osallistuja;Merkintä;Minuutit;Huom
12.1.2027;10;Arjen avaimet;Laine Aatu;x;;
12.1.2027;10;Arjen avaimet;Mäki Inka;ilm;;puhelu
19.1.2027;10-12;Arjen avaimet;Laine Aatu;M10;80;
19.1.2027;;Aamukahvila;Nimettömiä;;7;
Yhteensä;;;;4;;
"""
    )
    assert rows(understood) == [
        ("Aamukahvila", "#", "2027-01-19", "headcount", "7"),
        ("Arjen avaimet", "Laine Aatu", "2027-01-12", "present", ""),
        ("Arjen avaimet", "Laine Aatu", "2027-01-19", "late", "-10"),
        ("Arjen avaimet", "Mäki Inka", "2027-01-12", "notified", ""),
    ]
    assert [mark.minutes for mark in understood.groups[0].marks] == [None, None, 80]
    assert days(understood) == ["2027-01-12", "2027-01-19 10.00"]
    assert notes(understood)["remarks"] == ("G3",)


def test_a_list_of_other_peoples_making() -> None:
    understood = of_text(
        """group,starts_at,session_state,participant,mark,minutes,remote
Arjen avaimet,2027-01-12T10:00:00+02:00,held,Aatu,present,120,false
Arjen avaimet,2027-01-12T10:00:00+02:00,held,Inka,,,
Arjen avaimet,2027-01-19T10:00:00+02:00,cancelled,Aatu,,,
Arjen avaimet,2027-01-26T10:00:00+02:00,held,Aatu,late,-10,true
"""
    )
    assert days(understood) == [
        "2027-01-12 10.00",
        "2027-01-19 10.00 cancelled",
        "2027-01-26 10.00",
    ]
    assert marks(understood) == {"Aatu": "p.l10", "Inka": "..."}
    assert [mark.remote for mark in understood.groups[0].marks] == [False, True]


def test_a_list_with_a_column_for_each_mark() -> None:
    understood = of_text(
        """Päivä;Nimi;Läsnä;Poissa;Myöhässä
4.1.2027;Aatu L;x;;
;Inka M;;x;
11.1.2027;Aatu L;;;10
;Inka M;x;x;
"""
    )
    assert marks(understood) == {"Aatu L": "pl10", "Inka M": "a."}
    assert problems(understood) == {"two_marks": ("C5", "D5")}
    assert notes(understood) == {"from_above": ("A3", "A5")}


def test_a_list_without_headings() -> None:
    understood = of_text("Sanna K.,4.1.2027,x\nInka M.,4.1.2027,x\nSanna K.,11.1.2027,-\n")
    assert marks(understood) == {"Sanna K.": "pa", "Inka M.": "p."}


def test_what_a_list_says_twice() -> None:
    understood = of_text(
        """Pvm;Nimi;Merkintä
4.1.2027;Aatu L;x
4.1.2027;Aatu L;x
4.1.2027;Inka M;x
4.1.2027;Inka M;-
4.1.2027;;x
vko 3;Inka M;x
"""
    )
    assert rows(understood) == [("Lista", "Aatu L", "2027-01-04", "present", "")]
    assert problems(understood) == {
        "week_number": ("A7",),
        "two_marks": ("C4", "C5"),
        "no_name": ("C6",),
    }
    assert notes(understood)["same_row"] == ("C3",)


def test_swedish_with_a_count_of_visitors() -> None:
    understood = of_text(
        """Närvarolista för Kvinnogruppen våren 2027
Efternamn,Förnamn,tis 12.1,tis 19.1
Berg,Åsa,närvarande,sen 10
Öst,Maj-Britt,anm,frånvarande
Antal besökare,,3,4
Totalt,,1,1
"""
    )
    group = understood.groups[0]
    assert group.name == "Kvinnogruppen"
    assert [(person.first_name, person.last_name) for person in group.people] == [
        ("Åsa", "Berg"),
        ("Maj-Britt", "Öst"),
    ]
    assert [session.head_count for session in group.dates] == [3, 4]
    assert [mark.mark for mark in group.marks] == [
        MarkKind.PRESENT,
        MarkKind.LATE,
        MarkKind.NOTIFIED,
        MarkKind.ABSENT,
    ]


def test_a_count_that_equals_those_present_is_a_total() -> None:
    understood = of_text("Nimi;4.1.;11.1.\nAatu;x;x\nInka;x;-\nKävijöitä;2;1\n")
    assert notes(understood)["totals"] == ("B4:C4",)
    assert days(understood) == ["2027-01-04", "2027-01-11"]


def test_a_count_that_may_include_people_on_the_list_is_reported() -> None:
    understood = of_text("Nimi;4.1.;11.1.\nAatu;x;x\nInka;x;-\nOsallistujia;5;4\n")
    assert problems(understood) == {"unclear_count": ("B4", "C4")}


def test_counts_alone_are_a_register() -> None:
    understood = of_text("Pvm;Nimettömiä\n4.1.2027;6\n7.1.2027;yhdeksän\n")
    assert days(understood) == ["2027-01-04 #6", "2027-01-07"]
    assert problems(understood) == {"bad_count": ("B3",)}


def test_two_sessions_of_one_day_stay_two() -> None:
    understood = of_text("Nimi\t4.1. klo 10\t4.1. 17.00\t11.1.\t11.1.\nAatu\tx\t-\t1\t0\n")
    assert days(understood) == ["2027-01-04 10.00", "2027-01-04 17.00", "2027-01-11", "2027-01-11"]
    assert marks(understood) == {"Aatu": "papa"}
    assert notes(understood)["same_day"] == ("D1:E1",)


def test_times_in_a_row_or_column_of_their_own() -> None:
    across = of_text("Nimi;4.1.;11.1.\nklo;10.00;17-19\nAatu;x;x\n")
    down = of_text("Pvm;Klo;Aatu\n4.1.;10.00;x\n11.1.;17-19;x\n")
    assert days(across) == days(down) == ["2027-01-04 10.00", "2027-01-11 17.00"]


def test_months_above_the_days() -> None:
    understood = of_text(
        "Aamukahvila\nNimi;Tammikuu;;Helmikuu;\n;5;12;2;9\nAatu;x;x;-;-\nInka;x;;x;x\n"
    )
    assert days(understood) == ["2027-01-05", "2027-01-12", "2027-02-02", "2027-02-09"]
    assert marks(understood) == {"Aatu": "ppaa", "Inka": "p.pp"}


def test_days_of_the_month_that_the_title_names() -> None:
    understood = of_text("Aamukahvila tammikuu 2027\nNimi;4;7;10\nAatu;1;1;0\nInka;1;;1\n")
    assert days(understood) == ["2027-01-04", "2027-01-07", "2027-01-10"]
    assert [group.name for group in understood.groups] == ["Aamukahvila"]


def test_dates_as_bare_numbers() -> None:
    assert days(of_text("Nimi;46391;46398\nAatu;x;x\n")) == ["2027-01-04", "2027-01-11"]
    assert days(of_text("Nimi;1/13/2027;1/20/2027\nAatu;x;x\n")) == ["2027-01-13", "2027-01-20"]


def test_registers_one_under_another() -> None:
    understood = of_text(
        """Kevät 2027

Aamukahvila
Nimi;4.1.;11.1.
Aatu L.;x;x
Inka M.;x;-

Kävelyryhmä
Nimi;5.1.;12.1.
Sanna K.;x;x
Yhteensä;1;1
"""
    )
    assert [group.name for group in understood.groups] == ["Aamukahvila", "Kävelyryhmä"]
    assert marks(understood) == {"Aatu L.": "pp", "Inka M.": "pa", "Sanna K.": "pp"}
    assert days(understood, 1) == ["2027-01-05", "2027-01-12"]


def test_several_sheets_are_several_groups() -> None:
    sheet = "Läsnäolot 2026\nNimi;4.1.;11.1.\nAatu L.;x;x\n"
    understood = of_sheets(
        {"Arjen avaimet": sheet, "Kahvila": sheet, "Ohje": "Muista kahvit\n5.6. retki\n"}
    )
    assert [(group.name, group.sheet) for group in understood.groups] == [
        ("Arjen avaimet", "Arjen avaimet"),
        ("Kahvila", "Kahvila"),
    ]
    assert notes(understood) == {"not_a_register": ("Ohje!A1:A2",)}


def test_months_on_sheets_are_one_group() -> None:
    understood = of_sheets(
        {
            "Tammikuu": "Aamukahvila 2027\nNimi;4.1.\nAatu;x\n",
            "Helmikuu": "Aamukahvila 2027\nNimi;1.2.\nAatu;x\n",
        }
    )
    assert [group.name for group in understood.groups] == ["Aamukahvila", "Aamukahvila"]


def test_a_column_may_tell_the_group() -> None:
    understood = of_text("Ryhmä;Nimi;4.1.;11.1.\nA-ryhmä;Aatu;x;x\nB-ryhmä;Inka;;-\n")
    assert rows(understood) == [
        ("A-ryhmä", "Aatu", "2027-01-04", "present", ""),
        ("A-ryhmä", "Aatu", "2027-01-11", "present", ""),
        ("B-ryhmä", "Inka", "2027-01-11", "absent", ""),
    ]
    assert days(understood, 1) == ["2027-01-11"]


def test_people_without_a_heading_and_with_gaps() -> None:
    understood = of_text("Läsnäolot\n\n;;4.1.;11.1.\n;Aatu Laine;1;1\n\n;Inka Mäki;0;1\n\n;;1;2\n")
    assert marks(understood) == {"Aatu Laine": "pp", "Inka Mäki": "ap"}
    assert notes(understood)["totals"] == ("C8:D8",)


def test_people_known_by_codes() -> None:
    understood = of_text("Osallistuja;4.1.;11.1.\nAsiakas 1;x;-\nA-17;;x\n")
    assert marks(understood) == {"Asiakas 1": "pa", "A-17": ".p"}


# What is asked and what is reported.


def test_unknown_marks_are_asked_with_their_cells() -> None:
    understood = of_text(
        "Nimi;4.1.;11.1.;18.1.\nAatu;x;k;PI\nInka;K;-;pi.\n\nk = kipeä, x = läsnä\n"
    )
    assert understood.unknown == (
        UnknownMark("k", ("C2", "B3"), MarkKind.NOTIFIED, "kipeä"),
        UnknownMark("PI", ("D2", "D3"), None, ""),
    )
    assert notes(understood)["legend"] == ("A5",)


def test_a_person_tells_what_unknown_marks_mean() -> None:
    text = "Nimi;4.1.;11.1.;18.1.\nAatu;x;k;PI\nInka;K;-;pi.\n"
    understood = of_text(text, mapping={"k": "skip", "PI": "notified"})
    assert marks(understood) == {"Aatu": "p.n", "Inka": ".an"}
    assert not understood.unknown
    assert marks(of_text(text, mapping={"k": "late", "pi": "absent", "x": "absent"})) == {
        "Aatu": "ala",
        "Inka": "laa",
    }


def test_a_legend_that_denies_the_usual_meaning_makes_a_mark_unknown() -> None:
    understood = of_text("Nimi;4.1.;11.1.\nAatu;x;p\nInka;p;x\n\nP = poissa\n")
    assert unknown(understood) == {"p": ("C2", "B3")}
    assert understood.unknown[0].suggestion is MarkKind.ABSENT


def test_marks_without_a_date_or_a_name_are_reported() -> None:
    understood = of_text("Nimi;4.1.;31.2.;;vko 9\nAatu;x;x;x;-\nInka;x;x;x;x\n;x;-;;\n")
    assert problems(understood) == {
        "no_name": ("B4",),
        "bad_date": ("C1", "C2", "C3"),
        "no_date": ("D2", "D3"),
        "week_number": ("E1", "E2", "E3"),
    }
    assert marks(understood) == {"Aatu": "p", "Inka": "p"}


def test_two_people_of_one_name_are_both_kept_and_reported() -> None:
    understood = of_text("Nimi;4.1.\nLaine Aatu;x\nMäki Inka;x\nlaine aatu;-\n")
    assert problems(understood) == {"same_name": ("A2", "A4")}
    assert [person.name for person in understood.groups[0].people] == [
        "Laine Aatu",
        "Mäki Inka",
        "laine aatu",
    ]


def test_somebody_at_a_cancelled_session_is_reported() -> None:
    understood = of_text("Nimi;4.1.;11.1. peruttu\nAatu;x;x\nInka;x;-\n")
    assert days(understood) == ["2027-01-04", "2027-01-11 cancelled"]
    assert marks(understood) == {"Aatu": "p.", "Inka": "p."}
    assert problems(understood) == {"marks_in_cancelled": ("C2",)}
    assert notes(understood)["cancelled_filler"] == ("C3",)


def test_cancelled_in_a_persons_own_cell() -> None:
    whole = of_text("Nimi;4.1.;11.1.\nAatu;x;peruttu\nInka;x;\n")
    one = of_text("Nimi;4.1.;11.1.\nAatu;x;peruttu\nInka;x;x\n")
    assert days(whole) == ["2027-01-04", "2027-01-11 cancelled"]
    assert days(one) == ["2027-01-04", "2027-01-11"]
    assert unknown(one) == {"peruttu": ("C2",)}


def test_a_footnote_cancels() -> None:
    understood = of_text("Nimi;4.1.;11.1.\nAatu;x;\nInka;x;\n\n11.1. ryhmä peruttu\n")
    assert days(understood) == ["2027-01-04", "2027-01-11 cancelled"]


def test_people_without_marks_are_kept_and_noted() -> None:
    understood = of_text("Nimi;4.1.;11.1.\nAatu;x;\nInka;;\n\nMuista kahvit\n")
    assert marks(understood) == {"Aatu": "p.", "Inka": ".."}
    assert notes(understood)["no_marks"] == ("A3",)
    assert notes(understood)["text"] == ("A5",)


@pytest.mark.parametrize(
    "text",
    [
        "Vastuut kevät 2027\nTehtävä;4.1.;11.1.\nKahvi;EK;MS\nSiivous;TL;EK\n",
        "Pvm;Aihe;Ohjaaja\n4.1.2027;Tutustuminen;EK\n11.1.2027;Ruoka;MS\n",
        "Menot;4.1.;11.1.\nKahvi;12,50;0\nPulla;30;8\nMaito;3;4\n",
        "Kevään retki 3.6.\nMuista eväät\n",
        "Nimi;4.1.;11.1.\n",
        "Pvm;4.1.;11.1.\nLäsnä;Aatu, Inka;Inka\n",
    ],
)
def test_other_tables_are_no_registers(text: str) -> None:
    with pytest.raises(Refused) as refused:
        of_text(text)
    assert refused.value.why is Why.FILE_HAS_NO_REGISTER
    assert refused.value.facts == {"file": "lista.csv"}


def test_weeks_instead_of_dates_are_told() -> None:
    with pytest.raises(Refused) as refused:
        of_text("Nimi;vko 2;vko 3\nAatu;x;x\n")
    assert refused.value.facts["reason"] == "week_numbers"
    assert refused.value.facts["cells"] == ("B1", "C1")


def test_the_order_of_names_can_be_flipped() -> None:
    understood = of_text("Nimi;4.1.\nKoivu Lumi;x\nMeri Tuuli;x\nKielo, Aava;x\n")
    group, flipped = understood.groups[0], flip_names(understood).groups[0]
    assert {group.name_order, flipped.name_order} == set(NameOrder)
    assert [(p.first_name, p.last_name) for p in flipped.people[:2]] == [
        (p.last_name, p.first_name) for p in group.people[:2]
    ]
    assert flipped.people[2] == group.people[2]


def test_a_year_that_was_assumed_is_told() -> None:
    assert notes(of_text("Nimi;4.1.;11.1.\nAatu;x;x\n"))["year_assumed"] == ("B1:C1",)
    assert "year_assumed" not in notes(of_text("Nimi;4.1.;11.1.\nAatu;x;x\n", "kahvila-2026.csv"))


def test_a_weekday_that_does_not_fit_is_told() -> None:
    understood = of_text("Nimi;ti 4.1.2027;ma 11.1.2027\nAatu;x;x\n")
    assert days(understood) == ["2027-01-04", "2027-01-11"]
    assert notes(understood)["weekday_differs"] == ("B1",)
