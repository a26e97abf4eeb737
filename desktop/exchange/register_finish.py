# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns a draft into a group: dates get years, people first and last names; what does not fit is reported."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, time

from desktop.exchange.grid import Place
from desktop.exchange.register_draft import Draft, DraftSession
from desktop.exchange.register_names import split_names
from desktop.exchange.register_shapes import (
    Left,
    NameOrder,
    SheetMark,
    SheetPerson,
    SheetSession,
    Trouble,
    UnderstoodGroup,
)
from desktop.exchange.register_years import YearHint, date_line


def finish(
    draft: Draft, name: str, *, hint: YearHint | None, default_year: int, flipped: bool
) -> UnderstoodGroup:
    """The group of a draft. What is found amiss is added to the draft's problems and notes."""
    days = _days(draft, hint, default_year)
    order, people = _people(draft, flipped=flipped)
    kept = [at for at, day in enumerate(days) if day]
    new = {at: index for index, at in enumerate(kept)}
    return UnderstoodGroup(
        name,
        draft.grid.name,
        order,
        tuple(_session(draft, draft.sessions[at], day) for at in kept if (day := days[at])),
        people,
        tuple(
            SheetMark(
                mark.person,
                new[mark.session],
                mark.read.kind,
                mark.read.late_minutes,
                mark.minutes,
                mark.read.remote,
                draft.grid.address(mark.place),
            )
            for mark in draft.marks
            if mark.session in new
        ),
    )


def _session(draft: Draft, session: DraftSession, day: date) -> SheetSession:
    cell = draft.grid.address(session.place)
    return SheetSession(day, session.start, session.cancelled, session.head_count, cell)


def _days(draft: Draft, hint: YearHint | None, default_year: int) -> tuple[date | None, ...]:
    dated = date_line([session.read for session in draft.sessions], hint, default_year)
    if dated.assumed:
        draft.note(
            Left.YEAR_ASSUMED, (session.place for session in draft.sessions), str(default_year)
        )
    pairs = list(zip(draft.sessions, dated.days, strict=True))
    if missing := [session.place for session, day in pairs if day is None]:
        draft.trouble(Trouble.BAD_DATE, missing)
    wrong = [s.place for s, day in pairs if day and s.read.weekday not in {None, day.weekday()}]
    if wrong:
        draft.note(Left.WEEKDAY_DIFFERS, wrong)
    _note_same_days(draft, pairs)
    return dated.days


def _note_same_days(draft: Draft, pairs: Iterable[tuple[DraftSession, date | None]]) -> None:
    """Two sessions of one day are told apart by their times, if they have any."""
    by_day: dict[tuple[date, time | None], list[Place]] = defaultdict(list)
    for session, day in pairs:
        if day:
            by_day[day, session.start].append(session.place)
    if twice := [place for places in by_day.values() if len(places) > 1 for place in places]:
        draft.note(Left.SAME_DAY, twice)


def _people(draft: Draft, *, flipped: bool) -> tuple[NameOrder, tuple[SheetPerson, ...]]:
    order, split = split_names(
        [person.name for person in draft.people], told=draft.order, flipped=flipped
    )
    names = Counter(_key(person.name) for person in draft.people)
    if twins := [person.place for person in draft.people if names[_key(person.name)] > 1]:
        draft.trouble(Trouble.SAME_NAME, twins)
    people = (
        SheetPerson(person.name, *(person.parts or parts), draft.grid.address(person.place))
        for person, parts in zip(draft.people, split, strict=True)
    )
    return order, tuple(people)


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
