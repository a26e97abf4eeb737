# SPDX-License-Identifier: GPL-3.0-or-later
"""What a fault leaves to be done: going down in order, and offering the report at the next start."""

from pathlib import Path

from PySide6.QtWidgets import QDialog

from db.errors import Refused
from db.files import atomic_write
from desktop.crash import Crash
from desktop.house import House
from desktop.sentences import sentence
from desktop.views.crash_report import crash_dialog
from desktop.widgets.dialog import Dialog


def offer_reports(house: House, crash: Crash) -> None:
    """Show what earlier runs left; each report is offered once."""
    for report in crash.waiting():
        dialog = crash_dialog(house.theme, house.words, report, house.frame)
        if dialog.exec() == QDialog.DialogCode.Accepted and not _kept(house, report):
            return
        crash.discard(report)


def tell_of_fault(house: House) -> None:
    """Say that the program has to be closed, and wait until it has been read."""
    words = house.words
    Dialog(
        house.theme,
        words._("Punos has to be closed"),
        words._(
            "Punos met a fault of its own. What was saved is safe. A report without names waits "
            "on this computer and is offered when Punos starts again."
        ),
        safe=words._("Close"),
        parent=house.frame,
    ).exec()


def _kept(house: House, report: Path) -> bool:
    """Whether a copy stands where the person wanted it."""
    words = house.words
    target = house.ask.save_file(
        words._("Save a copy of the report"),
        Path.home() / report.name,
        [f"{words._('Text')} (*.txt)"],
    )
    if target is None:
        return False
    try:
        atomic_write(target, report.read_bytes())
    except Refused as refused:
        Dialog(
            house.theme,
            words._("The copy was not saved"),
            sentence(words, refused),
            safe=words._("Close"),
            parent=house.frame,
        ).exec()
        return False
    return True
