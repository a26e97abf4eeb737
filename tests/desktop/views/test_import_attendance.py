# SPDX-License-Identifier: GPL-3.0-or-later
"""The page that brings spreadsheets in: what is shown, asked, corrected, and refused in its place."""

from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from db.queries.groups import group, groups
from desktop.desk import Place
from desktop.views.import_attendance import ImportPage
from tests.conftest import NOW

MESSY = """Läsnäolot Kokeilu;;;;
Nimi;4.1.;11.1.;18.1.;yht
Aatu Laine;x;PI;kk;2
Oona H.;M10;kk;;1
;x;;;
kk = kipeä
Yhteensä;2;1;;
"""


@pytest.fixture
def show(qtbot, open_desk):
    def shown(**options) -> ImportPage:
        page = ImportPage(open_desk(**options), Place("import_attendance"))
        qtbot.addWidget(page)
        page.resize(1270, 700)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.desk.desks.idle()
        return page

    return shown


@pytest.fixture
def page(show) -> ImportPage:
    return show()


def opened(page: ImportPage, folder: Path, text: str, name: str = "lista.csv") -> None:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    page.open(path)
    page.desk.desks.idle()


def texts(page: ImportPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def who(page: ImportPage) -> list[str]:
    return [row.who for row in page.pane.tables.people.rows.rows]


def asked(page: ImportPage, ask):
    answers: list[object] = []
    page.desk.worker.read(page, ask, answers.append)
    page.desk.desks.idle()
    return answers[0]


def choose(qtbot, page: ImportPage, place: int, text: str) -> None:
    """Open the choices for somebody with the keyboard and take one."""
    people = page.pane.tables.people
    people.choose(place)
    qtbot.keyClick(people, Qt.Key.Key_Return)
    menu = page.pane.tables.menu
    [action] = [action for action in menu.actions() if text in action.text()]
    action.trigger()
    menu.close()
    page.desk.desks.idle()


def test_it_begins_with_a_place_for_a_file(page) -> None:
    assert "Pudota läsnäolotaulukko tähän" in texts(page)
    assert page.start.pick.hasFocus()
    assert not page.bar.isVisible()
    assert page.way_back() == Place("groups")


def test_a_file_is_chosen_and_none_is_no_harm(show, tmp_path) -> None:
    path = tmp_path / "lista.csv"
    path.write_text(MESSY, encoding="utf-8")
    page = show(answers=[None, path])
    page.start.pick.click()
    assert page.start.isVisible()
    page.start.pick.click()
    page.desk.desks.idle()
    assert page.file.text() == "lista.csv"
    assert page.pane.isVisible()


def test_what_was_understood_and_what_was_not_is_told_with_its_cells(page, tmp_path) -> None:
    opened(page, tmp_path, MESSY)
    told = texts(page)
    assert "4.–18.1.2027 · 3 tapaamista" in told
    assert "Uusi ryhmä" in told
    assert [t for t in told if t.startswith("”")] == ["”PI” solussa C3", "”kk” soluissa D3 ja C4"]
    assert "Taulukossa: kipeä" in told
    assert {"Merkintöjä ilman nimeä", "B5"} <= set(told)
    assert "Tiedosto ei kerro vuotta, oletuksena 2027" in told
    assert page.bar.totals.text() == "Lisätään: 3 tapaamista, 1 osallistuja ja 2 merkintää"
    assert page.bar.rest.text() == "4 solua ei tuoda"


def test_a_hostile_file_is_refused_in_its_place(page, tmp_path) -> None:
    path = tmp_path / "kuva.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00")
    page.open(path)
    page.desk.desks.idle()
    assert page.start.problem.text().startswith("Tiedosto ”kuva.xlsx” ei ole taulukko")
    assert page.start.isVisible()
    assert page.desk.desks.troubles == []
    opened(page, tmp_path, MESSY)
    assert page.pane.isVisible()


def test_reading_is_stopped_and_its_answer_dropped(page, tmp_path) -> None:
    path = tmp_path / "lista.csv"
    path.write_text(MESSY, encoding="utf-8")
    page.open(path)
    assert page.reading.isVisible()
    page.reading.stop.click()
    page.desk.desks.idle()
    assert page.start.isVisible()
    assert page.start.problem.text() == ""


def test_answers_show_at_once_and_the_legend_is_only_a_proposal(page, tmp_path) -> None:
    opened(page, tmp_path, MESSY)
    question = page.pane.questions.questions["kk"]
    assert question.combo.currentData() == ""
    question.use.click()
    page.desk.desks.idle()
    assert question.combo.currentText() == "Poissa, ilmoitettu"
    assert page.pane.questions.questions["kk"] is question
    assert page.bar.totals.text().endswith("4 merkintää")
    assert page.bar.rest.text() == "2 solua ei tuoda"


