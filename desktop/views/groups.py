# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of groups."""

from collections.abc import Hashable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from db.queries.groups import groups
from db.rules.folding import fold
from db.rules.people import name_order
from desktop.desk import Desk, Place
from desktop.models.groups_list import columns
from desktop.views.forms.group_form import open_group_form
from desktop.views.list_page import ListPage
from desktop.widgets.buttons import Button

if TYPE_CHECKING:
    from db.queries.groups import GroupRow
    from db.work import Ask


class GroupsPage(ListPage["GroupRow"]):
    """Every group of the office, archived ones when asked for."""

    tables = frozenset(
        {"groups", "group_leaders", "enrolments", "group_sessions", "units", "staff"}
    )

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:  # noqa: ARG002 - every page is made so
        super().__init__(desk, columns(desk.words, desk.codes), parent)
        self._strands: list[str] = []
        self._offer_import()

    def title(self) -> str:
        return self.desk.words._("Groups")

    def new_text(self) -> str:
        return self.desk.words._("New group")

    def search_hint(self) -> str:
        return self.desk.words._("Search by name, leader, kind or unit")

    def empty_texts(self) -> tuple[str, str]:
        words = self.desk.words
        return (
            words._("No groups yet"),
            words._("Make the first group; its weekly time and participants come next."),
        )

    def count_text(self, shown: int, total: int) -> str:
        words = self.desk.words
        text = words.n("{count} group", "{count} groups", total).format(count=words.number(total))
        if shown == total:
            return text
        return words._("{shown} of {all}").format(shown=words.number(shown), all=text)

    def _offer_import(self) -> None:
        """Leaders come from spreadsheets: the way in stands beside a new group."""
        text = self.desk.words._("Import attendance")
        bring_in = Button(self.desk.theme, text, "secondary", icon="upload")
        bring_in.clicked.connect(self._go_import)
        self.header.insert_action(bring_in)
        action = QAction(text, self)
        action.setShortcut(QKeySequence("Ctrl+I"))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setProperty("icon_name", "upload")
        action.triggered.connect(self._go_import)
        self.addAction(action)

    def _go_import(self) -> None:
        self.desk.go(Place("import_attendance"))

    def ask(self) -> "Ask[list[GroupRow]]":
        return groups(on=self.desk.clock.today(), now=self.desk.clock.now())

    def show_rows(self, rows: "list[GroupRow]") -> None:
        self._strands = [row.strand for row in rows if not row.archived]
        super().show_rows(sorted(rows, key=lambda row: (row.archived, name_order(row.name))))

    def key(self, row: "GroupRow") -> Hashable:
        return row.group_id

    def folded(self, row: "GroupRow") -> str:
        kind = self.desk.codes.name("group_kinds", row.kind)
        return fold(" ".join([row.name, kind, row.unit, *row.leaders]))

    def is_archived(self, row: "GroupRow") -> bool:
        return row.archived

    def open(self, row: "GroupRow") -> None:
        self.desk.go(Place("group", row.group_id))

    def new(self) -> None:
        open_group_form(
            self.desk,
            self,
            taken=self._strands,
            then=lambda made: self.desk.go(Place("group", made)),
        )
