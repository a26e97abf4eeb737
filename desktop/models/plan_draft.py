# SPDX-License-Identifier: GPL-3.0-or-later
"""A session's plan as it will be once what is being typed has been saved; pure functions on cards."""

from dataclasses import replace
from typing import Any

from db.queries.session_plan import PlanCard, PlanItem
from db.rules.sessions import timed
from db.rules.words import SessionState

USUAL_MINUTES = 15


def with_item(card: PlanCard, item_id: int, **values: Any) -> PlanCard:  # noqa: ANN401
    """The card with other values in an agenda item; starts follow from the minutes."""
    items = (replace(i, **values) if i.item_id == item_id else i for i in card.items)
    return replace(card, items=_timed(card, tuple(items)))


def with_material(card: PlanCard, material_id: int, **values: Any) -> PlanCard:  # noqa: ANN401
    """The card with other values in something to bring."""
    changed = (replace(m, **values) if m.material_id == material_id else m for m in card.materials)
    return replace(card, materials=tuple(changed))


def with_duty(card: PlanCard, duty_id: int, **values: Any) -> PlanCard:  # noqa: ANN401
    """The card with other values in a duty."""
    changed = (replace(d, **values) if d.duty_id == duty_id else d for d in card.duties)
    return replace(card, duties=tuple(changed))


def free_minutes(card: PlanCard) -> int:
    """Minutes of the session that the agenda leaves; less than 0 where it takes too long."""
    return card.head.minutes - card.planned_minutes


def next_minutes(card: PlanCard) -> int:
    """How long a new agenda item is at first: what is left, at most a usual length."""
    free = free_minutes(card)
    return min(free, USUAL_MINUTES) if free > 0 else USUAL_MINUTES


def is_closed(card: PlanCard) -> bool:
    """Whether the session was ended or cancelled, so that its plan is only read."""
    return card.head.closed_at is not None or card.head.state is SessionState.CANCELLED


def people_served(card: PlanCard) -> int:
    """How many participants have a goal that the session is planned to serve."""
    return len({goal.participant_id for goal in card.linked})


def strand_of(card: PlanCard, item: PlanItem) -> str | None:
    """The strand of the first goal that an item serves, in the order of names; None without goals."""
    return next((goal.strand for goal in card.goals if goal.goal_id in item.goals), None)


def _timed(card: PlanCard, items: tuple[PlanItem, ...]) -> tuple[PlanItem, ...]:
    parts = timed(card.head.starts_at, [(item.title, item.minutes) for item in items])
    return tuple(
        replace(item, starts_at=part.starts_at) for item, part in zip(items, parts, strict=True)
    )
