"""Step 9 on the screen: applications as the columns of a board, and as the rows of a list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rutkit.formatting import EMPTY, counted, format_date, format_day
from rutkit.steps.job_search.applications.candidacy import (
    COLUMNS,
    DAY_NOT_KNOWN,
    ENDED,
    NOT_SENT,
    STAGES,
    Candidacy,
    Due,
    called,
    newest_first,
)
from rutkit.steps.job_search.applications.due_now import old_sentence
from rutkit.steps.job_search.view.application import OPEN
from rutkit.widgets.markup import Markup, html, joined

MOVE, MOVE_TO, MORE, ASKED, LET_REST = (
    "application-move",
    "application-move-to",
    "application-more",
    "application-asked",
    "applications-let-rest",
)
"""The actions of the board's buttons: `data-id` is an application, `data-to` a stage, `data-column` a column."""

CARDS = 5
"""Cards that a column begins with, and how many more each click shows."""


def cards_at_first(column: str) -> int:
    """How many cards a column begins with: none of those that are over, which would outweigh what goes on."""
    return 0 if column == ENDED else CARDS


ALWAYS = (NOT_SENT, "applied")
"""Columns that are shown empty, too."""


def board(
    candidacies: Sequence[Candidacy], today: date, *, shown: dict[str, int], moving: str = "", hidden: int = 0
) -> Markup:
    """The columns with their cards, those with the newest news first.

    `shown` is how many cards of a column to draw; `moving` the application that offers its stages.
    """
    by_column: dict[str, list[Candidacy]] = {column: [] for column in COLUMNS}
    for candidacy in newest_first(candidacies):
        by_column[candidacy.column].append(candidacy)
    columns = joined(
        _column(column, found, today, shown.get(column, cards_at_first(column)), moving)
        for column, found in by_column.items()
        if found or column in ALWAYS
    )
    return html(
        '<div class="rutkit-board" role="group" aria-label="Your applications by stage">{columns}</div>'
        "{hidden}",
        columns=columns,
        hidden=_hidden(hidden),
    )


def rows(candidacies: Sequence[Candidacy], today: date) -> Markup:
    """A page of the list."""
    if not candidacies:
        return Markup("")
    return html(
        '<table class="rutkit-table rutkit-records" aria-label="Your applications"><thead><tr>{head}</tr></thead>'
        "<tbody>{rows}</tbody></table>",
        head=joined(
            html('<th scope="col">{title}</th>', title=title)
            for title in ("Job", "How it stands", "Since", "Next", "")
        ),
        rows=joined(_row(candidacy, today) for candidacy in candidacies),
    )


def due_list(found: Sequence[Due], today: date) -> Markup:
    """What is to be done, each with its buttons."""
    return html(
        '<ul class="rutkit-actions">{items}</ul>',
        items=joined(
            html(
                "<li><div><b>{what}</b><p>{name}, due {day}</p></div>"
                '<div class="rutkit-buttons">{asked}{open}</div></li>',
                what=one.what,
                name=called(one.candidacy.application),
                day=format_day(one.day, today),
                asked=_button("I asked today", ASKED, one.candidacy) if one.is_follow_up else "",
                open=_button("Open", OPEN, one.candidacy),
            )
            for one in found
        ),
    )


def old_ones(old: Sequence[Candidacy], days: int) -> Markup:
    """Those that are silent for too long, together, with one button."""
    return html(
        '<p class="rutkit-hint">{sentence}</p><p class="rutkit-buttons"><button type="button" class="rutkit-link" '
        'data-action="{let_rest}">{text}</button></p>',
        sentence=old_sentence(old, days),
        let_rest=LET_REST,
        text="Let it rest" if len(old) == 1 else "Let the old ones rest",
    )


def _column(column: str, found: Sequence[Candidacy], today: date, shown: int, moving: str) -> Markup:
    rest = len(found) - shown
    more = (
        html(
            '<button type="button" class="rutkit-link" data-action="{more}" data-column="{column}">'
            "{text}</button>",
            more=MORE,
            column=column,
            text=f"Show {min(rest, CARDS)} more" if shown else f"Show the newest {min(rest, CARDS)}",
        )
        if rest > 0
        else Markup("")
    )
    return html(
        '<section class="{wide}"><h3>{column} <span>{count}</span></h3>{cards}{more}</section>',
        wide="rutkit-board-wide" if column == ENDED else "",
        column=column[0].upper() + column[1:],
        count=f"{len(found):,}",
        cards=_cards(found[:shown], today, moving) if found else html('<p class="rutkit-hint">None</p>'),
        more=more,
    )


