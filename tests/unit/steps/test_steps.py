from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path

import pytest

from rutkit.records import BOOKKEEPING, Record, describe
from rutkit.steps import STEPS, Step, step
from rutkit.steps.progress import Progress, State
from rutkit.workbook import Workbook

HEADINGS = ["Why it matters", "What to do", "An honest caveat"]
EVERY_BUILT_STEP = pytest.mark.parametrize("built", STEPS, ids=[step.slug for step in STEPS])


def guide(built: Step) -> str:
    package = built.module("records").__file__
    assert package
    return Path(package).with_name("guide.md").read_text(encoding="utf-8")


def records(built: Step) -> tuple[type[Record], ...]:
    found: tuple[type[Record], ...] = built.module("records").RECORDS
    return found


@pytest.fixture
def empty_workbook() -> Iterator[Workbook]:
    with Workbook.temporary() as workbook:
        yield workbook


# The ten


def test_there_are_ten_steps_in_order() -> None:
    assert [step.number for step in STEPS] == list(range(1, 11))


def test_a_notebook_is_called_by_its_step_s_number_and_name() -> None:
    assert step("exit_plan").notebook == "02-exit-plan.ipynb"


def test_a_step_is_found_by_its_slug() -> None:
    assert step("emotions").number == 3


def test_an_unknown_step_is_named() -> None:
    with pytest.raises(KeyError, match="vacation"):
        step("vacation")


def test_a_promise_is_one_sentence() -> None:
    for each in STEPS:
        assert re.fullmatch(r"[A-Z][^.]*\.", each.promise)


# The guide


@EVERY_BUILT_STEP
def test_a_guide_is_headed_by_its_step_s_title(built: Step) -> None:
    assert guide(built).splitlines()[0] == f"# {built.title}"


@EVERY_BUILT_STEP
def test_a_guide_says_why_what_and_where_to_be_careful(built: Step) -> None:
    assert re.findall(r"^## (.*)$", guide(built), re.MULTILINE) == HEADINGS


@EVERY_BUILT_STEP
def test_a_guide_leads_with_one_or_two_sentences(built: Step) -> None:
    lead = guide(built).split("\n## ")[0].partition("\n")[2].strip()
    assert "\n\n" not in lead
    assert 1 <= len(re.findall(r"[.?](?:\s|$)", lead)) <= 3


@EVERY_BUILT_STEP
def test_a_guide_is_read_in_two_minutes(built: Step) -> None:
    body = guide(built).partition("\n## ")[2]
    assert 150 <= len(body.split()) <= 300


@EVERY_BUILT_STEP
def test_a_guide_s_caveat_names_a_year(built: Step) -> None:
    assert re.search(r"\b(19|20)\d\d\b", guide(built).partition(f"## {HEADINGS[-1]}")[2])


@EVERY_BUILT_STEP
def test_a_guide_does_not_shout(built: Step) -> None:
    assert "!" not in guide(built)


# The records


@EVERY_BUILT_STEP
def test_a_step_names_all_its_record_types(built: Step) -> None:
    module = built.module("records")
    written = {
        kind
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if issubclass(kind, Record) and kind.__module__ == module.__name__
    }
    assert set(records(built)) == written


@EVERY_BUILT_STEP
def test_every_field_has_a_written_title(built: Step) -> None:
    untitled = [
        f"{kind.__name__}.{name}"
        for kind in records(built)
        for name, info in kind.model_fields.items()
        if name not in BOOKKEEPING and not info.title
    ]
    assert untitled == []


@EVERY_BUILT_STEP
def test_every_field_can_be_shown_in_a_form(built: Step) -> None:
    assert all(describe(kind) for kind in records(built))


@EVERY_BUILT_STEP
def test_a_record_type_is_called_by_a_name_of_its_own(built: Step) -> None:
    nouns = [kind.noun for kind in records(built)]
    assert Record.noun not in nouns
    assert len(set(nouns)) == len(nouns)


@EVERY_BUILT_STEP
def test_what_there_is_one_of_is_told_apart_by_fields_that_exist(built: Step) -> None:
    for kind in records(built):
        assert set(kind.one_per or ()) <= set(kind.model_fields)


def test_no_two_steps_share_a_table() -> None:
    tables = [kind.table() for kind in chain.from_iterable(records(built) for built in STEPS)]
    assert len(set(tables)) == len(tables)


# Progress


@EVERY_BUILT_STEP
def test_an_empty_workbook_has_not_begun_and_has_one_thing_to_do(
    built: Step, empty_workbook: Workbook
) -> None:
    seen: Progress = built.module("progress").progress(empty_workbook, date(2025, 11, 4))
    assert seen.state is State.NOT_BEGUN
    assert seen.action.text
    assert seen.action.reason.endswith(".")
    assert seen.action.step == built.slug
