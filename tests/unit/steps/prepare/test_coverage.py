from __future__ import annotations

import pytest

from rutkit.steps.prepare.coverage import BASICS, Asked, Coverage, Showing, cover
from rutkit.steps.prepare.records import (
    Highlight,
    NotTrue,
    ResumeBasics,
    ResumeVersion,
    SkillEntry,
    WorkEntry,
)
from rutkit.steps.prepare.resume import Master
from rutkit.steps.skill_names import standard_key
from rutkit.steps.skills.records import Skill

JOB = WorkEntry(id="job", position="Lead", name="Python Pumps", evidence="Kubernetes")
LINE = Highlight(
    id="line", entry="job", text="Moved the reports to MS Excel; go-to person", evidence="Tableau"
)
SKILLS = SkillEntry(id="skills-1", name="Data", keywords="SQL\nGo")
MASTER = Master(
    ResumeBasics(summary="I like Scrum."), {"work": (JOB,), "skills": (SKILLS,)}, {"job": (LINE,)}
)
EVERYTHING = ResumeVersion()


def one(name: str, version: ResumeVersion = EVERYTHING, **more: object) -> tuple[Showing, tuple[str, ...]]:
    (row,) = cover([Asked(name, "required")], version, MASTER, **more).rows  # type: ignore[arg-type]
    return row.showing, row.where


def covered(shown: int, lacking: int) -> Coverage:
    names = ["SQL"] * shown + ["Ruby"] * lacking
    return cover([Asked(name, "required") for name in names], EVERYTHING, MASTER)


def test_a_skill_is_found_under_another_of_its_names() -> None:
    assert one("Microsoft Excel") == (Showing.SHOWN, ("line",))


def test_a_keyword_counts_however_short() -> None:
    assert one("Go") == (Showing.SHOWN, ("skills-1",))


def test_the_summary_is_in_every_version() -> None:
    assert one("Scrum", ResumeVersion(lines="-")) == (Showing.SHOWN, (BASICS,))


def test_what_the_version_leaves_out_could_be_shown() -> None:
    assert one("SQL", ResumeVersion(lines="work\njob\nline")) == (Showing.COULD_BE_SHOWN, ("skills-1",))


def test_a_line_beneath_a_job_that_is_left_out_could_be_shown() -> None:
    assert one("Microsoft Excel", ResumeVersion(lines="work\nline"))[0] is Showing.COULD_BE_SHOWN


@pytest.mark.parametrize("name", ["Tableau", "Kubernetes", "Python"])
def test_neither_evidence_nor_an_employer_s_name_says_that_one_can_do_something(name: str) -> None:
    assert one(name) == (Showing.NOT_IN_MASTER, ())


def test_what_is_not_true_is_remembered_under_all_its_names() -> None:
    denied = [NotTrue(skill=standard_key("K8s"))]
    assert one("Kubernetes", not_true=denied)[0] is Showing.NOT_TRUE


def test_what_the_master_says_is_shown_although_it_was_once_denied() -> None:
    assert one("SQL", not_true=[NotTrue(skill=standard_key("SQL"))])[0] is Showing.SHOWN


def test_a_skill_of_step_6_is_pointed_out_from_with_help_up() -> None:
    skills = [Skill(name="Tableau", level=3), Skill(name="Ruby", level=2)]
    rows = cover([Asked("Tableau", ""), Asked("Ruby", "")], EVERYTHING, MASTER, skills=skills).rows
    assert [(row.showing, row.is_on_skills_list) for row in rows] == [
        (Showing.NOT_IN_MASTER, True),
        (Showing.NOT_IN_MASTER, False),
    ]


def test_a_skill_the_vocabulary_does_not_know_is_found_by_its_words() -> None:
    assert one("go to person")[0] is Showing.SHOWN


def test_of_fewer_than_three_requirements_there_is_no_share() -> None:
    assert covered(1, 1).share is None
    assert "a share says nothing" in covered(1, 1).meaning


@pytest.mark.parametrize(
    ("shown", "lacking", "words"),
    [(1, 3, "this is below that"), (2, 3, "about as much as it takes"), (3, 2, "More would hardly help")],
)
def test_the_share_is_compared_with_what_is_known_to_matter(shown: int, lacking: int, words: str) -> None:
    assert words in covered(shown, lacking).meaning


def test_how_much_is_shown_is_counted() -> None:
    assert covered(1, 1).counted == "This version shows 1 of 2 things that are asked for."
