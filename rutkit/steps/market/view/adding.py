"""Step 5 on the screen: getting postings in, pasted one by one or as files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import ipywidgets as widgets

from rutkit.formatting import counted
from rutkit.steps.market.records import Posting
from rutkit.steps.market.view.files import FileImport
from rutkit.steps.market.view.posting import READ
from rutkit.steps.market.view.reading import plan_of
from rutkit.steps.market.view.role import ChosenRole
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button, card
from rutkit.widgets.form import Form
from rutkit.widgets.markup import Markup, block, html, put, row, stack
from rutkit.widgets.view import View

if TYPE_CHECKING:
    from rutkit.exchange.postings import Found, FoundPosting
    from rutkit.steps.market.adding import Adding

PASTED = ("text", "title", "company", "link", "posted")
"""Fields to fill in by hand: only the text is needed."""


class AddingCards:
    """A form to paste a posting into, and an upload for files of any number of them."""

    def __init__(self, view: View, chosen: ChosenRole) -> None:
        self._view = view
        self._chosen = chosen

    def cards(self) -> Sequence[widgets.Widget]:
        """Pasting, and files."""
        view, chosen = self._view, self._chosen
        no_role = [block(html('<p class="rutkit-empty">{text}</p>', text=NO_ROLE)) for _ in range(2)]
        pasting = view.keep(Pasting(view, chosen))
        files = view.keep(FileImport(view, chosen))

        def draw() -> None:
            for sentence in no_role:
                shared.show(sentence, chosen.role is None)
            for part in (pasting, files):
                shared.show(part.widget, chosen.role is not None)

        chosen.on_change(draw)
        draw()
        return [
            card(
                "Paste a posting",
                no_role[0],
                pasting.widget,
                hint="It is read here and goes nowhere else. Only the text is needed.",
                wide=True,
            ),
            card(
                "Bring in files",
                no_role[1],
                files.widget,
                hint="Saved pages or texts, a zip of them, or a table: CSV, Excel or JSON, also as JobSpy writes it.",
                wide=True,
            ),
        ]


NO_ROLE = (
    "This opens once you have named the role you want, above. A rough title will do, and you can change it later: it "
    "says which postings belong together."
)


class Pasting:
    """The form for one posting; what is typed stays until the posting has been added."""

    def __init__(self, view: View, chosen: ChosenRole) -> None:
        self._view = view
        self._page = view.page
        self._chosen = chosen
        self._form = Form(view.page, Posting, fields=PASTED, fixed=self._fixed(), saves_itself=False)
        self._button = button(view.page, "Read this posting", self._begin)
        self._says = block()
        self.widget = stack(
            self._form.widget,
            row(
                self._button,
                button(view.page, "Clear", self._clear, Rank.QUIET),
                classes=("rutkit-buttons",),
            ),
            self._says,
            classes=("rutkit-form", "rutkit-pasting"),
        )
        chosen.on_change(self._role_changed)

    def close(self) -> None:
        """Take it away; the draft stays."""
        self._form.close()
        shared.close(self.widget)

    def _fixed(self) -> dict[str, str]:
        return {"role": self._chosen.role.id if self._chosen.role else ""}

    def _role_changed(self) -> None:
        self._form.show(None, fixed=self._fixed())
        put(self._says, "")

    def _begin(self) -> None:
        role = self._chosen.role
        found = self._found()
        if role is None or found is None:
            return
        self._button.disabled = True
        put(self._says, html("<p>{text}</p>", text="Reading…"))
        self._page.in_background(plan_of(self._page, role, [found]), self._add, otherwise=self._give_up)

    def _found(self) -> FoundPosting | None:
        """What is in the form; None, with a sentence on the page, if that is no posting."""
        from rutkit.drafts import check
        from rutkit.exchange.postings import FoundPosting, posting_of_text

        raw = {name: field.raw for name, field in self._form.fields.items()}
        checked = check(Posting, {**raw, **self._fixed()})
        if checked.record is None:
            self._form.complain(" ".join(checked.errors.values()))
            return None
        typed = checked.record
        found: Found = posting_of_text(typed.text)
        if not isinstance(found, FoundPosting):
            self._form.complain(found.reason)
            return None
        return replace(
            found,
            title=typed.title or found.title,
            company=typed.company or found.company,
            link=typed.link,
            posted=typed.posted,
        )

    def _give_up(self) -> None:
        self._button.disabled = False
        put(self._says, "")

    def _add(self, plan: Adding) -> None:
        self._give_up()
        if not plan.postings:
            self._form.complain("This one is here already, word for word. Nothing was added.")
            return
        (posting,) = self._page.workbook.add_many(plan.postings, label="added a posting")
        self._clear()
        put(self._says, _read(posting))
        self._page.status.saved()

    def _clear(self) -> None:
        self._form.discard()
        self._form.show(None, fixed=self._fixed())
        put(self._says, "")


def _read(posting: Posting) -> Markup:
    from rutkit.steps.market.readings import from_json

    found = {mention.name for mention in from_json(posting.reading, posting.text).skills}
    repeats = " It repeats one that is here already, so it counts with that." if posting.repeats else ""
    return html(
        '<p role="status">Added: {skills} found in it.{repeats} '
        '<button type="button" class="rutkit-link" data-action="{read}" data-id="{id}">Read it</button></p>',
        skills=counted(len(found), "skill") + (" was" if len(found) == 1 else " were"),
        repeats=repeats,
        read=READ,
        id=posting.id,
    )
