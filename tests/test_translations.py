# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text is found, translated and set well, in every language; and each check can fail.

`lupdate` and Babel both accept an f-string without a word and lose it, so the code
itself is read.
"""

import shutil
from pathlib import Path

import pytest
from babel.messages import Catalog, pofile

from i18n.catalogues import LANGUAGES, ROOT, compile_all, empty, gathered, merged, read, update
from i18n.checks import catalogue_faults, code_faults, complaints, places, typography


def test_the_program_speaks_three_languages_without_a_fault() -> None:
    assert complaints() == []


@pytest.mark.parametrize(
    "source",
    [
        'w._(f"{n} sessions")',
        'words._("one" + "two")',
        "self._words._(text)",
        'w._("%s" % name)',
        'w.n("one", many, 2)',
        'self.words.p(context, "text")',
        'words.n("one", "many")',
        'words._("text", "more")',
        "say = words._",
        'words._("{a} of {b}").format(a=1)',
        'words._("{a}").format(a=1, b=2)',
        'words.n("{a}", "{a}s", 2).format(b=2)',
    ],
)
def test_a_text_that_no_tool_can_read_is_found(source: str) -> None:
    assert list(code_faults(source))


@pytest.mark.parametrize(
    "source",
    [
        'words._("one " "two")',
        'w.n("{n} a", "{n} b", count).format(n=count)',
        'self.words.p("session", "Held")',
        'words._("{a}").format(**facts)',
        "frame.n(x, y)",
        'told = words._("{a}")',
    ],
)
def test_a_text_as_it_should_be_passes(source: str) -> None:
    assert not list(code_faults(source))


def catalogue(*entries: tuple[str | tuple[str, str], str | tuple[str, str] | None]) -> Catalog:
    made = Catalog(locale="fi", fuzzy=False)
    for ids, told in entries:
        made.add(ids, told)
    return made


@pytest.mark.parametrize(
    ("text", "translation", "fault"),
    [
        ("Held", None, "not translated"),
        ("Held", "", "not translated"),
        (("{n} a", "{n} b"), ("{n} c", ""), "not translated"),
        ("{a} of {b}", "{a} / {c}", "places differ"),
        (("{n} a", "{n} b"), ("yksi", "{n} c"), "places differ"),
        ("Held", "Pidetty ", "white space"),
        ("Held here", "Pidetty  tässä", "two spaces"),
        ("Say", 'Sano "hei"', "quotation marks"),
        ("Say", "Sano “hei”", "quotation marks"),
        ("{n}%", "{n} %", "non-breaking"),
        ("Wait…", "Odota...", "ellipsis"),
        ("a–b", "a - b", "dash"),
        ("All is saved.", "Kaikki on tallessa", "another mark"),
        ("Ready?", "Valmis", "another mark"),
        ("Find the group here", "Find the group here", "still in English"),
    ],
)
def test_a_translation_that_does_not_fit_is_found(
    text: str | tuple[str, str], translation: str | tuple[str, str] | None, fault: str
) -> None:
    faults = list(catalogue_faults(catalogue((text, None)), catalogue((text, translation))))
    assert any(fault in line for line in faults), faults


def test_a_guess_and_a_leftover_are_found() -> None:
    old = catalogue(("Gone", "Mennyt"))
    old.add("Held", "Pidetty", flags=["fuzzy"])
    faults = list(catalogue_faults(catalogue(("Held", None)), old))
    assert [fault.partition(":")[0] for fault in faults] == [
        "only guessed (fuzzy)",
        "no longer used",
    ]


def test_good_typography_passes() -> None:
    found = catalogue(("No.", None), ("Nothing was found.", None))
    told = catalogue(("No.", "Nro"), ("Nothing was found.", "Tyhjää."))
    assert not list(catalogue_faults(found, told))
    assert not list(typography("”{name}” – {share}\u00a0%, rei’ittää…", "fi"))
    assert places("{count} of {all:>3}") == {"count", "all"}


def test_an_update_keeps_every_translation() -> None:
    found = catalogue(("New", None), ("Held", None))
    old = catalogue(("Held", "Pidetty"), ("Gone", "Mennyt"))
    kept = merged(found, old)
    assert {m.id: m.string for m in kept if m.id} == {
        "New": None,
        "Held": "Pidetty",
        "Gone": "Mennyt",
    }
    tidy = merged(found, old, forget=True)
    assert {m.id: m.string for m in tidy if m.id} == {"New": None, "Held": "Pidetty"}


def test_a_text_that_became_a_plural_is_to_be_translated_again() -> None:
    kept = merged(catalogue((("{n} a", "{n} b"), None)), catalogue(("{n} a", "{n} x")))
    assert not any(kept.get("{n} a").string)  # type: ignore[union-attr, arg-type]


def test_english_is_its_own_translation() -> None:
    found = catalogue(("New", None), (("{n} a", "{n} b"), None))
    kept = merged(found, empty("en"))
    assert {m.string for m in kept if m.id} == {"New", ("{n} a", "{n} b")}


def test_the_whole_round_on_a_copy(tmp_path: Path) -> None:
    """Extract, update and compile twice: the second round changes nothing."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "i18n", tmp_path / "i18n")
    (tmp_path / "desktop").mkdir()
    (tmp_path / "desktop" / "a.py").write_text(
        '# i18n: shouted across a yard\nw._("Coffee!")\nw.p("mark", "Present")\n', "utf-8"
    )
    update(tmp_path, forget=True)
    files = [*(tmp_path / "i18n").rglob("*.po"), tmp_path / "i18n" / "punos.pot"]
    first = [path.read_bytes() for path in files]
    assert b"#. shouted across a yard" in first[-1]
    assert {(m.id, m.context) for m in read("fi", tmp_path) if m.id} == {
        ("Coffee!", None),
        ("Present", "mark"),
    }
    update(tmp_path)
    assert [path.read_bytes() for path in files] == first


def test_compiled_catalogues_are_made_for_every_language(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "i18n", tmp_path / "i18n", ignore=shutil.ignore_patterns("*.mo"))
    compile_all(tmp_path)
    assert sorted(p.parts[-3] for p in tmp_path.rglob("punos.mo")) == sorted(LANGUAGES)


def test_the_template_tells_what_the_code_says() -> None:
    with (ROOT / "i18n" / "punos.pot").open("rb") as file:
        template = pofile.read_po(file)
    assert {(m.id, m.context) for m in template if m.id} == {
        (m.id, m.context) for m in gathered() if m.id
    }
