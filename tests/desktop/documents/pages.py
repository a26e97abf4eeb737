# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans and sheets to print, and what a reader finds in a PDF."""

from datetime import timedelta

from pypdfium2 import PdfDocument

from db.queries.session_head import Leader, SessionHead
from db.queries.session_plan import PlanCard, PlanDuty, PlanGoal, PlanItem, PlanMaterial
from db.queries.sign_in import SignInSheet
from db.rules.people import Called
from db.rules.words import Counting, LeaderRole, Openness, SessionState
from desktop.documents.kit import Printed
from tests.factories import TODAY, at

BY = Printed("Elina K.", at(9, 5))


def head(group="Arjen avaimet", openness=Openness.CLOSED, **more) -> SessionHead:
    facts = {
        "place": "Kammari",
        "leaders": (
            Leader(1, "Elina K.", LeaderRole.LEADER), Leader(2, "Mikko S.", LeaderRole.CO_LEADER)
        ),
    }  # fmt: skip
    return SessionHead(
        id=1, group_id=1, group=group, strand="kuusi", openness=openness, counting=Counting.BOTH,
        date=TODAY, starts_at=at(10), ends_at=at(12), state=SessionState.PLANNED, cancel_reason="",
        closed_at=None, head_count=None, **{**facts, **more},
    )  # fmt: skip


def item(number: int, title: str, minutes=20, who="Elina K.", things="", goals=()) -> PlanItem:
    start = at(10) + timedelta(minutes=minutes * number)
    return PlanItem(number, number, start, minutes, title, 1, who, things, frozenset(goals))


def goal(number: int, name: str, title: str, *, linked=True) -> PlanGoal:
    return PlanGoal(number, number, Called(name), title, "meri", linked)


def card(**more) -> PlanCard:
    facts = {
        "theme": "Asiointi puhelimessa",
        "aim": "Jokainen harjoittelee yhden puhelun parin kanssa.",
        "notes": "",
        "items": (item(0, "Kuulumiset"), item(1, "Puhelun harjoittelu", goals={7})),
        "materials": (PlanMaterial(1, "Puhelukortit × 5 paria", False),),
        "duties": (PlanDuty(1, "Parien jako", 2, "Mikko S."),),
        "goals": (goal(7, "Oona H.", "Hoidan puhelut itse"),),
    }
    return PlanCard(
        **{"head": head(), **facts, **more}, version=1, expected=9, staff=((1, "Elina K."),),
        earlier=None,
    )  # fmt: skip


def sheet(*names: str, **more) -> SignInSheet:
    return SignInSheet(head(**more), tuple((n, Called(name)) for n, name in enumerate(names)))


class Read:
    """A PDF as its reader finds it."""

    def __init__(self, pdf: bytes) -> None:
        document = PdfDocument(pdf)
        self.pages = [_text(page) for page in document]
        self.facts = document.get_metadata_dict()
        self.outline = [entry.get_title() for entry in document.get_toc()]
        document.close()
        self.bytes = pdf

    @property
    def text(self) -> str:
        return "\n".join(self.pages)


def _text(page) -> str:
    reader = page.get_textpage()
    text = reader.get_text_range().replace("\r\n", "\n")
    reader.close()
    page.close()
    return text
