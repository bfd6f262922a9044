"""The first line of a posting without form: a title, and what stands plainly beside it."""

from __future__ import annotations

import re
from typing import NamedTuple


class FirstLine(NamedTuple):
    """What a first line names. What it does not name plainly is empty."""

    title: str = ""
    company: str = ""
    location: str = ""


_LONGEST = 100
"""Characters. What is longer is a sentence."""
_NO_TITLE = re.compile(
    r"(?:about(?: the| this| our)?|our|the) (?:us|role|job|company|team|position)"
    r"|(?:job )?(?:description|overview|summary|details)"
    r"|overview|introduction|apply|back|share|save|home|menu|login|sign in",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r",\s+|\s+[–—|·-]\s+")
_FOR_EVERYBODY = re.compile(
    r"\((?:[mfwdxi](?:\s?[/|*]\s?[mfwdxi]){1,3}|all genders|any gender|gn)\)$", re.IGNORECASE
)
"""What ends a job title and nothing else: "(m/f/d)"."""
_ORGANIZATION = re.compile(
    r"\b(?:GmbH|mbH|AG|KG|SE|Ltd|Limited|LLP|LLC|PLC|plc|Inc|Corp|Corporation|SA|SAS|SpA|BV|NV|AB|Oy|Pty"
    r"|Academy|University|College|Institute|Hospital|Trust|Foundation|Council|Airlines)$"
    r"|^(?:University|College|Institute) of\b"
)
"""As written, since many are also words of titles. Departments call themselves groups, schools and solutions, too."""
_PLACE = re.compile(r"[^\W\d_][^\d,]{1,40}")


def read_first_line(text: str) -> FirstLine:
    """What the first line names, if it is short and stands alone as a title does.

    It is taken apart only where it shows how: by "(m/f/d)" at a title's end, or by a part that calls itself a company.
    "Manager, Marketing" stays whole.
    """
    first, _, rest = text.strip().partition("\n")
    line = " ".join(first.split()).strip("#*• ")
    is_title = rest.strip() and 3 <= len(line) <= _LONGEST and line[-1] not in ".:!?,;"
    return _apart(line) if is_title and not _NO_TITLE.fullmatch(line) else FirstLine()


def _apart(line: str) -> FirstLine:
    title, *others = _BETWEEN.split(line)
    is_whole_title = _FOR_EVERYBODY.search(title) is not None
    if not others or _ORGANIZATION.search(title):
        return FirstLine(line)
    company, *places = others
    if not _ORGANIZATION.search(company) or len(places) > 1:
        return FirstLine(title if is_whole_title else line)
    if places and not _PLACE.fullmatch(places[0]):
        return FirstLine(title if is_whole_title else line)
    return FirstLine(title, company, *places)
