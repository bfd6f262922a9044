"""Step 10 on the screen: the stories, what would make them easier to tell, and what they show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import ipywidgets as widgets
from pydantic import JsonValue

from rutkit.formatting import EMPTY
from rutkit.steps.prepare.records import Story
from rutkit.steps.prepare.view.asked import Asked
from rutkit.widgets.card import Rank, card
from rutkit.widgets.collection import Collection
from rutkit.widgets.markup import Markup, block, html, joined, put
from rutkit.widgets.view import View

if TYPE_CHECKING:
    from rutkit.steps.prepare.stories import Matrix, MatrixRow

SHOWN_HINTS = 4
"""Stories with something to add that are named at once; more would be a list of faults."""

SHOWN_GAPS = 3


class StoryCards:
    """The list of stories, and the matrix of stories against competencies."""

    def __init__(self, view: View, asked: Asked) -> None:
        self._view = view
        self._asked = asked
        self._begin_with = ""
        self._matrix = block(html('<p class="rutkit-empty">{text}</p>', text="Looking at your postings…"))

    def cards(self) -> Sequence[widgets.Widget]:
        """The stories, and what they show."""
        view = self._view
        self._stories = view.keep(
            Collection(
                view.page,
                Story,
                columns=("title", "competencies"),
                add_label="Write a story",
                empty="None yet. What did you do last year that you would like to be asked about?",
                initial=self._initial,
                suggestions=self._suggestions,
            )
        )
        view.on_action("tell-story", self._begin)
        view.follow_later(self._draw_matrix, Story)
        self._asked.on_news(self._draw_matrix)
        return [
            card(
                "Your stories",
                self._stories.widget,
                view.text(self._hints, Story),
                hint="Situation, task, action, result, and a look back. Notes are enough; you will tell it.",
                wide=True,
            ),
            card("What they show", self._matrix, wide=True),
        ]

    def _initial(self) -> Mapping[str, JsonValue]:
        name, self._begin_with = self._begin_with, ""
        return {"competencies": [name]} if name else {}

    def _suggestions(self) -> Mapping[str, Sequence[str]]:
        from rutkit.steps.prepare.questions import GENERAL_HEADINGS, headings

        own = (name for story in self._view.workbook.all(Story) for name in story.competencies)
        authored = (heading.name for heading in headings() if heading.name not in GENERAL_HEADINGS)
        return {"competencies": tuple(dict.fromkeys((*self._asked.names, *own, *authored)))}

    def _begin(self, sent: Mapping[str, str]) -> None:
        self._begin_with = sent["name"]
        self._stories.start_adding()
        self._view.page.bridge.focus(".rutkit-collection-story .rutkit-adder input")

    def _hints(self) -> Markup:
        from rutkit.steps.prepare.stories import called, hints

        found = [(story, hints(story)) for story in self._view.workbook.all(Story)]
        open_ones = [(story, said) for story, said in found if said]
        if not open_ones:
            return Markup("")
        rows = joined(
            html("<li><b>{name}</b> {hint}</li>", name=called(story), hint=said[0])
            for story, said in open_ones[:SHOWN_HINTS]
        )
        return html('<h3>To make them easier to tell</h3><ul class="rutkit-sentences">{rows}</ul>', rows=rows)

    def _draw_matrix(self) -> None:
        from rutkit.steps.prepare.stories import matrix

        asked = self._asked.found
        if asked is None:
            return
        made = matrix(self._view.workbook.all(Story), asked)
        source = (
            f"{asked.in_words}. Soft skills and methods as step 5 read them, with the 95 % interval around their "
            "share; a story shows what you said that it shows."
            if asked.competencies
            else f"{asked.missing} Until then, these are the competencies of our own set of questions."
        )
        put(
            self._matrix,
            html(
                '<h3 class="rutkit-chart-title">{finding}</h3>{gaps}{table}<p class="rutkit-source">{source}</p>',
                finding=made.finding,
                gaps=_gaps(made.gaps[:SHOWN_GAPS]),
                table=_table(made) if made.stories else "",
                source=source,
            ),
        )


def _gaps(gaps: Sequence[MatrixRow]) -> Markup:
    rows = joined(
        html(
            '<li><div><b>{name}</b><p>{why}</p></div><button type="button" class="{rank}" data-action="tell-story" '
            'data-name="{name}" aria-label="Write a story for {name}">Write a story for it</button></li>',
            name=gap.name,
            why=f"Asked for by {gap.asked.in_words} of your postings." if gap.asked else "No story yet.",
            rank=Rank.QUIET.value,
        )
        for gap in gaps
    )
    return html('<ul class="rutkit-actions">{rows}</ul>', rows=rows) if gaps else Markup("")


def _table(made: Matrix) -> Markup:
    from rutkit.steps.prepare.stories import called

    counts = any(row.asked for row in made.rows)
    heads = ["Competency", *(["Postings that ask for it"] if counts else []), *map(called, made.stories)]
    return html(
        '<div class="rutkit-table-scroll" tabindex="0" role="region" aria-label="{caption}">'
        '<table class="rutkit-table rutkit-matrix"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>',
        caption="Which story shows what",
        heads=joined(html('<th scope="col">{name}</th>', name=head) for head in heads),
        rows=joined(_table_row(row, counts=counts) for row in made.rows),
    )


def _table_row(row: MatrixRow, *, counts: bool) -> Markup:
    return html(
        '<tr><th scope="row">{name}</th>{share}{cells}</tr>',
        name=row.name,
        share=html("<td>{share}</td>", share=row.asked.in_words if row.asked else EMPTY) if counts else "",
        cells=joined(_SHOWS if shows else Markup("<td></td>") for shows in row.shown_by),
    )


_SHOWS = Markup('<td><span role="img" aria-label="shows it">●</span></td>')
