from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import ClassVar

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field, ValidationError

from rutkit.records import AN_ID, BOOKKEEPING, LongText, Record, new_id, now


class Wish(Record):
    noun: ClassVar[str] = "wish"

    text: LongText = ""
    strength: int = Field(0, ge=0, le=10)


def test_an_id_is_never_used_twice() -> None:
    assert len({new_id() for _ in range(1000)}) == 1000


def test_an_id_is_32_hexadecimal_digits() -> None:
    assert re.fullmatch("[0-9a-f]{32}", new_id())


def test_an_id_is_found_wherever_it_stands() -> None:
    one = new_id()

    assert AN_ID.findall(f"see {one}, not {one}0") == [one]


def test_now_is_utc_to_the_second() -> None:
    with time_machine.travel(datetime(2025, 11, 4, 9, 30, 15, 999_999, tzinfo=UTC), tick=False):
        assert now() == datetime(2025, 11, 4, 9, 30, 15, tzinfo=UTC)


def test_a_new_record_is_in_its_version_0_until_it_is_saved() -> None:
    assert Wish().version == 0


def test_an_error_does_not_repeat_what_somebody_wrote() -> None:
    with pytest.raises(ValidationError) as caught:
        Wish.model_validate({"text": ["my secret"], "strength": 3})
    assert "my secret" not in str(caught.value)


def test_two_new_records_are_not_the_same_one() -> None:
    assert Wish().id != Wish().id


def test_a_record_never_changes() -> None:
    wish = Wish(text="Fewer meetings")
    with pytest.raises(ValidationError, match="frozen"):
        wish.text = "No meetings"  # type: ignore[misc]


def test_a_next_version_leaves_the_first_one_as_it_was() -> None:
    wish = Wish(text="Fewer meetings")
    changed = wish.model_copy(update={"text": "No meetings"})
    assert (wish.text, changed.text, changed.id) == ("Fewer meetings", "No meetings", wish.id)


def test_a_field_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        Wish.model_validate({"txt": "Fewer meetings"})


def test_a_default_has_to_keep_the_field_s_own_rules() -> None:
    class Wrong(Record):
        strength: int = Field(11, le=10)

    with pytest.raises(ValidationError):
        Wrong()


@pytest.mark.parametrize("version", [-1, 1.5])
def test_a_version_is_a_whole_number_from_0_up(version: float) -> None:
    with pytest.raises(ValidationError):
        Wish.model_validate({"version": version})


def test_the_workbook_fills_in_what_no_person_should() -> None:
    assert frozenset({"id", "created_at", "updated_at", "version"}) == BOOKKEEPING
    assert set(Record.model_fields) >= BOOKKEEPING


def test_a_table_is_called_like_its_record_type_in_snake_case() -> None:
    class BurnoutInventory2(Record):
        pass

    assert (Wish.table(), BurnoutInventory2.table()) == ("wish", "burnout_inventory2")


def test_a_record_type_allows_any_number_unless_it_says_otherwise() -> None:
    assert Wish.one_per is None


@given(st.text(max_size=200), st.integers(0, 10))
def test_a_record_survives_the_way_through_json(text: str, strength: int) -> None:
    wish = Wish(text=text, strength=strength)
    assert Wish.model_validate_json(wish.model_dump_json()) == wish
