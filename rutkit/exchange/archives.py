"""Zip files from strangers: read in memory, never unpacked to the disk, and refused before they do harm."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath

from rutkit.exchange.errors import ArchiveError

_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    ValueError,
    OverflowError,
    OSError,
    EOFError,
    NotImplementedError,  # zipfile's own way to say that a zip uses what it does not know
)
"""What `zipfile` raises over a zip that is damaged, or made on purpose to look like one that is not."""

MAX_RATIO = 150
"""How many times its packed size a large member may unpack to; text comes to some 3 to 20 times."""
SMALL = 1_000_000
"""Bytes up to which the ratio does not matter."""

_READABLE = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
_LOCKED = 0x1
"""The flag of a member that is encrypted (APPNOTE.TXT 4.4.4)."""


@dataclass(frozen=True)
class Limits:
    """How much a zip may hold."""

    members: int
    unpacked_bytes: int
    """Of all members together, as the zip says."""
    member_bytes: int
    """Of one member."""


class Archive:
    """The files in a zip. Each is read only when it is asked for, and only if it is what the zip says it is.

    Raises:
        ArchiveError: the zip is damaged, or holds more than the limits allow.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGED:
            raise ArchiveError(
                "The zip is damaged: its files cannot be found. Please pack it again."
            ) from None
        self._limits = limits
        self._members = {member.filename: member for member in self._zip.infolist() if not member.is_dir()}
        unpacked = sum(member.file_size for member in self._members.values())
        if len(self._members) > limits.members or unpacked > limits.unpacked_bytes:
            raise ArchiveError(
                f"The zip unpacks to {len(self._members):,} files of {unpacked:,} bytes, which is too much."
            )

    @property
    def names(self) -> tuple[str, ...]:
        """The paths of its files as they stand in it, in its order."""
        return tuple(self._members)

    def read(self, name: str) -> bytes:
        """The content of one of its files.

        Raises:
            ArchiveError: its path leads out of the zip, it is locked, damaged or too large.
        """
        member = self._members[name]
        problem = self._problem(member)
        if problem:
            raise ArchiveError(problem)
        try:
            with self._zip.open(member) as file:
                return file.read(member.file_size)  # without a size, zipfile unpacks all before it cuts it
        except _DAMAGED:
            raise ArchiveError("It is damaged within the zip.") from None

    def repacked(self) -> io.BytesIO:
        """The same files in a zip that is what it says: for readers that unpack by themselves, however far it goes.

        Raises:
            ArchiveError: one of its files cannot be read.
        """
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as target:
            for name in self.names:
                target.writestr(name, self.read(name))
        return packed

    def _problem(self, member: zipfile.ZipInfo) -> str | None:
        if _leads_out(posix_path(member.filename)):
            return "Its path leads out of the zip, so it was not opened."
        if member.flag_bits & _LOCKED:
            return "It is locked with a password. Please unpack it first."
        if member.compress_type not in _READABLE:
            return "It is packed in a rare way. Please pack it again, as a plain zip."
        if member.file_size > self._limits.member_bytes:
            return f"It is larger than {self._limits.member_bytes // 1_000_000} MB. Please split it."
        if member.file_size > SMALL and member.file_size > MAX_RATIO * max(member.compress_size, 1):
            return "It unpacks to far more than text does, so it was not opened."
        return None


def is_zip(data: bytes) -> bool:
    """Whether this begins as a zip does, with a file or as an empty one."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def posix_path(name: str) -> PurePosixPath:
    """The path of a file in a zip, whichever system packed it."""
    return PurePosixPath(name.replace("\\", "/"))


def _leads_out(path: PurePosixPath) -> bool:
    return path.is_absolute() or ".." in path.parts or any(":" in part for part in path.parts[:1])
