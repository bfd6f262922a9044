from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

import pytest

from rutkit.exchange.exporting import write_csv
from rutkit.exchange.importing import plan_import
from rutkit.exchange.mapping import suggest_mapping
from rutkit.exchange.tables import read_table
from rutkit.steps.job_search.applications.candidacy import candidacies
from rutkit.steps.job_search.applications.tracker_rows import (
    ApplicationRow,
    brought,
    keys_of,
    row_of,
    with_boards,
)
from rutkit.steps.job_search.outcomes.results import results
from rutkit.steps.job_search.outcomes.silence import Undated
from rutkit.steps.job_search.records import Application, ApplicationStage, Board

TODAY = date(2026, 11, 22)
SENT, MOVED = date(2026, 10, 1), date(2026, 10, 20)


def stages_of(row: ApplicationRow) -> list[tuple[str, date | None]]:
    return [(event.stage, event.day) for event in brought(row, TODAY).stages]


@pytest.mark.parametrize("word", ["Wishlist", "Draft", "BOOKMARKED", "applying", ""])
def test_what_is_only_saved_was_not_sent(word: str) -> None:
    assert stages_of(ApplicationRow(title="Lead", stands=word, saved=SENT)) == []


def test_a_later_stage_was_reached_when_the_row_last_changed() -> None:
    row = ApplicationRow(title="Lead", stands="Interviewing", sent=SENT, changed=MOVED)
    assert stages_of(row) == [("applied", SENT), ("interview", MOVED)]


def test_moved_to_the_list_of_sent_ones_is_the_day_it_was_sent() -> None:
    row = ApplicationRow(title="Lead", stands="applied", saved=SENT, changed=MOVED)
    assert stages_of(row) == [("applied", MOVED)]


@pytest.mark.parametrize(
    ("word", "outcome"),
    [
        ("Rejected", "rejected"),
        ("I withdrew", "withdrawn"),
        ("offer-accepted", "accepted"),
        ("Offer Declined", "declined"),
        ("ended: no reply", "no reply"),
    ],
)
def test_how_it_ended_stands_apart_from_the_stages(word: str, outcome: str) -> None:
    found = brought(ApplicationRow(title="Lead", stands=word, sent=SENT, changed=MOVED), TODAY)
    assert (found.application.outcome, found.application.ended) == (outcome, MOVED)
    assert found.stages[-1].stage == "closed"


def test_a_word_that_nobody_knows_is_kept_as_a_note() -> None:
    found = brought(ApplicationRow(title="Lead", stands="On ice", sent=SENT), TODAY)
    assert found.unknown == "On ice"
    assert "On ice" in found.application.notes
    assert [event.stage for event in found.stages] == ["applied"]


def test_a_stage_without_a_day_keeps_none_and_says_so() -> None:
    found = brought(ApplicationRow(title="Lead", stands="Offer", sent=SENT), TODAY)
    assert [event.day for event in found.stages] == [SENT, None]
    assert found.is_undated


@pytest.mark.parametrize("word", ["Interviewing", "Rejected"])
def test_the_day_of_the_last_news_is_not_the_day_of_sending(word: str) -> None:
    assert stages_of(ApplicationRow(title="Lead", stands=word, changed=MOVED))[0] == ("applied", None)


def test_a_hundred_rows_without_days_say_nothing_of_pace_waits_or_silence() -> None:
    rows = [ApplicationRow(title=f"Job {n}", stands="interview" if n < 10 else "applied") for n in range(100)]
    found = [brought(row, TODAY) for row in rows]
    seen = results(
        [one.application for one in found], [event for one in found for event in one.stages], TODAY
    )
    wait = seen.waits[0]
    assert (wait.range, wait.a_week, wait.undated, wait.undated_there) == (None, 0, 100, 10)
    assert (seen.silence.n, seen.silence.undated, seen.silence.curve) == (0, Undated(sent=100), ())
    assert "100 applications are left out" in wait.left_out
    assert seen.funnel.reached[0] == ("applied", 100)
    assert ("interview", 10) in seen.funnel.reached


