# SPDX-License-Identifier: GPL-3.0-or-later
"""Qt speaks the language of the program."""

import pytest
from PySide6.QtCore import QCoreApplication

from desktop.qt_words import speak


@pytest.mark.parametrize(
    ("language", "copy"), [("fi", "K&opioi"), ("sv", "&Kopiera"), ("en", "&Copy")]
)
def test_the_menu_of_a_text_field_is_translated(
    qapp: QCoreApplication, language: str, copy: str
) -> None:
    translator = speak(qapp, language, None)
    assert translator is not None
    assert QCoreApplication.translate("QWidgetTextControl", "&Copy") == copy
    qapp.removeTranslator(translator)


def test_another_language_takes_the_place_of_the_first(qapp: QCoreApplication) -> None:
    swedish = speak(qapp, "sv", speak(qapp, "fi", None))
    assert swedish is not None
    assert QCoreApplication.translate("QWidgetTextControl", "&Copy") == "&Kopiera"
    qapp.removeTranslator(swedish)
