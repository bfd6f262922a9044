from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar, Literal

import apsw
import pytest

from rutkit.records import LongText, Money, Month, Record, ShortText, TagList
from rutkit.storage.tables import create_table_sql


class Everything(Record):
    when: datetime
    month: Month
    day: date | None = None
    cost: Money
    share: float
    hours: int
    sure: bool | None
    mood: Literal["good", "bad"]
    tags: TagList = ()
    order: ShortText
    note: LongText = ""


class CheckIn(Record):
    one_per: ClassVar[tuple[str, ...] | None] = ("day", "place")

    day: date
    place: ShortText = ""


class Profile(Record):
    one_per: ClassVar[tuple[str, ...] | None] = ()


@pytest.fixture
def connection() -> apsw.Connection:
    return apsw.Connection(":memory:")


def test_each_field_has_a_typed_column(connection: apsw.Connection) -> None:
    connection.execute(create_table_sql(Everything))

    columns = connection.execute(
        "SELECT name, type, \"notnull\" FROM pragma_table_info('everything')"
    ).fetchall()

    assert columns == [
        ("id", "TEXT", 1),
        ("created_at", "TEXT", 1),
        ("updated_at", "TEXT", 1),
        ("version", "INTEGER", 1),
        ("when", "TEXT", 1),
        ("month", "TEXT", 1),
        ("day", "TEXT", 0),
        ("cost", "TEXT", 1),
        ("share", "REAL", 1),
        ("hours", "INTEGER", 1),
        ("sure", "INTEGER", 0),
        ("mood", "TEXT", 1),
        ("tags", "TEXT", 1),
        ("order", "TEXT", 1),
        ("note", "TEXT", 1),
    ]


def test_a_table_takes_no_other_type_than_its_columns(connection: apsw.Connection) -> None:
    connection.execute(create_table_sql(CheckIn))

    with pytest.raises(apsw.ConstraintError, match="cannot store TEXT value in INTEGER column"):
        connection.execute("INSERT INTO check_in VALUES ('1', '', '', 'two', '2025-11-04', '')")


def test_two_rows_share_some_but_not_all_values_of_one_per(connection: apsw.Connection) -> None:
    connection.execute(create_table_sql(CheckIn))
    connection.execute("INSERT INTO check_in VALUES ('1', '', '', 1, '2025-11-04', 'home')")
    connection.execute("INSERT INTO check_in VALUES ('2', '', '', 1, '2025-11-04', 'work')")

    with pytest.raises(apsw.ConstraintError, match="UNIQUE"):
        connection.execute("INSERT INTO check_in VALUES ('3', '', '', 1, '2025-11-04', 'work')")


def test_a_type_with_one_record_in_a_workbook_has_room_for_one_row(connection: apsw.Connection) -> None:
    connection.execute(create_table_sql(Profile))
    connection.execute("INSERT INTO profile VALUES ('1', '', '', 1)")

    with pytest.raises(apsw.ConstraintError, match="UNIQUE"):
        connection.execute("INSERT INTO profile VALUES ('2', '', '', 1)")
