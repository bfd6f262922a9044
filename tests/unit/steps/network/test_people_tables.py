from __future__ import annotations

import pytest

from rutkit.errors import RutkitError
from rutkit.exchange.tables import read_table
from rutkit.steps.network import people_tables
from rutkit.steps.network.people_tables import (
    WHOLE_NAME,
    refuse_too_many,
    suggest_columns,
    with_a_name,
    with_whole_names,
)
from rutkit.steps.network.records import Contact


def suggested(header: str, *rows: str) -> dict[str, str]:
    """The columns that are chosen for a table, for the fields that have one."""
    table = with_whole_names(read_table("\n".join([header, *rows]).encode(), "people.csv"))
    return {name: column for name, column in suggest_columns(table).items() if column}


def test_names_in_two_columns_become_whole_names() -> None:
    table = with_whole_names(read_table(b"First Name,Last Name\nAda,Lovelace\nBo,\n", "people.csv"))
    assert table.columns[0] == WHOLE_NAME
    assert [cells[0] for cells in table.rows] == ["Ada Lovelace", "Bo"]


def test_whole_names_that_are_there_are_used_as_they_are() -> None:
    table = read_table(b"Name,First Name,Last Name\nAda L.,Ada,Lovelace\n", "people.csv")
    assert with_whole_names(table) == table


def test_the_columns_of_google_are_known() -> None:
    found = suggested(
        "First Name,Middle Name,Last Name,Organization Name,Organization Title,Notes,Labels,E-mail 1 - Value,"
        "Phone 1 - Value",
        "Ada,,Lovelace,Acme,Analyst,Met,Friends,ada@example.com,905 555 1234",
    )
    assert found == {
        "name": WHOLE_NAME,
        "company": "Organization Name",
        "position": "Organization Title",
        "notes": "Notes",
        "tags": "Labels",
        "mail": "E-mail 1 - Value",
        "phone": "Phone 1 - Value",
    }


def test_the_title_of_outlook_is_no_role() -> None:
    found = suggested(
        "Title,First Name,Last Name,E-mail Address,Mobile Phone,Company,Job Title",
        "Dr.,Ada,Lovelace,ada@example.com,905 555 1234,Acme,Analyst",
    )
    assert (found["position"], found["mail"], found["phone"]) == (
        "Job Title",
        "E-mail Address",
        "Mobile Phone",
    )


def test_plain_words_for_a_person_and_their_company_are_known() -> None:
    found = suggested("Who,Firm,E-mail", "Ada Lovelace,Acme,ada@example.com")
    assert found == {"name": "Who", "company": "Firm", "mail": "E-mail"}


@pytest.mark.parametrize(
    ("contact", "called"),
    [
        (Contact(name=" Ada ", mail="ada@example.com"), "Ada"),
        (Contact(mail="ada@example.com", phone="905 555 1234"), "ada@example.com"),
        (Contact(phone="905 555 1234"), "905 555 1234"),
        (Contact(company="Acme"), ""),
    ],
)
def test_somebody_without_a_name_is_called_by_what_they_are_reached_at(contact: Contact, called: str) -> None:
    assert with_a_name(contact).name == called


def test_no_column_fills_two_fields() -> None:
    found = suggested("Name,Role,Company,Where", "Ada,Analyst,Acme,London", "Bo,Baker,Beta,Bergen")
    assert len(set(found.values())) == len(found)


def test_a_table_of_more_people_than_anybody_knows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people_tables, "MOST_PEOPLE", 1)
    table = read_table(b"Name,Company\nAda,Acme\nBo,Beta\n", "people.csv")
    with pytest.raises(RutkitError, match="holds 2 people"):
        refuse_too_many(table, "people.csv")
