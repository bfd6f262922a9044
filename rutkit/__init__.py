"""rutkit: a private, self-paced workbook for somebody stuck in a career rut."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from rutkit.workbook import Workbook

__all__ = ["open_workbook", "show"]


def open_workbook(path: str | Path | None = None, *, passphrase: str | None = None) -> Workbook:
    """Open somebody's workbook, or begin it.

    `path` defaults to `RUTKIT_FILE` or the person's own data folder. The file is made on first use.

    Raises:
        rutkit.storage.errors.StorageError: the file cannot be opened; the message says why and what to do.
    """
    from rutkit.workbook import Workbook

    return Workbook.open(path, passphrase=passphrase)


def show(step: str | None = None, *, workbook: Workbook | None = None) -> Any:
    """The whole workbook as a widget, or one step of it: `show("emotions")`."""
    from rutkit.home.show import show as show_in_notebook

    return show_in_notebook(step, workbook=workbook)
