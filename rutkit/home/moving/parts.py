"""The parts of a workbook that can be taken along by themselves: its steps, and the dashboard."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from rutkit import preferences
from rutkit.exchange.whole.document import Records
from rutkit.exchange.whole.tables import Chapter
from rutkit.home import records as of_the_dashboard
from rutkit.records import Record
from rutkit.steps import STEPS
from rutkit.workbook import Workbook

HOME = "home"


@dataclass(frozen=True)
class Part:
    """Record types that belong together."""

    slug: str
    number: int
    title: str
    record_types: tuple[type[Record], ...]


def parts() -> tuple[Part, ...]:
    """The dashboard with the preferences, and the ten steps."""
    home = Part(HOME, 0, "Your workbook", (*preferences.RECORDS, *of_the_dashboard.RECORDS))
    return (
        home,
        *(Part(step.slug, step.number, step.title, step.module("records").RECORDS) for step in STEPS),
    )


def chosen_parts(slugs: Collection[str]) -> Iterator[Part]:
    """Those that were chosen; all if none were."""
    return (part for part in parts() if not slugs or part.slug in slugs)


@dataclass(frozen=True)
class Source:
    """A workbook, and how to read it: a page reads in parts, so that it stays alive meanwhile."""

    workbook: Workbook
    read: Callable[[type[Record]], Sequence[Record]]
    alone: Callable[[], AbstractContextManager[None]] = nullcontext
    """What to hold while the workbook itself is used."""

    @classmethod
    def of(cls, workbook: Workbook) -> Source:
        """For whoever has the workbook to themselves."""
        return cls(workbook, workbook.all)


def records_of(source: Source, slugs: Collection[str] = ()) -> Records:
    """The records of these parts, of all if none is named, in the order in which the workbook keeps them."""
    return {kind: source.read(kind) for part in chosen_parts(slugs) for kind in part.record_types}


def chapters_of(source: Source, slugs: Collection[str] = ()) -> tuple[Chapter, ...]:
    """The same, sorted by the parts that they belong to."""
    return tuple(
        Chapter(
            part.number,
            part.slug,
            part.title,
            tuple((kind, source.read(kind)) for kind in part.record_types),
        )
        for part in chosen_parts(slugs)
    )
