"""What nobody is to read now, the person included."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from rutkit.steps.exit_plan import resignation
from rutkit.steps.exit_plan.records import ResignationDraft
from rutkit.steps.prepare import letters
from rutkit.steps.prepare.records import Letter

if TYPE_CHECKING:
    from rutkit.workbook import Workbook


def sealed(workbook: Workbook, now: datetime) -> frozenset[str]:
    """The ids of the resignation draft and of the letters to oneself that are sealed at this moment."""
    drafts = (each.id for each in workbook.all(ResignationDraft) if resignation.is_sealed(each, now))
    own = (each.id for each in workbook.all(Letter) if letters.is_sealed(each, now.date()))
    return frozenset((*drafts, *own))
