# SPDX-License-Identifier: GPL-3.0-or-later
"""Qt's own words (file dialogs, the menu of a text field) in the program's language."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator


def speak(app: QCoreApplication, language: str, before: QTranslator | None) -> QTranslator | None:
    """Let Qt speak `language` in place of the translator from `before`; the new translator, None
    where Qt has no words for it."""
    if before is not None:
        app.removeTranslator(before)
        before.deleteLater()
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not translator.load(f"qtbase_{language}", folder):
        return None
    app.installTranslator(translator)
    return translator
