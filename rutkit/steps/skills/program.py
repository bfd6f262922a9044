"""A mixed-integer program, written down variable by variable and row by row, and solved with HiGHS.

Q. Huangfu and J. A. J. Hall, "Parallelizing the dual revised simplex method", Mathematical Programming Computation 10
(2018), 119–142; through `scipy.optimize.milp`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Term = tuple[int, float]
"""A variable's number and what it is multiplied by."""


@dataclass(frozen=True)
class Solution:
    """What came of solving a program."""

    values: NDArray[np.float64] | None
    """One a variable; None if nothing fits, or nothing was found in time."""
    bound: float
    """No solution is worth more than this."""
    is_finished: bool
    """True if the values are best (within the gap asked for), or if it is proven that nothing fits."""


class Program:
    """What is to be chosen, under which rows of limits, for the greatest worth."""

    def __init__(self) -> None:
        self._worths: list[float] = []
        self._lowers: list[float] = []
        self._uppers: list[float] = []
        self._whole: list[bool] = []
        self._terms: list[tuple[int, int, float]] = []
        self._lows: list[float] = []
        self._highs: list[float] = []

    def variable(
        self, *, worth: float = 0.0, lower: float = 0.0, upper: float = inf, whole: bool = False
    ) -> int:
        """A new variable; its number is returned. `whole` ones take whole numbers only."""
        self._worths.append(worth)
        self._lowers.append(lower)
        self._uppers.append(upper)
        self._whole.append(whole)
        return len(self._worths) - 1

    def require(self, terms: Iterable[Term], *, low: float = -inf, high: float = inf) -> None:
        """Keep the sum of `terms` between `low` and `high`."""
        row = len(self._lows)
        self._terms.extend((row, variable, factor) for variable, factor in terms)
        self._lows.append(low)
        self._highs.append(high)

    def solve(self, *, seconds: float, gap: float) -> Solution:
        """Look for the greatest worth for at most so many seconds; stop once it is proven to a relative `gap`."""
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint, milp
        from scipy.sparse import csr_array

        if not self._worths:
            return Solution(np.zeros(0), 0.0, is_finished=True)
        rows, columns, factors = zip(*self._terms, strict=True) if self._terms else ((), (), ())
        matrix = csr_array((factors, (rows, columns)), shape=(len(self._lows), len(self._worths)))
        result = milp(
            -np.array(self._worths),
            integrality=np.array(self._whole, dtype=np.uint8),
            bounds=Bounds(np.array(self._lowers), np.array(self._uppers)),
            constraints=LinearConstraint(matrix, np.array(self._lows), np.array(self._highs)),
            options={"time_limit": seconds, "mip_rel_gap": gap},
        )
        bound = inf if result.mip_dual_bound is None else -float(result.mip_dual_bound)
        return Solution(result.x, bound, is_finished=result.status in _FINISHED)


_FINISHED = (0, 2)
"""`milp`'s words for "optimal" and "infeasible"; 1 is the end of its time."""
