import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.market.extract.spelling import standard
from rutkit.steps.market.extract.words import Words, first_word


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("C++, C# & .NET", ["c++", "c#", "and", ".net"]),
        ("CompTIA Network+ or 3+ years", ["comptia", "network+", "or", "3", "years"]),
        ("a driver's and drivers’ licence", ["a", "driver", "and", "drivers", "licence"]),
        ("CI/CD, node.js", ["ci", "cd", "node", "js"]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_words(text: str, words: list[str]) -> None:
    assert Words(text).words == words


@given(st.text(max_size=60))
def test_words_and_what_stands_between_them_make_up_the_text(text: str) -> None:
    words = Words(text)
    places = list(zip(words.starts, words.ends, strict=True))
    assert len(words.lowered) == len(text)
    assert len(words.between) == len(words.words) + 1
    rebuilt = words.between[0]
    for (start, end), between in zip(places, words.between[1:], strict=True):
        rebuilt += words.lowered[start:end] + between
    assert rebuilt == words.lowered


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
        ("paediatrics", "pediatrics"),
    ],
)
def test_one_and_many_and_both_sides_of_the_ocean_are_spelled_alike(one: str, other: str) -> None:
    assert standard(one) == standard(other)


@pytest.mark.parametrize(
    ("one", "other"), [("news", "new"), ("ios", "io"), ("analysis", "analysi"), ("logistics", "logistic")]
)
def test_not_every_s_makes_a_plural(one: str, other: str) -> None:
    assert standard(one) != standard(other)
