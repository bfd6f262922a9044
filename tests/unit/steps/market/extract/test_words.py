import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.market.extract.spelling import standard
from rutkit.steps.market.extract.words import Words, first_word


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("C++, C# & .NET", ["c++", "c#", "&", ".net"]),
        ("CompTIA Network+ or 3+ years", ["comptia", "network+", "or", "3", "years"]),
        ("a driver's and drivers’ licence", ["a", "driver", "and", "drivers", "licence"]),
        ("R&D & C.", ["r", "&", "d", "&", "c"]),
        ("CI/CD, node.js", ["ci", "cd", "node", "js"]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_words(text: str, words: list[str]) -> None:
    assert Words(text).words == words


@given(st.text(max_size=60))
def test_words_and_what_stands_between_them_make_up_the_text(text: str) -> None:
    words = Words(text)
    assert len(words.lowered) == len(text)
    rebuilt = words.between(0)
    for place, start in enumerate(words.starts):
        rebuilt += words.lowered[start : words.end(place)] + words.between(place + 1)
    assert rebuilt == words.lowered


@given(st.text(alphabet="ab1 .,&+#'’s\n–é\x00", max_size=40))
def test_marks_and_blanks_part_the_same_words_with_and_without_signs_in_the_text(text: str) -> None:
    alone = Words(text).words
    assert Words(f"{text} c++").words == [*alone, "c++"]


@pytest.mark.parametrize("text", [".NET Core", "Node.js", "C++ builder", "Über-Tool", "+"])
def test_the_first_word_is_the_first_of_all(text: str) -> None:
    assert first_word(text) == next(iter(Words(text).words), "")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("skills", "skill"),
        ("technologies", "technology"),
        ("databases", "database"),
        ("organisation", "organization"),
        ("behaviour", "behavior"),
        ("modelling", "modeling"),
        ("licence", "license"),
        ("travelling", "traveling"),
        ("paediatrics", "pediatrics"),
        ("&", "and"),
    ],
)
def test_one_and_many_and_both_sides_of_the_ocean_are_spelled_alike(one: str, other: str) -> None:
    assert standard(one) == standard(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("news", "new"),
        ("ios", "io"),
        ("analysis", "analysi"),
        ("logistics", "logistic"),
        ("filling", "filing"),
    ],
)
def test_not_every_s_makes_a_plural(one: str, other: str) -> None:
    assert standard(one) != standard(other)
