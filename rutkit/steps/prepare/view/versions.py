"""Step 10 on the screen: tailored versions, what each shows, and the files to send."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import ipywidgets as widgets

from rutkit.exchange.json_resume import write_document
from rutkit.steps.prepare.records import ResumeVersion
from rutkit.steps.prepare.resume import to_document
from rutkit.steps.prepare.versions import Node, moved, name_of, outline, shown, toggled
from rutkit.steps.prepare.view.chosen_version import ChosenVersion
from rutkit.steps.prepare.view.coverage import CoveragePart
from rutkit.widgets.card import card
from rutkit.widgets.collection import Collection
from rutkit.widgets.download import download_link
from rutkit.widgets.folded import Folded
from rutkit.widgets.markup import Markup, block, html, joined, put
from rutkit.widgets.newest_work import NewestWork
from rutkit.widgets.view import View

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class VersionsCard:
    """The list of versions, the lines of one, what is asked for, and files."""

    def __init__(self, view: View) -> None:
        self._view = view

    def cards(self) -> Sequence[widgets.Widget]:
        """The versions, what one shows, and how far that covers what is asked for."""
        view = self._view
        chosen = view.keep(ChosenVersion(view))
        listed = view.keep(
            Collection(
                view.page,
                ResumeVersion,
                columns=("name", "label"),
                add_label="Begin a version",
                empty="None yet. Begin one for the posting that you like best.",
                fields=("name", "label", "summary", "notes"),
            )
        )
        lines, files = view.keep(VersionLines(view, chosen)), view.keep(VersionFiles(view, chosen))
        return [
            card(
                "Versions",
                listed.widget,
                chosen.widget,
                files.widget,
                hint="A version says nothing that your master does not say: it chooses and orders.",
                wide=True,
            ),
            card(
                "Does it show what is asked for?",
                view.keep(CoveragePart(view, chosen)).widget,
                hint="Only what is true belongs there; nobody needs all of it.",
                wide=True,
            ),
            card("What the version shows", lines.widget, wide=True),
        ]


class VersionLines:
    """Everything in the master, with what the version leaves out and the order it has."""

    def __init__(self, view: View, chosen: ChosenVersion) -> None:
        self._view = view
        self._chosen = chosen
        self.widget = block()
        page = view.page
        actions: tuple[tuple[str, Callable[[dict[str, str]], object]], ...] = (
            ("resume-toggle", lambda sent: self._toggle(sent["key"])),
            ("resume-up", lambda sent: self._move(sent["key"], -1)),
            ("resume-down", lambda sent: self._move(sent["key"], 1)),
        )
        self._forget = [page.bridge.on_action(name, page.guard(handler)) for name, handler in actions]
        chosen.on_change(self._draw)

    def close(self) -> None:
        """Stop listening to clicks, and take it away."""
        for forget in self._forget:
            forget()
        self.widget.close()

    def _toggle(self, key: str) -> None:
        self._change(lambda nodes: toggled(nodes, key), "resume-toggle", key)

    def _move(self, key: str, by: int) -> None:
        self._change(lambda nodes: moved(nodes, key, by), "resume-up" if by < 0 else "resume-down", key)

    def _change(self, change: Callable[[Sequence[Node]], str], action: str, key: str) -> None:
        version = self._chosen.version
        if version:
            lines = change(outline(version, self._chosen.master))
            self._chosen.change(f"changed the lines of {name_of(version)}", lines=lines)
            self._draw()
            # The buttons are new ones now; whoever goes by keyboard stays where they were.
            self._view.page.bridge.focus(f'.rutkit-outline [data-action="{action}"][data-key="{key}"]')

    def _draw(self) -> None:
        version = self._chosen.version
        nodes = outline(version, self._chosen.master) if version else ()
        if version is None:
            put(
                self.widget,
                _nothing("Once there is a version, its lines stand here to choose from and to order."),
            )
        elif not nodes:
            put(
                self.widget,
                _nothing("Your master has no sections yet; what you add there stands here to choose from."),
            )
        else:
            put(self.widget, _listed(nodes, "rutkit-outline"))


class VersionFiles:
    """A version as files to send, written while their links are in sight."""

    def __init__(self, view: View, chosen: ChosenVersion) -> None:
        self._chosen = chosen
        self._writing = NewestWork(view.page)
        self._links = block()
        self._folded = Folded(view.page, "Files to send or print", lambda: self._links, on_open=self._draw)
        self.widget = self._folded.widget
        chosen.on_change(self._draw)

    def close(self) -> None:
        """Take everything away."""
        self._folded.close()
        self._links.close()

    def _draw(self) -> None:
        version = self._chosen.version
        self._writing.drop()
        if not self._folded.is_open:
            return
        if version is None:
            put(self._links, _nothing("Begin a version first."))
            return
        master = shown(version, self._chosen.master)
        name = _file_name(master.basics.name, name_of(version))
        self._writing.begin(lambda: _links(to_document(master), name), lambda links: put(self._links, links))


def _links(document: dict[str, object], name: str) -> Markup:
    from rutkit.exchange.resume_documents import print_page, sheet_of, word_file

    sheet = sheet_of(document)
    return html(
        "<p>{word}, {page} or {data}</p>",
        word=download_link("Word file (DOCX)", f"{name}.docx", WORD, word_file(sheet)),
        page=download_link("a page to print (HTML)", f"{name}.html", "text/html", print_page(sheet)),
        data=download_link(
            "JSON Resume", f"{name}.resume.json", "application/json", write_document(document)
        ),
    )


def _file_name(*parts: str) -> str:
    """A name that every file system takes, and that says whose resume it is."""
    words = re.findall(r"\w+", " ".join(parts))
    return "-".join(words)[:80] or "resume"


def _listed(nodes: Sequence[Node], kind: str = "") -> Markup:
    shown_last = max((number for number, node in enumerate(nodes) if node.is_shown), default=0)
    rows = joined(_row(node, number, shown_last) for number, node in enumerate(nodes))
    return html('<ul class="{kind}">{rows}</ul>', kind=kind, rows=rows)


def _row(node: Node, number: int, last: int) -> Markup:
    if not node.is_shown:
        return html(
            '<li class="rutkit-left-out"><div><span>{text}</span><span class="rutkit-row-actions">{show}</span></div>'
            "</li>",
            text=node.text,
            show=_button("resume-toggle", "Show", node),
        )
    return html(
        '<li><div><span>{text}</span><span class="rutkit-row-actions">{up}{down}{out}</span></div>{children}</li>',
        text=node.text,
        up=_button("resume-up", "Up", node, is_possible=number > 0),
        down=_button("resume-down", "Down", node, is_possible=number < last),
        out=_button("resume-toggle", "Leave out", node),
        children=_listed(node.children) if node.children else Markup(""),
    )


def _button(action: str, text: str, node: Node, *, is_possible: bool = True) -> Markup:
    return html(
        '<button type="button" class="rutkit-link" data-action="{action}" data-key="{key}" '
        'aria-label="{text}: {name}"{off}>{text}</button>',
        action=action,
        key=node.key,
        text=text,
        name=node.text,
        off=Markup("") if is_possible else Markup(" disabled"),
    )


def _nothing(text: str) -> Markup:
    return html('<p class="rutkit-empty">{text}</p>', text=text)
