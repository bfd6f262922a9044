from __future__ import annotations

import pytest

from rutkit.exchange.tables import read_table
from rutkit.exchange.trackers import tracker_columns, tracker_of, without_placeholders

JOBSYNC = "index,createdAt,applied,appliedDate,Company,JobTitle,jobType,Location,JobSource,Status\n"
HUNTR = (
    "id,createdAt,title,salary,location,url,rootDomain,htmlDescription,deadline,color,lastMovedAt,boardId,boardName,"
    "listId,listName,companyId,companyName,companyDomain,creatorUserId\n"
)
TEAL = "Company,Job Position,Location,URL,Status,Date Applied,Notes\n"


@pytest.mark.parametrize(
    ("header", "name", "title", "stands"),
    [
        (JOBSYNC, "JobSync", "JobTitle", "Status"),
        (HUNTR, "Huntr", "title", "listName"),
        ("Title,Company,List,Date Added,Job Post Url\n", "Huntr", "Title", "List"),
        (TEAL, "Teal", "Job Position", "Status"),
        ("Company Name,Job Title,Status,Date Saved\n", "Teal", "Job Title", "Status"),
    ],
)
def test_a_tracker_is_known_by_its_columns(header: str, name: str, title: str, stands: str) -> None:
    table = read_table((header + "x," * header.count(",") + "y\n").encode(), "jobs.csv")
    tracker = tracker_of(table)
    assert tracker is not None
    columns = tracker_columns(table, tracker)
    assert (tracker.name, columns["title"], columns["stands"]) == (name, title, stands)


def test_another_table_is_no_trackers() -> None:
    assert tracker_of(read_table(b"Firma,Stelle,Stand\nOtter,Lead,offen\n", "jobs.csv")) is None


def test_a_table_of_ones_own_with_a_title_a_company_and_a_status_is_no_trackers() -> None:
    assert tracker_of(read_table(b"Job Title,Company,Status\nLead,Otter,Applied\n", "jobs.csv")) is None


def test_what_a_tracker_writes_for_nothing_is_nothing() -> None:
    table = without_placeholders(read_table(b"a,b,c,d\nN/A,-,x,- y\n", "jobs.csv"))
    assert table.rows == ((None, None, "x", "- y"),)
