from __future__ import annotations

import pytest

from rutkit.steps.skills.demand import Demand, coverage, own_levels, weights
from rutkit.steps.skills.gaps import PostingNeeds, enough_sentence, gaps, matches, matters_most
from rutkit.steps.skills.records import LearningResource, Skill

DEMANDS = (Demand("SQL", 0.5, 40, 0.25), Demand("Python", 0.3, 40, 0.1), Demand("Welding", 0.2, 40, 0.0))


def test_what_is_asked_for_falls_into_three_honest_groups() -> None:
    found = gaps(
        DEMANDS,
        [Skill(name="sql", level=3, evidence="A report"), Skill(name="Python", level=4, evidence="  ")],
    )
    assert [[g.demand.name for g in group] for group in (found.shown, found.unshown, found.lacking)] == [
        ["SQL"],
        ["Python"],
        ["Welding"],
    ]


def test_a_skill_is_had_by_whatever_name_the_person_gave_it() -> None:
    found = gaps(
        [Demand("Microsoft Excel", 0.5, 40, 0.5)], [Skill(name="Excel", level=4, evidence="A model")]
    )
    assert [gap.level for gap in found.shown] == [4]


def test_of_a_skill_listed_under_two_names_the_higher_level_counts() -> None:
    assert list(own_levels([Skill(name="Excel", level=4), Skill(name="MS Excel", level=1)]).values()) == [4]


def test_having_tried_something_is_not_having_it() -> None:
    assert not gaps(DEMANDS, [Skill(name="SQL", level=2)]).shown


def test_a_skill_without_a_level_is_told_apart_from_one_that_is_not_had() -> None:
    found = gaps(DEMANDS, [Skill(name="SQL"), Skill(name="Python", level=0)])
    assert [gap.demand.name for gap in found.unsaid] == ["SQL", "Welding"]


def test_what_is_asked_for_most_and_met_least_matters_most() -> None:
    found = gaps(DEMANDS, [Skill(name="SQL", level=2), Skill(name="Python", level=0)])
    assert [each.name for each in matters_most(found, [])] == ["Python", "SQL", "Welding"]


def test_a_reason_names_the_interval_and_what_leads_there() -> None:
    found = gaps(DEMANDS, [Skill(name="SQL", level=1)])
    course = LearningResource(name="Evenings", covers=("sql",), to_level=4)
    reason = matters_most(found, [course])[0].reason
    assert "of 40 postings (35–65" in reason
    assert "“Evenings” on your list leads there" in reason


def test_each_level_up_to_using_it_alone_counts_the_same() -> None:
    weight = weights(DEMANDS)
    assert coverage(weight, own_levels([Skill(name="SQL", level=2)])) == pytest.approx(0.25)
    assert coverage(weight, own_levels([Skill(name="SQL", level=5)])) == pytest.approx(0.5)


def needs(*skills: str) -> PostingNeeds:
    return PostingNeeds("A job", "A firm", skills)


def test_a_posting_is_matched_by_the_skills_one_has() -> None:
    (match,) = matches([needs("SQL", "Python", "Welding")], [Skill(name="sql", level=3)])
    assert match.share == pytest.approx(1 / 3)


def test_a_posting_with_fewer_than_three_requirements_says_nothing() -> None:
    assert matches([needs("SQL", "Python")], []) == ()


def test_enough_is_said_from_two_fifths_up() -> None:
    found = matches([needs("SQL", "A", "B"), needs("SQL", "Python")], [Skill(name="SQL", level=3)])
    assert enough_sentence(found).startswith("You match 40")
    found = matches([needs("SQL", "Python", "A", "B", "C")], [Skill(name=n, level=3) for n in ("SQL", "A")])
    assert enough_sentence(found).startswith("In 1 of 1 posting you match 40")


def test_without_postings_nothing_is_said_of_enough() -> None:
    assert enough_sentence(()) == ""
