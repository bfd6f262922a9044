"""Measure the reading of postings: `python -m tests.benchmarks.extraction`, from the folder of the checkout.

See README.md beside this file.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from rutkit.steps.market.extract.reader import Reader
from tests.benchmarks.extraction import gold, skill_spans, speed
from tests.benchmarks.report import Goal, machine

DATA = Path(__file__).parents[4] / "shared" / "data"
ADVERTISEMENTS = Path("postings", "uk_job_ads.csv")
ROUNDS = 5


def main() -> None:
    """Measure everything that the data allow, and print it."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.extraction",
        description="Measure how well and how fast postings are read.",
    )
    parser.add_argument(
        "--data", type=Path, default=DATA, help="the shared data (default: beside the checkout)"
    )
    parser.add_argument("--peers", type=Path, help="a Python that has spacy and flashtext")
    parser.add_argument(
        "--train", action="store_true", help="also score the part of SkillSpan that was tuned on"
    )
    parser.add_argument("--missed", action="store_true", help="also list what was missed and what was wrong")
    arguments = parser.parse_args()
    goals = [
        *_spans(arguments.data, ("train", "dev") if arguments.train else ("dev",)),
        *_gold(arguments.data / ADVERTISEMENTS, arguments.missed),
        *_speed(arguments.data / ADVERTISEMENTS, arguments.peers),
    ]
    print()
    for goal in goals:
        print(goal)
    print(f"\n{machine()}")


def _spans(data: Path, parts: Sequence[str]) -> list[Goal]:
    reader = Reader()
    goals: list[Goal] = []
    for part in parts:
        file = data / "skill_spans" / f"skillspan_{part}.json"
        if _is_missing(file):
            continue
        strict, overlapping = skill_spans.score(file, reader)
        print(f"SkillSpan {part}, knowledge, strict:  {strict}")
        print(f"SkillSpan {part}, knowledge, overlap: {overlapping}")
        if part == "dev":
            goals.append(Goal("SkillSpan dev: F1 of spans, strict", strict.f1, 0.45, at_least=True))
            goals.append(Goal("SkillSpan dev: F1 of spans, overlapping", overlapping.f1, 0.60, at_least=True))
    return goals


def _gold(advertisements: Path, missed: bool) -> list[Goal]:
    if _is_missing(advertisements):
        return []
    result = gold.score(advertisements, Reader())
    print(f"\nGold, skills by overlap: {result.skills}")
    print(f"Gold, requirement of the skills met: {gold.share(result.requirements)}")
    print(f"Gold, years: {result.years}")
    print(f"Gold, education level: {result.education}")
    print(f"Gold, salary: {gold.share(result.salary)}")
    for name, (right, of) in result.top.items():
        print(f"Gold, most demanded skills of {name}: {right} of {of}")
    if missed:
        print(f"\nMissed: {_listed(result.missed.most_common(40))}")
        print(f"Wrong: {_listed(result.wrong.most_common(40))}")
    right, of = result.top[gold.ALL]
    return [Goal(f"gold: right among the {of} most demanded skills", right, 8, at_least=True)]


def _speed(advertisements: Path, peers: Path | None) -> list[Goal]:
    if _is_missing(advertisements):
        return []
    texts = speed.postings(advertisements)
    print(f"\n{len(texts)} postings of {speed.LENGTH:,} characters, one core; best of {ROUNDS} rounds")
    own = speed.of_rutkit(texts, ROUNDS)
    speeds = {"rutkit, everything": own, **(speed.of_peers(texts, peers) if peers else {})}
    if peers is None:
        print("Skipped: spaCy and flashtext. Name a Python that has them with --peers.")
    for name, one in speeds.items():
        if one is None:
            print(f"{name:22} skipped: it is not installed there")
        else:
            print(
                f"{name:22} {one.per_second:8,.0f} a second, start {one.start:.2f} s, {one.found:,} mentions"
            )
    return [
        Goal("postings a second", own.per_second, 1500, at_least=True),
        Goal("start", own.start, 0.5, " s"),
    ]


def _is_missing(file: Path) -> bool:
    if file.exists():
        return False
    print(f"Skipped: {file.name} is not in {file.parent}.")
    return True


def _listed(counted: Sequence[tuple[str, int]]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counted)


if __name__ == "__main__":
    main()
