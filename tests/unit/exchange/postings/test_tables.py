from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest

from rutkit.exchange.postings import read_postings
from rutkit.exchange.postings.found import FoundPosting, Unreadable
from rutkit.exchange.postings.tables import postings_of_table, suggest_columns
from rutkit.exchange.tables import Table, read_table

LONG = "We look for somebody who bakes bread at night and knows sourdough by heart, in a team of five. " * 3
SMALL = (
    "Job Title,Employer,City,Posted,Link,Job Description\n"
    "Baker,Acme,Leeds,13/2/2026,https://e.org/1,You bake bread.\n"
)


def test_columns_are_known_by_their_names() -> None:
    assert suggest_columns(read_table(SMALL.encode(), "jobs.csv")) == {
        "title": "Job Title",
        "company": "Employer",
        "location": "City",
        "link": "Link",
        "posted": "Posted",
        "closing": None,
        "text": "Job Description",
    }


def test_a_row_is_a_posting() -> None:
    assert list(read_postings(SMALL.encode(), "jobs.csv")) == [
        FoundPosting(
            text="You bake bread.",
            title="Baker",
            company="Acme",
            location="Leeds",
            link="https://e.org/1",
            posted=date(2026, 2, 13),
            where="jobs.csv, row 2",
            id=1,
        )
    ]


def test_the_longest_column_is_the_text_where_no_name_says_so() -> None:
    assert (
        suggest_columns(Table(("Titel", "Aufgaben"), (("Bäcker", LONG), ("Koch", LONG)), (2, 3)))["text"]
        == "Aufgaben"
    )


def test_a_person_may_choose_other_columns() -> None:
    table = Table(("a", "b", "description"), (("Baker", "You bake bread.", "none"),), (2,))
    (found,) = postings_of_table(table, "jobs.csv", {"title": "a", "text": "b"})
    assert isinstance(found, FoundPosting)
    assert (found.title, found.text) == ("Baker", "You bake bread.")


def test_an_empty_posting_is_listed_and_the_others_are_read() -> None:
    found = list(read_postings(b"title,description\nBaker,\nCook,You cook soup.\n", "jobs.csv"))
    assert found[0] == Unreadable(
        "jobs.csv, row 2", "There is no text in it. It names a job, “Baker”, and nothing else."
    )
    assert isinstance(found[1], FoundPosting)


def test_a_table_of_another_shape_says_what_it_lacks() -> None:
    assert list(read_postings(b"Date,Amount\n2026-01-01,5\n2026-01-02,6\n", "bank.csv")) == [
        Unreadable(
            "bank.csv",
            "None of its columns holds the text of postings; it has “Date”, “Amount”. "
            "Please name that column “description”, or choose another file.",
        )
    ]


def test_a_posting_may_be_longer_than_other_cells() -> None:
    (found,) = read_postings(f"title,text\nBaker,{'bread ' * 50_000}\n".encode(), "jobs.csv")
    assert isinstance(found, FoundPosting)
    assert len(found.text) > 200_000


def test_a_spreadsheet_is_read_as_well() -> None:
    workbook = openpyxl.Workbook()
    for row in (("Title", "Description", "Date"), ("Baker", "You bake bread.", date(2026, 3, 1))):
        workbook.active.append(row)  # type: ignore[union-attr]
    file = io.BytesIO()
    workbook.save(file)
    (found,) = read_postings(file.getvalue(), "jobs.xlsx")
    assert isinstance(found, FoundPosting)
    assert (found.title, found.posted) == ("Baker", date(2026, 3, 1))


def test_progress_is_told_up_to_the_end() -> None:
    told: list[tuple[int, int]] = []
    table = Table(("text",), (("You bake bread.",),) * 1_200, tuple(range(2, 1_202)))
    list(postings_of_table(table, "jobs.csv", on_progress=lambda done, total: told.append((done, total))))
    assert told == [(0, 1_200), (500, 1_200), (1_000, 1_200), (1_200, 1_200)]


@pytest.mark.parametrize("name", ["description", "Full Description", "jobDescription", "Job Summary", "BODY"])
def test_the_text_has_many_names(name: str) -> None:
    assert suggest_columns(Table(("id", name), (("1", "x"),), (2,)))["text"] == name
