# SPDX-License-Identifier: GPL-3.0-or-later
"""One plain sentence or two for each refusal: what is wrong, where, and what to do about it."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from db.errors import Refused, Why
from desktop.formats import NBSP
from desktop.words import Words

LONGEST_FACT = 80
MOST_CELLS = 8


class Facts:
    """The facts of a refusal, ready for a sentence. Any of them may be missing: then its place is
    empty, and the sentences are made so that they still read well."""

    def __init__(self, words: Words, facts: dict[str, object]) -> None:
        self._words = words
        self._facts = facts

    def text(self, *names: str) -> str:
        """The first of these that is known, on one line; a path by its name alone."""
        for name in names:
            value = self._facts.get(name)
            if value not in (None, ""):
                return _one_line(value.name if isinstance(value, Path) else str(value))
        return ""

    def quoted(self, *names: str) -> str:
        """The same between quotation marks."""
        text = self.text(*names)
        return self._words.quoted(text) if text else ""

    def number(self, name: str) -> int | None:
        """A whole number, or None."""
        value = self._facts.get(name)
        return int(value) if isinstance(value, int | float) else None

    def moment(self, name: str) -> str:
        """A time of day in brackets, or a moment as told."""
        value = self._facts.get(name)
        if isinstance(value, dt.datetime | dt.time):
            return f"({self._words.time(value)})"
        return f"({self.text(name)})" if value else ""

    def cells(self) -> str:
        """The first few marked cells, and how many there are besides."""
        value = self._facts.get("cells")
        cells = [str(cell) for cell in value] if isinstance(value, Sequence) else []
        shown = [_one_line(cell) for cell in cells[:MOST_CELLS]]
        more = len(cells) - len(shown)
        if more:
            shown.append(self._words.n("{count} more", "{count} more", more).format(count=more))
        return self._words.list(shown) if shown else ""


Told = Callable[[Words, Facts], str]


def sentence(words: Words, refused: Refused) -> str:
    """What a person is told about `refused`, on one line."""
    return _one_line(_TOLD[refused.why](words, Facts(words, refused.facts)), longest=None)


def _one_line(text: str, longest: int | None = LONGEST_FACT) -> str:
    """Without line breaks, control and direction marks, and the gaps that missing facts leave."""
    plain = "".join(sign if sign.isprintable() or sign == NBSP else " " for sign in text)
    line = re.sub(r" +([.,:;]|$)", r"\1", re.sub(r" {2,}", " ", plain)).strip()
    return line if longest is None or len(line) <= longest else f"{line[:longest]}…"


def _wait(w: Words, facts: Facts) -> str:
    seconds = facts.number("seconds")
    wait = w._("a moment") if seconds is None else w.wait(seconds)
    return w._("Too many tries. Wait {wait} and try again.").format(wait=wait)


def _weak_password(w: Words, facts: Facts) -> str:
    least = facts.number("least")
    if least is None:
        return w._("The password is too weak. Choose a longer one.")
    return w.n(
        "The password is too short. Use at least {count} character.",
        "The password is too short. Use at least {count} characters.",
        least,
    ).format(count=least)


def _too_new(w: Words, facts: Facts) -> str:
    return w._(
        "The office {file} was made with a newer version of Punos. Update Punos {version} and open it again. "
        "The office was not touched."
    ).format(file=facts.quoted("file"), version=_bracketed(facts.text("needed")))


def _changed(w: Words, facts: Facts) -> str:
    return w._(
        "{who} changed this at the same time {when}. Nothing was overwritten. "
        "Look at the new version and make your change again."
    ).format(who=facts.text("who") or w._("Somebody else"), when=facts.moment("when"))


def _too_long(w: Words, facts: Facts) -> str:
    most = facts.number("most")
    if most is None:
        return w._("The name is too long. Make it shorter.")
    told = w._("The name is too long. Make it {most} characters at most.")
    return told.format(most=w.number(most))


def _out_of_range(w: Words, facts: Facts) -> str:
    number = facts.text("number", "value")
    least, most = facts.number("least"), facts.number("most")
    if least is not None and least == most:
        told = w._("The number {number} does not fit here. It has to be {most}.")
        return told.format(number=number, most=w.number(most))
    if least is not None and most is not None:
        told = w._("The number {number} does not fit here. Choose one from {least} to {most}.")
        return told.format(number=number, least=w.number(least), most=w.number(most))
    if most is not None:
        told = w._("The number {number} is too big. It can be {most} at most.")
        return told.format(number=number, most=w.number(most))
    if least is not None:
        told = w._("The number {number} is too small. It has to be at least {least}.")
        return told.format(number=number, least=w.number(least))
    return w._("The number {number} does not fit here. Check it.").format(number=number)


def _unknown_marks(w: Words, facts: Facts) -> str:
    cells = facts.cells()
    return w._(
        "The file {file} has marks that Punos does not know{colon} {cells}. "
        "Correct them, or tell what they mean. Nothing was brought in."
    ).format(file=facts.quoted("file"), colon=":" if cells else "", cells=cells)


def _too_big(w: Words, facts: Facts) -> str:
    return w._(
        "The file {file} is too big to be read safely {limit}. Split it into smaller ones."
    ).format(file=facts.quoted("file"), limit=_bracketed(facts.text("limit")))


def _not_a_sheet(w: Words, facts: Facts) -> str:
    told = _NO_SHEETS.get(facts.text("reason"), _NO_SHEETS["other_kind"])
    return told(w).format(file=facts.quoted("file"))


def _bracketed(text: str) -> str:
    return f"({text})" if text else ""


_NO_SHEETS: dict[str, Callable[[Words], str]] = {
    "empty": lambda w: w._("The file {file} is empty. Choose another file."),
    "password": lambda w: w._(
        "The file {file} is locked with a password. Save it without one and try again."
    ),
    "damaged": lambda w: w._(
        "The file {file} is damaged. Open it in the spreadsheet program, save it again and try again."
    ),
    "other_kind": lambda w: w._(
        "The file {file} is not a spreadsheet that Punos can read. Save it as xlsx, ods or csv."
    ),
}

_TOLD: dict[Why, Told] = {
    Why.WRONG_PASSWORD: lambda w, _f: w._(
        "The password is not right. Check Caps Lock and try again."
    ),
    Why.WAIT_BEFORE_RETRY: _wait,
    Why.WEAK_PASSWORD: _weak_password,
    Why.NO_SUCH_OFFICE: lambda w, f: w._(
        "The office {file} was not found. Check the name and the folder, or make a new office."
    ).format(file=f.quoted("file")),
    Why.OFFICE_EXISTS: lambda w, f: w._(
        "The office {file} is there already. Choose another name. Nothing was overwritten."
    ).format(file=f.quoted("file")),
    Why.OFFICE_IN_USE: lambda w, f: w._(
        "The office {file} is open elsewhere. Close it there and try again."
    ).format(file=f.quoted("file")),
    Why.OFFICE_TOO_NEW: _too_new,
    Why.OFFICE_TOO_OLD: lambda w, f: w._(
        "The office {file} was last used with an older version of Punos and has to be updated first. "
        "Nothing has been changed yet."
    ).format(file=f.quoted("file")),
    Why.NO_SUCH_SESSION: lambda w, _f: w._(
        "There is no such session. Name it by its number, or by the group and the day."
    ),
    Why.PASSWORD_MISSING: lambda w, _f: w._(
        "A password is needed: set PUNOS_PASSWORD or name a file with --password-file."
    ),
    Why.SERVER_KEEPS_BACKUPS: lambda w, f: w._(
        "The office {file} is on a server. Its backups are made there, for example with pg_dump."
    ).format(file=f.quoted("file")),
    Why.BACKUP_DAMAGED: lambda w, f: w._(
        "The backup {file} is damaged or is no backup of Punos. Choose another one."
    ).format(file=f.quoted("file")),
    Why.OFFICE_LOCKED: lambda w, _f: w._("The office is locked. Sign in again."),
    Why.OFFICE_DAMAGED: lambda w, f: w._(
        "The office {file} is damaged and was left as it is. Bring back the newest backup."
    ).format(file=f.quoted("file")),
    Why.NOT_AN_OFFICE: lambda w, f: w._(
        "The file {file} is not an office of Punos. Choose another file."
    ).format(file=f.quoted("file")),
    Why.KEYS_MISSING: lambda w, f: w._(
        "The key file of the office {file} is missing. Bring it back beside the office, or restore a backup."
    ).format(file=f.quoted("file")),
    Why.KEYS_DAMAGED: lambda w, f: w._(
        "The key file of the office {file} is damaged. Bring it back from a backup."
    ).format(file=f.quoted("file")),
    Why.DISK_FULL: lambda w, f: w._(
        "The disk is full and the file {file} could not be saved. Free some space and try again."
    ).format(file=f.quoted("file")),
    Why.CANNOT_WRITE: lambda w, f: w._(
        "The file {file} could not be written. Check that the folder is there, that you may write to it, "
        "and that the file is not open elsewhere."
    ).format(file=f.quoted("file")),
    Why.CANNOT_READ: lambda w, f: w._(
        "The file {file} could not be read. Check that it is there and that you may open it."
    ).format(file=f.quoted("file")),
    Why.NO_SERVER: lambda w, f: w._(
        "The server {server} does not answer. Check the network connection and try again."
    ).format(server=f.quoted("server", "host")),
    Why.CHANGED_BY_OTHER: _changed,
    Why.GONE: lambda w, _f: w._(
        "This is no longer here, somebody has removed it. Go back to the list."
    ),
    Why.SESSION_CLOSED: lambda w, _f: w._(
        "The session has been ended. Open it for correction first."
    ),
    Why.SESSION_CANCELLED: lambda w, _f: w._(
        "The session is cancelled, so it cannot be recorded. Take the cancellation back first."
    ),
    Why.GOAL_OF_OTHER: lambda w, _f: w._(
        "The goal is another participant's. Choose one of this participant's own goals."
    ),
    Why.NAME_MISSING: lambda w, _f: w._("The name is missing. Write a name and try again."),
    Why.NAME_TOO_LONG: _too_long,
    Why.NAME_TAKEN: lambda w, f: w._(
        "The name {name} is already in use. Choose another name."
    ).format(name=f.quoted("name")),
    Why.DATES_REVERSED: lambda w, _f: w._("The end is before the start. Check the dates."),
    Why.NO_SUCH_DATE: lambda w, f: w._(
        "The date {text} does not exist. Write it like 4.5.2027 or 2027-05-04."
    ).format(text=f.quoted("text", "date")),
    Why.NO_WEEKDAY: lambda w, _f: w._("No weekday is chosen. Choose at least one."),
    Why.NO_SESSIONS_COME: lambda w, _f: w._(
        "No session falls between these dates. Choose a later end or another weekday."
    ),
    Why.NUMBER_OUT_OF_RANGE: _out_of_range,
    Why.ALREADY_ENROLLED: lambda w, _f: w._(
        "The participant is already in the group at that time. Check the dates."
    ),
    Why.NOTHING_TO_SHOW: lambda w, _f: w._(
        "There is nothing to show with these choices. Choose another period or another group."
    ),
    Why.FILE_EXISTS: lambda w, f: w._(
        "The file {file} is there already. Choose another name. Nothing was overwritten."
    ).format(file=f.quoted("file")),
    Why.FILE_TOO_BIG: _too_big,
    Why.FILE_NOT_A_SHEET: _not_a_sheet,
    Why.FILE_HAS_NO_REGISTER: lambda w, f: w._(
        "No attendance register was found in the file {file}. It needs names in one column and dates in one row."
    ).format(file=f.quoted("file")),
    Why.UNKNOWN_MARKS: _unknown_marks,
    Why.UNKNOWN_GROUP: lambda w, f: w._(
        "The group {group} was not found. Check the name, or make the group first."
    ).format(group=f.quoted("group", "name")),
    Why.UNKNOWN_USER: lambda w, f: w._(
        "The user {user} was not found in this office. Check the name."
    ).format(user=f.quoted("user", "name")),
    Why.CANCELLED_BY_PERSON: lambda w, _f: w._(
        "Stopped as you asked. Nothing was changed and nothing was left behind."
    ),
}
