# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of a participation summary as a table: columns are data, every cell may be heard."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from db.queries.participation import Participation, Row
from db.rules.disclosure import Cell, Masked
from db.rules.figures import BY_KEY, Breakdown, Measure
from desktop.names import by_surname
from desktop.report_words import figure_heading, figure_help
from desktop.words import Words

Index = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole + 1
"""The cell itself: a number, None or `Masked`."""
STRAND = Qt.ItemDataRole.UserRole + 2
SHARE = Qt.ItemDataRole.UserRole + 3
"""The cell as a share of its column's largest, for a bar."""
BASE = Qt.ItemDataRole.UserRole + 4
"""What a rate is the rate of, "136/160"."""

LABEL, GROUP = "label", "group"
COLUMNS = {
    Breakdown.GROUP: (
        LABEL, "sessions_held", "participants", "new_participants", "visits", "rate",
    ),
    Breakdown.PARTICIPANT: (
        LABEL, GROUP, "sessions_held", "expected", "present", "late", "notified", "absent",
        "unrecorded", "minutes", "rate",
    ),
}  # fmt: skip
LEFT = (LABEL, GROUP, "visits")


@dataclass(frozen=True)
class Line:
    """One row on show."""

    label: str
    group: str
    strand: str
    rate_of: tuple[int, int]
    """Visits, and all that were marked."""
    cells: dict[str, Cell]
    is_total: bool = False


class FiguresModel(QAbstractTableModel):
    """Read-only; `show_rows` or `show_total` replace everything."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.columns: Sequence[str] = COLUMNS[Breakdown.GROUP]
        self.lines: list[Line] = []
        self._by = Breakdown.GROUP
        self._largest: dict[str, float] = {}

    def show_rows(self, summary: Participation) -> None:
        """Show the rows of another summary."""
        cells = summary.published().rows
        self._show(
            summary,
            [self._line(row, dict(own)) for row, own in zip(summary.rows, cells, strict=True)],
        )

    def show_total(self, summary: Participation) -> None:
        """Show only its total."""
        published = summary.published()
        label, cells = self._words._("Total"), dict(published.total)
        self._show(summary, [Line(label, "", "", published.rate_of, cells, is_total=True)])

    def _show(self, summary: Participation, lines: list[Line]) -> None:
        self.beginResetModel()
        self._by = summary.by
        self.columns = COLUMNS.get(summary.by, COLUMNS[Breakdown.GROUP])
        self.lines = lines
        self._largest = {
            key: max((_number(line.cells.get(key)) for line in lines), default=0.0)
            for key in self.columns
        }
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, way: Qt.Orientation, role: int = 0) -> Any:  # noqa: ANN401
        if way is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        key = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return figure_heading(self._words, key, self._by)
        if role == Qt.ItemDataRole.ToolTipRole and key in BY_KEY:
            return figure_help(self._words, key)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(key)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        line, key = self.lines[index.row()], self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.text(line, key)
        match role:
            case _ if role == CELL:
                return line.cells.get(key)
            case _ if role == STRAND:
                return line.strand
            case _ if role == SHARE:
                return _number(line.cells.get(key)) / (self._largest.get(key) or 1.0)
            case _ if role == BASE:
                return self._base(line, key)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(key)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(line, key)
        return None

    def text(self, line: Line, key: str) -> str:
        """A cell in words."""
        if key == LABEL:
            return line.label
        if key == GROUP:
            return line.group
        cell, w = line.cells.get(key), self._words
        if isinstance(cell, Masked):
            return f"<{cell.below}" if cell.code.startswith("<") else w._("masked")
        measure = BY_KEY[key].measure
        if measure is Measure.SHARE:
            return w.percent(cell)
        if measure is Measure.MINUTES and cell is not None:
            return w.hours(int(cell))
        return w.number(cell)

    def _base(self, line: Line, key: str) -> str:
        if key != "rate" or line.cells.get(key) is None or isinstance(line.cells[key], Masked):
            return ""
        here, marked = line.rate_of
        return f"{self._words.number(here)}/{self._words.number(marked)}"

    def _tip(self, line: Line, key: str) -> str:
        cell, w = line.cells.get(key), self._words
        if isinstance(cell, Masked):
            if cell.code.startswith("<"):
                return w._("Fewer than {count}: not shown outside the unit.").format(
                    count=cell.below
                )
            return w._("Hidden, because a small count could be worked out from it.")
        return ""

    def _line(self, row: Row, cells: dict[str, Cell]) -> Line:
        w = self._words
        strand = row.group.strand if row.group else ""
        rate_of = (row.counts.here, row.counts.here + row.counts.away)
        if row.person is not None:
            person = row.person
            name = by_surname(person.first_name, person.last_name) or person.code or w._("Unnamed")
            return Line(name, row.group.name if row.group else "", strand, rate_of, cells)
        label = row.group.name if row.group else row.unit or w.month(row.period.first)
        return Line(label, "", strand, rate_of, cells)


def _number(cell: Cell) -> float:
    return float(cell) if isinstance(cell, int | float) else 0.0


def _alignment(key: str) -> int:
    side = Qt.AlignmentFlag.AlignLeft if key in LEFT else Qt.AlignmentFlag.AlignRight
    return int(side | Qt.AlignmentFlag.AlignVCenter)
