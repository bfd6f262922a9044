from __future__ import annotations

import base64
import io
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import date

import openpyxl
import pytest

from rutkit.home.moving.cards import WAYS, BringIn, TakeAlong
from rutkit.home.moving.parts import Source
from rutkit.home.moving.taking_along import FORMATS, Format, Wanted, content
from rutkit.home.shell import make_view
from rutkit.steps.acknowledge.records import Situation
from rutkit.steps.exit_plan.records import Milestone
from rutkit.widgets.page import Page
from rutkit.widgets.view import View
from rutkit.workbook import Workbook

TODAY = date(2026, 11, 22)
JSON = FORMATS[0]
EVIL = "<img src=x onerror=alert(1)>"


@pytest.fixture
def settings(page: Page) -> Iterator[View]:
    view = make_view("workbook", page)
    yield view
    view.close()


@pytest.fixture
def take_along(settings: View) -> TakeAlong:
    return next(part for part in settings._parts if isinstance(part, TakeAlong))


@pytest.fixture
def bring_in(settings: View) -> BringIn:
    return next(part for part in settings._parts if isinstance(part, BringIn))


def made(card: TakeAlong, chosen: Format) -> bytes:
    card._format.value = chosen
    card._make()
    (data,) = re.findall(r"base64,([^\"]+)", card._result.value)
    return base64.b64decode(data)


def of_another(*, role: str) -> bytes:
    with Workbook.temporary() as other:
        other.put(Situation(role=role))
        return b"".join(content(Source.of(other), JSON, Wanted(), TODAY))


def test_every_format_is_made_and_offered_as_a_link(take_along: TakeAlong, page: Page) -> None:
    page.workbook.put(Situation(role="Nurse"))
    page.workbook.add(Milestone(what="Call the union", by=page.today()))
    by_suffix = {each.suffix: made(take_along, each) for each in FORMATS}

    assert json.loads(by_suffix[".json"])["records"]["situation"][0]["role"] == "Nurse"
    assert (
        "1 Description of where you are" in openpyxl.load_workbook(io.BytesIO(by_suffix[".xlsx"])).sheetnames
    )
    assert "02-exit-plan/milestone.csv" in zipfile.ZipFile(io.BytesIO(by_suffix[".zip"])).namelist()
    assert b"SUMMARY:Call the union" in by_suffix[".ics"]
    assert b"<dd>Nurse</dd>" in by_suffix[".html"]


def test_only_the_steps_that_are_ticked_are_in_it(take_along: TakeAlong, page: Page) -> None:
    page.workbook.put(Situation(role="Nurse"))
    take_along._steps["acknowledge"].value = False

    assert "situation" not in json.loads(made(take_along, JSON))["records"]


def test_another_choice_takes_the_file_away_that_says_something_else(take_along: TakeAlong) -> None:
    made(take_along, JSON)

    take_along._steps["market"].value = False

    assert take_along._result.value == ""


def test_without_any_step_there_is_nothing_to_make(take_along: TakeAlong) -> None:
    for box in take_along._steps.values():
        box.value = False
    take_along._make()

    assert "Choose one step at least." in take_along._result.value


def test_a_file_is_shown_before_anything_changes_and_brought_in_as_one_undo(
    bring_in: BringIn, page: Page
) -> None:
    bring_in.read(of_another(role=EVIL), f"{EVIL}.json")

    assert "1 record will be added" in bring_in._says.value
    assert "<img" not in bring_in._says.value
    assert page.workbook.only(Situation) is None

    bring_in._go.click()
    assert page.workbook.only(Situation) is not None
    assert "1 record was added" in bring_in._result.value

    page.undo()
    assert page.workbook.only(Situation) is None


def test_the_person_chooses_which_counts_where_both_differ(bring_in: BringIn, page: Page) -> None:
    theirs = of_another(role="Teacher")
    page.workbook.put(Situation(role="Nurse"))
    bring_in.read(theirs, "theirs.json")

    bring_in._way.value = next(way for way in WAYS if "take the file’s" in way.words)

    assert "“Your role” Nurse → Teacher" in bring_in._says.value
    bring_in._go.click()
    situation = page.workbook.only(Situation)
    assert situation is not None
    assert situation.role == "Teacher"


def test_what_goes_away_is_named_before_it_goes(bring_in: BringIn, page: Page) -> None:
    page.workbook.add(Milestone(what="Call the union", by=page.today()))
    bring_in.read(of_another(role="Teacher"), "theirs.json")

    bring_in._way.value = WAYS[-1]

    assert "“Call the union, 22 Nov 2026” will be removed." in bring_in._says.value


def test_a_file_that_is_none_of_ours_is_refused_on_the_page_and_another_can_be_chosen(
    bring_in: BringIn, page: Page
) -> None:
    bring_in.read(b"{", "half.json")

    assert "“half.json” ends in the middle" in page.notices.widget.value
    assert bring_in.widget.children == (bring_in._upload.widget,)


def test_what_is_here_already_can_only_be_put_away(bring_in: BringIn, page: Page) -> None:
    page.workbook.put(Situation(role="Nurse"))
    same = b"".join(content(Source.of(page.workbook), JSON, Wanted(), page.today()))

    bring_in.read(same, "same.json")

    assert "Nothing will change" in bring_in._says.value
    assert bring_in._go.layout.display == "none"
