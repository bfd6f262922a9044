from __future__ import annotations

import re
from datetime import date, datetime
from importlib import import_module

import pytest
from lxml import html

from rutkit.chart import LIGHT, figure_as_json
from rutkit.exchange.drawing.svg import draw
from rutkit.home.moving.parts import Source, parts
from rutkit.home.moving.report import report
from rutkit.steps import STEPS, Step
from rutkit.steps.acknowledge.records import Acknowledgement, Situation
from rutkit.steps.emotions.records import CheckIn
from rutkit.steps.exit_plan.records import Milestone, ResignationDraft
from rutkit.steps.job_search.records import Application, FollowUp
from rutkit.steps.prepare.records import Letter
from rutkit.workbook import Workbook

TODAY = date(2026, 11, 22)
EVIL = "<script>alert(1)</script>"


def made(workbook: Workbook, *slugs: str, with_private: bool = False) -> str:
    return report(Source.of(workbook), frozenset(slugs), TODAY, with_private=with_private).decode()


def said(text: str, name: str) -> list[str | None]:
    return [element.text for element in html.fromstring(text).iter(name)]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.slug)
def test_every_step_has_findings_that_are_drawn(step: Step, demo: Workbook) -> None:
    charts = list(import_module(f"rutkit.steps.{step.slug}.report").report(demo, TODAY, LIGHT))

    figures = [chart.figure for chart in charts if chart.figure is not None]
    assert figures
    assert all(draw(figure_as_json(figure), "") for figure in figures)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.slug)
def test_a_step_without_an_answer_has_none(step: Step, workbook: Workbook) -> None:
    for chart in import_module(f"rutkit.steps.{step.slug}.report").report(workbook, TODAY, LIGHT):
        assert chart.is_empty, chart.title


def test_a_report_holds_everything_that_it_needs_and_allows_nothing_else(demo: Workbook) -> None:
    text = made(demo)
    page = html.fromstring(text)

    assert "default-src 'none'; style-src 'unsafe-inline'" in text
    assert not {"script", "link", "img", "iframe"} & {str(element.tag) for element in page.iter()}
    assert not re.search(r"url\(|@import", text)
    assert len(list(page.iter("section"))) == len(parts())
    assert len(list(page.iter("svg"))) > 25


def test_links_within_lead_somewhere(demo: Workbook) -> None:
    page = html.fromstring(made(demo))

    targets = {f"#{section.get('id')}" for section in page.iter("section")}
    assert {link.get("href") for link in page.iter("a")} == targets


def test_what_somebody_wrote_is_text(workbook: Workbook) -> None:
    workbook.put(Situation(role=EVIL))
    workbook.add(Milestone(what=EVIL, by=TODAY))

    text = made(workbook)

    assert "<script" not in text
    assert text.count("&lt;script&gt;alert(1)") >= 2


def test_notes_are_left_out_unless_one_wants_them(workbook: Workbook) -> None:
    workbook.add(CheckIn(day=TODAY, angry=3, note="My manager again"))

    assert "My manager again" not in made(workbook)
    assert "My manager again" in made(workbook, with_private=True)


def test_what_is_sealed_stays_sealed(workbook: Workbook) -> None:
    workbook.add(Letter(written=TODAY, opens=date(2027, 2, 22), sealed=TODAY, text="Dear me"))
    sealed_at = datetime(2026, 11, 21, 12).astimezone()
    workbook.put(ResignationDraft(text="I resign", sealed_at=sealed_at))

    text = made(workbook, with_private=True)

    assert "Dear me" not in text
    assert "I resign" not in text


def test_what_points_at_a_record_says_what_that_is_called(workbook: Workbook) -> None:
    application = workbook.add(Application(title="Buyer", company="Otter"))
    workbook.add(FollowUp(application=application.id, day=TODAY))

    text = made(workbook, "job_search")

    after = text.partition("<h4>Follow-ups</h4>")[2]
    assert after.startswith("<dl><dt>Application</dt><dd>Buyer</dd>")
    assert application.id not in text


def test_what_only_looks_like_an_id_is_what_somebody_wrote(workbook: Workbook) -> None:
    application = workbook.add(Application(title="Buyer"))
    workbook.add(Milestone(what=application.id, by=TODAY))

    assert f"<dd>{application.id}</dd>" in made(workbook, "exit_plan")


def test_only_the_steps_that_are_chosen_are_in_it(workbook: Workbook) -> None:
    workbook.put(Situation(role="Nurse"))
    workbook.add(Milestone(what="Call the union", by=TODAY))

    assert "Nurse" not in made(workbook, "exit_plan")


def test_one_answer_is_a_list_and_several_are_a_table(workbook: Workbook) -> None:
    workbook.add(Acknowledgement(day=TODAY, sentence="I am stuck"))
    assert said(made(workbook), "dd") == ["22 Nov 2026", "I am stuck"]

    workbook.add(Acknowledgement(day=date(2026, 11, 23), sentence="Still"))
    assert said(made(workbook), "td") == ["22 Nov 2026", "I am stuck", "23 Nov 2026", "Still"]


def test_an_empty_workbook_says_so(workbook: Workbook) -> None:
    assert "Nothing is written in these steps yet." in made(workbook)
