from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rutkit.merge import merge
from rutkit.records import BOOKKEEPING, Record

VALUES = st.sampled_from(["", "a", "b"])


class Note(Record):
    title: str = ""
    text: str = ""
    tags: tuple[str, ...] = ()


NOTES = st.builds(Note, title=VALUES, text=VALUES, tags=st.lists(VALUES, max_size=2).map(tuple))
FIELDS = ("title", "text", "tags")


def content(note: Note) -> dict[str, object]:
    return note.model_dump(exclude=set(BOOKKEEPING))


def test_changes_of_different_fields_both_count() -> None:
    base = Note(title="a", text="b")
    mine, theirs = (base.model_copy(update=update) for update in ({"title": "A"}, {"text": "B"}))

    merged = merge(base, mine, theirs)

    assert (merged.record.title, merged.record.text) == ("A", "B")
    assert merged.disputed == ()


def test_two_values_for_one_field_are_in_dispute_and_the_saved_one_stays() -> None:
    base = Note(title="a")
    mine, theirs = (base.model_copy(update={"title": title}) for title in "AB")

    merged = merge(base, mine, theirs)

    assert merged.disputed == ("title",)
    assert merged.record.title == "B"


@settings(deadline=None)
@given(base=NOTES, mine=NOTES)
def test_alone_my_changes_are_all_there_is(base: Note, mine: Note) -> None:
    merged = merge(base, mine, base)

    assert content(merged.record) == content(mine)
    assert merged.disputed == ()


@settings(deadline=None)
@given(base=NOTES, theirs=NOTES)
def test_without_changes_of_mine_nothing_changes(base: Note, theirs: Note) -> None:
    merged = merge(base, base, theirs)

    assert merged.record == theirs
    assert merged.disputed == ()


@settings(deadline=None)
@given(base=NOTES, mine=NOTES, theirs=NOTES)
def test_a_field_is_in_dispute_exactly_if_both_changed_it_differently(
    base: Note, mine: Note, theirs: Note
) -> None:
    disputed = tuple(
        name
        for name in FIELDS
        if getattr(base, name) != getattr(mine, name) != getattr(theirs, name) != getattr(base, name)
    )

    assert merge(base, mine, theirs).disputed == disputed


@settings(deadline=None)
@given(base=NOTES, mine=NOTES, theirs=NOTES)
def test_both_sides_dispute_the_same(base: Note, mine: Note, theirs: Note) -> None:
    assert merge(base, mine, theirs).disputed == merge(base, theirs, mine).disputed


@settings(deadline=None)
@given(base=NOTES, mine=NOTES, theirs=NOTES)
def test_what_is_merged_is_saved_over_theirs(base: Note, mine: Note, theirs: Note) -> None:
    merged = merge(base, mine, theirs).record

    assert all(getattr(merged, name) == getattr(theirs, name) for name in BOOKKEEPING)
    assert all(getattr(merged, name) in (getattr(mine, name), getattr(theirs, name)) for name in FIELDS)
