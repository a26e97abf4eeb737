# SPDX-License-Identifier: GPL-3.0-or-later
"""Signed-in desks for tests: every object real, only the clock and the answers to questions given."""

from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer

from desktop.ask import GivenAsk
from desktop.clock import FixedClock
from desktop.codes import Codes
from desktop.desk import Desk, Place
from desktop.settings import Settings
from desktop.theme import Theme
from desktop.undo import History
from desktop.words import Words
from desktop.worker import Worker
from tests.conftest import NOW, Template


class Desks:
    """Makes desks and takes them down again."""

    def __init__(self, app, template: Template, folder: Path) -> None:
        self.app, self.template, self.folder = app, template, folder
        self.beat = QTimer(interval=5)
        self.workers: list[Worker] = []
        self.went: list[Place] = []
        self.notices: list[tuple[str, str]] = []
        self.troubles: list[object] = []

    def open(self, *, language="fi", dark=False, scale=1.0, answers=()) -> Desk:
        worker = Worker()
        self.workers.append(worker)
        words, theme = Words(language), Theme(dark=dark, scale=scale)
        theme.apply(self.app)
        opened: list[object] = []
        worker.unlock(worker, lambda: self.template.open(self.folder), opened.append, opened.append)
        self.wait(lambda: opened)
        worker.failed.connect(self.troubles.append)
        desk = Desk(
            words=words,
            theme=theme,
            settings=Settings(self.folder / "settings"),
            ask=GivenAsk(list(answers)),
            codes=Codes(words),
            worker=worker,
            history=History(worker),
            clock=FixedClock(NOW),
            who=opened[0].who,
            office_name=opened[0].name,
            go=self.went.append,
            notice=lambda tone, sentence: self.notices.append((tone, sentence)),
            trouble=self.troubles.append,
        )
        desk.__dict__["desks"] = self
        return desk

    def wait(self, ready) -> None:
        """Let answers arrive until `ready()`; a bounded number of turns, no sleeping."""
        # Given a time, processEvents does not wait but spins, and starves the thread waited for.
        deadline = QDeadlineTimer(20_000)
        self.beat.start()
        while not ready():
            assert not deadline.hasExpired(), "nothing came back from the office"
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self.beat.stop()

    def idle(self) -> None:
        """Wait until nothing is on its way to or from the office."""
        self.wait(lambda: all(worker.is_idle for worker in self.workers))
        self.app.processEvents()

    def close(self) -> None:
        for worker in self.workers:
            worker.close()
        self.app.processEvents()
