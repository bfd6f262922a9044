"""People in a zip: LinkedIn's export, or vCards packed together, as address books and phones export them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from rutkit.exchange.archives import Archive, Limits, is_zip, posix_path
from rutkit.exchange.errors import ArchiveError, VCardError
from rutkit.exchange.linkedin.connections import FILE, read_connections
from rutkit.exchange.people import (
    MOST_PEOPLE,
    FoundPeople,
    FoundPerson,
    LeftOut,
    Progress,
    too_many,
)
from rutkit.exchange.vcards import read_vcards

VCARDS = frozenset((".vcf", ".vcard"))
LIMITS = Limits(members=MOST_PEOPLE, unpacked_bytes=1_000_000_000, member_bytes=50_000_000)
"""Some programs pack a file for each person."""


def read_zip_of_people(
    data: bytes, filename: str, on_progress: Progress = lambda done, total: None
) -> FoundPeople:
    """Everybody in a zip. What cannot be read in a zip of vCards is left out, with the reason.

    Raises:
        LinkedInError: there are neither connections nor vCards in it, or the connections cannot be read.
        VCardError: the zip is damaged or holds too much, or none of its vCards can be read.
    """
    if not is_zip(data):
        return read_connections(data, filename, on_progress)
    name = PurePath(filename).name or "this file"
    try:
        archive = Archive(data, LIMITS)
    except ArchiveError as error:
        raise VCardError(f"“{name}” was not read. {error}") from None
    members = [member for member in archive.names if _is_vcard(member)]
    has_connections = any(posix_path(member).name.casefold() == FILE.casefold() for member in archive.names)
    if has_connections or not members:
        return read_connections(data, filename, on_progress)
    return _vcards(archive, members, name, on_progress)


def _vcards(archive: Archive, members: list[str], name: str, on_progress: Progress) -> FoundPeople:
    people: list[FoundPerson] = []
    left_out: list[LeftOut] = []
    for number, member in enumerate(members):
        on_progress(number, len(members))
        where = f"{name}/{posix_path(member).name}"
        try:
            found = read_vcards(archive.read(member), posix_path(member).name)
        except (ArchiveError, VCardError) as error:
            left_out.append(LeftOut(where, str(error)))
            continue
        people += (replace(each, where=f"{name}/{each.where}") for each in found.people)
        left_out += (replace(each, where=f"{name}/{each.where}") for each in found.left_out)
        if len(people) > MOST_PEOPLE:
            raise VCardError(too_many(name, len(people)))
    on_progress(len(members), len(members))
    if not people:
        raise VCardError(f"No vCard in “{name}” can be read. {left_out[0].where}: {left_out[0].reason}")
    return FoundPeople(tuple(people), tuple(left_out))


def _is_vcard(member: str) -> bool:
    """Whether a file in the zip is a vCard, and not what macOS keeps beside one ("__MACOSX/._ada.vcf")."""
    path = posix_path(member)
    return path.suffix.lower() in VCARDS and not path.name.startswith(".")
