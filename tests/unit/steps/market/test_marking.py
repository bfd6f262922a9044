from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.market.extract.reading import Requirement
from rutkit.steps.market.view.marking import Mark, marked, marked_span
from rutkit.widgets.markup import Markup

TEXT = "You must know SQL & R."


def mark(start: int, end: int, requirement: Requirement = Requirement.REQUIRED) -> Mark:
    return Mark(start, end, TEXT[start:end], requirement)


def test_a_mark_says_what_it_is_and_how_much_it_is_wanted() -> None:
    shown = marked(TEXT, [mark(14, 17, Requirement.PREFERRED)])

    assert 'class="rutkit-mark rutkit-preferred"' in shown
    assert 'aria-label="SQL: SQL, preferred"' in shown
    assert shown.endswith(">SQL</a> &amp; R.")


def test_of_two_that_overlap_the_first_is_marked() -> None:
    shown = marked(TEXT, [mark(9, 17), mark(14, 17)])

    assert shown.count("<a ") == 1
    assert ">know SQL</a>" in shown


def test_a_place_beyond_the_text_is_not_marked() -> None:
    assert "<a " not in marked(TEXT, [Mark(14, 99, "SQL", Requirement.REQUIRED)])


def test_a_sentence_keeps_all_of_its_words() -> None:
    shown = marked_span("<b>SQL</b> is needed", 3, 6, Requirement.UNSTATED)

    assert shown == '&lt;b&gt;<mark class="rutkit-mark rutkit-unstated">SQL</mark>&lt;/b&gt; is needed'


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5))
def test_without_its_marks_the_text_is_the_same_and_nothing_in_it_is_markup(
    text: str, places: list[tuple[int, int]]
) -> None:
    marks = sorted(
        (Mark(min(place), max(place), "a skill", Requirement.REQUIRED) for place in places),
        key=lambda one: one.start,
    )

    shown = marked(text, marks)

    assert Markup(re.sub(r"</?a\b[^>]*>", "", shown)).unescape() == text
