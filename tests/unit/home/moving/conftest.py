"""Workbooks to take along: an empty one, and the year of somebody invented."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rutkit.demo import write_demo
from rutkit.workbook import Workbook


@pytest.fixture
def workbook() -> Iterator[Workbook]:
    with Workbook.temporary() as workbook:
        yield workbook


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbook]:
    file = tmp_path_factory.mktemp("demo") / "demo.rutkit"
    write_demo(file)
    with Workbook.open(file) as workbook:
        yield workbook
