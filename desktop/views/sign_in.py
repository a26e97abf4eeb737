# SPDX-License-Identifier: GPL-3.0-or-later
"""The sign-in screen: the plait at the left; at the right a first choice, a password, or an obstacle.

It is the first thing painted, so nothing here may import the database (tests/desktop/test_first_paint.py).
"""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.views.password_field import PasswordField
from desktop.views.problem import Problem
from desktop.views.who_card import Who, WhoCard
from desktop.views.word_mark import word_mark
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button
from desktop.widgets.label import text_label
from desktop.widgets.link import link
from desktop.widgets.plait import LockArt
from desktop.widgets.segmented import Segmented
from desktop.words import LANGUAGES, OWN_NAMES, Words

COLUMN = 400
MARGIN = 80


class Body(QWidget):
    """The middle of the column; `first` is where the keyboard starts."""

    def __init__(self, theme: Theme, title: str, sentence: str) -> None:
        super().__init__()
        self.theme = theme
        self.first: QWidget = self
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(text_label(title, "display", wrap=True))
        self.add(text_label(sentence, "body", "ink2", wrap=True), 8)

    def add(self, part: QWidget, above: int) -> None:
        """Set a part below the last one, `above` design pixels apart."""
        self.column.addSpacing(self.theme.px(above))
        self.column.addWidget(part)

    def add_links(self, links: Sequence[Button]) -> None:
        """Links beside each other, the last one at the right."""
        row = QHBoxLayout()
        row.addWidget(links[0])
        row.addStretch(1)
        for other in links[1:]:
            row.addWidget(other)
        self.column.addSpacing(self.theme.px(2))
        self.column.addLayout(row)


