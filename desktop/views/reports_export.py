# SPDX-License-Identifier: GPL-3.0-or-later
"""A summary out to a file: asked anew as an export, so that the log tells who took what, rendered on
the second lane with a way to stop it, written whole or not at all."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from db.log import Deed, Purpose
from db.queries.participation import Participation, participation
from db.slots import write_result
from desktop.desk import Desk
from desktop.views.reports_filters import Choice
from desktop.worker import Progress

if TYPE_CHECKING:
    from desktop.documents.kit import Printed


class Exporter:
    """Saves summaries for one page."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        self._desk, self._page = desk, page

    def save(self, choice: Choice, form: str) -> None:
        """Ask where to, count again as an export, write, and say so."""
        w = self._desk.words
        name = w._("Punos_participation_{period}").format(period=choice.period.code) + f".{form}"
        kinds = {"csv": w._("CSV"), "xlsx": w._("Excel"), "pdf": "PDF"}
        title = w._("Save the summary")
        filters = [f"{kinds[form]} (*.{form})"]
        path = self._desk.ask.save_file(title, self._folder() / name, filters)
        if path is None:
            return
        ask = participation(
            by=choice.by,
            period=choice.period,
            now=self._desk.clock.now(),
            groups=choice.groups,
            audience=choice.audience,
            chart=True,
        )
        detail = f"{form}, {choice.by}, {choice.period.code}, {choice.audience}"
        use = ask.as_use(Deed.EXPORT, Purpose.STATISTICS, detail)
        self._desk.worker.read(
            self._page, use, lambda told: self._write(told, path, form), failed=self._desk.trouble
        )

    def _write(self, told: Participation, path: Path, form: str) -> None:
        words, printed = self._desk.words, self._printed()

        def job(progress: Progress) -> Path:
            from desktop.summary_files import summary_file

            progress.step(0, 2)
            data = summary_file(form, told, words, printed)
            progress.step(1, 2)
            write_result(path, data)
            return path

        self._desk.worker.render(self._page, job, self._saved, failed=self._desk.trouble)

    def _saved(self, path: Path) -> None:
        self._desk.settings.export_folder = str(path.parent)
        told = self._desk.words._("Saved: {file}").format(file=path.name)
        self._desk.notice("ok", told)

    def _printed(self) -> "Printed":
        from desktop.documents.kit import Printed

        return Printed(self._desk.who.name, self._desk.clock.now())

    def _folder(self) -> Path:
        kept = self._desk.settings.export_folder
        if kept is not None and Path(kept).is_dir():
            return Path(kept)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(documents) or Path.home())
