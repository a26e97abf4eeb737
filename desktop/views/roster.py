# SPDX-License-Identifier: GPL-3.0-or-later
"""Attendance of one session: marked by keys, saved at each of them, ended with one."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.actions.drop_ins import add_new_visitor, add_visitor
from db.actions.sessions import (
    did_not_meet,
    end_session,
    nobody_came,
    reopen_session,
    reset_session,
)
from db.errors import Refused
from db.queries.person_at_session import PersonAtSession, person_at_session
from db.queries.roster import Roster, RosterGoal, RosterRow, roster
from db.rules.people import Person
from db.rules.sessions import Phase, phase
from db.rules.words import Counting, MarkKind
from db.work import Do
from desktop.desk import Desk, Place
from desktop.mnemonics import letters_for
from desktop.models.roster import name_of
from desktop.models.roster_changes import RosterChanges
from desktop.models.roster_state import row_of
from desktop.views.drop_in import DropInDialog, Visitor
from desktop.views.end_session import EndSessionDialog
from desktop.views.page import Page
from desktop.views.roster_bar import RosterBar
from desktop.views.roster_head import RosterHead
from desktop.views.roster_panel import RosterPanel
from desktop.views.roster_saving import PASSING, RosterSaving
from desktop.views.roster_table import RosterTable
from desktop.widgets.banner import Banner
from desktop.widgets.card import Card
