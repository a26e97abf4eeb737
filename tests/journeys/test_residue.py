# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole tour leaves nothing readable behind but the files that it was asked for.

Every byte of every file is searched, in the encodings that programs leave names in, and files that
are gone by the end are searched as they were on the way (Qt once wrote a client's name, percent-
encoded, into its own settings: the last folder of a file dialog).
"""

import base64
import codecs
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import pytest
from sqlalchemy import select

from db.models import Entry, Goal, Participant
from db.opening import open_office
from db.work import nobody, query

PASSWORD = "ruoste-Ämpäri-41"  # not tests.conftest's: this very word is looked for
ASKED_FOR = {".png", ".pdf", ".xlsx", ".csv"}
PARTS = {".part", ".part-wal", ".part-shm", ".part-journal"}
PYTHON_TRIES = {b"", b"blat"}  # what `tempfile` writes to see whether a folder can be written to
SHORTEST = 6  # bytes: shorter ones stand in megabytes of cipher text by chance

# Python's own opening of files, told to the test by the program itself; what C code opens (Qt,
# SQLite) lies in the folders below.
WATCHED = """
import sys
log = open(sys.argv.pop(1), "w")
def note(event, args):
    if event == "open" and args[1] and set(args[1]) & set("wax+"):
        print(args[0], file=log, flush=True)
sys.addaudithook(note)
from desktop.__main__ import main
sys.exit(main())
"""


def forms(text: str) -> Iterator[bytes]:
    """`text` as it could stand in a file."""
    plain = text.encode()
    yield from (plain, text.encode("utf-16-le"), text.encode("utf-32-le"))
    yield text.encode("cp1252", "backslashreplace")
    yield quote(text).encode()
    yield json.dumps(text)[1:-1].encode()
    yield plain.hex().encode()
    yield plain.hex().upper().encode()
    for before in range(3):
        # Letters that also carry bits of what stands before or after are left out.
        whole = (len(plain) + before) // 3 * 4
        yield base64.b64encode(b"\0" * before + plain)[(0, 2, 3)[before] : whole]


class Needles:
    """What must not be found, in all its forms."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = sorted({text for text in texts if text})
        self.forms = {
            form: text for text in self.texts for form in forms(text) if len(form) >= SHORTEST
        }

    def found_in(self, held: bytes) -> set[str]:
        return {text for form, text in self.forms.items() if form in held}


@query(whose=nobody)
def secrets(conn) -> set[str]:
    """Names as screens, lists and files write them, goals and entries."""
    names = conn.execute(select(Participant.first_name, Participant.last_name)).all()
    prose = [*conn.execute(select(Goal.title)), *conn.execute(select(Entry.text))]
    told = {text for first, last in names for text in (f"{first} {last}", f"{last} {first}")}
    told |= {f"{first} {last[0]}." for first, last in names if last}
    return told | {last for _, last in names if len(last) >= 4} | {row[0] for row in prose}


@dataclass
class Left:
    """What a run leaves: every state of every file that was seen, by its path in the folder."""

    folder: Path
    asked_for: Path
    told: str = ""
    opened: set[Path] = field(default_factory=set)
    states: dict[Path, dict[bytes, bytes]] = field(default_factory=dict)

    def look(self) -> None:
        """Keep the present state of every file, but for what was asked for."""
        for path in [*self.folder.rglob("*")]:
            if not self.is_asked_for(path) and (held := read(path)) is not None:
                states = self.states.setdefault(path.relative_to(self.folder), {})
                states[hashlib.sha256(held).digest()] = held

    def is_asked_for(self, path: Path) -> bool:
        return path.parent == self.asked_for and path.suffix in ASKED_FOR

    def search(self, needles: Needles) -> dict[str, set[str]]:
        """By file, what was found in it; names of files, and what was said, are searched too."""
        names = "\n".join(str(path.relative_to(self.folder)) for path in self.folder.rglob("*"))
        found = {
            "(names)": needles.found_in(names.encode()),
            "(told)": needles.found_in(self.told.encode()),
        }
        for path, states in self.states.items():
            found[str(path)] = needles.found_in(b"".join(states.values()))
        return {path: texts for path, texts in found.items() if texts}


