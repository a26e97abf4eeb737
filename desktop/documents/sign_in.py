# SPDX-License-Identifier: GPL-3.0-or-later
"""The sign-in sheet: first names and initials only, boxes to write in, rows for visitors."""

from db.queries.sign_in import SignInSheet
from db.rules.words import Copy, Openness
from desktop.documents.copies import Shown, shows
from desktop.documents.kit import BODY_BOTTOM, LEFT, RIGHT, Head, Paper, Printed
from desktop.documents.typeface import shrunk, style_of, width
from desktop.words import Words

ROW = 34.8
VISITORS = 3
_TOTALS = 104.0
_GAP = 12.5
_BOX = 6 + 30.5 + _GAP  # a box for a number, with the gaps before and after it
_NAME, _INITIALS, _ARRIVED, _LEFT_AT = 83.0, 247.0, 417.0, 481.0


def sign_in_pdf(sheet: SignInSheet, words: Words, printed: Printed) -> bytes:
    """A4 pages of a session's sign-in sheet, as PDF."""
    return _Sheet(sheet, words, printed).write()


class _Sheet:
    def __init__(self, sheet: SignInSheet, words: Words, printed: Printed) -> None:
        self.sheet, self.w = sheet, words
        head = sheet.head
        when = words._("{day} at {times}").format(
            day=f"{words.weekday(head.date).capitalize()} {words.date(head.date)}",
            times=words.time_range(head.starts_at, head.ends_at),
        )
        sub = " · ".join(part for part in (when, head.place) if part)
        dispose = words._("The sheet is destroyed once attendance is recorded in Punos.")
        title = Head(words._("Sign-in sheet"), head.group, sub)
        by = printed if shows(Copy.TABLE, Shown.PRINTED_BY) else Printed("", printed.at)
        self.paper = Paper(words, title, by, dispose)

    def write(self) -> bytes:
        w, paper = self.w, self.paper
        please = w._("Write your initials and the time you came. Thank you!")
        paper.text(LEFT, paper.top + 4, please, 12, colour="ink2")
        y = self._columns(paper.top + 31)
        anonymous = w._("Anonymous {number}")
        listed = shows(Copy.TABLE, Shown.PARTICIPANTS)
        names = [name.said(anonymous) for _, name in self.sheet.people] if listed else []
        for number, name in enumerate([*names, *[""] * self._visitors(len(names), y)], 1):
            if y + ROW > BODY_BOTTOM - 4:
                y = self._columns(paper.new_page() + 4)
            self._row(y, number, name)
            y += ROW
        self._totals(paper.room_below(y + 18, _TOTALS))
        return paper.finish()

    def _visitors(self, named: int, y: float) -> int:
        """Rows without a name; where anybody may walk in, as many as the first page holds."""
        if self.sheet.head.openness is not Openness.OPEN:
            return VISITORS
        rows = int((BODY_BOTTOM - 18 - _TOTALS - y) // ROW)
        return max(VISITORS, rows - named)

    def _columns(self, y: float) -> float:
        w, paper = self.w, self.paper
        heads = (
            (LEFT, w._("No.")),
            (_NAME, w._("Name")),
            (_INITIALS, w._("Initials")),
            (_ARRIVED, w._("Came at")),
            (_LEFT_AT, w._("Left at")),
        )
        for x, text in heads:
            paper.text(x, y, text, 9, weight=500, colour="ink3")
        paper.rule(y + 7, colour="ink2", thick=0.9)
        return y + 7

    def _row(self, y: float, number: int, name: str) -> None:
        paper, base = self.paper, y + ROW / 2 + 4.5
        paper.text(67, base, str(number), 11, colour="ink3", align="right")
        if name:
            room = _INITIALS - _NAME - 12
            size = shrunk(name, style_of(500), 14, room, 9)
            paper.text(_NAME, base, name, size, weight=500, room=room)
        else:
            wide = paper.text(_NAME, base - 0.5, self.w._("visitor"), 9.5, colour="ink3")
            paper.rule(base + 1.5, _NAME + wide + 10, _INITIALS - 16, colour="ctl")
        for x, wide in ((_INITIALS, 150.0), (_ARRIVED, 54.0), (_LEFT_AT, RIGHT - _LEFT_AT)):
            paper.box(x, y + 5, wide, 25, radius=4, edge="line2", thick=0.9)
            if x > _INITIALS:
                paper.text(x + wide / 2, base - 1, ".", 11, colour="ink2", align="centre")
        paper.rule(y + ROW)

    def _totals(self, y: float) -> None:
        w, paper = self.w, self.paper
        paper.box(LEFT, y, RIGHT - LEFT, 73, radius=8, fill="app")
        paper.text(LEFT + 16, y + 23.5, w._("For the leader"), 9, weight=500, colour="ink2")
        labels = [w._("Present"), w._("Late"), w._("Notified"), w._("Absent"), w._("Unnamed")]
        room = RIGHT - LEFT - 32 - len(labels) * _BOX + _GAP
        size = 11.0
        while size > 7 and sum(width(label, style_of(400), size) for label in labels) > room:
            size -= 0.25
        x = LEFT + 16
        for label in labels:
            wide = paper.text(x, y + 52, label, size)
            paper.box(x + wide + 6, y + 36.5, 30.5, 23, radius=4.5, edge="ink3", fill="surface")
            x += wide + _BOX
        told = w._("No surnames, identity codes or reasons for absence are written on this sheet.")
        paper.paragraph(LEFT, y + 98, told, RIGHT - LEFT, 9, colour="ink3")
