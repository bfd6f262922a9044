"""What in a posting is a heading: a line of its own, a label before a colon, or a title within running text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from rutkit.steps.market.extract.words import Words, sought

_LONGEST = 80
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

_TITLES = "|".join(
    (
        r"About (?:[Yy]ou|[Uu]s|[Tt]he (?:[Rr]ole|[Jj]ob|[Cc]ompany|[Tt]eam|[Pp]osition))",
        r"(?:The )?(?:Ideal |Successful )?(?:Candidate|Person)(?: (?:Requirements?|Profile|Specification))?",
        r"The (?:Role|Job|Company|Position|Client|Package|Opportunity|Team|Benefits|Requirements?|Rewards?|Individual)",
        r"(?:Key |Main |Primary |Core |Day.to.[Dd]ay |Principal |Job |Your )?"
        r"(?:Responsibilities|Duties|Accountabilities|Tasks)",
        r"(?:Key |Core |Minimum |Basic |Job |Essential |Desirable |Desired |Required |Necessary |Preferred |Technical "
        r"|Additional |Personal |Professional |Role )*"
        r"(?:Skills?|Requirements?|Qualifications?|Experience|Knowledge|Competenc(?:ies|es)|Criteria|Attributes"
        r"|Qualities|Abilities)"
        r"(?:(?:,| and| &|/|,? and/or) ?"
        r"(?:Skills|Requirements|Qualifications|Experience|Knowledge|Abilities|Education))*"
        r"(?: (?:[Rr]equired|[Nn]eeded|[Dd]esired|[Pp]referred))?",
        r"Essentials?|Desirables?|Must.[Hh]aves?|Nice.[Tt]o.[Hh]aves?|Bonus [Pp]oints|Preferred|Required",
        r"What (?:[Yy]ou(?:['’]ll| will)? (?:[Nn]eed|[Bb]ring|[Dd]o|[Hh]ave|[Gg]et)|[Ww]e(?:['’]re| are)? (?:[Oo]ffer"
        r"|[Ll]ook(?:ing)? [Ff]or|[Ee]xpect))(?: [Tt]o [Dd]o)?",
        r"Who [Yy]ou [Aa]re|Job (?:Description|Purpose|Summary|Title)|Role (?:Purpose|Overview|Summary)",
        r"(?:Company |Our )?(?:Benefits|Overview|Background)|Package|Salary|Location|Hours|Education|Training",
        r"You (?:[Hh]ave|[Bb]ring)|Your (?:[Pp]rofile|[Ss]kills|[Bb]ackground|[Ee]xperience)|We [Oo]ffer",
        r"Person Specification|Languages|Technologies|How [Tt]o [Aa]pply",
    )
)
_TITLE_LINE = re.compile(_TITLES, re.IGNORECASE)
# A title without a colon counts in running text only where it has two words and the next one begins anew. To look for
# the colon or the second word first takes less time than to try all titles at every capital.
_TITLE_WITHIN = re.compile(
    rf"(?:(?=[^:]{{0,{_LONGEST}}}:)(?:{_TITLES})(?=\s?:)|(?=\w+ [A-Z])(?:{_TITLES})(?=\s+[A-Z]))"
)
_FIRST_WORDS = sought(
    """
    abilities about accountabilities additional attributes background basic benefits bonus candidate company competences
    competencies core criteria day desirable desirables desired duties education essential essentials experience hours
    how ideal job key knowledge languages location main minimum must necessary nice our overview package person personal
    preferred primary principal professional qualification qualifications qualities required requirement requirements
    responsibilities role salary skill skills successful tasks technical technologies the training we what who you your
    """
)
"""What every title begins with."""
_LABEL = re.compile(r"[A-Z][^.:;!?\n,(•]{1,60}?(?: ?\([^)\n]{1,30}\))?(?=\s?:(?:\s|$|[A-Z•*-]))")


def is_heading(line: str, bulleted: bool, before_list: bool) -> bool:
    """Whether a whole line is one. `bulleted`: it is itself a point of a list; `before_list`: the next line is one."""
    if len(line) > _LONGEST:
        return False
    if _TITLE_LINE.fullmatch(plain(line)):
        return True
    if bulleted:
        return False
    words = line.split()
    if line.endswith(":"):
        return len(words) <= 12 and ". " not in line
    if len(words) > 8 or line[-1] in ".!?;," or "," in line:
        return False
    if before_list:
        return line[0].isupper()
    return len(words) > 1 and line.isupper() and not any(character.isdigit() for character in line)


def plain(line: str) -> str:
    """A heading without its colon and marks."""
    return line.strip(" \t\xa0:*#_-–—")


def beginnings(words: Words) -> list[int]:
    """The characters of a posting that titles may begin at: capitals after a blank, or at the very start."""
    text = words.text
    starts = [words.starts[place] for place in words.places(_FIRST_WORDS)]
    return [start for start in starts if text[start] in _CAPITALS]


def titles(text: str, start: int, end: int, starts: Sequence[int]) -> dict[int, str]:
    """The titles within a line or at its start, of those `starts` that the posting has: where, and what they say."""
    found: dict[int, str] = {}
    done = start
    for place in starts[bisect_left(starts, start) : bisect_left(starts, end)]:
        if place == start:
            match = _TITLE_WITHIN.match(text, start, min(end, start + _LONGEST))
        elif place > done and text[place - 1] == " ":
            match = _TITLE_WITHIN.match(text, place, end)
        else:
            continue
        if match:
            found[place] = match[0]
            done = match.end()
    return found


def label(sentence: str) -> str | None:
    """What stands before the colon at the beginning of a sentence: "Essential" of "Essential: Python"."""
    if 0 < sentence.find(":") <= _LONGEST and (match := _LABEL.match(sentence)):
        return match[0].strip()
    return None
