"""Step 4 on the screen: what moves in the field, and where the person stands."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets as widgets

from rutkit.steps.growth.field import TrendGroup, by_standing, field_finding, sources_sentence
from rutkit.steps.growth.records import IndustryTrend
from rutkit.widgets.card import card
from rutkit.widgets.collection import Collection
from rutkit.widgets.markup import Markup, html, joined
from rutkit.widgets.view import View


class FieldCards:
    """The trends, and the same by standing."""

    def __init__(self, view: View) -> None:
        self._view = view

    def cards(self) -> Sequence[widgets.Widget]:
        """The list, and where the person stands."""
        view = self._view
        trends = view.keep(
            Collection(
                view.page,
                IndustryTrend,
                columns=("name", "standing", "source"),
                add_label="Add a trend",
                empty="None yet. What do people in your field talk about that they did not two years ago?",
            )
        )
        return [
            card(
                "Trends in your field",
                trends.widget,
                hint="New tools, rules, ways of working. With the place where you saw it, so that you can check.",
                wide=True,
            ),
            card("Where you stand", view.text(self._standings, IndustryTrend), wide=True),
        ]

    def _standings(self) -> Markup:
        trends = self._view.workbook.all(IndustryTrend)
        groups = by_standing(trends)
        if not any(group.names for group in groups):
            return html('<p class="rutkit-empty">What you use, know and do not know yet will stand here.</p>')
        most = max(len(group.names) for group in groups)
        sources = sources_sentence(trends)
        return html(
            '<h3>{finding}</h3><div class="rutkit-bars">{rows}</div>{sources}',
            finding=field_finding(groups),
            rows=joined(_row(group, most) for group in groups),
            sources=html('<p class="rutkit-source">{text}</p>', text=sources) if sources else "",
        )


def _row(group: TrendGroup, most: int) -> Markup:
    return html(
        '<div><span>{standing}</span><span class="rutkit-bar"><i style="width:{width:.0f}%"></i></span>'
        "<span>{count}</span></div>{names}",
        standing=group.standing or "not said",
        width=100 * len(group.names) / most,
        count=len(group.names),
        names=html('<p class="rutkit-hint">{names}</p>', names=" · ".join(group.names))
        if group.names
        else "",
    )
