# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be previewed, printed and saved: a question, and the pages made of its answer."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from db.log import Deed, Purpose
from db.queries.plan_page import PlanPage, plan_page
from db.queries.session_head import SessionHead
from db.queries.sign_in import sign_in_sheet
from db.rules.words import Copy
from db.work import Ask
from desktop import names
from desktop.desk import Desk
from desktop.documents.copies import Shown, shows
from desktop.documents.kit import Printed
from desktop.documents.session_plan import session_plan_pdf
from desktop.documents.sign_in import sign_in_pdf
from desktop.models.wall_names import names_on_wall
from desktop.words import Words


@dataclass(frozen=True)
class Printable:
    """A printed page. `ask` is the question behind it; `pages(answer, copy)` makes the PDF and needs
    no window; `file_name(answer, copy)` names no client; `what` is for the log of use, and
    `whose(answer, copy)` tells the participants on the page."""

    title: str
    what: str
    ask: Ask[Any]
    copies: Sequence[Copy]
    whose: Callable[[Any, Copy], Collection[int]]
    pages: Callable[[Any, Copy], bytes]
    file_name: Callable[[Any, Copy], str]
    names: Callable[[Any, Copy], Sequence[str]] = lambda _answer, _copy: ()
    """Words that a copy without names should not hold."""

    def asked_to(self, deed: Deed, copy: Copy) -> Ask[Any]:
        """The question as it is put to print or export `copy`, about those whom that copy names."""
        ask = self.ask.as_use(deed, Purpose.PLANNING, f"{self.what}, {copy.value} copy")
        return replace(ask, whose=lambda answer: self.whose(answer, copy))


def plan_pages(desk: Desk, session_id: int) -> Printable:
    """A session's plan, for the leader or for the wall."""
    words, by = desk.words, printed_by(desk)
    return Printable(
        title=words._("Session plan"),
        what=f"session plan {session_id}",
        ask=plan_page(session_id=session_id),
        copies=(Copy.LEADER, Copy.WALL),
        whose=_served,
        pages=lambda page, copy: session_plan_pdf(page.card, words, copy, by()),
        file_name=lambda page, copy: plan_file(words, page.card.head, copy),
        names=lambda page, copy: names_on_wall(page.card, page.people) if copy is Copy.WALL else (),
    )


def sign_in_pages(desk: Desk, session_id: int) -> Printable:
    """The sheet that goes round the table."""
    words, by = desk.words, printed_by(desk)
    return Printable(
        title=words._("Sign-in sheet"),
        what=f"sign-in sheet {session_id}",
        ask=sign_in_sheet(session_id=session_id),
        copies=(Copy.TABLE,),
        whose=lambda sheet, _copy: [participant for participant, _ in sheet.people],
        pages=lambda sheet, _copy: sign_in_pdf(sheet, words, by()),
        file_name=lambda sheet, _copy: _file(words.p("file name", "Sign-in"), sheet.head),
    )


def _served(page: PlanPage, copy: Copy) -> Collection[int]:
    named = page.card.linked if shows(copy, Shown.GOALS) else ()
    return {goal.participant_id for goal in named}


def plan_file(words: Words, head: SessionHead, copy: Copy) -> str:
    """What a plan's file is called: Suunnitelma_arjen-avaimet_2027-05-04.pdf"""
    kinds = {Copy.WALL: words.p("file name", "Plan-for-the-wall")}
    return _file(kinds.get(copy, words.p("file name", "Plan")), head)


def name_warning(words: Words, names: Sequence[str]) -> str:
    """What is said of names on a copy that should hold none."""
    told = words.list(words.quoted(name) for name in names)
    return words.n(
        "There seems to be a name here: {names}. Change the text before it goes on the wall.",
        "There seem to be names here: {names}. Change the texts before they go on the wall.",
        len(names),
    ).format(names=told)


def printed_by(desk: Desk) -> Callable[[], Printed]:
    """Who prints, and when: asked anew for each print."""
    first, _, last = desk.who.name.partition(" ")
    name = names.short(first, last)
    return lambda: Printed(name, desk.clock.now())


def _file(kind: str, head: SessionHead) -> str:
    return f"{kind}_{names.slug(head.group)}_{head.date.isoformat()}.pdf"
