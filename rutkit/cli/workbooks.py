"""The workbook that a command is about."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from rutkit.errors import RutkitError
from rutkit.terminal import ask

if TYPE_CHECKING:
    from rutkit.workbook import Workbook


class CommandError(RutkitError):
    """A command cannot do what was asked; the message says why and what to do."""


def use(file: Path | None) -> None:
    """Have this process and its kernels use this file. Its path goes by environment, a passphrase never."""
    if file:
        os.environ["RUTKIT_FILE"] = str(file.expanduser().resolve())


def open_once() -> None:
    """Fail here, in the terminal, if the file cannot be opened; if it is locked, the page asks."""
    from rutkit.storage.errors import BusyError, PassphraseError
    from rutkit.storage.location import default_path
    from rutkit.workbook import Workbook

    try:
        Workbook.open().close()
    except PassphraseError:
        pass
    except BusyError as error:
        raise CommandError(
            f"{default_path()} is in use by something that needs it alone: another window gives it a passphrase or "
            "goes back to a backup, or another program has it open. Nothing was changed: wait a moment and try again."
        ) from error


def opened(file: Path | None) -> Workbook:
    """The workbook, which must be there; its passphrase is asked for if it has one."""
    use(file)
    from rutkit.storage.errors import PassphraseError
    from rutkit.storage.location import default_path
    from rutkit.workbook import Workbook

    path = default_path()
    if not path.exists():
        raise CommandError(f"There is no workbook at {path}. Name yours with --file.")
    try:
        return Workbook.open(path)
    except PassphraseError:
        return Workbook.open(path, passphrase=ask("Its passphrase"))
