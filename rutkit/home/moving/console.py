"""Bringing in from a terminal: what will change as a table, and a question."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

import typer
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rutkit.exchange.whole.merging import Plan
from rutkit.exchange.whole.preview import TypePreview, lead, preview
from rutkit.home.find.sealed import is_sealed
from rutkit.home.moving.bringing_in import File, Planner, plans
from rutkit.home.moving.parts import Source
from rutkit.workbook import Workbook

_COLUMNS = ("Added", "Changed", "Removed", "Differ, and stay", "The same", "Only here")


def agreed(workbook: Workbook, files: Sequence[File], plan: Planner, *, yes: bool) -> bool:
    """Show what the files will change, and ask whether they shall; `yes` answers for the person."""
    planned = plans(Source.of(workbook), files, plan)
    for file, each in planned:
        show(each, file.name, currency=workbook.currency, console=Console())
    return any(each.changes_anything for _, each in planned) and (
        yes or typer.confirm("Bring this in?", err=True)
    )


def show(plan: Plan, filename: str, *, currency: str, console: Console) -> None:
    """Say in words and figures what a file will do."""
    console.print(Text(f"{filename}: {lead(plan)}"))
    closed = partial(is_sealed, now=datetime.now().astimezone())
    of_types = preview(plan, currency=currency, is_sealed=closed)
    if not of_types:
        return
    counts = [_counts(each) for each in of_types]
    shown = [column for column in _COLUMNS if any(of_type[column] for of_type in counts)]
    table = Table("", *shown, box=SIMPLE)
    for column in table.columns[1:]:
        column.justify = "right"
    for each, of_type in zip(of_types, counts, strict=True):
        table.add_row(
            Text(each.title), *(f"{of_type[column]:,}" if of_type[column] else "–" for column in shown)
        )
    console.print(table)
    for each in of_types:
        for sentence in each.details:
            console.print(Text(f"{each.title}: {sentence}"))


def _counts(each: TypePreview) -> dict[str, int]:
    figures = (each.added, each.changed, each.removed, each.kept, each.same, each.untouched)
    return dict(zip(_COLUMNS, figures, strict=True))
