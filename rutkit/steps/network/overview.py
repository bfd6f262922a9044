"""Everything that is said of all people at once, worked out in one go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rutkit.steps.job_search.records import Application
from rutkit.steps.network.cadence import NextStep, Standing, Turn, last_touches, next_steps, standings
from rutkit.steps.network.companies import Known, Vacancy, by_company, coverage, targets
from rutkit.steps.network.giving import Balance, balances
from rutkit.steps.network.records import Cadence, Contact, Touch, WritingChoices
from rutkit.steps.network.sorting import Colleagues, unsorted_companies
from rutkit.steps.network.suggestions import Suggestion, suggestions
from rutkit.steps.network.tiles import Tile, tiles


@dataclass(frozen=True)
class Overview:
    """What there is to say on a day."""

    today: date
    people: int
    touches: Sequence[Touch]
    suggested: tuple[Suggestion, ...]
    turns: tuple[Standing, ...]
    """Everybody whose turn it is by the person's cadences, those longest past it first."""
    with_cadence: int
    """How many people have a cadence."""
    steps: tuple[NextStep, ...]
    balances: Mapping[str, Balance]
    names: Mapping[str, str]
    """Of those with whom a time in touch is noted, by id."""
    companies: tuple[Known, ...]
    tiles: tuple[Tile, ...]
    unsorted: tuple[Colleagues, ...]


def overview(
    contacts: Sequence[Contact],
    touches: Sequence[Touch],
    cadences: Sequence[Cadence],
    choices: WritingChoices,
    vacancies: Sequence[Vacancy],
    applications: Sequence[Application],
    today: date,
) -> Overview:
    """Look at everything once. With 20,000 people it takes about a second, so it belongs beside the page."""
    last = last_touches(touches, today)
    wanted = targets(vacancies, applications, today)
    standing = standings(contacts, last, cadences, today)
    balance = balances(touches)
    return Overview(
        today=today,
        people=len(contacts),
        touches=touches,
        suggested=suggestions(contacts, touches, cadences, wanted, choices, today),
        turns=tuple(each for each in standing if each.turn is not Turn.LATER),
        with_cadence=len(standing),
        steps=next_steps(contacts, last, today),
        balances=balance,
        names={each.id: each.called for each in contacts if each.id in balance},
        companies=coverage(wanted, by_company(contacts)),
        tiles=tiles(contacts),
        unsorted=unsorted_companies(contacts),
    )
