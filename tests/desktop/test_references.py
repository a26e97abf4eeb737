# SPDX-License-Identifier: GPL-3.0-or-later
"""PySide6 6.12.0 on Python 3.11 lost one reference to None with each call of a void method, and the
interpreter aborted after some thousands of them. 6.11 does not; this is the alarm if that changes."""

import sys

from PySide6.QtWidgets import QLabel


def test_void_methods_lose_no_reference_to_none(qapp) -> None:
    label = QLabel()
    before = sys.getrefcount(None)
    for _ in range(5_000):
        label.setText("x")
        qapp.processEvents()
    assert abs(sys.getrefcount(None) - before) < 1_000
