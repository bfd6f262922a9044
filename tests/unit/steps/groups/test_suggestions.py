from __future__ import annotations

import pytest

from rutkit.steps.groups.records import Group, PutAside
from rutkit.steps.groups.suggestions import as_group, bodies_in, still_new, suggestions
from rutkit.steps.market import readings
from rutkit.steps.market.extract.reading import Kind, Reading, Requirement, SkillMention
from rutkit.steps.market.records import Posting


def posting(text: str, company: str = "", certificate: str = "", repeats: str = "") -> Posting:
    mention = SkillMention(certificate, Kind.CERTIFICATION, Requirement.REQUIRED, 0, 3, text[:3], text)
    reading = Reading(skills=(mention,) if certificate else ())
    return Posting(
        text=text, company=company, repeats=repeats, reading=readings.to_json(reading, text, "reader")
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a member of the Royal Institute of Patient Desks.", ("Royal Institute of Patient Desks",)),
        ("The Desk Management Association meets.", ("Desk Management Association",)),
        ("Society for Lamp Makers and Guild of Wicks", ("Society for Lamp Makers", "Guild of Wicks")),
        ("works with a housing association", ()),
        ("Otter Housing Association is hiring", ()),
        ("a Credit Union or the European Union", ()),
        ("in association with others", ()),
    ],
)
def test_professional_bodies_are_known_by_the_form_of_their_names(text: str, names: tuple[str, ...]) -> None:
    assert bodies_in(text) == names


def test_a_body_that_two_employers_name_is_suggested() -> None:
    (found,) = suggestions(
        [posting("Guild of Wicks", "A"), posting("Guild of Wicks", "B"), posting("none", "C")]
    )
    assert (found.name, found.postings, found.of) == ("Guild of Wicks", 2, 3)
    assert found.why == "Named in 2 of 3 postings (67\u00a0%, 21–94\u00a0%)."


def test_a_body_that_one_employer_names_twice_is_not() -> None:
    assert suggestions([posting("Guild of Wicks", "A"), posting("Guild of Wicks!", "a")]) == ()


def test_postings_without_a_company_count_as_different_ones() -> None:
    assert len(suggestions([posting("Guild of Wicks"), posting("Guild of Wicks now")])) == 1


def test_the_employer_itself_is_no_suggestion() -> None:
    itself = [posting("Guild of Wicks", f"The Guild of Wicks {place}") for place in "AB"]
    assert suggestions(itself) == ()


def test_a_repeat_does_not_count() -> None:
    assert suggestions([posting("Guild of Wicks", "A"), posting("Guild of Wicks", "B", repeats="a")]) == ()


def test_a_certificate_is_suggested_with_what_to_do_about_it() -> None:
    (found,) = suggestions([posting("PMP", company, certificate="PMP") for company in "AB"])
    assert found.is_certificate
    assert found.why.endswith("Who holds it, or awards it, may meet near you.")


@pytest.mark.parametrize("name", ["Driver’s license", "First aid", "Asbestos awareness certificate"])
def test_a_certificate_with_no_group_behind_it_is_not(name: str) -> None:
    assert suggestions([posting("...", company, certificate=name) for company in "AB"]) == ()


def test_what_is_named_most_stands_first() -> None:
    postings = [
        posting("Guild of Wicks and Guild of Lamps", "A"),
        posting("Guild of Wicks, Guild of Lamps", "B"),
    ]
    found = suggestions([*postings, posting("Guild of Wicks", "C")])
    assert [each.name for each in found] == ["Guild of Wicks", "Guild of Lamps"]


def test_what_is_on_the_list_or_was_put_aside_is_not_suggested_again() -> None:
    found = suggestions([posting("Guild of Wicks and Guild of Lamps", company) for company in "AB"])
    assert still_new(found, [Group(name="guild of wicks")], [PutAside(name="Guild of Lamps")]) == ()


def test_a_suggestion_becomes_a_group_that_says_where_it_comes_from() -> None:
    (found,) = suggestions([posting("Guild of Wicks", company) for company in "AB"])
    group = as_group(found)
    assert (group.name, group.decision) == ("Guild of Wicks", "not decided")
    assert "2 of 2 postings" in group.notes
