# SPDX-License-Identifier: GPL-3.0-or-later
"""The one seam through which the program asks: questions and file names; tests give the answers."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

Answer = bool | str | Path | None


class Kind(StrEnum):
    """What sort of question it is, and so what sort of answer."""

    CONFIRM = "confirm"
    TEXT = "text"
    CHOOSE = "choose"
    OPEN_FILE = "open_file"
    SAVE_FILE = "save_file"
    FOLDER = "folder"
    REPLACE = "replace"


@dataclass(frozen=True)
class Question:
    """One question as it is put. `path` is where a file dialog starts, or the file to replace."""

    kind: Kind
    title: str
    sentence: str = ""
    yes: str = ""
    no: str = ""
    danger: bool = False
    value: str = ""
    secret: bool = False
    options: tuple[tuple[str, str], ...] = ()
    filters: tuple[str, ...] = ()
    path: Path | None = None


class Ask(ABC):
    """What may be asked. Verbs stand on the buttons; None always means that the person went back.

    `filters` are Qt's, "Excel (*.xlsx)", the first one offered first.
    """

    def confirm(
        self, title: str, sentence: str, yes: str, no: str, *, danger: bool = False
    ) -> bool:
        """Whether to go on. A dangerous `yes` is not what Enter does."""
        question = Question(Kind.CONFIRM, title, sentence, yes, no, danger=danger)
        return self._answer(question) is True

    def text(
        self, title: str, label: str, yes: str, *, value: str = "", secret: bool = False
    ) -> str | None:
        """A line of text; a secret one is not shown while it is typed."""
        return self._text(Question(Kind.TEXT, title, label, yes, value=value, secret=secret))

    def choose(
        self, title: str, label: str, yes: str, options: Sequence[tuple[str, str]]
    ) -> str | None:
        """The key of one of (key, text)."""
        return self._text(Question(Kind.CHOOSE, title, label, yes, options=tuple(options)))

    def open_file(
        self, title: str, filters: Sequence[str], *, start: Path | None = None
    ) -> Path | None:
        """A file that is there; `start` is the folder shown first."""
        return self._path(Question(Kind.OPEN_FILE, title, filters=tuple(filters), path=start))

    def folder(self, title: str, *, start: Path | None = None) -> Path | None:
        """A folder that is there."""
        return self._path(Question(Kind.FOLDER, title, path=start))

    def save_file(self, title: str, suggested: Path, filters: Sequence[str]) -> Path | None:
        """A file to write. One that is there already is told, and asked again unless it may go."""
        while True:
            question = Question(Kind.SAVE_FILE, title, filters=tuple(filters), path=suggested)
            path = self._path(question)
            if path is None or not path.exists() or self._may_go(path):
                return path
            suggested = path

    @abstractmethod
    def _answer(self, question: Question) -> Answer:
        """True or False to a CONFIRM or REPLACE; a text, a key or a path to others, or None."""

    def _may_go(self, path: Path) -> bool:
        return self._answer(Question(Kind.REPLACE, "", path=path, danger=True)) is True

    def _text(self, question: Question) -> str | None:
        answer = self._answer(question)
        return answer if isinstance(answer, str) else None

    def _path(self, question: Question) -> Path | None:
        answer = self._answer(question)
        return answer if isinstance(answer, Path) else None


class GivenAsk(Ask):
    """Answers for tests and the tour, in the order of the questions; `asked` keeps what was asked.

    A question too many, or an answer of the wrong kind, is a fault of the test: AssertionError.
    """

    def __init__(self, answers: Iterable[Answer] = ()) -> None:
        self._answers = list(answers)
        self.asked: list[Question] = []

    def give(self, *answers: Answer) -> None:
        """More answers, after those still waiting."""
        self._answers.extend(answers)

    @property
    def waiting(self) -> int:
        """How many answers nobody has asked for."""
        return len(self._answers)

    def _answer(self, question: Question) -> Answer:
        self.asked.append(question)
        if not self._answers:
            raise AssertionError(f"nobody answers {question}")
        answer = self._answers.pop(0)
        if not fits(answer, question):
            raise AssertionError(f"{answer!r} is no answer to {question}")
        return answer


def fits(answer: Answer, question: Question) -> bool:
    """Whether somebody at the screen could have answered so."""
    if question.kind in (Kind.CONFIRM, Kind.REPLACE):
        return isinstance(answer, bool)
    if answer is None:
        return True
    if question.kind is Kind.CHOOSE:
        return answer in [key for key, _ in question.options]
    return isinstance(answer, str if question.kind is Kind.TEXT else Path)
