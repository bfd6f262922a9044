"""Precision and recall, in two ways of counting spans."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

Span = tuple[int, int]
"""Where something begins, and the place after its end."""


@dataclass
class Score:
    """How many of the found are right, and how many of the true were found."""

    found: int = 0
    right: int = 0
    true: int = 0
    met: int = 0

    @property
    def precision(self) -> float:
        """The share of the found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the true that was found."""
        return self.met / self.true if self.true else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def count(self, found: Collection[Span], true: Collection[Span], *, strict: bool) -> None:
        """Add the spans of one text. Strict: both ends alike; else: they share something."""
        alike = _same if strict else overlap
        self.found += len(found)
        self.true += len(true)
        self.right += sum(any(alike(one, other) for other in true) for one in found)
        self.met += sum(any(alike(one, other) for other in found) for one in true)

    def __str__(self) -> str:
        return f"precision {self.precision:.3f}, recall {self.recall:.3f}, F1 {self.f1:.3f}"


def overlap(one: Span, other: Span) -> bool:
    """Whether they share a place."""
    return one[0] < other[1] and other[0] < one[1]


def _same(one: Span, other: Span) -> bool:
    return one == other
