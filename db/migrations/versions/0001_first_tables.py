# SPDX-License-Identifier: GPL-3.0-or-later
"""The first tables."""

import sqlalchemy as sa
from alembic import op


revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "key_slots",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slot", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_slots")),
    )
    op.create_table(
        "log_lines",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("staff_name", sa.String(length=200), nullable=False),
        sa.Column(
            "deed",
            sa.String(length=48),
            nullable=False,
            comment="view, change, print, export, import, sign_in, ...",
        ),
        sa.Column("what", sa.String(length=48), nullable=False, comment="the query or action"),
        sa.Column("purpose", sa.String(length=48), nullable=False),
        sa.Column(
            "participant_id", sa.Integer(), nullable=True, comment="when it is about one person"
        ),
        sa.Column(
            "people", sa.Integer(), nullable=False, comment="about how many; log_people lists them"
        ),
        sa.Column(
            "detail",
            sa.Text(),
            server_default="",
            nullable=False,
            comment="row images of a change as JSON, or the facts of a print",
        ),
        sa.Column("mac", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_log_lines")),
    )
    with op.batch_alter_table("log_lines", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_log_lines_participant_id"), ["participant_id"], unique=False
        )

    op.create_table(
        "log_people",
        sa.Column("participant_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("participant_id", "seq", name=op.f("pk_log_people")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "office",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "uid",
            sa.String(length=200),
            nullable=False,
            comment="random; ties backups and key slots to this office",
        ),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("zone", sa.String(length=200), server_default="Europe/Helsinki", nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("program_version", sa.String(length=200), nullable=False),
        sa.Column("asks_identity_code", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("mask_below", sa.Integer(), server_default="5", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office")),
    )
    op.create_table(
        "units",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=48), server_default="", nullable=False),
        sa.Column("address", sa.Text(), server_default="", nullable=False),
        sa.Column("municipality", sa.String(length=200), server_default="", nullable=False),
        sa.Column(
            "area_type",
            sa.String(length=48),
            server_default="",
            nullable=False,
            comment="urban, rural",
        ),
        sa.Column("organiser", sa.String(length=200), server_default="", nullable=False),
        sa.Column("producer", sa.String(length=200), server_default="", nullable=False),
        sa.Column("service_line", sa.String(length=48), server_default="", nullable=False),
        sa.Column("named_clients", sa.Boolean(), server_default="1", nullable=False),
        sa.Column("archived_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_units")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "rooms",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("place_type", sa.String(length=48), server_default="unit", nullable=False),
        sa.Column("accessibility", sa.Text(), server_default="", nullable=False),
        sa.Column("archived_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["units.id"], name=op.f("fk_rooms_unit_id_units"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rooms")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("rooms", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_rooms_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "staff",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("first_name", sa.String(length=120), nullable=False),
        sa.Column("last_name", sa.String(length=120), server_default="", nullable=False),
        sa.Column(
            "title",
            sa.String(length=48),
            server_default="",
            nullable=False,
            comment="code: staff_titles",
        ),
        sa.Column(
            "is_registered",
            sa.Boolean(),
            server_default="0",
            nullable=False,
            comment="a social-care professional by registration",
        ),
        sa.Column("role", sa.String(length=24), nullable=False),
        sa.Column("weekly_minutes", sa.Integer(), nullable=True),
        sa.Column(
            "ends_on", sa.Date(), nullable=True, comment="the right to sign in ends (students)"
        ),
        sa.Column("archived_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["units.id"], name=op.f("fk_staff_unit_id_units"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("staff", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_staff_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "groups",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=48), nullable=False, comment="code: group_kinds"),
        sa.Column("openness", sa.String(length=24), nullable=False),
        sa.Column("counting", sa.String(length=24), nullable=False),
        sa.Column("aims", sa.Text(), server_default="", nullable=False),
        sa.Column("target_group", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "leaflet",
            sa.Text(),
            server_default="",
            nullable=False,
            comment="plain-language text for the public",
        ),
        sa.Column("rules", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "nature",
            sa.String(length=48),
            server_default="",
            nullable=False,
            comment="17 § service, approach, aim",
        ),
        sa.Column("legal_basis", sa.String(length=48), server_default="", nullable=False),
        sa.Column("service_level", sa.String(length=48), server_default="", nullable=False),
        sa.Column("organiser", sa.String(length=48), server_default="own", nullable=False),
        sa.Column("partner", sa.String(length=200), server_default="", nullable=False),
        sa.Column("funding", sa.String(length=48), server_default="", nullable=False),
        sa.Column(
            "cost_cents",
            sa.Integer(),
            nullable=True,
            comment="what a participant pays for one session",
        ),
        sa.Column("default_room_id", sa.Integer(), nullable=True),
        sa.Column("min_size", sa.Integer(), nullable=True),
        sa.Column("max_size", sa.Integer(), nullable=True),
        sa.Column("age_from", sa.Integer(), nullable=True),
        sa.Column("age_to", sa.Integer(), nullable=True),
        sa.Column("strand", sa.String(length=12), server_default="kuusi", nullable=False),
        sa.Column("template", sa.String(length=48), server_default="", nullable=False),
        sa.Column("template_version", sa.String(length=200), server_default="", nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("archived_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["default_room_id"],
            ["rooms.id"],
            name=op.f("fk_groups_default_room_id_rooms"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["units.id"], name=op.f("fk_groups_unit_id_units"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_groups")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("groups", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_groups_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "participants",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("first_name", sa.String(length=120), server_default="", nullable=False),
        sa.Column("last_name", sa.String(length=120), server_default="", nullable=False),
        sa.Column("nickname", sa.String(length=120), server_default="", nullable=False),
        sa.Column("code", sa.String(length=200), server_default="", nullable=False),
        sa.Column("identity_code", sa.String(length=200), server_default="", nullable=False),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column(
            "contact_language",
            sa.String(length=200),
            server_default="",
            nullable=False,
            comment="ISO 639",
        ),
        sa.Column("own_worker_id", sa.Integer(), nullable=True),
        sa.Column("responsible_worker_id", sa.Integer(), nullable=True),
        sa.Column("segment", sa.String(length=48), server_default="", nullable=False),
        sa.Column(
            "segment_coping",
            sa.String(length=48),
            server_default="",
            nullable=False,
            comment="easy, hard",
        ),
        sa.Column(
            "segment_risk",
            sa.String(length=48),
            server_default="",
            nullable=False,
            comment="low, high",
        ),
        sa.Column("segment_on", sa.Date(), nullable=True),
        sa.Column(
            "mind_in_group",
            sa.Text(),
            server_default="",
            nullable=False,
            comment="own access right; never on shared prints",
        ),
        sa.Column("needs_many_services", sa.Boolean(), server_default="0", nullable=False),
        sa.Column(
            "non_disclosure",
            sa.Boolean(),
            server_default="0",
            nullable=False,
            comment="turvakielto",
        ),
        sa.Column("came_through", sa.String(length=48), server_default="", nullable=False),
        sa.Column("first_contact_on", sa.Date(), nullable=True),
        sa.Column(
            "first_contact_by",
            sa.String(length=48),
            server_default="",
            nullable=False,
            comment="worker, person",
        ),
        sa.Column(
            "identified_on",
            sa.Date(),
            nullable=True,
            comment="the step from anonymous or code to name",
        ),
        sa.Column("archived_on", sa.Date(), nullable=True),
        sa.Column("died_on", sa.Date(), nullable=True),
        sa.Column(
            "erased_at",
            sa.BigInteger(),
            nullable=True,
            comment="only the anonymous remnant is left",
        ),
        sa.Column("merged_into_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["merged_into_id"],
            ["participants.id"],
            name=op.f("fk_participants_merged_into_id_participants"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["own_worker_id"],
            ["staff.id"],
            name=op.f("fk_participants_own_worker_id_staff"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["responsible_worker_id"],
            ["staff.id"],
            name=op.f("fk_participants_responsible_worker_id_staff"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"],
            ["units.id"],
            name=op.f("fk_participants_unit_id_units"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participants")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("participants", schema=None) as batch_op:
        batch_op.create_index(
            "ix_participants_last_name_first_name", ["last_name", "first_name"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_participants_merged_into_id"), ["merged_into_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_participants_own_worker_id"), ["own_worker_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_participants_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "contacts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.BigInteger(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column(
            "kind",
            sa.String(length=48),
            nullable=False,
            comment="call, message, meeting, home_visit, ...",
        ),
        sa.Column("channel", sa.String(length=48), server_default="", nullable=False),
        sa.Column("place_type", sa.String(length=48), server_default="", nullable=False),
        sa.Column("content", sa.String(length=48), server_default="", nullable=False),
        sa.Column("method", sa.String(length=48), server_default="", nullable=False),
        sa.Column("about_absence", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("reached", sa.Boolean(), server_default="1", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participants.id"],
            name=op.f("fk_contacts_participant_id_participants"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_contacts_staff_id_staff"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contacts")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.create_index(
            "ix_contacts_participant_id_date", ["participant_id", "date"], unique=False
        )

    op.create_table(
        "group_leaders",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=24), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["groups.id"],
            name=op.f("fk_group_leaders_group_id_groups"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"],
            ["staff.id"],
            name=op.f("fk_group_leaders_staff_id_staff"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_leaders")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("group_leaders", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_group_leaders_group_id"), ["group_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_group_leaders_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "group_tags",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("code", sa.String(length=48), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["groups.id"],
            name=op.f("fk_group_tags_group_id_groups"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("group_id", "kind", "code", name=op.f("pk_group_tags")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "series",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column(
            "rule",
            sa.String(length=200),
            nullable=False,
            comment="RRULE without DTSTART, RFC 5545 3.3.10",
        ),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column(
            "start_minute", sa.Integer(), nullable=False, comment="minutes after local midnight"
        ),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=True),
        sa.Column("place_type", sa.String(length=48), server_default="unit", nullable=False),
        sa.Column("channel", sa.String(length=48), server_default="present", nullable=False),
        sa.Column("holiday_rule", sa.String(length=24), nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_series_group_id_groups"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["room_id"], ["rooms.id"], name=op.f("fk_series_room_id_rooms"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("series", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_series_group_id"), ["group_id"], unique=False)

    op.create_table(
        "service_periods",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("legal_basis", sa.String(length=48), server_default="", nullable=False),
        sa.Column(
            "service_task",
            sa.String(length=48),
            server_default="",
            nullable=False,
            comment="retention follows it",
        ),
        sa.Column("operating_model", sa.String(length=48), server_default="", nullable=False),
        sa.Column("model_version", sa.String(length=200), server_default="", nullable=False),
        sa.Column("need_assessed_on", sa.Date(), nullable=True),
        sa.Column("referred_on", sa.Date(), nullable=True),
        sa.Column("referred_by", sa.String(length=200), server_default="", nullable=False),
        sa.Column("wish", sa.Text(), server_default="", nullable=False),
        sa.Column("decision_on", sa.Date(), nullable=True),
        sa.Column("decision_ref", sa.String(length=200), server_default="", nullable=False),
        sa.Column("decision_from", sa.Date(), nullable=True),
        sa.Column("decision_to", sa.Date(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("planned_end_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.String(length=48), server_default="", nullable=False),
        sa.Column("final_assessment", sa.Text(), server_default="", nullable=False),
        sa.Column("case_closed_on", sa.Date(), nullable=True, comment="starts the retention clock"),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participants.id"],
            name=op.f("fk_service_periods_participant_id_participants"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"],
            ["units.id"],
            name=op.f("fk_service_periods_unit_id_units"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_periods")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("service_periods", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_service_periods_participant_id"), ["participant_id"], unique=False
        )

    op.create_table(
        "enrolments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("planned_end_on", sa.Date(), nullable=True),
        sa.Column("came_through", sa.String(length=48), server_default="", nullable=False),
        sa.Column("readiness", sa.Integer(), nullable=True, comment="group readiness 0-10"),
        sa.Column("readiness_note", sa.Text(), server_default="", nullable=False),
        sa.Column("end_reason", sa.String(length=48), server_default="", nullable=False),
        sa.Column("follow_on", sa.String(length=48), server_default="", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["groups.id"],
            name=op.f("fk_enrolments_group_id_groups"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participants.id"],
            name=op.f("fk_enrolments_participant_id_participants"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["period_id"],
            ["service_periods.id"],
            name=op.f("fk_enrolments_period_id_service_periods"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enrolments")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("enrolments", schema=None) as batch_op:
        batch_op.create_index(
            "ix_enrolments_group_id_starts_on", ["group_id", "starts_on"], unique=False
        )
        batch_op.create_index("ix_enrolments_participant_id", ["participant_id"], unique=False)

    op.create_table(
        "follow_ons",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("path", sa.String(length=48), nullable=False),
        sa.Column("found_on", sa.Date(), nullable=True),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["period_id"],
            ["service_periods.id"],
            name=op.f("fk_follow_ons_period_id_service_periods"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_ons")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("follow_ons", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_follow_ons_period_id"), ["period_id"], unique=False)

    op.create_table(
        "group_sessions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("series_id", sa.Integer(), nullable=True),
        sa.Column(
            "original_date",
            sa.Date(),
            nullable=True,
            comment="RECURRENCE-ID: the date the series gave",
        ),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.BigInteger(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=True),
        sa.Column("place_type", sa.String(length=48), server_default="unit", nullable=False),
        sa.Column(
            "place",
            sa.String(length=200),
            server_default="",
            nullable=False,
            comment="where, when it is no room",
        ),
        sa.Column("channel", sa.String(length=48), server_default="present", nullable=False),
        sa.Column(
            "head_count",
            sa.Integer(),
            nullable=True,
            comment="unnamed visitors; belongs to the session",
        ),
        sa.Column("meals", sa.Integer(), nullable=True),
        sa.Column("cancel_reason", sa.String(length=48), server_default="", nullable=False),
        sa.Column("cancel_note", sa.Text(), server_default="", nullable=False),
        sa.Column("cancelled_at", sa.BigInteger(), nullable=True),
        sa.Column("cancelled_by", sa.Integer(), nullable=True),
        sa.Column(
            "told",
            sa.Text(),
            server_default="",
            nullable=False,
            comment="who was told of a change, and how",
        ),
        sa.Column("moved_from", sa.BigInteger(), nullable=True),
        sa.Column(
            "closed_at",
            sa.BigInteger(),
            nullable=True,
            comment="ended: marks are locked until reopened",
        ),
        sa.Column("closed_by", sa.Integer(), nullable=True),
        sa.Column(
            "shared_text",
            sa.Text(),
            server_default="",
            nullable=False,
            comment="what was done; holds no client data",
        ),
        sa.Column(
            "reflection",
            sa.Text(),
            server_default="",
            nullable=False,
            comment="leaders' own, group level, no names",
        ),
        sa.Column("climate", sa.Integer(), nullable=True, comment="0-10"),
        sa.Column("recorded_together", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["cancelled_by"],
            ["staff.id"],
            name=op.f("fk_group_sessions_cancelled_by_staff"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["closed_by"],
            ["staff.id"],
            name=op.f("fk_group_sessions_closed_by_staff"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["groups.id"],
            name=op.f("fk_group_sessions_group_id_groups"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["room_id"],
            ["rooms.id"],
            name=op.f("fk_group_sessions_room_id_rooms"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["series_id"],
            ["series.id"],
            name=op.f("fk_group_sessions_series_id_series"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_sessions")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("group_sessions", schema=None) as batch_op:
        batch_op.create_index("ix_group_sessions_date_group_id", ["date", "group_id"], unique=False)
        batch_op.create_index("ix_group_sessions_group_id_date", ["group_id", "date"], unique=False)
        batch_op.create_index(batch_op.f("ix_group_sessions_room_id"), ["room_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_group_sessions_series_id"), ["series_id"], unique=False
        )

    op.create_table(
        "plans",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=True),
        sa.Column(
            "main_goal",
            sa.Text(),
            server_default="",
            nullable=False,
            comment="in the person's own words",
        ),
        sa.Column("need", sa.Text(), server_default="", nullable=False),
        sa.Column("strengths", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "source",
            sa.String(length=200),
            server_default="",
            nullable=False,
            comment="where the original is kept",
        ),
        sa.Column("source_on", sa.Date(), nullable=True),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True, comment="none: this is the live plan"),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participants.id"],
            name=op.f("fk_plans_participant_id_participants"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["period_id"],
            ["service_periods.id"],
            name=op.f("fk_plans_period_id_service_periods"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plans")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("plans", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_plans_participant_id"), ["participant_id"], unique=False
        )

    op.create_table(
        "reviews",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("person_view", sa.Text(), server_default="", nullable=False),
        sa.Column("worker_view", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participants.id"],
            name=op.f("fk_reviews_participant_id_participants"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["period_id"],
            ["service_periods.id"],
            name=op.f("fk_reviews_period_id_service_periods"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reviews")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("reviews", schema=None) as batch_op:
        batch_op.create_index("ix_reviews_due_on", ["due_on"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_reviews_participant_id"), ["participant_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_reviews_period_id"), ["period_id"], unique=False)

    op.create_table(
        "series_dates",
        sa.Column("series_id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("excluded", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["series_id"],
            ["series.id"],
            name=op.f("fk_series_dates_series_id_series"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("series_id", "date", name=op.f("pk_series_dates")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "service_phases",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("period_id", sa.Integer(), nullable=False),
        sa.Column("phase", sa.String(length=48), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["period_id"],
            ["service_periods.id"],
            name=op.f("fk_service_phases_period_id_service_periods"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_phases")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("service_phases", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_service_phases_period_id"), ["period_id"], unique=False
        )

    op.create_table(
        "additions",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participants.id"],
            name=op.f("fk_additions_participant_id_participants"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["group_sessions.id"],
            name=op.f("fk_additions_session_id_group_sessions"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("session_id", "participant_id", name=op.f("pk_additions")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("additions", schema=None) as batch_op:
        batch_op.create_index("ix_additions_participant_id", ["participant_id"], unique=False)

    op.create_table(
        "agenda_items",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("description", sa.Text(), server_default="", nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column(
            "responsible",
            sa.String(length=200),
            server_default="",
            nullable=False,
            comment="when it is no member of staff",
        ),
        sa.Column("materials", sa.Text(), server_default="", nullable=False),
        sa.Column("method", sa.String(length=48), server_default="", nullable=False),
        sa.Column("done", sa.Boolean(), nullable=True, comment="told at the end of the session"),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["group_sessions.id"],
            name=op.f("fk_agenda_items_session_id_group_sessions"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"],
            ["staff.id"],
            name=op.f("fk_agenda_items_staff_id_staff"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_items")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("agenda_items", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_agenda_items_session_id"), ["session_id"], unique=False
        )

    op.create_table(
        "duties",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("responsible", sa.String(length=200), server_default="", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["group_sessions.id"],
            name=op.f("fk_duties_session_id_group_sessions"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_duties_staff_id_staff"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duties")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("duties", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_duties_session_id"), ["session_id"], unique=False)

    op.create_table(
        "entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=True),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("next_step", sa.Text(), server_default="", nullable=False),
        sa.Column("written_by", sa.Integer(), nullable=True),
        sa.Column("written_at", sa.BigInteger(), nullable=False),
        sa.Column("written_together", sa.Boolean(), server_default="0", nullable=False),
        sa.Column(
            "name_warning",
            sa.String(length=48),
            server_default="",
            nullable=False,
            comment="how a warning was answered",
        ),
        sa.Column("recorded_on", sa.Date(), nullable=True, comment="recorded in the client system"),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contacts.id"],
            name=op.f("fk_entries_contact_id_contacts"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participants.id"],
            name=op.f("fk_entries_participant_id_participants"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["group_sessions.id"],
            name=op.f("fk_entries_session_id_group_sessions"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["written_by"],
            ["staff.id"],
            name=op.f("fk_entries_written_by_staff"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entries")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("entries", schema=None) as batch_op:
        batch_op.create_index(
            "ix_entries_participant_id_date", ["participant_id", "date"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_entries_session_id"), ["session_id"], unique=False)

    op.create_table(
        "goals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False, comment="own words first"),
        sa.Column(
            "set_by",
            sa.String(length=48),
            server_default="person",
            nullable=False,
            comment="person, agreed",
        ),
        sa.Column(
            "domain",
            sa.String(length=48),
            server_default="",
            nullable=False,
            comment="code: goal_domains",
        ),
        sa.Column("service_aim", sa.String(length=48), server_default="", nullable=False),
        sa.Column(
            "is_current", sa.Boolean(), server_default="1", nullable=False, comment="ajankohtainen"
        ),
        sa.Column("strand", sa.String(length=48), server_default="kuusi", nullable=False),
        sa.Column("importance", sa.Integer(), server_default="1", nullable=False),
        sa.Column("difficulty", sa.Integer(), server_default="1", nullable=False),
        sa.Column("baseline", sa.Integer(), nullable=True),
        sa.Column("level_minus_2", sa.Text(), server_default="", nullable=False),
        sa.Column("level_minus_1", sa.Text(), server_default="", nullable=False),
        sa.Column("level_0", sa.Text(), server_default="", nullable=False),
        sa.Column("level_plus_1", sa.Text(), server_default="", nullable=False),
        sa.Column("level_plus_2", sa.Text(), server_default="", nullable=False),
        sa.Column("implementers", sa.Text(), server_default="", nullable=False),
        sa.Column("follow_up", sa.Text(), server_default="", nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("baseline BETWEEN -2 AND 2", name=op.f("ck_goals_baseline")),
        sa.CheckConstraint("difficulty BETWEEN 0 AND 3", name=op.f("ck_goals_difficulty")),
        sa.CheckConstraint("importance BETWEEN 0 AND 3", name=op.f("ck_goals_importance")),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participants.id"],
            name=op.f("fk_goals_participant_id_participants"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["plans.id"], name=op.f("fk_goals_plan_id_plans"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goals")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("goals", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_goals_participant_id"), ["participant_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_goals_plan_id"), ["plan_id"], unique=False)

    op.create_table(
        "marks",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("mark", sa.String(length=24), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False, comment="attended; 0 when away"),
        sa.Column("late_minutes", sa.Integer(), nullable=True),
        sa.Column("early_minutes", sa.Integer(), nullable=True, comment="left before the end"),
        sa.Column("remote", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("self_reported", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participants.id"],
            name=op.f("fk_marks_participant_id_participants"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["group_sessions.id"],
            name=op.f("fk_marks_session_id_group_sessions"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("session_id", "participant_id", name=op.f("pk_marks")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("marks", schema=None) as batch_op:
        batch_op.create_index(
            "ix_marks_participant_id_session_id",
            ["participant_id", "session_id", "mark", "minutes"],
            unique=False,
        )

    op.create_table(
        "materials",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("ready", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["group_sessions.id"],
            name=op.f("fk_materials_session_id_group_sessions"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_materials")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("materials", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_materials_session_id"), ["session_id"], unique=False)

    op.create_table(
        "notices",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("told_at", sa.BigInteger(), nullable=False),
        sa.Column("told_how", sa.String(length=48), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participants.id"],
            name=op.f("fk_notices_participant_id_participants"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["group_sessions.id"],
            name=op.f("fk_notices_session_id_group_sessions"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("session_id", "participant_id", name=op.f("pk_notices")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("notices", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_notices_participant_id"), ["participant_id"], unique=False
        )

    op.create_table(
        "session_leaders",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["group_sessions.id"],
            name=op.f("fk_session_leaders_session_id_group_sessions"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"],
            ["staff.id"],
            name=op.f("fk_session_leaders_staff_id_staff"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("session_id", "staff_id", name=op.f("pk_session_leaders")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("session_leaders", schema=None) as batch_op:
        batch_op.create_index("ix_session_leaders_staff_id", ["staff_id"], unique=False)

    op.create_table(
        "session_plans",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("theme", sa.String(length=120), server_default="", nullable=False),
        sa.Column("aim", sa.Text(), server_default="", nullable=False),
        sa.Column("notes", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["group_sessions.id"],
            name=op.f("fk_session_plans_session_id_group_sessions"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("session_id", name=op.f("pk_session_plans")),
    )
    op.create_table(
        "session_tags",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("code", sa.String(length=48), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["group_sessions.id"],
            name=op.f("fk_session_tags_session_id_group_sessions"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("session_id", "kind", "code", name=op.f("pk_session_tags")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "agenda_item_goals",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["goal_id"],
            ["goals.id"],
            name=op.f("fk_agenda_item_goals_goal_id_goals"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["agenda_items.id"],
            name=op.f("fk_agenda_item_goals_item_id_agenda_items"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("item_id", "goal_id", name=op.f("pk_agenda_item_goals")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("agenda_item_goals", schema=None) as batch_op:
        batch_op.create_index("ix_agenda_item_goals_goal_id", ["goal_id"], unique=False)

    op.create_table(
        "goal_steps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=True),
        sa.Column("review_id", sa.Integer(), nullable=True),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("rater", sa.String(length=24), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint("level BETWEEN -2 AND 2", name=op.f("ck_goal_steps_level")),
        sa.ForeignKeyConstraint(
            ["goal_id"], ["goals.id"], name=op.f("fk_goal_steps_goal_id_goals"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participants.id"],
            name=op.f("fk_goal_steps_participant_id_participants"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["review_id"],
            ["reviews.id"],
            name=op.f("fk_goal_steps_review_id_reviews"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["group_sessions.id"],
            name=op.f("fk_goal_steps_session_id_group_sessions"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"],
            ["staff.id"],
            name=op.f("fk_goal_steps_staff_id_staff"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal_steps")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("goal_steps", schema=None) as batch_op:
        batch_op.create_index("ix_goal_steps_goal_id_date", ["goal_id", "date"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_goal_steps_participant_id"), ["participant_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_goal_steps_session_id"), ["session_id"], unique=False)

    op.create_table(
        "goal_tags",
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("code", sa.String(length=48), nullable=False),
        sa.Column("helps", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["goal_id"], ["goals.id"], name=op.f("fk_goal_tags_goal_id_goals"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("goal_id", "kind", "code", name=op.f("pk_goal_tags")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "goal_wordings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("level_0", sa.Text(), server_default="", nullable=False),
        sa.Column("changed_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["changed_by"],
            ["staff.id"],
            name=op.f("fk_goal_wordings_changed_by_staff"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["goal_id"],
            ["goals.id"],
            name=op.f("fk_goal_wordings_goal_id_goals"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal_wordings")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("goal_wordings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_goal_wordings_goal_id"), ["goal_id"], unique=False)

    op.create_table(
        "session_goals",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("planned", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("worked_on", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["goal_id"],
            ["goals.id"],
            name=op.f("fk_session_goals_goal_id_goals"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participants.id"],
            name=op.f("fk_session_goals_participant_id_participants"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["group_sessions.id"],
            name=op.f("fk_session_goals_session_id_group_sessions"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("session_id", "goal_id", name=op.f("pk_session_goals")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("session_goals", schema=None) as batch_op:
        batch_op.create_index(
            "ix_session_goals_goal_id_session_id", ["goal_id", "session_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_session_goals_participant_id"), ["participant_id"], unique=False
        )
