from __future__ import annotations

from datetime import date, timedelta

from rutkit.steps.prepare.records import SmallWin
from rutkit.steps.prepare.wins import LATELY_DAYS, remembered, wins_sentence

TODAY = date(2026, 11, 22)


def win(days_ago: int, what: str = "A call that went well") -> SmallWin:
    return SmallWin(day=TODAY - timedelta(days=days_ago), what=what)


def test_wins_are_counted_since_the_first() -> None:
    said = wins_sentence([win(1), win(LATELY_DAYS), win(100)], TODAY)
    assert said == "3 small wins since 14 Aug 2026, 1 of them in the last 30 days."


def test_without_wins_nothing_is_said() -> None:
    assert wins_sentence([], TODAY) == ""


def test_one_of_the_older_ones_is_remembered_and_another_on_the_next_day() -> None:
    wins = [win(100, "first"), win(60, "second"), win(2, "new")]
    days = [remembered(wins, TODAY + timedelta(days=days)) for days in (0, 0, 1)]
    assert days[0] == days[1] != days[2]
    assert "new" not in {each.what for each in days if each}


def test_while_all_are_new_none_is_remembered() -> None:
    assert remembered([win(3)], TODAY) is None
