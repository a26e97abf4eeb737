# SPDX-License-Identifier: GPL-3.0-or-later
"""The printed session plan. The leader's copy shows whose goals it serves; the wall copy no name."""

from collections.abc import Sequence
from itertools import zip_longest

from db.queries.session_plan import PlanCard, PlanDuty, PlanMaterial
from db.rules.words import Copy
from desktop.documents.agenda_table import NAMED, UNNAMED, AgendaTable
from desktop.documents.copies import Shown, shows
from desktop.documents.goals_box import goals_box
from desktop.documents.kit import BODY_BOTTOM, INNER, LEFT, RIGHT, Head, Paper, Printed
from desktop.documents.typeface import style_of, wrapped
from desktop.words import Words

MIDDLE = 313.0
_THING, _LINE, _WHO = 21.0, 14.6, 104.0
_MOST_BESIDE = 8


def session_plan_pdf(card: PlanCard, words: Words, copy: Copy, printed: Printed) -> bytes:
    """A4 pages of a session's plan, as PDF. What `copy` may show is told in `copies`."""
    return _Plan(card, words, copy, printed).write()


class _Plan:
    def __init__(self, card: PlanCard, words: Words, copy: Copy, printed: Printed) -> None:
        self.card, self.w, self.copy = card, words, copy
        dispose = (
            words._("Keep in a locked cabinet, destroy as confidential waste.")
            if self._shows(Shown.GOALS)
            else words._("For the wall: holds no names.")
        )
        by = printed if self._shows(Shown.PRINTED_BY) else Printed("", printed.at)
        self.paper = Paper(words, self._head(), by, dispose)

    def write(self) -> bytes:
        y = self._aim(self.paper.top)
        named = self._shows(Shown.RESPONSIBLE)
        columns = NAMED if named else UNNAMED
        emphasis = self._shows(Shown.GOALS)
        y = AgendaTable(self.paper, self.card, columns, emphasis=emphasis).write(y)
        y = self._things(y)
        if self._shows(Shown.GOALS):
            y = goals_box(self.paper, self.card.linked, y)
        if self._shows(Shown.NOTES):
            self._notes(y)
        return self.paper.finish()

    def _shows(self, what: Shown) -> bool:
        return shows(self.copy, what)

    def _head(self) -> Head:
        w, head = self.w, self.card.head
        when = w._("{day} at {times}").format(
            day=f"{w.weekday(head.date).capitalize()} {w.date(head.date)}",
            times=w.time_range(head.starts_at, head.ends_at),
        )
        named = head.leaders if self._shows(Shown.LEADERS) else ()
        leaders = w.list(leader.name for leader in named)
        sub = " · ".join(part for part in (when, head.place, leaders) if part)
        return Head(w._("Session plan"), head.group, sub)

    def _aim(self, y: float) -> float:
        w, card, paper = self.w, self.card, self.paper
        if not card.theme and not card.aim:
            return y
        room = MIDDLE - LEFT - 17
        beside = len(list(wrapped(card.aim, style_of(400), 11, RIGHT - MIDDLE))) <= _MOST_BESIDE
        paper.text(LEFT, y + 6, w._("Theme"), 9, weight=500, colour="ink3")
        left = paper.paragraph(LEFT, y + 25, card.theme or "–", room, 16, weight=600, leading=19)
        x, top = (MIDDLE, y) if beside else (LEFT, left - 8)
        paper.text(x, top + 6, w._("Aim"), 9, weight=500, colour="ink3")
        right = paper.paragraph(x, top + 23, card.aim or "–", RIGHT - x, 11, leading=15.2)
        return (max(left - 5, right) if beside else right) + 8

    def _things(self, y: float) -> float:
        """Materials at the left, duties at the right, each pair of them on the same page."""
        duties = self.card.duties if self._shows(Shown.RESPONSIBLE) else ()
        if not self.card.materials and not duties:
            return y + 8
        split = bool(duties)
        start = self.paper.room_below(y, 24 + _THING)
        y = self._things_head(start if start == y else start + 8, self.card.materials, duties)
        for number, (material, duty) in enumerate(zip_longest(self.card.materials, duties)):
            name = [] if material is None else self._material_lines(material, split=split)
            told: tuple[list[str], list[str]] = ([], []) if duty is None else _duty_lines(duty)
            high = _THING + (max(len(name), *map(len, told)) - 1) * _LINE
            if y + high > BODY_BOTTOM + 6:
                y = self.paper.new_page() + 8
                y = self._things_head(y, self.card.materials[number:], duties[number:])
            if name:
                self._material(y, name)
            if duty is not None:
                self._duty(y, *told)
                self.paper.rule(y + high - 14, MIDDLE)
            y += high
        return y + 8

    def _things_head(
        self, y: float, materials: Sequence[PlanMaterial], duties: Sequence[PlanDuty]
    ) -> float:
        if materials:
            self.paper.text(LEFT, y, self.w._("Materials"), 12.5, weight=600)
        if duties:
            self.paper.text(MIDDLE, y, self.w._("Duties"), 12.5, weight=600)
        return y + 24

    def _material_lines(self, material: PlanMaterial, *, split: bool) -> list[str]:
        room = (MIDDLE if split else RIGHT) - LEFT - 34
        return list(wrapped(material.name, style_of(400), 11, room))

    def _material(self, y: float, lines: list[str]) -> None:
        self.paper.box(LEFT, y - 9, 11, 11, radius=3, edge="ink2", thick=0.9)
        for number, line in enumerate(lines):
            self.paper.text(LEFT + 20, y + number * _LINE, line, 11)

    def _duty(self, y: float, name: list[str], who: list[str]) -> None:
        for number, line in enumerate(name):
            self.paper.text(MIDDLE, y + number * _LINE, line, 11)
        for number, line in enumerate(who):
            base = y + number * _LINE
            self.paper.text(RIGHT, base, line, 11, colour="ink2", align="right")

    def _notes(self, y: float) -> None:
        paper, notes = self.paper, self.card.notes
        if not notes and y + 70 > BODY_BOTTOM:
            return
        y = paper.room_below(y + 6, 60)
        paper.text(LEFT, y + 6, self.w._("Notes"), 9, weight=500, colour="ink3")
        if notes:
            y = paper.paragraph(LEFT, y + 24, notes, INNER, 10.5) - 24
        y += 34
        while y < BODY_BOTTOM:
            paper.rule(y, colour="line2")
            y += 24


def _duty_lines(duty: PlanDuty) -> tuple[list[str], list[str]]:
    """What is to be done, and by whom."""
    style = style_of(400)
    name = wrapped(duty.name, style, 11, RIGHT - MIDDLE - _WHO - 8)
    return list(name), list(wrapped(duty.responsible, style, 11, _WHO))
