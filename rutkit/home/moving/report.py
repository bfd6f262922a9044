"""The workbook as a report: each step says in its `report` what it shows."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import partial

from rutkit.chart import LIGHT, Chart
from rutkit.exchange.whole.naming import IsSealed, names_of
from rutkit.exchange.whole.report import Section, write_report
from rutkit.exchange.whole.tables import Chapter
from rutkit.home.find.sealed import is_sealed
from rutkit.home.moving.parts import HOME, Source, chapters_of
from rutkit.steps import step


def report(source: Source, slugs: frozenset[str], today: date, *, with_private: bool) -> bytes:
    """An HTML file. What is sealed stays so, whatever else is shown."""
    chapters = chapters_of(source, slugs)
    closed = partial(is_sealed, now=datetime.combine(today, time()).astimezone())
    with source.alone():
        currency = source.workbook.currency
    every_record = (
        record for chapter in chapters_of(source) for _, records in chapter.records for record in records
    )
    return write_report(
        [_section(source, chapter, closed, today) for chapter in chapters],
        names=names_of(every_record, with_private=with_private, is_sealed=closed),
        currency=currency,
        today=today,
        with_private=with_private,
    )


def _section(source: Source, chapter: Chapter, closed: IsSealed, today: date) -> Section:
    answers = [
        (kind, [record for record in records if not closed(record)]) for kind, records in chapter.records
    ]
    return Section(chapter.number, chapter.title, _charts(source, chapter.slug, today), answers)


def _charts(source: Source, slug: str, today: date) -> tuple[Chart, ...]:
    if slug == HOME:
        return ()
    with source.alone():
        return tuple(step(slug).module("report").report(source.workbook, today, LIGHT))
