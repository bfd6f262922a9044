"""Whom a server is for: the owner of the machine, visitors, or users whom a proxy names. Each gets their own file."""

from __future__ import annotations

import re
import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from ipaddress import IPv6Address, ip_address
from pathlib import Path

from rutkit.errors import RutkitError
from rutkit.serving.limits import MEMORY
from rutkit.storage.files import make_private_folder

WHOSE = "RUTKIT_WHOSE"
"""In a kernel's environment, set by the server alone: whom its workbook is for."""
VISITOR, USER = "visitor", "user"

LONGEST_NAME = 256
_READABLE_PART = 40


class NotNamedError(RutkitError):
    """A request does not say, as it should, whose it is."""


@dataclass(frozen=True)
class Capacity:
    """How much a server gives at most."""

    people: int | None = None
    """At the same time; None for any number."""
    pages_each: int | None = None


class Audience(ABC):
    """Whom a server is for. People are known by a name: the one a proxy gave, or one that the server made up."""

    capacity: Capacity
    is_owner = False

    @abstractmethod
    def environment(self, name: str) -> Mapping[str, str]:
        """What a kernel for this person is told."""


class Owner(Audience):
    """Whoever has the key. Their kernels open the file themselves, see `visit`."""

    capacity = Capacity()
    is_owner = True

    def environment(self, name: str) -> Mapping[str, str]:
        """Nothing more than the server's own."""
        return {}


@dataclass(frozen=True)
class Visitors(Audience):
    """Anybody, each with a temporary workbook."""

    folder: Path
    """Where their workbooks are as long as they are there."""
    capacity: Capacity
    memory_mb: int

    def place(self, name: str) -> Path:
        """The folder of one visitor."""
        return self.folder / file_name(name)

    def environment(self, name: str) -> Mapping[str, str]:
        """Their own temporary file, and how much memory they may take."""
        return {
            WHOSE: VISITOR,
            "RUTKIT_FILE": str(self.place(name) / "workbook.rutkit"),
            MEMORY: str(self.memory_mb),
        }


@dataclass(frozen=True)
class NamedUsers(Audience):
    """Users whom an authenticating proxy names in a header, each with a lasting file."""

    folder: Path
    header: str
    proxy: str
    """The address that requests must come from."""
    capacity: Capacity
    memory_mb: int

    def name_in(self, values: Sequence[str], sender: str) -> str:
        """Who is meant by a request's headers of this name (as the bytes they were, in Latin-1) from this address.

        Raises:
            NotNamedError: the request does not come from the proxy, or names nobody, or several, or nobody clearly.
        """
        if not is_same_address(sender, self.proxy):
            raise NotNamedError("This request did not come through the proxy.")
        if len(values) != 1:
            raise NotNamedError("The proxy must name one user, in one header.")
        try:
            name = values[0].encode("latin-1").decode("utf-8")
        except UnicodeError:
            raise NotNamedError("The user’s name is not written in UTF-8.") from None
        # A proxy may have put two headers into one with a comma: then the first may be the sender's own invention.
        if not name.strip() or name != name.strip() or "," in name or len(name) > LONGEST_NAME:
            raise NotNamedError("The user’s name is empty, too long, or holds a comma.")
        if any(unicodedata.category(character)[0] == "C" for character in name):
            raise NotNamedError("The user’s name holds signs that cannot be seen.")
        return name

    def environment(self, name: str) -> Mapping[str, str]:
        """Their own file, and how much memory they may take."""
        folder = self.folder / file_name(name)
        make_private_folder(folder)
        return {
            WHOSE: USER,
            "RUTKIT_FILE": str(folder / "workbook.rutkit"),
            MEMORY: str(self.memory_mb),
        }


def file_name(name: str) -> str:
    """A name for a folder: readable for whoever looks after it, and another one for every other person.

    The readable part may be the same for several; the rest is a digest (SHA-256, 128 bits of it) of the name exactly as
    it was given, so that neither case, nor accents, nor signs that look alike bring two people together.

    >>> file_name("Ada Löwe") == file_name("ada löwe")
    False
    >>> file_name("../../etc/passwd").partition("-")[0]
    'etc_passwd'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    readable = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:_READABLE_PART]
    return f"{readable or 'user'}-{sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"


def is_same_address(one: str, other: str) -> bool:
    """Whether two texts are the same IP address, also if one of them is an IPv4 address written as IPv6."""
    try:
        return _plain_address(one) == _plain_address(other)
    except ValueError:
        return False


def _plain_address(text: str) -> object:
    address = ip_address(text)
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address
