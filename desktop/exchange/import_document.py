# SPDX-License-Identifier: GPL-3.0-or-later
"""An import as plain values for JSON: what was understood of a sheet, and what the office makes of it."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from desktop.exchange.import_amounts import Amounts, Part
from desktop.exchange.register_out import rows_of
from desktop.exchange.register_shapes import Note, Problem, Understood


def document(
    file: str, understood: Understood, parts: Sequence[Part], amounts: Amounts, *, dry_run: bool
) -> dict[str, Any]:
    """`amounts` are those that an import would add or, but for a dry run, has added. Marks are rows
    of (group, name, date, mark, minutes): names as written, head counts with the name "#"."""
    return {
        "file": file,
        "dry_run": dry_run,
        "groups": [_group(part) for part in parts],
        "sessions": [session for part in parts for session in _sessions(part)],
        "marks": [asdict(row) for part in parts for row in rows_of(part.group, part.decision)],
        "unknown": [
            {
                "mark": mark.text,
                "cells": list(mark.cells),
                "suggestion": mark.suggestion,
                "legend": mark.legend,
            }
            for mark in understood.unknown
        ],
        "problems": [_listed(problem) for problem in understood.problems],
        "ignored": [_listed(note) for note in understood.ignored],
        "added": {
            name: count for name, count in asdict(amounts).items() if name not in {"same", "kept"}
        },
        "same": amounts.same,
        "kept": amounts.kept,
    }


def _group(part: Part) -> dict[str, Any]:
    group, preview = part.group, part.preview
    left_out = part.decision.left_out
    return {
        "name": part.decision.group,
        "sheet": group.sheet,
        "is_new": preview.group_id is None,
        "name_order": group.name_order,
        "people": [
            {
                "name": person.name,
                "first_name": person.first_name,
                "last_name": person.last_name,
                "cell": person.cell,
                "match": "left_out" if place in left_out else found.match,
                "participant_id": found.participant_id,
                "candidates": list(found.candidates),
            }
            for place, (person, found) in enumerate(zip(group.people, preview.people, strict=True))
        ],
        "dates": [session.date.isoformat() for session in group.dates],
    }


def _sessions(part: Part) -> list[dict[str, Any]]:
    return [
        {
            "group": part.decision.group,
            "date": session.date.isoformat(),
            "start": session.start_time.isoformat("minutes") if session.start_time else None,
            "cancelled": session.cancelled,
            "head_count": session.head_count,
            "cell": session.cell,
            "is_new": known is None,
        }
        for session, known in zip(part.group.dates, part.preview.sessions, strict=True)
    ]


def _listed(found: Problem | Note) -> dict[str, Any]:
    return {"kind": found.kind, "cells": list(found.cells), "text": found.text}
