"""Support on the screen: in step 3, and first of all on the dashboard."""

from __future__ import annotations

from collections.abc import Iterable

from rutkit.steps.emotions.support import Support
from rutkit.steps.exit_plan.records import Support as OwnSupport
from rutkit.widgets.markup import Markup, html, joined


def support_section(needed: Support, own: Iterable[OwnSupport]) -> Markup:
    """What brought it to the front, what helps, and the people whom the person named."""
    people = joined(
        html(
            "<li>{name}{reach}{helps}</li>",
            name=each.name,
            reach=_after(each.reach),
            helps=_after(each.helps_with),
        )
        for each in own
        if each.name
    )
    return html(
        '<section class="rutkit-say" role="region" aria-label="{title}"><h2>{title}</h2><p>{reason}</p>'
        "<ul>{lines}</ul>{own}</section>",
        title=needed.title,
        reason=needed.reason,
        lines=joined(html("<li>{line}</li>", line=line) for line in needed.lines),
        own=html("<p>The people you named in your exit plan:</p><ul>{people}</ul>", people=people)
        if people
        else "",
    )


def _after(text: str) -> str:
    return f" · {text}" if text else ""
