"""Step 6 on the screen: demand against one's own level, what matters most, and when it is enough."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import ipywidgets as widgets

from rutkit.chart import Chart, Palette
from rutkit.formatting import format_share
from rutkit.steps.skills.gaps import (
    ENOUGH_SOURCE,
    Gap,
    Match,
    enough_sentence,
    gaps,
    matches,
    matters_most,
)
from rutkit.steps.skills.records import LearningResource, Skill
from rutkit.steps.skills.view.asked import Asked
from rutkit.widgets.card import card, foldable
from rutkit.widgets.markup import Markup, block, html, joined, put
from rutkit.widgets.view import View

LISTED = 30
"""Skills named in a group; the chart's numbers hold all of them."""

LISTED_POSTINGS = 10


class GapCards:
    """The picture, the three groups, what matters most next, and the postings that are matched far enough."""

    def __init__(self, view: View, asked: Asked) -> None:
        self._view = view
        self._asked = asked

    def cards(self) -> Sequence[widgets.Widget]:
        """The gap picture, the groups, the next ones, and enough."""
        view = self._view
        groups, most, enough = (block(), block(), block())
        for piece, write in ((groups, self._groups), (most, self._most), (enough, self._enough)):
            self._keep_written(piece, write)
        picture = view.chart("gaps", self._draw, Skill)
        self._asked.on_news(self._redraw_picture)
        return [
            card("Asked for, beside what you have", self._asked.picker, picture, wide=True),
            card("Three groups", groups),
            card("What would matter most next", most),
            card("Is it enough already?", enough, wide=True),
        ]

    def _keep_written(self, piece: widgets.HTML, write: Callable[[], Markup]) -> None:
        def rewrite() -> None:
            put(piece, write())

        self._view.follow(rewrite, Skill, LearningResource)
        self._asked.on_news(rewrite)

    def _redraw_picture(self) -> None:
        self._view.redraw_after(frozenset({Skill.table()}))

    def _draw(self, palette: Palette) -> Chart:
        from rutkit.steps.skills import charts

        return charts.gap_chart(gaps(self._asked.demands, self._view.workbook.all(Skill)), palette)

    def _groups(self) -> Markup:
        found = gaps(self._asked.demands, self._view.workbook.all(Skill))
        if not found.all:
            return _nothing(self._asked.missing)
        return joined(
            [
                html("<p>{sentence}</p>", sentence=found.sentence),
                _group("You have it and can show it", found.shown, ""),
                _group(
                    "You have it, but nothing shows it",
                    found.unshown,
                    "A line under “What shows it” moves it to the first group.",
                ),
                _group("You do not have it", found.not_had, ""),
                _group(
                    "You have not said", found.unsaid, "Your level moves each of them to one of the others."
                ),
            ]
        )

    def _most(self) -> Markup:
        workbook = self._view.workbook
        found = matters_most(gaps(self._asked.demands, workbook.all(Skill)), workbook.all(LearningResource))
        if not found:
            return _nothing("Nothing that is asked for is missing." if self._asked.demands else _MOST_LATER)
        rows = joined(
            html("<li><div><b>{name}</b><p>{reason}</p></div></li>", name=each.name, reason=each.reason)
            for each in found
        )
        return html('<ol class="rutkit-actions">{rows}</ol>', rows=rows)

    def _enough(self) -> Markup:
        found = matches(self._asked.postings, self._view.workbook.all(Skill))
        if not found:
            return _nothing(
                "Once postings are read in step 5, this shows which of them you match far enough."
            )
        return joined(
            [
                html("<p>{sentence}</p>", sentence=enough_sentence(found)),
                foldable("The postings you match best", _matched(found[:LISTED_POSTINGS])),
                html('<p class="rutkit-source">{source}</p>', source=ENOUGH_SOURCE),
            ]
        )


def _group(title: str, members: Sequence[Gap], hint: str) -> Markup:
    named = ", ".join(gap.demand.name for gap in members[:LISTED]) or "none"
    more = f" and {len(members) - LISTED} more" if len(members) > LISTED else ""
    return html(
        "<p><b>{title}</b> ({count}): {named}{more}.{hint}</p>",
        title=title,
        count=len(members),
        named=named,
        more=more,
        hint=html(' <span class="rutkit-hint">{text}</span>', text=hint) if hint and members else "",
    )


def _matched(found: Sequence[Match]) -> Markup:
    rows = joined(
        html(
            "<li>{share}: {title}{company}, {had} of {all}</li>",
            share=format_share(match.share),
            title=match.posting.title or "a posting",
            company=f" at {match.posting.company}" if match.posting.company else "",
            had=match.had,
            all=len(match.posting.skills),
        )
        for match in found
    )
    return html('<ul class="rutkit-conditions">{rows}</ul>', rows=rows)


_MOST_LATER = "What is asked for most, and met least, stands here once postings are read."


def _nothing(text: str) -> Markup:
    return html('<p class="rutkit-empty">{text}</p>', text=text)
