"""Step 4 on the screen: the tasks of the job, and a look at them again every few months."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import ipywidgets as widgets
from pydantic import JsonValue

from rutkit.chart import Chart, Palette
from rutkit.formatting import counted, format_date
from rutkit.steps.growth.records import Task
from rutkit.steps.growth.tasks import JobLook, begun_again, is_due, job_looks, shares_sentence
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button, card
from rutkit.widgets.collection import Collection
from rutkit.widgets.markup import Markup, html
from rutkit.widgets.view import View


class TaskCards:
    """The tasks, and what they do with the week."""

    def __init__(self, view: View) -> None:
        self._view = view

    def cards(self) -> Sequence[widgets.Widget]:
        """The list, and the picture."""
        view = self._view
        tasks = view.keep(
            Collection(
                view.page,
                Task,
                columns=("name", "share", "effects", "day"),
                add_label="Add a task",
                empty="None yet. What do you spend most of your week on?",
                order_by="day",
                descending=True,
                initial=self._of_the_newest_look,
            )
        )
        self._again = button(view.page, "Look at my job again", self._begin_again, Rank.SECOND)
        view.follow(self._offer_again, Task)
        return [
            card(
                "Your main tasks",
                view.text(self._says, Task),
                self._again,
                tasks.widget,
                hint="Five or six are enough. All that you add belongs to one look at the job, as of one day.",
                wide=True,
            ),
            card("Then and now", view.chart("tasks", self._draw, Task), wide=True),
        ]

    def _looks(self) -> tuple[JobLook, ...]:
        return job_looks(self._view.workbook.all(Task, order_by="day"), self._view.page.today())

    def _of_the_newest_look(self) -> Mapping[str, JsonValue]:
        looks = self._looks()
        return {"day": (looks[-1].day if looks else self._view.page.today()).isoformat()}

    def _offer_again(self) -> None:
        looks = self._looks()
        shared.show(self._again, bool(looks) and looks[-1].day < self._view.page.today())

    def _begin_again(self) -> None:
        looks, today = self._looks(), self._view.page.today()
        if looks and looks[-1].day < today:
            self._view.workbook.add_many(begun_again(looks[-1], today), label="began a new look at the job")
            self._view.page.status.saved()

    def _says(self) -> Markup:
        looks, today = self._looks(), self._view.page.today()
        if not looks:
            return Markup("")
        newest = looks[-1]
        age = (today - newest.day).days
        when = "today" if age == 0 else f"from {format_date(newest.day)}, {counted(age, 'day')} ago"
        said = f"Your newest look is {when}: {counted(len(newest.tasks), 'task')}. {shares_sentence(newest)}"
        if is_due(looks, today):
            said += " Look again: it starts with the same tasks, as of today, for you to change."
        return html("<p>{said}</p>", said=said)

    def _draw(self, palette: Palette) -> Chart:
        from rutkit.steps.growth import charts

        return charts.tasks_then_and_now(self._looks(), palette)
