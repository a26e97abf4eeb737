# SPDX-License-Identifier: GPL-3.0-or-later
"""Tapaamisen suunnitelma: what is done at a session, for whose goals, and the page it prints."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from db.queries.plan_page import PlanPage, plan_page
from db.queries.session_plan import PlanCard
from db.rules.people import Person
from desktop.desk import Desk, Place
from desktop.models.plan_draft import is_closed
from desktop.views.page import Page
from desktop.views.plan_agenda import PlanAgenda
from desktop.views.plan_deeds import PlanDeeds
from desktop.views.plan_goals import GoalsCard
from desktop.views.plan_head import PlanHead
from desktop.views.plan_preview import PlanPreview
from desktop.views.plan_things import DutiesCard, MaterialsCard, Thing
from desktop.views.plan_writer import PlanWriter, Saving
from desktop.views.print_dialog import PrintDialog
from desktop.views.print_shop import PrintShop
from desktop.views.printables import plan_file, plan_pages
from desktop.widgets.reflow import Columns
from desktop.widgets.scroll import Scroll

# Widths of the page, in design pixels: below the first the preview is behind a button.
PREVIEW_FROM, WIDE_FROM = 1100, 1380
_PREVIEW, _WIDE_PREVIEW = 464, 600


class SessionPlanPage(Page):
    """Everything is saved while it is written; Ctrl+Z takes back step by step."""

    tables: ClassVar[frozenset[str]] = frozenset(
        {
            "session_plans", "agenda_items", "agenda_item_goals", "materials", "duties",
            "session_goals", "goals", "group_sessions", "session_leaders", "group_leaders",
            "groups", "rooms", "staff", "enrolments", "additions", "marks", "participants",
        }
    )  # fmt: skip

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        assert place.key is not None  # noqa: S101 - the place of a plan names its session
        self._session = place.key
        self._people: tuple[Person, ...] = ()
        self.writer = PlanWriter(desk, self)
        self.deeds = PlanDeeds(self.writer, desk.words, self._session)
        self.head = PlanHead(desk, self.deeds)
        self.agenda = PlanAgenda(desk, self.deeds)
        self.materials = MaterialsCard(desk, self.deeds)
        self.duties = DutiesCard(desk, self.deeds)
        self.goals = GoalsCard(desk, self.deeds)
        self.preview = PlanPreview(desk)
        self.print_shop = PrintShop(desk, self)
        self._lay_out()
        self._make_commands()
        self._join()

    def load(self) -> None:
        """Read the plan."""
        ask = plan_page(session_id=self._session)
        self.desk.worker.read(self, ask, self._read, failed=self.desk.trouble, latest="plan")

    def crumb(self) -> str:
        """ "Suunnitelma ti 4.5." """
        card = self.writer.card
        if card is None:
            return self.desk.words._("Session plan")
        day = self.desk.words.weekday_date(card.head.date)
        return self.desk.words._("Plan {day}").format(day=day)

    def way_back(self) -> Place | None:
        """The group; before it is known, the day."""
        card = self.writer.card
        return Place("today") if card is None else Place("group", card.head.group_id)

    def settle(self) -> None:
        """Save what was typed."""
        self.writer.settle()

    def focus_first(self) -> None:
        """The theme where there is none yet, else the first item."""
        card = self.writer.card
        rows = self.agenda.rows()
        written = card is not None and card.theme and rows
        (rows[0].title if written else self.head.theme).setFocus(Qt.FocusReason.OtherFocusReason)

    def keys(self) -> list[tuple[str, str]]:
        """The keys that are no commands."""
        w = self.desk.words
        return [
            (w._("Up, Down"), w._("To the item above or below")),
            ("F4", w._("Open the list of names")),
            (w._("PageUp, PageDown"), w._("Turn the page of the preview")),
            (f"{w._('Ctrl')}++, {w._('Ctrl')}+-", w._("Enlarge the preview or make it smaller")),
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px, width = self.desk.theme.px, self.width()
        beside = width >= px(PREVIEW_FROM)
        self.preview.setFixedWidth(px(_WIDE_PREVIEW if width >= px(WIDE_FROM) else _PREVIEW))
        self.preview.setVisible(beside)
        self.head.preview_button.setVisible(not beside)

    def _read(self, page: PlanPage) -> None:
        self._people = page.people
        self.writer.take(page.card)

    def _show(self) -> None:
        card = self.writer.card
        if card is None:
            return
        for part in (self.head, self.agenda, self.materials, self.duties, self.goals):
            part.show_card(card)
        self.preview.show_card(card, self._people, typing=self.writer.is_typing)
        self._enable_commands(card)
        # The window reads the page's name again when the page's layout changes.
        self.updateGeometry()

    def _show_saving(self, state: str) -> None:
        self.head.show_saving(Saving(state))
        self.setProperty("unsaved", state == Saving.FAILED)

    def _copy_earlier(self) -> None:
        card = self.writer.card
        if card is not None and card.earlier is not None:
            self.deeds.copy_from(card.earlier[0])

    def _remove(self) -> None:
        """Whatever the keyboard is in: an agenda item, a material or a duty."""
        part: QWidget | None = QApplication.focusWidget()
        while part is not None and not isinstance(part, Thing):
            part = part.parentWidget()
        row = self.agenda.current()
        if isinstance(part, Thing):
            part.remove()
        elif row is not None:
            row.remove()

    def _print(self) -> None:
        self._hand_over(self.print_shop.print_asking)

    def _save_pdf(self) -> None:
        self._hand_over(self.print_shop.save)

    def _hand_over(self, deed: Callable[..., bool]) -> None:
        card = self.writer.card
        if card is not None:
            self.settle()
            copy = self.preview.copy()
            pages = plan_pages(self.desk, self._session)
            deed(pages, copy, plan_file(self.desk.words, card.head, copy))

    def _open_preview(self) -> None:
        self.settle()
        pages = plan_pages(self.desk, self._session)
        PrintDialog(
            self.desk, pages, self, self.print_shop.printers, copy=self.preview.copy()
        ).open()

    def _make_commands(self) -> None:
        w = self.desk.words
        self._add = self._command(w._("Add an item"), "Ctrl+Return", self.agenda.add_item)
        self._up = self._command(w._("Move up"), "Alt+Up", lambda: self.agenda.move_current(-1))
        self._down = self._command(
            w._("Move down"), "Alt+Down", lambda: self.agenda.move_current(1)
        )
        self._delete = self._command(w._("Remove"), "Del", self._remove)
        self._copy = self._command(w._("Copy from earlier"), "", self._copy_earlier)
        self._material = self._command(w._("Add a material"), "", self.materials.adder.open)
        self._duty = self._command(w._("Add a duty"), "", self.duties.adder.open)
        self._link = self._command(w._("Link a goal"), "", self.goals.pick)
        self._command(w._("Print"), "Ctrl+P", self._print)
        self._command(w._("Save PDF"), "Ctrl+S", self._save_pdf)
        self._command(w._("Preview"), "", self._open_preview)

    def _command(self, text: str, keys: str, run: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        if keys:
            action.setShortcuts([QKeySequence(keys), *_TWINS.get(keys, ())])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _on=False: run())
        self.addAction(action)
        return action

    def _enable_commands(self, card: PlanCard) -> None:
        writable = not is_closed(card)
        for action in (self._add, self._material, self._duty, self._link):
            action.setEnabled(writable)
        self._copy.setEnabled(writable and card.earlier is not None)
        for action in (self._up, self._down):
            action.setEnabled(writable and bool(card.items))
        self._delete.setEnabled(writable)

    def _join(self) -> None:
        self.writer.changed.connect(self._show)
        self.writer.stale.connect(self.load)
        self.writer.state_changed.connect(self._show_saving)
        self.head.copy_asked.connect(self._copy_earlier)
        self.head.preview_asked.connect(self._open_preview)
        self.head.retry_asked.connect(self.writer.retry)
        self.preview.print_asked.connect(self._print)
        self.preview.save_asked.connect(self._save_pdf)

    def _lay_out(self) -> None:
        px = self.desk.theme.px
        parts = [(self.materials, 22), (self.duties, 20), (self.goals, 32)]
        cards = Columns(parts, gap=px(12), width=px(640))
        inside = QWidget()
        below = QVBoxLayout(inside)
        below.setContentsMargins(px(24), 0, px(20), px(10))
        below.setSpacing(px(12))
        below.addWidget(self.agenda)
        below.addWidget(cards)
        below.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(px(24), px(14), px(20), 0)
        head.addWidget(self.head)
        left = QVBoxLayout()
        left.setSpacing(px(12))
        left.addLayout(head)
        left.addWidget(Scroll(inside), 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.preview)
        # Shown once it is known that there is room: else it would make the window wider at first.
        self.preview.hide()


_TWINS = {"Ctrl+Return": (QKeySequence("Ctrl+Enter"),)}
