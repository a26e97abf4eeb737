# SPDX-License-Identifier: GPL-3.0-or-later
"""One group on several sheets is one register."""

from desktop.exchange.register_join import joined
from desktop.exchange.register_shapes import Trouble
from tests.desktop.exchange.telling import days, marks, of_sheets, problems

JANUARY = "Ryhmä: Kuukausittain\nNimi;11.1.2027;18.1.2027\nAatu Laine;x;ilm\nInka Mäki;;x\n"
FEBRUARY = "Ryhmä: Kuukausittain\nNimi;1.2.2027;18.1.2027\nInka Mäki;x;\nOona Hietala;M5;x\n"


def test_months_on_sheets_of_their_own_are_drawn_together() -> None:
    whole = joined(of_sheets({"tammi": JANUARY, "helmi": FEBRUARY}))
    assert [group.name for group in whole.groups] == ["Kuukausittain"]
    assert days(whole) == ["2027-01-11", "2027-01-18", "2027-02-01"]
    assert marks(whole) == {"Aatu Laine": "pn.", "Inka Mäki": ".pp", "Oona Hietala": ".pl5"}


def test_what_speaks_against_itself_is_not_kept() -> None:
    other = FEBRUARY.replace("Inka Mäki;x;", "Inka Mäki;x;ilm")
    whole = joined(of_sheets({"tammi": JANUARY, "helmi": other}))
    assert marks(whole)["Inka Mäki"] == "..p"
    assert [(one.kind, one.cells) for one in whole.problems] == [
        (Trouble.TWO_MARKS, ("tammi!C4", "helmi!C3"))
    ]


def test_namesakes_stay_two_on_every_sheet() -> None:
    twins = "Ryhmä: Kaksin\nNimi;{}\nAatu Laine;x\nAatu Laine;-\n"
    whole = joined(
        of_sheets({"tammi": twins.format("4.1.2027"), "helmi": twins.format("11.1.2027")})
    )
    [group] = whole.groups
    assert [person.name for person in group.people] == ["Aatu Laine"] * 2
    assert [(m.person, m.session, m.mark.value) for m in group.marks] == [
        (0, 0, "present"), (1, 0, "absent"), (0, 1, "present"), (1, 1, "absent"),
    ]  # fmt: skip


def test_a_session_that_met_on_another_sheet_is_not_cancelled() -> None:
    cancelled = "Ryhmä: Kuukausittain\nNimi;11.1.2027;25.1.2027\nAatu Laine;;x\n;peruttu;\n"
    whole = joined(of_sheets({"tammi": JANUARY, "maalis": cancelled}))
    assert days(whole) == ["2027-01-11", "2027-01-18", "2027-01-25"]


def test_different_groups_stay_as_they_are() -> None:
    apart = of_sheets({"tammi": JANUARY, "muut": FEBRUARY.replace("Kuukausittain", "Kävely")})
    assert joined(apart) == apart
    assert problems(apart) == problems(joined(apart))
