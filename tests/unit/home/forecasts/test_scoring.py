from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.home.forecasts.scoring import MINIMUM, brier_score, is_due, is_open, track_record
from rutkit.home.records import Prediction

TODAY = date(2026, 11, 22)


def prediction(percent: int, happened: bool | None = None, **fields: Any) -> Prediction:
    outcome = {True: "it happened", False: "it did not", None: None}[happened]
    return Prediction.model_validate(
        {"statement": "Rain", "percent": percent, "made": TODAY, "due": TODAY, "outcome": outcome, **fields}
    )


@pytest.mark.parametrize(
    ("percent", "happened", "score"),
    [(100, True, 0), (100, False, 1), (70, True, 0.09), (30, True, 0.49), (50, False, 0.25), (0, False, 0)],
)
def test_the_score_is_the_squared_distance_between_what_was_said_and_what_came(
    percent: int, happened: bool, score: float
) -> None:
    assert brier_score(prediction(percent, happened)) == pytest.approx(score)


def test_what_is_open_withdrawn_or_cannot_be_settled_has_no_score() -> None:
    assert brier_score(prediction(50)) is None
    assert brier_score(prediction(50, True, withdrawn=TODAY)) is None
    assert brier_score(prediction(50, outcome="nobody can say")) is None


def test_a_prediction_is_due_when_its_day_is_over() -> None:
    assert not is_due(prediction(50), TODAY)
    assert is_due(prediction(50), TODAY + timedelta(days=1))
    assert not is_due(prediction(50, withdrawn=TODAY), TODAY + timedelta(days=1))


def test_each_forecaster_has_a_record_of_their_own() -> None:
    predictions = [prediction(80, True), prediction(80, False, made_by="rutkit"), prediction(10)]

    mine, its = track_record(predictions, "me"), track_record(predictions, "rutkit")

    assert (mine.made, mine.n, mine.open, its.made, its.n) == (2, 1, 1, 1, 1)


def test_what_was_taken_back_stays_in_the_count_and_out_of_the_score() -> None:
    record = track_record([prediction(90, False, withdrawn=TODAY), prediction(90, True)], "me")

    assert (record.made, record.withdrawn, record.n) == (2, 1, 1)
    assert "1 taken back and not scored" in record.sentence


def test_below_ten_nothing_is_said_of_anybody() -> None:
    record = track_record([prediction(90, True)] * (MINIMUM - 1), "me")

    assert record.finding == "Your predictions: not enough yet, 9 of 10"
    assert "Brier" not in record.sentence


def test_good_and_bad_forecasters_are_told_from_a_coin() -> None:
    good = track_record([prediction(90, True)] * 19 + [prediction(90, False)], "me")
    bad = track_record([prediction(90, False)] * 19 + [prediction(90, True)], "me")
    coin = track_record(
        [prediction(50, happened, made_by="rutkit") for happened in (True, False) * 5], "rutkit"
    )

    assert good.finding == "Your predictions are better than a coin toss"
    assert bad.finding == "Your predictions are worse than a coin toss"
    assert coin.finding == "rutkit’s predictions are not clearly better than a coin toss"
    assert coin.mean == pytest.approx(0.25)


def test_the_base_rate_s_score_stands_beside_the_mean() -> None:
    record = track_record([prediction(50, True)] * 3 + [prediction(50, False)] * 9, "me")

    assert record.of_base_rate == pytest.approx(0.25 * 0.75)
    assert "25\u00a0% happened; saying that each time would have got 0.19" in record.sentence


def test_each_edge_belongs_to_one_group() -> None:
    predictions = [prediction(percent, True) for percent in (0, 19, 20, 79, 80, 100)]
    groups = {(group.low, group.high): group.n for group in track_record(predictions, "me").groups}

    assert groups == {(0, 20): 2, (20, 40): 1, (60, 80): 1, (80, 100): 2}


@given(st.lists(st.tuples(st.integers(0, 100), st.booleans()), min_size=1, max_size=40))
def test_groups_hold_every_settled_prediction_once(drawn: list[tuple[int, bool]]) -> None:
    record = track_record([prediction(percent, happened) for percent, happened in drawn], "me")

    assert sum(group.n for group in record.groups) == len(drawn) == record.n
    assert 0 <= record.mean <= 1
    assert all(group.low / 100 <= group.mean_said <= group.high / 100 for group in record.groups)


def test_who_says_the_base_rate_scores_as_the_base_rate() -> None:
    record = track_record([prediction(30, True)] * 3 + [prediction(30, False)] * 7, "me")

    assert record.mean == pytest.approx(record.of_base_rate)


def test_open_is_neither_settled_nor_taken_back() -> None:
    assert is_open(prediction(5))
    assert not is_open(prediction(5, False))
