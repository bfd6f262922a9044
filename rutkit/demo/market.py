"""The demo's step 5: postings for the role that somebody invented wants next. Employers and texts are invented too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib.resources import files

from rutkit.demo.dating import days_ago, written_on
from rutkit.records import Record
from rutkit.steps.market.extract.reader import Reader
from rutkit.steps.market.readings import to_json, version
from rutkit.steps.market.records import Posting, SkillChoice, TargetRole

_NAMED = 56
"""How many days ago the role was named, and the first postings came in."""

_PUT_UP_AGAIN = {
    ("Lantern & Otter Kettles", 296): 262,
    ("Marmalade Bank", 46): 12,
    ("Hedgehog Telecom", 24): 6,
}
"""Postings that were put up once more: by company and day, how many days ago."""

_CLOSES = {("Gravel & Thyme Gardens", 9): 10}
"""In how many days a posting closes, where it says so: by company and day."""


def market(today: date) -> list[Record]:
    """The role, its postings of two seasons with three repeats, and what was decided about some words."""
    role = TargetRole(
        title="Customer support manager",
        why="I would still look after people, and somebody would ask what I think.",
    )
    return [
        written_on(days_ago(today, _NAMED), role),
        *_postings(role, today),
        *_choices(role, today),
    ]


def _postings(role: TargetRole, today: date) -> Iterator[Posting]:
    reader, made_by = Reader(), version()
    for heading, text in _texts():
        ago, title, company, location = heading
        posting = Posting(
            role=role.id,
            title=title,
            company=company,
            location=location,
            posted=days_ago(today, ago),
            closing=days_ago(today, -_CLOSES[company, ago]) if (company, ago) in _CLOSES else None,
            text=text,
            reading=to_json(reader.read(text, title), text, made_by),
        )
        yield _brought_in(posting, ago, today)
        again = _PUT_UP_AGAIN.get((company, ago))
        if again is not None:
            fields = posting.model_dump(exclude={"id"}) | {
                "posted": days_ago(today, again),
                "repeats": posting.id,
            }
            yield _brought_in(Posting.model_validate(fields), again, today)


def _brought_in(posting: Posting, ago: int, today: date) -> Posting:
    """Nobody collects before they have named the role: older postings came from a saved search."""
    return written_on(days_ago(today, min(ago, _NAMED) - 1), posting)


def _texts() -> Iterator[tuple[tuple[int, str, str, str], str]]:
    """The file's postings: each a line "# days ago | title | company | where", and below it the text."""
    whole = files("rutkit.demo").joinpath("postings.txt").read_text(encoding="utf-8")
    for part in whole.removeprefix("# ").split("\n# "):
        heading, _, text = part.partition("\n")
        ago, title, company, location = (cell.strip() for cell in heading.split("|"))
        yield (int(ago), title, company, location), text.strip()


def _choices(role: TargetRole, today: date) -> Iterator[SkillChoice]:
    for word, verdict, name, kind in (
        ("Rota planning", "another name of", "Workforce planning", "method"),
        ("Friendliness", "not a skill", "", "soft"),
    ):
        yield written_on(
            days_ago(today, 3),
            SkillChoice.model_validate(
                {"role": role.id, "word": word, "verdict": verdict, "name": name, "kind": kind}
            ),
        )
