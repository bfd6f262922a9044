from __future__ import annotations

from datetime import date

import pytest
from ipywidgets.widgets import widget as ipywidgets_widget

from rutkit.exchange.errors import TableError
from rutkit.preferences import Preferences
from rutkit.steps.emotions.records import CheckIn
from rutkit.steps.exit_plan.records import MoneyEvent, Support
from rutkit.widgets.card import LISTED
from rutkit.widgets.importing import TableImport
from rutkit.widgets.page import Page

PEOPLE = "Who,How to reach them\nAda,555\nBo,\n"


def read(table_import: TableImport[Support], text: str = PEOPLE, name: str = "people.csv") -> None:
    table_import.read(text.encode(), name)


def says(table_import: TableImport[Support]) -> str:
    return str(table_import._says.value)


def test_nothing_is_saved_before_the_last_button(page: Page) -> None:
    table_import = TableImport(page, Support)

    read(table_import)

    assert page.workbook.count(Support) == 0
    assert "<b>2 supports</b> from “people.csv” will be added." in says(table_import)


def test_the_last_button_saves_every_row_with_one_undo(page: Page) -> None:
    table_import = TableImport(page, Support)
    read(table_import)

    table_import._import()
    assert [record.name for record in page.workbook.all(Support, order_by="name")] == ["Ada", "Bo"]

    page.undo()
    assert page.workbook.count(Support) == 0


def test_a_second_click_imports_nothing_twice(page: Page) -> None:
    table_import = TableImport(page, Support)
    read(table_import)

    table_import._import()
    table_import._import()

    assert page.workbook.count(Support) == 2


def test_what_another_window_imported_meanwhile_is_not_imported_twice(page: Page, other: Page) -> None:
    mine, theirs = TableImport(page, Support), TableImport(other, Support)
    read(mine)
    read(theirs)

    theirs._import()
    mine._import()

    assert page.workbook.count(Support) == 2


def can_import(table_import: TableImport[Support]) -> bool:
    return bool(table_import._import_button.layout.display != "none")


def test_what_is_no_table_offers_no_import_and_says_what_a_table_needs(page: Page) -> None:
    table_import = TableImport(page, Support)

    read(table_import, "Dear all\nthis is a letter\n", "letter.txt")

    assert not can_import(table_import)
    assert "A table needs the names of its columns in the first row" in says(table_import)


def test_once_columns_are_chosen_the_import_is_offered(page: Page) -> None:
    table_import = TableImport(page, Support)
    read(table_import, "Person\nAda\n")

    table_import._columns["name"].value = "Person"

    assert can_import(table_import)


def test_a_table_of_what_is_here_already_says_so(page: Page) -> None:
    table_import = TableImport(page, Support)
    read(table_import)
    table_import._import()

    read(table_import)

    assert not can_import(table_import)
    assert "Nothing in “people.csv” is new" in says(table_import)


def test_cancel_saves_nothing_and_asks_for_a_file_again(page: Page) -> None:
    ended: list[bool] = []
    table_import = TableImport(page, Support, on_end=lambda: ended.append(True))
    read(table_import)

    table_import._end()

    assert page.workbook.count(Support) == 0
    assert table_import.widget.children == (table_import._upload.widget,)
    assert ended == [True]


def test_what_came_of_the_file_is_said(page: Page) -> None:
    table_import = TableImport(page, Support)
    read(table_import, "Who\nAda\nBo\nAda\n")

    table_import._import()

    assert "Added 2 supports, skipped 1" in page.status.widget.value


def test_the_person_says_which_column_is_which(page: Page) -> None:
    table_import = TableImport(page, Support)
    read(table_import, "Person,Remark\nAda,kind\n")

    table_import._columns["name"].value = "Person"
    table_import._columns["helps_with"].value = "Remark"
    table_import._import()

    (saved,) = page.workbook.all(Support)
    assert (saved.name, saved.helps_with) == ("Ada", "kind")


def test_a_column_may_be_called_none(page: Page) -> None:
    table_import = TableImport(page, Support)
    read(table_import, "(none),Who\nx,Ada\n")

    table_import._columns["reach"].value = "(none)"
    table_import._import()

    assert page.workbook.all(Support)[0].reach == "x"


def test_rows_that_cannot_be_read_are_named_with_their_reason(page: Page) -> None:
    table_import = TableImport(page, CheckIn)

    table_import.read(b"Day,Stressed\n2026-11-04,<i>\n", "days.csv")

    assert "Row 2" in table_import._says.value
    assert "&lt;i&gt;" in table_import._says.value


def test_of_many_rows_that_cannot_be_read_the_first_are_listed(page: Page) -> None:
    table_import = TableImport(page, CheckIn)
    rows = "\n".join("2026-11-04,much" for _ in range(LISTED + 2))

    table_import.read(f"Day,Stressed\n{rows}\n".encode(), "days.csv")

    assert "and 2 more" in table_import._says.value


def test_days_that_can_be_read_in_two_ways_are_asked_about(page: Page) -> None:
    table_import = TableImport(page, CheckIn)
    table_import.read(b"Day,Stressed\n3/4/2026,1\n", "days.csv")
    assert table_import._day_order_row.layout.display is None

    table_import._day_order.value = True
    table_import._import()

    assert page.workbook.all(CheckIn)[0].day == date(2026, 4, 3)


def test_the_next_file_is_asked_about_anew(page: Page) -> None:
    table_import = TableImport(page, CheckIn)
    table_import.read(b"Day,Stressed\n3/4/2026,1\n", "days.csv")
    table_import._day_order.value = True

    table_import.read(b"Day,Stressed\n2026-04-03,1\n", "days.csv")

    assert table_import._day_order.value == ""


def test_amounts_are_shown_in_the_workbook_s_currency(page: Page) -> None:
    page.workbook.put(Preferences(currency="EUR"))
    table_import = TableImport(page, MoneyEvent)

    table_import.read(b"What,How much\nSeverance,1200\n", "money.csv")

    assert "€1,200" in table_import._says.value


def test_a_file_that_is_no_table_says_so(page: Page) -> None:
    with pytest.raises(TableError):
        TableImport(page, Support).read(b"", "empty.csv")


def test_a_closed_import_leaves_nothing_behind(page: Page) -> None:
    TableImport(page, Support).close()
    before = set(ipywidgets_widget._instances), len(page.bridge._upload_handlers)

    table_import = TableImport(page, Support)
    read(table_import)
    table_import.close()

    assert (set(ipywidgets_widget._instances), len(page.bridge._upload_handlers)) == before
