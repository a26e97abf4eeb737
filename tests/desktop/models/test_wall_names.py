# SPDX-License-Identifier: GPL-3.0-or-later
"""Names written into what goes on the wall are found, in whatever form."""

from db.queries.session_plan import PlanMaterial
from db.rules.people import Person
from db.rules.words import ParticipantKind
from desktop.models.wall_names import names_on_wall
from tests.desktop.documents.pages import card, item

PEOPLE = [
    Person(1, ParticipantKind.NAMED, "Oona", "Hakala"),
    Person(2, ParticipantKind.NAMED, "Petteri", "Virta"),
]


def test_every_text_of_the_wall_is_looked_through() -> None:
    plan = card(
        theme="Oonan vuoro",
        aim="Petterille rohkeutta",
        items=(item(0, "Petteri kertoo", things="Oonalta kakku"),),
        materials=(PlanMaterial(1, "Petterin kitara", False),),
    )
    assert names_on_wall(plan, PEOPLE) == (
        "Oonan", "Petterille", "Petteri", "Oonalta", "Petterin",
    )  # fmt: skip


def test_what_the_wall_does_not_show_is_let_be() -> None:
    assert names_on_wall(card(notes="Muista Oona"), PEOPLE) == ()
