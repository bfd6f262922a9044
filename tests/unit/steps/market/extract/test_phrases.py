import pytest

from rutkit.steps.market.extract import phrases
from rutkit.steps.market.extract.sentences import in_words, split
from rutkit.steps.market.extract.words import Words


def found(text: str) -> list[str]:
    words = Words(text)
    return [
        text[words.starts[item.first] : words.end(item.last - 1)]
        for item in phrases.find(words, in_words(split(words), words))
    ]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Experience in reservoir engineering is needed", ["reservoir engineering"]),
        ("Knowledge of tax law, double taxation and VAT", ["tax law", "double taxation", "VAT"]),
        ("A degree in experimental psychology or similar", ["experimental psychology"]),
        ("Good working knowledge of lime mortar", ["lime mortar"]),
        ("Familiar with tools such as chisels (e.g. gouges) and mallets", ["chisels", "gouges", "mallets"]),
        ("Background in dry stone walling", ["dry stone walling"]),
        ("Proficient in the use of theodolites", []),
        ("Experience of falconry welcome", ["falconry"]),
        ("Experience in the world of opera", []),
    ],
)
def test_a_cue_begins_a_list_of_what_is_asked_for(text: str, items: list[str]) -> None:
    assert found(text) == items


@pytest.mark.parametrize(
    "text",
    [
        "Experience with technologies",
        "Experience of solving hard problems",
        "Skills in 5",
        "A passion for food",
        "We have an experience to share",
        "Knowledge of one two three four five six seven eight words in a row without end",
    ],
)
def test_what_names_nothing_is_left_out(text: str) -> None:
    assert found(text) == []


def test_a_list_ends_with_its_sentence() -> None:
    assert found("Experience with lathes. Mills stand beside them.") == ["lathes"]
