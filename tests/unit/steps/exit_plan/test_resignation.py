from __future__ import annotations

from datetime import UTC, datetime, timedelta

from rutkit.steps.exit_plan.records import ResignationDraft
from rutkit.steps.exit_plan.resignation import is_sealed, open_early, opens_at, seal, seal_sentence

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
SEALED = seal(ResignationDraft(text="I quit."), NOON)


def later(hours: float) -> datetime:
    return NOON + timedelta(hours=hours)


def test_a_draft_that_was_never_sealed_is_open() -> None:
    assert not is_sealed(ResignationDraft(text="I quit."), NOON)


def test_a_sealed_draft_stays_sealed_for_three_days() -> None:
    assert is_sealed(SEALED, later(71.9))
    assert not is_sealed(SEALED, later(72))


def test_the_length_of_the_seal_is_the_persons_own() -> None:
    assert not is_sealed(SEALED.model_copy(update={"sealed_hours": 24}), later(24))


def test_it_can_be_opened_early() -> None:
    assert not is_sealed(open_early(SEALED, later(1)), later(2))


def test_sealing_it_again_after_an_early_look_seals_it() -> None:
    again = seal(open_early(SEALED, later(1)), later(2))
    assert is_sealed(again, later(3))


def test_an_early_look_at_an_older_seal_does_not_open_a_newer_one() -> None:
    looked = open_early(SEALED, later(1))
    assert is_sealed(looked.model_copy(update={"sealed_at": later(2)}), later(3))


def test_a_moment_without_a_zone_is_local_time() -> None:
    local = NOON.astimezone().replace(tzinfo=None)
    assert opens_at(seal(ResignationDraft(), local)) == later(72)


def test_the_sentence_says_how_long_it_stays_sealed() -> None:
    assert seal_sentence(SEALED, later(1)).endswith(": 3 days to go.")
    assert seal_sentence(SEALED, later(60)).endswith(": 12 hours to go.")
    assert seal_sentence(SEALED, later(71.5)).endswith(": less than two hours to go.")


def test_the_sentence_names_the_day_on_which_it_opens() -> None:
    assert seal_sentence(SEALED, NOON).startswith("Sealed until 5 Mar 2026, ")


def test_the_sentence_knows_an_early_look_from_a_wait() -> None:
    assert "before its time" in seal_sentence(open_early(SEALED, later(1)), later(100))
    assert "The wait is over" in seal_sentence(SEALED, later(100))


def test_the_sentence_invites_to_seal_an_open_draft() -> None:
    assert seal_sentence(ResignationDraft(), NOON).startswith("Not sealed yet.")
