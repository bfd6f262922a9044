"""The brief as markup."""

from __future__ import annotations

from datetime import date, timedelta

from rutkit.formatting import counted, format_date, format_day
from rutkit.home.brief.choosing import Lesson, rest_days
from rutkit.home.brief.writing import Brief
from rutkit.home.records import AdviceAnswer
from rutkit.steps import Step, step
from rutkit.steps.acknowledge.records import Acknowledgement
from rutkit.steps.advice import Advice
from rutkit.steps.emotions.view.hard_days import support_section
from rutkit.steps.exit_plan.safety import LEAVING_IS_ALLOWED
from rutkit.steps.progress import Action, Progress, State
from rutkit.widgets.card import Rank, foldable
from rutkit.widgets.markup import Markup, html, joined
from rutkit.widgets.places import address

NOT_NOW, DONE = "advice-not-now", "advice-done"
"""The actions of the brief's buttons; `data-rule` and `data-subject` say of which advice."""

URGENCY = (State.DUE, State.BEGUN, State.NOT_BEGUN, State.DONE)
"""What waits comes before what is begun, and that before what is not; what is done comes last."""


def distress(brief: Brief) -> Markup:
    """What comes before everything else; nothing if nothing has to."""
    if brief.support is not None:
        return support_section(brief.support, brief.own_support)
    if not brief.is_harmed:
        return Markup("")
    return html(
        '<section class="rutkit-say" role="region" aria-label="Your safety"><h2>Your safety comes first</h2>'
        "<p>You said that this job does you harm. {allowed}</p>"
        '<p><a data-route="exit_plan" href="#exit_plan">What to do in the next days, and who can help</a></p>'
        "</section>",
        allowed=LEAVING_IS_ALLOWED,
    )


def where(brief: Brief, newest: Acknowledgement | None) -> Markup:
    """Where somebody is, with their own sentence above it."""
    own = (
        html(
            '<blockquote class="rutkit-quote">{sentence}</blockquote>'
            '<p class="rutkit-hint">What you acknowledged on {day}</p>',
            sentence=newest.sentence,
            day=format_date(newest.day),
        )
        if newest
        else Markup("")
    )
    return own + joined(html("<p>{sentence}</p>", sentence=sentence) for sentence in brief.where)


def heading(brief: Brief) -> Markup:
    """Above the few things; on hard days a smaller word."""
    if brief.is_distressed:
        return html("<h2>One small thing, if you like</h2>")
    return html(
        '<h2>Worth doing this week</h2><p class="rutkit-hint">{hint}</p>',
        hint="A few words are enough." if brief.is_empty else "Any one of them is enough for today.",
    )


def to_do(brief: Brief) -> Markup:
    """The few things, each with its reason, its numbers, its link and its two answers."""
    less = (
        html('<p class="rutkit-calm">{text}</p>', text=brief.capacity.sentence)
        if brief.capacity.sentence and not brief.is_distressed
        else Markup("")
    )
    if not brief.chosen.to_do:
        return less + html('<p class="rutkit-empty">{text}</p>', text=_nothing(brief))
    ranks = [Rank.FIRST, *[Rank.SECOND] * len(brief.chosen.to_do)]
    rows = joined(
        html(
            "<li>{advice}</li>",
            advice=_advice(advice, brief, rank),
        )
        for rank, advice in zip(ranks, brief.chosen.to_do, strict=False)
    )
    return less + html('<ol class="rutkit-actions rutkit-brief">{rows}</ol>', rows=rows)


def to_stop(brief: Brief) -> Markup:
    """The one thing to stop, or that nothing stands out."""
    advice = brief.chosen.to_stop
    if advice is None:
        text = (
            "Nothing yet: with what you note, this says what takes more than it gives."
            if brief.is_empty
            else "Nothing stands out in what you have noted. You need not stop anything."
        )
        return html('<p class="rutkit-empty">{text}</p>', text=text)
    return html('<div class="rutkit-advice">{advice}</div>', advice=_advice(advice, brief, Rank.SECOND))


