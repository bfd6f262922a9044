from __future__ import annotations

from datetime import date

from rutkit.exchange.json_resume import Resume, ResumeCertificate, ResumeSkill
from rutkit.steps.growth.records import LearningEntry
from rutkit.steps.skills.demand import Demand
from rutkit.steps.skills.records import Skill
from rutkit.steps.skills.suggestions import as_skill, from_resume, suggestions

DEMANDS = (Demand("Python", 0.3, 40, 0.1), Demand("SQL", 0.5, 40, 0.25))


def test_what_was_learned_comes_before_what_is_asked_for_most() -> None:
    entry = LearningEntry(day=date(2026, 3, 1), skills=("Welding",))
    assert [s.name for s in suggestions([], DEMANDS, [entry])] == ["Welding", "SQL", "Python"]


def test_what_is_on_the_list_is_not_suggested() -> None:
    assert [s.name for s in suggestions([Skill(name="sql")], DEMANDS, [])] == ["Python"]


def test_a_resume_suggests_keywords_rather_than_the_name_of_their_group() -> None:
    resume = Resume(skills=(ResumeSkill("Data", "Master", ("SQL", "dbt")), ResumeSkill("Writing", "", ())))
    assert [s.name for s in from_resume(resume, [])] == ["SQL", "dbt", "Writing"]


def test_a_resume_s_own_level_is_quoted_and_not_guessed_into_a_number() -> None:
    resume = Resume(skills=(ResumeSkill("SQL", "Master", ()),))
    skill = as_skill(from_resume(resume, [])[0])
    assert (skill.level, skill.evidence) == (None, "Your resume says: Master")


def test_a_certificate_is_its_own_evidence() -> None:
    resume = Resume(certificates=(ResumeCertificate("First aid", "Red house", "2024"),))
    assert from_resume(resume, [])[0].evidence == "Certificate: Red house, 2024"
