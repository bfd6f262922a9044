"""Messages from templates: starters, the fields in them, and the link that opens a mail. Nothing is sent."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from rutkit.formatting import join_words
from rutkit.steps.network.records import Contact, MessageTemplate, Occasion

LONGEST_MAIL_LINK = 1_900
"""Characters. Some mail programs cut a longer link."""

_FIELD = re.compile(r"\{([a-z ]+)\}")
_GAPS = {"me": "your name"}
"""What stands in a gap, where the field’s own name would say something else."""
_TITLES = frozenset({"dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "rev"})
_BEHIND_NAMES = frozenset({"jr", "sr", "esq"})
_ADDRESS = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+")


@dataclass(frozen=True)
class Starter:
    """A text to begin from, the person's own or one that comes with rutkit."""

    name: str
    occasion: Occasion
    subject: str
    text: str


STARTERS: tuple[Starter, ...] = (
    Starter(
        "After a long time",
        "reconnecting",
        "It has been a while",
        "Hi {first name},\n\n"
        "I came across something today that made me think of you: [what it was]. It has been too long, and that is "
        "as much my doing as anybody’s.\n\n"
        "How are you, and what keeps you busy at {company} these days? Here, [one sentence about yourself].\n\n"
        "No need to answer soon. I just wanted to say hello.\n\n"
        "{me}",
    ),
    Starter(
        "I am looking around",
        "telling that I am exploring",
        "What I am up to",
        "Hi {first name},\n\n"
        "you are one of the people whose view of my work I trust, so I wanted you to hear it from me: I have begun to "
        "look at what could come next. I am thinking of {wanted role}, because [your reason in one sentence].\n\n"
        "I ask for nothing. If something comes to mind that I should read, or somebody I would enjoy talking to, I "
        "would be glad to hear of it. Please keep it between us for now.\n\n"
        "And you: is there anything that I could help you with?\n\n"
        "{me}",
    ),
    Starter(
        "Half an hour of your time",
        "asking for a conversation",
        "A question about your work",
        "Hi {first name},\n\n"
        "I am finding out what working as {wanted role} is really like, and you know {company} from the inside. "
        "Would you tell me about it, for twenty minutes by phone or over a coffee that I bring?\n\n"
        "I am curious about [two questions that only they can answer]. This is not about a job: I would like to "
        "understand the work before I decide anything.\n\n"
        "If it does not suit you, that is quite all right.\n\n"
        "{me}",
    ),
    Starter(
        "Thank you",
        "thanking",
        "Thank you",
        "Hi {first name},\n\n"
        "thank you for [what they did or said]. I have [what you did with it], and it made a difference: [which].\n\n"
        "If I can ever return it, with [something you are good at] or otherwise, just say so.\n\n"
        "{me}",
    ),
)
"""What rutkit offers for a beginning. What stands in brackets is for the person to write."""


@dataclass(frozen=True)
class Filled:
    """A text with its fields filled for somebody."""

    subject: str
    text: str
    gaps: tuple[str, ...]
    """What there was nothing to fill in for, each once; it stands in brackets in the text."""

    @property
    def sentence(self) -> str:
        """What is still to be written."""
        if not self.gaps:
            return ""
        return f"Nothing is noted for {join_words([f'“{gap}”' for gap in self.gaps])}; it stands in brackets."


def starter_of(template: MessageTemplate) -> Starter:
    """The person's own template as something to begin from."""
    return Starter(
        template.name.strip() or template.subject.strip() or "A template without a name",
        template.occasion,
        template.subject,
        template.text,
    )


def all_starters(templates: Iterable[MessageTemplate]) -> tuple[Starter, ...]:
    """The person's own first, then those that come with rutkit."""
    return (*(starter_of(each) for each in templates), *STARTERS)


def fill(starter: Starter, contact: Contact, *, signature: str = "", wanted_role: str = "") -> Filled:
    """The text for somebody: “{first name}”, “{name}”, “{company}”, “{role}”, “{wanted role}” and “{me}” filled in.

    Other words in braces stay as they are.
    """
    known = {
        "first name": first_name(contact.name),
        "name": contact.name.strip(),
        "company": contact.company.strip(),
        "role": contact.position.strip(),
        "wanted role": wanted_role.strip(),
        "me": signature.strip(),
    }
    gaps: list[str] = []

    def value(found: re.Match[str]) -> str:
        field = found[1]
        if field not in known:
            return found[0]
        if not known[field]:
            gaps.append(_GAPS.get(field, field))
        return known[field] or f"[{_GAPS.get(field, field)}]"

    subject, text = _FIELD.sub(value, starter.subject), _FIELD.sub(value, starter.text)
    return Filled(subject, text, tuple(dict.fromkeys(gaps)))


def first_name(name: str) -> str:
    """How one would begin a message to somebody.

    Empty for what is a mail address and not a name.

    >>> first_name("Dr. Ada Otter"), first_name("Otter, Ada"), first_name("Ada Otter, PMP")
    ('Ada', 'Ada', 'Ada')
    """
    if "@" in name:
        return ""
    before, _, after = (part.split() for part in name.partition(","))
    is_family_first = after and not (len(before) > 1 and _is_degree(after[0]))
    words = after if is_family_first else before
    return next((word for word in words if word.strip(".").casefold() not in _TITLES), "")


def _is_degree(word: str) -> bool:
    """Whether it is written like “PMP”, “Ph.D.” or “Jr.”: what profiles put behind a name."""
    letters = [letter for letter in word if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    is_mostly_capitals = len(letters) > 1 and capitals * 2 > len(letters)
    return is_mostly_capitals or "".join(letters).casefold() in _BEHIND_NAMES


def mail_link(address: str, subject: str, text: str) -> str:
    """A link that opens a mail with this subject and text in the person's own mail program; empty without an address.

    Every sign outside of letters and digits is encoded, and lines end as RFC 6068 asks.

    >>> mail_link("ada@example.org", "Hi & hello", "One\\nTwo")
    'mailto:ada@example.org?subject=Hi%20%26%20hello&body=One%0D%0ATwo'
    """
    address = address.strip()
    if not _ADDRESS.fullmatch(address):
        return ""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")
    parts = [
        f"{name}={quote(value, safe='')}" for name, value in (("subject", subject), ("body", lines)) if value
    ]
    return f"mailto:{quote(address, safe='@')}" + ("?" + "&".join(parts) if parts else "")
