# SPDX-License-Identifier: GPL-3.0-or-later
"""Goal attainment scaling."""

from collections.abc import Sequence
from math import sqrt


def t_score(
    levels: Sequence[int], weights: Sequence[float] | None = None, rho: float = 0.3
) -> float | None:
    """The GAS T score of goals rated -2..+2, unrounded; mean 50, SD 10 by construction.

    T = 50 + 10 * sum(w x) / sqrt((1 - rho) * sum(w^2) + rho * (sum w)^2), rho the assumed correlation
    between goals (Kiresuk & Sherman 1968; Turner-Stokes 2009). `weights`, one a goal (importance times
    difficulty), default to 1. None where it is undefined: no goals, or weights that are all zero.
    """
    chosen = [1.0] * len(levels) if weights is None else list(weights)
    if len(chosen) != len(levels):
        raise ValueError("as many weights as levels are needed")
    total = sum(chosen)
    spread = (1 - rho) * sum(w * w for w in chosen) + rho * total * total
    if spread <= 0:
        return None
    return 50 + 10 * sum(w * x for w, x in zip(chosen, levels, strict=True)) / sqrt(spread)
