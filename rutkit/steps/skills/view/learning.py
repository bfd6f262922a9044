"""Step 6 on the screen: what is under way, the look at its second week, and what a finished one leaves."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import ipywidgets as widgets

from rutkit.formatting import counted_hours
from rutkit.steps.growth.records import LearningEntry
from rutkit.steps.skills.candidates import called
from rutkit.steps.skills.finishing import (
    LOOK_SOURCE,
    begin,
    finish,
    keep_on,
    look_is_due,
    stop,
    unsettled,
)
from rutkit.steps.skills.records import LearningResource, PlannedHours, Skill
from rutkit.steps.skills.taking import standings, this_week
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button, card
from rutkit.widgets.form import Form
from rutkit.widgets.markup import Markup, block, html, put, row, stack
from rutkit.widgets.view import View


class LearningCards:
    """The week's learning, and each resource that is under way with its hours and its proof."""

    def __init__(self, view: View) -> None:
        self._view = view

    def cards(self) -> Sequence[widgets.Widget]:
        """The one card."""
        view = self._view
        return [
            card(
                "Learning now",
                view.keep(UnderWay(view)).widget,
                view.text(lambda: html('<p class="rutkit-source">{text}</p>', text=LOOK_SOURCE)),
                hint="Finished learning raises the skill, with its proof, and goes into the learning log of step 4.",
                wide=True,
            )
        ]


class UnderWay:
    """What is under way, what this week begins, and what is done and has not raised its skills yet."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._shown: object = None
        self._forms: list[Form[LearningResource]] = []
        self._sentences: dict[str, widgets.HTML] = {}
        self.widget = stack(classes=("rutkit-form",))
        view.follow(self._draw, LearningResource, PlannedHours, LearningEntry)

    def close(self) -> None:
        """Take it away, with its forms."""
        self._clear()
        shared.close(self.widget)

    def _clear(self) -> None:
        for form in self._forms:
            form.close()
        self._forms.clear()
        self._sentences.clear()
        gone, self.widget.children = self.widget.children, ()
        shared.close(*gone)

    def _draw(self) -> None:
        """Build it anew only when other resources are to be shown: a form that is typed in stays where it is."""
        workbook, today = self._view.workbook, self._view.page.today()
        resources, planned = workbook.all(LearningResource), workbook.all(PlannedHours)
        under_way = standings(resources, planned, today)
        to_begin = [(r, hours) for r, hours in this_week(planned, resources, today) if r.state == "planned"]
        done = unsettled(resources, workbook.all(LearningEntry))
        shown = (
            tuple((s.resource.id, look_is_due(s.resource, today)) for s in under_way),
            tuple(resource.id for resource, _ in to_begin),
            tuple(resource.id for resource in done),
        )
        if shown != self._shown:
            self._clear()
            self._shown = shown
            self.widget.children = [
                *(self._finished(resource) for resource in done),
                *(self._going_on(standing.resource) for standing in under_way),
                *(self._beginning(resource, hours) for resource, hours in to_begin),
            ] or [block(html('<p class="rutkit-empty">{text}</p>', text=_NOTHING))]
        for standing in under_way:
            put(self._sentences[standing.resource.id], html("<p>{text}</p>", text=standing.sentence))

    def _going_on(self, resource: LearningResource) -> widgets.Widget:
        page = self._view.page
        form = Form(page, LearningResource, record=resource, fields=("hours_done", "proof"))
        self._forms.append(form)
        sentence = self._sentences[resource.id] = block()
        parts: list[widgets.Widget] = [block(_heading(resource)), sentence]
        if look_is_due(resource, page.today()):
            parts.append(self._look(resource))
        parts.append(form.widget)
        parts.append(
            row(
                button(page, "I finished it", partial(self._finish, resource.id), Rank.SECOND),
                button(page, "Stop it", partial(self._stop, resource.id), Rank.QUIET),
                classes=("rutkit-buttons",),
            )
        )
        return stack(*parts, classes=("rutkit-form", "rutkit-under-way"))

    def _look(self, resource: LearningResource) -> widgets.Widget:
        page = self._view.page
        question = html(
            '<p class="rutkit-say">{text}</p>',
            text="It is in its second week. Does it teach you what you hoped, at a pace you can keep?",
        )
        return stack(
            block(question),
            row(
                button(page, "Continue", partial(self._continue, resource.id), Rank.SECOND),
                button(page, "Change it", partial(self._change, resource.id), Rank.SECOND),
                button(page, "Stop", partial(self._stop, resource.id), Rank.SECOND),
                classes=("rutkit-buttons",),
            ),
        )

    def _beginning(self, resource: LearningResource, hours: float) -> widgets.Widget:
        text = html(
            "<p>{text}</p>", text=f"Your plan has {counted_hours(hours)} for it this week. Not begun yet."
        )
        return stack(
            block(_heading(resource) + text),
            button(self._view.page, "I began it", partial(self._begin, resource.id), Rank.SECOND),
            classes=("rutkit-form", "rutkit-under-way"),
        )

    def _finished(self, resource: LearningResource) -> widgets.Widget:
        text = html(
            '<p class="rutkit-say">{text}</p>',
            text="It is done, but its skills and your learning log do not know yet.",
        )
        return stack(
            block(_heading(resource) + text),
            button(self._view.page, "Raise its skills", partial(self._finish, resource.id), Rank.SECOND),
            classes=("rutkit-form", "rutkit-under-way"),
        )

    def _begin(self, record_id: str) -> None:
        resource = self._now(record_id)
        if resource:
            self._save(begin(resource, self._view.page.today()), f"began {called(resource)}")

    def _continue(self, record_id: str) -> None:
        resource = self._now(record_id)
        if resource:
            self._save(keep_on(resource), f"decided to continue {called(resource)}")

    def _change(self, record_id: str) -> None:
        resource = self._now(record_id)
        if resource:
            changed = resource.model_copy(update={"look": "change"})
            self._save(changed, f"decided to change {called(resource)}")
            self._view.page.notices.show(
                f"Change “{called(resource)}” under “Ways to learn”: its pace, its hours or your chance. "
                "Then plan again from today."
            )

    def _stop(self, record_id: str) -> None:
        resource = self._now(record_id)
        if resource:
            self._save(stop(resource), f"stopped {called(resource)}")

    def _finish(self, record_id: str) -> None:
        """Everything that follows from finishing it: one change, and one undo."""
        workbook, resource = self._view.workbook, self._now(record_id)
        if resource is None:
            return
        result = finish(resource, workbook.all(Skill), self._view.page.today())
        label = f"finished {called(resource)}"
        with workbook.batch(label):
            workbook.update(result.resource, label=label)
            workbook.add_many(result.new_skills, label=label)
            for skill in result.raised_skills:
                workbook.update(skill, label=label)
            if workbook.get(LearningEntry, result.entry.id) is None:
                workbook.add(result.entry, label=label)
        self._view.page.status.saved()

    def _save(self, resource: LearningResource, label: str) -> None:
        self._view.workbook.update(resource, label=label)
        self._view.page.status.saved()

    def _now(self, record_id: str) -> LearningResource | None:
        return self._view.workbook.get(LearningResource, record_id)


_NOTHING = "Nothing is under way. What a plan you took begins this week stands here."


def _heading(resource: LearningResource) -> Markup:
    return html('<h3 class="rutkit-chart-title">{name}</h3>', name=called(resource))
