"""The dashboard's way out and in for everything: “Take your answers along” and “Bring answers in”."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

import ipywidgets as widgets

from rutkit.exchange.whole.merging import Plan, Prefer
from rutkit.exchange.whole.preview import TypePreview, lead, preview
from rutkit.home.find.sealed import is_sealed
from rutkit.home.moving.bringing_in import File, bring_in, planner, plans, read_file
from rutkit.home.moving.parts import Source, parts
from rutkit.home.moving.taking_along import FORMATS, Format, Wanted, content
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button
from rutkit.widgets.download import download_link
from rutkit.widgets.folded import Folded
from rutkit.widgets.markup import Markup, block, html, joined, put, row, stack
from rutkit.widgets.newest_work import NewestWork
from rutkit.widgets.page import Page
from rutkit.widgets.upload import Upload
from rutkit.widgets.view import View

MAXIMUM_BYTES = 200_000_000
"""Of a file that is brought in through the page; the command line takes larger ones."""

NOT_IN_IT = (
    "What you have half typed is not in it, nor what “Undo” takes back: these stay with the workbook’s own file, of "
    "which you can take a copy along above."
)


def source_of(page: Page) -> Source:
    """The page's workbook, read in parts from a thread."""
    return Source(page.workbook, page.all_in_parts, page.alone)


class TakeAlong:
    """Choose a format and the steps; the file is written beside the page and offered as a link."""

    def __init__(self, view: View) -> None:
        self._page = view.page
        self._writing = NewestWork(view.page)
        self._format = shared.make(
            widgets.Dropdown,
            description="As what",
            options=tuple((each.words, each) for each in FORMATS),
        )
        self._about = block()
        self._private = shared.make(
            widgets.Checkbox, description="Show notes, letters and messages, too", indent=False, value=False
        )
        self._steps = {
            part.slug: shared.make(
                widgets.Checkbox, description=_in_a_list(part.number, part.title), indent=False, value=True
            )
            for part in parts()
        }
        self._choice = Folded(
            view.page,
            "Choose the steps",
            lambda: stack(*self._steps.values(), classes=("rutkit-choices",)),
        )
        self._result = block()
        for widget in (self._format, self._private, *self._steps.values()):
            widget.observe(view.page.guard(lambda _: self._begin_anew()), "value")
        self._begin_anew()

    def parts(self) -> Sequence[widgets.Widget]:
        """The widgets of the card."""
        return [
            stack(self._format, self._about, classes=("rutkit-field",)),
            self._private,
            self._choice.widget,
            row(button(self._page, "Make the file", self._make, Rank.SECOND), classes=("rutkit-buttons",)),
            self._result,
            *([] if self._page.workbook.is_temporary else [block(ASK_YOURSELF)]),
        ]

    def close(self) -> None:
        """Want no file any more, and take the list of steps away."""
        self._writing.drop()
        self._choice.close()
        shared.close(*self._steps.values())

    def _begin_anew(self) -> None:
        """A file that was made before says something else by now."""
        self._writing.drop()
        chosen: Format = self._format.value
        extra = f" {NOT_IN_IT}" if chosen.suffix == ".json" else ""
        put(self._about, html('<p class="rutkit-hint">{text}</p>', text=chosen.about + extra))
        shared.show(self._private, chosen.suffix == ".html")
        put(self._result, "")

    def _make(self) -> None:
        slugs = frozenset(slug for slug, box in self._steps.items() if box.value)
        if not slugs:
            put(self._result, html('<p class="rutkit-error" role="alert">{text}</p>', text=NO_STEP))
            return
        chosen: Format = self._format.value
        is_whole = len(slugs) == len(self._steps)
        wanted = Wanted(frozenset() if is_whole else slugs, with_private=self._private.value)
        today, source = self._page.today(), source_of(self._page)
        name = f"rutkit-{today.isoformat()}{chosen.suffix}"
        put(self._result, html('<p role="status">{text}</p>', text="Writing…"))
        self._writing.begin(
            lambda: b"".join(content(source, chosen, wanted, today)),
            lambda data: put(
                self._result,
                html(
                    '<p role="status">Ready: {link} ({size})</p>',
                    link=download_link(f"Save {name}", name, chosen.media_type, data),
                    size=_in_bytes(len(data)),
                ),
            ),
            otherwise=lambda: put(self._result, ""),
        )


ASK_YOURSELF = Markup(
    '<p class="rutkit-hint">To ask questions of your own, with Python: '
    '<a class="rutkit-link" href="appendix-your-data.ipynb">Your data</a> shows all tables and how.</p>'
)
# In a temporary workbook it would lead to another one, which is empty.
NO_STEP = "Choose one step at least."


def _in_a_list(number: int, title: str) -> str:
    return f"{number} · {title}" if number else title


def _in_bytes(count: int) -> str:
    return f"{count / 1_000_000:,.1f} MB" if count >= 1_000_000 else f"{max(count // 1_000, 1):,} kB"


