from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar

from hypothesis import given
from hypothesis import strategies as st

from rutkit.exchange.importing import import_key
from rutkit.exchange.whole.merging import Plan, Prefer, after, plan_merge, plan_replacement
from rutkit.exchange.whole.preview import label, lead, preview
from rutkit.records import Record, ShortText, new_id

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)


class Wish(Record):
    noun: ClassVar[str] = "wish"
    plural: ClassVar[str] = "wishes"

    text: ShortText = ""
    about: ShortText = ""


class Skill(Record):
    noun: ClassVar[str] = "skill"
    one_per: ClassVar[tuple[str, ...] | None] = ("name",)

    name: ShortText
    level: int | None = None


class Rating(Record):
    noun: ClassVar[str] = "rating"
    one_per: ClassVar[tuple[str, ...] | None] = ("skill",)

    skill: ShortText
    score: int = 0


def wish(text: str, *, id: str = "a", hours: int = 0, version: int = 1, about: str = "") -> Wish:  # noqa: A002
    return Wish(id=id, text=text, about=about, updated_at=NOON + timedelta(hours=hours), version=version)


def nothing_is(_: Record) -> bool:
    """Sealed."""
    return False


def texts(plan: Plan, here: list[Wish]) -> list[str]:
    return [record.text for record in after({Wish: here}, plan)[Wish] if isinstance(record, Wish)]


class TestMerging:
    def test_what_is_not_here_is_added_with_its_id_times_and_version(self) -> None:
        there = wish("Rest", version=7)

        plan = plan_merge({Wish: []}, {Wish: [there]})

        assert (plan.old, plan.new) == ((), (there,))

    def test_what_is_only_here_stays(self) -> None:
        plan = plan_merge({Wish: [wish("Rest")]}, {Wish: []})

        assert not plan.changes_anything
        assert plan.types[0].untouched == 1

    def test_what_says_the_same_is_left_whoever_saved_it_later(self) -> None:
        plan = plan_merge({Wish: [wish("Rest")]}, {Wish: [wish("Rest", hours=5, version=9)]})

        assert not plan.changes_anything
        assert plan.types[0].same == 1

    def test_of_two_that_differ_the_one_changed_last_counts(self) -> None:
        here = [wish("old", id="a"), wish("new", id="b", hours=2)]
        there = [wish("newer", id="a", hours=1), wish("older", id="b", hours=1)]

        assert texts(plan_merge({Wish: here}, {Wish: there}), here) == ["new", "newer"]

    def test_of_two_that_were_changed_at_once_the_one_here_stays(self) -> None:
        here = [wish("mine")]

        assert texts(plan_merge({Wish: here}, {Wish: [wish("theirs")]}), here) == ["mine"]

    def test_the_person_may_choose_otherwise(self) -> None:
        here, there = [wish("mine", hours=1)], [wish("theirs")]

        assert texts(plan_merge({Wish: here}, {Wish: there}, Prefer.FILE), here) == ["theirs"]
        assert texts(plan_merge({Wish: there}, {Wish: here}, Prefer.HERE), there) == ["theirs"]

    def test_what_takes_a_place_has_a_version_that_no_window_has_seen(self) -> None:
        plan = plan_merge({Wish: [wish("old", version=5)]}, {Wish: [wish("new", hours=1, version=2)]})

        assert [record.version for record in plan.new] == [6]

    def test_the_same_skill_is_one_skill_under_whichever_id(self) -> None:
        here, there = (
            Skill(name="SQL", level=1),
            Skill(name="SQL", level=3, updated_at=NOON + timedelta(days=900)),
        )

        plan = plan_merge({Skill: [here]}, {Skill: [there]})

        assert [(record.id, record.model_dump()["level"]) for record in plan.new] == [(here.id, 3)]

    def test_what_names_a_record_that_is_here_under_another_id_names_that_one(self) -> None:
        here, there = Skill(name="SQL"), Skill(name="SQL")
        about = wish("Learn it", id=new_id(), about=f"see {there.id}")

        plan = plan_merge({Skill: [here], Wish: []}, {Skill: [there], Wish: [about]})

        assert [record.model_dump()["about"] for record in plan.new] == [f"see {here.id}"]

    def test_what_is_the_same_only_by_what_it_names_is_one_record_too(self) -> None:
        here, there = Skill(name="SQL"), Skill(name="SQL")
        mine, theirs = Rating(skill=here.id, score=1), Rating(skill=there.id, score=1)

        plan = plan_merge({Skill: [here], Rating: [mine]}, {Rating: [theirs], Skill: [there]})

        assert not plan.changes_anything

    def test_where_another_record_here_is_that_one_by_now_what_is_here_stays(self) -> None:
        python, sql = Skill(name="Python"), Skill(name="SQL")
        renamed = python.model_copy(update={"name": "SQL", "updated_at": NOON + timedelta(days=900)})

        plan = plan_merge({Skill: [python, sql]}, {Skill: [renamed]})

        assert not plan.changes_anything
        assert [pair.here for pair in plan.types[0].kept] == [python]


