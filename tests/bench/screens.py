# SPDX-License-Identifier: GPL-3.0-or-later
"""From an answer or a key to pixels: the roster, a mark, the preview of a plan."""

import itertools
from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from db.rules.words import Copy
from desktop.desk import Place
from desktop.documents.session_plan import session_plan_pdf
from desktop.page_picture import render_page
from desktop.views.roster import RosterPage
from desktop.words import Words
from tests.bench.harness import Case
from tests.bench.offices import Offices
from tests.bench.plans import BY, plan
from tests.conftest import Template
from tests.desks import Desks

WINDOW = (1366, 768)
PREVIEW_SCALE = 1.0


def cases(offices: Offices) -> Iterator[Case]:
    """On the office, signed in, every object real."""
    app = QApplication.instance() or QApplication(["punos", "-style", "fusion"])
    made = offices.of(1)
    desks = Desks(app, cast("Template", made), offices.folder)
    desk = desks.open()
    last = made.sessions // made.groups
    page = RosterPage(desk, Place("roster", last))
    page.resize(*WINDOW)
    page.show()
    page.load()
    desks.idle()
    yield _roster(page, desks, last)
    yield _mark(page, desks)
    desks.idle()
    desks.close()
    page.close()
    yield _preview()


def _roster(page: RosterPage, desks: Desks, last: int) -> Case:
    """Two sessions in turn, so that every row has something new to paint."""

    def ours() -> None:
        page.session_id = last - (page.session_id == last)
        page.load()
        desks.wait(lambda: page.saving.shown and page.saving.shown.session.id == page.session_id)
        desks.app.processEvents()

    return Case("roster of 30, asked for to pixels", None, ours, 16.0, rounds=30)


def _mark(page: RosterPage, desks: Desks) -> Case:
    table = page.table

    keys = itertools.cycle((Qt.Key.Key_P, Qt.Key.Key_X))

    def ours() -> None:
        key = next(keys)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, chr(key).lower())
            desks.app.sendEvent(table, event)
        table.viewport().repaint()

    table.setFocus()
    return Case(
        "a mark, key press to the whole table painted",
        None,
        ours,
        16.0,
        rounds=28,
        before=desks.idle,
    )


def _preview() -> Case:
    words = Words("fi")

    def ours() -> None:
        render_page(session_plan_pdf(plan(), words, Copy.LEADER, BY), 0, PREVIEW_SCALE)

    return Case("preview of a session plan, after the pause", None, ours, 60.0)
