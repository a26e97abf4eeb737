# SPDX-License-Identifier: GPL-3.0-or-later
"""How big a made-up office is: the data sets S to XL of the domain study, section 5.4.

Their volumes are those of the year before today; sessions still to come until the end of the term
are added. S is the story's spring alone: with its ten groups it is livelier than the study's S.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Volume:
    """Leaders, years back from today, and whether there is more than the story's own unit and spring."""

    leaders: int
    seasons: int
    is_story_only: bool = False


VOLUMES = {
    "s": Volume(leaders=4, seasons=1, is_story_only=True),
    "m": Volume(leaders=8, seasons=1),
    "l": Volume(leaders=60, seasons=1),
    "xl": Volume(leaders=60, seasons=10),
}

LEADERS_IN_UNIT = 5
