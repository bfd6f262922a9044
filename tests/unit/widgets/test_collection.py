from __future__ import annotations

import re
from typing import Any

import pytest
from ipywidgets.widgets import widget as ipywidgets_widget

from rutkit.preferences import Preferences
from rutkit.records import Record
from rutkit.steps.exit_plan.records import MoneyEvent, Support
from rutkit.widgets.collection import PAGE_SIZE, Collection
from rutkit.widgets.page import Page

EMPTY = "Nobody yet."


def collection_of(page: Page, record_type: type[Record] = Support, **options: Any) -> Collection[Any]:
    defaults: dict[str, Any] = {
        "columns": ("name", "reach"),
        "add_label": "Add somebody",
        "empty": EMPTY,
        "order_by": "name",
    }
    return Collection(page, record_type, **{**defaults, **options})


def add(page: Page, *names: str) -> None:
    page.workbook.add_many([Support(name=name) for name in names], label="added")


def names_in(collection: Collection[Any]) -> list[str]:
    return re.findall(r'<td data-title="Who">([^<]*)</td>', html_of(collection))


def html_of(collection: Collection[Any]) -> str:
    return str(collection._above.value + collection._below.value)


def click(page: Page, verb: str, **data: str) -> None:
    page.bridge._receive(page.bridge, {"type": "action", "action": f"{verb}-support", **data}, [])


def id_of(page: Page, name: str) -> str:
    found = page.workbook.find(Support, name=name)
    assert found is not None
    return found.id


def type_name(collection: Collection[Any], name: str) -> None:
    form = collection._adding or collection._editing
    assert form is not None
    form.fields["name"].control.set(name)


def test_an_empty_collection_says_how_to_begin(page: Page) -> None:
    assert EMPTY in html_of(collection_of(page))


def test_a_row_can_be_opened_where_somebody_shows_it(page: Page) -> None:
    add(page, "Ada")
    opens = f'data-action="show-them" data-id="{id_of(page, "Ada")}" aria-label="Open Ada">Open</button>'
    assert opens in html_of(collection_of(page, opens="show-them"))
    assert ">Open</button>" not in html_of(collection_of(page))


def test_records_stand_in_the_order_that_is_asked_for(page: Page) -> None:
    add(page, "Bo", "Ada")

    assert names_in(collection_of(page)) == ["Ada", "Bo"]


def test_a_record_added_anywhere_appears(page: Page, other: Page) -> None:
    collection = collection_of(page)
    other.workbook.add(Support(name="Ada"))

    page.look_around()

    assert names_in(collection) == ["Ada"]


def test_a_second_click_on_a_column_turns_the_order_round(page: Page) -> None:
    add(page, "Bo", "Ada")
    collection = collection_of(page)

    click(page, "sort", by="name")
    assert names_in(collection) == ["Bo", "Ada"]

    click(page, "sort", by="reach")
    click(page, "sort", by="name")
    assert names_in(collection) == ["Ada", "Bo"]


def test_search_shows_what_contains_the_words(page: Page) -> None:
    add(page, "Ada", "Bo")
    collection = collection_of(page)

    collection._search.value = " ad "

    assert names_in(collection) == ["Ada"]


def test_a_search_that_finds_nothing_says_so(page: Page) -> None:
    add(page, "Ada")
    collection = collection_of(page)

    collection._search.value = "<zz>"

    assert "Nothing here contains “&lt;zz&gt;”." in html_of(collection)


def test_a_search_field_appears_with_the_second_page(page: Page) -> None:
    add(page, *(f"{n:02}" for n in range(PAGE_SIZE)))
    collection = collection_of(page)
    assert collection._search_row.layout.display == "none"

    add(page, "one more")

    assert collection._search_row.layout.display is None


def test_pages_turn_and_end(page: Page) -> None:
    add(page, *(f"{n:02}" for n in range(PAGE_SIZE + 1)))
    collection = collection_of(page)
    assert len(names_in(collection)) == PAGE_SIZE
    assert "1–10 of 11" in html_of(collection)

    click(page, "turn", by="1")
    assert names_in(collection) == ["10"]
    assert re.search(r"disabled>Next", html_of(collection))

    click(page, "turn", by="1")
    assert names_in(collection) == ["10"]

    click(page, "turn", by="-1")
    click(page, "turn", by="-1")
    assert re.search(r"disabled>Back", html_of(collection))


def test_what_empties_the_last_page_leads_to_the_one_before(page: Page) -> None:
    add(page, *(f"{n:02}" for n in range(2 * PAGE_SIZE + 1)))
    collection = collection_of(page)
    click(page, "turn", by="1")
    click(page, "turn", by="1")

    click(page, "remove", id=id_of(page, "20"))

    assert names_in(collection)[0] == "10"


def test_a_removed_record_comes_back_with_undo(page: Page) -> None:
    add(page, "Ada")
    collection = collection_of(page)

    click(page, "remove", id=id_of(page, "Ada"))
    assert names_in(collection) == []
    assert "Removed the support" in page.status.widget.value

    page.undo()
    assert names_in(collection) == ["Ada"]


def test_a_record_is_edited_where_it_stands(page: Page) -> None:
    add(page, "Ada", "Bo")
    collection = collection_of(page)

    click(page, "edit", id=id_of(page, "Ada"))
    assert "Ada" in collection._above.value
    assert "Bo" in collection._below.value

    type_name(collection, "Aida")
    assert names_in(collection) == ["Aida", "Bo"]

    collection._finish_editing()
    assert collection._editor.children == ()