def waiting(brief: Brief) -> Markup:
    """That the weekly review, or predictions, wait; nothing on days when nothing is to be asked."""
    review = (
        html(
            "{text} {link}",
            text="You have begun the weekly review."
            if brief.review_begun
            else "The weekly review waits: five minutes.",
            link=_route("review", "Go on with it" if brief.review_begun else "Begin it"),
        )
        if brief.review_waits
        else Markup("")
    )
    count = brief.predictions_due
    predictions = (
        html(
            "{count} can be settled. {link}",
            count=counted(count, "prediction"),
            link=_route("forecasts", "Say what came"),
        )
        if count
        else Markup("")
    )
    return joined(
        html('<p class="rutkit-calm">{said}</p>', said=said) for said in (review, predictions) if said
    )


def all_steps(brief: Brief) -> Markup:
    """The next action of each step, folded away: the most urgent first, harm before everything.

    A step whose next action lies in another step leaves the word to that one.
    """
    own = [(each, progress) for each, progress in brief.steps if progress.action.step == each.slug]
    rows = joined(
        html(
            "<li><div><b>{text}</b><p>{reason}</p></div>{link}</li>",
            text=progress.action.text,
            reason=progress.action.reason,
            link=_link(progress.action, Rank.SECOND, f"Open step {step(progress.action.step).number}"),
        )
        for _, progress in sorted(own, key=lambda one: _urgency(one, is_harmed=brief.is_harmed))
    )
    return foldable(
        "All ten steps: the next thing in each", html('<ul class="rutkit-actions">{rows}</ul>', rows=rows)
    )


def after(answer: AdviceAnswer, lesson: Lesson, today: date) -> str:
    """What an answer does, in a sentence."""
    day = lesson.back_on or today
    when = f"{format_day(day, today)}" if day <= today + timedelta(days=1) else f"on {format_date(day)}"
    if answer.reply == "done":
        return f"Noted as done. If the workbook still asks for it, it comes back {when}."
    return f"Put aside. It comes back {when}, and weaker than before."


def _urgency(one: tuple[Step, Progress], *, is_harmed: bool) -> tuple[bool, int]:
    return not (is_harmed and one[0].slug == "exit_plan"), URGENCY.index(one[1].state)


def _nothing(brief: Brief) -> str:
    if brief.is_distressed:
        return "Nothing is asked of you today."
    if brief.chosen.put_aside:
        return (
            f"Nothing is asked of you today. {counted(brief.chosen.put_aside, 'thing')} put aside will come back "
            "by itself."
        )
    return "Nothing waits. That is not a gap: rest is a part of it."


def _advice(advice: Advice, brief: Brief, rank: Rank) -> Markup:
    return html(
        '<div><b>{text}</b><p>{reason}</p>{numbers}<div class="rutkit-buttons">{link}{buttons}</div></div>',
        text=advice.action.text,
        reason=advice.action.reason,
        numbers=_numbers(advice),
        link=_link(advice.action, rank),
        buttons=_buttons(advice, brief),
    )


def _numbers(advice: Advice) -> Markup:
    takes = f"About {counted(advice.minutes, 'minute')}." if advice.minutes else ""
    said = " ".join(part for part in (advice.numbers, takes) if part)
    return html('<p class="rutkit-source">{said}</p>', said=said) if said else Markup("")


def _buttons(advice: Advice, brief: Brief) -> Markup:
    so_far = brief.learned.get((advice.rule, advice.subject), Lesson()).not_now
    return joined(
        html(
            '<button type="button" class="rutkit-link" data-action="{action}" data-rule="{rule}" '
            'data-subject="{subject}" aria-label="{text}: {what}">{text}</button>',
            action=action,
            rule=advice.rule,
            subject=advice.subject,
            text=text,
            what=advice.action.text,
        )
        for action, text in (
            (DONE, "Done"),
            (NOT_NOW, f"Not now, ask in {counted(rest_days(so_far), 'day')}"),
        )
    )


def _route(slug: str, text: str) -> Markup:
    return html('<a data-route="{slug}" href="#{slug}">{text}</a>', slug=slug, text=text)


def _link(action: Action, rank: Rank, text: str = "Open it") -> Markup:
    place = address(action.step, action.opens, action.record_id) if action.opens else action.step
    return html(
        '<a class="{rank}" data-route="{place}" href="#{place}" aria-label="{text}: {what}">{text}</a>',
        rank=rank.value,
        place=place,
        text=text,
        what=action.text,
    )
