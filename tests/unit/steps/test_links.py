from __future__ import annotations

from rutkit.records import LONGEST_SHORT_TEXT
from rutkit.steps.links import short_link

PLACE = "https://mills.example/jobs/7"


def test_a_link_that_fits_is_kept_whole() -> None:
    assert short_link(f"{PLACE}?page=2") == f"{PLACE}?page=2"


def test_a_longer_link_loses_what_comes_after_the_question_mark() -> None:
    assert short_link(f"{PLACE}?from={'x' * LONGEST_SHORT_TEXT}") == PLACE


def test_a_link_is_never_cut_within_its_path() -> None:
    assert short_link(f"{PLACE}/{'x' * LONGEST_SHORT_TEXT}") == ""
