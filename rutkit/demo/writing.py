"""The demo as a file."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from rutkit.demo.diary import burnout_inventories, check_ins
from rutkit.demo.groups import groups
from rutkit.demo.growth import growth
from rutkit.demo.home import home
from rutkit.demo.job_search import job_search
from rutkit.demo.market import market
from rutkit.demo.network import network
from rutkit.demo.prepare import prepare
from rutkit.demo.skills import skills
from rutkit.demo.so_far import weekly_measures
from rutkit.demo.story import exit_plan, standing
from rutkit.errors import RutkitError
from rutkit.steps.market.records import Posting
from rutkit.steps.network.records import Contact
from rutkit.steps.prepare.records import ResumeVersion
from rutkit.workbook import Workbook


class DemoError(RutkitError):
    """The demo cannot be written there."""


def write_demo(path: Path, *, today: date | None = None) -> None:
    """Write the workbook of somebody invented to a new file: a year of all ten steps, up to yesterday.

    The same day gives the same year. Today's check-in is left to whoever looks around.

    Raises:
        DemoError: there is such a file already; it is left as it is.
        rutkit.storage.errors.StorageError: the file cannot be made.
    """
    if path.exists():
        raise DemoError(f"{path} exists already and was left as it is; please name a file that does not.")
    today = today or datetime.now().astimezone().date()
    with Workbook.open(path) as workbook:
        workbook.add_many(standing(today), label="wrote the demo’s first step")
        workbook.add_many(exit_plan(today), label="wrote the demo’s exit plan")
        workbook.add_many(
            [*check_ins(today), *burnout_inventories(today)], label="wrote the demo’s year of check-ins"
        )
        workbook.add_many(growth(today), label="wrote the demo’s year of learning")
        workbook.add_many(market(today), label="wrote the demo’s postings")
        workbook.add_many(skills(today), label="wrote the demo’s learning plan")
        workbook.add_many(network(today), label="wrote the demo’s people")
        workbook.add_many(groups(today), label="wrote the demo’s groups")
        workbook.add_many(prepare(today), label="wrote the demo’s stories and practice")
        known = [*workbook.all(Posting), *workbook.all(Contact), *workbook.all(ResumeVersion)]
        workbook.add_many(job_search(today, known), label="wrote the demo’s search")
        workbook.add_many(weekly_measures(workbook, today), label="wrote the demo’s weekly notes")
        workbook.add_many(home(workbook, today), label="wrote the demo’s predictions and reviews")
        workbook.keep_for_good()
