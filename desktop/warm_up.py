# SPDX-License-Identifier: GPL-3.0-or-later
"""Loads what unlocking will need while a person types the password (performance.md, lesson 1)."""

import gc
from importlib import import_module

NEEDED = (
    "db.opening",
    "db.queries.signed_in",
    "db.queries.search",
    "desktop.sitting",
    "desktop.views.main_window",
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
