"""Step 5 on the screen: what is asked for, and the sentences behind it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

import ipywidgets as widgets

from rutkit.chart import Chart, Palette
from rutkit.formatting import counted, format_date, format_share, format_share_interval
from rutkit.steps.market.extract.reading import Kind
from rutkit.steps.market.records import SkillChoice
from rutkit.steps.market.view.current import CurrentMarket
from rutkit.steps.market.view.marking import EVIDENCE, marked_span
from rutkit.steps.market.view.posting import READ
from rutkit.steps.market.view.role import ChosenRole
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button, card
from rutkit.widgets.markup import Markup, block, html, joined, put, row, stack
from rutkit.widgets.view import View

if TYPE_CHECKING:
    from rutkit.steps.market.demand import Demand
    from rutkit.steps.market.evidence import Evidence
    from rutkit.steps.market.market import Market

SHOWN_SKILLS = 40
SHOWN_SENTENCES = 8
KINDS = (
    (Kind.TOOL, "Tools"),
    (Kind.LANGUAGE, "Languages"),
    (Kind.METHOD, "Methods"),
    (Kind.KNOWLEDGE, "Knowledge"),
    (Kind.CERTIFICATION, "Certificates and licenses"),
    (Kind.SOFT, "How you work with others"),
)


class SkillCards:
    """The most wanted skills as a chart, every skill as a button, and the sentences that name one."""

    def __init__(self, view: View, current: CurrentMarket, chosen: ChosenRole) -> None:
        self._view = view
        self._current = current
        self._chosen = chosen
        self._shows_all = False
        self._shown: str | None = None
        self._sentences = SHOWN_SENTENCES
        self._list = block()
        self._more_skills = button(view.page, "Show all skills", self._show_all, Rank.QUIET)
        self._evidence = block()
        self._more_sentences = button(view.page, "Show more sentences", self._show_more, Rank.QUIET)
        self._put_away = button(view.page, "Close", self._close_evidence, Rank.QUIET)
        self._behind = stack(
            self._evidence,
            row(self._more_sentences, self._put_away, classes=("rutkit-buttons",)),
            classes=("rutkit-evidence",),
        )

    def cards(self) -> Sequence[widgets.Widget]:
        """The skills, and which go together."""
        page, current = self._view.page, self._current
        self._forget = [
            page.bridge.on_action(EVIDENCE, page.guard(lambda sent: self.show(sent["name"]))),
            page.bridge.on_action(REJECT, page.guard(lambda sent: self._reject(sent["word"]))),
        ]
        self._view.keep(self)
        current.on_news(self._draw)
        self._chosen.on_change(self._close_evidence)
        shared.show(self._behind, False)
        shared.show(self._more_skills, False)
        return [
            card(
                "Skill by skill",
                current.widget,
                current.chart("demand", self._draw_skills),
                self._list,
                self._more_skills,
                self._behind,
                wide=True,
            ),
            card("What goes together", current.chart("together", _draw_pairs), wide=True),
        ]

    def show(self, skill: str) -> None:
        """Show the sentences behind a skill, and put the keyboard there."""
        self._shown = skill
        self._sentences = SHOWN_SENTENCES
        self._draw()
        self._view.page.bridge.focus(".rutkit-evidence h3")

    def close(self) -> None:
        """Stop listening to clicks."""
        for forget in self._forget:
            forget()

    def _draw_skills(self, market: Market, palette: Palette) -> Chart:
        from rutkit.steps.market import charts

        return charts.skills_chart(market, palette, action=EVIDENCE)

    def _draw(self) -> None:
        from rutkit.steps.market.demand import demand

        asked = demand(self._current.market)
        put(self._list, _skill_buttons(asked if self._shows_all else asked[:SHOWN_SKILLS], self._shown))
        shared.show(self._more_skills, len(asked) > SHOWN_SKILLS and not self._shows_all)
        self._draw_evidence({each.name: each for each in asked})

    def _draw_evidence(self, asked: dict[str, Demand]) -> None:
        from rutkit.steps.market.evidence import evidence

        shared.show(self._behind, self._shown is not None)
        if self._shown is None:
            return
        found = list(islice(evidence(self._current.market, self._shown), self._sentences + 1))
        shared.show(self._more_sentences, len(found) > self._sentences)
        put(self._evidence, _behind(self._shown, asked.get(self._shown), found[: self._sentences]))

    def _show_all(self) -> None:
        self._shows_all = True
        self._draw()

    def _show_more(self) -> None:
        self._sentences *= 4
        self._draw()

    def _close_evidence(self) -> None:
        self._shown = None
        self._draw()

    def _reject(self, word: str) -> None:
        """These words stand for no skill, in the postings of this role."""
        role = self._chosen.role
        if role:
            choice = SkillChoice(role=role.id, word=word, verdict="not a skill")
            self._view.workbook.put(choice, label=f"said that “{word}” is not a skill")
            self._view.page.status.saved()


REJECT = "market-reject"


def _draw_pairs(market: Market, palette: Palette) -> Chart:
    from rutkit.steps.market import charts

    return charts.pairs_chart(market, palette)


def _skill_buttons(asked: Sequence[Demand], shown: str | None) -> Markup:
    if not asked:
        return Markup("")
    groups = ((title, [each for each in asked if each.kind is kind]) for kind, title in KINDS)
    return html(
        '<p class="rutkit-hint">Press a skill to read the sentences behind its number.</p>{groups}',
        groups=joined(
            html(
                '<h3 class="rutkit-hint">{title}</h3><ul class="rutkit-skills">{chips}</ul>',
                title=title,
                chips=joined(_chip(each, is_shown=each.name == shown) for each in members),
            )
            for title, members in groups
            if members
        ),
    )


def _chip(each: Demand, *, is_shown: bool) -> Markup:
    return html(
        '<li><button type="button" class="rutkit-chip" data-action="{action}" data-name="{name}" '
        'aria-pressed="{shown}">{name} · {count}</button></li>',
        action=EVIDENCE,
        name=each.name,
        shown=str(is_shown).lower(),
        count=each.asked,
    )


def _behind(skill: str, asked: Demand | None, found: Sequence[Evidence]) -> Markup:
    if asked is None:
        return html(
            "<h3>{skill}</h3><p>None of your postings names it now. What you said of it stands under “Words”, to be "
            "taken back.</p>",
            skill=skill,
        )
    return html(
        '<h3>{skill}: {count} of {n}</h3><p class="rutkit-hint">{share}'
        "Required in {required}, preferred in {preferred}, not said which in {unstated}. “Not a skill” leaves the "
        "marked word out of all your postings for this role, not only out of this sentence.</p>"
        '<ul class="rutkit-sentences">{rows}</ul>',
        skill=skill,
        count=asked.asked,
        n=counted(asked.n, "posting"),
        share=_share(asked),
        required=asked.required,
        preferred=asked.preferred,
        unstated=asked.unstated,
        rows=joined(map(_sentence, found)),
    )


def _share(asked: Demand) -> str:
    """With its interval; nothing where it would be chance."""
    from rutkit.steps.market.market import FEWEST_FOR_A_FINDING

    if asked.n < FEWEST_FOR_A_FINDING:
        return ""
    interval = format_share_interval(asked.interval.low, asked.interval.high)
    return f"{format_share(asked.share)} (95 % interval {interval}). "


def _sentence(each: Evidence) -> Markup:
    posting = each.posting
    words = each.sentence[each.start : each.end]
    return html(
        '<li>{sentence}<p class="rutkit-hint">{requirement} · '
        '<button type="button" class="rutkit-link" data-action="{read}" data-id="{id}">{title}</button>'
        "{company}{posted} · "
        '<button type="button" class="rutkit-link" data-action="{reject}" data-word="{words}" '
        'aria-label="“{words}” is not a skill here">Not a skill</button></p></li>',
        sentence=marked_span(each.sentence, each.start, each.end, each.requirement),
        requirement="not said which" if each.requirement.value == "unstated" else each.requirement.value,
        read=READ,
        id=posting.id,
        title=posting.title or "a posting without a title",
        company=f", {posting.company}" if posting.company else "",
        posted=f", {format_date(posting.posted)}" if posting.posted else "",
        reject=REJECT,
        words=words,
    )
