from __future__ import annotations

from pathlib import Path

import pytest

from rutkit.steps.market.extract.reading import Kind
from rutkit.steps.market.extract.vocabulary import Certainty, Form, Skill, parse, vocabulary
from rutkit.steps.market.records import LoadedVocabulary
from rutkit.steps.market.vocabularies import NoVocabularyError, load, reader_with, skills_with

ONET_FILE = Path(__file__).resolve().parents[5] / "shared/data/onet/technology_skills.txt"
ONET = (
    "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand\n"
    "11-1011.00\tAdobe Systems Adobe Acrobat\t1\tDocument software\tY\tN\n"
    "11-1011.00\tHypertext markup language HTML\t1\tWeb software\tY\tN\n"
    "11-1011.00\tChef\t1\tConfiguration software\tY\tN\n"
    "11-1011.00\tFlowJo\t1\tAnalytical software\tN\tN\n"
    "15-1011.00\tFlowJo\t1\tAnalytical software\tN\tN\n"
    "15-1011.00\tKing, Smith | Sons payroll\t1\tPayroll software\tN\tN\n"
)
ESCO = (
    "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,description\n"
    'KnowledgeSkillCompetence,u:1,knowledge,x,zymurgy (brewing science),"brewing chemistry\nbrew theory",,released,d\n'
    "KnowledgeSkillCompetence,u:2,skill/competence,x,brew beer,,,released,d\n"
)


def skills(loaded: LoadedVocabulary) -> dict[str, Skill]:
    return {skill.name: skill for skill in parse(loaded.skills, "loaded")}


def test_technologies_of_onet_become_tools_each_once() -> None:
    found = skills(load(ONET.encode(), "technology_skills.txt"))
    assert len(found) == 5
    assert {skill.kind for skill in found.values()} == {Kind.TOOL}
    assert Form("Adobe Acrobat") in found["Adobe Systems Adobe Acrobat"].forms
    assert Form("HTML", Certainty.AS_WRITTEN) in found["Hypertext markup language HTML"].forms
    assert found["King Smith Sons payroll"].forms == (Form("King Smith Sons payroll"),)


@pytest.mark.parametrize(
    ("name", "certainty"), [("Chef", Certainty.IN_CONTEXT), ("FlowJo", Certainty.AS_WRITTEN)]
)
def test_a_lone_word_has_to_be_met_with_care(name: str, certainty: Certainty) -> None:
    assert skills(load(ONET.encode(), "technology_skills.txt"))[name].forms == (Form(name, certainty),)


def test_skills_of_esco_come_with_their_other_labels() -> None:
    loaded = load(ESCO.encode(), "skills_en.csv")
    found = skills(loaded)
    assert found["zymurgy"] == Skill(
        "zymurgy", Kind.KNOWLEDGE, (Form("zymurgy"), Form("brewing chemistry"), Form("brew theory"))
    )
    assert found["brew beer"].kind is Kind.METHOD
    assert "ESCO" in loaded.source


def test_a_vocabulary_file_is_loaded_as_it_is() -> None:
    assert load(b"[tool]\nFlowJo\n", "mine.txt").skills == "[tool]\nFlowJo\n"


@pytest.mark.parametrize(
    ("data", "filename", "words"),
    [
        (b"date,amount\n2026-01-01,5\n2026-01-02,5\n", "bank.csv", "no column “Example” or “preferredLabel”"),
        (b"[tool]\n| a\n", "mine.txt", "a form is empty"),
        (b"\x89PNG\0\0", "photo.png", "Nothing was changed"),
        (b"", "empty.csv", "is empty"),
    ],
)
def test_another_file_says_what_it_lacks(data: bytes, filename: str, words: str) -> None:
    with pytest.raises(NoVocabularyError, match=words):
        load(data, filename)


def test_where_both_know_a_word_rutkit_s_meaning_counts() -> None:
    merged = {
        skill.name: skill
        for skill in skills_with(["[knowledge]\nPostgres | Elephant base\nZymurgy | zymology\n"])
    }
    assert "Postgres" not in merged
    assert Form("Elephant base") in merged["PostgreSQL"].forms
    assert merged["Zymurgy"].kind is Kind.KNOWLEDGE
    assert len(merged) == len(vocabulary()) + 1


def test_what_is_loaded_is_read_in_postings() -> None:
    found = (
        reader_with(("[knowledge]\nZymurgy | zymology\n",)).read("You must know zymology and Python.").skills
    )
    assert {mention.name for mention in found} == {"Zymurgy", "Python"}


@pytest.mark.skipif(not ONET_FILE.exists(), reason="needs ../shared/data/onet/technology_skills.txt")
def test_all_of_onet_s_technology_skills_can_be_loaded() -> None:
    loaded = load(ONET_FILE.read_bytes(), ONET_FILE.name)
    assert len(skills(loaded)) > 8_000
    assert len(skills_with([loaded.skills])) > len(vocabulary()) + 5_000


def test_a_list_too_long_to_be_kept_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rutkit.steps.market.vocabularies.LONGEST_TEXT", 20)
    with pytest.raises(NoVocabularyError, match="more skills than can be kept"):
        load(b"[tool]\nTurning lathe\nMilling machine\n", "mine.txt")
