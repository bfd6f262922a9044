"""Where a server and its kernels keep what is temporary, and how nothing of it outlives them.

A kernel that is killed cannot clean up after itself, nor can a server. So the folders belong to the server, which
removes those of kernels that are gone, and at its start those of servers that are gone.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Container, Mapping
from contextlib import suppress
from pathlib import Path
from time import sleep, time
from typing import IO

from rutkit.storage.files import make_private_folder

PREFIX = "rutkit-serving-"
_IN_USE = "in-use"
_TRIES, _BETWEEN_TRIES = 20, 0.2
_JUST_MADE = 120.0
"""Seconds; a folder that is younger may be that of a kernel which is about to start."""


class Scratch:
    """The temporary folder of one running server; it goes with it."""

    def __init__(self, parent: Path | None = None) -> None:
        sweep_left_over(parent)
        # tempfile makes it for its owner alone (0700).
        self.folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=parent))
        self._in_use = _hold(self.folder / _IN_USE)
        self._kernels = self.folder / "kernels"
        self.visitors = self.folder / "visitors"
        self.scripts = self.folder / "scripts"
        for folder in (self._kernels, self.visitors, self.scripts):
            make_private_folder(folder)

    def environment(self, kernel_id: str) -> Mapping[str, str]:
        """What makes a kernel keep its temporary files in a folder of its own."""
        folder = str(self._kernels / kernel_id)
        make_private_folder(Path(folder))
        return {"TMPDIR": folder, "TEMP": folder, "TMP": folder}

    def remove_kernels_except(self, running: Container[str]) -> None:
        """Remove what kernels left behind that run no more."""
        for folder in self._kernels.iterdir():
            if folder.name not in running and time() - folder.stat().st_mtime > _JUST_MADE:
                shutil.rmtree(folder, ignore_errors=True)

    def close(self) -> None:
        """Remove all of it. A kernel that still ends may write once more; what it leaves, the next server removes."""
        self._in_use.close()
        for _ in range(_TRIES):
            shutil.rmtree(self.folder, ignore_errors=True)
            if not self.folder.exists():
                return
            sleep(_BETWEEN_TRIES)


def sweep_left_over(parent: Path | None = None) -> None:
    """Remove the folders of servers that were killed."""
    for folder in (parent or Path(tempfile.gettempdir())).glob(f"{PREFIX}*"):
        with suppress(OSError):
            if _is_ours(folder) and _is_left_over(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _hold(path: Path) -> IO[bytes]:
    """An open file that tells other servers that this one lives; the system lets go of it however this one ends."""
    file = path.open("wb")
    if os.name == "posix":
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return file


def _is_ours(folder: Path) -> bool:
    return (
        folder.is_dir()
        and not folder.is_symlink()
        and (os.name != "posix" or folder.stat().st_uid == os.getuid())
    )


def _is_left_over(folder: Path) -> bool:
    held = folder / _IN_USE
    if not held.exists():
        return time() - folder.stat().st_mtime > _JUST_MADE
    if os.name == "posix":
        import fcntl

        try:
            with held.open("rb") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
    try:
        held.unlink()  # Windows removes no file that is open
    except PermissionError:
        return False
    return True
