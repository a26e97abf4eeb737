# SPDX-License-Identifier: GPL-3.0-or-later
"""What SQLite and PostgreSQL say differently answers alike on both."""

from datetime import date

import pytest
from sqlalchemy import Date, literal, select

from db.models import GroupLeader, Room
from db.office import Office
from db.rules.words import LeaderRole
from db.sql import json_rows, within
from db.work import nobody, query
from tests.factories import Maker


@query(whose=nobody)
def rooms(conn, *, unit_id: int) -> object:
    listed = json_rows(Room.id, Room.name, Room.capacity, order=Room.name)
    return conn.execute(select(listed).where(Room.unit_id == unit_id)).scalar_one()


def test_rows_come_as_one_list_in_their_order(office: Office) -> None:
    make = Maker(office)
    tupa, kammari = make.room("Tupa"), make.room('Kammari "iso" ä')
    assert office.read(rooms(unit_id=1)) == [
        [kammari, 'Kammari "iso" ä', None],
        [tupa, "Tupa", None],
    ]


def test_no_rows_are_an_empty_list(office: Office) -> None:
    assert office.read(rooms(unit_id=99)) == []


@pytest.mark.parametrize(
    ("first", "last", "inside"),
    [
        (date(2027, 5, 4), date(2027, 5, 4), True),
        (date(2027, 5, 5), None, False),
        (None, date(2027, 5, 3), False),
        (None, None, True),
    ],
)
def test_both_ends_belong_to_an_interval(office: Office, first, last, inside) -> None:
    make = Maker(office)
    make.add(
        GroupLeader,
        group_id=make.group(),
        staff_id=1,
        role=LeaderRole.LEADER,
        starts_on=first,
        ends_on=last,
    )

    @query(whose=nobody)
    def leads(conn) -> bool:
        on_day = within(
            GroupLeader.starts_on, literal(date(2027, 5, 4), Date()), GroupLeader.ends_on
        )
        return conn.execute(select(GroupLeader.id).where(on_day)).first() is not None

    assert office.read(leads()) is inside
