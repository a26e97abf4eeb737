# SPDX-License-Identifier: GPL-3.0-or-later
"""A list of 60 000 people: first paint, a key in the search, order, scrolling; and reading it."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from db.queries.people import PersonRow, people
from db.rules.folding import fold
from db.rules.people import Called
from db.rules.words import ParticipantKind
from desktop.models.listing import Listing, Shown
from desktop.models.people_list import columns
from desktop.theme import Theme
from desktop.views.list_view import ListView
from desktop.words import Words
from tests.bench.harness import Case
from tests.bench.offices import Made, Offices

MANY = 60_000
TODAY = date(2027, 5, 4)
SIZE = (1210, 540)
CONSONANTS = "klmnrstv"

# Every row that the list needs, as one statement.
PEOPLE = """
SELECT p.id, p.kind, p.first_name, p.last_name, p.nickname, p.code, p.archived_on, s.first_name, s.last_name,
  (SELECT group_concat(g.name, ', ') FROM enrolments e JOIN groups g ON g.id = e.group_id
    WHERE e.participant_id = p.id AND e.starts_on <= :on AND (e.ends_on IS NULL OR e.ends_on >= :on)),
  (SELECT count(*) FROM goals g WHERE g.participant_id = p.id AND g.state = 'live'),
  (SELECT max(s.date) FROM marks m JOIN group_sessions s ON s.id = m.session_id
    WHERE m.participant_id = p.id AND m.mark IN ('present', 'late'))
FROM participants p LEFT JOIN staff s ON s.id = p.own_worker_id
WHERE p.merged_into_id IS NULL AND p.erased_at IS NULL
"""


def cases(offices: Offices) -> Iterator[Case]:
    """Drawn off the screen."""
    app = QApplication.instance() or QApplication(["punos", "-style", "fusion"])
    assert isinstance(app, QApplication)
    theme, words = Theme(dark=False), Words("fi")
    theme.apply(app)
    rows = _rows()
    places = {row.participant_id: number for number, row in enumerate(rows)}
    shown = columns(words, lambda row: places[row.participant_id])
    yield _first_paint(theme, shown, rows)
    model = _listing(shown)
    view = ListView(theme, model, shown)
    _show(view)
    model.show(rows)
    yield from _typing(model, view)
    yield _order(model, view, rows)
    yield _scrolling(view, rows)
    view.close()
    for made in offices.each():
        yield from _reading(made)


def _rows() -> list[PersonRow]:
    chance = random.Random(1)
    rows = []
    for number in range(MANY):
        first = chance.choice(["Oona", "Aatu", "Inka", "Petteri", "Raili", "Tuomo", "Äijö"])
        last = "".join(chance.choice(CONSONANTS) + chance.choice("aio") for _ in range(4)).title()
        group = chance.choice(["", "Arjen avaimet", "Rytmiryhmä, Aamukahvila", "Vertaispiiri"])
        rows.append(
            PersonRow(
                participant_id=number,
                kind=ParticipantKind.NAMED,
                called=Called(f"{first} {last[0]}."),
                first_name=first,
                last_name=last,
                code="",
                groups=group,
                own_worker=chance.choice(["Elina K.", "Mikko S.", ""]),
                live_goals=chance.randrange(4),
                last_seen=TODAY - timedelta(days=chance.randrange(900)),
                archived=number % 20 == 0,
                folded=fold(f"{first} {last}   {group}"),
            )
        )
    return rows


def _listing(shown: list[Shown[PersonRow]]) -> Listing[PersonRow]:
    return Listing(
        shown, lambda row: row.participant_id, lambda row: row.folded, lambda row: row.archived
    )


def _show(view: QTableView) -> None:
    """On the screen, painted: a window paints nothing before the system has exposed it."""
    view.resize(*SIZE)
    view.show()
    QApplication.processEvents()


def _first_paint(theme: Theme, shown: list[Shown[PersonRow]], rows: list[PersonRow]) -> Case:
    def bare() -> None:
        view = QTableView()
        model = QStandardItemModel(0, len(shown), view)
        view.setModel(model)
        _show(view)
        view.close()

    def ours() -> None:
        model = _listing(shown)
        view = ListView(theme, model, shown)
        model.show(rows)
        _show(view)
        view.close()

    return Case("list of 60 000 read people, first paint, against an empty table", bare, ours, 8.0)


def _typing(model: Listing[PersonRow], view: ListView) -> Iterator[Case]:
    for text in ("o", "oona", "oona ka", "zzz"):

        def key(text: str = text) -> None:
            model.search(text)
            view.choose(0)
            view.viewport().repaint()

        yield Case(f"a key in the search of 60 000: {text!r}", None, key, 16.0)
    model.search("")


def _order(model: Listing[PersonRow], view: ListView, rows: list[PersonRow]) -> Case:
    shuffled = random.Random(2).sample(rows, len(rows))

    def bare() -> None:
        sorted(shuffled, key=lambda row: row.last_seen or date.min)

    def ours() -> None:
        model.sort(4, Qt.SortOrder.AscendingOrder)
        view.viewport().repaint()

    def shuffle() -> None:
        model.show(shuffled)
        model.sort(0, Qt.SortOrder.AscendingOrder)

    return Case("order 60 000 by last visit", bare, ours, 1.5, before=shuffle)


def _scrolling(view: ListView, rows: list[PersonRow]) -> Case:
    plain = QTableView()
    model = QStandardItemModel(plain)
    for row in rows[:5000]:
        texts = (row.called.text, row.groups, row.own_worker, str(row.live_goals), "4.5.2027")
        model.appendRow([QStandardItem(text) for text in texts])
    plain.setModel(model)
    plain.verticalHeader().setDefaultSectionSize(view.verticalHeader().defaultSectionSize())
    for number in range(5):
        plain.setColumnWidth(number, view.columnWidth(number))
    _show(plain)

    def frame(table: QTableView) -> None:
        bar = table.verticalScrollBar()
        bar.setValue((bar.value() + 300) % max(bar.maximum(), 1))
        table.viewport().repaint()

    return Case(
        "a frame of scrolling, against QStandardItemModel",
        lambda: frame(plain),
        lambda: frame(view),
        1.6,
        rounds=60,
    )


def _reading(made: Made) -> Iterator[Case]:
    office, plain = made.open(), made.plain()
    yield Case(
        f"the list of people read, {made.size}",
        lambda: plain.execute(PEOPLE, {"on": TODAY.isoformat()}).fetchall(),
        lambda: office.read(people(on=TODAY)),
        None,
        rounds=9,
    )
    office.close()
    plain.close()
