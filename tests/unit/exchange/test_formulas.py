from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.exchange.formulas import guarded, unguarded


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1"])
def test_what_a_spreadsheet_would_run_begins_with_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"


@given(st.text(alphabet="'=+-@\t\rab1"))
def test_the_guard_is_taken_away_again(text: str) -> None:
    assert unguarded(guarded(text)) == text
