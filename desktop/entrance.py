# SPDX-License-Identifier: GPL-3.0-or-later
"""Before anybody has signed in: which office, whose password, and every reason why not yet."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from db.errors import Refused, Why
from desktop.house import House
from desktop.views.sign_in import Body, FirstChoice, Obstacle, SignIn, Unlock
from desktop.views.who_card import Who

if TYPE_CHECKING:  # the first paint waits for none of these
    from db.keys import Attempts
    from db.office import Office
    from desktop.sitting import Locked

COUNT_MS = 250
DEMO_PASSWORD = "punos-esittely"  # noqa: S105 - everybody in a demonstration office is made up
OFFICE_SUFFIX = ".punos"

# With these the office cannot be opened whatever is typed.
OBSTACLES = {
    Why.NO_SUCH_OFFICE,
    Why.NOT_AN_OFFICE,
    Why.KEYS_MISSING,
    Why.KEYS_DAMAGED,
    Why.OFFICE_DAMAGED,
    Why.OFFICE_TOO_NEW,
    Why.OFFICE_TOO_OLD,
}


class Entrance(QObject):
    """Shows the sign-in for one office at a time and unlocks it on the database thread."""

    opened = Signal(object)
    """An unlocked `Office`."""
    create_asked = Signal()
    painted = Signal()
    """The first screen stands; what is made from here on, nobody waits for."""
    look_changed = Signal()

    def __init__(self, house: House, address: str | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._house = house
        self.address = address
        self.locked: Locked | None = None
        self.screen: SignIn | None = None
        self._hint = ""
        self._obstacle: Refused | None = None
        self._attempts: dict[str, Attempts] = {}
        self._is_woken = False
        self.is_warm = False
        self._count = QTimer(self, interval=COUNT_MS)
        self._count.timeout.connect(self._count_down)
        self._look_for_file()

    def show(self) -> None:
        """Build the screen for the present state, language and look."""
        house = self._house
        self.screen = SignIn(house.theme, house.words, told_place=self._place_of_data())
        self.screen.language_chosen.connect(self._choose_language)
        if not self._is_woken:
            self.screen.painted.connect(self._painted)
        house.frame.show_screen(house.theme, self.screen)
        self.screen.show_body(self._body())
        self._count_down()

    def enter(self, address: str, locked: "Locked | None" = None, hint: str = "") -> None:
        """Stand before an office; `hint` is what the person has to know of its password."""
        self.address, self.locked, self._hint = address, locked, hint
        self._obstacle = None
        self._look_for_file()
        self.show()
        self._look_for_keys()

    def tell(self, told: str) -> None:
        """Say a sentence about what has just gone wrong; whatever was going on has ended."""
        body = self.body()
        if isinstance(body, FirstChoice):
            body.set_busy(False)
            body.show_problem(told)
        elif isinstance(body, Unlock):
            body.set_busy(False)
            body.fail(told)

    def body(self) -> Body | None:
        """What stands in the middle of the screen."""
        return self.screen.body if self.screen is not None else None

    def _sentence(self, refused: Refused) -> str:
        from desktop.sentences import sentence

        return sentence(self._house.words, refused)

    def _body(self) -> Body:
        theme, words = self._house.theme, self._house.words
        body: Body
        if self.address is None:
            body = FirstChoice(theme, words)
            body.demo_asked.connect(self._make_demo)
        elif self._obstacle is not None:
            body = Obstacle(theme, words, self._office_card(), self._sentence(self._obstacle))
            body.retry_asked.connect(lambda: self.enter(self.address or "", self.locked))
        else:
            body = self._unlock_body()
        body.other_asked.connect(self._choose_other)
        body.create_asked.connect(self.create_asked)
        return body

    def _unlock_body(self) -> Unlock:
        theme, words, locked = self._house.theme, self._house.words, self.locked
        if locked is None:
            told = self._hint or words._("Type your password to open the office.")
            body = Unlock(theme, words, words._("Sign in"), told, self._office_card())
        else:
            kept = words._("What you were writing is saved.")
            if locked.idle_minutes:
                idle = words.n(
                    "Locked after {count} minute without use.",
                    "Locked after {count} minutes without use.",
                    locked.idle_minutes,
                ).format(count=locked.idle_minutes)
                kept = f"{idle} {kept}"
            body = Unlock(theme, words, words._("Locked"), kept, locked.who)
            body.button.setText(words._("Unlock"))
        body.unlock_asked.connect(self._unlock)
        return body

    def _office_card(self) -> Who:
        address = self.address or ""
        if is_server(address):
            return Who(address.rsplit("@", 1)[-1], self._house.words._("Shared office"))
        path = Path(address)
        folder = self._house.words._("In the folder {folder}").format(
            folder=path.absolute().parent.name or path.anchor
        )
        return Who(path.name, folder)

    def _place_of_data(self) -> str:
        words = self._house.words
        if self.address is not None and is_server(self.address):
            return words._("Everything stays on your organisation's own server.")
        return words._("Everything stays on this computer, encrypted.")

    def _painted(self) -> None:
        # The screen has been drawn; what is loaded now, nobody waits for.
        QTimer.singleShot(0, self, self._warm)

    def _warm(self) -> None:
        if not self._is_woken:
            self._is_woken = True
            self.painted.emit()
            self._house.worker.render(self, _warm_up, self._warmed)

    def _warmed(self, _nothing: object) -> None:
        from desktop.warm_up import warm_up_window

        warm_up_window()
        self.is_warm = True
        self._look_for_keys()

    def _look_for_file(self) -> None:
        """A missing file is told at once, before anything is loaded that could open it."""
        address = self.address
        if address is not None and not is_server(address) and not Path(address).exists():
            self._obstacle = Refused(Why.NO_SUCH_OFFICE, file=Path(address).name)

    def _look_for_keys(self) -> None:
        """Whether there are keys that a password could open; told before one is typed."""
        address = self.address
        if address is None or self._obstacle is not None or not self.is_warm:
            return

        def look(_progress: object) -> None:
            from db.opening import ring_of

            ring_of(address)

        self._house.worker.render(
            self, look, lambda _none: None, failed=self._met, latest="look for keys"
        )

    def _met(self, refused: Refused) -> None:
        if refused.why in OBSTACLES:
            self._obstacle = refused
            self.show()
            return
        self.tell(self._sentence(refused))

    def _unlock(self, password: str) -> None:
        address, monotonic = self.address or "", self._house.monotonic
        attempts = self._attempts

        def opener() -> "Office":
            from db.keys import Attempts
            from db.opening import open_office

            tries = attempts.setdefault(address, Attempts(monotonic))
            return open_office(address, password, attempts=tries)

        body = self.body()
        if isinstance(body, Unlock):
            body.set_busy(True)
        self._house.worker.unlock(self, opener, self.opened.emit, self._refused)

    def _refused(self, refused: Refused) -> None:
        body = self.body()
        if not isinstance(body, Unlock):
            return
        body.set_busy(False)
        if refused.why is Why.WRONG_PASSWORD:
            body.refuse(self._sentence(refused))
            self._count_down()
        elif refused.why is not Why.WAIT_BEFORE_RETRY:
            self._met(refused)

    def _count_down(self) -> None:
        """Say how long no guess is taken, second by second."""
        body = self.body()
        tries = self._attempts.get(self.address or "")
        if not isinstance(body, Unlock) or tries is None:
            self._count.stop()
            return
        try:
            tries.check()
        except Refused as refused:
            body.wait(self._sentence(refused))
            self._count.start()
        else:
            if self._count.isActive():
                body.wait("")
            self._count.stop()

    def _choose_language(self, language: str) -> None:
        self._house.keep(language=language)
        self.look_changed.emit()

    def _choose_other(self) -> None:
        words = self._house.words
        offices = f"{words._('Office of Punos')} (*{OFFICE_SUFFIX})"
        every = f"{words._('All files')} (*)"
        path = self._house.ask.open_file(words._("Open an office"), [offices, every])
        if path is not None:
            self.enter(str(path))

    def _make_demo(self) -> None:
        words = self._house.words
        path = self._house.ask.save_file(
            words._("Where to keep the demonstration office"),
            Path.home() / f"{words._('demonstration')}{OFFICE_SUFFIX}",
            [f"{words._('Office of Punos')} (*{OFFICE_SUFFIX})"],
        )
        body = self.body()
        if path is None or not isinstance(body, FirstChoice):
            return
        body.set_busy(True)

        today = self._house.clock.today()

        def make(_progress: object) -> None:
            from db.demo import make_demo

            make_demo(str(path), DEMO_PASSWORD, size="m", seed=7, today=today)

        hint = words._("The password of the demonstration office is {password}.")
        told = hint.format(password=DEMO_PASSWORD)
        self._house.worker.render(
            self, make, lambda _made: self.enter(str(path), hint=told), failed=self._met
        )


def _warm_up(_progress: object) -> None:
    from desktop.warm_up import warm_up

    warm_up()


def is_server(address: str) -> bool:
    """Whether an address is a PostgreSQL one (as db.engine has it, without loading the database)."""
    return address.startswith(("postgresql://", "postgresql+psycopg://"))
