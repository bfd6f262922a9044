from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import ClassVar

import pytest

from rutkit.records import LongText, Record
from rutkit.storage.migrations import Migration, released_migrations
from rutkit.storage.tables import create_table_sql
from rutkit.workbook import Workbook


class Wish(Record):
    noun: ClassVar[str] = "wish"

    text: LongText = ""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the workbook of a test is."""
    return tmp_path / "me.rutkit"


@pytest.fixture
def migrations() -> tuple[Migration, ...]:
    """Those of a workbook that keeps wishes."""
    return (released_migrations()[0], Migration(2, "wishes", create_table_sql(Wish)))


@pytest.fixture
def open_workbook(path: Path, migrations: Sequence[Migration]) -> Iterator[Callable[..., Workbook]]:
    """Opens the file at `path`, as often as wanted."""
    opened = []

    def open_(passphrase: str | None = None, at: Path = path) -> Workbook:
        workbook = Workbook(at, passphrase, migrations=migrations)
        opened.append(workbook)
        return workbook

    yield open_
    for workbook in opened:
        workbook.close()


@pytest.fixture
def write(open_workbook: Callable[..., Workbook]) -> Callable[..., None]:
    """Adds wishes to the file at `path`, and closes it."""

    def write_(*texts: str, passphrase: str | None = None) -> None:
        with open_workbook(passphrase) as workbook:
            for text in texts:
                workbook.add(Wish(text=text))

    return write_


@pytest.fixture
def read(open_workbook: Callable[..., Workbook], path: Path) -> Callable[..., list[str]]:
    """Reads the wishes in a file, oldest first."""

    def read_(passphrase: str | None = None, at: Path = path) -> list[str]:
        with open_workbook(passphrase, at) as workbook:
            return [wish.text for wish in workbook.all(Wish)]

    return read_
