"""Where a workbook lives, and who may look there."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from rutkit.storage.errors import LocationError

SUFFIX = ".rutkit"

_SERVED = "00-start-here.ipynb"


def default_path() -> Path:
    """The person's own file: what `RUTKIT_FILE` names, or `workbook.rutkit` in their data folder."""
    named = os.environ.get("RUTKIT_FILE")
    return Path(named).expanduser() if named else _data_folder() / f"workbook{SUFFIX}"


def make_file(path: Path) -> None:
    """Make an empty file that only its owner can read, and the folders it needs.

    Raises:
        LocationError: it cannot be made there.
    """
    served = served_folder(path)
    if served:
        raise LocationError(
            f"A workbook is private, so none is made in {served}, which Jupyter shows to the browser. "
            f"Choose another folder, such as {_data_folder()}."
        )
    try:
        make_private_folder(path.parent)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        pass  # another window was quicker
    except OSError as error:
        raise LocationError(
            f"No workbook can be made at {path} ({error.strerror}). Choose a folder that you may write to."
        ) from error


def make_private_folder(folder: Path) -> None:
    """Make a folder that only its owner can open, and those above it that are missing."""
    for missing in reversed([parent for parent in (folder, *folder.parents) if not parent.exists()]):
        missing.mkdir(mode=0o700, exist_ok=True)


def keep_private(path: Path) -> None:
    """Take away everybody else's right to read a file that was copied here with more."""
    with suppress(OSError):
        if os.name == "posix" and path.stat().st_mode & 0o077:
            path.chmod(0o600)


def served_folder(path: Path) -> Path | None:
    """The folder of notebooks that `path` lies in, if it does."""
    folder = path.resolve().parent
    home = Path.home()
    for candidate in (folder, *folder.parents):
        if candidate == home or candidate in home.parents:
            return None
        if (candidate / _SERVED).exists():
            return candidate
    return None


def _data_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("rutkit", appauthor=False)
