"""What was exported comes back: read, compared with what is here, and saved as one change."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rutkit.exchange.whole.document import Records
from rutkit.exchange.whole.merging import Plan, Prefer, after, plan_merge, plan_replacement
from rutkit.exchange.whole.preview import label
from rutkit.exchange.whole.reading import Document, read_document
from rutkit.home.moving.parts import Source, records_of
from rutkit.home.records import record_types
from rutkit.workbook import Workbook

Planner = Callable[[Records, Records], Plan]


@dataclass(frozen=True)
class File:
    """A file that was read, and nothing more: the workbook is as it was."""

    name: str
    document: Document


def read_file(data: bytes, name: str) -> File:
    """Read an exported workbook.

    Raises:
        DocumentError: it is none, or damaged; a sentence or two say what is wrong.
    """
    return File(name, read_document(data, name, record_types()))


def planner(*, replaces: bool, prefer: Prefer = Prefer.NEWER) -> Planner:
    """How records come in: instead of what is here, or beside it."""
    if replaces:
        return plan_replacement
    return lambda here, there: plan_merge(here, there, prefer)


def plans(source: Source, files: Iterable[File], plan: Planner) -> tuple[tuple[File, Plan], ...]:
    """What each file will do, one after the other; nothing is done."""
    here = records_of(source)
    planned = []
    for file in files:
        planned.append((file, plan(here, file.document.records)))
        here = after(here, planned[-1][1])
    return tuple(planned)


def bring_in(workbook: Workbook, files: Iterable[File], plan: Planner) -> tuple[Plan, ...]:
    """Do it, all or nothing, as one change. Planned anew: another window may have changed something since.

    Raises:
        StorageError: it cannot be saved; nothing was changed.
    """
    named, source = tuple(files), Source.of(workbook)
    first = next(iter(plans(source, named[:1], plan)), None)
    done = []
    with workbook.batch(_label(named, first)):
        for file in named:
            ((_, each),) = plans(source, [file], plan)
            workbook.replace_many(each.old, each.new, label=label(each, file.name))
            done.append(each)
    return tuple(done)


def _label(files: tuple[File, ...], first: tuple[File, Plan] | None) -> str:
    if first is not None and len(files) == 1:
        return label(first[1], first[0].name)
    return f"brought in {len(files)} files"
