"""Cards, buttons and the guide: the plain furniture of a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from functools import cache
from importlib.resources import files

import ipywidgets as widgets
from markupsafe import Markup

from rutkit.widgets import shared
from rutkit.widgets.markup import block, html, joined, stack
from rutkit.widgets.page import Page


def card(title: str, *children: widgets.Widget, hint: str = "", wide: bool = False) -> widgets.VBox:
    """A titled piece of a page; `wide` cards take the whole width where there are two columns."""
    heading = html("<h2>{title}</h2>", title=title)
    if hint:
        heading += html('<p class="rutkit-hint">{hint}</p>', hint=hint)
    classes = ("rutkit-card", "rutkit-wide") if wide else ("rutkit-card",)
    return stack(block(heading), *children, classes=classes)


def columns(*cards: widgets.Widget) -> widgets.VBox:
    """Cards side by side where there is room, one below the other where there is not."""
    return stack(*cards, classes=("rutkit-grid",))


def section(name: str, title: str, *cards: widgets.Widget) -> widgets.VBox:
    """Cards under a heading, where a step has too many for one sweep; `jump_links` lead to it."""
    heading = block(html('<h2 class="rutkit-section-title">{title}</h2>', title=title))
    return stack(heading, columns(*cards), classes=("rutkit-section", f"rutkit-section-{name}"))


def jump_links(sections: Sequence[tuple[str, str]]) -> widgets.HTML:
    """Links down the page, one for the (name, title) of each section."""
    links = joined(
        html(
            '<button type="button" class="rutkit-link" data-jump="rutkit-section-{name}">{title}</button>',
            name=name,
            title=title,
        )
        for name, title in sections
    )
    return block(
        html('<div class="rutkit-jumps" role="group" aria-label="On this page">{links}</div>', links=links)
    )


class Rank(Enum):
    """How much a button stands out, by its CSS class."""

    FIRST = "rutkit-button"
    """What most people want here; one in sight at a time."""
    SECOND = "rutkit-button-outlined"
    QUIET = "rutkit-link"


def button(page: Page, text: str, on_click: Callable[[], object], rank: Rank = Rank.FIRST) -> widgets.Button:
    """A button that calls `on_click`, with its errors shown on the page."""
    widget = shared.make(widgets.Button, rank.value, description=text)
    guarded = page.guard(on_click)
    widget.on_click(lambda _: guarded())
    return widget


def foldable(summary: str, content: Markup) -> Markup:
    """Markup that opens on a click, without asking the kernel."""
    return html("<details><summary>{summary}</summary>{content}</details>", summary=summary, content=content)


LISTED = 50
"""Items of a folded list; of the others it is said how many they are."""


def folded_list(summary: str, items: Sequence[Markup], *, is_open: bool = False) -> Markup:
    """A list that opens on a click, or nothing if it is empty."""
    if not items:
        return Markup("")
    rows = joined(html("<li>{item}</li>", item=item) for item in items[:LISTED])
    more = html("<li>and {count} more</li>", count=f"{len(items) - LISTED:,}") if len(items) > LISTED else ""
    return html(
        "<details{open}><summary>{summary}</summary><ul>{rows}{more}</ul></details>",
        open=Markup(" open") if is_open else "",
        summary=summary,
        rows=rows,
        more=more,
    )


class Guide:
    """A step's `guide.md`: its title, its lead and the rest, rendered."""

    def __init__(self, package: str) -> None:
        text = (files(package) / "guide.md").read_text(encoding="utf-8")
        heading, _, rest = text.partition("\n")
        lead, _, body = rest.strip().partition("\n\n")
        self.title = heading.removeprefix("# ").strip()
        self.lead = " ".join(lead.split())
        self.body = _render_markdown(body)


@cache
def _render_markdown(text: str) -> Markup:
    from markdown_it import MarkdownIt

    return Markup(MarkdownIt("commonmark", {"html": False}).render(text))
