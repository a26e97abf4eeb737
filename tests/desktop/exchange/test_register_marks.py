# SPDX-License-Identifier: GPL-3.0-or-later
"""Marks as leaders write them."""

import pytest

from db.rules.words import MarkKind
from desktop.exchange.grid import Unread
from desktop.exchange.register_marks import Read, hinted, read_mark, token

PRESENT, LATE, NOTIFIED, ABSENT = (
    MarkKind.PRESENT,
    MarkKind.LATE,
    MarkKind.NOTIFIED,
    MarkKind.ABSENT,
)


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (
            PRESENT,
            [
                "x",
                "X",
                " x ",
                "1",
                1.0,
                "1,0",
                "P",
                "p.",
                "l",
                "Läsnä",
                "paikalla",
                "närvarande",
                "Närv.",
                "ok",
                "+",
                "✓",
                True,
            ],
        ),
        (
            NOTIFIED,
            ["i", "I", "ilm", "ilm.", "Ilmoitettu", "poissa (ilm.)", "anm", "anmäld", "excused"],
        ),
        (
            ABSENT,
            [
                "-",
                "–",
                "—",
                "0",
                0.0,
                "a",
                "poissa",
                "Poissa.",
                "po",
                "frånvarande",
                "frv",
                "f",
                "absent",
                "no",
                False,
            ],
        ),
        (LATE, ["m", "M", "my", "myöhässä", "sen", "late"]),
    ],
)
def test_known_marks(kind: MarkKind, written: list[str | float | bool]) -> None:
    assert {mark: read_mark(mark) for mark in written} == {mark: Read(kind) for mark in written}


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("M15", 15),
        ("m 5", 5),
        ("M 15 min", 15),
        ("M15'", 15),
        ("myöhässä 15", 15),
        ("myöh. 10 min", 10),
        ("sen 20", 20),
        ("15 min myöhässä", 15),
        ("x m10", 10),
    ],
)
def test_lateness_carries_its_minutes(written: str, minutes: int) -> None:
    assert read_mark(written) == Read(LATE, minutes)


@pytest.mark.parametrize(
    "written", ["etä", "etänä", "x etä", "X (etä)", "distans", "på distans", "remote"]
)
def test_taking_part_from_afar(written: str) -> None:
    assert read_mark(written) == Read(PRESENT, remote=True)


@pytest.mark.parametrize(
    "written",
    [
        "k",
        "K",
        "PI",
        "pi",
        "e",
        "o",
        "s",
        "n",
        "?",
        "2",
        2.0,
        "1,5",
        "(x)",
        "xx",
        "x/-",
        "sairas",
        "peruttu",
        "M0",
        "poissa etä",
        Unread.FORMULA,
    ],
)
def test_what_may_mean_several_things_is_asked(written: str | float | Unread) -> None:
    assert read_mark(written) is None


def test_tokens_are_alike_however_they_are_typed() -> None:
    assert {token(text) for text in ("PI", "pi", " Pi. ", "pi:")} == {"pi"}
    assert token(1.0) == token("1") == token("1,0") == "1"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("paikalla", PRESENT),
        ("kipeä", NOTIFIED),
        ("ilmoittanut poissaolosta", NOTIFIED),
        ("poissa ilmoittamatta", ABSENT),
        ("tuli myöhässä", LATE),
        ("kahvi", None),
    ],
)
def test_an_explanation_hints_at_a_mark(words: str, kind: MarkKind | None) -> None:
    assert hinted(words) is kind