@pytest.mark.parametrize("days", [(None, MOVED), (SENT, None), (None, None)])
def test_a_day_that_is_not_known_is_not_known_after_export_and_import(days: tuple[date | None, ...]) -> None:
    application = Application(title="Lead", outcome="rejected")
    stages = [
        ApplicationStage(application=application.id, day=day, stage=stage, round=round_)
        for day, (stage, round_) in zip(days, (("applied", 1), ("interview", 2)), strict=True)
    ]
    (row,) = _there_and_back(application, stages)
    found = brought(row, TODAY)
    assert [(event.stage, event.round, event.day) for event in found.stages] == [
        ("applied", 1, days[0]),
        ("interview", 2, days[1]),
    ]
    assert (found.application.outcome, found.application.ended) == ("rejected", None)
    assert found.key in keys_of(application, stages)


def test_a_row_without_a_day_that_is_brought_in_again_later_is_the_same_application() -> None:
    row = ApplicationRow(title="Lead", company="Heron", stands="applied")
    before, after = brought(row, TODAY), brought(row, TODAY + timedelta(days=7))
    assert after.key in keys_of(before.application, before.stages)


def test_who_is_applied_to_twice_on_days_that_are_known_is_two_applications() -> None:
    one, other = (
        brought(ApplicationRow(title="Lead", company="Heron", stands="applied", sent=day), TODAY)
        for day in (SENT, SENT + timedelta(days=1))
    )
    assert other.key not in keys_of(one.application, one.stages)


def test_what_is_only_saved_is_no_application_that_was_sent() -> None:
    sent = brought(ApplicationRow(title="Lead", company="Heron", stands="applied", sent=SENT), TODAY)
    saved = brought(ApplicationRow(title="Lead", company="Heron", stands="saved"), TODAY)
    assert saved.key not in keys_of(sent.application, sent.stages)


def test_no_day_lies_in_the_future() -> None:
    row = ApplicationRow(title="Lead", stands="applied", sent=TODAY + timedelta(days=5))
    assert stages_of(row) == [("applied", TODAY)]


@pytest.mark.parametrize(
    ("source", "channel", "board"),
    [
        ("LinkedIn", "board", "LinkedIn"),
        ("Career Page", "company site", ""),
        ("Employee referral", "referral", ""),
        ("", None, ""),
    ],
)
def test_where_it_was_found_is_a_way_in_or_the_name_of_a_board(
    source: str, channel: str | None, board: str
) -> None:
    found = brought(ApplicationRow(title="Lead", source=source), TODAY)
    assert (found.application.channel, found.board) == (channel, board)


def test_a_board_that_is_known_is_not_added_again() -> None:
    known = Board(name="linkedin")
    found = [brought(ApplicationRow(title=name, source="LinkedIn"), TODAY) for name in ("Lead", "Head")]
    records = with_boards(found, [known])
    assert [type(record) for record in records] == [Application, Application]
    assert all(isinstance(record, Application) and record.board == known.id for record in records)


def test_what_is_exported_comes_back_as_it_was() -> None:
    application = Application(
        title="Lead; of all",
        company="Otter",
        location="Harbor",
        channel="referral",
        salary_asked=Decimal(50_000),
    )
    stages = [
        ApplicationStage(application=application.id, day=SENT, stage="applied"),
        ApplicationStage(application=application.id, day=MOVED, stage="interview", round=2),
    ]
    (row,) = _there_and_back(application, stages)
    found = brought(row, TODAY)
    assert [(event.stage, event.round, event.day) for event in found.stages] == [
        ("applied", 1, SENT),
        ("interview", 2, MOVED),
    ]
    assert (found.application.title, found.application.channel) == ("Lead; of all", "referral")


def _there_and_back(
    application: Application, stages: Sequence[ApplicationStage]
) -> tuple[ApplicationRow, ...]:
    """The rows that are read from the file that is written for an application."""
    written = write_csv(ApplicationRow, [row_of(candidacies([application], stages)[0], {})])
    table = read_table(written, "mine.csv")
    return tuple(plan_import(table, suggest_mapping(table, ApplicationRow), ApplicationRow).records)