class TestReplacing:
    def test_what_the_file_does_not_have_goes(self) -> None:
        here = [wish("Rest", id="a"), wish("Quiet", id="b")]

        plan = plan_replacement({Wish: here}, {Wish: [wish("Quiet", id="b")]})

        assert texts(plan, here) == ["Quiet"]
        assert [record.id for record in plan.types[0].removed] == ["a"]

    def test_a_type_that_the_file_does_not_name_stays_as_it_is(self) -> None:
        assert not plan_replacement({Wish: [wish("Rest")]}, {}).changes_anything

    def test_what_is_as_it_was_is_not_touched(self) -> None:
        here = [wish("Rest")]

        assert plan_replacement({Wish: here}, {Wish: list(here)}).old == ()

    def test_the_older_counts_if_the_file_has_it(self) -> None:
        here = [wish("new", hours=3, version=4)]
        plan = plan_replacement({Wish: here}, {Wish: [wish("old", version=2)]})

        assert texts(plan, here) == ["old"]
        assert [record.version for record in plan.new] == [5]


SKILLS = st.lists(
    st.builds(
        Skill,
        id=st.sampled_from("abcd").map(lambda letter: letter * 32),
        name=st.sampled_from(["SQL", "Python", "Excel"]),
        level=st.integers(0, 1),
        updated_at=st.integers(0, 2).map(lambda hours: NOON + timedelta(hours=hours)),
        version=st.integers(1, 3),
    ),
    unique_by=(lambda skill: skill.id, lambda skill: skill.name),
)


@given(SKILLS, SKILLS, st.sampled_from([*Prefer, None]))
def test_whatever_comes_there_is_one_of_each_afterwards(here: Any, there: Any, prefer: Prefer | None) -> None:
    plan = (
        plan_merge({Skill: here}, {Skill: there}, prefer)
        if prefer
        else plan_replacement({Skill: here}, {Skill: there})
    )

    result = after({Skill: here}, plan)[Skill]

    assert (
        len({record.id for record in result}) == len({import_key(record) for record in result}) == len(result)
    )
    assert not {record.id for record in plan.new} & (
        {record.id for record in here} - {record.id for record in plan.old}
    )


@given(SKILLS, SKILLS)
def test_bringing_the_same_in_once_more_changes_nothing(here: Any, there: Any) -> None:
    once = after({Skill: here}, plan_merge({Skill: here}, {Skill: there}))

    assert not plan_merge(once, {Skill: there}).changes_anything


class TestWords:
    def test_the_preview_says_what_differs_in_the_words_of_the_form(self) -> None:
        plan = plan_merge({Wish: [wish("Rest")]}, {Wish: [wish("Sleep", hours=1)]})

        (of_wishes,) = preview(plan, currency="USD", is_sealed=nothing_is)

        assert (of_wishes.title, of_wishes.changed) == ("Wishes", 1)
        assert of_wishes.details == ("“Rest”: “Text” Rest → Sleep.",)

    def test_the_lead_counts_and_the_undo_names_the_file(self) -> None:
        plan = plan_merge({Wish: []}, {Wish: [wish("Rest"), wish("Quiet", id="b")]})

        assert lead(plan) == "2 records will be added, 0 changed and 0 removed."
        assert label(plan, "mine.json") == "brought in 2 records from mine.json"

    def test_if_nothing_is_new_the_lead_says_so(self) -> None:
        assert lead(plan_merge({Wish: []}, {Wish: []})) == (
            "Nothing will change: everything in the file is here already."
        )

    def test_beyond_the_first_differences_their_number_is_enough(self) -> None:
        here = [wish("Rest", id=str(number)) for number in range(25)]

        (of_wishes,) = preview(
            plan_replacement({Wish: here}, {Wish: []}), currency="USD", is_sealed=nothing_is
        )

        assert of_wishes.details[-1] == "And 5 more."
