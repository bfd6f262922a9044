import pytest

from rutkit.steps.market.extract import phrases
from rutkit.steps.market.extract.sentences import in_words, split
from rutkit.steps.market.extract.skills import SkillFinder
from rutkit.steps.market.extract.vocabulary import parse
from rutkit.steps.market.extract.words import Words

VOCABULARY = """
[language]
Python
?R | R programming
?C
C++ | CPP
C#
?Go | Golang
?Swift
SQL
JavaScript

[tool]
.NET | dotnet
ASP.NET
Node.js | NodeJS
Django
^Excel | Microsoft Excel, MS Excel
?Word | Microsoft Word
?Access | Microsoft Access
?Spring | Spring Boot
?Chef
?Teams | Microsoft Teams
^SAP
Ansible
Puppet
^Less

[method]
CI/CD
A/B testing
R&D | research and development
E-commerce
Organization design
Health and safety
?sales
Project management
Programme management
Electronic engineering
Graphics design

[knowledge]
^IT | information technology
Data structure
European Train Control System | ETCS

[soft]
Communication
"""
FINDER = SkillFinder(parse(VOCABULARY, "test"))


def found(text: str) -> list[str]:
    words = Words(text)
    passages = in_words(split(words), words)
    asked = {place for item in phrases.find(words, passages) for place in range(item.first, item.last)}
    return [each.skill.name for each in FINDER.find(words, passages, asked)]


def spans(text: str) -> list[str]:
    words = Words(text)
    return [
        text[words.starts[each.first] : words.end(each.last - 1)]
        for each in FINDER.find(words, in_words(split(words), words))
    ]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("PYTHON", "Python"),
        ("data-structures", "Data structure"),
        ("eCommerce", "E-commerce"),
        ("e-commerce", "E-commerce"),
        ("organisation design", "Organization design"),
        ("Health & Safety", "Health and safety"),
        ("node js", "Node.js"),
        ("Node.JS", "Node.js"),
        ("electronics engineering", "Electronic engineering"),
        ("graphic design", "Graphics design"),
    ],
)
def test_case_hyphens_plurals_and_british_spelling_make_no_difference(written: str, name: str) -> None:
    assert found(f"You know {written}.") == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("C++, C# and .NET.", ["C++", "C#", ".NET"]),
        ("ASP.NET", ["ASP.NET"]),
        ("node.js", ["Node.js"]),
        ("CI/CD and A/B testing", ["CI/CD", "A/B testing"]),
        ("R&D", ["R&D"]),
        ("Python/Django", ["Python", "Django"]),
        ("Python and/or SQL", ["Python", "SQL"]),
        ("SQL(Python)", ["SQL", "Python"]),
    ],
)
def test_marks_within_names_and_between_them_are_told_apart(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("You will excel at this.", []),
        ("Excel and Word", ["Excel", "Word"]),
        ("Excellent Word skills", ["Word"]),
        ("In a word, lovely.", []),
        ("Word of mouth matters.", []),
        ("Access to a car is needed.", []),
        ("Experience with Access and Excel", ["Access", "Excel"]),
        ("We start in Spring 2024.", []),
        ("Java frameworks such as Spring", ["Spring"]),
        ("It is sap that we tap.", []),
        ("A SAP rollout", ["SAP"]),
        ("Bring it to us.", []),
        ("An IT department", ["IT"]),
        ("No more and no less.", []),
        ("Teams of ten people", []),
        ("Slack, Python and Teams", ["Python", "Teams"]),
        ("Chef de partie wanted", []),
        ("Ansible, Puppet or Chef", ["Ansible", "Puppet", "Chef"]),
        ("Go above and beyond with Python.", ["Python"]),
        ("Go to clients with good communication.", ["Communication"]),
        ("Services written in Go", ["Go"]),
        ("Python, Go, Swift", ["Python", "Go", "Swift"]),
        ("Swift, Go and Python", ["Swift", "Go", "Python"]),
        ("A swift answer", []),
        ("Programming in C or R", ["C", "R"]),
        ("Send your C.V. to J. R. Smith.", []),
        ("3 years’ experience in sales", ["sales"]),
        ("Our sales doubled.", []),
    ],
)
def test_a_name_that_is_also_a_word_counts_only_where_it_is_meant(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_a_whole_point_of_a_list_is_meant() -> None:
    assert found("Skills:\n- Go\n- Access") == ["Go", "Access"]


def test_the_longest_form_counts_and_none_overlap() -> None:
    assert spans("Microsoft Excel and Spring Boot with R&D") == ["Microsoft Excel", "Spring Boot", "R&D"]


def test_words_that_two_names_share_count_for_both() -> None:
    assert found("Project and programme management") == ["Project management", "Programme management"]
    assert spans("Project and programme management") == ["Project", "programme management"]


@pytest.mark.parametrize("text", ["This and programme management", "Project. And programme management"])
def test_words_that_share_nothing_name_nothing(text: str) -> None:
    assert found(text) == ["Programme management"]


def test_an_acronym_that_ends_in_s_is_no_plural() -> None:
    assert found("Trains, trams, etc. run here.") == []


def test_a_form_does_not_reach_over_the_end_of_a_point() -> None:
    assert found("- Organization\n- Design") == []


@pytest.mark.parametrize("text", ["Write to python@example.org", "Visit python.org", "jobs@sql.com"])
def test_addresses_name_no_skill(text: str) -> None:
    assert found(text) == []


def test_a_text_without_words_names_nothing() -> None:
    assert found("") == found("… – !") == []
