"""Step 5 on the screen: one posting to read, with what was found marked in it."""

from __future__ import annotations

from collections.abc import Iterator

from rutkit.formatting import counted, format_date
from rutkit.steps.market.extract.reading import Reading, SkillMention
from rutkit.steps.market.in_words import education_in_words, salary_in_words, years_in_words
from rutkit.steps.market.readings import from_json
from rutkit.steps.market.records import Posting, SkillChoice
from rutkit.steps.market.view.marking import legend, marked, marks_of
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button
from rutkit.widgets.form import Form
from rutkit.widgets.markup import Markup, block, html, joined, put, row, stack
from rutkit.widgets.view import View
from rutkit.workbook import Workbook

CORRECTED = ("title", "company", "location", "link", "posted", "closing")
"""Fields of a posting that a person may correct. Its text stays: what was found refers to places in it."""

READ = "market-read"
"""The action of a link to a posting (`data-id`)."""


class PostingPanel:
    """Shows one posting at a time, below the list; nothing until one is asked for."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._page = view.page
        self._workbook = view.workbook
        self._posting: Posting | None = None
        self._form: Form[Posting] | None = None
        self._says = block()
        self._place = stack(classes=("rutkit-editor",))
        self._buttons = row(
            button(self._page, "Close", self.put_away, Rank.SECOND),
            button(self._page, "Correct title, company or dates", self._correct, Rank.QUIET),
            button(self._page, "Remove this posting", self._remove, Rank.QUIET),
            classes=("rutkit-buttons",),
        )
        self.widget = stack(self._says, self._place, self._buttons, classes=("rutkit-posting",))
        self._forget = [
            self._page.bridge.on_action(READ, self._page.guard(lambda sent: self.read(sent["id"]))),
            self._page.workbook.watch(self._page.guard(self._workbook_changed)),
        ]
        self.put_away()

    def open(self, posting_id: str) -> bool:
        """Show this posting, as a link from elsewhere asks; False if there is none."""
        self.read(posting_id)
        return self._posting is not None and self._posting.id == posting_id

    def read(self, posting_id: str) -> None:
        """Show this posting, and put the keyboard on its title."""
        posting = self._workbook.get(Posting, posting_id)
        if posting is None:
            return
        self._stop_correcting()
        self._show(posting)
        shared.show(self.widget, True)
        self._page.bridge.focus(".rutkit-posting h3")

    def put_away(self) -> None:
        """Show none."""
        self._stop_correcting()
        self._posting = None
        shared.show(self.widget, False)

    def close(self) -> None:
        """Stop listening, and take it away."""
        for forget in self._forget:
            forget()
        self._stop_correcting()
        shared.close(self.widget)

    def _workbook_changed(self, tables: frozenset[str]) -> None:
        if self._posting is None or tables.isdisjoint((Posting.table(), SkillChoice.table())):
            return
        posting = self._workbook.get(Posting, self._posting.id)
        if posting is None:
            self.put_away()
        else:
            self._show(posting)

    def _show(self, posting: Posting) -> None:
        self._posting = posting
        put(self._says, _drawn(posting, self._others(posting), self._mentions(posting)))

    def _mentions(self, posting: Posting) -> tuple[SkillMention, ...]:
        """Where it names a skill, with what the person has said of its words."""
        from rutkit.steps.market.choices import Choices
        from rutkit.steps.market.market import mentions

        made = [choice for choice in self._workbook.all(SkillChoice) if choice.role == posting.role]
        return mentions(posting, Choices(made))

    def _others(self, posting: Posting) -> list[Posting]:
        """The same posting as it was put up at other times."""
        first = posting.repeats or posting.id
        alike = _repeats_of(self._workbook, first)
        original = self._workbook.get(Posting, first)
        return [other for other in (original, *alike) if other and other.id != posting.id]

    def _correct(self) -> None:
        if self._posting and self._form is None:
            self._form = Form(self._page, Posting, record=self._posting, fields=CORRECTED)
            self._place.children = (self._form.widget, button(self._page, "Done", self._stop_correcting))

    def _stop_correcting(self) -> None:
        if self._form:
            self._form.close()
            self._form = None
            opened, self._place.children = self._place.children, ()
            shared.close(*opened)

    def _remove(self) -> None:
        if self._posting:
            remove_posting(self._view, self._posting)
            self.put_away()
            self._page.status.removed(Posting.noun)


def remove_posting(view: View, posting: Posting) -> None:
    """Take a posting away. If others repeat it, the oldest of them takes its place."""
    workbook = view.workbook
    heirs = _repeats_of(workbook, posting.id)
    with workbook.batch(f"removed {Posting.noun}: {posting.title or 'without a title'}"):
        for heir in heirs:
            is_first = heir is heirs[0]
            workbook.update(heir.model_copy(update={"repeats": "" if is_first else heirs[0].id}))
        workbook.remove(posting)


def _repeats_of(workbook: Workbook, posting_id: str) -> list[Posting]:
    """The postings that repeat this one, oldest first."""
    return workbook.page(Posting, repeats=posting_id, limit=10_000).records


def _drawn(posting: Posting, others: list[Posting], named: tuple[SkillMention, ...]) -> Markup:
    reading = from_json(posting.reading, posting.text)
    return html(
        "<h3>{title}</h3>{about}{others}{facts}{legend}"
        '<div class="rutkit-posting-text" tabindex="0" role="region" aria-label="The posting’s text">{text}</div>',
        title=posting.title or "A posting without a title",
        about=_about(posting),
        others=_other_times(others),
        facts=_facts(reading),
        legend=legend(),
        text=marked(posting.text, marks_of(named)),
    )


def _about(posting: Posting) -> Markup:
    known = [text for text in (posting.company, posting.location) if text]
    if posting.posted:
        known.append(f"posted on {format_date(posting.posted)}")
    if posting.closing:
        known.append(f"closes on {format_date(posting.closing)}")
    return html(
        '<p class="rutkit-hint">{text}{link}</p>',
        text=" · ".join(known),
        link=_link(posting.link, bool(known)),
    )


def _link(link: str, is_after_others: bool) -> Markup:
    """Only what leads to the web is a link; what somebody’s file calls one may be anything."""
    if not link.lower().startswith(("https://", "http://")):
        return Markup("")
    return html(
        '{gap}<a href="{link}" target="_blank" rel="noopener noreferrer">where it was found</a>',
        gap=" · " if is_after_others else "",
        link=link,
    )


def _other_times(others: list[Posting]) -> Markup:
    if not others:
        return Markup("")
    links = joined(
        html(
            '<li><button type="button" class="rutkit-link" data-action="{read}" data-id="{id}">{when}</button></li>',
            read=READ,
            id=other.id,
            when=format_date(other.posted) if other.posted else "without a date",
        )
        for other in others
    )
    return html(
        "<details><summary>It was put up {count} more; it counts once</summary><ul>{links}</ul></details>",
        count=counted(len(others), "time"),
        links=links,
    )


def _facts(reading: Reading) -> Markup:
    rows = joined(
        html(
            "<div><dt>{title}</dt><dd>{words}{evidence}</dd></div>",
            title=title,
            words=words,
            evidence=_quoted(sentence),
        )
        for title, words, sentence in _found_facts(reading)
    )
    return html('<dl class="rutkit-facts">{rows}</dl>', rows=rows) if rows else Markup("")


def _found_facts(reading: Reading) -> Iterator[tuple[str, str, str]]:
    """What it is, in words, and where it says so."""
    for years in reading.years:
        yield "Experience", years_in_words(years), years.sentence
    for education in reading.education:
        yield "Education", education_in_words(education), education.sentence
    if reading.salary:
        yield "Pay", salary_in_words(reading.salary), reading.salary.text
    for title, value in (
        ("Place of work", reading.workplace),
        ("Seniority", reading.seniority),
        ("Employment", reading.employment),
    ):
        if value:
            yield title, value, ""


def _quoted(sentence: str) -> Markup:
    return (
        html(' <span class="rutkit-hint">“{sentence}”</span>', sentence=sentence) if sentence else Markup("")
    )
