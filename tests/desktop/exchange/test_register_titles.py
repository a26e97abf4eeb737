# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of groups in titles, and of people in lists."""

import pytest

from desktop.exchange.register_names import looks_like_name, split_name, split_names
from desktop.exchange.register_shapes import NameOrder
from desktop.exchange.register_titles import labelled_name, name_in, sheet_group, stem_group


@pytest.mark.parametrize(
    ("title", "group"),
    [
        ("Arjen avaimet – läsnäolot kevät 2027", "Arjen avaimet"),
        ("Aamukahvila 2027", "Aamukahvila"),
        ("Läsnäololista: Aamukahvila, kevät 2027", "Aamukahvila"),
        ("Närvarolista för Kvinnogruppen våren 2027", "Kvinnogruppen"),
        ("Attendance – Open Kitchen 2027", "Open Kitchen"),
        ("Kevään retkiryhmä 2027", "Kevään retkiryhmä"),
        ("Kevät 2027 Aamukahvila", "Aamukahvila"),
        ("Kahvila 4.1.–31.5.2027", "Kahvila"),
        ("Kävelyryhmä tiistaisin klo 10", "Kävelyryhmä"),
        ("Keskiviikkoryhmä 2", "Keskiviikkoryhmä 2"),
        ("Ryhmä 3", "Ryhmä 3"),
        ("Läsnäolot syksy 2026", ""),
        ("Taul1", ""),
    ],
)
def test_titles_name_groups(title: str, group: str) -> None:
    assert name_in(title) == group


def test_labels_sheets_and_files_name_groups() -> None:
    assert labelled_name("Ryhmän nimi: Arjen avaimet, kevät 2027") == "Arjen avaimet"
    assert [sheet_group(name) for name in ("Tiistai", "Tammikuu", "Sheet1", "Kahvila 2027")] == [
        "Tiistai",
        "",
        "",
        "Kahvila",
    ]
    assert stem_group("arjen-avaimet-kevat-2027") == "Arjen avaimet"


def test_a_list_shows_the_order_of_its_names() -> None:
    order, names = split_names(["Laine Aatu", "Mäki Inka", "Čállu Máret", "Koski Anna-Liisa"])
    assert order is NameOrder.LAST_FIRST
    assert names == [
        ("Aatu", "Laine"),
        ("Inka", "Mäki"),
        ("Máret", "Čállu"),
        ("Anna-Liisa", "Koski"),
    ]
    assert split_names(["Aatu Laine", "Inka Mäki"]) == (
        NameOrder.FIRST_LAST,
        [("Aatu", "Laine"), ("Inka", "Mäki")],
    )
    assert split_names(["Aatu Laine"], flipped=True)[1] == [("Laine", "Aatu")]


@pytest.mark.parametrize("order", NameOrder)
@pytest.mark.parametrize(
    ("name", "split"),
    [
        ("Laine, Aatu", ("Aatu", "Laine")),
        ("Ritva A.", ("Ritva", "A.")),
        ("A. Laine", ("A.", "Laine")),
        ("Aino", ("Aino", "")),
        ("Asiakas 12", ("Asiakas 12", "")),
    ],
)
def test_some_names_need_no_order(name: str, split: tuple[str, str], order: NameOrder) -> None:
    assert split_name(name, order) == split


def test_names_of_many_words() -> None:
    assert split_name("Carl Gustaf von Essen", NameOrder.FIRST_LAST) == ("Carl Gustaf", "von Essen")
    assert split_name("von Essen Carl Gustaf", NameOrder.LAST_FIRST) == ("Carl Gustaf", "von Essen")
    assert split_name("Laine Aatu (aloitti 3.2.)", NameOrder.LAST_FIRST) == ("Aatu", "Laine")


def test_names_and_other_texts() -> None:
    names = [
        "Laine Aatu",
        "1. Laine Aatu",
        "Ritva A.",
        "A-17",
        "Asiakas 12",
        "O'Brien Pat",
        "Márjá",
    ]
    texts = ["Ohjaajat: EK, MS", "x = paikalla", "Seuraava kerta 5.6.", "???", ""]
    assert [text for text in (*names, *texts) if looks_like_name(text)] == names