def read(path: Path) -> bytes | None:
    """A file's bytes; None for a folder, or for what has gone between looking and reading."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, IsADirectoryError):
        return None


def environment(folder: Path) -> dict[str, str]:
    """Everything that tells a program where to write, inside `folder`."""
    places = {
        "HOME": "home",
        "TMPDIR": "tmp",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_CACHE_HOME": "cache",
        "XDG_STATE_HOME": "state",
        "XDG_RUNTIME_DIR": "run",
        "PUNOS_SETTINGS_DIR": "settings",
    }
    for place in places.values():
        (folder / place).mkdir(mode=0o700)
    told = {name: str(folder / place) for name, place in places.items()}
    python = {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(Path(__file__).parents[2])}
    return os.environ | told | python | {"PUNOS_PASSWORD": PASSWORD, "QT_QPA_PLATFORM": "offscreen"}


def punos(*arguments: str, left: Left, env: dict[str, str]) -> None:
    """One command of the real program, watched until it ends."""
    log = left.folder.parent / "opened.txt"
    told_to = left.folder.parent / "told.txt"
    with told_to.open("w+b") as told:
        child = subprocess.Popen(
            [sys.executable, "-c", WATCHED, str(log), *arguments],
            env=env, cwd=left.folder, stdout=told, stderr=told,
        )  # fmt: skip
        while child.poll() is None:
            left.look()
            with_patience(child)
    left.look()
    left.told += told_to.read_text()
    left.opened |= {left.folder / line for line in log.read_text().splitlines()}
    assert child.returncode == 0, left.told


def with_patience(child: subprocess.Popen[bytes]) -> None:
    """Wait for the end, but not for long: the next look is due."""
    try:
        child.wait(0.1)
    except subprocess.TimeoutExpired:
        return


@pytest.fixture(scope="module")
def toured(tmp_path_factory: pytest.TempPathFactory) -> Left:
    folder = tmp_path_factory.mktemp("residue") / "all"
    (folder / "offices").mkdir(parents=True)
    office, out = folder / "offices" / "toimisto.punos", folder / "out"
    left = Left(folder, out)
    env = environment(folder)
    punos("demo", str(office), "--size", "s", left=left, env=env)
    punos("tour", str(office), "--out", str(out), left=left, env=env)
    return left


@pytest.fixture(scope="module")
def needles(toured: Left) -> Needles:
    office = open_office(str(toured.folder / "offices" / "toimisto.punos"), PASSWORD)
    told = office.read(secrets())
    office.close()
    return Needles({*told, PASSWORD})


def test_no_file_holds_a_name_a_goal_an_entry_or_the_password(
    toured: Left, needles: Needles
) -> None:
    assert len(needles.texts) >= 200
    assert "Hietala" in needles.texts
    assert any(text.startswith("Oona soitti Kelaan itse.") for text in needles.texts)
    assert toured.search(needles) == {}


def test_the_tour_leaves_what_was_asked_for(toured: Left) -> None:
    made = [path for path in toured.folder.rglob("*") if toured.is_asked_for(path)]
    assert {".png", ".pdf"} <= {path.suffix for path in made}
    assert all(str(path) in toured.told for path in made)


def test_nothing_is_written_anywhere_else(toured: Left) -> None:
    office = {f"offices/toimisto.punos{end}" for end in ("", "-wal", "-shm", ".keys", ".keys2")}
    stray = [
        path
        for path, states in toured.states.items()
        if str(path) not in office
        and not is_expected(path)
        and not set(states.values()) <= PYTHON_TRIES
    ]
    assert stray == []
    elsewhere = {path for path in toured.opened if not path.is_relative_to(toured.folder)}
    assert elsewhere <= {Path(os.devnull)}


def test_at_the_end_only_the_office_its_keys_and_settings_stay(toured: Left) -> None:
    kept = {
        str(path.relative_to(toured.folder))
        for path in toured.folder.rglob("*")
        if path.is_file() and not toured.is_asked_for(path)
    }
    settings = {f"settings/{name}" for name in ("settings.json", "this-computer.json")}
    office = {f"offices/toimisto.punos{end}" for end in ("", ".keys", ".keys2")}
    assert office <= kept <= office | settings


def is_expected(path: Path) -> bool:
    """Settings, the file that waits for hard crashes, and files on their way to their own name."""
    own = path.parent.name.startswith("punos-tour-") or path.parent.name in {"settings", "crashes"}
    on_the_way = path.name.startswith(".") and path.suffix in {
        ".part",
        ".part-wal",
        ".part-journal",
    }
    names = {"settings.json", "this-computer.json"}
    return on_the_way or (own and (path.name in names or path.match("hard-*.txt")))


ENCODED = {
    "utf-8": lambda text: text.encode(),
    "utf-16": lambda text: codecs.encode(text, "utf-16"),
    "utf-32": lambda text: codecs.encode(text, "utf-32"),
    "windows-1252": lambda text: codecs.encode(text, "cp1252"),
    "percent": lambda text: f"file:///home/{quote(text)}/".encode(),
    "json": lambda text: json.dumps([text]).encode(),
    "hex": lambda text: text.encode().hex().encode(),
    "HEX": lambda text: text.encode().hex().upper().encode(),
    "base64 0": lambda text: base64.b64encode(f"{text} tuli".encode()),
    "base64 1": lambda text: base64.b64encode(f"a{text} tuli".encode()),
    "base64 2": lambda text: base64.b64encode(f"ab{text}.".encode()),
    "within": lambda text: os.urandom(5000) + text.encode() + os.urandom(5000),
}


@pytest.mark.parametrize("name", ["Hietala", "Åsa Mäkinen", PASSWORD])
@pytest.mark.parametrize("encoding", ENCODED)
def test_the_search_finds_what_is_planted(tmp_path: Path, encoding: str, name: str) -> None:
    left = Left(tmp_path, tmp_path / "out")
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "trace").write_bytes(ENCODED[encoding](name))
    left.look()
    assert left.search(Needles([name, "Joku Muu"])) == {"cache/trace": {name}}


def test_the_search_finds_what_was_there_only_for_a_while(tmp_path: Path) -> None:
    left = Left(tmp_path, tmp_path / "out")
    trace = tmp_path / "trace"
    trace.write_text("Hietala")
    left.look()
    trace.write_text("")
    left.look()
    trace.unlink()
    assert left.search(Needles(["Hietala"])) == {"trace": {"Hietala"}}


def test_the_search_reads_names_of_files_and_what_is_said(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "Oona_Hietala.pdf").touch()
    left = Left(tmp_path, out, told="Oona Hietala")
    left.look()
    told = {"(names)": {"Hietala"}, "(told)": {"Hietala"}}
    assert left.search(Needles(["Hietala"])) == told