@dataclass(frozen=True)
class Way:
    """How a file comes in, as a person chooses it."""

    words: str
    replaces: bool
    prefer: Prefer


WAYS = (
    Way("Add what is new; where both differ, keep what was changed last", False, Prefer.NEWER),
    Way("Add what is new; where both differ, take the file’s", False, Prefer.FILE),
    Way("Add what is new; where both differ, keep what is here", False, Prefer.HERE),
    Way("Put the file in place of what is here", True, Prefer.FILE),
)


class BringIn:
    """Pick a file, see what it will change, bring it in. Nothing is saved before the last button; it is one undo."""

    def __init__(self, view: View) -> None:
        self._page = view.page
        self._planning = NewestWork(view.page)
        self._file: File | None = None
        self._upload = Upload(
            view.page,
            "Choose a file that rutkit made (.json)",
            ".json",
            self.read,
            maximum_bytes=MAXIMUM_BYTES,
        )
        self._way = shared.make(
            widgets.Dropdown, description="How", options=tuple((way.words, way) for way in WAYS)
        )
        self._way.observe(view.page.guard(lambda _: self._preview()), "value")
        self._says = block()
        self._go = button(view.page, "Bring it in", self._bring_in)
        self._steps = (
            stack(self._way, classes=("rutkit-field",)),
            self._says,
            row(
                self._go,
                button(view.page, "Cancel", self._reset, Rank.QUIET),
                classes=("rutkit-buttons",),
            ),
        )
        self._result = block()
        self.widget = stack(self._upload.widget, classes=("rutkit-import",))

    def parts(self) -> Sequence[widgets.Widget]:
        """The widgets of the card."""
        return [self.widget, self._result]

    def close(self) -> None:
        """Take no more files, and take everything away."""
        self._planning.drop()
        self._upload.close()
        shared.close(self.widget, *self._steps)

    def read(self, data: bytes, name: str) -> None:
        """Read a file beside the page, and show what it will change."""
        put(self._result, html('<p role="status">{text}</p>', text="Reading…"))
        self._planning.begin(
            lambda: read_file(data, name), self._show, otherwise=lambda: put(self._result, "")
        )

    def _show(self, file: File) -> None:
        put(self._result, "")
        self._file = file
        self.widget.children = self._steps
        self._preview()

    def _preview(self) -> None:
        file = self._file
        if file is None:
            return
        shared.show(self._go, False)
        source, plan = source_of(self._page), self._planner()
        self._planning.begin(lambda: plans(source, [file], plan)[0][1], self._say)

    def _say(self, plan: Plan) -> None:
        put(self._says, described(plan, self._file.name if self._file else "", self._page.currency))
        shared.show(self._go, plan.changes_anything)

    def _planner(self) -> Callable[..., Plan]:
        way: Way = self._way.value
        return planner(replaces=way.replaces, prefer=way.prefer)

    def _bring_in(self) -> None:
        if self._file is None:
            return
        file, plan = self._file, self._planner()
        (done,) = bring_in(self._page.workbook, [file], plan)
        self._reset()
        put(
            self._result,
            html('<p role="status">{lead} “Undo” takes all of it back.</p>', lead=lead(done, is_done=True)),
        )

    def _reset(self) -> None:
        self._planning.drop()
        self._file = None
        self.widget.children = (self._upload.widget,)
        put(self._result, "")


_COLUMNS = ("Added", "Changed", "Removed", "Differ, and stay", "The same", "Only here")


def described(plan: Plan, filename: str, currency: str) -> Markup:
    """What a file will change, of each kind of record, with what differs on request."""
    closed = partial(is_sealed, now=datetime.now().astimezone())
    of_types = preview(plan, currency=currency, is_sealed=closed)
    said = html("<p><b>{lead}</b> (“{name}”)</p>", lead=lead(plan), name=filename)
    if not of_types:
        return said
    head = joined(html('<th scope="col">{name}</th>', name=name) for name in ("", *_COLUMNS))
    table = html(
        '<div class="rutkit-table-scroll" tabindex="0" role="region" aria-label="What will change">'
        '<table class="rutkit-table"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>',
        head=head,
        rows=joined(map(_row, of_types)),
    )
    details = joined(
        html("<li>{title}: {sentence}</li>", title=each.title, sentence=sentence)
        for each in of_types
        for sentence in each.details
    )
    listed = (
        html("<details><summary>What differs</summary><ul>{details}</ul></details>", details=details)
        if details
        else Markup("")
    )
    return said + table + listed


def _row(each: TypePreview) -> Markup:
    counts = (each.added, each.changed, each.removed, each.kept, each.same, each.untouched)
    cells = joined(html("<td>{count}</td>", count=f"{count:,}" if count else "–") for count in counts)
    return html('<tr><th scope="row">{title}</th>{cells}</tr>', title=each.title, cells=cells)
