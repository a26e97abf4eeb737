# SPDX-License-Identifier: GPL-3.0-or-later
"""Round numbers along the axis of a bar chart, on screen and on printed pages."""

import math


def nice_ticks(largest: float, most: int = 5) -> list[int]:
    """Evenly spaced whole numbers from 0 to the first one at or above `largest`, at most `most` steps.

    Steps are 1, 2 or 5 times a power of ten (Heckbert, "Nice numbers for graph labels", Graphics Gems,
    1990), never below 1: what is counted are people and visits.

    >>> nice_ticks(163)
    [0, 50, 100, 150, 200]
    """
    rough = max(largest / most, 1.0)
    power = 10 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
    return [step * i for i in range(max(1, math.ceil(largest / step)) + 1)]
