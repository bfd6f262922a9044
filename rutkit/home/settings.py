"""Cards about the workbook as a whole: the file and its copies, the passphrase, the currency."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import ipywidgets as widgets

from rutkit.errors import RutkitError
from rutkit.formatting import format_moment
from rutkit.home.moving.cards import BringIn, TakeAlong
from rutkit.home.passphrase import PassphraseFields
from rutkit.preferences import Preferences
from rutkit.serving.visit import is_owners_alone
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button, card, columns
from rutkit.widgets.download import download_link
from rutkit.widgets.folded import Folded
from rutkit.widgets.form import Form
from rutkit.widgets.markup import Markup, block, html, joined, put, row, stack
from rutkit.widgets.upload import Upload
from rutkit.widgets.view import View
from rutkit.workbook import moment_of

LISTED_BACKUPS = 10

NO_WAY_BACK = (
    "Nobody can open the file without the passphrase: not rutkit, not its makers. If you lose it, everything in the "
    "file is lost. Write it down and keep it somewhere safe before you go on. Four or five unrelated words are hard to "
    "guess and easy to type; a short word is not safe."
)


def settings_cards(view: View) -> widgets.Widget:
    """All that is about the workbook as a whole."""
    return columns(
        card(
            "The file and its copies",
            *view.keep(FilePanel(view)).parts(),
            hint="Everything is in one file that is yours.",
        ),
        card(
            "Take your answers along",
            *view.keep(TakeAlong(view)).parts(),
            hint="For another program, for paper, or for another workbook.",
        ),
        card(
            "Bring answers in",
            *view.keep(BringIn(view)).parts(),
            hint="What another workbook took along as JSON. You see what will change before anything does. "
            "Tables (CSV, Excel) come in on the page of their step.",
        ),
        stack(
            card("Money", view.keep(Form(view.page, Preferences, fields=["currency"])).widget),
            card(
                "Lock it with a passphrase",
                Folded(
                    view.page,
                    "Set or change the passphrase",
                    lambda: stack(*view.keep(LockPanel(view)).parts(), classes=("rutkit-form",)),
                ).widget,
                hint="Then nobody can read the file or a copy of it without you.",
            ),
            classes=("rutkit-side",),
        ),
    )


class FilePanel:
    """Where the file is, copies to take along, and the way back to a backup."""

    def __init__(self, view: View) -> None:
        self._page = view.page
        self._workbook = view.workbook
        self._says = block(self._where())
        self._result = block()
        self._backups = block()
        self._forget = view.page.bridge.on_action(
            "restore", view.page.guard(lambda sent: self._restore(sent["name"]))
        )
        self._upload = Upload(view.page, "Bring a copy back", ".rutkit", self._bring_back, Rank.QUIET)

    def parts(self) -> Sequence[widgets.Widget]:
        """The widgets of the card."""
        page = self._page
        return [
            self._says,
            row(
                button(page, "Take a copy along", self._take_along, Rank.SECOND),
                self._upload.widget,
                classes=("rutkit-buttons",),
            ),
            self._result,
            Folded(page, "Backups", self._make_backups).widget,
        ]

    def close(self) -> None:
        """Stop listening to clicks and files."""
        self._forget()
        self._upload.close()
        shared.close(self._backups)

    def _where(self) -> Markup:
        if self._workbook.is_temporary:
            return html('<p class="rutkit-say">{text}</p>', text=TEMPORARY)
        if is_owners_alone():
            return html(
                '<p>{text}</p><p><a class="rutkit-link" href="{address}">Log out</a> when you leave a computer that '
                "others use.</p>",
                text=KEPT_ELSEWHERE,
                address=f"{os.environ.get('JUPYTERHUB_SERVICE_PREFIX', '/')}logout",
            )
        return html(
            "<p>It is at <code>{path}</code>. rutkit makes a backup before the first change of each day.</p>",
            path=self._workbook.path,
        )

    def _take_along(self) -> None:
        name = self._workbook.path.name
        link = download_link(f"Save {name}", name, "application/vnd.sqlite3", self._workbook.content())
        put(self._result, html("<p>Ready: {link}</p>", link=link))

    def _bring_back(self, content: bytes, filename: str) -> None:
        with tempfile.TemporaryDirectory(prefix="rutkit-") as folder:
            copy = Path(folder) / "copy.rutkit"
            copy.write_bytes(content)
            self._put_in_place(copy, f"“{filename}”")

    def _make_backups(self) -> widgets.Widget:
        self._list_backups()
        return stack(button(self._page, "Make a backup now", self._back_up, Rank.SECOND), self._backups)

    def _back_up(self) -> None:
        made = self._workbook.back_up()
        put(
            self._result,
            html("<p>Backed up as <code>{name}</code>.</p>", name=made.name)
            if made
            else html("<p>{text}</p>", text="There is nothing to back up yet."),
        )
        self._list_backups()

    def _list_backups(self) -> None:
        rows = joined(
            html(
                '<li>{name} <button type="button" class="rutkit-link" data-action="restore" data-name="{file}" '
                'aria-label="Go back to {name}">Go back to it</button></li>',
                name=format_moment(moment_of(backup)),
                file=backup.name,
            )
            for backup in self._workbook.backups()[:LISTED_BACKUPS]
        )
        put(
            self._backups,
            html('<ul class="rutkit-backups">{rows}</ul>', rows=rows) if rows else html("<p>None yet.</p>"),
        )

    def _restore(self, name: str) -> None:
        backup = next((copy for copy in self._workbook.backups() if copy.name == name), None)
        if backup is None:
            self._page.notices.show(
                "This backup is no longer there. Nothing was changed; please choose another."
            )
            self._list_backups()
            return
        self._put_in_place(backup, f"the backup of {format_moment(moment_of(backup))}")
        self._list_backups()

    def _put_in_place(self, copy: Path, name: str) -> None:
        self._workbook.restore(copy)
        put(
            self._result,
            html(
                "<p>You are back at {name}. What was here before is kept among the backups.{locked}</p>",
                name=name,
                locked=STAYS_LOCKED if self._workbook.encrypted else "",
            ),
        )


TEMPORARY = (
    "This is a temporary workbook: nobody else can see it, and it goes away when you close this page. "
    "Take a copy along before you leave; next time you can bring it back here."
)

STAYS_LOCKED = " What came back is locked with your passphrase, too."

KEPT_ELSEWHERE = (
    "It is in a folder of your own on your organization’s server, which lets in nobody else. Those who look after that "
    "server can reach its files; lock yours with a passphrase, and the file alone tells them nothing. rutkit makes a "
    "backup before the first change of each day."
)


LOCK_NOW = Markup(
    '<p><button type="button" class="rutkit-link" data-action="lock">Lock now</button> closes the workbook in every '
    "window until the passphrase is typed again. What you typed is kept.</p>"
)
NOTHING_TO_LOCK = (
    "Without a passphrase it does not lock by itself either: whoever can use your account can open it."
)
CLOSED_ELSEWHERE = (
    "This page does not lock: it shows a workbook that your notebook has opened, and stays open until your notebook "
    "closes that."
)


class LockPanel:
    """Setting, changing and taking off the passphrase."""

    def __init__(self, view: View) -> None:
        self._page = view.page
        self._workbook = view.workbook
        self._says = block()
        self._result = block()
        self._fields = PassphraseFields(repeat=True)
        self._set = button(view.page, "Lock the file", self._lock, Rank.SECOND)
        self._take_off = button(view.page, "Take the passphrase off", self._unlock, Rank.QUIET)
        self._when = Form(view.page, Preferences, fields=["lock_after"])
        self._lock_now = block()
        self._body = stack(classes=("rutkit-form",))
        self._draw()

    def parts(self) -> Sequence[widgets.Widget]:
        """The widgets of the card."""
        return [self._says, self._body, self._result]

    def close(self) -> None:
        """Take it away, with the button that is not shown now."""
        self._when.close()
        shared.close(self._says, self._body, self._result, self._take_off, self._lock_now)

    def _draw(self) -> None:
        is_locked = self._workbook.encrypted
        can_lock = self._page.can_lock
        why_not = CLOSED_ELSEWHERE if is_locked else NOTHING_TO_LOCK
        put(self._lock_now, LOCK_NOW if can_lock else html("<p>{text}</p>", text=why_not))
        if is_locked:
            put(
                self._says,
                html("<p>{text}</p>", text="The file and its backups are locked with your passphrase."),
            )
            self._set.description = "Change the passphrase"
        else:
            put(self._says, html('<p class="rutkit-say">{text}</p>', text=NO_WAY_BACK))
            self._set.description = "Lock the file"
        buttons = [self._set, self._take_off] if is_locked else [self._set]
        self._body.children = (
            *self._fields.widgets,
            row(*buttons, classes=("rutkit-buttons",)),
            *([self._when.widget] if can_lock else []),
            self._lock_now,
        )

    def _lock(self) -> None:
        self._change(lambda: self._workbook.encrypt(self._fields.take()), "Done: the file is locked.")

    def _unlock(self) -> None:
        self._change(self._workbook.decrypt, "Done: the file opens without a passphrase.")

    def _change(self, change: Callable[[], list[Path]], done: str) -> None:
        """Change the passphrase, and say here, where the person looks, what came of it."""
        try:
            self._say_left_behind(change())
        except RutkitError as error:
            put(self._result, html('<p class="rutkit-error" role="alert">{text}</p>', text=error))
            return
        self._draw()
        put(self._result, html('<p role="status">{text}</p>', text=done))

    def _say_left_behind(self, backups: Sequence[Path]) -> None:
        if backups:
            names = ", ".join(backup.name for backup in backups)
            self._page.notices.show(
                f"These backups could not follow and keep their former passphrase, if any: {names}."
            )
