"""Where a workbook lives."""

from __future__ import annotations

import os
from pathlib import Path

from rutkit.storage.errors import LocationError
from rutkit.storage.files import make_private_file, make_private_folder

SUFFIX = ".rutkit"

_NOTEBOOK = "00-start-here.ipynb"


def default_path() -> Path:
    """The person's own file: what `RUTKIT_FILE` names, or `workbook.rutkit` in their data folder."""
    named = os.environ.get("RUTKIT_FILE")
    return Path(named).expanduser() if named else _data_folder() / f"workbook{SUFFIX}"


def make_file(path: Path) -> None:
    """Make an empty file for a workbook, and the folders it needs.

    Raises:
        LocationError: it cannot be made there, or would lie among notebooks, which Jupyter hands out.
    """
    notebooks = notebooks_around(path)
    if notebooks:
        raise LocationError(
            f"A workbook is private, so none is made in {notebooks}, which Jupyter shows to the browser. "
            f"Choose another folder, such as {_data_folder()}."
        )
    try:
        make_private_folder(path.parent)
        make_private_file(path)
    except FileExistsError:
        pass  # another window was quicker
    except OSError as error:
        raise LocationError(
            f"No workbook can be made at {path} ({error.strerror}). Choose a folder that you may write to."
        ) from error


def notebooks_around(path: Path) -> Path | None:
    """The folder with rutkit's notebooks that `path` lies in, if it does."""
    for folder in path.resolve().parents:
        if Path.home().is_relative_to(folder):
            return None  # notebooks in the home folder itself do not make all of it a public place
        if (folder / _NOTEBOOK).exists():
            return folder
    return None


def _data_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("rutkit", appauthor=False)
