"""Many files at once: a folder, or a zip that is never unpacked to the disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterator
from pathlib import Path, PurePosixPath

from rutkit.exchange.postings.files import JSON, PAGES, TABLES, TEXTS, postings_of_file
from rutkit.exchange.postings.found import Found, Unreadable
from rutkit.exchange.postings.tables import MAX_BYTES

Progress = Callable[[int, int], object]

MAX_MEMBERS = 50_000
MAX_UNPACKED_BYTES = 2_000_000_000
MAX_RATIO = 150
"""How many times its packed size a large member may unpack to; text comes to some 3 to 20 times."""
SMALL = 1_000_000
"""Bytes up to which the ratio does not matter."""

_LEFT_OUT = frozenset(
    (
        ".avif", ".bmp", ".css", ".download", ".eot", ".gif", ".ico", ".jpeg", ".jpg", ".js", ".map", ".mjs", ".mp4",
        ".otf", ".png", ".svg", ".ttf", ".webp", ".woff", ".woff2",
    )
)  # fmt: skip
"""What browsers save beside a page."""
_KNOWN = TABLES | PAGES | JSON | TEXTS


def postings_of_zip(
    data: bytes, name: str, on_progress: Progress = lambda done, total: None
) -> Iterator[Found]:
    """Every posting in the files of a zip. One whose members are too many, too large or out of place is not read."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = [member for member in archive.infolist() if not member.is_dir()]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
        yield Unreadable(name, "The zip is damaged: its files cannot be found. Please pack it again.")
        return
    unpacked = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED_BYTES:
        yield Unreadable(
            name, f"The zip unpacks to {len(members):,} files of {unpacked:,} bytes, which is too much."
        )
        return
    for done, member in enumerate(members):
        on_progress(done, len(members))
        if _is_wanted(PurePosixPath(member.filename.replace("\\", "/"))):
            yield from _postings_of_member(archive, member, f"{name}/{member.filename}")
    on_progress(len(members), len(members))


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
    is_zip = data.startswith((b"PK\x03\x04", b"PK\x05\x06")) and PurePosixPath(name).suffix.lower() == ".zip"
    return (postings_of_zip if is_zip else postings_of_file)(data, name, on_progress)


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


def _postings_of_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, where: str) -> Iterator[Found]:
    problem = _problem(member)
    if problem:
        yield Unreadable(where, problem)
        return
    try:
        with archive.open(member) as file:
            data = file.read(member.file_size + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError):
        yield Unreadable(where, "It is damaged within the zip.")
        return
    if len(data) > member.file_size:
        yield Unreadable(where, "It unpacks to more than the zip says.")
    else:
        yield from postings_of_file(data, where)


def _problem(member: zipfile.ZipInfo) -> str | None:
    path = member.filename.replace("\\", "/")
    if path.startswith("/") or ".." in PurePosixPath(path).parts or ":" in PurePosixPath(path).parts[0]:
        return "Its path leads out of the zip, so it was not opened."
    if member.flag_bits & 0x1:
        return "It is locked with a password. Please unpack it first."
    if member.file_size > MAX_BYTES:
        return f"It is larger than {MAX_BYTES // 1_000_000} MB. Please split it."
    if member.file_size > SMALL and member.file_size > MAX_RATIO * max(member.compress_size, 1):
        return "It unpacks to far more than text does, so it was not opened."
    return None


def _is_wanted(path: PurePosixPath | Path) -> bool:
    """Whether a file may hold postings: none that is hidden, that a browser saved beside a page, or a system keeps."""
    folders = path.parts[:-1]
    hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts if part != "..")
    beside_a_page = any(folder.endswith(("_files", ".fld")) for folder in folders)
    return not (hidden or beside_a_page or path.suffix.lower() in _LEFT_OUT)
