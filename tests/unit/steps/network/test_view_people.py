from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TypeVar

import ipywidgets as widgets
import pytest
from ipywidgets.widgets import widget as ipywidgets_widget

from rutkit.errors import RutkitError
from rutkit.steps.network.records import Contact, DifferentPeople, Touch
from rutkit.steps.network.view.all_people import AllPeople
from rutkit.steps.network.view.merging import Merging
from rutkit.steps.network.view.people import PeopleCards
from rutkit.steps.network.view.people_files import PeopleImport
from rutkit.steps.network.view.people_table import PeopleTable
from rutkit.widgets.collection import Collection
from rutkit.widgets.page import Page
from rutkit.widgets.view import View

P = TypeVar("P")
LINKEDIN = (
    b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    b"Ada,Lovelace,https://www.linkedin.com/in/ada,,Acme,Analyst,12 Mar 2024\n"
    b"Bo,Berg,https://www.linkedin.com/in/bo,,Beta,Baker,03 Jan 2019\n"
)
VCARD = b"BEGIN:VCARD\nVERSION:3.0\nFN:Ada Lovelace\nEMAIL:ada@example.com\nORG:Other\nEND:VCARD\n"


class OnlyPeople(View):
    """The room with nothing but its people."""

    slug = "network"
    package = "rutkit.steps.network"

    def build(self) -> Sequence[widgets.Widget]:
        return PeopleCards(self, AllPeople(self)).cards()


@pytest.fixture
def view(page: Page) -> Iterator[OnlyPeople]:
    view = OnlyPeople(page)
    yield view
    view.close()


@pytest.fixture
def files(view: OnlyPeople) -> PeopleImport:
    return part(view, PeopleImport)


@pytest.fixture
def merging(view: OnlyPeople) -> Merging:
    return part(view, Merging)


def part(view: View, kind: type[P]) -> P:
    return next(each for each in view._parts if isinstance(each, kind))


def names(page: Page) -> set[str]:
    return {contact.name for contact in page.workbook.all(Contact)}


def is_seen(widget: widgets.DOMWidget) -> bool:
    return str(widget.layout.display) != "none"


# Files


def test_who_is_in_a_file_is_shown_before_anybody_is_added_with_one_undo(
    page: Page, files: PeopleImport
) -> None:
    files.take(LINKEDIN, "Connections.csv")
    assert "<b>2 people</b> from “Connections.csv” will be added" in files._says.value
    assert names(page) == set()

    files._add()
    assert names(page) == {"Ada Lovelace", "Bo Berg"}

    page.undo()
    assert names(page) == set()


def test_several_files_are_one_import(page: Page, files: PeopleImport) -> None:
    page.in_background = lambda work, then, **_: waiting.append((work, then))  # type: ignore[method-assign]
    waiting: list[tuple[Callable[[], object], Callable[[object], object]]] = []
    files.take(LINKEDIN, "Connections.csv")
    files.take(VCARD, "phone.vcf")
    while waiting:
        work, then = waiting.pop(0)
        then(work())

    assert "<b>3 people</b> from “Connections.csv” and “phone.vcf”" in files._says.value


def test_the_same_export_again_adds_nobody(page: Page, files: PeopleImport) -> None:
    for _ in range(2):
        files.take(LINKEDIN, "Connections.csv")
        files._add()

    assert page.workbook.count(Contact) == 2


def test_a_new_role_is_taken_over_only_if_it_is_ticked(page: Page, files: PeopleImport) -> None:
    files.take(LINKEDIN, "Connections.csv")
    files._add()
    later = (
        LINKEDIN.replace(b"Analyst", b"Director") + b"Cy,Cole,https://www.linkedin.com/in/cy,,,,03 Jan 2020\n"
    )

    files.take(later, "Connections.csv")
    assert "Their role: Analyst becomes Director" in files._says.value
    files._add()
    assert {contact.position for contact in page.workbook.all(Contact)} == {"Analyst", "Baker", ""}

    files.take(later, "Connections.csv")
    assert files._add_button.description == "Take over what changed"
    files._add()
    assert {contact.position for contact in page.workbook.all(Contact)} == {"Director", "Baker", ""}


