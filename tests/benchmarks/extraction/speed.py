"""How many postings a second are read, and how long a reader takes to start."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from rutkit.steps.market.extract.reader import Reader
from rutkit.steps.market.extract.vocabulary import vocabulary
from tests.benchmarks.servers import plain_environment

LENGTH = 2500
"""Characters of a posting."""
STARTS = 7

PEERS = Path(__file__).parents[1] / "peers" / "phrase_matchers.py"
_START = """
import time
begin = time.perf_counter()
from rutkit.steps.market.extract.reader import Reader
Reader().read("You know Python.")
print(time.perf_counter() - begin)
"""


@dataclass(frozen=True)
class Speed:
    """One way of reading."""

    start: float
    """Seconds until it can read."""
    per_second: float
    """Postings."""
    found: int
    """Mentions in all of them."""


def postings(advertisements: Path) -> list[str]:
    """The advertisements, cut into equal lengths."""
    with advertisements.open(encoding="utf-8", newline="") as file:
        everything = " ".join(row["description"] for row in csv.DictReader(file))
    return [everything[place : place + LENGTH] for place in range(0, len(everything) - LENGTH, LENGTH)]


def of_rutkit(texts: Sequence[str], rounds: int) -> Speed:
    """Reading everything of a posting, with skills, years, education, pay and conditions. The best round counts."""
    reader = Reader()
    best = float("inf")
    for _ in range(rounds):
        begin = time.perf_counter()
        found = sum(len(reading.skills) + len(reading.phrases) for reading in map(reader.read, texts))
        best = min(best, time.perf_counter() - begin)
    return Speed(median(_start() for _ in range(STARTS)), len(texts) / best, found)


def of_peers(texts: Sequence[str], python: Path) -> Mapping[str, Speed | None]:
    """Finding the forms of the same vocabulary, and nothing else. None: that peer is not installed."""
    forms = sorted({form.text for skill in vocabulary() for form in skill.forms})
    ended = subprocess.run(
        [python, PEERS],
        input=json.dumps({"forms": forms, "texts": texts}),
        capture_output=True,
        text=True,
        check=True,
        env=plain_environment(),
    )
    return {
        name: result and Speed(result[0], len(texts) / result[1], result[2])
        for name, result in json.loads(ended.stdout).items()
    }


def _start() -> float:
    """Seconds from importing the reader to its first reading, in a fresh Python."""
    ended = subprocess.run(
        [sys.executable, "-c", _START], capture_output=True, text=True, check=True, env=plain_environment()
    )
    return float(ended.stdout)
