"""vCards of versions 2.1, 3.0 and 4.0, as phones and mail programs write them.

Sources: vCard 2.1 (versit Consortium, 1996), RFC 2426 (3.0), RFC 6350 (4.0). What programs write keeps to none of them
wholly, so each line is read by itself, whichever version its card claims: one that cannot be read is passed over.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from rutkit.exchange.encodings import decoded
from rutkit.exchange.errors import VCardError
from rutkit.exchange.people import (
    BETWEEN_NEWS,
    MOST_PEOPLE,
    FoundPeople,
    FoundPerson,
    LeftOut,
    Progress,
    one_line,
    too_many,
)

_READ = frozenset(
    (
        "ADR", "CATEGORIES", "EMAIL", "FN", "KIND", "N", "NICKNAME", "NOTE", "ORG", "ROLE", "TEL", "TITLE", "URL",
        "X-ABSHOWAS", "X-ADDRESSBOOKSERVER-KIND", "X-SOCIALPROFILE",
    )
)  # fmt: skip
"""The properties that say something of a person here. Photos, keys and sounds are not even decoded."""
_ANSWER_NOBODY = frozenset({"FAX", "PAGER", "MODEM"})
"""Types of telephone numbers at which nobody can be spoken to."""
_SAY_NOTHING = frozenset({"my contacts", "mycontacts", "* mycontacts", "starred", "* starred"})
"""Groups that programs put everybody into."""
_LONGEST_TAG = 60


@dataclass(frozen=True, slots=True)
class _Property:
    """One line of a card: `EMAIL;TYPE=home,pref:a@example.com`."""

    name: str
    """In upper case, without the group before it ("item1.")."""
    parameters: frozenset[str]
    """All words that stand in its parameters, in upper case: types, an encoding, a character set."""
    is_preferred: bool
    charset: str
    value: bytes

    def parts(self, separator: str = ";") -> list[str]:
        """The value cut at its separators, but for those that are escaped; each part decoded."""
        return [_unescaped(part) for part in _PARTS[separator].findall(self._decoded())]

    @property
    def text(self) -> str:
        """The whole value, decoded."""
        return _unescaped(self._decoded())

    def _decoded(self) -> str:
        is_quoted = "QUOTED-PRINTABLE" in self.parameters
        value = quopri.decodestring(self.value) if is_quoted else self.value
        return _as_text(value, self.charset).replace("\r\n", "\n")


@dataclass(slots=True)
class _Card:
    """The lines of one card that are read here."""

    properties: dict[str, list[_Property]] = field(default_factory=dict)

    def all(self, name: str) -> Sequence[_Property]:
        """Those of one name, the preferred ones first."""
        return sorted(self.properties.get(name, ()), key=lambda each: not each.is_preferred)

    def text(self, name: str) -> str:
        """The first that says something, in one line."""
        return next(filter(None, (one_line(each.text) for each in self.all(name))), "")

    def parts(self, name: str) -> list[str]:
        """The parts of the first that says something, each in one line."""
        everything = ([one_line(part) for part in each.parts()] for each in self.all(name))
        return next((parts for parts in everything if any(parts)), [])


def read_vcards(data: bytes, filename: str, on_progress: Progress = lambda done, total: None) -> FoundPeople:
    """Everybody in a file of vCards, of which there may be many.

    Raises:
        VCardError: there is no vCard in it, or there are more than can be taken in.
    """
    name = PurePath(filename).name or "this file"
    lines = _in_bytes(data).split(b"\n")
    total = sum(_BEGIN.fullmatch(line) is not None for line in lines)
    if total == 0:
        raise VCardError(
            f"“{name}” holds no vCard. Nothing was changed; choose the .vcf that your phone or mail program wrote."
        )
    if total > MOST_PEOPLE:
        raise VCardError(too_many(name, total))
    people: list[FoundPerson] = []
    left_out: list[LeftOut] = []
    for number, card in enumerate(_cards(lines), start=1):
        if number % BETWEEN_NEWS == 0:
            on_progress(min(number, total), total)
        where = f"{name}, card {number:,}"
        reason = _reason_against(card)
        if card is None or reason:
            left_out.append(LeftOut(where, reason))
        else:
            people.append(_person(card, where))
    on_progress(total, total)
    return FoundPeople(tuple(people), tuple(left_out))


# --- a card as a person -----------------------------------------------------------------------------------------------


def _reason_against(card: _Card | None) -> str:
    """Why a card is not taken for a person; empty if it is."""
    if card is None:
        return "Its end is missing, so the file may have been cut off."
    kind = (card.text("KIND") or card.text("X-ADDRESSBOOKSERVER-KIND")).casefold()
    if kind not in {"", "individual"}:
        return f"It is no person, but of the kind “{kind[:40]}”."
    if card.text("X-ABSHOWAS").casefold() == "company":
        return "It is a company, not a person."
    return "" if _name(card) else "It has no name, no mail address and no phone number."


def _person(card: _Card, where: str) -> FoundPerson:
    company, *units = card.parts("ORG") or [""]
    notes = [each.text.strip() for each in card.all("NOTE")]
    if any(units):
        notes.append(f"Department: {', '.join(filter(None, units))}")
    return FoundPerson(
        name=_name(card),
        company=company,
        position=card.text("TITLE") or card.text("ROLE"),
        place=_place(card),
        mails=_mails(card),
        phones=_phones(card),
        links=_links(card),
        tags=_tags(card),
        notes="\n".join(dict.fromkeys(filter(None, notes))),
        where=where,
    )


def _name(card: _Card) -> str:
    """The name as it is spoken, or else put together, or else what can be written to."""
    spoken = card.text("FN")
    if spoken:
        return spoken
    family, given, additional, *_ = [*card.parts("N"), "", "", ""]
    reached = next(iter((*_mails(card), *_phones(card))), "")
    return one_line(given, additional, family) or card.text("NICKNAME") or reached


def _place(card: _Card) -> str:
    """Town, region and country of the first address that names any; streets stay where they are."""
    for address in card.all("ADR"):
        parts = [one_line(part) for part in address.parts()]
        named = [part for part in (*parts[3:5], *parts[6:7]) if part]
        if named:
            return ", ".join(named)
    return ""


def _mails(card: _Card) -> tuple[str, ...]:
    found = (re.sub(r"^mailto:", "", one_line(each.text), flags=re.IGNORECASE) for each in card.all("EMAIL"))
    return tuple(dict.fromkeys(mail for mail in found if "@" in mail))


def _phones(card: _Card) -> tuple[str, ...]:
    numbers = [each for each in card.all("TEL") if not each.parameters & _ANSWER_NOBODY]
    numbers.sort(key=lambda each: not (each.is_preferred or "CELL" in each.parameters))
    found = (
        re.sub(r"^tel:", "", one_line(each.text), flags=re.IGNORECASE).replace(";ext=", " ext. ")
        for each in numbers
    )
    return tuple(dict.fromkeys(filter(None, found)))


def _links(card: _Card) -> tuple[str, ...]:
    found = [one_line(each.text) for name in ("X-SOCIALPROFILE", "URL") for each in card.all(name)]
    found.sort(key=lambda link: "linkedin." not in link.casefold())
    return tuple(dict.fromkeys(link for link in found if _LINK.match(link)))


_LINK = re.compile(r"(?:https?://|www\.)\S", re.IGNORECASE)


def _tags(card: _Card) -> tuple[str, ...]:
    found = (one_line(part)[:_LONGEST_TAG] for each in card.all("CATEGORIES") for part in each.parts(","))
    return tuple(dict.fromkeys(tag for tag in found if tag and tag.casefold() not in _SAY_NOTHING))


# --- a file as cards --------------------------------------------------------------------------------------------------

_BEGIN = re.compile(rb"BEGIN[ \t]*:[ \t]*VCARD[ \t]*", re.IGNORECASE)
_END = re.compile(rb"END[ \t]*:[ \t]*VCARD[ \t]*", re.IGNORECASE)
_PROPERTY = re.compile(
    rb"(?:[A-Za-z0-9_-]+\.)?(?P<name>[A-Za-z0-9_-]+)(?P<parameters>(?:;(?:[^\":]|\"[^\"]*\")*)?):(?P<value>.*)",
    re.DOTALL,
)
_QUOTED_PRINTABLE = re.compile(rb"^[^:]*;(?:ENCODING=)?\"?QUOTED-PRINTABLE\"?[;:]", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([nN,;:\\\"])")
_PARTS = {mark: re.compile(rf"((?:\\.|[^{mark}])+|)(?:{mark}|\Z)", re.DOTALL) for mark in ";,"}
_CHARSET = re.compile(
    r"(?:big5|cp|euc|gb|hz|iso|koi8|latin|mac|shift|us-ascii|utf|windows)[\w-]*", re.IGNORECASE | re.ASCII
)
"""Names of encodings that a file may give; Python knows others by which nobody writes names."""


def _cards(lines: Iterable[bytes]) -> Iterator[_Card | None]:
    """Each card of a file; None for one that does not end. A card within a card (an AGENT) is passed over."""
    card: _Card | None = None
    depth, expects_agent = 0, False
    for line in _logical_lines(lines):
        if _BEGIN.fullmatch(line):
            if depth and not expects_agent:
                yield None
                depth = 0
            if depth == 0:
                card = _Card()
            depth += 1
        elif depth and _END.fullmatch(line):
            depth -= 1
            if depth == 0:
                yield card
        elif depth == 1 and card is not None and (found := _property(line)):
            card.properties.setdefault(found.name, []).append(found)
        expects_agent = line.upper().startswith(b"AGENT")
    if depth:
        yield None


def _logical_lines(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Lines with those that go on beneath them: folded ones, which begin with a space, and soft breaks."""
    pieces: list[bytes] = []
    is_broken_off = False
    for line in lines:
        if is_broken_off and not _END.fullmatch(line):
            pieces.append(line)
        elif line[:1] in {b" ", b"\t"} and pieces:
            pieces.append(line[1:])
        else:
            yield b"".join(pieces)
            pieces = [line]
        is_broken_off = line.endswith(b"=") and _QUOTED_PRINTABLE.match(pieces[0]) is not None
        if is_broken_off:
            pieces[-1] = pieces[-1][:-1]
    yield b"".join(pieces)


