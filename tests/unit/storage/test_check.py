from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import ClassVar

import apsw
import pytest

from rutkit.home.records import record_types
from rutkit.records import Record
from rutkit.storage.check import find_problems, schema_differences
from rutkit.storage.tables import create_table_sql
from rutkit.workbook import Workbook


class CheckIn(Record):
    noun: ClassVar[str] = "check-in"
    one_per: ClassVar[tuple[str, ...] | None] = ("day",)

    day: date
    stressed: int | None = None


TABLE = create_table_sql(CheckIn)


def test_a_new_workbook_is_sound(tmp_path: Path) -> None:
    with Workbook.open(tmp_path / "me.rutkit") as workbook:
        assert workbook.check(record_types()) == []


def test_a_new_workbook_has_what_every_record_type_needs(tmp_path: Path) -> None:
    with Workbook.open(tmp_path / "me.rutkit") as workbook:
        differences = [schema_differences(workbook._connection, kind) for kind in record_types()]

    assert [sentence for sentences in differences for sentence in sentences] == []


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        ("", "The table “check_in” is missing."),
        (
            TABLE.replace('"stressed" INTEGER', '"angry" INTEGER'),
            "The column “angry” of the table “check_in” is not known to this rutkit.",
        ),
        (
            TABLE.replace(',\n  "stressed" INTEGER', ""),
            "The column “stressed” of the table “check_in” is missing.",
        ),
        (
            TABLE.replace('"stressed" INTEGER', '"stressed" TEXT NOT NULL'),
            "The column “stressed” of the table “check_in” is TEXT NOT NULL and should be INTEGER.",
        ),
        (
            TABLE.replace("CREATE UNIQUE INDEX", "CREATE INDEX"),
            "The table “check_in” has other rules about what may be there only once.",
        ),
    ],
)
def test_a_table_that_does_not_fit_is_described(made: str, sentence: str) -> None:
    connection = apsw.Connection(":memory:")
    connection.execute(made)

    assert sentence in schema_differences(connection, CheckIn)


def test_the_order_of_columns_does_not_matter() -> None:
    connection = apsw.Connection(":memory:")
    connection.execute(TABLE.replace(',\n  "stressed" INTEGER', ""))
    connection.execute("ALTER TABLE check_in ADD COLUMN stressed INTEGER")

    assert schema_differences(connection, CheckIn) == []


def test_entries_that_cannot_be_read_are_counted(tmp_path: Path) -> None:
    connection = apsw.Connection(str(tmp_path / "me.rutkit"))
    connection.execute(TABLE)
    connection.execute("INSERT INTO check_in VALUES ('1', '2025-11-04', '2025-11-04', 1, 'someday', NULL)")

    assert find_problems(connection, tmp_path / "me.rutkit", [CheckIn]) == [
        "1 of the entries of kind “check-in” cannot be read."
    ]


def test_a_damaged_file_is_said_to_be_damaged(
    path: Path, write: Callable[..., None], open_workbook: Callable[..., Workbook]
) -> None:
    write("x" * 100_000)
    content = bytearray(path.read_bytes())
    content[-4_096 * 4 :] = os.urandom(4_096 * 4)
    path.write_bytes(content)

    (problem,) = open_workbook().check(record_types())

    assert problem.startswith("The file is damaged")


def test_backups_without_the_passphrase_of_their_workbook_are_named(
    write: Callable[..., None], open_workbook: Callable[..., Workbook]
) -> None:
    write("Rest")
    with open_workbook() as workbook:
        plain = workbook.content()
        workbook.encrypt("open sesame")
    backup = workbook.path.with_name("me-backups") / "2025-11-04T08-00-00.rutkit"
    backup.write_bytes(plain)

    problems = find_problems(open_workbook("open sesame")._connection, workbook.path, [])

    assert problems == [f"The workbook is locked with a passphrase, but its backup {backup} is not."]