def test_a_second_click_on_edit_closes_the_form(page: Page) -> None:
    add(page, "Ada")
    collection = collection_of(page)

    click(page, "edit", id=id_of(page, "Ada"))
    click(page, "edit", id=id_of(page, "Ada"))

    assert collection._editor.children == ()


def test_a_record_removed_elsewhere_takes_its_form_along(page: Page, other: Page) -> None:
    add(page, "Ada")
    collection = collection_of(page)
    click(page, "edit", id=id_of(page, "Ada"))
    other.workbook.remove(other.workbook.all(Support)[0])

    page.look_around()

    assert collection._editor.children == ()


def test_a_record_removed_elsewhere_while_something_is_typed_is_not_lost(page: Page, other: Page) -> None:
    add(page, "Ada")
    collection = collection_of(page)
    click(page, "edit", id=id_of(page, "Ada"))
    type_name(collection, "x" * 301)
    other.workbook.remove(other.workbook.all(Support)[0])
    page.look_around()

    collection._finish_editing()

    assert collection._adding is not None
    assert collection._adding.fields["name"].raw == "x" * 301


def test_a_new_record_is_saved_by_the_button_and_once(page: Page) -> None:
    collection = collection_of(page)
    collection.start_adding()
    type_name(collection, "Ada")
    assert names_in(collection) == []

    collection._add()
    collection._add()

    assert names_in(collection) == ["Ada"]
    assert collection._adder.children == (collection._add_row,)


def test_a_form_that_was_begun_is_there_again(page: Page) -> None:
    first = collection_of(page)
    first.start_adding()
    type_name(first, "Ada")
    first.close()

    again = collection_of(page)

    assert again._adding is not None
    assert again._adding.fields["name"].raw == "Ada"


def test_cancel_forgets_what_was_begun(page: Page) -> None:
    first = collection_of(page)
    first.start_adding()
    type_name(first, "Ada")

    first._cancel_adding()

    assert page.workbook.draft("support", "new") is None
    assert collection_of(page)._adding is None


def test_opening_forms_over_and_over_leaves_nothing_behind(page: Page) -> None:
    add(page, "Ada")
    collection = collection_of(page)

    def round_trip() -> None:
        click(page, "edit", id=id_of(page, "Ada"))
        collection._finish_editing()
        collection.start_adding()
        collection._cancel_adding()

    round_trip()
    before = len(ipywidgets_widget._instances), len(page.workbook._watchers), len(page.bridge._handlers)

    for _ in range(50):
        round_trip()

    assert (
        len(ipywidgets_widget._instances),
        len(page.workbook._watchers),
        len(page.bridge._handlers),
    ) == before


def test_amounts_follow_the_currency(page: Page) -> None:
    page.workbook.add(MoneyEvent.model_validate({"what": "Severance", "amount": 1200}))
    collection = collection_of(page, MoneyEvent, columns=("what", "amount"), order_by="what")
    assert "$1,200" in html_of(collection)

    page.workbook.put(Preferences(currency="EUR"))

    assert "€1,200" in html_of(collection)


def test_of_twenty_thousand_records_one_page_is_sent(page: Page) -> None:
    add(page, *(f"Somebody {n:05}" for n in range(20_000)))
    collection = collection_of(page)

    assert len(names_in(collection)) == PAGE_SIZE
    assert len(html_of(collection)) < 10_000
    assert "1–10 of 20,000" in html_of(collection)


def test_files_to_take_along_are_written_only_while_their_links_are_in_sight(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[int] = []

    def write(_: type[Support], records: list[Support]) -> str:
        written.append(len(records))
        return ""

    monkeypatch.setattr("rutkit.widgets.exchange.export_links", write)
    collection = collection_of(page)
    add(page, "Ada")
    assert written == []

    assert collection._exchange is not None
    collection._exchange._folded.toggle()
    add(page, "Bo")
    page.workbook.put(Preferences())
    collection._exchange._folded.toggle()
    add(page, "Cleo")

    assert written == [1, 2]


def test_an_entry_with_nothing_in_it_is_not_saved(page: Page) -> None:
    collection = collection_of(page)
    collection.start_adding()

    collection._add()

    assert page.workbook.count(Support) == 0
    assert collection._adding is not None


def test_a_list_of_what_belongs_together_shows_no_other_record(page: Page) -> None:
    page.workbook.add_many([Support(name="Ada", reach="here"), Support(name="Bo")], label="added")

    assert names_in(collection_of(page, of={"reach": "here"})) == ["Ada"]


def test_what_is_added_to_such_a_list_belongs_there(page: Page) -> None:
    collection = collection_of(page, of={"reach": "here"})
    collection.start_adding()
    type_name(collection, "Ada")
    collection._add()

    added = page.workbook.find(Support, name="Ada")
    assert added is not None
    assert added.reach == "here"


def test_what_was_begun_in_one_list_is_not_there_in_another(page: Page) -> None:
    collection = collection_of(page, of={"reach": "here"})
    collection.start_adding()
    type_name(collection, "Ada")
    collection.close()

    assert collection_of(page, of={"reach": "there"})._adding is None
    assert collection_of(page, of={"reach": "here"})._adding is not None
