"""Step 9 on the screen: one application, with what happened to it and what is next."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import ipywidgets as widgets

from rutkit.formatting import join_words
from rutkit.records import Record
from rutkit.steps.job_search.applications.candidacy import (
    DAY_NOT_KNOWN,
    OUTCOMES,
    Candidacy,
    after,
    called,
    day_in_words,
    follow_up_sentence,
    in_a_sentence,
    stage_name,
)
from rutkit.steps.job_search.records import Application, ApplicationStage, Board, FollowUp
from rutkit.steps.job_search.view.by_name import ByName
from rutkit.steps.job_search.view.moves import end, move, resume
from rutkit.steps.job_search.view.search import candidacy_of
from rutkit.steps.network.records import Contact
from rutkit.steps.prepare.records import ResumeVersion
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button
from rutkit.widgets.collection import Collection
from rutkit.widgets.folded import Folded
from rutkit.widgets.form import Form
from rutkit.widgets.markup import ErrorLine, Markup, block, html, joined, put, row, stack
from rutkit.widgets.view import Closable, View

OPEN = "application-open"
"""The action of a link to an application (`data-id`)."""

TO_OFFERS = html(
    '<p><button type="button" class="rutkit-link" data-jump="rutkit-section-offers">{text}</button></p>',
    text="Compare it with other offers, and with staying",
)
NEXT = ("next_action", "next_on", "follow_up_days", "follow_ups")
NOT_CHOSEN = ("please choose", None)
JOB = ("title", "company", "location", "link", "channel")
REST = ("salary_asked", "salary_offered", "salary_unit", "notes")


class ApplicationPanel:
    """Shows one application at a time; nothing until one is asked for."""

    def __init__(self, view: View) -> None:
        self._page = view.page
        self._workbook = view.workbook
        self._application: Application | None = None
        self._parts: list[Closable] = []
        self._choices: dict[str, ByName[Board] | ByName[Contact] | ByName[ResumeVersion]] = {}
        self.widget = stack(classes=("rutkit-application",))
        page = self._page
        view.on_place(Application, self.open)
        view.on_place(ApplicationStage, lambda record_id: self._open_of(ApplicationStage, record_id))
        view.on_place(FollowUp, lambda record_id: self._open_of(FollowUp, record_id))
        self._forget = [
            page.bridge.on_action(OPEN, page.guard(lambda sent: self.open(sent["id"]))),
            page.workbook.watch(page.guard(self._workbook_changed)),
        ]
        self.put_away()

    def open(self, application_id: str) -> bool:
        """Show this application, and put the keyboard on its title; False if there is none."""
        application = self._workbook.get(Application, application_id)
        if application is None:
            return False
        self.put_away()
        self._application = application
        self.widget.children = self._built(application)
        self._draw()
        shared.show(self.widget, True)
        self._page.bridge.focus(".rutkit-application h3")
        return True

    def put_away(self) -> None:
        """Show none; what was typed and not saved stays a draft."""
        for part in self._parts:
            part.close()
        self._parts, self._choices, self._application = [], {}, None
        opened, self.widget.children = self.widget.children, ()
        shared.close(*opened)
        shared.show(self.widget, False)

    def close(self) -> None:
        """Stop listening, and take it away."""
        for forget in self._forget:
            forget()
        self.put_away()
        shared.close(self.widget)

    def _open_of(self, record_type: type[ApplicationStage] | type[FollowUp], record_id: str) -> bool:
        record = self._workbook.get(record_type, record_id)
        return record is not None and self.open(record.application)

    # --- parts ------------------------------------------------------------------------------------------------------

    def _built(self, application: Application) -> tuple[widgets.Widget, ...]:
        page = self._page
        self._outcome = shared.make(
            widgets.Dropdown,
            description="How it ended",
            options=(NOT_CHOSEN, *((each, each) for each in OUTCOMES)),
        )
        self._outcome.value = None
        outcome = stack(self._outcome, classes=("rutkit-field",))
        self._outcome_error = ErrorLine(outcome)
        self._end = stack(
            outcome,
            row(button(page, "It has ended", self.end, Rank.SECOND), classes=("rutkit-buttons",)),
            classes=("rutkit-form",),
        )
        self._resume = row(button(page, "It goes on", self.resume, Rank.SECOND), classes=("rutkit-buttons",))
        self._send = row(button(page, "I sent it today", self.send, Rank.SECOND), classes=("rutkit-buttons",))
        self._asked = self._follow_ups(application)
        self._says = block()
        return (
            self._says,
            self._send,
            *self._headed("What happened", self._stages(application), self._asked),
            *self._headed("What is next", self._form(application, NEXT)),
            self._folded(
                "The job, and who helped",
                lambda: (self._form(application, JOB), *self._chosen_by_name()),
                is_open=application.channel is None,
            ),
            self._folded("Pay and notes", lambda: (self._form(application, REST),)),
            *self._headed("The end", self._end, self._resume),
            row(
                button(page, "Close", self.put_away, Rank.SECOND),
                button(page, "Remove this application", self._remove, Rank.QUIET),
                classes=("rutkit-buttons",),
            ),
        )

    def _headed(self, title: str, *parts: widgets.Widget) -> tuple[widgets.Widget, ...]:
        return (block(html("<h4>{title}</h4>", title=title)), *parts)

    def _form(self, application: Application, fields: tuple[str, ...]) -> widgets.Widget:
        form = Form(self._page, Application, record=application, fields=fields)
        self._parts.append(form)
        return stack(form.widget, classes=("rutkit-side-by-side",))

    def _folded(
        self, text: str, build: Callable[[], Sequence[widgets.Widget]], *, is_open: bool = False
    ) -> widgets.Widget:
        folded = Folded(
            self._page, text, lambda: stack(*build(), classes=("rutkit-form",)), on_open=self._draw_choices
        )
        self._parts.append(folded)
        if is_open:
            folded.open()
        return folded.widget

    def _stages(self, application: Application) -> widgets.Widget:
        listed = Collection(
            self._page,
            ApplicationStage,
            columns=("stage", "day", "note"),
            add_label="Add what happened",
            empty="Nothing yet. Once it is sent, add the day.",
            order_by="day",
            fields=("stage", "round", "day", "note"),
            of={"application": application.id},
            initial=self._next_stage,
            written={"stage": stage_name, "day": day_in_words},
        )
        self._parts.append(listed)
        return listed.widget

    def _follow_ups(self, application: Application) -> widgets.Widget:
        listed = Collection(
            self._page,
            FollowUp,
            columns=("day", "note"),
            add_label="I asked how it stands",
            empty="You have not asked yet.",
            order_by="day",
            of={"application": application.id},
            initial=lambda: {"day": self._page.today().isoformat()},
        )
        self._parts.append(listed)
        return listed.widget

    def _chosen_by_name(self) -> list[widgets.Widget]:
        page = self._page
        self._choices = {
            "board": ByName(
                page,
                "Which board",
                Board,
                lambda board: board.name.strip(),
                missing="No board of yours is called that. Add it under “Job boards”.",
                on_choice=lambda record_id: self._choose("board", record_id),
            ),
            "contact": ByName(
                page,
                "Who helped",
                Contact,
                _person_called,
                missing="Nobody of that name is among your people. Add them in step 7.",
                on_choice=lambda record_id: self._choose("contact", record_id),
            ),
            "resume": ByName(
                page,
                "Resume version",
                ResumeVersion,
                lambda version: version.name.strip(),
                missing="No version of your resume is called that. Versions are made in step 10.",
                on_choice=lambda record_id: self._choose("resume", record_id),
            ),
        }
        return [choice.widget for choice in self._choices.values()]

    def _next_stage(self) -> dict[str, str]:
        """What most likely happened next, to be changed: the stage after the newest one."""
        assert self._application is not None
        stage, round_ = after(candidacy_of(self._page, self._application))
        return {"stage": stage, "round": str(round_), "day": self._page.today().isoformat()}

    # --- changing ---------------------------------------------------------------------------------------------------

    def end(self) -> None:
        """Keep how it ended, today, apart from how far it came."""
        if self._outcome.value is None:
            self._outcome_error.show("Choose how it ended first.")
        elif self._application:
            self._outcome_error.show("")
            end(self._page, self._application, self._outcome.value)

    def send(self) -> None:
        """Note that it went out today."""
        if self._application:
            move(self._page, self._application, "applied")

    def resume(self) -> None:
        """Let it go on after all."""
        if self._application:
            resume(self._page, self._application)

    def _choose(self, name: str, record_id: str) -> None:
        if self._application and getattr(self._application, name) != record_id:
            self._workbook.update(self._application.model_copy(update={name: record_id}))
            self._page.status.saved()

    def _remove(self) -> None:
        if self._application:
            candidacy = candidacy_of(self._page, self._application)
            gone: list[Record] = [self._application, *candidacy.stages, *candidacy.follow_ups]
            self.put_away()
            self._workbook.remove_many(gone, label="removed the application")
            self._page.status.removed(Application.noun)

    def _workbook_changed(self, tables: frozenset[str]) -> None:
        if self._application is None or tables.isdisjoint(_FOLLOWED):
            return
        current = self._workbook.get(Application, self._application.id)
        if current is None:
            self.put_away()
            return
        self._application = current
        self._draw()

    def _draw(self) -> None:
        application = self._application
        if application is None:
            return
        candidacy = candidacy_of(self._page, application)
        put(self._says, self._described(candidacy))
        is_sent = candidacy.newest is not None
        shared.show(self._send, candidacy.is_running and not is_sent)
        shared.show(self._asked, is_sent)
        shared.show(self._end, candidacy.is_running)
        shared.show(self._resume, not candidacy.is_running)
        self._draw_choices()

    def _draw_choices(self) -> None:
        application = self._application
        if application is None or not self._choices:
            return
        for name, choice in self._choices.items():
            choice.show(getattr(application, name))
        shared.show(self._choices["board"].widget, application.channel == "board")

    def _described(self, candidacy: Candidacy) -> Markup:
        today = self._page.today()
        sentences = [in_a_sentence(candidacy, today)]
        undated = [stage_name(event) for event in candidacy.stages if event.day is None]
        if undated:
            sentences.append(f"{DAY_NOT_KNOWN.capitalize()}: {join_words(undated)}. Add it below if you can.")
        follow_up = follow_up_sentence(candidacy, today)
        return (
            html("<h3>{name}</h3>", name=called(candidacy.application))
            + joined(html("<p>{text}</p>", text=text) for text in (" ".join(sentences), follow_up) if text)
            + (TO_OFFERS if candidacy.column == "offer" else "")
        )


def _person_called(contact: Contact) -> str:
    return ", ".join(part for part in (contact.name.strip(), contact.company.strip()) if part)


_FOLLOWED = frozenset(kind.table() for kind in (Application, ApplicationStage, FollowUp))
