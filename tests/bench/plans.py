# SPDX-License-Identifier: GPL-3.0-or-later
"""An ordinary session plan to print."""

from datetime import UTC, datetime

from db.queries.session_plan import PlanCard
from desktop.documents.kit import Printed
from tests.desktop.documents.pages import card, goal, item

BY = Printed("Elina K.", datetime(2027, 5, 4, 9, 5, tzinfo=UTC))


def plan() -> PlanCard:
    """Eight lines of agenda and six people's goals."""
    made: PlanCard = card(
        items=tuple(item(n, f"Kohta {n}, yhdessä ja pareittain", 15) for n in range(8)),
        goals=tuple(goal(n, f"Nimi{n} K.", "Hoidan puhelut itse") for n in range(6)),
    )
    return made
