"""One table of a LinkedIn export: from the zip that LinkedIn sends, or from a file that was taken out of it."""

from __future__ import annotations

from pathlib import PurePath

from rutkit.exchange.archives import Archive, Limits, is_zip, posix_path
from rutkit.exchange.errors import ArchiveError, LinkedInError

LIMITS = Limits(members=5_000, unpacked_bytes=2_000_000_000, member_bytes=50_000_000)


def file_of_export(data: bytes, filename: str, wanted: str) -> tuple[bytes, str] | None:
    """One file of an export, and its name for people; None if the export is a zip that lacks it.

    Args:
        data: the zip that LinkedIn sends, or a single file, which is taken for the wanted one.
        filename: what it is called.
        wanted: the name that LinkedIn gives it, in whichever folder of the zip: "Connections.csv".

    Raises:
        LinkedInError: the zip is damaged, holds too much, or the file in it cannot be had.
    """
    name = PurePath(filename).name or "this file"
    if not is_zip(data) or PurePath(filename).suffix.lower() in _SPREADSHEETS:
        return data, name
    try:
        archive = Archive(data, LIMITS)
    except ArchiveError as error:
        raise LinkedInError(f"“{name}” was not read. {error}") from None
    found = [member for member in archive.names if posix_path(member).name.casefold() == wanted.casefold()]
    if not found:
        return None
    nearest = min(found, key=lambda member: len(posix_path(member).parts))
    try:
        return archive.read(nearest), f"{name}/{wanted}"
    except ArchiveError as error:
        raise LinkedInError(f"“{wanted}” in “{name}” was not read. {error}") from None


_SPREADSHEETS = frozenset({".xlsx", ".xlsm"})
"""They are zips too, but no exports."""