class FirstChoice(Body):
    """No office is known yet: make one, open one, or look around in a made-up one."""

    create_asked = Signal()
    other_asked = Signal()
    demo_asked = Signal()

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__(
            theme,
            words._("Welcome to Punos"),
            words._("Plan your groups, take attendance and follow each participant's own goals."),
        )
        self.new = Button(theme, words._("New office"), "primary", size="l", icon="building-2")
        self.open = Button(theme, words._("Open an office"), size="l", icon="folder-open")
        self.demo = Button(
            theme, words._("Try a demonstration office"), size="l", icon="circle-play"
        )
        self.first = self.new
        for number, (button, told) in enumerate(
            (
                (self.new, self.create_asked),
                (self.open, self.other_asked),
                (self.demo, self.demo_asked),
            )
        ):
            button.clicked.connect(told)
            self.add(button, 12 if number else 24)
        self.note = text_label(
            words._("Everybody in the demonstration office is made up."), "small", "ink3", wrap=True
        )
        self.add(self.note, 8)
        self.problem = Problem(theme, 12)
        self.column.addWidget(self.problem)

    def set_busy(self, busy: bool) -> None:
        """The demonstration office is being made."""
        self.demo.set_busy(busy)
        for button in (self.new, self.open):
            button.setEnabled(not busy)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong below the choices."""
        self.problem.say(sentence)


class Unlock(Body):
    """The password of a known office, or of the person who locked it."""

    unlock_asked = Signal(str)
    other_asked = Signal()
    create_asked = Signal()

    def __init__(self, theme: Theme, words: Words, title: str, sentence: str, who: Who) -> None:
        super().__init__(theme, title, sentence)
        self.add(WhoCard(theme, who), 20)
        self.password = PasswordField(theme, words, words._("Password"))
        self.password.line.returnPressed.connect(self._ask)
        self.password.line.textEdited.connect(self._typed)
        self.add(self.password, 20)
        self.button = Button(theme, words._("Sign in"), "primary", size="l", icon="lock-open")
        self.button.clicked.connect(self._ask)
        self.add(self.button, 12)
        self.again = Problem(theme, 12, words._("Try again"))
        self.again.acted.connect(self._ask)
        self.column.addWidget(self.again)
        other = link(theme, words._("Another office"), chevron=False)
        other.clicked.connect(self.other_asked)
        new = link(theme, words._("Make a new office"), chevron=False)
        new.clicked.connect(self.create_asked)
        self.add_links([other, new])
        self.first = self.password.line
        self._is_waiting = False

    def set_busy(self, busy: bool) -> None:
        """The key is being derived from the password."""
        self.button.set_busy(busy)
        self.password.line.setReadOnly(busy)
        if busy:
            self.again.say("")
            self.password.set_error("")

    def refuse(self, sentence: str) -> None:
        """The password was wrong: mark the field and take its text away to be typed anew."""
        self.again.say("")
        self.password.line.clear()
        self.password.set_error(sentence)
        self.password.line.setFocus()

    def fail(self, sentence: str) -> None:
        """Something else stands in the way for now; the password stays, to try again."""
        self.again.say(sentence)

    def wait(self, sentence: str) -> None:
        """No guess is taken while a wait is on; an empty sentence ends it."""
        self._is_waiting = bool(sentence)
        self.button.setEnabled(not sentence)
        if sentence or self.password.note.text():
            self.password.set_error(sentence)

    def _typed(self) -> None:
        if not self._is_waiting:
            self.password.set_error("")

    def _ask(self) -> None:
        typed = self.password.line.text()
        if typed and not self._is_waiting and not self.button.is_busy():
            self.unlock_asked.emit(typed)


class Obstacle(Body):
    """The office cannot be opened as things are: what is wrong, and what to do."""

    retry_asked = Signal()
    other_asked = Signal()
    create_asked = Signal()

    def __init__(self, theme: Theme, words: Words, who: Who, sentence: str) -> None:
        super().__init__(
            theme, words._("The office does not open"), words._("Nothing in it was changed.")
        )
        self.add(WhoCard(theme, who), 20)
        self.banner = Banner(theme, "bad", sentence)
        self.add(self.banner, 12)
        self.retry = Button(theme, words._("Try again"), "primary", size="l", icon="refresh-cw")
        self.retry.clicked.connect(self.retry_asked)
        self.first = self.retry
        self.add(self.retry, 12)
        other = link(theme, words._("Another office"), chevron=False)
        other.clicked.connect(self.other_asked)
        new = link(theme, words._("Make a new office"), chevron=False)
        new.clicked.connect(self.create_asked)
        self.add_links([other, new])


class SignIn(QWidget):
    """The screen around a body. A language can be chosen before anybody has signed in."""

    language_chosen = Signal(str)
    painted = Signal()
    """Emitted once, when the screen has been drawn for the first time."""

    def __init__(
        self, theme: Theme, words: Words, *, told_place: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_painted = False
        self.body: Body | None = None
        self.language = Segmented(
            theme,
            [(language, language.upper()) for language in LANGUAGES],
            words._("Language"),
            value=words.language,
            size="s",
        )
        for language in LANGUAGES:
            self.language.button(language).setAccessibleName(OWN_NAMES[language])
            self.language.button(language).setToolTip(OWN_NAMES[language])
        self.language.changed.connect(self.language_chosen)
        self._middle = QVBoxLayout()
        self._lay_out(told_place)

    def show_body(self, body: Body) -> None:
        """Put a body in place of the one on show."""
        if self.body is not None:
            self._middle.removeWidget(self.body)
            self.body.hide()
            self.body.deleteLater()
        self.body = body
        self._middle.addWidget(body)
        body.show()
        body.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("app"))
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()

    def _lay_out(self, told_place: str) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        art = LockArt(self._theme)
        art.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        row.addWidget(art, 1)
        side = self._column(told_place)
        if self._theme.scale > 1:
            # At 100 % the column fits the smallest window, and a scroll area costs first paint 6 ms.
            from desktop.widgets.scroll import Scroll

            side = Scroll(side)
        side.setFixedWidth(self._theme.px(COLUMN + 2 * MARGIN))
        row.addWidget(side)

    def _column(self, told_place: str) -> QWidget:
        px = self._theme.px
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(px(MARGIN), px(40), px(MARGIN), px(30))
        head = word_mark(self._theme, "app")
        head.addWidget(self.language)
        column.addLayout(head)
        for edge in (self._middle, self._foot(told_place)):
            column.addSpacing(px(16))
            column.addStretch(1)
            column.addLayout(edge)
        return side

    def _foot(self, told_place: str) -> QHBoxLayout:
        px = self._theme.px
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        shield = QLabel()
        shield.setPixmap(self._theme.pixmap("shield-check", 16, "ink3"))
        shield.setContentsMargins(0, px(2), 0, 0)
        foot.addWidget(shield, alignment=Qt.AlignmentFlag.AlignTop)
        foot.addWidget(text_label(told_place, "small", "ink3", wrap=True), 1)
        return foot

    def sizeHint(self) -> QSize:
        return QSize(1366, 768)