def _cards(shown: Sequence[Candidacy], today: date, moving: str) -> Markup:
    cards = joined(_card(each, today, is_moving=each.application.id == moving) for each in shown)
    return html("<div>{cards}</div>", cards=cards) if shown else Markup("")


def _card(candidacy: Candidacy, today: date, *, is_moving: bool) -> Markup:
    application = candidacy.application
    return html(
        '<article><p><b>{title}</b></p><p>{company}</p><p class="rutkit-hint">{since}</p>'
        '<div class="rutkit-buttons">{buttons}</div></article>',
        title=application.title or "Without a title",
        company=application.company or EMPTY,
        since=_since(candidacy, today),
        buttons=_stages(candidacy)
        if is_moving
        else _button("Open", OPEN, candidacy) + _button("Move", MOVE, candidacy),
    )


def _stages(candidacy: Candidacy) -> Markup:
    """The stages to move to, and the way back."""
    offered = [stage for stage in STAGES if stage != "closed"] if candidacy.is_running else []
    return html(
        '<span class="rutkit-moves" role="group" aria-label="Move {name} to">{buttons}</span>{back}',
        name=called(candidacy.application),
        buttons=joined(
            html(
                '<button type="button" class="rutkit-chip" data-action="{action}" data-id="{id}" data-to="{to}">'
                "{text}</button>",
                action=MOVE_TO,
                id=candidacy.application.id,
                to=to,
                text=text,
            )
            for to, text in (
                *(
                    (stage, f"interview {candidacy.next_round}" if stage == "interview" else stage)
                    for stage in offered
                ),
                *((("rejected", "ended: rejected"),) if offered else (("", "It goes on"),)),
            )
        ),
        back=_button("Leave it", MOVE, candidacy),
    )


def _row(candidacy: Candidacy, today: date) -> Markup:
    application = candidacy.application
    following = application.next_action
    if application.next_on:
        following = f"{following or 'Go on'}, {format_day(application.next_on, today)}"
    elif candidacy.follow_up_on and not following:
        following = f"Follow up, {format_day(candidacy.follow_up_on, today)}"
    return html(
        '<tr><td data-title="Job">{title}<br><span class="rutkit-hint">{company}</span></td>'
        '<td data-title="How it stands">{stands}</td><td data-title="Since">{since}</td>'
        '<td data-title="Next">{following}</td><td class="rutkit-row-actions">{open}</td></tr>',
        title=application.title or "Without a title",
        company=application.company or EMPTY,
        stands=candidacy.in_words,
        since=format_date(candidacy.moved_on) if candidacy.moved_on else DAY_NOT_KNOWN,
        following=following or EMPTY,
        open=_button("Open", OPEN, candidacy),
    )


def _since(candidacy: Candidacy, today: date) -> str:
    if candidacy.column == ENDED:
        return candidacy.in_words.removeprefix(f"{ENDED}: ")
    if candidacy.moved_on is None:
        waited = DAY_NOT_KNOWN
    else:
        days = (today - candidacy.moved_on).days
        waited = "since today" if days <= 0 else f"for {counted(days, 'day')}"
    newest = candidacy.newest
    return f"{candidacy.in_words}, {waited}" if newest and newest.stage == "interview" else waited


def _button(text: str, action: str, candidacy: Candidacy) -> Markup:
    return html(
        '<button type="button" class="rutkit-link" data-action="{action}" data-id="{id}" '
        'aria-label="{text}: {name}">{text}</button>',
        text=text,
        action=action,
        id=candidacy.application.id,
        name=called(candidacy.application),
    )


def _hidden(count: int) -> Markup:
    if not count:
        return Markup("")
    said = (
        "1 that came to nothing is hidden." if count == 1 else f"{count:,} that came to nothing are hidden."
    )
    return html('<p class="rutkit-hint">{said}</p>', said=said)
