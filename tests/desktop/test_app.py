# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as a whole: how it starts from the command line, and how it goes down."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

from desktop.__main__ import COMMANDS, opens_window
from desktop.aftermath import offer_reports
from desktop.crash import Crash
from desktop.warm_up import warm_up
from tests.desktop.programs import Running, Start


@pytest.mark.parametrize(
    ("arguments", "opens"),
    [
        ([], True),
        (["toimisto.punos"], True),
        (["./demo"], True),
        (["postgresql://punos@host/office"], True),
        (["demo"], False),
        (["demo", "x.punos"], False),
        (["export", "participation"], False),
        (["--help"], False),
        (["--version"], False),
    ],
)
def test_only_an_office_or_nothing_opens_the_window(arguments: list[str], opens: bool) -> None:
    assert opens_window(arguments) is opens


def test_warming_up_leaves_the_collector_on() -> None:
    import gc

    warm_up()
    assert gc.isenabled()


def answer(verb: str, seen: list[str]) -> None:
    """Press a verb of the dialog on show, noting what it said."""
    dialog = QApplication.activeModalWidget()
    seen += [label.text() for label in dialog.findChildren(QLabel)]
    seen += [edit.toPlainText() for edit in dialog.findChildren(QPlainTextEdit)]
    buttons = [dialog.safe_button, dialog.main_button]
    next(b for b in buttons if b is not None and b.text() == verb).click()


def test_a_fault_saves_what_is_written_tells_and_ends_the_program(seated: Running) -> None:
    seen: list[str] = []
    seated.type("kesken")
    QTimer.singleShot(0, lambda: seated.program.go_down(None))
    QTimer.singleShot(100, lambda: answer("Sulje", seen))
    assert seated.app.exec() == 1
    assert "Punos pitää sulkea" in seen
    assert seated.settled[-1] == "kesken"


def test_a_report_of_the_last_run_is_offered_and_a_copy_kept(start: Start, tmp_path: Path) -> None:
    crash = Crash(tmp_path / "reports", lambda _path: None)
    (tmp_path / "reports").mkdir()
    report = crash.report(KeyError("Oona Hakala"))
    assert report is not None
    running, seen = start(), []
    running.ask.give(tmp_path / "kopio.txt")
    QTimer.singleShot(0, lambda: answer("Tallenna kopio…", seen))
    offer_reports(running.program.house, crash)
    assert "Punos sulkeutui vian takia" in seen
    assert any("KeyError" in text for text in seen)
    assert not any("Oona" in text for text in seen)
    assert "KeyError" in (tmp_path / "kopio.txt").read_text(encoding="utf-8")
    assert crash.waiting() == []


def test_a_report_can_be_thrown_away(start: Start, tmp_path: Path) -> None:
    crash = Crash(tmp_path / "reports", lambda _path: None)
    (tmp_path / "reports").mkdir()
    crash.report(ValueError())
    running = start()
    QTimer.singleShot(0, lambda: answer("Hävitä", []))
    offer_reports(running.program.house, crash)
    assert crash.waiting() == []


def test_every_command_of_the_command_line_is_known_to_the_fast_path() -> None:
    from typer.main import get_command

    from desktop.cli import build

    assert set(get_command(build()).commands) == COMMANDS
