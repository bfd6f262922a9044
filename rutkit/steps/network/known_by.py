"""What people are known by: their names, and where they are reached; each in one form, whoever wrote it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from rutkit.steps.network.records import Contact

ALSO = "Also: "
"""How a line of somebody's notes begins that keeps a further address, so that they are known by it as well."""

_BESIDE_NAMES = frozenset(
    (
        "bsc", "cfa", "cpa", "dipl", "dr", "esq", "ing", "jr", "ma", "mag", "mba", "md", "miss", "mr", "mrs", "ms",
        "msc", "phd", "pmp", "prof", "sir", "sr",
    )
)  # fmt: skip
"""Titles and degrees that stand beside a name at one place and not at another."""

_SHORTEST_PHONE = 7
_TOLD_APART_BY = 9
"""The last digits of a phone number: what comes before is a country or a zero, and not always written."""

_LINK = re.compile(r"(?:https?://)?(?:www\.)?(?P<host>[^/?#\s]+)(?P<path>/[^?#\s]*)?", re.IGNORECASE)


@lru_cache(maxsize=50_000)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in their order, without capitals, accents, titles and what follows a comma.

    Empty for what is a mail address or a number and not a name.

    >>> name_words("Dr. Zoë Müller, PMP")
    ('zoe', 'muller')
    >>> name_words("Doe, John")
    ('doe', 'john')
    """
    if "@" in name:
        return ()
    before, _, after = name.partition(",")
    words = _plain_words(before)
    if len(words) < 2:
        words = _plain_words(f"{before} {after}")
    return words if any(not word.isdigit() for word in words) else ()


def name_key(name: str) -> str:
    """The same for a name however its words are ordered: "Doe, John" is "John Doe"."""
    return " ".join(sorted(name_words(name)))


def mail_key(mail: str) -> str:
    """The same for one mail address however it is written; empty for what is none."""
    return mail.strip().casefold() if "@" in mail else ""


def phone_key(phone: str) -> str:
    """The same for one number with or without its country; empty for what is too short to tell people apart.

    >>> phone_key("+1 (905) 555-1234") == phone_key("905 555 1234")
    True
    """
    digits = "".join(re.findall(r"[0-9]", re.split(r"ext|x", phone.casefold())[0]))
    return digits[-_TOLD_APART_BY:] if len(digits) >= _SHORTEST_PHONE else ""


def profile_key(link: str) -> str:
    """The same for one page of a person however its address is written; empty for a site as a whole, which many share.

    >>> profile_key("https://de.linkedin.com/in/zoe-m%C3%BCller/?x=1")
    'linkedin.com/in/zoe-müller'
    """
    found = _LINK.match(link.strip())
    path = unquote(found["path"] or "").rstrip("/") if found else ""
    if found is None or "." not in found["host"] or not path:
        return ""
    host = re.sub(r"^[a-z]{2,3}\.(?=linkedin\.)", "", found["host"].casefold())
    return unicodedata.normalize("NFC", host + path.casefold())


@dataclass(frozen=True, slots=True)
class Reach:
    """Where somebody is reached, in the forms that can be compared."""

    mails: frozenset[str]
    phones: frozenset[str]
    profiles: frozenset[str]

    @property
    def linkedin(self) -> frozenset[str]:
        """Their profiles there. Nobody has two, so two people with one each are different people."""
        return frozenset(profile for profile in self.profiles if profile.startswith("linkedin."))


def reach(contact: Contact) -> Reach:
    """Where somebody is reached, by their fields and by the further addresses in their notes."""
    further = [line.removeprefix(ALSO) for line in contact.notes.splitlines() if line.startswith(ALSO)]
    return Reach(
        mails=_keys(mail_key, (contact.mail, *further)),
        phones=_keys(phone_key, (contact.phone, *(each for each in further if _PHONE.fullmatch(each)))),
        profiles=_keys(profile_key, (contact.link, *(each for each in further if "@" not in each))),
    )


_PHONE = re.compile(r"[0-9+()/. -]+(?:ext.*)?")


def _keys(key: Callable[[str], str], written: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, map(key, written)))


def _plain_words(text: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = re.findall(r"[^\W_]+", letters.replace("'", "").replace("’", ""))
    return tuple(word for word in words if word not in _BESIDE_NAMES) or tuple(words)
