from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from rutkit.home.records import record_types
from rutkit.steps.emotions.records import CheckIn
from rutkit.steps.exit_plan.records import UrgeToQuit
from rutkit.storage.errors import NothingToUndoError, StorageError
from rutkit.storage.migrations import Migration, released_migrations
from rutkit.workbook import Workbook

Write = Callable[..., None]
Read = Callable[..., list[str]]

ADD_COLUMN = Migration(3, "stars", "ALTER TABLE wish ADD COLUMN stars INTEGER NOT NULL DEFAULT 0")
BROKEN = Migration(4, "broken", "ALTER TABLE wish ADD COLUMN moon INTEGER; INSERT INTO nowhere VALUES (1)")


def test_released_migrations_are_numbered_without_gaps() -> None:
    assert [migration.number for migration in released_migrations()] == list(
        range(1, len(released_migrations()) + 1)
    )


def test_a_file_is_brought_up_to_date_with_its_content(
    path: Path, write: Write, migrations: Sequence[Migration]
) -> None:
    write("Rest")

    with Workbook(path, migrations=(*migrations, ADD_COLUMN)) as workbook:
        rows = workbook._connection.execute("SELECT text, stars FROM wish").fetchall()

    assert rows == [("Rest", 0)]


def test_the_file_is_backed_up_before(
    path: Path, write: Write, read: Read, migrations: Sequence[Migration]
) -> None:
    write("Rest")

    with Workbook(path, migrations=(*migrations, ADD_COLUMN)) as workbook:
        (backup,) = workbook.backups()

    assert read(at=backup) == ["Rest"]


def test_a_new_file_needs_no_backup(path: Path, migrations: Sequence[Migration]) -> None:
    with Workbook(path, migrations=migrations) as workbook:
        assert workbook.backups() == []


def test_a_migration_that_fails_leaves_the_file_at_the_one_before(
    path: Path, write: Write, migrations: Sequence[Migration]
) -> None:
    write("Rest")

    with pytest.raises(StorageError, match="nowhere"):
        Workbook(path, migrations=(*migrations, ADD_COLUMN, BROKEN))

    with Workbook(path, migrations=(*migrations, ADD_COLUMN)) as workbook:
        columns = workbook._connection.execute("SELECT name FROM pragma_table_info('wish')").fetchall()
    assert [name for (name,) in columns][-2:] == ["text", "stars"]


def test_undo_ends_at_a_migration(path: Path, write: Write, migrations: Sequence[Migration]) -> None:
    write("Rest")

    with Workbook(path, migrations=(*migrations, ADD_COLUMN)) as workbook, pytest.raises(NothingToUndoError):
        workbook.undo()


def test_a_file_of_the_second_version_opens_with_everything_in_it(tmp_path: Path) -> None:
    path = tmp_path / "me.rutkit"
    shutil.copy(Path(__file__).with_name("version-2.workbook"), path)

    with Workbook.open(path) as workbook:
        assert workbook.check(record_types()) == []
        assert workbook.count(CheckIn) == 314
        assert {urge.minutes for urge in workbook.all(UrgeToQuit)} == {None}
        assert len(workbook.backups()) == 1


def test_a_file_of_the_first_version_opens_with_its_drafts(tmp_path: Path) -> None:
    path = tmp_path / "me.rutkit"
    shutil.copy(Path(__file__).with_name("version-1.workbook"), path)

    with Workbook.open(path) as workbook:
        draft = workbook.draft("situation", "only")
        assert draft is not None
        assert draft.values == {"stuck_means": "half a senten"}
        assert workbook.check(record_types()) == []
        assert len(workbook.backups()) == 1
