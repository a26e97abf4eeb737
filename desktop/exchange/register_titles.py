# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the group's name in a title such as "Arjen avaimet – läsnäolot kevät 2027"."""

import re

from desktop.exchange.phrases import words
from desktop.exchange.register_dates import read_month

_LABEL = re.compile(
    r"^\s*(?:ryhmän nimi|ryhmä|grupp(?:en)?(?:s namn)?|group(?: name)?)\s*[:=]\s*(?P<name>.+)$",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s[-–—|/]+\s|\s*[–—|:,;(\[\n]\s*|\s*[)\]]\s*")
_ABOUT = words(
    """
    läsnäolo läsnäolot läsnäolojen läsnäololista läsnäololistat läsnäoloseuranta läsnäolotaulukko
    läsnäololomake läsnäolopäiväkirja läsnäolomerkinnät läsnäoloja läsnäolokirjanpito osallistujalista
    osallistujaluettelo osallistujat osallistuminen osallistujaseuranta nimilista kävijät kävijälista
    kävijätilasto kävijäseuranta seuranta ryhmäseuranta lista taulukko ryhmäpäiväkirja päiväkirja
    merkinnät tilasto
    närvaro närvaron närvarolista närvarolistan närvaroförteckning närvarouppföljning närvarande
    deltagarlista deltagare deltagarförteckning deltagande besökare uppföljning dagbok för till i
    attendance register list sheet participants attendees participation tracking log for of the
    record records roster
    """
)
_GROUP = words("ryhmä ryhmän grupp gruppen group")
_SEASONS = words(
    """
    kevät kevat kevään keväällä kevätkausi kevätlukukausi syksy syksyn syksyllä syyskausi
    syyslukukausi kesä kesän kesa talvi talven vuosi vuoden vuonna lukuvuosi lv kausi vko viikot viikko
    vår våren vårterminen höst hösten höstterminen sommar sommaren vinter vintern år året läsåret
    period perioden vt ht kl sl klo kello vecka veckor
    spring autumn fall summer winter term year
    """
)
_GENERIC = re.compile(
    r"(taul(ukko|uk)?|sheet|blad|tabell|ark|table|taulu|lehti|kalkylblad|työkirja|arbetsbok|book|bok|uusi|nimetön|untitled|"
    r"import|export|tuonti|vienti|data|kopio|copy|kopia|final|uusin|versio|v)\s?\(?\d*\)?$",
    re.IGNORECASE,
)
_YEARISH = re.compile(r"[-–’']?20\d\d(?:[-–/](?:20)?\d\d)?|[-–’']\d\d|[ks]\d\d|[-–—/+&]+")
_TIMES = re.compile(
    r"\b(?:klo|kl|kello|at)\.?\s?\d{1,2}(?:[.:]\d\d)?(?:\s?[-–]\s?\d{1,2}(?:[.:]\d\d)?)?(?!\d)|"
    r"\b\d{1,2}[.:]\d\d\s?[-–]\s?\d{1,2}[.:]\d\d\b|\b\d{1,2}/20\d\d\b|"
    r"(?<!\d)\d{1,2}\.(?:\d{1,2}\.?)?(?:\d{2,4})?\s?[-–—]\s?\d{1,2}\.\d{1,2}\.?(?:\d{2,4})?|(?<!\d)\d{1,2}\.\d{1,2}\.(?:\d{2,4})?",
    re.IGNORECASE,
)
_WEEKDAYS = re.compile(
    r"(?:maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai)(?:i?sin|na|t|hin)?|"
    r"(?:mån|tis|ons|tors|fre|lör|sön)(?:dag|dagar|dagen)?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|ma|ti|ke|to|pe|la|su",
    re.IGNORECASE,
)


def labelled_name(text: str) -> str:
    """The name after a label, as in "Ryhmä: Aamukahvila"; "" where there is no such label."""
    found = _LABEL.match(text)
    return _cleaned(found["name"]) or found["name"].strip() if found else ""


def name_in(title: str) -> str:
    """What a title says beside words about attendance, seasons, years, months and weekdays; "" if nothing."""
    return _cleaned(title)


def sheet_group(sheet: str) -> str:
    """The group that a sheet is named after; "" where its program, a month or a season named it."""
    return sheet if _WEEKDAYS.fullmatch(sheet) else _cleaned(sheet)


def stem_group(stem: str) -> str:
    """The group that a file is named after: "arjen-avaimet-kevat-2027" is Arjen avaimet."""
    name = _cleaned(re.sub(r"[_-]+", " ", stem)) or stem
    return name[:1].upper() + name[1:]


def _cleaned(text: str) -> str:
    """What is left of a title, of its first part that has anything left."""
    if _GENERIC.fullmatch(text.strip()):
        return ""
    for part in _SPLIT.split(_TIMES.sub(" ", text)):
        words = _without_ends(part.split())
        if any(letter.isalpha() for word in words for letter in word) and not _GROUP.issuperset(
            map(str.casefold, words)
        ):
            return " ".join(words)
    return ""


def _without_ends(words: list[str]) -> list[str]:
    """A season stands before its year ("Kevään retket" is a name, "Kevät 2027 retket" holds one)."""
    while words and (_is_about(words[-1]) or _is_season(words[-1])):
        words = words[:-1]
    while words:
        named = words[0].casefold() in _GROUP and any(map(str.isalpha, "".join(words[1:])))
        if named or _is_about(words[0]) or _is_year(words[0]):
            words = words[1:]
        elif len(words) > 1 and _is_season(words[0]) and _is_year(words[1]):
            words = words[2:]
        else:
            break
    return words


def _is_about(word: str) -> bool:
    return word.casefold().strip(".:,") in _ABOUT


def _is_year(word: str) -> bool:
    return bool(_YEARISH.fullmatch(word.casefold().strip(".,")))


def _is_season(word: str) -> bool:
    bare = word.casefold().strip(".,:")
    seasonal = re.fullmatch(r"([^\d\W]+)[-–’']?\d\d(?:\d\d)?", bare)
    return (
        bare in _SEASONS
        or bool(seasonal and seasonal[1] in _SEASONS)
        or _is_year(word)
        or bool(_WEEKDAYS.fullmatch(bare))
        or read_month(bare) is not None
    )
