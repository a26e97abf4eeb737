# SPDX-License-Identifier: GPL-3.0-or-later
"""A participant's own summary: one person's words, visits as a count, each goal as five steps, in
plain language and the second person. Nobody else is named in it."""

from collections.abc import Iterator

from db.queries.people import GoalLine, PersonCard
from db.rules.words import GoalState
from desktop.documents.kit import INNER, LEFT, RIGHT, Head, Paper, Printed
from desktop.documents.typeface import style_of, wrapped
from desktop.words import Words

LAST = 8
CARD, STEP, LADDER = 86.0, 50.0, RIGHT - 226
LEVELS = range(-2, 3)


def own_summary_pdf(card: PersonCard, words: Words, printed: Printed) -> bytes:
    """An A4 page, or more where there are many goals, as PDF."""
    return _Page(card, words, printed).write()


class _Page:
    def __init__(self, card: PersonCard, words: Words, printed: Printed) -> None:
        self.card, self.w = card, words
        called = card.nickname or card.first_name
        title = words._("Hello, {name}!").format(name=called) if called else words._("Hello!")
        groups = words.list(dict.fromkeys(one.group for one in card.memberships))
        foot = words._("This summary is yours. You decide who sees it.")
        self.paper = Paper(words, Head(words._("Own summary"), title, groups), printed, foot)

    def write(self) -> bytes:
        y = self._own_words(self.paper.top + 6)
        y = self._visits(y)
        y = self._goals(y + 32)
        self._next(y + 24)
        return self.paper.finish()

    def _own_words(self, y: float) -> float:
        w, paper = self.w, self.paper
        told = w._(
            "Here is what you have done. If something is wrong, say so: we mend it together."
        )
        y = paper.paragraph(LEFT, y, told, INNER, 12.5, leading=18)
        if not self.card.main_goal:
            return y + 6
        y += 14
        paper.text(LEFT, y, w._("Your main goal"), 10, weight=500, colour="ink2")
        said = w.quoted(self.card.main_goal)
        y += 22
        for line in wrapped(said, style_of(400, italic=True), 15.5, INNER):
            paper.text(LEFT, y, line, 15.5, italic=True, room=INNER)
            y += 22
        return y + 4

    def _visits(self, y: float) -> float:
        w, paper, card = self.w, self.paper, self.card
        paper.box(LEFT, y, INNER, 58, radius=9, fill="app")
        x = LEFT + 18
        x += paper.text(x, y + 38, w.number(card.here), 26, weight=600, colour="pri") + 10
        paper.text(x, y + 26, w.n("time here", "times here", card.here), 13, weight=600)
        of = w.n("of {count} session", "of {count} sessions", card.marked)
        paper.text(x, y + 43, of.format(count=w.number(card.marked)), 11, colour="ink2")
        latest = [visit.mark in ("present", "late") for visit in card.visits[:LAST]]
        if latest:
            x = LEFT + INNER / 2
            count = f"{sum(latest)}/{len(latest)}"
            x += paper.text(x, y + 38, count, 26, weight=600, colour="pri") + 10
            said = w._("of the latest times you were here")
            paper.paragraph(x, y + 26, said, RIGHT - x - 10, 12, leading=16, weight=500, most=2)
        return y + 58

    def _goals(self, y: float) -> float:
        w, paper = self.w, self.paper
        goals = [goal for goal in self.card.goals if goal.state is not GoalState.DROPPED]
        if not goals:
            return y - 32
        paper.text(LEFT, y, w._("Your steps"), 15, weight=600)
        y += 14
        for goal in goals:
            y = paper.room_below(y, CARD)
            self._goal(y, goal)
            y += CARD + 10
        return y

    def _goal(self, y: float, goal: GoalLine) -> None:
        w, paper, level = self.w, self.paper, goal.level
        strand = f"strand.{goal.strand}"
        paper.box(LEFT, y, INNER, CARD, radius=9, edge="line2")
        paper.line(((LEFT + 15, y + 16), (LEFT + 15, y + CARD - 16)), colour=strand, thick=4,
                   round_ends=True)  # fmt: skip
        room = LADDER - LEFT - 60
        below = paper.paragraph(
            LEFT + 30, y + 26, goal.title, room, 12.5, leading=16, weight=600, most=2
        )
        now = goal.levels[level + 2] if level is not None else w._("Not started yet.")
        paper.paragraph(LEFT + 30, below + 3, now, room, 11, leading=15, colour="ink2", most=2)
        self._ladder(y + CARD / 2 - 4, goal, strand)

    def _ladder(self, y: float, goal: GoalLine, strand: str) -> None:
        """Five steps; the beginning is a ring, the present a disc with a word in it."""
        w, paper, now = self.w, self.paper, goal.level
        at = {level: LADDER + STEP * (level + 2) for level in LEVELS}
        paper.line(((at[-2], y), (at[2], y)), colour="line2", thick=2)
        start = goal.baseline if goal.baseline is not None else now
        if now is not None and start is not None and now != start:
            paper.line(((at[start], y), (at[now], y)), colour=strand, thick=4)
        for level, x in at.items():
            if level == now:
                paper.dot(x, y, 12, strand)
                paper.text(x, y + 3, w.p("step", "now"), 8.5, weight=600, colour="onpri",
                           align="centre")  # fmt: skip
                continue
            passed = now is not None and start is not None and start < level < now
            paper.dot(x, y, 7, strand if passed or level == start else "ctl")
            if not passed:
                paper.dot(x, y, 5.6, "surface")
        names = {start: w.p("step", "start"), 0: w.p("step", "goal"), 2: w.p("step", "top")}
        for place, name in names.items():
            if place is not None:
                weight = 600 if place == 0 else 400
                paper.text(at[place], y + 29, name, 9, weight=weight, colour="ink2", align="centre")

    def _next(self, y: float) -> None:
        w, paper = self.w, self.paper
        lines = list(self._coming())
        y = paper.room_below(y, 24 + 20 * len(lines))
        paper.text(LEFT, y, w._("What comes next"), 15, weight=600)
        for line in lines:
            y += 21
            paper.dot(LEFT + 4, y - 4, 3, "pri")
            paper.text(LEFT + 18, y, line, 12, room=INNER - 18)

    def _coming(self) -> Iterator[str]:
        w, card = self.w, self.card
        if card.next_review is not None:
            yield w._("On {day} we look together at how your goals are doing.").format(
                day=w.date(card.next_review[1])
            )
        if card.own_worker:
            yield w._("You may ask {name} about anything here.").format(name=card.own_worker)
        yield w._("If something is wrong, tell us. You have the right to have it corrected.")
