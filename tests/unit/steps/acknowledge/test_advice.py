from __future__ import annotations

from datetime import date, timedelta

from rutkit.steps.acknowledge.advice import Facts, check_again, still_true
from rutkit.steps.acknowledge.records import Acknowledgement, RutCheck

TODAY = date(2026, 11, 22)


def rut_check(days_ago: int, **changes: object) -> RutCheck:
    answers: dict[str, object] = {
        "day": TODAY - timedelta(days=days_ago),
        "learning": "agree",
        "developing": "somewhat true",
        "using_skills": "agree",
        "promotion": "not too true",
        "used_up": "often",
        "stress": "often",
        "satisfaction": "not too satisfied",
    }
    return RutCheck.model_validate({**answers, **changes})


def test_a_rut_check_older_than_ninety_days_is_to_be_taken_again() -> None:
    advice = check_again(Facts(TODAY, [rut_check(91)]))

    assert advice is not None
    assert advice.numbers == "The last one is 91 days old; 1 so far."
    assert advice.action.opens is RutCheck


def test_a_rut_check_is_left_alone_up_to_ninety_days() -> None:
    assert check_again(Facts(TODAY, [rut_check(90)])) is None


def test_a_rut_check_that_was_never_finished_is_not_to_be_taken_again() -> None:
    assert check_again(Facts(TODAY, [rut_check(200, stress=None)])) is None


def test_an_acknowledgement_is_read_again_after_half_a_year() -> None:
    old = Acknowledgement(day=TODAY - timedelta(days=181), sentence="I am stuck.")
    young = Acknowledgement(day=TODAY - timedelta(days=180), sentence="I am stuck.")

    assert still_true(Facts(TODAY, acknowledgement=old)) is not None
    assert still_true(Facts(TODAY, acknowledgement=young)) is None
    assert still_true(Facts(TODAY)) is None