def test_who_was_added_elsewhere_meanwhile_is_not_added_again(page: Page, files: PeopleImport) -> None:
    files.take(LINKEDIN, "Connections.csv")
    page.workbook.add(Contact(name="Ada Lovelace", link="linkedin.com/in/ada"))

    files._add()

    assert page.workbook.count(Contact) == 2


def packed(name: str, data: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (packed("Connections.csv", b" " * 20_000_000), "export.zip", "far more than text does"),
        (packed("../Connections.csv", LINKEDIN), "export.zip", "leads out of the zip"),
        (packed("Connections.csv", b"a,b,c\n1,x,2\n"), "export.zip", "does not name its columns"),
        (LINKEDIN[:40], "phone.vcf", "holds no vCard"),
        (b"\0\1\2" * 90, "Connections.csv", "no text"),
        (b"Name\n" + b"Ada\n" * 50_001, "people.csv", "50,001 people"),
    ],
)
def test_a_file_that_cannot_be_read_is_answered_in_a_sentence(
    page: Page, files: PeopleImport, data: bytes, name: str, sentence: str
) -> None:
    files.take(data, name)
    assert sentence in files._says.value
    assert files._says.value.count("rutkit-error") == 1
    assert names(page) == set()


@pytest.mark.parametrize(
    ("data", "name"),
    [(b"\x89PNG\r\n\x1a\n\0", "me.png"), (b"\x89PNG\r\n\x1a\n\0\0", "people.csv"), (b"", "people.csv")],
)
def test_a_refusal_ends_with_what_to_do(page: Page, files: PeopleImport, data: bytes, name: str) -> None:
    what_to_do = "Nothing was changed; choose the .csv that LinkedIn or your mail program wrote."
    files.take(data, name)
    assert f"{what_to_do}</p>" in files._says.value

    table = PeopleTable(page, Contact)
    with pytest.raises(RutkitError, match=re.escape(what_to_do)):
        table.read(data, name)
    table.close()


def test_a_refusal_says_once_that_nothing_was_changed(files: PeopleImport) -> None:
    files.take(b"Name\n" + b"Ada\n" * 50_001, "people.csv")
    assert files._says.value.count("Nothing was changed") == 1


def test_what_to_do_is_said_once_for_several_files_that_cannot_be_read(files: PeopleImport) -> None:
    for name in ("one.csv", "two.csv"):
        files.take(b"", name)
    assert "2 files could not be read. Nothing was changed" in files._says.value
    assert "“two.csv” is empty" in files._says.value
    assert files._says.value.count("Nothing was changed") == 1


def test_vcards_that_are_packed_together_are_read(files: PeopleImport) -> None:
    files.take(packed("book/ada.vcf", VCARD), "phone.zip")
    assert "<b>1 person</b> from “phone.zip” will be added" in files._says.value


def test_a_table_chosen_after_a_broken_file_stands_by_itself(page: Page, files: PeopleImport) -> None:
    files.take(b"", "empty.csv")
    files._upload._begin()
    files.take(b"Name,Mail\nAda,a@example.com\n", "mine.csv")

    assert "empty.csv" not in files._says.value
    assert files._table is not None
    assert files._table.widget in files.widget.children


def test_what_is_wrong_with_a_file_still_stands_when_the_next_one_arrives_late(files: PeopleImport) -> None:
    files.take(b"", "empty.csv")
    files.take(LINKEDIN, "Connections.csv")

    assert "“empty.csv” is empty" in files._says.value
    assert "<b>2 people</b> from “Connections.csv”" in files._says.value


