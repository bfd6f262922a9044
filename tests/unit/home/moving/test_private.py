"""What nobody else was meant to read is in no report without private notes, and in no preview of what comes in.

Every private text of every record type is a canary, something points at every one of them, and the letters are sealed.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from rich.console import Console

from rutkit.demo import write_demo
from rutkit.exchange.whole.document import Records
from rutkit.exchange.whole.merging import Plan
from rutkit.home.moving import console
from rutkit.home.moving.bringing_in import planner
from rutkit.home.moving.cards import WAYS, Way, described
from rutkit.home.moving.parts import Source
from rutkit.home.moving.report import report
from rutkit.home.records import AdviceAnswer, record_types
from rutkit.records import AN_ID, Kind, Record, describe, new_id
from rutkit.steps.exit_plan.records import ResignationDraft
from rutkit.steps.prepare.records import Highlight, Letter, WorkEntry
from rutkit.workbook import Workbook

NOW = datetime.now().astimezone()
TODAY = NOW.date()
PRIVATE = "canary of a note"
SEALED = "canary of a letter"
TEXTS = (Kind.SHORT_TEXT, Kind.LONG_TEXT)


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Records:
    """Those of the demo, and one of each type that it lacks, with their canaries."""
    file = tmp_path_factory.mktemp("demo") / "demo.rutkit"
    write_demo(file)
    with Workbook.open(file) as demo:
        return {
            kind: [with_canaries(record) for record in demo.all(kind) or [least(kind)]]
            for kind in record_types()
        }


@pytest.fixture(scope="module")
def workbook(records: Records) -> Iterator[Workbook]:
    """All of them, an answer to advice about one of each type, and a resume line of a job."""
    first_ones = [of_type[0] for of_type in records.values()]
    pointing = [
        *(AdviceAnswer(rule="a.rule", subject=each.id, reply="done", day=TODAY) for each in first_ones),
        Highlight(entry=records[WorkEntry][0].id),
    ]
    every_record = [record for of_type in records.values() for record in of_type]
    with Workbook.temporary() as workbook:
        workbook.replace_many(
            [], [record.model_copy(update={"version": 1}) for record in every_record], label=""
        )
        workbook.add_many(pointing, label="")
        yield workbook


def least(kind: type[Record]) -> Record:
    return kind(**{spec.name: "Something" for spec in describe(kind) if spec.required})


def with_canaries(record: Record, says: str = "") -> Record:
    canary = SEALED if isinstance(record, Letter | ResignationDraft) else PRIVATE
    texts = [spec.name for spec in describe(type(record)) if spec.is_private and spec.kind in TEXTS]
    return sealed(record.model_copy(update=dict.fromkeys(texts, f"{canary}{says}")))


def sealed(record: Record) -> Record:
    update: dict[str, Any] = {}
    match record:
        case Letter():
            update = {"sealed": TODAY, "opens": TODAY + timedelta(days=90), "opened_early": None}
        case ResignationDraft():
            update = {"sealed_at": NOW, "sealed_hours": 720, "opened_early_at": None}
    return record.model_copy(update=update)


def opened(record: Record) -> Record:
    match record:
        case Letter():
            return record.model_copy(update={"opened_early": TODAY})
        case ResignationDraft():
            return record.model_copy(update={"opened_early_at": NOW})
        case _:
            return record


def previews(plan: Plan) -> str:
    """On the page and in a terminal."""
    out = io.StringIO()
    console.show(plan, "theirs.json", currency="USD", console=Console(file=out, width=1_000))
    return described(plan, "theirs.json", "USD") + out.getvalue()


def test_no_private_text_is_in_a_report_that_leaves_it_out(workbook: Workbook) -> None:
    text = report(Source.of(workbook), frozenset(), TODAY, with_private=False).decode()

    assert PRIVATE not in text
    assert SEALED not in text


def test_no_sealed_text_is_in_any_report(workbook: Workbook) -> None:
    text = report(Source.of(workbook), frozenset(), TODAY, with_private=True).decode()

    assert PRIVATE in text
    assert SEALED not in text
    assert text.count("<td>a sealed letter</td>") == 2


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.words)
@pytest.mark.parametrize("is_newer", [True, False])
@pytest.mark.parametrize("opened_here", [True, False])
@pytest.mark.parametrize("opened_there", [True, False])
def test_no_private_text_is_in_a_preview(
    records: Records, way: Way, is_newer: bool, opened_here: bool, opened_there: bool
) -> None:
    when = datetime(2999 if is_newer else 1999, 1, 1, tzinfo=UTC)
    here = {kind: [opened(of[0]) if opened_here else of[0]] for kind, of in records.items()}
    brought = [with_canaries(of[0], " otherwise") for of in records.values()]
    there = {
        type(each): [
            (opened(each) if opened_there else each).model_copy(update={"id": id_, "updated_at": when})
        ]
        for each in brought
        for id_ in [new_id() if type(each).one_per == () else each.id]
    }

    said = previews(planner(replaces=way.replaces, prefer=way.prefer)(here, there))

    assert "“Note” differs" in said
    assert PRIVATE not in said
    assert SEALED not in said
    assert ("A sealed letter differs" in said) is not (opened_here and opened_there)


def test_no_private_text_is_in_a_preview_of_what_goes(records: Records) -> None:
    here = {kind: of[:1] for kind, of in records.items()}

    said = previews(planner(replaces=True)(here, dict.fromkeys(here, ())))

    assert PRIVATE not in said
    assert SEALED not in said
    assert said.count("A sealed letter will be removed.") == 4


def test_what_is_an_id_is_said_to_be_one(records: Records) -> None:
    plain = {
        f"{kind.__name__}.{spec.name}"
        for kind, of_type in records.items()
        for spec in describe(kind)
        if spec.kind in TEXTS and not spec.is_reference
        for record in of_type
        if AN_ID.fullmatch(getattr(record, spec.name) or "")
    }

    assert plain == set()
