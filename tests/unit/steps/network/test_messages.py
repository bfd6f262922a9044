from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.steps.network.messages import STARTERS, Starter, all_starters, fill, first_name, mail_link
from rutkit.steps.network.records import Contact, MessageTemplate

ADA = Contact(name="Dr. Ada Otter", company="Acme", position="Buyer", mail="ada@example.org")


def starter(text: str, subject: str = "") -> Starter:
    return Starter("One", "other", subject, text)


# Fields


def test_every_field_is_filled_in() -> None:
    text = "{first name}|{name}|{company}|{role}|{wanted role}|{me}"
    filled = fill(starter(text, "For {name}"), ADA, signature="Alex", wanted_role="Clerk")
    assert filled.text == "Ada|Dr. Ada Otter|Acme|Buyer|Clerk|Alex"
    assert filled.subject == "For Dr. Ada Otter"
    assert filled.sentence == ""


def test_what_is_not_known_stands_in_brackets_and_is_named_once() -> None:
    filled = fill(starter("{company}, {company}, {me}"), Contact(name="Bo"))
    assert filled.text == "[company], [company], [your name]"
    assert filled.gaps == ("company", "your name")
    assert filled.sentence == "Nothing is noted for “company” and “your name”; it stands in brackets."


def test_other_words_in_braces_stay() -> None:
    assert fill(starter("{a joke} {Name} {}"), ADA).text == "{a joke} {Name} {}"


def test_a_name_with_braces_is_not_filled_in_again() -> None:
    assert fill(starter("{name}"), Contact(name="{me}"), signature="Alex").text == "{me}"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ada", "Ada"),
        ("Prof. Dr. Ada Otter", "Ada"),
        ("Otter, Ada", "Ada"),
        ("Otter,", "Otter"),
        ("Zoë Müller, PMP", "Zoë"),
        ("Ada Otter, Ph.D., CPA", "Ada"),
        ("Ada Otter, Jr.", "Ada"),
        ("van der Otter, Ada", "Ada"),
        ("van der Otter, A.", "A."),
        ("OTTER, ADA", "ADA"),
        ("ada.otter@example.org", ""),
        ("Dr.", ""),
        ("", ""),
    ],
)
def test_a_message_begins_with_the_first_name(name: str, expected: str) -> None:
    assert first_name(name) == expected


# Starters


def test_there_is_a_starter_for_each_occasion() -> None:
    assert {each.occasion for each in STARTERS} == {
        "reconnecting",
        "telling that I am exploring",
        "asking for a conversation",
        "thanking",
    }


@pytest.mark.parametrize("each", STARTERS, ids=lambda each: each.name)
def test_a_starter_has_fields_that_can_be_filled_and_gaps_to_write(each: Starter) -> None:
    filled = fill(each, ADA, signature="Alex", wanted_role="Clerk")
    assert filled.gaps == ()
    assert "{" not in filled.text
    assert re.search(r"\[[^\]]+\]", filled.text)
    assert "!" not in filled.text


def test_the_person_s_own_templates_come_first() -> None:
    own = MessageTemplate(name="Mine", text="Hello")
    assert [each.name for each in all_starters([own])][:2] == ["Mine", STARTERS[0].name]


# The mail link


def test_a_link_needs_one_address() -> None:
    assert mail_link("", "Hi", "Hello") == ""
    assert mail_link("ada@example.org, bo@example.org", "Hi", "Hello") == ""


def test_an_empty_message_is_a_bare_address() -> None:
    assert mail_link(" ada@example.org ", "", "") == "mailto:ada@example.org"


def test_an_address_cannot_bring_a_header_of_its_own() -> None:
    link = mail_link("ada?bcc=eve@example.org", "Hi", "")
    assert parse_qs(urlsplit(link).query) == {"subject": ["Hi"]}


WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), min_size=1, max_size=60)


@given(WORDS, WORDS)
def test_what_the_mail_program_reads_is_what_was_written(subject: str, text: str) -> None:
    query = mail_link("ada@example.org", subject, text).partition("?")[2]
    parts = dict(part.split("=", 1) for part in query.split("&"))
    assert unquote(parts["subject"]).replace("\r\n", "\n") == subject
    assert unquote(parts["body"]) == text.replace("\n", "\r\n")
    assert re.fullmatch(r"[A-Za-z0-9_.~%=&-]*", query)
