# SPDX-License-Identifier: GPL-3.0-or-later
"""Loads what unlocking will need while a person types the password."""

import gc
from importlib import import_module

NEEDED = (
    "db.opening",
    "db.queries.signed_in",
    "db.queries.search",
    "desktop.sitting",
    "desktop.window_ask",
    "desktop.views.main_window",
    "desktop.views.today",
    "db.queries.today",
)


def warm_up() -> None:
    """Import it all. The collector would walk every new class again and again meanwhile, and what
    is loaded here is never garbage."""
    gc.disable()
    try:
        for module in NEEDED:
            import_module(module)
    finally:
        gc.enable()
    gc.freeze()


def warm_up_window() -> None:
    """What only the window's thread can do: PySide makes a class of every kind of widget when the
    first one comes back from Qt, which takes 10 ms that nobody should wait for after the password."""
    from PySide6.QtWidgets import QWidget

    from desktop.widgets.scroll import Scroll

    Scroll(QWidget()).deleteLater()
