# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan's page in a window of its own, and what a person does there."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from db.log import Deed
from db.queries.session_plan import PlanCard, session_plan
from db.queries.today import today
from db.work import Ask, nobody
from desktop.desk import Desk, Place
from desktop.views.session_plan import SessionPlanPage
from tests.conftest import NOW
from tests.desktop.printers import FilePrinters
from tests.factories import TODAY


def answer(desk: Desk, ask: Ask) -> object:
    """What the office answers."""
    told: list[object] = []
    desk.worker.read(desk.worker, ask, told.append, failed=told.append)
    desk.desks.idle()
    return told[0]


def session_of(desk: Desk, group: str) -> int:
    """Today's session of a group."""
    day = answer(desk, today(day=TODAY, now=NOW))
    return next(one.head.id for one in day.sessions if one.head.group == group)


def last_session_of(desk: Desk, group: str) -> int:
    """The last session that a group's weekly times have made."""

    def read(conn) -> int:
        from sqlalchemy import select

        from db.models import Group, GroupSession

        sessions = select(GroupSession.id).join(Group, Group.id == GroupSession.group_id)
        last = sessions.where(Group.name == group).order_by(GroupSession.starts_at.desc())
        return conn.execute(last.limit(1)).scalar_one()

    return answer(desk, Ask("last", read, nobody))


def stored(page: SessionPlanPage) -> PlanCard:
    """The plan as the office has it."""
    return answer(page.desk, session_plan(session_id=page._session))


def titles(page: SessionPlanPage) -> list[str]:
    return [row.title.text() for row in page.agenda.rows()]


def uses(desk: Desk, deed: Deed) -> list[tuple[str, int]]:
    """What the log tells of a deed: (detail, how many people it concerned)."""

    def read(conn) -> list[tuple[str, int]]:
        from sqlalchemy import select

        from db.models.log import LogLine

        rows = conn.execute(
            select(LogLine.detail, LogLine.people).where(LogLine.deed == deed).order_by(LogLine.seq)
        )
        return [tuple(row) for row in rows]

    return answer(desk, Ask("uses", read, nobody))


def close(widget: QWidget) -> None:
    """Do away with a window before its desk goes."""
    widget.close()
    widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


ShowPlan = Callable[..., SessionPlanPage]


@pytest.fixture
def show(qtbot, open_desk, tmp_path: Path) -> Iterator[ShowPlan]:
    """A function that shows the plan of a group's session today."""
    pages: list[SessionPlanPage] = []

    def shown(
        group="Arjen avaimet", *, desk=None, session=None, width=1270, **options
    ) -> SessionPlanPage:
        desk = desk or open_desk(**options)
        page = SessionPlanPage(desk, Place("plan", key=session or session_of(desk, group)))
        pages.append(page)
        page.print_shop.printers = FilePrinters(tmp_path / "paper.pdf")
        page.resize(width, 704)
        page.show()
        page.activateWindow()
        qtbot.waitExposed(page)
        desk.desks.idle()
        desk.desks.idle()
        return page

    yield shown
    for page in pages:
        close(page)


def press(page: QWidget, key: Qt.Key, mods=Qt.KeyboardModifier.NoModifier) -> None:
    """A key, given to whatever has the keyboard."""
    from PySide6.QtTest import QTest

    QTest.keyClick(page.window().focusWidget() or page, key, mods)
    page.desk.desks.idle()
