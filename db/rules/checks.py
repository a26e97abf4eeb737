# SPDX-License-Identifier: GPL-3.0-or-later
"""What forms may not leave out or mix up, refused before anything is written."""

from datetime import date

from db.errors import Refused, Why

LONGEST_NAME = 120


def named(text: str, field: str) -> str:
    """`text` trimmed; Refused(NAME_MISSING / NAME_TOO_LONG) with the form's field."""
    trimmed = " ".join(text.split())
    if not trimmed:
        raise Refused(Why.NAME_MISSING, field=field)
    if len(trimmed) > LONGEST_NAME:
        raise Refused(Why.NAME_TOO_LONG, field=field, most=LONGEST_NAME)
    return trimmed


def in_order(first: date | None, last: date | None, field: str) -> None:
    """Refused(DATES_REVERSED) when both are given and the last is before the first."""
    if first is not None and last is not None and last < first:
        raise Refused(Why.DATES_REVERSED, field=field)


def within(number: int | None, least: int, most: int, field: str) -> None:
    """Refused(NUMBER_OUT_OF_RANGE) when given and not between `least` and `most`, both included."""
    if number is not None and not least <= number <= most:
        raise Refused(Why.NUMBER_OUT_OF_RANGE, field=field, number=number, least=least, most=most)
