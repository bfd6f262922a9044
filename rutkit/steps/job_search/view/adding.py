"""Step 9 on the screen: a new application, typed or made of a posting, and whether there was one before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import ipywidgets as widgets

from rutkit.formatting import EMPTY, format_date
from rutkit.records import Record
from rutkit.steps.job_search.applications.applied_before import AppliedBefore, Before
from rutkit.steps.job_search.records import Application, ApplicationStage
from rutkit.steps.job_search.view.application import OPEN
from rutkit.steps.job_search.view.search import candidacy_of
from rutkit.steps.market.records import Posting, TargetRole
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button
from rutkit.widgets.folded import Folded
from rutkit.widgets.form import Form
from rutkit.widgets.markup import Markup, block, html, joined, put, row, stack
from rutkit.widgets.view import View

TYPED = ("title", "company", "location", "link", "channel")
TYPING_SECONDS = 0.3
MENTIONED = 3
OFFERED_POSTINGS = 10
ASKED_FOR: Mapping[str, str] = {
    "title": "Which job was it?",
    "company": "Which company was it? If nobody says, name the agency, or write “not named”.",
}
"""What is said under a field that an application which was sent cannot do without."""
APPLY = "application-of-posting"
"""The action of a button that makes an application of a posting (`data-id`)."""


class NewApplication:
    """The form for one application. What is typed stays until it has been added."""

    def __init__(self, view: View, on_add: Callable[[str], object]) -> None:
        self._page = view.page
        self._workbook = view.workbook
        self._on_add = on_add
        self._before: AppliedBefore | None = None
        page = view.page
        self._form = Form(page, Application, fields=TYPED, saves_itself=False)
        self._says = block()
        look_soon = page.once_a_burst(self._look, TYPING_SECONDS)
        for name in ("title", "company"):
            self._form.fields[name].on_input(page.guard(lambda _: look_soon()))
        self._postings = PostingChoice(view, on_add)
        self._folded = Folded(
            page, "Choose one of your postings", self._postings.widget_built, on_open=self._postings.draw
        )
        self.widget = stack(
            self._folded.widget,
            self._form.widget,
            self._says,
            row(
                button(page, "I sent it today", self._add_as_sent),
                button(page, "Keep it, not sent today", self._add, Rank.SECOND),
                button(page, "Clear", self._clear, Rank.QUIET),
                classes=("rutkit-buttons",),
            ),
            classes=("rutkit-form", "rutkit-pasting"),
        )
        view.follow(self._forget_known, Application)
        page.when_ready(self._look)

    def close(self) -> None:
        """Take it away; the draft stays."""
        self._form.close()
        self._postings.close()
        self._folded.close()
        shared.close(self.widget)

    def _add_as_sent(self) -> None:
        application = self._checked(("title", "company"))
        if application:
            sent = ApplicationStage(application=application.id, day=self._page.today(), stage="applied")
            self._save(application, sent)

    def _add(self) -> None:
        application = self._checked()
        if application:
            self._save(application)

    def _checked(self, needed: Sequence[str] = ()) -> Application | None:
        """What is typed; `None`, with a sentence under each field that lacks something, if it is no application."""
        from rutkit.drafts import check

        raw = {name: field.raw for name, field in self._form.fields.items()}
        checked = check(Application, raw)
        missing = {name: ASKED_FOR[name] for name in needed if not str(raw[name] or "").strip()}
        errors = {**missing, **checked.errors}
        self._form.point_out(errors)
        if checked.record is None or errors:
            return None
        if not (checked.record.title or checked.record.company):
            self._form.complain("Fill in the job title or the company first; the rest can wait.")
            return None
        return checked.record

    def _save(self, application: Application, *stages: ApplicationStage) -> None:
        records: list[Record] = [application, *stages]
        self._workbook.add_many(records, label="added an application")
        self._clear()
        self._page.status.saved()
        self._on_add(application.id)

    def _clear(self) -> None:
        self._form.discard()
        self._form.show(None)
        self._form.complain("")
        put(self._says, "")

    def _forget_known(self) -> None:
        self._before = None

    def _look(self) -> None:
        """Say whether there was an application before."""
        title, company = (str(self._form.fields[name].raw or "") for name in ("title", "company"))
        if not company.strip():
            put(self._says, "")
            return
        self._before = self._before or AppliedBefore(self._workbook.all(Application))
        found = self._before.like(title, company)
        put(self._says, self._mentioned(found) if found else "")

    def _mentioned(self, found: list[Before]) -> Markup:
        said = joined(self._one(before) for before in found[:MENTIONED])
        more = len(found) - MENTIONED
        return html(
            '<div class="rutkit-say" role="status"><p><b>{lead}</b></p><ul>{said}</ul>{more}</div>',
            lead="You seem to have applied for this before."
            if found[0].is_same_job
            else "You have applied to this company before, for something else.",
            said=said,
            more=html("<p>And {count} more.</p>", count=more) if more > 0 else "",
        )

    def _one(self, before: Before) -> Markup:
        candidacy = candidacy_of(self._page, before.application)
        sent = f", sent on {format_date(candidacy.sent_on)}" if candidacy.sent_on else ""
        return html(
            '<li>{title}, {company}{sent}: {stands}. <button type="button" class="rutkit-link" '
            'data-action="{open}" data-id="{id}" aria-label="Open {title}, {company}">Open</button></li>',
            title=before.application.title or "Without a title",
            company=before.application.company,
            sent=sent,
            stands=candidacy.in_words,
            open=OPEN,
            id=before.application.id,
        )


class PostingChoice:
    """The newest postings of a target role, each an application in one click."""

    def __init__(self, view: View, on_add: Callable[[str], object]) -> None:
        self._page = view.page
        self._workbook = view.workbook
        self._on_add = on_add
        page = view.page
        self._role = shared.make(widgets.Dropdown, description="For which target role")
        self._role.observe(page.guard(lambda _: self._draw_rows()), "value")
        self._search = shared.make(widgets.Text, description="Search in titles, companies and texts")
        draw_soon = page.once_a_burst(self._draw_rows, TYPING_SECONDS)
        self._search.observe(page.guard(lambda _: draw_soon()), "value")
        self._role_field = stack(self._role, classes=("rutkit-field",))
        self._search_field = stack(self._search, classes=("rutkit-field", "rutkit-search"))
        self._rows = block()
        self._widget = stack(self._role_field, self._search_field, self._rows, classes=("rutkit-form",))
        self._forget = page.bridge.on_action(APPLY, page.guard(lambda sent: self.apply(sent["id"])))

    def widget_built(self) -> widgets.Widget:
        """What is shown once it is opened."""
        return self._widget

    def draw(self) -> None:
        """Show the roles and postings as they are now."""
        roles = self._workbook.all(TargetRole)
        options = tuple((role.title.strip() or "A role without a name", role.id) for role in roles)
        if options != self._role.options:
            chosen = self._role.value
            self._role.options = options
            ids = [role.id for role in roles]
            self._role.value = chosen if chosen in ids else next(iter(ids), None)
        shared.show(self._role_field, len(roles) > 1)
        shared.show(self._search_field, bool(roles))
        self._draw_rows()

    def apply(self, posting_id: str) -> None:
        """Make an application of a posting, or open the one there is."""
        posting = self._workbook.get(Posting, posting_id)
        if posting is None:
            return
        made = self._made_of(posting)
        if made is None:
            made = Application(
                posting=posting.id,
                title=posting.title,
                company=posting.company,
                location=posting.location,
                link=posting.link,
            )
            self._workbook.add(made, label="made an application of a posting")
            self._page.status.saved()
        self._draw_rows()
        self._on_add(made.id)

    def close(self) -> None:
        """Stop listening to clicks, and take it away."""
        self._forget()
        shared.close(self._widget)

    def _draw_rows(self) -> None:
        role = self._role.value
        if role is None:
            put(self._rows, html('<p class="rutkit-empty">{text}</p>', text=NO_POSTINGS))
            return
        found = self._workbook.page(
            Posting,
            role=role,
            repeats="",
            search=str(self._search.value).strip(),
            order_by="posted",
            descending=True,
            limit=OFFERED_POSTINGS,
        )
        if not found.records:
            put(self._rows, html('<p class="rutkit-empty">{text}</p>', text=NO_POSTINGS))
            return
        rest = found.total - len(found.records)
        put(
            self._rows,
            html(
                '<table class="rutkit-table rutkit-records" aria-label="Your postings"><tbody>{rows}</tbody></table>'
                "{rest}",
                rows=joined(self._row(posting) for posting in found.records),
                rest=html('<p class="rutkit-hint">{count} more: search for one.</p>', count=f"{rest:,}")
                if rest
                else "",
            ),
        )

    def _row(self, posting: Posting) -> Markup:
        made = self._made_of(posting)
        return html(
            '<tr><td data-title="Job title">{title}</td><td data-title="Company">{company}</td>'
            '<td data-title="Posted on">{posted}</td><td class="rutkit-row-actions">'
            '<button type="button" class="rutkit-link" data-action="{action}" data-id="{id}" '
            'aria-label="{text}: {title}, {company}">{text}</button></td></tr>',
            title=posting.title or "Without a title",
            company=posting.company or EMPTY,
            posted=format_date(posting.posted) if posting.posted else EMPTY,
            action=OPEN if made else APPLY,
            id=made.id if made else posting.id,
            text="Open your application" if made else "Make it an application",
        )

    def _made_of(self, posting: Posting) -> Application | None:
        """The application for this posting, or for one that says the same."""
        alike = [posting.id, posting.repeats]
        alike += [other.id for other in self._workbook.page(Posting, repeats=posting.id).records]
        for posting_id in filter(None, alike):
            made = self._workbook.find(Application, posting=posting_id)
            if made:
                return made
        return None


NO_POSTINGS = "No posting here. Postings come in at step 5, each for a target role."
