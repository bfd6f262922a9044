"""Step 10 on the screen: one question at a time, said aloud and rated by oneself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

import ipywidgets as widgets
from pydantic import JsonValue

from rutkit.chart import Chart, Palette
from rutkit.formatting import format_short_date
from rutkit.steps.job_search.records import Application, ApplicationStage
from rutkit.steps.prepare.records import Question, QuestionSetAside, Recall, Rehearsal, Story
from rutkit.steps.prepare.view.asked import Asked
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button, card, foldable
from rutkit.widgets.collection import Collection
from rutkit.widgets.markup import Markup, block, html, joined, put, row, stack
from rutkit.widgets.stopwatch import Stopwatch
from rutkit.widgets.view import View

if TYPE_CHECKING:
    from rutkit.steps.prepare.practice import Memory
    from rutkit.steps.prepare.questions import InterviewQuestion

LONGEST_SECONDS = 3_600
"""A timer that ran for longer was forgotten, and says nothing of the answer."""

KEPT = (Rehearsal, Question, QuestionSetAside)


class PracticeCards:
    """The question of now, how the answers went, and the person's own questions."""

    def __init__(self, view: View, asked: Asked) -> None:
        self._view = view
        self._asked = asked

    def cards(self) -> Sequence[widgets.Widget]:
        """The practice, its weeks, and the questions of one's own."""
        view = self._view
        own = view.keep(
            Collection(
                view.page,
                Question,
                columns=("text", "competency", "asked_by"),
                add_label="Add a question",
                empty="None yet. What do you hope that nobody asks?",
                suggestions=self._suggestions,
                initial=self._initial,
            )
        )
        return [
            card(
                "Say it aloud",
                view.keep(Practice(view, self._asked)).widget,
                hint="A question comes back about when you would forget: soon if it went badly, late if well.",
            ),
            card("Week by week", view.chart("practice", self._draw, Rehearsal)),
            card(
                "Your own questions",
                view.later_text(self._talks, Question, Application, ApplicationStage),
                own.widget,
                hint="What you were asked, and what you would rather not be asked. They are rehearsed before ours.",
                wide=True,
            ),
        ]

    def _talks(self) -> Markup:
        from rutkit.steps.prepare.progress import talks_to_note

        today = self._view.page.today()
        return joined(
            html(
                '<p class="rutkit-calm">{text}{note}</p>',
                text=f"You talked with {company}{f' on {format_short_date(talk.day, today)}' if talk.day else ''}. "
                "Which questions did they ask?",
                note=f" You noted: “{talk.note}”" if talk.note.strip() else "",
            )
            for talk, company in talks_to_note(self._view.workbook, today)
        )

    def _initial(self) -> Mapping[str, JsonValue]:
        from rutkit.steps.prepare.progress import talks_to_note

        talks = talks_to_note(self._view.workbook, self._view.page.today())
        return {"asked_by": talks[0][1]} if talks else {}

    def _suggestions(self) -> Mapping[str, Sequence[str]]:
        from rutkit.steps.prepare.questions import headings

        asked_by = (question.asked_by for question in self._view.workbook.all(Question))
        return {
            "competency": tuple(dict.fromkeys((*self._asked.names, *(each.name for each in headings())))),
            "asked_by": tuple(dict.fromkeys(company for company in asked_by if company)),
        }

    def _draw(self, palette: Palette) -> Chart:
        from rutkit.steps.prepare import charts

        return charts.practice_by_week(
            self._view.workbook.all(Rehearsal, order_by="at"), self._view.page.today(), palette
        )