def test_nothing_is_brought_in_before_everything_is_answered(qtbot, page, tmp_path) -> None:
    opened(page, tmp_path, MESSY.replace("Oona H.", "Aatu Laine"))
    page.bring_in()
    questions = page.pane.questions.questions
    assert [one.field.error() != "" for one in questions.values()] == [True, True]
    assert questions["PI"].combo.hasFocus()
    for question in questions.values():
        question.combo.set_value("skip")
        question.combo.activated.emit(5)
    page.desk.desks.idle()
    assert who(page) == ["Valitse, kuka on"] * 2
    page.bring_in()
    page.desk.desks.idle()
    assert page.pane.problem.text() == "Nimi on usealla. Valitse, kuka on kyseessä."
    assert page.pane.tables.people.hasFocus()
    choose(qtbot, page, 0, "Tuttu: Arjen avaimet")
    assert page.pane.problem.text() == ""
    assert who(page)[0].startswith("Tuttu: Arjen avaimet")
    choose(qtbot, page, 1, "Uusi osallistuja")
    page.bring_in()
    page.desk.desks.idle()
    assert page.desk.desks.went[-1].page == "group"
    made = asked(page, group(group_id=page.desk.desks.went[-1].key, around=NOW.date()))
    assert len(made.members) == 2


def test_somebody_can_be_left_out(qtbot, page, tmp_path) -> None:
    opened(page, tmp_path, MESSY)
    choose(qtbot, page, 0, "Ei tuoda")
    assert who(page)[0] == "Ei tuoda"
    assert page.bar.totals.text() == "Lisätään: 3 tapaamista, 1 osallistuja ja 1 merkintä"


def test_the_group_is_chosen_or_named(page, tmp_path) -> None:
    opened(page, tmp_path, MESSY)
    head = page.pane.head
    head.group.setCurrentText("Arjen avaimet")
    head.commit()
    page.desk.desks.idle()
    assert "Ryhmä, jo toimistossa" in texts(page)
    assert who(page)[:1] == ["Jo ryhmässä"]
    assert who(page)[1] == "Uusi vai tuttu?"
    head.group.setCurrentText(" ")
    page.bring_in()
    page.desk.desks.idle()
    assert head.group_field.error() == "Anna ryhmälle nimi."


def test_the_year_that_the_file_does_not_tell(page, tmp_path) -> None:
    opened(page, tmp_path, MESSY)
    page.pane.head.year.setValue(2026)
    page.desk.desks.idle()
    assert "4.–18.1.2026 · 3 tapaamista" in texts(page)
    assert page.pane.head.year.value() == 2026


def test_marks_that_the_office_has_otherwise_are_kept_and_told(page, tmp_path) -> None:
    opened(
        page, tmp_path, "Ryhmä: Oma\nNimi;4.1.2027;11.1.2027\nHilla Torsti;x;x\nKuura Oskar;x;x\n"
    )
    page.bring_in()
    page.desk.desks.idle()
    opened(
        page, tmp_path, "Ryhmä: Oma\nNimi;4.1.2027;11.1.2027\nHilla Torsti;-;x\nKuura Oskar;x;x\n"
    )
    assert page.bar.rest.text() == (
        "3 merkintää on jo toimistossa · 1 merkintä on toimistossa toisin ja pysyy sellaisena"
    )
    model = page.pane.tables.marks.model()
    spoken = [model.index(0, at).data(Qt.ItemDataRole.AccessibleTextRole) for at in (0, 1)]
    assert spoken == [
        "Hilla Torsti, 4.1.2027: Poissa; toimistossa on toinen merkintä, joka pidetään",
        "Hilla Torsti, 11.1.2027: Paikalla, jo toimistossa",
    ]


@pytest.fixture
def book(tmp_path) -> Path:
    """Two groups on two sheets, each with a mark that nobody knows."""
    path = tmp_path / "kaikki.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name in ("Kävely", "Kudonta"):
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(
                [
                    ["Nimi", "4.1.2027", "11.1.2027"],
                    ["Hilla Torsti", "x", "öö"],
                    ["Kuura Oskar", "x", "x"],
                ]
            ):
                sheet.write_row(row, 0, cells)
    return path


def test_of_several_registers_some_are_left_out(page, book) -> None:
    page.open(book)
    page.desk.desks.idle()
    assert page.bar.totals.text() == "Lisätään: 4 tapaamista, 2 osallistujaa ja 6 merkintää"
    page.pane.head.registers.setCurrentIndex(1)
    page.pane.head.registers.activated.emit(1)
    assert page.pane.head.group.currentText() == "Kudonta"
    page.pane.head.take.click()
    page.desk.desks.idle()
    assert page.bar.totals.text() == "Lisätään: 2 tapaamista, 2 osallistujaa ja 3 merkintää"
    assert "”öö” solussa Kävely!C2" in texts(page)
    question = page.pane.questions.questions["öö"]
    question.combo.set_value("present")
    question.combo.activated.emit(1)
    page.bring_in()
    page.desk.desks.idle()
    names = [row.name for row in asked(page, groups(on=NOW.date(), now=NOW))]
    assert "Kävely" in names
    assert "Kudonta" not in names


def test_an_import_waits_for_the_answer_that_is_on_its_way(page, tmp_path) -> None:
    opened(page, tmp_path, MESSY.replace("PI", "x"))
    page.pane.questions.questions["kk"].use.click()
    page.bring_in()
    page.desk.desks.idle()
    made = asked(page, group(group_id=page.desk.desks.went[-1].key, around=NOW.date()))
    assert made.name == "Kokeilu"
    assert page.desk.history.stack.undoText().endswith("5 merkintää")


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("dark", [False, True])
def test_it_fits_in_every_language_at_the_largest_text(show, tmp_path, language, dark) -> None:
    page = show(language=language, dark=dark, scale=1.5)
    opened(page, tmp_path, MESSY)
    assert page.minimumSizeHint().width() <= 1366 - page.desk.theme.px(96)
    assert page.pane.isVisible()
