"""Postings that repeat another: the same vacancy with another link or date.

Alike are two whose titles and companies are the same in words, and whose texts share most of their shingles, that is
runs of three words. Which texts may be alike is told by MinHash signatures cut into bands, so that not each is compared
with each. Sources: A. Z. Broder, "On the resemblance and containment of documents" (1997); J. Leskovec, A. Rajaraman
and J. Ullman, "Mining of Massive Datasets", 3rd edition (2020), chapter 3.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING
from zlib import crc32

from rutkit.steps.company_names import LEGAL_FORMS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ALIKE = 0.7
"""The share of shingles that two texts have in common, of all that either has, from which they are near-identical."""
SHINGLE = 3
BANDS, ROWS = 16, 4
"""Of a signature. Texts at `ALIKE` share a band in 98 of 100 cases, at 0.8 in 9,997 of 10,000."""

_SAID_OF_MANY = frozenset(
    (
        "a", "an", "and", "at", "d", "f", "for", "full", "fulltime", "h", "hybrid", "immediate", "in", "job", "m",
        "new", "of", "on", "part", "parttime", "permanent", "remote", "role", "start", "the", "time", "to", "urgent",
        "urgently", "vacancy", "w", "with", "x",
    )
)  # fmt: skip
"""Words of a title that say nothing of what the job is."""


@dataclass(frozen=True, slots=True)
class Vacancy:
    """What decides whether a posting repeats another."""

    id: str
    title: str
    company: str
    location: str
    text: str


def find_repeats(
    known: Sequence[Vacancy],
    new: Sequence[Vacancy],
    on_progress: Callable[[int, int], object] = lambda done, total: None,
) -> dict[str, str]:
    """For each of the `new` ones that repeats a known one or an earlier new one, the id of that.

    What is repeated is never itself a repeat, if none of the known ones is. Postings without a title or a company can
    be repeats all the same, by their texts.
    """
    index = _Index(untitled=any(not _title(vacancy) for vacancy in new))
    repeats: dict[str, str] = {}
    total = len(known) + len(new)
    for done, vacancy in enumerate((*known, *new)):
        if done % _BETWEEN_NEWS == 0:
            on_progress(done, total)
        looked_at = _Looked(vacancy)
        original = index.original_of(looked_at) if done >= len(known) else None
        if original is None:
            index.add(looked_at)
        else:
            repeats[vacancy.id] = original
    on_progress(total, total)
    return repeats


_BETWEEN_NEWS = 500


class _Looked:
    """A vacancy as it is compared."""

    __slots__ = ("bands", "company", "id", "shingles", "title")

    def __init__(self, vacancy: Vacancy) -> None:
        self.id = vacancy.id
        self.title = _title(vacancy)
        self.company = _words(vacancy.company) - LEGAL_FORMS
        self.shingles = _shingles(vacancy.text)
        self.bands = _bands(self.shingles)

    def repeats(self, other: _Looked) -> bool:
        """Whether both are the same vacancy."""
        return (
            _same(self.title, other.title)
            and _same(self.company, other.company)
            and _resemblance(self.shingles, other.shingles) >= ALIKE
        )


class _Index:
    """The vacancies that repeat no other, by the bands of their signatures and their titles."""

    def __init__(self, *, untitled: bool) -> None:
        """`untitled`: whether any vacancy has no title, so that it has to be looked for under all of them."""
        self._by_title = _Bands()
        self._by_text = _Bands() if untitled else None

    def add(self, vacancy: _Looked) -> None:
        self._by_title.add(vacancy, vacancy.title)
        if self._by_text is not None:
            self._by_text.add(vacancy)

    def original_of(self, vacancy: _Looked) -> str | None:
        """The id of the vacancy that this one repeats, if it does."""
        if vacancy.title:
            near = chain(
                self._by_title.near(vacancy, vacancy.title), self._by_title.near(vacancy, frozenset())
            )
        else:
            near = chain(self._by_text.near(vacancy) if self._by_text is not None else ())
        return next((other.id for other in near if vacancy.repeats(other)), None)


class _Bands:
    """Vacancies by what their texts have in common, and by a name that they must have in common as well."""

    def __init__(self) -> None:
        self._there: dict[int, list[_Looked]] = {}

    def add(self, vacancy: _Looked, name: frozenset[str] = frozenset()) -> None:
        for band in vacancy.bands:
            self._there.setdefault(hash((band, name)), []).append(vacancy)

    def near(self, vacancy: _Looked, name: frozenset[str] = frozenset()) -> Iterator[_Looked]:
        """Each that shares a band, once."""
        seen: set[str] = set()
        for band in vacancy.bands:
            for other in self._there.get(hash((band, name)), ()):
                if other.id not in seen:
                    seen.add(other.id)
                    yield other


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names are the same in words. What is not named can be any."""
    return not one or not other or one == other


def _title(vacancy: Vacancy) -> frozenset[str]:
    """What the job is, without where it is."""
    return _words(vacancy.title) - _SAID_OF_MANY - _words(vacancy.location)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", text.casefold()))


def _shingles(text: str) -> NDArray[np.uint32]:
    """The runs of words of a text, each as a number; rising, each once."""
    import numpy as np

    words = re.findall(r"[^\W_]+", text.lower()) or [""]
    numbers = np.array([crc32(word.encode()) for word in words], dtype=np.uint64)
    length = min(SHINGLE, len(words))
    runs = np.zeros(len(words) - length + 1, dtype=np.uint64)
    for place in range(length):
        runs = _mixed(runs ^ numbers[place : place + len(runs)])
    return np.unique((runs >> np.uint64(32)).astype(np.uint32))


def _bands(shingles: NDArray[np.uint32]) -> tuple[int, ...]:
    """The signature of a set of shingles, each band as one number: texts that are alike have some in common."""
    import numpy as np

    multipliers, shifts = _hashes()
    signature = (shingles[:, None] * multipliers + shifts).min(axis=0).reshape(BANDS, ROWS)
    folded = np.arange(BANDS, dtype=np.uint64)
    for row in range(ROWS):
        folded = _mixed(folded ^ signature[:, row])
    return tuple(folded.tolist())


@cache
def _hashes() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The multipliers, all odd, and the shifts of as many hash functions as a signature has numbers."""
    import numpy as np

    generator = np.random.default_rng(0)
    highest = np.iinfo(np.uint64).max
    multipliers = generator.integers(highest, size=BANDS * ROWS, dtype=np.uint64) | np.uint64(1)
    return multipliers, generator.integers(highest, size=BANDS * ROWS, dtype=np.uint64)


def _mixed(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Each number as another, so that neighbours fall far apart (the last step of the SplitMix64 generator)."""
    import numpy as np

    for shift, multiplier in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        numbers = (numbers ^ (numbers >> np.uint64(shift))) * np.uint64(multiplier)
    return numbers ^ (numbers >> np.uint64(31))


def _resemblance(one: NDArray[np.uint32], other: NDArray[np.uint32]) -> float:
    """The share of shingles that both have, of all that either has (Jaccard)."""
    import numpy as np

    both = np.intersect1d(one, other, assume_unique=True).size
    return float(both / (one.size + other.size - both))
