"""Step 6 on the screen: the list of one's skills, and what to put on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import ipywidgets as widgets

from rutkit.exchange.json_resume import Resume, read_resume
from rutkit.formatting import counted
from rutkit.steps.growth.records import LearningEntry
from rutkit.steps.skill_names import skill_key
from rutkit.steps.skills.records import Skill
from rutkit.steps.skills.suggestions import Suggestion, as_skill, from_resume, suggestions
from rutkit.steps.skills.view.asked import Asked
from rutkit.widgets.card import Rank, card
from rutkit.widgets.collection import Collection
from rutkit.widgets.markup import Markup, block, html, joined, put
from rutkit.widgets.upload import Upload
from rutkit.widgets.view import View

SHOWN_SUGGESTIONS = 8

OFFERED_NAMES = 200
"""Names offered while typing."""


class SkillCards:
    """The list, and suggestions for it."""

    def __init__(self, view: View, asked: Asked) -> None:
        self._view = view
        self._asked = asked
        self._resume: Resume | None = None
        self._suggested = block()

    def cards(self) -> Sequence[widgets.Widget]:
        """The skills, and where more of them may come from."""
        view = self._view
        listed = view.keep(
            Collection(
                view.page,
                Skill,
                columns=("name", "level"),
                add_label="Add a skill",
                empty="None yet. What did you do last week that somebody else could not have?",
                order_by="name",
                suggestions=self._names,
            )
        )
        upload = view.keep(Upload(view.page, "Read a resume (JSON Resume)", ".json", self._read))
        view.on_action("add-skill", self._add_named)
        view.follow_later(self._draw_suggestions, Skill, LearningEntry)
        self._asked.on_news(self._draw_suggestions)
        return [
            card(
                "What you can do",
                listed.widget,
                hint="From “none” to “teach others”, as you would judge a colleague.",
            ),
            card(
                "Suggested for your list",
                self._suggested,
                upload.widget,
                hint="From your postings, your learning log and a resume. How well you have each is for you to say.",
            ),
        ]

    def _names(self) -> Mapping[str, Sequence[str]]:
        return {"name": tuple(each.name for each in self._all_suggested(OFFERED_NAMES))}

    def _all_suggested(self, count: int) -> tuple[Suggestion, ...]:
        workbook = self._view.workbook
        skills = workbook.all(Skill)
        from_file = from_resume(self._resume, skills) if self._resume else ()
        others = suggestions(skills, self._asked.demands, workbook.all(LearningEntry), count)
        known = {skill_key(each.name) for each in from_file}
        return (*from_file, *(each for each in others if skill_key(each.name) not in known))

    def _read(self, content: bytes, filename: str) -> None:
        self._resume = read_resume(content, filename)
        self._draw_suggestions()

    def _draw_suggestions(self) -> None:
        suggested = self._all_suggested(SHOWN_SUGGESTIONS)
        if not suggested:
            put(
                self._suggested,
                html(
                    '<p class="rutkit-empty">{text}</p>', text="Nothing to suggest that is not on your list."
                ),
            )
            return
        put(self._suggested, self._remarks() + _offered(suggested))

    def _remarks(self) -> Markup:
        if self._resume is None:
            return Markup("")
        found = len(from_resume(self._resume, self._view.workbook.all(Skill)))
        sentences = [
            f"From your resume: {counted(found, 'name')} that your list lacks.",
            *self._resume.remarks,
        ]
        return joined(html('<p class="rutkit-hint">{text}</p>', text=text) for text in sentences)

    def _add_named(self, sent: Mapping[str, str]) -> None:
        wanted = skill_key(sent["name"])
        chosen = next((s for s in self._all_suggested(OFFERED_NAMES) if skill_key(s.name) == wanted), None)
        if chosen:
            self._view.workbook.add(as_skill(chosen), label=f"added the skill {chosen.name}")
            self._view.page.status.saved()


def _offered(suggested: Sequence[Suggestion]) -> Markup:
    rows = joined(
        html(
            "<li><div><b>{name}</b><p>{why}</p></div>"
            '<button type="button" class="{rank}" data-action="add-skill" data-name="{name}" '
            'aria-label="Add {name}">Add</button></li>',
            name=each.name,
            why=each.why,
            rank=Rank.QUIET.value,
        )
        for each in suggested
    )
    return html('<ul class="rutkit-actions">{rows}</ul>', rows=rows)
