# SPDX-License-Identifier: GPL-3.0-or-later
"""A made-up office of any size: the volumes, shares and edge cases of social care, and one good story.

The same seed and the same day give the same rows, ids and all. Nothing here reads a clock.
"""

from datetime import date

from db.demo.frame import STORY_DAY
from db.demo.lists import read_lists
from db.demo.making import Progress, make_up
from db.demo.volumes import VOLUMES
from db.keys import Cost
from db.log import Deed, Purpose
from db.opening import Founding, create
from db.work import Do

SIZES = tuple(VOLUMES)


def make_demo(
    address: str,
    password: str,
    *,
    size: str,
    seed: int,
    today: date = STORY_DAY,
    progress: Progress | None = None,
    cost: Cost | None = None,
) -> None:
    """Make a demonstration office at a path or postgresql:// address that holds none yet.

    All of it is one transaction, with one line in the log. Raises what `db.opening.create` raises;
    `size` is one of SIZES.
    """
    told = read_lists().story
    founding = Founding(
        told["office"], told["unit"]["name"], told["founder"]["first"], told["founder"]["last"]
    )
    volume = VOLUMES[size]
    office = create(
        address,
        password,
        founding,
        cost=cost,
        fill=lambda conn: make_up(conn, volume, seed, today, progress),
    )
    office.write(Do("make_demo", lambda _tx: None, Deed.ADMIN, Purpose.MAINTENANCE))
    office.close()
