# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan comes with everybody expected, and the log names only those whose goals are shown."""

import pytest

from db.errors import Conflict
from db.models import Addition
from db.office import Office
from db.queries.plan_page import plan_page
from db.rules.words import AddedAs
from tests.factories import Maker


def test_everybody_expected_is_there_by_name(office: Office) -> None:
    make = Maker(office)
    group = make.group()
    session = make.session(group)
    oona = make.member(group)
    make.goal(oona)
    ritva = make.participant("Ritva", "Aho")
    make.participant("Muu", "Henkilö")
    make.add(Addition, session_id=session, participant_id=ritva, kind=AddedAs.WALK_IN)
    ask = plan_page(session_id=session)
    page = office.read(ask)
    assert [person.first_name for person in page.people] == ["Oona", "Ritva"]
    assert page.card.expected == 2
    assert ask.whose(page) == {oona}


def test_a_session_that_has_gone_is_a_conflict(office: Office) -> None:
    with pytest.raises(Conflict):
        office.read(plan_page(session_id=99))
