"""Nothing that somebody typed ever becomes markup, wherever it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import ipywidgets as widgets
import pytest
from pydantic import ValidationError

from rutkit.home.panels import ROUTES
from rutkit.home.records import record_types
from rutkit.home.shell import Shell, make_view
from rutkit.records import FieldSpec, Kind, Record, describe
from rutkit.widgets.collection import Collection
from rutkit.widgets.form import Form
from rutkit.widgets.importing import TableImport
from rutkit.widgets.page import Page

TODAY = date(2026, 11, 22)
NASTY = """<script>alert('x')</script> "quoted" & {braces} {0} {text.__class__}"""
TAG = "<b>{tag}</b>"


def value_of(spec: FieldSpec) -> Any:
    """A valid value, and a nasty one wherever the person may write what they like."""
    return {
        Kind.SHORT_TEXT: NASTY,
        Kind.LONG_TEXT: NASTY,
        Kind.TAGS: (TAG,),
        Kind.INTEGER: int(spec.minimum or 1),
        Kind.DECIMAL: float(spec.minimum or 1),
        Kind.MONEY: Decimal(1200),
        Kind.DATE: TODAY,
        Kind.DATETIME: datetime(2026, 11, 22, 9, 30),  # noqa: DTZ001
        Kind.MONTH: date(2027, 1, 1),
        Kind.PARTIAL_DATE: "2027-01",
        Kind.YES_NO: True,
        Kind.CHOICE: next(iter(spec.choices), None),
        Kind.CHOICES: spec.choices,
        Kind.SCALE: max(0, spec.steps - 1),
    }[spec.kind]


def nasty(record_type: type[Record]) -> Record:
    """A record with something nasty in each field that takes it; a clock time does not."""
    values = {spec.name: value_of(spec) for spec in describe(record_type)}
    try:
        return record_type.model_validate(values)
    except ValidationError as error:
        refused = {each["loc"][0] for each in error.errors()}
        return record_type.model_validate({name: values[name] for name in values.keys() - refused})


def html_in(root: widgets.Widget) -> Iterator[str]:
    if isinstance(root, widgets.HTML):
        yield str(root.value)
    for child in getattr(root, "children", ()):
        yield from html_in(child)


def assert_harmless(*roots: widgets.Widget) -> None:
    shown = "\n".join(html for root in roots for html in html_in(root))
    assert "<script" not in shown
    assert "<b>{tag}" not in shown
    # Outside of markup of our own, a quotation mark that was typed would end an attribute.
    assert not re.search(r'="[^"]*</script&gt; "quoted"', shown)


@pytest.fixture
def nasty_page(page: Page) -> Page:
    for record_type in record_types():
        page.workbook.add(nasty(record_type))
    return page


@pytest.mark.parametrize("slug", ROUTES)
def test_in_a_view(nasty_page: Page, slug: str) -> None:
    view = make_view(slug, nasty_page)

    assert_harmless(view.widget, nasty_page.notices.widget, nasty_page.status.widget)
    assert nasty_page.notices.widget.value == ""
    view.close()


def test_in_the_navigation(nasty_page: Page) -> None:
    shell = Shell(nasty_page)

    assert_harmless(shell.widget)
    shell.close()


@pytest.mark.parametrize("record_type", record_types(), ids=lambda kind: kind.__name__)
def test_in_a_table_and_its_form(page: Page, record_type: type[Record]) -> None:
    record = page.workbook.add(nasty(record_type))
    collection = Collection(
        page,
        record_type,
        columns=[spec.name for spec in describe(record_type)],
        add_label="Add",
        empty="None yet.",
    )

    collection._edit(record.id)
    assert collection._exchange
    collection._exchange._folded.toggle()
    collection._search.value = "<script>"

    assert page.notices.widget.value == ""
    assert_harmless(collection.widget, page.status.widget)
    collection.close()


@pytest.mark.parametrize("record_type", record_types(), ids=lambda kind: kind.__name__)
def test_in_a_dispute(page: Page, record_type: type[Record]) -> None:
    saved = page.workbook.add(nasty(record_type))
    texts = {spec.name: NASTY + "!" for spec in describe(record_type) if spec.kind is Kind.LONG_TEXT}
    page.workbook.save_draft(record_type.table(), saved.id, {**texts, "day": NASTY}, version=0)

    form = Form(page, record_type, record=saved)

    assert_harmless(form.widget, page.notices.widget, page.status.widget)
    form.close()


def test_in_the_words_of_an_import(page: Page) -> None:
    table_import = TableImport(page, record_types()[1])
    table = f'"{NASTY.replace(chr(34), chr(34) * 2)}",Role\n<script>,<script>\n'

    table_import.read(table.encode(), "<script>.csv")

    assert_harmless(table_import.widget)
    table_import.close()
