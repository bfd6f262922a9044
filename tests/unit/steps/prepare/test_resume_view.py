from __future__ import annotations

import base64
import html
import json
import re
from collections.abc import Iterator
from typing import Any

import ipywidgets as widgets
import pytest

from rutkit.steps.market.extract.reader import Reader
from rutkit.steps.market.readings import to_json
from rutkit.steps.market.records import Posting
from rutkit.steps.prepare.records import (
    Highlight,
    NotTrue,
    ResumeBasics,
    ResumeVersion,
    SkillEntry,
    WorkEntry,
)
from rutkit.steps.prepare.view import StepView
from rutkit.widgets.page import Page

TEXT = "Requirements:\n- SQL\n- Tableau\n- Kubernetes\n- Terraform"
POSTING = Posting(
    id="p", title="Analyst", company="Mills", text=TEXT, reading=to_json(Reader().read(TEXT), TEXT, "1")
)
JOB = WorkEntry(id="job", position="Lead", name="Pumps", start_date="2020")
LINE = Highlight(id="line", entry="job", text="Built <b>Tableau</b> dashboards")
SQL = SkillEntry(id="sql", name="SQL")
VERSION = ResumeVersion(id="v", name="For Mills", posting="p", lines="work\njob\nskills\nsql")


@pytest.fixture
def view(page: Page) -> Iterator[StepView]:
    view = StepView(page)
    yield view
    view.close()


@pytest.fixture
def full(page: Page) -> Iterator[StepView]:
    page.workbook.add_many([POSTING, JOB, LINE, SQL, VERSION, ResumeBasics(name="Ada")], label="so far")
    view = StepView(page)
    yield view
    view.close()


def every(root: widgets.Widget) -> Iterator[widgets.Widget]:
    yield root
    for child in getattr(root, "children", ()):
        yield from every(child)


def said(root: widgets.Widget) -> str:
    return "".join(str(each.value) for each in every(root) if isinstance(each, widgets.HTML))


def one(root: widgets.Widget, description: str) -> Any:
    return next(each for each in every(root) if getattr(each, "description", None) == description)


def upload(page: Page, view: StepView, text: str, content: bytes, name: str) -> None:
    label = next(each for each in every(view.widget) if isinstance(each, widgets.HTML) and text in each.value)
    action = re.findall('data-action="([^"]*)"', label.value)[0]
    page.bridge._upload_handlers[action](content, name)


def click(page: Page, action: str, **data: str) -> None:
    page.bridge._handlers[action](data)


def has_lines(page: Page) -> list[str]:
    version = page.workbook.get(ResumeVersion, "v")
    assert version
    return version.lines.split("\n")


# The master


def test_a_name_is_saved_as_it_is_typed(page: Page, view: StepView) -> None:
    one(view.widget, "Your name").value = "Ada"
    assert [basics.name for basics in page.workbook.all(ResumeBasics)] == ["Ada"]


def test_another_section_brings_its_own_list(page: Page, view: StepView) -> None:
    one(view.widget, "Section").value = "certificates"
    assert one(view.widget, "Add a certificate")


def test_a_line_belongs_to_the_job_that_is_picked(page: Page, full: StepView) -> None:
    one(full.widget, "Section").value = "work"
    one(full.widget, "Add a line").click()
    one(full.widget, "What you did, and what came of it").value = "Cut waste"
    one(full.widget, "Save it").click()
    assert {(line.entry, line.text) for line in page.workbook.all(Highlight)} >= {("job", "Cut waste")}


def test_removing_a_job_takes_its_lines_along_in_one_undo(page: Page, full: StepView) -> None:
    one(full.widget, "Section").value = "work"
    click(page, "remove-work_entry", id="job")
    assert page.workbook.count(Highlight) == 0
    page.undo()
    assert page.workbook.count(Highlight) == 1


def test_a_file_is_shown_before_it_is_added_and_is_one_undo(page: Page, view: StepView) -> None:
    one(view.widget, "Bring in what you have").click()
    content = json.dumps(
        {"basics": {"name": "Ada"}, "work": [{"position": "Lead", "startDate": "soon"}]}
    ).encode()
    upload(page, view, "Read a JSON Resume", content, "<i>mine.json")
    assert "It adds 1 name and contact and 1 job." in said(view.widget)
    assert "“startDate” should be a year" in said(view.widget)
    assert "<i>" not in said(view.widget)
    assert page.workbook.count(WorkEntry) == 0
    one(view.widget, "Add this to your master").click()
    assert page.workbook.count(WorkEntry) == 1
    page.undo()
    assert page.workbook.count(WorkEntry) + page.workbook.count(ResumeBasics) == 0


def test_a_file_that_is_no_resume_changes_nothing(page: Page, view: StepView) -> None:
    one(view.widget, "Bring in what you have").click()
    upload(page, view, "Read a JSON Resume", b"%PDF", "mine.pdf")
    assert "is not JSON" in said(page.notices.widget)


def test_the_master_can_be_taken_along(page: Page, full: StepView) -> None:
    one(full.widget, "Take the master along").click()
    content = re.findall(
        r'download="master.resume.json" href="data:application/json;base64,([^"]*)"', said(full.widget)
    )
    assert json.loads(base64.b64decode(content[0]))["work"][0]["highlights"] == [LINE.text]


# Versions


def test_what_a_version_leaves_out_is_one_click_away(page: Page, full: StepView) -> None:
    click(page, "resume-toggle", key="line")
    assert "line" in has_lines(page)
    page.undo()
    assert "line" not in has_lines(page)


def test_a_section_moves_up(page: Page, full: StepView) -> None:
    click(page, "resume-up", key="skills")
    assert has_lines(page)[0] == "skills"


def test_lines_stand_there_as_they_were_written(full: StepView) -> None:
    assert html.escape(LINE.text) in said(full.widget)
    assert LINE.text not in said(full.widget)


def test_a_version_leaves_as_files_named_by_person_and_version(page: Page, full: StepView) -> None:
    one(full.widget, "Files to send or print").click()
    names = re.findall('download="(Ada[^"]*)"', said(full.widget))
    assert names == ["Ada-For-Mills.docx", "Ada-For-Mills.html", "Ada-For-Mills.resume.json"]


# What is asked for


def test_the_version_is_held_against_its_posting(full: StepView) -> None:
    assert "This version shows 1 of 4 things that are asked for" in said(full.widget)


def test_a_line_that_would_show_it_comes_into_the_version(page: Page, full: StepView) -> None:
    click(page, "resume-show-lines", name="Tableau")
    assert "line" in has_lines(page)


def test_what_is_not_true_is_remembered_and_can_be_taken_back(page: Page, full: StepView) -> None:
    click(page, "resume-not-true", name="Terraform")
    assert "Not true of you (1)" in said(full.widget)
    click(page, "resume-take-back", name="Terraform")
    assert page.workbook.count(NotTrue) == 0


def test_nothing_that_the_master_lacks_can_be_put_into_a_version(full: StepView) -> None:
    lacking = said(full.widget).partition("Not in your master (")[2]
    assert set(re.findall('data-action="([a-z-]*)"', lacking.partition("</ul>")[0])) == {"resume-not-true"}


def test_another_posting_can_be_picked(page: Page, full: StepView) -> None:
    one(full.widget, "Compare it with").value = ""
    version = page.workbook.get(ResumeVersion, "v")
    assert version
    assert version.posting == ""
    assert "Pick a posting or a role above." in said(full.widget)


def test_without_a_version_there_is_nothing_to_compare(view: StepView) -> None:
    assert "Once there is a version" in said(view.widget)
