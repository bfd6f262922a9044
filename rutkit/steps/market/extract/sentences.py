"""Where the sentences of a posting begin and end, and the heading each stands under.

Postings come as tidy lines, and as one long run of words that a web page's lists were flattened to. So a sentence ends
at its full stop, but also at a line's end, before a bullet, at a gap of two blanks, and before a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rutkit.steps.market.extract import headings
from rutkit.steps.market.extract.words import Words, word_set

LONGEST = 600
"""Characters. What runs on for longer is cut at a comma or a blank: evidence has to be readable."""


class Sentence(NamedTuple):
    """A sentence, a point of a list or a heading: `posting[start:end]`."""

    start: int
    end: int
    text: str
    heading: str | None
    """The last heading above it, without its colon; a heading's own is itself. A label such as "Salary: …" counts for
    the rest of its line."""


class Passage(NamedTuple):
    """A sentence, or the part of it that counts, with its words: from the word `first` to the one before `last`."""

    sentence: Sentence
    first: int
    last: int


def in_words(sentences: Iterable[Sentence], words: Words) -> list[Passage]:
    """The sentences of a posting with their words."""
    return [Passage(sentence, *words.within(sentence.start, sentence.end)) for sentence in sentences]


def split(words: Words) -> tuple[Sentence, ...]:
    """The sentences of a posting's plain text, in their order. Blanks and bullets between them belong to none."""
    text = words.text
    titles = headings.beginnings(words)
    sentences: list[Sentence] = []
    heading: str | None = None
    lines = list(_lines(text))
    for number, (start, end, bulleted) in enumerate(lines):
        line = text[start:end]
        before_list = number + 1 < len(lines) and lines[number + 1][2]
        if headings.is_heading(line, bulleted, before_list):
            heading = headings.plain(line)
            sentences.append(Sentence(start, end, line, heading))
        else:
            sentences += _of_line(text, start, end, heading, titles)
    return tuple(sentences)


_BULLETS = "•·▪▫●○◦‣⁃∙■□◆◇►▶▸➢➤✓✔✅★☆❖§¤\uf0b7\uf0a7"
_BULLET = re.compile(
    rf"\s*(?:(?:[-–—*+#>o]+|\(?\d{{1,2}}[.)]|\(?[a-z]\))(?=\s)|[*{_BULLETS}]+)[\s{_BULLETS}]*"
)
_BEFORE_TEXT = f" \t\xa0*–—-{_BULLETS}\n\r"
_AFTER_TEXT = f" \t\xa0{_BULLETS}\n\r"

# A full stop before what can begin a sentence, also where the blank was lost: "experience.You will".
_STOP = re.compile(
    r"""[.!?](?:["”’)\]*]*\s+(?=["“‘'(\[*]*[A-Z0-9£$€•])|(?<=[a-z][a-z)].)(?!Js\b|Net\b|Io\b)(?=[A-Z][a-z]*\s))"""
)
# "• Python • SQL", "- Python - SQL", "*Python *SQL", all in one line.
_POINT = re.compile(
    rf"[{_BULLETS}*–—-](?:(?<=[{_BULLETS}])|(?<=[\s.!?;:].)(?:[*–—-]?\s+(?=[\"“(]?[A-Z])|(?<=\*)\*?(?=[A-Z][a-z])))"
)
_GAP = re.compile(r"  [ \t\xa0]*(?=[\"“(]?[A-Z0-9£$€])")

_ABBREVIATIONS = word_set(
    "e.g i.e eg ie approx incl min max vs viz cf dr mr mrs ms prof st no nos tel ext ca circa est sr jr rs"
)
_LONGER = max(map(len, _ABBREVIATIONS)) + 1
_DOTTED = re.compile(r"(?:[a-z]{1,2}\.)+[a-z]{1,3}")
_OPENER = re.compile(
    r"(?:We|You|The|This|These|Our|Your|If|In|It|As|An?|To|For|Must|Please|Experience|Benefits)\b"
)


def _lines(text: str) -> Iterator[tuple[int, int, bool]]:
    """Each line's place without its bullet, and whether it has one. Lines that only wrap are one."""
    start = end = 0
    bulleted = False
    begin = after = 0
    for written in text.splitlines(keepends=True):
        begin, after = after, after + len(written)
        line = written.rstrip()
        bullet = _BULLET.match(line)
        first = begin + (bullet.end() if bullet else len(line) - len(line.lstrip()))
        last = begin + len(line)
        if first >= last:
            continue
        if not bullet and end - start >= _FULL and _goes_on(text, end, first):
            end = last
            continue
        if start < end:
            yield start, end, bulleted
        start, end, bulleted = first, last, bullet is not None
    if start < end:
        yield start, end, bulleted


_FULL = 45
"""Characters. A shorter line did not break off because it was full."""


def _goes_on(text: str, end: int, start: int) -> bool:
    """Whether the next line goes on in small letters in the middle of a sentence."""
    return text[start].islower() and text[end - 1] not in ".!?:;" and text.count("\n", end, start) < 2


def _of_line(
    text: str, start: int, end: int, heading: str | None, beginnings: Sequence[int]
) -> list[Sentence]:
    """The sentences of a line under a heading, whose own titles begin at some of these places at most."""
    titles = headings.titles(text, start, end, beginnings)
    cuts = {start, end, *titles}
    for stop in _STOP.finditer(text, start, end):
        if not _is_abbreviation(text, start, stop):
            cuts.add(stop.end())
    cuts.update([match.start() for match in _POINT.finditer(text, start, end)])
    cuts.update([match.end() for match in _GAP.finditer(text, start, end)])
    sentences: list[Sentence] = []
    for first, last in pairwise(sorted(cuts)):
        heading = titles.get(first, heading)
        stretch = text[first:last].lstrip(_BEFORE_TEXT)
        first = last - len(stretch)
        stretch = stretch.rstrip(_AFTER_TEXT)
        for place, piece in _pieces(first, stretch) if len(stretch) > LONGEST else ((first, stretch),):
            if piece:
                heading = headings.label(piece) or heading
                sentences.append(Sentence(place, place + len(piece), piece, heading))
    return sentences


def _is_abbreviation(text: str, start: int, stop: re.Match[str]) -> bool:
    place = stop.start()
    if text[place] != "." or text[place - _LONGER : place].isalpha():
        return False
    first = max(start, place - 12)
    word = text[max(first, text.rfind(" ", first, place) + 1) : place].lstrip("(").lower()
    if word in _ABBREVIATIONS:
        return True
    shortened = len(word) == 1 or ("." in word and _DOTTED.fullmatch(word) is not None)
    return shortened and not _OPENER.match(text, stop.end())


def _pieces(first: int, stretch: str) -> Iterator[tuple[int, str]]:
    """The stretch that begins at `first` in handy lengths: where each begins, and itself."""
    while len(stretch) > LONGEST:
        cut = max(stretch.rfind(mark, 0, LONGEST) for mark in (", ", "; ")) + 1
        cut = cut or stretch.rfind(" ", 1, LONGEST) + 1 or LONGEST
        yield first, stretch[:cut].rstrip()
        rest = stretch[cut:].lstrip()
        first += len(stretch) - len(rest)
        stretch = rest
    yield first, stretch
