# SPDX-License-Identifier: GPL-3.0-or-later
"""What every screen stands on: the objects that live as long as the program does."""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from db.errors import Refused
from desktop.settings import Settings
from desktop.theme import system_theme
from desktop.views.frame import Frame
from desktop.words import LANGUAGES, Words, system_language

if TYPE_CHECKING:
    from desktop.ask import Ask
    from desktop.clock import Clock
    from desktop.worker import Worker

# Regular, Medium and SemiBold are all that the sign-in shows; the rest take 3 ms of the first paint.
FIRST_FONTS = "IBMPlexSans-[RMS]*.ttf"


class House:
    """Made once in `app.py`: settings, words, theme and window at once; the clock, the worker and
    the seam for questions when they are first asked for, after the first paint.

    `words` and `theme` are replaced, never changed, when a person chooses another language, theme
    or text size; every screen is then built anew.
    """

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        *,
        clock: "Clock | None" = None,
        ask: "Ask | None" = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.app = app
        self.settings = settings
        self.monotonic = monotonic
        self._clock = clock
        self._given_ask = ask
        self._worker: Worker | None = None
        self.renew_look(fonts=FIRST_FONTS)
        self.frame = Frame(settings.window)

    @property
    def clock(self) -> "Clock":
        """What time it is."""
        if self._clock is None:
            from desktop.clock import SystemClock

            self._clock = SystemClock()
        return self._clock

    @property
    def worker(self) -> "Worker":
        """The door to the database."""
        if self._worker is None:
            from desktop.worker import Worker

            self._worker = Worker()
        return self._worker

    @property
    def ask(self) -> "Ask":
        """The seam for questions, in the present language and look."""
        if self._given_ask is not None:
            return self._given_ask
        from desktop.window_ask import WindowAsk

        return WindowAsk(self.theme, self.words)

    def keep(self, **settings: object) -> None:
        """Choose settings by name. Where they cannot be saved they hold until the program ends; a
        full disk keeps nobody from their work."""
        for name, value in settings.items():
            with suppress(Refused):
                setattr(self.settings, name, value)

    def renew_look(self, *, fonts: str = "*.ttf") -> None:
        """Words and theme as the settings now have them."""
        settings = self.settings
        self.words = Words(language_of(settings))
        self.theme = system_theme(settings.theme, settings.text_size / 100)
        self.theme.apply(self.app, fonts=fonts)


def language_of(settings: Settings) -> str:
    """The language chosen, or that of PUNOS_LANG, or that of the computer."""
    told = os.environ.get("PUNOS_LANG", "")
    return settings.language or (told if told in LANGUAGES else system_language())
