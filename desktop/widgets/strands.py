# SPDX-License-Identifier: GPL-3.0-or-later
"""The names of the strand colours, for choosing one."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.words import Words


def strand_names(words: "Words") -> dict[str, str]:
    """Each strand of the tokens with its name in the person's language, in the tokens' order."""
    return {
        "kuusi": words._("Spruce"),
        "puolukka": words._("Lingonberry"),
        "meri": words._("Sea"),
        "kanerva": words._("Heather"),
        "okra": words._("Ochre"),
        "sammal": words._("Moss"),
        "savi": words._("Clay"),
        "yo": words._("Night"),
    }
