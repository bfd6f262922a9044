"""Links that lead to a record, or to where a new one is written, in every step."""

from __future__ import annotations

from collections.abc import Iterator
from unittest.mock import MagicMock

import pytest

from rutkit.demo import write_demo
from rutkit.home.shell import make_view
from rutkit.records import Record
from rutkit.steps import STEPS
from rutkit.widgets.page import Page
from rutkit.workbook import Workbook

WITHOUT_A_PLACE = frozenset(
    {
        "different_people",
        "loaded_vocabulary",
        "not_true",
        "planned_hours",
        "put_aside",
        "question_set_aside",
        "rating",
        "rehearsal",
        "skill_choice",
    }
)
"""Answers that were given with a button beside something else: links to them open their step."""

ONLY_WITH_AN_ID = frozenset({"touch", "message_draft", "application_stage", "follow_up", "highlight", "look"})
"""What belongs to another record, and is written once that is open."""


NOT_IN_THE_YEAR = frozenset(
    {
        "award_entry",
        "interest_entry",
        "profile_entry",
        "project_entry",
        "publication_entry",
        "reference_entry",
        "volunteer_entry",
    }
)
"""Sections of a resume that the invented person leaves empty."""


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbook]:
    file = tmp_path_factory.mktemp("demo") / "demo.rutkit"
    write_demo(file)
    with Workbook.open(file) as workbook:
        yield workbook


@pytest.fixture(scope="module")
def pages(lived_in: Workbook) -> Iterator[dict[str, Page]]:
    """Each step on a page of its own."""
    built = {}
    for step in STEPS:
        page = Page(lived_in)
        make_view(step.slug, page)
        built[step.slug] = page
    yield built
    for page in built.values():
        page.close()


def _kinds(without: frozenset[str]) -> list[object]:
    return [
        pytest.param(step.slug, kind, id=kind.__name__)
        for step in STEPS
        for kind in step.module("records").RECORDS
        if kind.table() not in without
    ]


@pytest.mark.parametrize(("slug", "kind"), _kinds(WITHOUT_A_PLACE | ONLY_WITH_AN_ID))
def test_a_link_leads_to_where_a_new_record_is_written(
    pages: dict[str, Page], monkeypatch: pytest.MonkeyPatch, slug: str, kind: type[Record]
) -> None:
    page, focus = pages[slug], MagicMock()
    monkeypatch.setattr(page.bridge, "focus", focus)

    assert page.places.open(kind.table())
    focus.assert_called()


@pytest.mark.parametrize(("slug", "kind"), _kinds(WITHOUT_A_PLACE | NOT_IN_THE_YEAR))
def test_a_link_leads_to_a_record(
    pages: dict[str, Page],
    lived_in: Workbook,
    monkeypatch: pytest.MonkeyPatch,
    slug: str,
    kind: type[Record],
) -> None:
    page, focus = pages[slug], MagicMock()
    monkeypatch.setattr(page.bridge, "focus", focus)
    (record,) = lived_in.all(kind, limit=1)

    assert page.places.open(kind.table(), record.id)
    focus.assert_called()


def test_an_unknown_record_is_no_error(pages: dict[str, Page]) -> None:
    assert not pages["network"].places.open("contact", "nobody")
