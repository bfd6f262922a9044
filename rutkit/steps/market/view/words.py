"""Step 5 on the screen: words that rutkit does not know, what was decided about words, and further lists of skills."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import ipywidgets as widgets

from rutkit.formatting import counted
from rutkit.steps.market.records import LoadedVocabulary, SkillChoice, SkillKind, Verdict
from rutkit.steps.market.view.current import CurrentMarket
from rutkit.steps.market.view.reading import ReadingAgain
from rutkit.steps.market.view.role import ChosenRole
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button, card
from rutkit.widgets.download import download_link, export_links
from rutkit.widgets.folded import Folded
from rutkit.widgets.markup import Markup, block, html, joined, put, row, stack
from rutkit.widgets.upload import Upload
from rutkit.widgets.view import View

if TYPE_CHECKING:
    from rutkit.steps.market.candidates import Candidate

SHOWN_WORDS = 8
ACCEPT, RENAME, IGNORE, FORGET = (f"market-word-{verb}" for verb in ("accept", "rename", "ignore", "forget"))
DROP = "market-vocabulary-drop"
MAXIMUM_BYTES = 100_000_000
"""ESCO's skills with all their labels and descriptions are some 15 MB."""


class WordCards:
    """The review loop: what may be a skill is offered, and each choice applies at once to all postings of the role."""

    def __init__(self, view: View, current: CurrentMarket, chosen: ChosenRole) -> None:
        self._view = view
        self._workbook = view.workbook
        self._current = current
        self._chosen = chosen
        self._candidates: Sequence[Candidate] = ()
        self._words = block()
        self._naming = Naming(view, current, self._decide)
        self._made = block()
        self._links = block()
        self._take_along = view.keep(
            Folded(view.page, "Take them along", lambda: self._links, on_open=self._draw_links)
        )
        self._loaded = block()
        self._again = view.keep(ReadingAgain(view, current))
        self._upload = view.keep(
            Upload(
                view.page,
                "Choose a file from O*NET or ESCO",
                ".txt,.tsv,.csv,.xlsx",
                self._load,
                maximum_bytes=MAXIMUM_BYTES,
            )
        )

    def cards(self) -> Sequence[widgets.Widget]:
        """What is open, what is decided, and further lists."""
        view, page = self._view, self._view.page
        self._forget = [
            page.bridge.on_action(action, page.guard(handler))
            for action, handler in (
                (ACCEPT, lambda sent: self._decide(sent["word"], "a skill")),
                (RENAME, lambda sent: self._naming.ask(sent["word"])),
                (IGNORE, lambda sent: self._decide(sent["word"], "not a skill")),
                (FORGET, lambda sent: self._take_back(sent["id"])),
                (DROP, lambda sent: self._drop(sent["id"])),
            )
        ]
        view.keep(self)
        self._current.on_news(self._draw_words)
        view.follow(self._draw_made, SkillChoice)
        self._chosen.on_change(self._draw_made)
        view.follow(self._draw_loaded, LoadedVocabulary)
        return [
            card(
                "Words that rutkit does not know",
                self._words,
                self._naming.widget,
                hint="Asked for in your postings, and in none of rutkit’s lists. What you say counts for this role.",
            ),
            stack(
                card("What you have said", self._made, self._take_along.widget),
                card(
                    "Further lists of skills",
                    self._again.widget,
                    self._loaded,
                    self._upload.widget,
                    hint="“Technology Skills” from onetcenter.org, or the skills from esco.ec.europa.eu, "
                    "as you downloaded them.",
                ),
                classes=("rutkit-side",),
            ),
        ]

    def close(self) -> None:
        """Stop listening to clicks; the links stand nowhere until they are asked for, so nobody else closes them."""
        for forget in self._forget:
            forget()
        self._links.close()

    def _decide(self, word: str, verdict: Verdict, name: str = "", kind: SkillKind = "knowledge") -> None:
        role = self._chosen.role
        if role:
            choice = SkillChoice(role=role.id, word=word, verdict=verdict, name=name, kind=kind)
            said = f"{verdict} {name}".strip()
            self._workbook.put(choice, label=f"said that “{word}” is {said}")
            self._view.page.status.saved()

    def _take_back(self, choice_id: str) -> None:
        choice = self._workbook.get(SkillChoice, choice_id)
        if choice:
            self._workbook.remove(choice)
            self._view.page.status.removed(SkillChoice.noun)

    def _load(self, content: bytes, filename: str) -> None:
        from rutkit.steps.market.vocabularies import load

        self._view.page.in_background(lambda: load(content, filename), self._add_vocabulary)

    def _add_vocabulary(self, vocabulary: LoadedVocabulary) -> None:
        self._workbook.add(vocabulary, label=f"loaded the skills of {vocabulary.name}")
        self._view.page.status.saved()

    def _drop(self, vocabulary_id: str) -> None:
        vocabulary = self._workbook.get(LoadedVocabulary, vocabulary_id)
        if vocabulary:
            self._workbook.remove(vocabulary)
            self._view.page.status.removed(LoadedVocabulary.noun)

    def _draw_words(self) -> None:
        from rutkit.steps.market.candidates import candidates

        self._candidates = candidates(self._current.market)
        if self._candidates:
            put(
                self._words,
                html(
                    '<ul class="rutkit-words">{rows}</ul>',
                    rows=joined(map(_candidate, self._candidates[:SHOWN_WORDS])),
                ),
            )
        else:
            put(self._words, html('<p class="rutkit-empty">{text}</p>', text=self._nothing()))

    def _nothing(self) -> str:
        if self._current.market.n < FEW:
            return "Nothing yet. What at least two of your postings ask for, and rutkit does not know, will stand here."
        return "Nothing is open. Every word that two of your postings ask for is known, or you have said what it is."

    def _draw_made(self) -> None:
        made = self._choices()
        shared.show(self._take_along.widget, bool(made))
        if made:
            rows = joined(map(_choice, reversed(made)))
            put(self._made, html('<ul class="rutkit-words">{rows}</ul>', rows=rows))
        else:
            put(self._made, html('<p class="rutkit-empty">{text}</p>', text=NOTHING_SAID))
        self._draw_links()

    def _choices(self) -> list[SkillChoice]:
        """Those made for the role, oldest first."""
        role = self._chosen.role
        return [choice for choice in self._workbook.all(SkillChoice) if role and choice.role == role.id]

    def _draw_links(self) -> None:
        if not self._take_along.is_open:
            return
        from rutkit.steps.market.choices import as_vocabulary

        made = self._choices()
        as_file = download_link(
            "as a list of skills",
            "rutkit-skills.txt",
            "text/plain;charset=utf-8",
            as_vocabulary(made).encode(),
        )
        put(
            self._links,
            html(
                "{links}<p>Or {file}, which can be loaded elsewhere.</p>",
                links=export_links(SkillChoice, made),
                file=as_file,
            ),
        )

    def _draw_loaded(self) -> None:
        loaded = self._workbook.all(LoadedVocabulary)
        rows = joined(
            html(
                '<li>{name}{source} <button type="button" class="rutkit-link" data-action="{drop}" data-id="{id}" '
                'aria-label="Remove {name}">Remove</button></li>',
                name=vocabulary.name,
                source=html(' <span class="rutkit-hint">{text}</span>', text=vocabulary.source),
                drop=DROP,
                id=vocabulary.id,
            )
            for vocabulary in loaded
        )
        put(
            self._loaded,
            html('<ul class="rutkit-words">{rows}</ul>', rows=rows)
            if loaded
            else html('<p class="rutkit-empty">{text}</p>', text=NOTHING_LOADED),
        )


