"""Where the sentences of a posting begin and end, and the heading each stands under.

Postings come as tidy lines and as one long run of words that a web page's lists were flattened to. So a sentence ends
at its full stop, but also at a line's end, before a bullet, at a gap of two blanks, and before a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

LONGEST = 600
"""Characters. What runs on for longer is cut at a comma or a blank: evidence has to be readable."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, a point of a list or a heading: `posting[start:end]`."""

    start: int
    end: int
    text: str
    heading: str | None
    """The last heading above it, without its colon; a heading's own is itself."""


def split(text: str) -> tuple[Sentence, ...]:
    """The sentences of a posting's plain text, in their order. Blanks and bullets between them belong to none."""
    return tuple(_sentences(text))


_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BULLETS = "•·▪▫●○◦‣⁃∙■□◆◇►▶▸➢➤✓✔✅★☆❖§¤\uf0b7\uf0a7"
_BULLET = re.compile(
    rf"\s*(?:(?:[-–—*+#>o]+|\(?\d{{1,2}}[.)]|\(?[a-z]\))(?=\s)|[*{_BULLETS}]+)[\s{_BULLETS}]*"
)

_BREAK = re.compile(
    rf"""
      [.!?]+ ["”’)\]*]* \s+ (?=["“‘'(\[*]*[A-Z0-9£$€•])     # a full stop, and something that can begin a sentence
    | (?<=[a-z][a-z)]) [.!?] (?=(?!Js\b|Net\b|Io\b)[A-Z][a-z]*\ )  # "experience.You"
    | \s* [{_BULLETS}]+ \s*
    | (?<=[\s.!?;:]) [*–—-]{{1,2}} \s+ (?=["“(]?[A-Z])                # "- Python - SQL", all in one line
    | \s* \*{{1,2}} (?=[A-Z][a-z]) (?![^*]{{0,60}}\*)
    """,
    re.VERBOSE,
)
_GAP = re.compile(r"(?<=[^\s.!?])[ \t\xa0]{2,}(?=[\"“(]?[A-Z0-9£$€])")

_ABBREVIATION = re.compile(
    r"(?:(?<![\w.])(?:e\.?g|i\.?e|approx|incl|min|max|vs|viz|cf|dr|mr|mrs|ms|prof|st|no|nos|tel|ext|ca|circa|est|sr|jr)"
    r"|(?P<dotted>(?<![\w.])(?:[a-z]{1,2}\.)+[a-z]{1,3}))$",
    re.IGNORECASE,
)
_OPENER = re.compile(
    r"(?:We|You|The|This|These|Our|Your|If|In|It|As|An?|To|For|Must|Please|Experience|Benefits)\b"
)

_TITLES = (
    r"About (?:[Yy]ou|[Uu]s|[Tt]he (?:[Rr]ole|[Jj]ob|[Cc]ompany|[Tt]eam|[Pp]osition))",
    r"(?:The )?(?:Ideal |Successful )?(?:Candidate|Person)(?: (?:Requirements?|Profile|Specification))?",
    r"The (?:Role|Job|Company|Position|Client|Package|Opportunity|Team|Benefits|Requirements?|Rewards?|Individual)",
    r"(?:Key |Main |Primary |Core |Day.to.[Dd]ay |Principal |Job |Your )?(?:Responsibilities|Duties|Accountabilities|Tasks)",
    r"(?:Key |Core |Minimum |Basic |Job |Essential |Desirable |Desired |Required |Necessary |Preferred |Technical "
    r"|Additional |Personal |Professional |Role )*"
    r"(?:Skills?|Requirements?|Qualifications?|Experience|Knowledge|Competenc(?:ies|es)|Criteria|Attributes|Qualities"
    r"|Abilities)"
    r"(?:(?:,| and| &|/|,? and/or) ?(?:Skills|Requirements|Qualifications|Experience|Knowledge|Abilities|Education))*"
    r"(?: (?:Required|Needed|Desired|Preferred))?",
    r"Essentials?|Desirables?|Must.[Hh]aves?|Nice.[Tt]o.[Hh]aves?|Bonus(?: [Pp]oints)?|Preferred|Required",
    r"What (?:[Yy]ou(?:['’]ll| will)? (?:[Nn]eed|[Bb]ring|[Dd]o|[Hh]ave|[Gg]et)|[Ww]e(?:['’]re| are)? (?:[Oo]ffer"
    r"|[Ll]ook(?:ing)? [Ff]or|[Ee]xpect))(?: [Tt]o [Dd]o)?",
    r"Who [Yy]ou [Aa]re|Job (?:Description|Purpose|Summary|Title)|Role (?:Purpose|Overview|Summary)|Person Specification",
    r"(?:Company |Our )?(?:Benefits|Overview|Background)|Package|Salary|Location|Hours|Education|Training|How [Tt]o [Aa]pply",
    r"You (?:[Hh]ave|[Bb]ring)|Your (?:[Pp]rofile|[Ss]kills|[Bb]ackground|[Ee]xperience)|We [Oo]ffer|Languages|Technologies",
)
_TITLE = "|".join(_TITLES)
_TITLE_LINE = re.compile(_TITLE, re.IGNORECASE)
_LABEL = re.compile(r"[A-Z][^.:;!?\n,(•]{1,60}?(?: ?\([^)\n]{1,30}\))?\s?:(?=\s|$|[A-Z•*-])")
_INLINE = re.compile(
    rf"(?<=[\w.!?)*;,:] )(?:(?:{_TITLE})\s?:|(?:(?=[A-Z][a-z]+ [A-Z])(?:{_TITLE}))(?=\s+[A-Z]))"
)


