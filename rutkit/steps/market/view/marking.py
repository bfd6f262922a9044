"""A posting's text with what was found marked in it. All of the text is escaped; only the marks are markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rutkit.steps.market.extract.reading import Requirement, SkillMention
from rutkit.widgets.markup import Markup, html, joined

LEGEND = (
    (Requirement.REQUIRED, "required"),
    (Requirement.PREFERRED, "preferred"),
    (Requirement.UNSTATED, "named, and not said which"),
)

EVIDENCE = "market-evidence"
"""The action of a mark: show every sentence that names the skill (`data-name`)."""


@dataclass(frozen=True)
class Mark:
    """A stretch of the text, from `start` to before `end`, and the skill it stands for."""

    start: int
    end: int
    name: str
    requirement: Requirement


def marks_of(mentions: Sequence[SkillMention]) -> tuple[Mark, ...]:
    """A mark for each mention, in the order of the text."""
    return tuple(
        Mark(mention.start, mention.end, mention.name, mention.requirement)
        for mention in sorted(mentions, key=lambda mention: mention.start)
    )


def marked(text: str, marks: Sequence[Mark]) -> Markup:
    """The text with its marks, each to be reached and pressed by keyboard. Of two that overlap the first counts."""
    return joined(_pieces(text, marks))


def marked_span(sentence: str, start: int, end: int, requirement: Requirement) -> Markup:
    """A sentence of which `sentence[start:end]` is marked."""
    return html(
        '{before}<mark class="rutkit-mark rutkit-{requirement}">{words}</mark>{after}',
        before=sentence[:start],
        requirement=requirement.value,
        words=sentence[start:end],
        after=sentence[end:],
    )


def legend() -> Markup:
    """What the marks mean."""
    rows = joined(
        html('<li><mark class="rutkit-mark rutkit-{kind}">{text}</mark></li>', kind=kind.value, text=text)
        for kind, text in LEGEND
    )
    return html('<ul class="rutkit-legend-list" aria-label="What the marks mean">{rows}</ul>', rows=rows)


def _pieces(text: str, marks: Sequence[Mark]) -> Iterator[Markup]:
    done = 0
    for mark in marks:
        if mark.start < done or mark.end > len(text):
            continue
        yield html("{text}", text=text[done : mark.start])
        yield html(
            '<a class="rutkit-mark rutkit-{requirement}" role="button" href="#" data-action="{action}" '
            'data-name="{name}" aria-label="{words}: {name}, {requirement}">{words}</a>',
            requirement=mark.requirement.value,
            action=EVIDENCE,
            name=mark.name,
            words=text[mark.start : mark.end],
        )
        done = mark.end
    yield html("{text}", text=text[done:])
