# SPDX-License-Identifier: GPL-3.0-or-later
"""The printed session plan. The leader's copy shows whose goals it serves; the wall copy no name."""

from db.queries.session_plan import PlanCard
from db.rules.words import Copy
from desktop.documents.kit import BODY_TOP, LEFT, RIGHT, Head, Paper, Printed
from desktop.words import Words

MIDDLE = 313.0
ROW = 28.0
_MINUTES, _BEAD, _WHAT, _WHO, _WITH = 127.0, 142.5, 155.0, 369.0, 435.0


def session_plan_pdf(card: PlanCard, words: Words, copy: Copy, printed: Printed) -> bytes:
    """A4 pages of a session's plan, as PDF."""
    return _Plan(card, words, copy, printed).write()


class _Plan:
    def __init__(self, card: PlanCard, words: Words, copy: Copy, printed: Printed) -> None:
        self.card, self.w = card, words
        self.names = copy is Copy.LEADER
        dispose = (
            words._("Keep in a locked cabinet, destroy as confidential waste.")
            if self.names
            else words._("For the wall: holds no names.")
        )
        by = printed if self.names else Printed(words._("the leaders"), printed.at)
        self.paper = Paper(words, self._head(), by, dispose)

    def write(self) -> bytes:
        y = self._aim(BODY_TOP)
        y = self._agenda(y)
        y = self._things(y)
        if self.names:
            y = self._goals(y)
        self._notes(y)
        return self.paper.finish()

    def _head(self) -> Head:
        w, head = self.w, self.card.head
        when = w._("{day} at {times}").format(
            day=f"{w.weekday(head.date).capitalize()} {w.date(head.date)}",
            times=w.time_range(head.starts_at, head.ends_at),
        )
        leaders = w.list(leader.name for leader in head.leaders) if self.names else ""
        sub = " · ".join(part for part in (when, head.place, leaders) if part)
        return Head(w._("Session plan"), head.group, sub)

    def _aim(self, y: float) -> float:
        w, card, paper = self.w, self.card, self.paper
        if not card.theme and not card.aim:
            return y
        paper.text(LEFT, y + 6, w._("Theme"), 9, weight=500, colour="ink3")
        paper.text(MIDDLE, y + 6, w._("Aim"), 9, weight=500, colour="ink3")
        left = paper.paragraph(LEFT, y + 25, card.theme or "–", 245, 16, weight=600, leading=19)
        right = paper.paragraph(MIDDLE, y + 23, card.aim or "–", RIGHT - MIDDLE, 11, leading=15.2)
        return max(left - 5, right) + 8

    def _agenda(self, y: float) -> float:
        w, paper = self.w, self.paper
        y = paper.room_below(y, 80)
        paper.bookmark(w._("Agenda"), y)
        paper.text(LEFT, y + 9, w._("Agenda"), 13, weight=600)
        y = self._agenda_head(y + 29)
        above: float | None = None
        for item in self.card.items:
            if y + ROW > 780:
                y, above = self._agenda_head(paper.new_page()), None
            middle = y + ROW / 2
            if above is not None:
                paper.line(((_BEAD, above), (_BEAD, middle)), colour="strand.kuusi", thick=2)
            paper.dot(_BEAD, middle, 3.1, "strand.kuusi")
            base = middle + 4
            paper.text(LEFT, base, w.time(item.starts_at), 11, weight=600)
            paper.text(_MINUTES, base, w.number(item.minutes), 11, align="right")
            weight = 600 if item.goals and self.names else 400
            end = _WHO if self.names else _WITH
            paper.text(_WHAT, base, item.title, 11, weight=weight, room=end - _WHAT - 10)
            if self.names:
                paper.text(_WHO, base, item.responsible, 10.5, colour="ink2", room=_WITH - _WHO - 8)
            paper.text(_WITH, base, item.materials, 10.5, colour="ink2", room=RIGHT - _WITH)
            y += ROW
            paper.rule(y)
            above = middle
        return self._sum(y)

    def _agenda_head(self, y: float) -> float:
        w, paper = self.w, self.paper
        heads = [(LEFT, w.p("column", "Time")), (_WHAT, w._("Content")), (_WITH, w._("Materials"))]
        if self.names:
            heads.append((_WHO, w._("Responsible")))
        for x, text in heads:
            paper.text(x, y, text, 9, weight=500, colour="ink3")
        paper.text(_MINUTES, y, w._("Min"), 9, weight=500, colour="ink3", align="right")
        paper.rule(y + 7.5, colour="ink2", thick=1.1)
        return y + 7.5

    def _sum(self, y: float) -> float:
        w, card = self.w, self.card
        paper = self.paper
        base = y + 16
        planned, booked = card.planned_minutes, card.head.minutes
        paper.text(LEFT, base, w._("Total"), 11, weight=600)
        paper.text(_MINUTES, base, w.number(planned), 11, weight=600, align="right")
        times = w.time_range(card.head.starts_at, card.head.ends_at)
        if planned == booked:
            told = w._("Fits the booked time {times}").format(times=times)
        elif planned < booked:
            left = w.minutes(booked - planned)
            told = w._("{minutes} still free of {times}").format(minutes=left, times=times)
        else:
            over = w.minutes(planned - booked)
            told = w._("{minutes} over {times}").format(minutes=over, times=times)
        paper.text(_WHAT, base, told, 9.5, colour="ink3")
        return base + 26

    def _things(self, y: float) -> float:
        left = self._materials(self.paper.room_below(y, 46)) if self.card.materials else y
        right = self._duties(y) if self.card.duties and self.names else y
        return max(left, right) + 8

    def _materials(self, y: float) -> float:
        paper = self.paper
        paper.text(LEFT, y, self.w._("Materials"), 12.5, weight=600)
        y += 24
        for material in self.card.materials:
            y = paper.room_below(y, 21)
            paper.box(LEFT, y - 9, 11, 11, radius=3, edge="ink2", thick=0.9)
            room = (MIDDLE if self.card.duties and self.names else RIGHT) - LEFT - 34
            paper.text(LEFT + 20, y, material.name, 11, room=room)
            y += 21
        return y

    def _duties(self, y: float) -> float:
        paper = self.paper
        paper.text(MIDDLE, y, self.w._("Duties"), 12.5, weight=600)
        y += 24
        for duty in self.card.duties:
            if y > 780:
                break
            wide = paper.text(RIGHT, y, duty.responsible, 11, colour="ink2", align="right")
            paper.text(MIDDLE, y, duty.name, 11, room=RIGHT - MIDDLE - wide - 10)
            paper.rule(y + 7, MIDDLE)
            y += 21
        return y

    def _goals(self, y: float) -> float:
        lines = self._goal_lines()
        if not lines:
            return y
        w, paper = self.w, self.paper
        high = 34 + 22 * len(lines) + 6
        y = paper.room_below(y, min(high, 600))
        paper.bookmark(w._("Goals this time"), y)
        paper.box(LEFT, y, RIGHT - LEFT, min(high, 780 - y), radius=8, fill="app")
        paper.text(LEFT + 16, y + 23, w._("Goals this time"), 12.5, weight=600)
        badge = w._("Leader's copy – personal data")
        wide = paper.text(RIGHT - 24, y + 22, badge, 8.6, weight=500, colour="ink2", align="right")
        paper.box(RIGHT - 33 - wide, y + 11.5, wide + 18, 16.5, radius=8.2, edge="ink3", thick=0.7)
        y += 48
        for name, titles, strand in lines:
            if y > 776:
                y = paper.new_page()
            paper.box(LEFT + 16, y - 10, 3.2, 14, radius=1.6, fill=f"strand.{strand}")
            paper.text(LEFT + 28, y, name, 11, weight=600, room=70)
            paper.text(_WHAT, y, titles, 11, colour="ink2", room=RIGHT - _WHAT - 14)
            y += 22
        return y + 4

    def _goal_lines(self) -> list[tuple[str, str, str]]:
        by_person: dict[int, list[int]] = {}
        for place, goal in enumerate(self.card.linked):
            by_person.setdefault(goal.participant_id, []).append(place)
        linked = self.card.linked
        anonymous = self.w._("Anonymous {number}")
        return [
            (
                linked[places[0]].name.said(anonymous),
                " · ".join(linked[place].title for place in places),
                linked[places[0]].strand,
            )
            for places in by_person.values()
        ]

    def _notes(self, y: float) -> None:
        paper, w = self.paper, self.w
        y = paper.room_below(y + 6, 30)
        paper.text(LEFT, y + 6, w._("Notes"), 9, weight=500, colour="ink3")
        if self.card.notes:
            y = paper.paragraph(LEFT, y + 24, self.card.notes, RIGHT - LEFT, 10.5)
        y += 34
        while y < 784:
            paper.rule(y, colour="line2")
            y += 24
