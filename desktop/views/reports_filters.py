# SPDX-License-Identifier: GPL-3.0-or-later
"""What a summary is of: the period, the groups, how it is broken down, and whether small counts show."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from db.queries.participation import GroupAbout
from db.rules.figures import Breakdown
from db.rules.periods import Period, PeriodKind, back_from, own, period_of
from db.rules.words import Audience
from desktop.desk import Desk
from desktop.report_words import period_name
from desktop.widgets.card import Card
from desktop.widgets.combo import Combo
from desktop.widgets.dates import DateField
from desktop.widgets.label import rule, text_label
from desktop.widgets.link import link
from desktop.widgets.plain_tip import plain_tip
from desktop.widgets.scroll import Scroll
from desktop.widgets.segmented import Segmented
from desktop.widgets.strand_dot import StrandDot
from desktop.widgets.toggle import Toggle

HOW_MANY = {PeriodKind.MONTH: 36, PeriodKind.QUARTER: 20, PeriodKind.YEAR: 10}
WIDTH = 294


@dataclass(frozen=True)
class Choice:
    """A summary as chosen. `groups` is None for all."""

    period: Period
    by: Breakdown
    audience: Audience
    groups: frozenset[int] | None


class Filters(Card):
    """Acts at once: `changed` after each choice."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent=parent)
        self._desk = desk
        self._boxes: dict[int, QCheckBox] = {}
        self.setFixedWidth(desk.theme.px(WIDTH))
        self.setProperty("pane", True)
        self._build_period()
        self.body.addWidget(rule())
        self._build_groups()
        self.body.addWidget(rule())
        self._build_breakdown()
        self.body.addStretch(1)
        self.body.addWidget(rule())
        self._build_mask()
        self._restore()

    def choice(self) -> Choice:
        """What is chosen now."""
        chosen = self._by.checkedButton() or self._by.buttons()[0]
        by = Breakdown(chosen.property("by"))
        outside = self._mask.isChecked() and by is not Breakdown.PARTICIPANT
        ticked = frozenset(key for key, box in self._boxes.items() if box.isChecked())
        every = len(ticked) == len(self._boxes)
        audience = Audience.OUTSIDE if outside else Audience.UNIT
        return Choice(self.period(), by, audience, None if every else ticked)

    def period(self) -> Period:
        """The period chosen."""
        if self._kind.value() == PeriodKind.OWN:
            first, last = self._first.value(), self._last.value()
            return own(min(first, last), max(first, last))
        chosen = self._periods.currentData()
        return period_of(PeriodKind(self._kind.value()), date.fromisoformat(chosen))

    def focus_first(self) -> None:
        """Where choosing begins."""
        self._kind.button(self._kind.value()).setFocus()

    def show_groups(self, groups: Collection[GroupAbout]) -> None:
        """Offer the groups that met in the period; those unticked stay so."""
        unticked = {key for key, box in self._boxes.items() if not box.isChecked()}
        if {group.id for group in groups} == set(self._boxes):
            return
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._boxes = {}
        for group in groups:
            self._list.addWidget(self._group(group, ticked=group.id not in unticked))
        self._list.addStretch(1)
        self._all.setText(self._desk.words._("All {count}").format(count=len(groups)))

    def go_to(self, day: date) -> None:
        """Choose the period of the present kind that holds a day."""
        kind = PeriodKind(self._kind.value())
        if kind is PeriodKind.OWN:
            kind = PeriodKind.QUARTER
            self._kind.set_value(kind)
        self._offer_periods(day)
        self._chosen()

    def _build_period(self) -> None:
        theme, w = self._desk.theme, self._desk.words
        self.body.addWidget(text_label(w._("Period"), "body", weight=600))
        kinds = (
            (PeriodKind.MONTH, w.p("period", "Mo.")),
            (PeriodKind.QUARTER, w.p("period", "Quarter")),
            (PeriodKind.YEAR, w.p("period", "Year")),
            (PeriodKind.OWN, w.p("period", "Own")),
        )
        self._kind = Segmented(
            theme, kinds, w._("Length of the period"), value=PeriodKind.QUARTER, size="s"
        )
        self._kind.changed.connect(self._kind_chosen)
        self.body.addWidget(self._kind)
        self._periods = Combo(theme, (), w._("Period"))
        self._periods.activated.connect(self._chosen)
        self.body.addWidget(self._periods)
        self._own = QWidget()
        row = QHBoxLayout(self._own)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        today = self._desk.clock.today()
        self._first = DateField(theme, w, today.replace(month=1, day=1), w._("From"))
        self._last = DateField(theme, w, today, w._("To"))
        for field in (self._first, self._last):
            field.editingFinished.connect(self._chosen)
            row.addWidget(field, 1)
        self.body.addWidget(self._own)
        self._days = text_label("", "small", "ink2")
        self.body.addWidget(self._days)

    def _build_groups(self) -> None:
        w = self._desk.words
        head = QHBoxLayout()
        head.addWidget(text_label(w._("Groups"), "body", weight=600))
        head.addStretch(1)
        self._all = link(self._desk.theme, "", chevron=False, dense=True)
        self._all.clicked.connect(self._tick_all)
        head.addWidget(self._all)
        self.body.addLayout(head)
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(self._desk.theme.px(1))
        scroll = Scroll(inside)
        scroll.setMinimumHeight(self._desk.theme.px(120))
        self.body.addWidget(scroll, 4)

    def _group(self, group: GroupAbout, *, ticked: bool) -> QWidget:
        theme = self._desk.theme
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        box = QCheckBox("")
        box.setProperty("bare", True)
        box.setChecked(ticked)
        box.setAccessibleName(group.name)
        box.toggled.connect(self._chosen)
        self._boxes[group.id] = box
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("kind", "small")
        label.setText(group.name)
        label.setToolTip(plain_tip(group.name))
        label.setBuddy(box)
        row.addWidget(box)
        row.addWidget(StrandDot(theme, group.strand, square=True))
        row.addWidget(label, 1)
        holder.setMinimumHeight(theme.px(30))
        return holder

    def _build_breakdown(self) -> None:
        w = self._desk.words
        self.body.addWidget(text_label(w._("Breakdown"), "body", weight=600))
        self._by = QButtonGroup(self)
        column = QVBoxLayout()
        column.setSpacing(0)
        self.body.addLayout(column)
        for by, text in (
            (Breakdown.GROUP, w._("By group")),
            (Breakdown.MONTH, w._("By month")),
            (Breakdown.UNIT, w._("By unit")),
            (Breakdown.PARTICIPANT, w._("By participant")),
        ):
            button = QRadioButton(text)
            button.setProperty("by", by.value)
            self._by.addButton(button)
            column.addWidget(button)
        self._by.buttons()[0].setChecked(True)
        self._by.buttonClicked.connect(self._chosen)

    def _build_mask(self) -> None:
        theme, w = self._desk.theme, self._desk.words
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        title = w._("Mask counts under five")
        words.addWidget(text_label(title, "small", weight=600, wrap=True))
        self._hint = text_label(
            w._("For anybody outside the unit: keep on"), "caption", "ink2", wrap=True
        )
        words.addWidget(self._hint)
        row.addLayout(words, 1)
        self._mask = Toggle(theme, title)
        self._mask.setChecked(True)
        self._mask.toggled.connect(self._chosen)
        row.addWidget(self._mask)
        self.body.addLayout(row)

    def _restore(self) -> None:
        kept = self._desk.settings.report
        kind = str(kept.get("kind", PeriodKind.QUARTER))
        self._kind.set_value(kind if kind in set(HOW_MANY) else PeriodKind.QUARTER)
        self._mask.blockSignals(True)
        self._mask.setChecked(bool(kept.get("mask", True)))
        self._mask.blockSignals(False)
        for button in self._by.buttons():
            button.setChecked(button.property("by") == kept.get("by", Breakdown.GROUP.value))
        if self._by.checkedButton() is None:
            self._by.buttons()[0].setChecked(True)
        self._offer_periods(self._desk.clock.today())
        self._tell()

    def _kind_chosen(self, _kind: str) -> None:
        self._offer_periods(self._desk.clock.today())
        self._chosen()

    def _offer_periods(self, day: date) -> None:
        """The latest periods of the kind, the one that holds `day` chosen."""
        kind = PeriodKind(self._kind.value())
        is_own = kind is PeriodKind.OWN
        self._own.setVisible(is_own)
        self._periods.setVisible(not is_own)
        if is_own:
            return
        newest = max(day, self._desk.clock.today())
        found = back_from(kind, newest, HOW_MANY[kind])
        w = self._desk.words
        self._periods.set_choices([(p.first.isoformat(), period_name(w, p)) for p in found])
        self._periods.set_value(period_of(kind, day).first.isoformat())

    def _tick_all(self) -> None:
        every = all(box.isChecked() for box in self._boxes.values())
        for box in self._boxes.values():
            box.blockSignals(True)
            box.setChecked(not every)
            box.blockSignals(False)
        self._chosen()

    def _chosen(self, *_told: object) -> None:
        self._tell()
        choice = self.choice()
        self._desk.settings.report = {
            "kind": str(self._kind.value()),
            "by": choice.by.value,
            "mask": self._mask.isChecked(),
        }
        self.changed.emit()

    def _tell(self) -> None:
        w, choice = self._desk.words, self.choice()
        self._days.setText(w.date_range(choice.period.first, choice.period.last))
        personal = choice.by is Breakdown.PARTICIPANT
        self._mask.setEnabled(not personal)
        told = (
            w._("Rows about persons stay in the unit.")
            if personal
            else w._("For anybody outside the unit: keep on")
        )
        self._hint.setText(told)
