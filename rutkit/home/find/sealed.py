"""What nobody is to read now, the person included."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from rutkit.records import Record
from rutkit.steps.exit_plan import resignation
from rutkit.steps.exit_plan.records import ResignationDraft
from rutkit.steps.prepare import letters
from rutkit.steps.prepare.records import Letter

if TYPE_CHECKING:
    from rutkit.workbook import Workbook


def sealed(workbook: Workbook, now: datetime) -> frozenset[str]:
    """The ids of the resignation draft and of the letters to oneself that are sealed at this moment."""
    records: Iterable[Record] = (*workbook.all(ResignationDraft), *workbook.all(Letter))
    return frozenset(each.id for each in records if is_sealed(each, now))


def is_sealed(record: Record, now: datetime) -> bool:
    """Whether this one is, in the workbook or in a file."""
    match record:
        case ResignationDraft():
            return resignation.is_sealed(record, now)
        case Letter():
            return letters.is_sealed(record, now.date())
        case _:
            return False
