"""Step 10 on the screen: letters to oneself, shut until their day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import ipywidgets as widgets

from rutkit.steps.prepare.evidence import WRITING
from rutkit.steps.prepare.letters import (
    a_quarter_on,
    is_sealed,
    letter_sentence,
    open_early,
    seal,
    sent,
    unsealed,
)
from rutkit.steps.prepare.records import Letter
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button, card, foldable
from rutkit.widgets.form import Form
from rutkit.widgets.markup import Markup, block, html, joined, put, stack
from rutkit.widgets.view import View

ANSWERED = 4
"""Open letters that can be answered: a year of them. Older ones can be read."""


class LetterCards:
    """A letter to write, and those that were written."""

    def __init__(self, view: View) -> None:
        self._view = view

    def cards(self) -> Sequence[widgets.Widget]:
        """The one being written, and the others."""
        view = self._view
        return [
            card(
                "A letter to yourself",
                view.keep(Writing(view)).widget,
                block(foldable("Does writing help?", html("<p>{text}</p>", text=WRITING))),
                hint="What you hope, what you fear, what you will have done. It opens in a quarter of a year.",
            ),
            card("Your letters", view.keep(Written(view)).widget),
        ]


class Writing:
    """The letter that is not sealed yet."""

    def __init__(self, view: View) -> None:
        self._view = view
        page, today = view.page, view.page.today()
        self._form = Form(
            page,
            Letter,
            record=unsealed(view.workbook.all(Letter)),
            fields=("text", "opens"),
            fixed={"written": today.isoformat()},
            initial={"opens": a_quarter_on(today).isoformat()},
        )
        self.widget = stack(
            self._form.widget, button(page, "Seal the letter", self._seal), classes=("rutkit-form",)
        )

    def close(self) -> None:
        """Take it away; the draft stays."""
        self._form.close()
        shared.close(self.widget)

    def _seal(self) -> None:
        letter, today = self._form.record, self._view.page.today()
        if letter is None or not letter.text.strip():
            self._form.complain("There is nothing to seal yet: write a line or two first.")
        elif self._form.has_unsaved_input:
            self._form.complain("Please look at the day first: it cannot be read as one.")
        elif letter.opens <= today:
            self._form.complain("Choose a day to come: on this one it would be open already.")
        else:
            self._view.workbook.update(seal(letter, today), label="sealed the letter")
            self._form.show(None, fixed={"written": today.isoformat()})
            self._view.page.status.saved()


class Written:
    """The sealed letters with a way to open them early that takes two steps, and the open ones with an answer."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._asked = ""
        """Id of the sealed letter of which the person is asked whether to open it."""
        self._sealed = block()
        self._open = stack(classes=("rutkit-form",))
        self._older = block()
        self._forms: list[Form[Letter]] = []
        self._shown: tuple[str, ...] = ()
        self.widget = stack(self._sealed, self._open, self._older, classes=("rutkit-form", "rutkit-letters"))
        view.on_action("ask-to-open-letter", lambda sent: self._ask(sent["id"]))
        view.on_action("leave-letter-sealed", lambda _: self._ask(""))
        view.on_action("open-letter", self._open_early)
        view.follow(self._draw, Letter)

    def close(self) -> None:
        """Take it away, with its forms."""
        self._clear()
        shared.close(self.widget)

    def _clear(self) -> None:
        for form in self._forms:
            form.close()
        self._forms.clear()
        gone, self._open.children = self._open.children, ()
        shared.close(*gone)

    def _draw(self) -> None:
        """A letter that is being answered stays where it is: the forms are made anew only for other letters."""
        today = self._view.page.today()
        letters = sent(self._view.workbook.all(Letter))
        sealed = [letter for letter in letters if is_sealed(letter, today)]
        read = [letter for letter in letters if not is_sealed(letter, today)]
        shown = tuple(letter.id for letter in read[:ANSWERED])
        if shown != self._shown:
            self._shown = shown
            self._clear()
            self._open.children = [self._answerable(letter) for letter in read[:ANSWERED]]
        put(
            self._sealed,
            joined(self._shut(letter) for letter in reversed(sealed))
            + (_SEAL if sealed else "")
            + (Markup("") if letters else html('<p class="rutkit-empty">{text}</p>', text=_NOTHING)),
        )
        put(
            self._older,
            joined(
                _readable(letter, letter_sentence(letter, today)) + _reply(letter)
                for letter in read[ANSWERED:]
            ),
        )

    def _shut(self, letter: Letter) -> Markup:
        if letter.id != self._asked:
            return html(
                "<p>{sentence} {button}</p>",
                sentence=letter_sentence(letter, self._view.page.today()),
                button=_button("Open it early", "ask-to-open-letter", letter, Rank.QUIET),
            )
        return html(
            '<div class="rutkit-say"><p>{question}</p><p class="rutkit-buttons">{yes} {no}</p></div>',
            question="You sealed it so that somebody who knows more would read it. Open it all the same?",
            yes=_button("Yes, open it now", "open-letter", letter, Rank.SECOND),
            no=_button("Leave it sealed", "leave-letter-sealed", letter, Rank.QUIET),
        )

    def _answerable(self, letter: Letter) -> widgets.Widget:
        form = Form(self._view.page, Letter, record=letter, fields=("reply",))
        self._forms.append(form)
        return stack(
            block(_readable(letter, letter_sentence(letter, self._view.page.today()))),
            form.widget,
            classes=("rutkit-form", "rutkit-letter"),
        )

    def _ask(self, letter_id: str) -> None:
        self._asked = letter_id
        self._draw()

    def _open_early(self, sent: Mapping[str, str]) -> None:
        letter = self._view.workbook.get(Letter, sent["id"])
        if letter:
            self._asked = ""
            opened = open_early(letter, self._view.page.today())
            self._view.workbook.update(opened, label="opened a letter early")
            self._view.page.status.saved()


_NOTHING = "None yet. The one you seal first waits here."

_SEAL = Markup(
    '<p class="rutkit-source">The seal holds on this page. In a file that you export, the letter can be read.</p>'
)


def _button(text: str, action: str, letter: Letter, rank: Rank) -> Markup:
    return html(
        '<button type="button" class="{rank}" data-action="{action}" data-id="{id}">{text}</button>',
        rank=rank.value,
        action=action,
        id=letter.id,
        text=text,
    )


def _readable(letter: Letter, sentence: str) -> Markup:
    paragraphs = joined(html("<p>{text}</p>", text=part) for part in letter.text.split("\n") if part.strip())
    return html(
        "<p>{sentence}</p>{letter}",
        sentence=sentence,
        letter=foldable("Read it", html("<blockquote>{paragraphs}</blockquote>", paragraphs=paragraphs)),
    )


def _reply(letter: Letter) -> Markup:
    return html("<p>{reply}</p>", reply=letter.reply) if letter.reply.strip() else Markup("")
