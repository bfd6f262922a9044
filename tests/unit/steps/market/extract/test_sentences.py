from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.market.extract.sentences import LONGEST, split
from rutkit.steps.market.extract.words import Words


def texts(posting: str) -> list[str]:
    return [sentence.text for sentence in split(Words(posting))]


def headings(posting: str) -> dict[str, str | None]:
    return {sentence.text: sentence.heading for sentence in split(Words(posting))}


def test_a_full_stop_ends_a_sentence_and_an_abbreviation_does_not() -> None:
    assert texts(
        "We need Python, e.g. Django. Or C++. You have 3.5 years of node.js. £25k p.a. The rest is fun."
    ) == [
        "We need Python, e.g. Django.",
        "Or C++.",
        "You have 3.5 years of node.js.",
        "£25k p.a.",
        "The rest is fun.",
    ]


def test_a_degree_and_a_place_keep_their_full_stops() -> None:
    assert texts("An M.Sc. Computer Science in St. Austell") == ["An M.Sc. Computer Science in St. Austell"]


def test_a_lost_blank_after_a_full_stop_does_not_join_two_sentences() -> None:
    assert texts("You bring experience.You like Vue.Js a lot") == [
        "You bring experience.",
        "You like Vue.Js a lot",
    ]


def test_each_point_of_a_list_is_a_sentence_without_its_bullet() -> None:
    assert texts("Your tasks\n- Python\n* SQL\n• Git\n1. Excel") == [
        "Your tasks",
        "Python",
        "SQL",
        "Git",
        "Excel",
    ]


def test_points_in_one_line_are_told_apart() -> None:
    assert texts("Skills: • Python • SQL * Git - Excel - Word") == [
        "Skills:",
        "Python",
        "SQL",
        "Git",
        "Excel",
        "Word",
    ]


def test_two_blanks_are_where_a_bullet_was_lost() -> None:
    assert texts("Maintain the plant  Train the staff") == ["Maintain the plant", "Train the staff"]


def test_a_line_that_only_wraps_goes_on() -> None:
    wrapped = "You will look after the books of a good number of small\nand middling companies."
    assert texts(wrapped) == [wrapped]


def test_short_lines_in_small_letters_stay_apart() -> None:
    assert texts("python\nsql") == ["python", "sql"]


def test_points_stand_under_the_last_heading_above_them() -> None:
    posting = "WHAT YOU NEED\n- Python\n\nNice to have:\n- Django\n\nDesirable\nFlask"
    assert headings(posting) == {
        "WHAT YOU NEED": "WHAT YOU NEED",
        "Python": "WHAT YOU NEED",
        "Nice to have:": "Nice to have",
        "Django": "Nice to have",
        "Desirable": "Desirable",
        "Flask": "Desirable",
    }


def test_a_label_counts_for_its_own_line_alone() -> None:
    assert headings("Skills:\nExcel\nSalary: 30k\nWord")["Word"] == "Skills"


def test_in_running_text_a_label_counts_until_the_next() -> None:
    found = headings("Essential: A degree. Experience of payroll. Desirable: Sage.")
    assert found == {
        "Essential: A degree.": "Essential",
        "Experience of payroll.": "Essential",
        "Desirable: Sage.": "Desirable",
    }


def test_a_title_in_running_text_begins_a_sentence_without_a_colon() -> None:
    found = headings("A growing business The Person The right candidate has HNC Key Skills Welding")
    assert found == {
        "A growing business": None,
        "The Person The right candidate has HNC": "The Person",
        "Key Skills Welding": "Key Skills",
    }


def test_words_in_capitals_in_a_list_are_no_heading() -> None:
    assert headings("Skills\nSQL\nAWS")["AWS"] == "Skills"


def test_what_runs_on_is_cut_into_readable_lengths() -> None:
    assert max(map(len, texts("word " * 1000))) <= LONGEST


@given(st.text(alphabet=st.sampled_from("aB .!?:;,-*•\n\t12£(é"), max_size=200))
def test_sentences_stand_where_they_say_in_order_and_lose_no_letter(posting: str) -> None:
    sentences = split(Words(posting))
    assert all(posting[one.start : one.end] == one.text == one.text.strip() != "" for one in sentences)
    assert all(one.end <= other.start for one, other in pairwise(sentences))
    kept = "".join(one.text for one in sentences)
    assert sorted(filter(str.isupper, kept)) == sorted(filter(str.isupper, posting))


def test_a_title_at_the_beginning_of_a_line_is_taken_whole() -> None:
    assert headings("Basic Qualifications: a diploma") == {
        "Basic Qualifications: a diploma": "Basic Qualifications"
    }
