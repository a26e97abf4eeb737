# SPDX-License-Identifier: GPL-3.0-or-later
"""Every code that the tables keep comes from a list, and a made-up office uses no other."""

import pytest
from sqlalchemy import Column, select

from db.models import Base
from db.rules.words import TagKind
from desktop.codes import FOLDER, TAG_LISTS, read_list

# Which list a column's codes come from. A new column of codes belongs here, or in ELSEWHERE.
LISTS = {
    "agenda_items.method": "methods",
    "contacts.channel": "channels",
    "contacts.content": "contact_contents",
    "contacts.kind": "contact_kinds",
    "contacts.method": "methods",
    "contacts.place_type": "place_types",
    "enrolments.came_through": "came_through",
    "enrolments.end_reason": "end_reasons",
    "enrolments.follow_on": "follow_on_paths",
    "follow_ons.path": "follow_on_paths",
    "goals.domain": "goal_domains",
    "goals.service_aim": "service_aims",
    "goals.set_by": "goal_setters",
    "group_sessions.cancel_reason": "cancel_reasons",
    "group_sessions.channel": "channels",
    "group_sessions.place_type": "place_types",
    "groups.funding": "funding",
    "groups.kind": "group_kinds",
    "groups.legal_basis": "legal_bases",
    "groups.nature": "service_natures",
    "groups.organiser": "organiser_types",
    "groups.service_level": "service_levels",
    "log_lines.deed": "deeds",
    "log_lines.purpose": "purposes",
    "notices.told_how": "notice_ways",
    "participants.came_through": "came_through",
    "participants.contact_language": "contact_languages",
    "participants.first_contact_by": "contact_starters",
    "participants.segment": "segments",
    "participants.segment_coping": "segment_coping",
    "participants.segment_risk": "segment_risks",
    "rooms.place_type": "place_types",
    "series.channel": "channels",
    "series.place_type": "place_types",
    "service_periods.end_reason": "end_reasons",
    "service_periods.legal_basis": "legal_bases",
    "service_periods.service_task": "service_tasks",
    "service_phases.phase": "phases",
    "staff.title": "staff_titles",
    "units.area_type": "area_types",
    "units.kind": "unit_kinds",
}

# Codes of no list: names of strands, of files in resources, of queries and of answers.
ELSEWHERE = {
    "entries.name_warning",
    "goals.strand",
    "groups.template",
    "log_lines.what",
    "service_periods.operating_model",
    "units.service_line",
    # Their list follows from the kind of tag.
    "goal_tags.code",
    "group_tags.code",
    "session_tags.code",
}


def columns() -> dict[str, Column]:
    return {
        f"{table.name}.{column.name}": column
        for table in Base.metadata.sorted_tables
        for column in table.columns
    }


def codes_of(list_name: str) -> set[str]:
    return set(read_list(FOLDER / f"{list_name}.toml")["codes"])


def test_every_column_of_codes_has_its_list() -> None:
    of_codes = {
        name for name, column in columns().items() if getattr(column.type, "length", 0) == 48
    }
    assert of_codes - LISTS.keys() - ELSEWHERE == set()
    assert (LISTS.keys() | ELSEWHERE) - columns().keys() == set()


def test_defaults_come_from_the_lists() -> None:
    for name, list_name in LISTS.items():
        default = columns()[name].default
        if default is not None and default.arg:
            assert default.arg in codes_of(list_name), name


@pytest.fixture(scope="module")
def stored(demo_template, tmp_path_factory):
    """Reads the distinct values of a column of the made-up office."""
    office = demo_template.open(tmp_path_factory.mktemp("stored"))
    with office._engine.connect() as conn:
        yield lambda *read: conn.execute(select(*read).distinct()).all()
    office.close()


def test_a_made_up_office_stores_only_codes_with_a_name(stored) -> None:
    found = {
        name: {code for (code,) in stored(columns()[name]) if code} - codes_of(list_name)
        for name, list_name in LISTS.items()
    }
    assert {name: codes for name, codes in found.items() if codes} == {}


@pytest.mark.parametrize("table", ["group_tags", "session_tags", "goal_tags"])
def test_its_tags_are_of_their_kinds_list(stored, table: str) -> None:
    tags = Base.metadata.tables[table]
    strange = [
        (kind, code)
        for kind, code in stored(tags.c.kind, tags.c.code)
        if code not in codes_of(TAG_LISTS[TagKind(kind)])
    ]
    assert strange == []
