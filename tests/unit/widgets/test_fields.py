from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import Field as Described
from pydantic import ValidationError

from rutkit.drafts import draft_of
from rutkit.home.records import record_types
from rutkit.records import FieldSpec, Kind, LongText, Record, ShortText, TagList, describe, field_spec
from rutkit.steps.acknowledge.records import Situation, StayReason
from rutkit.steps.emotions.records import CheckIn
from rutkit.steps.exit_plan.records import SearchAssumption, UrgeToQuit
from rutkit.widgets.fields import Field, make_control

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30)


def values_for(spec: FieldSpec) -> st.SearchStrategy[Any]:
    """Valid values of a field, as a record may hold them."""
    low, high = spec.minimum or 0, spec.maximum or 1_000
    strategies: dict[Kind, st.SearchStrategy[Any]] = {
        Kind.SHORT_TEXT: TEXT.filter(str.strip) if spec.required else TEXT,
        Kind.LONG_TEXT: TEXT.filter(str.strip) if spec.required else TEXT,
        Kind.INTEGER: st.integers(int(low), int(high)),
        Kind.DECIMAL: st.integers(int(low * 4), int(high * 4)).map(lambda quarters: quarters / 4),
        Kind.MONEY: st.integers(0, 10**8).map(lambda cents: Decimal(cents) / 100),
        Kind.DATE: st.dates(date(1900, 1, 1), date(2200, 1, 1)),
        Kind.DATETIME: st.datetimes().map(lambda moment: moment.replace(second=0, microsecond=0)),
        Kind.MONTH: st.dates(date(1900, 1, 1), date(2200, 1, 1)).map(lambda day: day.replace(day=1)),
        Kind.PARTIAL_DATE: st.sampled_from(["", "2014", "2014-09", "2014-09-30"]),
        Kind.YES_NO: st.booleans(),
        Kind.CHOICE: st.sampled_from(spec.choices or ("",)),
        Kind.CHOICES: st.sets(st.sampled_from(spec.choices or ("",))).map(
            lambda chosen: tuple(choice for choice in spec.choices if choice in chosen)
        ),
        Kind.TAGS: st.lists(TEXT.filter(str.strip), max_size=4).map(tuple),
        Kind.SCALE: st.integers(0, max(0, spec.steps - 1)),
    }
    values = strategies[spec.kind]
    return st.none() | values if spec.optional else values


def records_of(record_type: type[Record]) -> st.SearchStrategy[Record]:
    fields = {spec.name: values_for(spec) for spec in describe(record_type)}

    def record(values: dict[str, Any]) -> Record:
        """With a default where a field takes no such value, as a clock time takes few texts."""
        try:
            return record_type.model_validate(values)
        except ValidationError as error:
            refused = {each["loc"][0] for each in error.errors()}
            return record_type.model_validate({name: values[name] for name in values.keys() - refused})

    return st.fixed_dictionaries(fields).map(record)


@pytest.mark.parametrize("record_type", record_types(), ids=lambda kind: kind.__name__)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_a_control_gives_back_what_it_shows(record_type: type[Record], data: st.DataObject) -> None:
    draft = draft_of(data.draw(records_of(record_type)))
    for spec in describe(record_type):
        control = make_control(spec)
        control.set(draft[spec.name])
        assert control.get() == draft[spec.name]
        control.widget.close()


class Everything(Record):
    noun: ClassVar[str] = "everything"

    name: ShortText = Described("", title="Name", description="As you <like> it.")
    size: Literal["s", "m", "l", "xl", "a", "b", "c", "d"] | None = Described(None, title="Size")
    tags: TagList = Described((), title="Tags")
    story: LongText = ""


def make(record_type: type[Record], name: str, **options: Any) -> Field:
    return Field(field_spec(record_type, name), record_type.table(), **options)


@pytest.mark.parametrize("junk", [[1], {"a": 1}, "no such choice", 7.5, True])
def test_a_draft_that_an_older_version_wrote_differently_harms_no_field(junk: Any) -> None:
    for record_type in record_types():
        for spec in describe(record_type):
            make(record_type, spec.name).show(junk)


def test_a_tag_with_a_comma_stays_one_tag_until_somebody_types() -> None:
    field = make(CheckIn, "what_happened")

    field.show(["deadline, again", "rain"])

    assert field.raw == ["deadline, again", "rain"]


def test_a_click_on_a_word_adds_it_and_another_takes_it_away() -> None:
    field = make(CheckIn, "what_happened", suggestions=("deadline",))
    field.show(["rain"])
    (toggle,) = field.control.widget.children[1].children

    toggle.value = True
    assert field.raw == ["rain", "deadline"]

    toggle.value = False
    assert field.raw == ["rain"]


def test_words_that_are_typed_light_up_below() -> None:
    field = make(CheckIn, "what_happened", suggestions=("deadline",))

    field.show(["Deadline"])

    (toggle,) = field.control.widget.children[1].children
    assert toggle.value


def test_a_field_says_what_it_asks_with_its_unit() -> None:
    assert make(SearchAssumption, "accepted_risk").control.widget.description == "Risk you accept (%)"


def test_a_unit_that_the_title_names_is_not_said_twice() -> None:
    assert make(Situation, "hours_a_week").control.widget.description == "Hours you work in a usual week"


def test_a_long_scale_names_its_ends() -> None:
    assert make(StayReason, "fear").control.widget.description == "Fear · 0 not at all, 10 very much"


def test_a_short_scale_names_every_step() -> None:
    labels = [label for label, _ in make(CheckIn, "stressed").control.widget.options]

    assert labels == ["none", "a little", "some", "strong", "extreme"]


def test_many_choices_become_a_list() -> None:
    assert type(make(Everything, "size").control.widget).__name__ == "Dropdown"


def test_help_is_shown_as_text() -> None:
    assert "As you &lt;like&gt; it." in make(Everything, "name").widget.children[1].value


def test_an_error_is_shown_as_text_and_goes_again() -> None:
    field = make(Everything, "story")

    field.show_error("Not <this>.")
    assert "Not &lt;this&gt;." in field.widget.children[-1].value

    field.show_error("")
    assert field.widget.children[-1].value == ""


def test_showing_a_value_is_no_input() -> None:
    field = make(UrgeToQuit, "helped")
    inputs: list[Field] = []
    field.on_input(inputs.append)

    field.show("A walk")
    assert inputs == []

    field.control.set("A long walk")
    assert inputs == [field]
