"""Many files at once: a folder, or a zip that is never unpacked to the disk."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path, PurePosixPath

from rutkit.exchange.archives import Archive, Limits, is_zip, posix_path
from rutkit.exchange.errors import ArchiveError
from rutkit.exchange.postings.files import postings_of_file
from rutkit.exchange.postings.found import Found, Unreadable
from rutkit.exchange.postings.tables import MAX_BYTES

Progress = Callable[[int, int], object]

LIMITS = Limits(members=50_000, unpacked_bytes=2_000_000_000, member_bytes=MAX_BYTES)

_LEFT_OUT = frozenset(
    (
        ".avif", ".bmp", ".css", ".download", ".eot", ".gif", ".ico", ".jpeg", ".jpg", ".js", ".map", ".mjs", ".mp4",
        ".otf", ".png", ".svg", ".ttf", ".webp", ".woff", ".woff2",
    )
)  # fmt: skip
"""What browsers save beside a page."""


def postings_of_zip(
    data: bytes, name: str, on_progress: Progress = lambda done, total: None
) -> Iterator[Found]:
    """Every posting in the files of a zip. One whose members are too many, too large or out of place is not read."""
    try:
        archive = Archive(data, LIMITS)
    except ArchiveError as error:
        yield Unreadable(name, str(error))
        return
    for done, member in enumerate(archive.names):
        on_progress(done, len(archive.names))
        if _is_wanted(posix_path(member)):
            yield from _postings_of_member(archive, member, f"{name}/{member}")
    on_progress(len(archive.names), len(archive.names))


def postings_of_path(
    path: Path, *, besides: Collection[Path] = (), on_progress: Progress = lambda done, total: None
) -> Iterator[Found]:
    """Every posting of a file, or of all files of a folder in the order of their names, but for those `besides`."""
    if path.is_dir():
        left_out = {other.resolve() for other in besides}
        files = [
            file
            for file in sorted(path.rglob("*"))
            if file.is_file() and _is_wanted(file.relative_to(path)) and file.resolve() not in left_out
        ]
        for done, file in enumerate(files):
            on_progress(done, len(files))
            yield from _postings_of_one(file, file.relative_to(path).as_posix())
        on_progress(len(files), len(files))
    else:
        yield from _postings_of_one(path, path.name, on_progress)


def read_postings(
    data: bytes, name: str, on_progress: Progress = lambda done, total: None
) -> Iterator[Found]:
    """Every posting of a file, be it a zip of files or a file of its own."""
    holds_files = is_zip(data) and PurePosixPath(name).suffix.lower() == ".zip"
    return (postings_of_zip if holds_files else postings_of_file)(data, name, on_progress)


def _postings_of_one(
    file: Path, name: str, on_progress: Progress = lambda done, total: None
) -> Iterator[Found]:
    try:
        if file.stat().st_size > MAX_BYTES:
            yield Unreadable(name, f"It is larger than {MAX_BYTES // 1_000_000} MB. Please split it.")
            return
        data = file.read_bytes()
    except OSError as error:
        yield Unreadable(name, f"It cannot be opened: {error.strerror or error}.")
        return
    yield from read_postings(data, name, on_progress)


def _postings_of_member(archive: Archive, member: str, where: str) -> Iterator[Found]:
    try:
        data = archive.read(member)
    except ArchiveError as error:
        yield Unreadable(where, str(error))
    else:
        yield from postings_of_file(data, where)


def _is_wanted(path: PurePosixPath | Path) -> bool:
    """Whether a file may hold postings: none that is hidden, that a browser saved beside a page, or a system keeps."""
    folders = path.parts[:-1]
    hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts if part != "..")
    beside_a_page = any(folder.endswith(("_files", ".fld")) for folder in folders)
    return not (hidden or beside_a_page or path.suffix.lower() in _LEFT_OUT)
