from __future__ import annotations

import pytest

from rutkit.steps.market.choices import Choices, as_vocabulary
from rutkit.steps.market.extract.reader import Reader
from rutkit.steps.market.extract.reading import Kind, Requirement
from rutkit.steps.market.extract.vocabulary import Certainty, Form, Skill, parse
from rutkit.steps.market.records import SkillChoice

SKILLS = (
    Skill("Python", Kind.LANGUAGE, (Form("Python"),)),
    Skill("Go", Kind.LANGUAGE, (Form("Go", Certainty.AS_WRITTEN), Form("Golang"))),
)
TEXT = "You must know Python and Golang. Sourdough baking is a plus."


def names(*choices: SkillChoice, text: str = TEXT) -> list[str]:
    found = Reader(SKILLS).read(text).skills
    return [mention.name for mention in Choices(choices).laid_over(found, text)]


def choice(word: str, verdict: str, name: str = "", kind: str = "knowledge") -> SkillChoice:
    return SkillChoice.model_validate(
        {"role": "r", "word": word, "verdict": verdict, "name": name, "kind": kind}
    )


def test_without_choices_a_reading_stays_as_it_is() -> None:
    assert names() == ["Python", "Go"]


@pytest.mark.parametrize("word", ["Go", "go", "Golang", " GOLANG "])
def test_a_rejected_word_is_no_skill_by_its_name_or_as_it_is_written(word: str) -> None:
    assert names(choice(word, "not a skill")) == ["Python"]


def test_a_written_form_can_be_rejected_while_the_skill_stays() -> None:
    text = "You must know Go. You must know Golang."
    assert names(choice("Golang", "not a skill"), text=text) == ["Go"]


def test_another_name_is_called_what_the_person_calls_it() -> None:
    assert names(choice("Golang", "another name of", "Go language")) == ["Python", "Go language"]


def test_an_accepted_word_is_searched_in_the_text() -> None:
    (found,) = Choices([choice("sourdough baking", "a skill", kind="method")]).added_to(TEXT)
    assert (found.name, found.kind, found.text) == ("sourdough baking", Kind.METHOD, "Sourdough baking")
    assert found.requirement is Requirement.PREFERRED


def test_a_word_that_is_another_name_is_searched_too() -> None:
    assert names(choice("sourdough", "another name of", "Baking")) == ["Python", "Go", "Baking"]


def test_of_two_that_overlap_the_longer_one_counts() -> None:
    text = "You must know Python scripting."
    assert names(choice("Python scripting", "a skill"), text=text) == ["Python scripting"]


def test_a_short_word_is_searched_only_as_it_is_written() -> None:
    text = "You must know IT. It is fun."
    assert len(Choices([choice("IT", "a skill")]).added_to(text)) == 1


def test_what_is_decided_is_known_in_any_spelling() -> None:
    choices = Choices([choice("Sourdough  baking", "not a skill")])
    assert choices.decided("sourdough baking")
    assert not choices.decided("sourdough")


def test_choices_leave_as_a_vocabulary_file() -> None:
    text = as_vocabulary(
        [
            choice("sourdough", "a skill", kind="method"),
            choice("levain, French", "another name of", "sourdough"),
            choice("psql", "another name of", "PostgreSQL"),
            choice("world", "not a skill"),
        ]
    )
    assert text == (
        "[tool]\nPostgreSQL | psql\n\n[method]\nsourdough | levain French\n\n# not a skill: world\n"
    )
    assert [skill.name for skill in parse(text, "choices")] == ["PostgreSQL", "sourdough"]
