"""The gold of 60 postings beside this module's package: what a careful reader found in them."""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rutkit.steps.market.extract.reader import Reader
from rutkit.steps.market.extract.reading import Reading, SkillMention
from tests.benchmarks.extraction.scores import Score, Span, overlap

GOLD = Path(__file__).parents[1] / "gold"
TOP = 10
ALL = "all together"


@dataclass
class Result:
    """What of the gold was met."""

    skills: Score = field(default_factory=Score)
    requirements: Counter[bool] = field(default_factory=Counter)
    years: Score = field(default_factory=Score)
    education: Score = field(default_factory=Score)
    salary: Counter[bool] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    top: dict[str, tuple[int, int]] = field(default_factory=dict)
    """By set of postings: how many of the most demanded skills are right, of how many."""


def score(advertisements: Path, reader: Reader) -> Result:
    """Read the gold's postings and compare."""
    with advertisements.open(encoding="utf-8", newline="") as file:
        texts = [row["description"] for row in csv.DictReader(file)]
    result = Result()
    everything: list[tuple[Mapping[str, Any], Reading]] = []
    for path in sorted(GOLD.glob("*.json")):
        pairs = [(gold, reader.read(texts[gold["row"]])) for gold in json.loads(path.read_text("utf-8"))]
        for gold, reading in pairs:
            _compare(gold, reading, result)
        result.top[path.stem] = _top(pairs)
        everything += pairs
    result.top[ALL] = _top(everything)
    return result


def share(counted: Counter[bool]) -> str:
    """As in "45 of 60 (75 %)"."""
    right, total = counted[True], counted.total()
    return f"{right} of {total} ({right / total:.0%})" if total else "none"


def _compare(gold: Mapping[str, Any], reading: Reading, result: Result) -> None:
    found = [*reading.skills, *reading.phrases]
    result.skills.count(
        [_span(mention) for mention in found], [_place(true) for true in gold["skills"]], strict=False
    )
    for true in gold["skills"]:
        met = [mention for mention in found if overlap(_span(mention), _place(true))]
        if met:
            result.requirements[met[0].requirement == true["requirement"]] += 1
        else:
            result.missed[true["name"]] += 1
    for mention in found:
        if not any(overlap(_span(mention), _place(true)) for true in gold["skills"]):
            result.wrong[mention.name] += 1
    _count(
        result.years,
        [(years.min, years.max) for years in reading.years],
        [(_number(years["min"]), _number(years["max"])) for years in gold["years"]],
    )
    _count(
        result.education,
        [education.level for education in reading.education],
        [education["level"] for education in gold["education"]],
    )
    salary = reading.salary and (reading.salary.min, reading.salary.max, reading.salary.unit)
    true_salary = gold["salary"] and tuple(gold["salary"][key] for key in ("min", "max", "unit"))
    result.salary[salary == true_salary] += 1


def _count(score: Score, found: Sequence[object], true: Sequence[object]) -> None:
    """Count what has no place: alike as often as it stands on both sides."""
    alike = (Counter(map(str, found)) & Counter(map(str, true))).total()
    score.found += len(found)
    score.true += len(true)
    score.right += alike
    score.met += alike


def _number(value: float | None) -> float | None:
    return None if value is None else float(value)


def _top(pairs: Sequence[tuple[Mapping[str, Any], Reading]]) -> tuple[int, int]:
    """How many of the gold's most demanded skills are among as many of ours.

    Demanded is what many postings name. One of ours is the same as one of the gold's if its mentions meet more than
    half of the gold's. Skills with the tenth's number of postings share its place, on both sides.
    """
    places: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    ours: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    for number, (gold, reading) in enumerate(pairs):
        for true in gold["skills"]:
            places[true["name"]].append((number, _place(true)))
        for mention in reading.skills:
            ours[mention.name].append((number, _span(mention)))
    leading = list(_most_demanded(ours))
    best = sorted(places, key=lambda name: (-_postings(places[name]), name))[:TOP]
    return sum(any(_is_same(places[name], ours[own]) for own in leading) for name in best), len(best)


def _most_demanded(mentions: Mapping[str, Sequence[tuple[int, Span]]]) -> Iterator[str]:
    by_demand = sorted(mentions, key=lambda name: -_postings(mentions[name]))
    least = _postings(mentions[by_demand[:TOP][-1]])
    return (name for name in by_demand if _postings(mentions[name]) >= least)


def _postings(mentions: Sequence[tuple[int, Span]]) -> int:
    return len({number for number, _ in mentions})


def _is_same(true: Sequence[tuple[int, Span]], own: Sequence[tuple[int, Span]]) -> bool:
    met = sum(any(number == other and overlap(span, place) for other, place in own) for number, span in true)
    return met * 2 > len(true)


def _span(mention: SkillMention) -> Span:
    return mention.start, mention.end


def _place(true: Mapping[str, Any]) -> Span:
    return true["start"], true["end"]
