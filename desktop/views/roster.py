# SPDX-License-Identifier: GPL-3.0-or-later
"""Attendance of one session: marked by keys, saved at each of them, ended with one."""

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.actions.attendance import (
    clear_mark,
    fill_unmarked,
    set_head_count,
    set_mark,
    set_minutes,
    take_back_notice,
    tell_absence,
)
from db.actions.drop_ins import add_new_visitor, add_visitor, take_visitor_off
from db.actions.entries import save_entry
from db.actions.goals import set_step, set_worked_on
from db.actions.sessions import end_session, reopen_session
from db.errors import Refused, Why
from db.queries.person_at_session import PersonAtSession, person_at_session
from db.queries.roster import Roster, RosterRow, roster
from db.rules.attendance import late_by
from db.rules.sessions import Phase, phase
from db.rules.words import Counting, MarkKind
