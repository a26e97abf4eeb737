# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists of words as they are easiest to read and add to in a source file."""


def words(text: str) -> frozenset[str]:
    """The words of a text, which spaces part."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """The phrases of a text, which commas part."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split(","))