class Practice:
    """One question, the stories that could answer it, a timer, and four ways to say how it went."""

    def __init__(self, view: View, asked: Asked) -> None:
        self._view = view
        self._asked = asked
        self._known: dict[str, Memory] = {}
        self._question: InterviewQuestion | None = None
        self._passed: set[str] = set()
        """Questions that are not wanted just now; the page forgets them when it is closed."""
        self._noted = ""
        page = view.page
        self._says = block(html('<p class="rutkit-waiting">{text}</p>', text="Looking up what is due…"))
        self._asks = block()
        self._stopwatch = Stopwatch(page)
        self._ratings = row(
            *(
                button(page, recall.capitalize(), partial(self._rate, recall), Rank.SECOND)
                for recall in ("not at all", "with trouble", "well", "easily")
            ),
            classes=("rutkit-buttons", "rutkit-ratings"),
        )
        self._asking = stack(
            self._asks,
            self._stopwatch.widget,
            block(html("<p><b>{text}</b></p>", text="Now say it aloud. How did it come?")),
            self._ratings,
            row(
                button(page, "Another question", self._pass, Rank.QUIET),
                button(page, "Never ask me this", self._set_aside, Rank.QUIET),
                classes=("rutkit-buttons",),
            ),
            classes=("rutkit-form",),
        )
        self._aside = block()
        self.widget = stack(self._says, self._asking, self._aside, classes=("rutkit-form", "rutkit-practice"))
        shared.show(self._asking, False)
        view.on_action("ask-again", self._ask_again)
        view.follow_later(self._draw, *KEPT, Story)
        asked.on_news(self._draw)

    def close(self) -> None:
        """Take it away."""
        self._stopwatch.close()
        shared.close(self.widget)

    def _draw(self) -> None:
        from rutkit.steps.prepare.practice import memories, practice_sentence, today_s_practice
        from rutkit.steps.prepare.questions import questions

        workbook, today = self._view.workbook, self._view.page.today()
        asked = questions(workbook.all(Question))
        aside = [each.question for each in workbook.all(QuestionSetAside)]
        self._known = memories(workbook.all(Rehearsal))
        practice = today_s_practice(
            asked, self._known, today, wanted=self._asked.names, set_aside=(*aside, *self._passed)
        )
        sentence = " ".join(filter(None, (self._noted, practice_sentence(practice, self._known, today))))
        put(self._says, html('<p role="status">{text}</p>', text=sentence))
        self._ask(next(iter(practice.all), None))
        self._draw_aside([question for question in asked if question.key in set(aside)])

    def _ask(self, question: InterviewQuestion | None) -> None:
        if question is None or self._question is None or question.key != self._question.key:
            self._stopwatch.reset()
        self._question = question
        shared.show(self._asking, question is not None)
        if question:
            put(self._asks, self._asked_in_words(question))

    def _asked_in_words(self, question: InterviewQuestion) -> Markup:
        from rutkit.steps.prepare.practice import memory_sentence
        from rutkit.steps.prepare.questions import competencies_of
        from rutkit.steps.prepare.stories import fitting

        about = " · ".join(filter(None, (question.competency, question.asked_by)))
        before = memory_sentence(self._known.get(question.key), self._view.page.today())
        fits = fitting(self._view.workbook.all(Story), competencies_of(question))
        return html(
            '<p class="rutkit-hint">{about}</p><p class="rutkit-quote">{text}</p><p class="rutkit-hint">{before}</p>'
            "{notes}{stories}",
            about=about,
            text=question.text,
            before=before,
            notes=foldable("What you would say", html("<p>{notes}</p>", notes=question.notes))
            if question.notes
            else "",
            stories=foldable("A story that fits", joined(_outline(story) for story in fits)) if fits else "",
        )

    def _draw_aside(self, aside: Sequence[InterviewQuestion]) -> None:
        rows = joined(
            html(
                '<li><div>{text}</div><button type="button" class="{rank}" data-action="ask-again" '
                'data-key="{key}">Ask it again</button></li>',
                text=question.text,
                key=question.key,
                rank=Rank.QUIET.value,
            )
            for question in aside
        )
        put(
            self._aside,
            foldable(f"Never asked: {len(aside)}", html('<ul class="rutkit-actions">{rows}</ul>', rows=rows))
            if aside
            else "",
        )

    def _rate(self, recall: Recall) -> None:
        from rutkit.steps.prepare.practice import again_sentence, memories

        question = self._question
        if question is None:
            return
        workbook = self._view.workbook
        now = datetime.now().replace(microsecond=0)  # noqa: DTZ005 - the person's own clock
        at = datetime.combine(self._view.page.today(), now.time())
        seconds = self._stopwatch.seconds
        took = seconds if seconds and seconds <= LONGEST_SECONDS else None
        rehearsal = Rehearsal(question=question.key, at=at, recall=recall, seconds=took)
        history = [each for each in workbook.all(Rehearsal) if each.question == question.key]
        memory = memories([*history, rehearsal])[question.key]
        self._noted = again_sentence(memory, self._view.page.today())
        workbook.add(rehearsal, label="noted how an answer went")
        self._view.page.status.saved()

    def _pass(self) -> None:
        if self._question:
            self._passed.add(self._question.key)
            self._noted = ""
            self._draw()

    def _set_aside(self) -> None:
        if self._question:
            self._view.workbook.put(
                QuestionSetAside(question=self._question.key), label="set a question aside"
            )
            self._noted = ""
            self._view.page.status.saved()

    def _ask_again(self, sent: Mapping[str, str]) -> None:
        aside = self._view.workbook.find(QuestionSetAside, question=sent["key"])
        if aside:
            self._view.workbook.remove(aside, label="took a question back up")
            self._view.page.status.saved()


def _outline(story: Story) -> Markup:
    from rutkit.steps.prepare.stories import called

    parts = joined(
        html("<div><dt>{title}</dt><dd>{text}</dd></div>", title=title, text=text)
        for title, text in (
            ("Situation", story.situation),
            ("Task", story.task),
            ("Action", story.action),
            ("Result", story.result),
        )
        if text.strip()
    )
    return html('<p><b>{name}</b></p><dl class="rutkit-facts">{parts}</dl>', name=called(story), parts=parts)
