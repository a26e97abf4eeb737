# SPDX-License-Identifier: GPL-3.0-or-later
"""A new agenda item goes below another one, and the whole of it is one undo step."""

import pytest

from db.actions.agenda import insert_item
from db.actions.session_plan import remove_item
from db.errors import Conflict, Why
from db.models import AgendaItem
from db.office import Office
from db.queries.session_plan import session_plan
from tests.factories import Maker


@pytest.fixture
def plan(office: Office) -> tuple[Office, int, list[int]]:
    make = Maker(office)
    session = make.session(make.group())
    # Registers that were taken in may number two items alike.
    items = [
        make.add(AgendaItem, session_id=session, position=place, minutes=10, title=title)
        for place, title in ((1, "A"), (2, "B"), (2, "C"))
    ]
    return office, session, items


def titles(office: Office, session: int) -> list[str]:
    return [item.title for item in office.read(session_plan(session_id=session)).items]


@pytest.mark.parametrize(("after", "order"), [(0, "A-BC"), (1, "AB-C"), (2, "ABC-")])
def test_it_stands_below_the_one_told(plan, after: int, order: str) -> None:
    office, session, items = plan
    done = office.write(insert_item(session_id=session, after=items[after], minutes=15))
    assert "".join(title or "-" for title in titles(office, session)) == order
    office.replay(done.changes.reversed())
    assert titles(office, session) == ["A", "B", "C"]


def test_an_item_that_has_gone_is_a_conflict(plan) -> None:
    office, session, items = plan
    office.write(remove_item(item_id=items[1]))
    with pytest.raises(Conflict) as told:
        office.write(insert_item(session_id=session, after=items[1]))
    assert told.value.why is Why.GONE