def _property(line: bytes) -> _Property | None:
    """What a line says; None if it says nothing that is read here."""
    found = _PROPERTY.fullmatch(line)
    name = found["name"].decode("ascii").upper() if found else ""
    if found is None or name not in _READ:
        return None
    parameters = [_as_text(each, "") for each in found["parameters"].split(b";") if each]
    keyed = {key.upper(): value.strip('"') for key, _, value in (each.partition("=") for each in parameters)}
    words = frozenset(
        word.strip().upper() for each in parameters for word in each.rpartition("=")[2].strip('"').split(",")
    )
    preferred = "PREF" in words or "PREF" in keyed
    return _Property(name, words, preferred, keyed.get("CHARSET", ""), found["value"])


def _in_bytes(data: bytes) -> bytes:
    """The file with one kind of line break, and a byte a letter wherever the letter is one of ASCII."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = (decoded(data) or "").encode()
    return data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _as_text(value: bytes, charset: str) -> str:
    """The text of a value: in UTF-8 if it can be, else as it says of itself, else in the old Western encodings.

    One file may hold several encodings, since programs put together what others have written.
    """
    declared = charset if _CHARSET.fullmatch(charset) else "utf-8"
    for encoding in ("utf-8", declared, "cp1252"):
        try:
            return value.decode(encoding)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    return value.decode("latin-1")


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)
