# SPDX-License-Identifier: GPL-3.0-or-later
"""What every screen stands on: the objects that live as long as the program does."""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from PySide6.QtWidgets import QApplication

from db.errors import Refused
from desktop.ask import Ask
from desktop.clock import Clock
from desktop.settings import Settings
from desktop.theme import Theme, system_theme
from desktop.views.frame import Frame
from desktop.window_ask import WindowAsk
from desktop.words import LANGUAGES, Words, system_language
from desktop.worker import Worker


@dataclass
class House:
    """Made once in `app.py`. `words` and `theme` are replaced, never changed, when a person chooses
    another language, theme or text size; every screen is then built anew."""

    app: QApplication
    settings: Settings
    clock: Clock
    worker: Worker
    frame: Frame
    words: Words
    theme: Theme
    given_ask: Ask | None = None
    monotonic: Callable[[], float] = field(default=time.monotonic)

    @property
    def ask(self) -> Ask:
        """The seam for questions, in the present language and look."""
        return self.given_ask or WindowAsk(self.theme, self.words)

    def keep(self, **settings: object) -> None:
        """Choose settings by name. Where they cannot be saved they hold until the program ends; a
        full disk keeps nobody from their work."""
        for name, value in settings.items():
            with suppress(Refused):
                setattr(self.settings, name, value)

    def renew_look(self) -> None:
        """Words and theme as the settings now have them."""
        self.words = Words(language_of(self.settings))
        self.theme = theme_of(self.settings)
        self.theme.apply(self.app)


def language_of(settings: Settings) -> str:
    """The language chosen, or that of PUNOS_LANG, or that of the computer."""
    told = os.environ.get("PUNOS_LANG", "")
    return settings.language or (told if told in LANGUAGES else system_language())


def theme_of(settings: Settings) -> Theme:
    """The theme chosen, at the chosen text size."""
    return system_theme(settings.theme, settings.text_size / 100)