FEW = 2
NOTHING_SAID = "Nothing yet. What you accept, rename or ignore stands here, to be taken back or taken along."
NOTHING_LOADED = "None. rutkit knows some thousand skills by itself; a list of your field may know more."


class Naming:
    """Asks which skill a word is another name of."""

    def __init__(
        self, view: View, current: CurrentMarket, decide: Callable[[str, Verdict, str], object]
    ) -> None:
        self._view = view
        self._current = current
        self._decide = decide
        self._word = ""
        self._says = block()
        self._name = shared.make(widgets.Combobox, description="The skill it is another name of")
        page = view.page
        self.widget = stack(
            self._says,
            stack(self._name, classes=("rutkit-field",)),
            row(
                button(page, "Save it", self._save),
                button(page, "Cancel", self._put_away, Rank.QUIET),
                classes=("rutkit-buttons",),
            ),
            classes=("rutkit-form", "rutkit-naming", "rutkit-submits"),
        )
        shared.show(self.widget, False)

    def ask(self, word: str) -> None:
        """Ask it for this word; the skills that the postings name are offered."""
        self._word = word
        self._name.value = ""
        self._name.options = tuple(sorted(self._current.market.kinds))
        put(self._says, html("<p>“{word}” is another name of …</p>", word=word))
        shared.show(self.widget, True)
        self._view.page.bridge.focus(".rutkit-naming input")

    def _save(self) -> None:
        name = str(self._name.value).strip()
        if not name:
            self._view.page.notices.show(
                f"Please say first which skill “{self._word}” is another name of. Nothing was changed."
            )
            return
        self._decide(self._word, "another name of", name)
        self._put_away()

    def _put_away(self) -> None:
        shared.show(self.widget, False)


def _candidate(each: Candidate) -> Markup:
    buttons = joined(
        html(
            '<button type="button" class="rutkit-link" data-action="{action}" data-word="{word}" '
            'aria-label="{word}: {text}">{text}</button> ',
            action=action,
            word=each.word,
            text=text,
        )
        for action, text in (
            (ACCEPT, "A skill"),
            (RENAME, "Another name of …"),
            (IGNORE, "Not a skill"),
        )
    )
    return html(
        '<li><b>{word}</b> <span class="rutkit-hint">in {count} of {n}</span><p class="rutkit-hint">“{sentence}”</p>'
        '<div class="rutkit-buttons">{buttons}</div></li>',
        word=each.word,
        count=counted(each.postings, "posting"),
        n=each.n,
        sentence=each.sentence,
        buttons=buttons,
    )


def _choice(choice: SkillChoice) -> Markup:
    return html(
        "<li>“{word}” is {verdict} <b>{name}</b> "
        '<button type="button" class="rutkit-link" data-action="{forget}" data-id="{id}" '
        'aria-label="Take back: “{word}” is {verdict} {name}">Take back</button></li>',
        word=choice.word,
        verdict=choice.verdict,
        name=choice.name,
        forget=FORGET,
        id=choice.id,
    )
