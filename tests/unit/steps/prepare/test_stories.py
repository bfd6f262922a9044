from __future__ import annotations

from rutkit.steps.prepare.competencies import AskedFor, Competency
from rutkit.steps.prepare.questions import GENERAL_HEADINGS
from rutkit.steps.prepare.records import Story
from rutkit.steps.prepare.stories import (
    LONGEST_WORDS,
    SHOWN_COMPETENCIES,
    called,
    fitting,
    hints,
    is_whole,
    matrix,
)

WHOLE = Story(
    title="The night queue",
    situation="A support team of four, two years ago.",
    task="The queue had grown to 300 tickets, and it was given to me.",
    action="I sorted them by cause, and wrote five answers that fitted most of them.",
    result="It was empty after 4 weeks.",
    reflection="I would ask the callers sooner.",
    competencies=("Problem solving",),
)
ASKED = AskedFor(
    (Competency("Leadership", 16, 62), Competency("Problem solving", 9, 62), Competency("Coaching", 8, 62)),
    62,
    1,
)


def changed(**parts: object) -> Story:
    return WHOLE.model_copy(update=parts)


# One story


def test_a_story_is_whole_with_its_four_parts() -> None:
    assert is_whole(changed(reflection=""))
    assert not is_whole(changed(result=" "))


def test_what_is_missing_is_named() -> None:
    assert hints(changed(task="", result="")) == ("Still to say: what was yours to do and what came of it.",)


def test_a_good_story_is_left_alone() -> None:
    assert hints(WHOLE) == ()


def test_a_result_without_a_number_is_asked_for_one() -> None:
    assert "number" in hints(changed(result="It was empty in the end."))[0]


def test_a_story_about_all_of_us_is_asked_for_one_s_own_part() -> None:
    assert "Which part was yours?" in hints(changed(action="We sorted them and we wrote answers."))[0]


def test_a_story_that_shows_nothing_is_asked_what_it_shows() -> None:
    assert "finds its questions" in hints(changed(competencies=()))[0]


def test_a_long_story_is_told_how_long_it_is() -> None:
    assert "927 words" in hints(changed(action="I sorted. " * LONGEST_WORDS))[0]


def test_a_look_back_is_asked_for_last() -> None:
    assert hints(changed(reflection="", competencies=()))[-1].startswith("What would you do again")


def test_a_story_without_a_name_is_called_by_how_it_begins() -> None:
    assert called(changed(title="")) == "A support team of four, two"
    assert called(Story()) == "A story without a name"


# The matrix


def test_the_gaps_are_what_is_asked_for_most_and_has_no_story() -> None:
    found = matrix([WHOLE], ASKED)
    assert [row.name for row in found.gaps] == ["Leadership", "Coaching"]
    assert found.finding == "1 of 3 competencies with a story; next: Leadership and Coaching"


def test_a_story_shows_a_competency_by_any_of_its_names() -> None:
    assert not matrix([changed(competencies=("leadership skills",))], ASKED).rows[0].is_gap


def test_each_row_says_which_stories_show_it() -> None:
    assert matrix([WHOLE, changed(competencies=())], ASKED).rows[1].shown_by == (True, False)


def test_without_gaps_it_says_so() -> None:
    everything = changed(competencies=("Leadership", "Problem solving", "Coaching"))
    assert matrix([everything], ASKED).finding == "3 of 3 competencies with a story: nothing is missing"


def test_without_postings_the_authored_competencies_stand_in() -> None:
    rows = matrix([WHOLE], AskedFor()).rows
    assert len(rows) == SHOWN_COMPETENCIES
    assert all(row.asked is None for row in rows)
    assert not {row.name for row in rows} & set(GENERAL_HEADINGS)


def test_a_question_is_offered_the_stories_that_fit_it() -> None:
    assert fitting([WHOLE, changed(competencies=())], ["Coaching", "problem solving"]) == (WHOLE,)
