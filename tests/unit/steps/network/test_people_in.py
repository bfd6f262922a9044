from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.exchange.people import FoundPerson
from rutkit.steps.network.people_in import Incoming, as_contact, described, plan_people
from rutkit.steps.network.records import Contact

ADA = Contact(
    name="Ada Lovelace",
    company="Acme, Inc.",
    position="Analyst",
    mail="ada@example.com",
    link="https://www.linkedin.com/in/ada",
    connected=date(2020, 5, 1),
)


def again(**changes: Any) -> Contact:
    """Somebody as a later file has them: `ADA`, with some of it otherwise."""
    return Contact(**{name: getattr(ADA, name) for name in NAMES} | changes)


NAMES = ("name", "company", "position", "mail", "link", "connected")


def plan(candidate: Contact, *existing: Contact) -> Incoming:
    return plan_people([candidate], existing or [ADA])


def test_the_same_export_again_adds_nobody() -> None:
    found = plan(again())
    assert (len(found.new), len(found.there), found.changed) == (0, 1, ())


def test_somebody_twice_in_a_file_is_added_once() -> None:
    found = plan_people([again(), again()], [])
    assert (len(found.new), len(found.there)) == (1, 1)


@pytest.mark.parametrize(
    "known",
    [
        {"link": "https://uk.linkedin.com/in/ADA/"},
        {"link": "", "name": "Lovelace, Ada"},
        {"link": "", "mail": ""},
        {"link": "", "mail": "", "company": "ACME"},
        {"link": "", "mail": "", "company": ""},
    ],
)
def test_people_are_known_again_by_any_of_what_they_are_known_by(known: dict[str, str]) -> None:
    assert plan(again(**known)).new == ()


@pytest.mark.parametrize(
    "other",
    [
        {"link": "https://www.linkedin.com/in/another-ada", "mail": "other@example.com"},
        {"name": "Bo Lovelock", "link": "", "company": "", "connected": None},
        {"link": "", "mail": "", "company": "Other", "connected": None},
    ],
)
def test_somebody_who_only_looks_alike_counts_as_new(other: dict[str, Any]) -> None:
    assert len(plan(again(**other)).new) == 1


def test_a_new_company_and_role_are_offered_and_not_taken_over() -> None:
    (change,) = plan(again(company="Beta", position="Director")).changed
    assert (change.before.company, change.after.company) == ("Acme, Inc.", "Beta")
    assert described(change) == "Company: Acme, Inc. becomes Beta; Their role: Analyst becomes Director"


def test_a_company_written_otherwise_is_no_news() -> None:
    assert plan(again(company="ACME Inc", position="analyst")).changed == ()


def test_what_is_missing_is_offered_and_what_the_person_wrote_is_left_alone() -> None:
    kept = ADA.model_copy(update={"mail": "", "place": "London"})
    (change,) = plan(again(place="Paris"), kept).changed
    assert change.fields == ("mail",)
    assert described(change) == "Mail address: ada@example.com"


def test_what_a_file_leaves_empty_takes_nothing_away() -> None:
    assert plan(again(company="", position="", mail="")).changed == ()


def test_a_name_of_which_nothing_else_is_told_is_already_there() -> None:
    assert plan(Contact(name="Ada Lovelace")).new == ()
    assert len(plan(Contact(name="Ada Lovelace", company="Beta")).new) == 1


def test_second_addresses_are_kept_in_the_notes_and_known_again() -> None:
    found = FoundPerson(
        "Ada", mails=("a@example.com", "b@example.com"), phones=("905 555 1234",), notes="Choir"
    )
    contact = as_contact(found)
    assert (contact.mail, contact.phone) == ("a@example.com", "905 555 1234")
    assert contact.notes == "Choir\nAlso: b@example.com"
    assert plan(Contact(name="Ada", mail="b@example.com"), contact).new == ()


def test_the_same_name_and_company_with_another_address_may_be_somebody_else() -> None:
    assert len(plan(Contact(name="Ada Lovelace", company="Acme", mail="countess@example.com")).new) == 1


def test_a_further_address_and_a_note_of_somebody_known_are_offered() -> None:
    told = again(mail="countess@example.com", notes="Met in London")
    (change,) = plan(told).changed
    assert change.after.notes == "Also: countess@example.com\nMet in London"
    assert described(change) == "Notes: Also: countess@example.com Met in London"
    assert plan(told, change.after).changed == ()


def test_what_a_second_entry_of_a_file_tells_of_somebody_new_is_not_lost() -> None:
    (ada,) = plan_people([again(mail="", company=""), again(company="Acme"), again(company="Beta")], []).new
    assert (ada.mail, ada.company) == ("ada@example.com", "Acme")


def test_a_text_that_is_too_long_is_cut_but_an_address_is_left_out() -> None:
    contact = as_contact(FoundPerson("A" * 400, mails=(f"{'a' * 400}@example.com",)))
    assert len(contact.name) == 300
    assert contact.mail == ""


people = st.builds(
    FoundPerson,
    name=st.sampled_from(["Ada Lovelace", "Bo Berg", "Cy"]),
    company=st.sampled_from(["", "Acme", "Beta"]),
    mails=st.lists(st.sampled_from(["a@example.com", "b@example.com"]), max_size=2).map(tuple),
    links=st.lists(st.sampled_from(["linkedin.com/in/a", "linkedin.com/in/b"]), max_size=1).map(tuple),
)


@given(st.lists(people, max_size=8))
def test_whatever_was_imported_is_there_the_next_time(found: list[FoundPerson]) -> None:
    first = plan_people(map(as_contact, found), [])
    assert plan_people(map(as_contact, found), first.new).new == ()
    assert len(first.new) + len(first.there) == len(found)