def test_another_table_asks_which_column_is_which_and_leaves_out_who_is_known(
    page: Page, files: PeopleImport
) -> None:
    page.workbook.add(Contact(name="Ada Lovelace", mail="ada@example.com", notes="Mine"))
    files.take(
        b"First Name,Last Name,Email,Employer\nAda,Lovelace,ada@example.com,Acme\nBo,Berg,bo@example.com,Beta\n",
        "mine.csv",
    )
    assert files._table
    assert "<b>1 person</b> from “mine.csv” will be added" in files._table._says.value
    assert "Row 2: Ada Lovelace is here already" in files._table._says.value

    files._table._import()
    assert {(contact.name, contact.company) for contact in page.workbook.all(Contact)} == {
        ("Ada Lovelace", ""),
        ("Bo Berg", "Beta"),
    }


def test_a_new_company_in_a_table_is_taken_over_only_if_it_is_ticked(page: Page, files: PeopleImport) -> None:
    page.workbook.add(Contact(name="Ada Lovelace", company="Acme", mail="ada@example.com"))
    rows = b"Name,Mail,Company\nAda Lovelace,ada@example.com,Beta\n"
    files.take(rows + b"Bo Berg,bo@example.com,\n", "mine.csv")
    assert files._table
    assert "<b>Ada Lovelace</b>: Company: Acme becomes Beta" in files._table._says.value
    files._table._import()
    assert {contact.company for contact in page.workbook.all(Contact)} == {"Acme", ""}

    files.take(rows, "mine.csv")
    assert files._table._import_button.description == "Take over what changed"
    files._table._import()
    assert {contact.company for contact in page.workbook.all(Contact)} == {"Beta", ""}

    page.undo()
    assert {contact.company for contact in page.workbook.all(Contact)} == {"Acme", ""}


def test_a_row_without_a_name_is_known_by_its_mail_address_or_left_out_with_the_reason(
    page: Page, files: PeopleImport
) -> None:
    files.take(b"Who,Firm,E-mail\n,Acme,ada@example.com\n,Beta,\n", "mine.csv")
    assert files._table
    assert "Row 3: It has no name, no mail address and no phone number." in files._table._says.value

    files._table._import()
    assert names(page) == {"ada@example.com"}


def test_names_of_files_and_people_are_never_markup(files: PeopleImport) -> None:
    files.take(b"BEGIN:VCARD\nFN:<b>Ada</b>\nEND:VCARD\n", "<i>.vcf")
    assert "<b>Ada" not in files._says.value
    assert "<i>" not in files._says.value


# The same person twice


def test_two_who_may_be_one_are_offered_side_by_side(
    page: Page, files: PeopleImport, merging: Merging
) -> None:
    assert not is_seen(merging.card)
    files.take(LINKEDIN, "Connections.csv")
    files._add()
    files.take(VCARD, "phone.vcf")
    files._add()

    assert is_seen(merging.card)
    assert "they have the same name" in merging._says.value
    assert page.workbook.count(Contact) == 3


@pytest.fixture
def twins(page: Page) -> tuple[Contact, Contact]:
    one, other = page.workbook.add_many(
        [
            Contact(name="Ada Lovelace", company="Acme", place="London"),
            Contact(name="Ada Lovelace", mail="a@example.com"),
        ],
        label="added two",
    )
    return one, other


def test_merging_is_one_click_and_one_undo(
    page: Page, merging: Merging, twins: tuple[Contact, Contact]
) -> None:
    page.workbook.add(Touch(contact=twins[1].id, day=date(2026, 1, 1)))
    merging._merge()

    (left,) = page.workbook.all(Contact)
    assert (left.id, left.mail) == (twins[0].id, "a@example.com")
    assert not is_seen(merging.card)

    page.undo()
    assert page.workbook.count(Contact) == 2
    assert is_seen(merging.card)


