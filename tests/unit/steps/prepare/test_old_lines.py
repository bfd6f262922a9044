from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from rutkit.steps.prepare.entries import ResumeEntry
from rutkit.steps.prepare.old_lines import old_lines
from rutkit.steps.prepare.records import CertificateEntry, Highlight, WorkEntry
from rutkit.steps.prepare.resume import Master

LONG_AGO = datetime(2026, 3, 1, tzinfo=UTC)
LATELY = datetime(2026, 11, 1, tzinfo=UTC)


def said(entry: ResumeEntry, today: date, *lines: Highlight) -> list[str]:
    return [
        old.why
        for old in old_lines(Master(entries={entry.section: (entry,)}, highlights={entry.id: lines}), today)
    ]


@pytest.mark.parametrize(
    ("end", "is_old"), [("2016-11", True), ("2016-12", False), ("2016", False), ("2015", True), ("", False)]
)
def test_what_ended_ten_years_ago_is_old(today: date, end: str, is_old: bool) -> None:
    entry = WorkEntry(position="Helper", start_date="2010", end_date=end, updated_at=LATELY)
    assert bool(said(entry, today)) is is_old


def test_a_certificate_of_three_years_is_asked_about(today: date) -> None:
    assert said(CertificateEntry(name="First aid", date="2023-05"), today) == [
        "3 years old. Is it still valid?"
    ]


def test_a_current_job_without_news_is_asked_about(today: date) -> None:
    (why,) = said(WorkEntry(position="Lead", start_date="2020", updated_at=LONG_AGO), today)
    assert "nothing new stands there since 8 months" in why


def test_a_new_line_is_news_of_a_current_job(today: date) -> None:
    job = WorkEntry(position="Lead", start_date="2020", updated_at=LONG_AGO)
    assert said(job, today, Highlight(entry=job.id, text="Cut waste", updated_at=LATELY)) == []
