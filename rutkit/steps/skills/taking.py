"""A plan that was taken: as records, in a calendar, and how far one has come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rutkit.dates import monday_of
from rutkit.exchange.calendar import CalendarEvent
from rutkit.exchange.timing import Timing
from rutkit.formatting import counted, counted_hours, format_number
from rutkit.steps.skills.candidates import called
from rutkit.steps.skills.planning import LearningPlan
from rutkit.steps.skills.records import LearningResource, PlannedHours


@dataclass(frozen=True)
class PlanChanges:
    """What has to be saved so that the weeks to come are those of a plan."""

    to_add: tuple[PlannedHours, ...]
    to_update: tuple[PlannedHours, ...]
    to_remove: tuple[PlannedHours, ...]


def plan_changes(plan: LearningPlan, existing: Iterable[PlannedHours]) -> PlanChanges:
    """The records to add, update and remove when a plan is taken.

    Weeks before the plan's first stay as they were planned. A week of a resource that both plans have keeps its record,
    so that the event in the person's calendar moves with it.
    """
    kept = {(each.resource, each.week): each for each in existing if each.week >= plan.limits.first_week}
    wanted = {
        (planned.resource.id, monday): round(hours, 2)
        for planned in plan.resources
        for monday, hours in planned.hours.items()
    }
    return PlanChanges(
        tuple(
            PlannedHours(resource=resource, week=monday, hours=hours)
            for (resource, monday), hours in wanted.items()
            if (resource, monday) not in kept
        ),
        tuple(
            kept[key].model_copy(update={"hours": hours})
            for key, hours in wanted.items()
            if key in kept and kept[key].hours != hours
        ),
        tuple(each for key, each in kept.items() if key not in wanted),
    )


def calendar_events(
    planned: Iterable[PlannedHours], resources: Iterable[LearningResource]
) -> tuple[CalendarEvent, ...]:
    """One event for each week of each resource, on its Monday; for `rutkit.exchange.calendar.calendar_file`."""
    by_id = {resource.id: resource for resource in resources}
    return tuple(
        CalendarEvent(
            record_id=each.id,
            timing=Timing(each.week),
            title=f"{counted_hours(each.hours)} this week: {called(by_id[each.resource])}",
            notes=by_id[each.resource].link or "From your learning plan.",
            updated_at=each.updated_at,
            version=each.version,
        )
        for each in sorted(planned, key=lambda each: (each.week, each.resource))
        if each.resource in by_id
    )


@dataclass(frozen=True)
class Standing:
    """How far one has come with a resource, beside the plan."""

    resource: LearningResource
    hours_planned: float
    """In all weeks of the plan that are over."""

    @property
    def sentence(self) -> str:
        """Hours done, of how many, and where the plan would be."""
        done, whole = format_number(round(self.resource.hours_done, 1)), self.resource.hours
        said = (
            f"{done} of {counted_hours(whole)} done"
            if whole
            else f"{counted_hours(self.resource.hours_done)} done"
        )
        if not self.hours_planned:
            return f"{said}."
        behind = self.hours_planned - self.resource.hours_done
        if behind > 1:
            return f"{said}; by the plan it would be {format_number(round(self.hours_planned, 1))}."
        return f"{said}, as planned."


def standings(
    resources: Iterable[LearningResource], planned: Sequence[PlannedHours], today: date
) -> tuple[Standing, ...]:
    """Every resource that is under way, in the order in which it was begun."""
    over = monday_of(today)
    by_resource: dict[str, float] = {}
    for each in planned:
        if each.week < over:
            by_resource[each.resource] = by_resource.get(each.resource, 0.0) + each.hours
    under_way = [resource for resource in resources if resource.state == "under way"]
    return tuple(
        Standing(resource, by_resource.get(resource.id, 0.0))
        for resource in sorted(under_way, key=lambda r: (r.began or date.max, called(r)))
    )


def this_week(
    planned: Iterable[PlannedHours], resources: Iterable[LearningResource], today: date
) -> tuple[tuple[LearningResource, float], ...]:
    """What the plan has for the week of `today`, of all that is neither done nor dropped; most hours first."""
    open_ones = {r.id: r for r in resources if r.state in ("planned", "under way")}
    now = [each for each in planned if each.week == monday_of(today) and each.resource in open_ones]
    return tuple((open_ones[e.resource], e.hours) for e in sorted(now, key=lambda e: -e.hours))


def weeks_of(planned: Iterable[PlannedHours]) -> dict[str, Mapping[date, float]]:
    """The hours of each resource by the Monday of the week, as they were taken."""
    found: dict[str, dict[date, float]] = {}
    for each in planned:
        found.setdefault(each.resource, {})[each.week] = each.hours
    return {resource: dict(sorted(weeks.items())) for resource, weeks in found.items()}


def named_weeks(
    weeks: Mapping[str, Mapping[date, float]], resources: Iterable[LearningResource]
) -> dict[str, Mapping[date, float]]:
    """The same by a name that is each resource's own, in the order of the resources."""
    named: dict[str, Mapping[date, float]] = {}
    for resource in resources:
        if resource.id in weeks:
            name = called(resource)
            namesakes = sum(other == name or other.startswith(f"{name} (") for other in named)
            named[f"{name} ({namesakes + 1})" if namesakes else name] = weeks[resource.id]
    return named


def last_day_of(planned: Sequence[PlannedHours]) -> date | None:
    """The Sunday on which a taken plan ends; None without one."""
    return max(each.week for each in planned) + timedelta(days=6) if planned else None


def taken_label(plan: LearningPlan) -> str:
    """What the change is called, for undo."""
    return f"took a learning plan of {counted(len(plan.resources), 'resource')}"