def _sentences(text: str) -> Iterator[Sentence]:
    heading: str | None = None
    lines = list(_lines(text))
    for position, (start, end, bulleted) in enumerate(lines):
        line = text[start:end]
        before_list = position + 1 < len(lines) and lines[position + 1][2]
        if _is_heading(line, bulleted, before_list):
            heading = _plain(line)
            yield Sentence(start, end, line, heading)
            continue
        own = heading
        for first, last in _pieces(text, start, end):
            piece = text[first:last]
            label = _LABEL.match(piece)
            if label:
                own = _plain(label[0])
            elif inline := _TITLE_LINE.match(piece):
                if _opens_with_title(piece, inline.end()):
                    own = inline[0]
            yield Sentence(first, last, piece, own)


def _lines(text: str) -> Iterator[tuple[int, int, bool]]:
    """Each line's place without its bullet, and whether it has one. Lines that only wrap are one."""
    pending: tuple[int, int, bool] | None = None
    for match in _LINE.finditer(text):
        line = match[0]
        if not line.strip():
            continue
        start, end = match.span()
        bullet = _BULLET.match(line)
        bulleted = bullet is not None
        start += bullet.end() if bullet else len(line) - len(line.lstrip())
        end -= len(line) - len(line.rstrip())
        if start >= end:
            continue
        if pending is not None:
            if not bulleted and _wraps(text, pending[1], start, pending[1] - pending[0]):
                pending = (pending[0], end, pending[2])
                continue
            yield pending
        pending = (start, end, bulleted)
    if pending is not None:
        yield pending


def _wraps(text: str, end: int, start: int, length: int) -> bool:
    """Whether a line only broke off because it was full: the next goes on in small letters."""
    return (
        length >= 45
        and text[end - 1] not in ".!?:;"
        and text[start].islower()
        and text.count("\n", end, start) < 2
    )


def _is_heading(line: str, bulleted: bool, before_list: bool) -> bool:
    if len(line) > 80:
        return False
    title = _TITLE_LINE.fullmatch(_plain(line)) is not None
    if bulleted or title:
        return title
    words = line.split()
    if line.endswith(":"):
        return len(words) <= 12 and ". " not in line
    if len(words) > 8 or line[-1] in ".!?;," or "," in line:
        return False
    if before_list:
        return line[0].isupper()
    return len(words) > 1 and line.isupper() and not any(character.isdigit() for character in line)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of a line's sentences."""
    breaks = [
        match.span()
        for match in _BREAK.finditer(text, start, end)
        if not _is_abbreviation(text, start, match)
    ]
    if text.find("  ", start, end) >= 0:
        breaks += (match.span() for match in _GAP.finditer(text, start, end))
    breaks += ((match.start(), match.start()) for match in _INLINE.finditer(text, start, end))
    breaks.sort()
    for (_, first), (last, _) in pairwise(((start, start), *breaks, (end, end))):
        yield from _trimmed(text, first, last)


def _is_abbreviation(text: str, start: int, stop: re.Match[str]) -> bool:
    if text[stop.start()] != ".":
        return False
    short = _ABBREVIATION.search(text[max(start, stop.start() - 12) : stop.start()])
    return short is not None and not (short["dotted"] and _OPENER.match(text, stop.end()))


def _trimmed(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The piece without blanks around it; its full stops stay. In handy lengths, none empty."""
    while first < last and text[last - 1].isspace():
        last -= 1
    while first < last and text[first].isspace():
        first += 1
    # A break begins at the full stop, which belongs to the sentence before it.
    while last < len(text) and text[last] in ".!?" and first < last:
        last += 1
    while last - first > LONGEST:
        cut = max(text.rfind(mark, first + 1, first + LONGEST) for mark in (", ", "; ")) + 1
        cut = cut or text.rfind(" ", first + 1, first + LONGEST) + 1 or first + LONGEST
        yield first, len(text[first:cut].rstrip()) + first
        first = cut + len(text[cut:last]) - len(text[cut:last].lstrip())
    if first < last:
        yield first, last


def _opens_with_title(piece: str, end: int) -> bool:
    rest = piece[end:].lstrip()
    return piece[0].isupper() and (not rest or rest[0].isupper()) and " " in piece[:end]


def _plain(heading: str) -> str:
    return heading.strip(" \t\xa0:*#_-–—")
