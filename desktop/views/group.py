# SPDX-License-Identifier: GPL-3.0-or-later
"""One group: when it meets, who belongs to it, what has been and what is to come."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from db.actions.groups import archive_group, change_group
from db.queries.groups import group
from db.rules.sessions import Phase, phase
from db.rules.words import Openness
from desktop.desk import Desk, Place
from desktop.views.card_parts import inset, rows_card, stacked, switch, wrapped
from desktop.views.detail_page import DetailPage
from desktop.views.forms.end_form import EndForm
from desktop.views.forms.enrolment_form import IntoGroupForm
from desktop.views.forms.form import open_form
from desktop.views.forms.group_form import open_group_form
from desktop.views.forms.weekly_form import open_weekly_form
from desktop.views.group_cards import about_card, places_text, times_card
from desktop.views.group_parts import MemberRow, StrandTile, session_row
from desktop.widgets.card import Card
from desktop.widgets.chip import Chip
from desktop.widgets.label import text_label
from desktop.widgets.link import link
from desktop.widgets.reflow import Columns

if TYPE_CHECKING:
    from db.queries.groups import GroupCard, Member, SessionLine
    from db.work import Ask

_FEW = 6
_WIDE_FROM = 980


class GroupPage(DetailPage["GroupCard"]):
    """The overview of a group; its matrix of attendance is a page of its own."""

    tables = frozenset(
        {
            *("groups", "group_leaders", "series", "group_sessions", "enrolments"),
            *("participants", "rooms", "units", "staff", "marks"),
        }
    )

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        theme, words = desk.theme, desk.words
        self._shows_all_sessions = False
        self._shows_ended = False
        self._tile = StrandTile(theme, "kuusi")
        self.badge.addWidget(self._tile)
        self._open_chip = Chip(theme, "", "neu")
        self._archived_chip = Chip(theme, words._("Archived"), "neu", icon="archive")
        for chip in (self._open_chip, self._archived_chip):
            self.header.add_beside(chip)
            chip.hide()
        self.edit_button = self.command(words._("Edit"), "pencil", self._edit, keys="Ctrl+E")
        self.weekly_button = self.command(
            words._("New weekly time"), "calendar-plus", self._add_weekly, keys="Ctrl+T"
        )
        self.enrol_button = self.command(
            words._("Add a participant"),
            "user-round-plus",
            self._enrol,
            kind="primary",
            keys="Ctrl+N",
        )
        self._archive = self.add_command(words._("Archive the group"), self._toggle_archived)

    def ask(self) -> "Ask[GroupCard]":
        return group(group_id=self.own_id, around=self.desk.clock.today())

    def crumb(self) -> str:
        return self.card.name if self.card else ""

    def way_back(self) -> Place | None:
        return Place("groups")

    def focus_first(self) -> None:
        self.enrol_button.setFocus()

    def fill_head(self, card: "GroupCard") -> None:
        words, codes = self.desk.words, self.desk.codes
        leaders = ", ".join(name for _, name, _ in card.leaders) or words._("no leaders yet")
        kind = codes.name("group_kinds", card.kind)
        self.header.set_texts(card.name, " · ".join((kind, leaders, card.unit)))
        self._tile.set_strand(card.strand)
        is_open = card.openness is Openness.OPEN
        icon = "door-open" if is_open else "lock"
        self._open_chip.set_state(
            codes.name("openness", card.openness), "info" if is_open else "neu", icon
        )
        self._open_chip.show()
        self._archived_chip.setVisible(card.archived_on is not None)
        self._archive.setText(
            words._("Bring the group back") if card.archived_on else words._("Archive the group")
        )

    def build(self, card: "GroupCard") -> QWidget:
        theme = self.desk.theme
        side = stacked(
            times_card(self.desk, card, self._add_weekly),
            about_card(self.desk, card),
            gap=theme.space("gap"),
        )
        parts = [(self._sessions_card(card), 10), (self._members_card(card), 8), (side, 7)]
        return Columns(parts, gap=theme.space("gap"), width=theme.px(_WIDE_FROM))

    def _sessions_card(self, card: "GroupCard") -> Card:
        words = self.desk.words
        now = self.desk.clock.now()
        coming = [line for line in card.sessions if line.ends_at > now]
        past = [line for line in reversed(card.sessions) if line.ends_at <= now]
        theme = self.desk.theme
        body = rows_card(theme, words._("Sessions"))
        if not card.sessions:
            none = wrapped(words._("No sessions yet. A weekly time makes them."))
            body.body.addLayout(inset(theme, none))
            body.body.addStretch(1)
            return body
        self._session_rows(body, words._("Coming"), coming, words._("Nothing is planned."))
        body.body.addSpacing(theme.px(4))
        self._session_rows(body, words._("Held"), past, words._("None has been yet."))
        if max(len(coming), len(past)) > _FEW:
            told = words._("Show fewer") if self._shows_all_sessions else words._("Show more")
            more = switch(theme, "all-sessions", told, self._toggle_sessions)
            body.body.addLayout(inset(theme, more))
        body.body.addStretch(1)
        return body

    def _session_rows(
        self, card: Card, title: str, lines: "Sequence[SessionLine]", nothing: str
    ) -> None:
        now = self.desk.clock.now()
        theme = self.desk.theme
        head = inset(theme, text_label(title, "caption", "ink3"))
        head.setContentsMargins(theme.px(8), theme.px(8), 0, theme.px(2))
        missing = sum(
            phase(line.state, line.starts_at, line.ends_at, line.closed_at, now) is Phase.UNRECORDED
            for line in lines
        )
        if missing:
            words = self.desk.words
            told = words.n("{count} not recorded", "{count} not recorded", missing)
            head.addWidget(text_label(told.format(count=missing), "caption", "warn"))
        head.addStretch(1)
        card.body.addLayout(head)
        for line in lines if self._shows_all_sessions else lines[:_FEW]:
            card.body.addWidget(session_row(self.desk, line))
        if not lines:
            card.body.addLayout(inset(theme, wrapped(nothing)))

    def _members_card(self, card: "GroupCard") -> Card:
        words, today = self.desk.words, self.desk.clock.today()
        present, ended = _parted(card.members, today)
        room = places_text(words, card.max_size, len(present))
        theme = self.desk.theme
        body = rows_card(theme, words._("Participants"), room)
        if not present:
            is_open = card.openness is Openness.OPEN
            none = words._("Nobody belongs to the group yet.")
            anybody = words._("Anybody may come without being a member.")
            body.body.addLayout(inset(theme, wrapped(anybody if is_open else none)))
            add = link(theme, words._("Add a participant"), icon="user-round-plus")
            add.setObjectName("first-member")
            add.clicked.connect(self._enrol)
            body.body.addLayout(inset(theme, add))
        for member in present:
            body.body.addWidget(self._member(card, member, can_end=True))
        if ended:
            shown = words.n("Show {count} who left", "Show {count} who left", len(ended))
            text = words._("Hide those who left") if self._shows_ended else shown
            text = text.format(count=len(ended))
            more = switch(theme, "ended", text, self._toggle_ended)
            body.body.addLayout(inset(theme, more))
        for member in ended if self._shows_ended else ():
            body.body.addWidget(self._member(card, member, can_end=False))
        body.body.addStretch(1)
        return body

    def _member(self, card: "GroupCard", member: "Member", *, can_end: bool) -> MemberRow:
        name = member.called.said(self.desk.words._("Anonymous {number}"))
        row = MemberRow(self.desk, member, name, can_end=can_end)
        if row.end is not None:
            row.end.clicked.connect(
                lambda: open_form(
                    EndForm(self.desk, member.enrolment_id, name, card.name, member.starts_on),
                    self,
                )
            )
        return row

    def _toggle_sessions(self) -> None:
        self._shows_all_sessions = not self._shows_all_sessions
        self.rebuild()

    def _toggle_ended(self) -> None:
        self._shows_ended = not self._shows_ended
        self.rebuild()

    def _edit(self) -> None:
        if self.card is not None:
            open_group_form(self.desk, self, self.card)

    def _add_weekly(self) -> None:
        if self.card is not None:
            open_weekly_form(self.desk, self, self.card)

    def _enrol(self) -> None:
        if self.card is not None:
            present, _ = _parted(self.card.members, self.desk.clock.today())
            open_form(IntoGroupForm(self.desk, self.card, len(present)), self)

    def _toggle_archived(self) -> None:
        if self.card is None:
            return
        words, name = self.desk.words, self.card.name
        if self.card.archived_on is None:
            deed = archive_group(group_id=self.own_id, on=self.desk.clock.today())
            step = words._("Group archived: {name}")
        else:
            deed = change_group(group_id=self.own_id, archived_on=None)
            step = words._("Group brought back: {name}")
        self.desk.history.do(self, deed, step.format(name=name), failed=self.desk.trouble)


def _parted(members: "Sequence[Member]", today: date) -> "tuple[list[Member], list[Member]]":
    """Those whose interval is open on the day or still to come, and those who left."""
    present = [m for m in members if m.ends_on is None or m.ends_on >= today]
    return present, [m for m in members if m not in present]
