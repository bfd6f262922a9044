"""Predictions as markup: what is open, what is due, what came."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rutkit.formatting import counted, format_date, format_number
from rutkit.home.forecasts.scoring import TrackRecord, brier_score, is_due, is_open
from rutkit.home.forecasts.settling import Happenings, count_of
from rutkit.home.records import Prediction
from rutkit.widgets.card import folded_list
from rutkit.widgets.markup import Markup, html, joined

SETTLE, TAKE_BACK = "prediction-settle", "prediction-take-back"
"""The actions of the buttons; `data-id` is a prediction, `data-outcome` what came of it."""

SHOWN = 40
"""Of what is settled, the newest."""


def due_list(predictions: Sequence[Prediction], today: date) -> Markup:
    """What only the person can settle, each with its three answers."""
    waiting = sorted((each for each in predictions if is_due(each, today)), key=lambda each: each.due)
    if not waiting:
        return html('<p class="rutkit-empty">{text}</p>', text="Nothing waits to be settled.")
    return html(
        '<ul class="rutkit-actions">{rows}</ul>',
        rows=joined(
            html(
                "<li><div><b>{statement}</b><p>{said}</p>"
                '<div class="rutkit-buttons">{yes}{no}{unknown}</div></div></li>',
                statement=each.statement,
                said=_said(each),
                yes=_answer(each, "It happened", "it happened"),
                no=_answer(each, "It did not", "it did not"),
                unknown=_answer(each, "Nobody can say", "nobody can say"),
            )
            for each in waiting
        ),
    )


def open_list(predictions: Sequence[Prediction], noted: Happenings, today: date) -> Markup:
    """What is still to come, the next first."""
    coming = sorted(
        (each for each in predictions if is_open(each) and each.due >= today), key=lambda each: each.due
    )
    if not coming:
        return html('<p class="rutkit-empty">{text}</p>', text="None is open.")
    return html(
        '<ul class="rutkit-actions">{rows}</ul>',
        rows=joined(
            html(
                '<li><div><b>{statement}: {percent}\u00a0%</b><p>{said}{so_far}</p><div class="rutkit-buttons">'
                "{early}"
                '<button type="button" class="rutkit-link" data-action="{take_back}" data-id="{id}" '
                'aria-label="Take it back: {statement}">Take it back</button></div></div></li>',
                statement=each.statement,
                percent=each.percent,
                said=_said(each),
                so_far=_so_far(each, noted, today),
                early=_answer(each, "It happened already", "it happened")
                if each.measure == "something else"
                else "",
                take_back=TAKE_BACK,
                id=each.id,
            )
            for each in coming
        ),
    )


def settled_list(predictions: Sequence[Prediction]) -> Markup:
    """What came, the newest first, folded away."""
    over = sorted(
        (each for each in predictions if not is_open(each)), key=lambda each: each.due, reverse=True
    )
    if not over:
        return Markup("")
    rows = [
        html(
            "<b>{statement}: {percent}\u00a0%</b> {came} {whose}",
            statement=each.statement,
            percent=each.percent,
            came=_came(each),
            whose="(rutkit’s)" if each.made_by == "rutkit" else "",
        )
        for each in over[:SHOWN]
    ]
    return folded_list(f"What came: {counted(len(over), 'prediction')}", rows)


def record_of(record: TrackRecord) -> Markup:
    """A forecaster's score in words."""
    return html(
        '<h3 class="rutkit-chart-title">{finding}</h3><p class="rutkit-source">{sentence}</p>',
        finding=record.finding,
        sentence=record.sentence,
    )


def _said(prediction: Prediction) -> str:
    whose = "You" if prediction.made_by == "me" else "rutkit"
    made, due = format_date(prediction.made), format_date(prediction.due)
    return f"{whose} said {prediction.percent}\u00a0% on {made}, by {due}."


def _so_far(prediction: Prediction, noted: Happenings, today: date) -> str:
    if prediction.measure == "something else":
        return ""
    count = format_number(round(count_of(prediction, noted, today), 1))
    return f" {count} of {prediction.at_least} so far."


def _came(prediction: Prediction) -> str:
    if prediction.withdrawn:
        return f"Taken back on {format_date(prediction.withdrawn)}, not scored."
    score = brier_score(prediction)
    if score is None:
        return "Nobody can say."
    what = "It happened" if prediction.outcome == "it happened" else "It did not happen"
    return f"{what}; score {format_number(score, decimals=2)}."


def _answer(prediction: Prediction, text: str, outcome: str) -> Markup:
    return html(
        '<button type="button" class="rutkit-link" data-action="{action}" data-id="{id}" data-outcome="{outcome}" '
        'aria-label="{text}: {statement}">{text}</button>',
        action=SETTLE,
        id=prediction.id,
        outcome=outcome,
        text=text,
        statement=prediction.statement,
    )
