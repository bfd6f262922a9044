"""Where the notebooks are, and copies of them to edit."""

from __future__ import annotations

import shutil
from pathlib import Path

from rutkit.errors import RutkitError
from rutkit.serving.configuration import DASHBOARD


class NotebooksError(RutkitError):
    """The notebooks are not where they should be, or may not go where they were asked to."""


def notebooks_folder() -> Path:
    """The folder with the notebooks: inside an installed package, beside the package in a checkout.

    Raises:
        NotebooksError: they are in neither place.
    """
    package = Path(__file__).parents[1]
    for folder in (package / "notebooks", package.parent / "notebooks"):
        if (folder / DASHBOARD).is_file():
            return folder
    raise NotebooksError("The notebooks are missing from this installation: install rutkit again.")


def copy_notebooks(folder: Path) -> list[Path]:
    """Write copies of the notebooks into `folder`, which is made if need be, and give their places.

    Raises:
        NotebooksError: one of them is there already; nothing was written.
    """
    originals = sorted(notebooks_folder().glob("*.ipynb"))
    copies = [folder / original.name for original in originals]
    taken = [copy.name for copy in copies if copy.exists()]
    if taken:
        raise NotebooksError(
            f"{folder} has {', '.join(taken)} already, so nothing was written. "
            "Name another folder, or move them away."
        )
    folder.mkdir(parents=True, exist_ok=True)
    for original, copy in zip(originals, copies, strict=True):
        shutil.copyfile(original, copy)
    return copies