@pytest.mark.usefixtures("twins")
def test_the_other_one_can_be_kept(page: Page, merging: Merging, twins: tuple[Contact, Contact]) -> None:
    merging._turn_round()
    merging._merge()
    assert [contact.id for contact in page.workbook.all(Contact)] == [twins[1].id]


@pytest.mark.usefixtures("twins")
def test_different_people_are_remembered_until_that_is_taken_back(page: Page, merging: Merging) -> None:
    merging._note_as_different()
    assert not is_seen(merging.card)
    assert page.workbook.count(DifferentPeople) == 1

    page.undo()
    assert is_seen(merging.card)


@pytest.mark.usefixtures("twins")
def test_later_puts_a_pair_off_and_notes_nothing(page: Page, merging: Merging) -> None:
    merging._put_off_this_one()
    assert not is_seen(merging.card)
    assert page.workbook.count(DifferentPeople) == 0


# How you know them


def click(page: Page, action: str, **data: str) -> None:
    page.bridge._receive(page.bridge, {"type": "action", "action": action, **data}, [])


@pytest.fixture
def sorting(page: Page, view: OnlyPeople) -> widgets.Widget:
    page.workbook.add_many(
        [
            Contact(name="Ada", company="Acme"),
            Contact(name="Bo", company="Acme Ltd"),
            Contact(name="Cy", relation="friend"),
        ],
        label="three",
    )
    return next(each for each in view.widget.children if "rutkit-sorting" in each._dom_classes)


def relations(page: Page) -> dict[str, str | None]:
    return {contact.name: contact.relation for contact in page.workbook.all(Contact)}


def test_how_somebody_is_known_is_a_click_and_an_undo(page: Page, sorting: widgets.Widget) -> None:
    people = sorting.children[1]
    assert "Cy" not in people.value
    (ada,) = (contact for contact in page.workbook.all(Contact) if contact.name == "Ada")

    click(page, "network-sort", id=ada.id, relation="colleague")
    assert relations(page) == {"Ada": "colleague", "Bo": None, "Cy": "friend"}
    assert "<b>Ada</b>" not in people.value

    page.undo()
    assert relations(page)["Ada"] is None


def test_everybody_of_a_company_is_sorted_at_once_and_then_the_card_is_gone(
    page: Page, sorting: widgets.Widget
) -> None:
    assert "<b>Acme</b>: 2 people" in sorting.children[2].value

    click(page, "network-sort-all", company="acme", relation="former coworker")

    assert relations(page) == {"Ada": "former coworker", "Bo": "former coworker", "Cy": "friend"}
    assert not is_seen(sorting)


def test_who_is_left_for_later_makes_room_and_stays_unsorted(page: Page, sorting: widgets.Widget) -> None:
    (ada,) = (contact for contact in page.workbook.all(Contact) if contact.name == "Ada")

    click(page, "network-sort-later", id=ada.id)

    assert "<b>Ada</b>" not in sorting.children[1].value
    assert relations(page)["Ada"] is None


# The list


def test_somebody_is_removed_with_all_that_was_noted_with_them(page: Page, view: OnlyPeople) -> None:
    ada = page.workbook.add(Contact(name="Ada"))
    page.workbook.add(Touch(contact=ada.id, day=date(2026, 1, 1)))
    people: Collection[Contact] = part(view, Collection)
    people._remove(ada.id)
    assert page.workbook.count(Touch) == 0

    page.undo()
    assert page.workbook.count(Contact) == page.workbook.count(Touch) == 1


def test_a_closed_view_leaves_no_widget_behind(page: Page) -> None:
    warm = OnlyPeople(page)
    part(warm, PeopleImport).take(b"Name,Mail\nAda,a@example.com\n", "mine.csv")
    warm.close()
    before = set(ipywidgets_widget._instances)
    view = OnlyPeople(page)
    part(view, PeopleImport).take(b"Name,Mail\nAda,a@example.com\n", "mine.csv")
    view.close()
    assert set(ipywidgets_widget._instances) == before
