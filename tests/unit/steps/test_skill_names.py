from __future__ import annotations

import pytest

from rutkit.steps.market.extract.vocabulary import vocabulary
from rutkit.steps.skill_names import skill_key, standard_key


@pytest.mark.parametrize(
    ("one", "other"),
    [("Excel", "Microsoft Excel"), ("ms  excel", "Microsoft Excel"), ("Postgres", "PostgreSQL")],
)
def test_all_names_of_a_skill_stand_for_one(one: str, other: str) -> None:
    assert standard_key(one) == standard_key(other)


def test_a_skill_that_no_vocabulary_knows_stands_for_itself() -> None:
    assert standard_key(" Dry stone  walling") == skill_key("dry stone walling")


def test_the_name_of_a_skill_never_stands_for_another() -> None:
    names = [skill.name for skill in vocabulary()]
    assert [name for name in names if standard_key(name) != skill_key(name)] == []
