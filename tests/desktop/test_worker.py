# SPDX-License-Identifier: GPL-3.0-or-later
"""The door: order, owners, overtaken answers; undo and redo through it."""

import pytest
from PySide6.QtCore import QObject
from sqlalchemy import select

from db.errors import Refused, Why
from db.models import Room
from db.work import action, nobody, query
from desktop.undo import History
from desktop.worker import Worker


@action
def add_room(tx, *, name: str) -> int:
    return tx.add(Room, unit_id=1, name=name)


@action
def refuse(tx) -> None:
    raise Refused(Why.NAME_MISSING)


@query(whose=nobody)
def rooms(conn) -> list[str]:
    return [row.name for row in conn.execute(select(Room.name).order_by(Room.id))]


@pytest.fixture
def worker(qtbot, empty_template, tmp_path):
    worker = Worker()
    opened: list[object] = []
    worker.unlock(worker, lambda: empty_template.open(tmp_path), opened.append, opened.append)
    qtbot.waitUntil(lambda: bool(opened))
    yield worker
    worker.close()


def idle(qtbot, worker: Worker) -> None:
    qtbot.waitUntil(lambda: worker.is_idle)


def test_a_reader_sees_its_own_writes(qtbot, worker) -> None:
    seen: list[list[str]] = []
    for number in range(5):
        worker.write(worker, add_room(name=f"Tila {number}"))
        worker.read(worker, rooms(), seen.append)
    idle(qtbot, worker)
    assert [len(names) for names in seen] == [1, 2, 3, 4, 5]


def test_an_overtaken_answer_is_dropped(qtbot, worker) -> None:
    seen: list[list[str]] = []
    for _ in range(5):
        worker.read(worker, rooms(), seen.append, latest="rooms")
    idle(qtbot, worker)
    assert len(seen) == 1


def test_an_answer_without_an_owner_is_dropped(qtbot, worker) -> None:
    import shiboken6

    owner, seen = QObject(), []
    worker.read(owner, rooms(), seen.append)
    worker.write(owner, add_room(name="Tupa"), seen.append)
    shiboken6.delete(owner)
    idle(qtbot, worker)
    assert seen == []
    worker.read(worker, rooms(), seen.append)
    idle(qtbot, worker)
    assert seen == [["Tupa"]]


def test_a_refusal_reaches_the_one_who_asked(qtbot, worker) -> None:
    refused: list[Refused] = []
    worker.write(worker, refuse(), failed=refused.append)
    idle(qtbot, worker)
    assert [r.why for r in refused] == [Why.NAME_MISSING]


def test_a_refusal_nobody_took_is_told_all_the_same(qtbot, worker) -> None:
    with qtbot.waitSignal(worker.failed) as told:
        worker.write(worker, refuse())
    assert told.args[0].why is Why.NAME_MISSING


def test_saving_is_seen_while_it_goes_on(qtbot, worker) -> None:
    states: list[bool] = []
    worker.writing.connect(states.append)
    worker.write(worker, add_room(name="Tupa"))
    idle(qtbot, worker)
    assert states == [True, False]


def test_steps_are_named_taken_back_and_done_again(qtbot, worker) -> None:
    history = History(worker)
    told: list[tuple[str, bool]] = []
    history.told.connect(lambda label, done: told.append((label, done)))
    for name in ("Tupa", "Kammari"):
        history.do(worker, add_room(name=name), f"Lisättiin tila: {name}")
    idle(qtbot, worker)
    seen: list[list[str]] = []

    def look() -> list[str]:
        idle(qtbot, worker)
        worker.read(worker, rooms(), seen.append)
        idle(qtbot, worker)
        return seen[-1]

    assert look() == ["Tupa", "Kammari"]
    history.undo()
    assert look() == ["Tupa"]
    history.undo()
    assert look() == []
    history.redo()
    assert look() == ["Tupa"]
    assert told[-1] == ("Lisättiin tila: Tupa", True)
    assert not history.stack.canUndo() or history.stack.undoText() == "Lisättiin tila: Tupa"


def test_undo_that_meets_another_persons_change_says_so(qtbot, worker) -> None:
    history = History(worker)
    made: list[int] = []
    history.do(
        worker, add_room(name="Tupa"), "Lisättiin tila: Tupa", lambda done: made.append(done.value)
    )
    idle(qtbot, worker)

    @action
    def rename(tx) -> None:
        tx.change(Room, made[0], name="Kammari")

    worker.write(worker, rename())
    idle(qtbot, worker)
    with qtbot.waitSignal(history.refused) as refused:
        history.undo()
    assert refused.args[0].why is Why.CHANGED_BY_OTHER
    assert not history.stack.canUndo()


def test_a_locked_office_answers_nothing(qtbot, worker) -> None:
    worker.lock()
    refused: list[Refused] = []
    worker.read(worker, rooms(), refused.append, failed=refused.append)
    idle(qtbot, worker)
    assert [r.why for r in refused] == [Why.OFFICE_LOCKED]


@action
def break_down(tx) -> None:
    raise ZeroDivisionError


def test_a_fault_of_ours_ends_the_write_all_the_same(qtbot, worker) -> None:
    """Locking waits for writes to end: one that never did would keep the office open."""
    history, states, faults = History(worker), [], []
    worker.writing.connect(states.append)
    worker.failed.connect(faults.append)
    history.do(worker, break_down(), "Rikki")
    idle(qtbot, worker)
    assert states == [True, False]
    assert [type(f) for f in faults] == [ZeroDivisionError]
    history.do(worker, add_room(name="Tupa"), "Lisättiin tila: Tupa")
    history.undo()
    idle(qtbot, worker)
    assert history.stack.redoText() == "Lisättiin tila: Tupa"


def test_a_step_is_kept_when_its_page_has_gone(qtbot, worker) -> None:
    import shiboken6

    history, owner = History(worker), QObject()
    history.do(owner, add_room(name="Tupa"), "Lisättiin tila: Tupa")
    shiboken6.delete(owner)
    idle(qtbot, worker)
    assert history.stack.undoText() == "Lisättiin tila: Tupa"


def test_rendering_can_be_stopped(qtbot, worker) -> None:
    import threading

    go = threading.Event()
    ended: list[object] = []

    def job(progress) -> str:
        go.wait(10)
        progress.step(1, 2)
        return "rendered"

    progress = worker.render(worker, job, ended.append, failed=ended.append)
    progress.stop.set()
    go.set()
    idle(qtbot, worker)
    assert [getattr(e, "why", e) for e in ended] == [Why.CANCELLED_BY_PERSON]
