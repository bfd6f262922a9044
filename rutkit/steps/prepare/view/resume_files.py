"""Step 10 on the screen: a resume from a file into the master, or as text to copy from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from rutkit.exchange.json_resume import ResumeDocument, read_document
from rutkit.steps.prepare.importing import Additions, additions
from rutkit.steps.prepare.resume import read_master
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button
from rutkit.widgets.markup import Markup, block, html, joined, put, row, stack
from rutkit.widgets.newest_work import NewestWork
from rutkit.widgets.upload import Upload
from rutkit.widgets.view import View

T = TypeVar("T")

MAXIMUM_BYTES = 200_000_000
"""Of a file that is picked: a whole copy of somebody's LinkedIn data comes with their pictures."""


class ResumeFiles:
    """Reads a file, says what it would add, and adds it as one change."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._found: ResumeDocument | None = None
        self._filename = ""
        page = view.page
        self._reading = NewestWork(page)
        kinds: tuple[tuple[str, str, Callable[[bytes, str], object]], ...] = (
            ("Read a JSON Resume", ".json", self._read_json),
            ("Read a copy of your LinkedIn data", ".zip,.csv", self._read_linkedin),
            ("Show the text of a PDF or Word file", ".pdf,.docx", self._read_text),
        )
        self._uploads = [
            Upload(page, text, accept, on_file, maximum_bytes=MAXIMUM_BYTES)
            for text, accept, on_file in kinds
        ]
        self._says = block()
        self._choice = row(
            button(page, "Add this to your master", self._add),
            button(page, "Cancel", self._forget, Rank.QUIET),
            classes=("rutkit-buttons",),
        )
        self.widget = stack(
            block(html('<p class="rutkit-hint">{text}</p>', text=_HOW)),
            row(*(upload.widget for upload in self._uploads), classes=("rutkit-buttons",)),
            self._says,
            self._choice,
            classes=("rutkit-import",),
        )
        shared.show(self._choice, False)

    def close(self) -> None:
        """Take no more files, and take everything away."""
        self._reading.drop()
        for upload in self._uploads:
            upload.close()
        shared.close(self.widget)

    def _read_json(self, content: bytes, filename: str) -> None:
        self._read(lambda: read_document(content, filename), self._offer, filename)

    def _read_linkedin(self, content: bytes, filename: str) -> None:
        from rutkit.exchange.linkedin.profile import read_profile

        self._read(lambda: read_profile(content, filename), self._offer, filename)

    def _read_text(self, content: bytes, filename: str) -> None:
        from rutkit.exchange.documents import document_text

        self._read(lambda: document_text(content, filename), self._show_text, filename)

    def _read(self, work: Callable[[], T], then: Callable[[T, str], object], filename: str) -> None:
        """Read a file beside the page; all kinds share one place, which belongs to the file that was picked last."""
        self._forget()
        put(self._says, html('<p class="rutkit-hint">{text}</p>', text=f"Reading “{filename}”…"))
        self._reading.begin(work, lambda found: then(found, filename), otherwise=self._forget)

    def _show_text(self, text: str, filename: str) -> None:
        put(
            self._says,
            html(
                '<p class="rutkit-hint">The text of “{name}”, without its layout. Copy from it what you need into the '
                "fields of your master; it is not kept.</p>"
                '<pre class="rutkit-document" tabindex="0" role="region" aria-label="The text of {name}">{text}</pre>',
                name=filename,
                text=text,
            ),
        )

    def _offer(self, found: ResumeDocument, filename: str) -> None:
        self._found, self._filename = found, filename
        made = self._additions(found)
        put(self._says, _described(made, filename))
        shared.show(self._choice, not made.is_empty)

    def _additions(self, found: ResumeDocument) -> Additions:
        return additions(found.content, read_master(self._view.workbook), found.remarks)

    def _add(self) -> None:
        if self._found is None:
            return
        # Worked out once more: another window may have added some of it since it was shown.
        made, workbook, label = self._additions(self._found), self._view.workbook, f"read {self._filename}"
        with workbook.batch(label):
            workbook.add_many(made.to_add, label=label)
            for record in made.to_update:
                workbook.update(record, label=label)
        self._forget()
        self._view.page.status.saved()

    def _forget(self) -> None:
        self._found = None
        put(self._says, "")
        shared.show(self._choice, False)


_HOW = (
    "Nothing is sent anywhere, nothing you wrote is overwritten, and what you add can be undone. LinkedIn gives you a "
    "copy of your data if you ask for it in its settings."
)


def _described(made: Additions, filename: str) -> Markup:
    remarks = joined(html("<li>{text}</li>", text=remark) for remark in made.remarks)
    return html(
        "<p><b>“{name}”</b>: {sentence}</p>{remarks}",
        name=filename,
        sentence=made.sentence,
        remarks=html('<ul class="rutkit-conditions">{remarks}</ul>', remarks=remarks)
        if remarks
        else Markup(""),
    )
