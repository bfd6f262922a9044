"""Records with named fields, from tables and JSON, as postings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rutkit.exchange.postings import wording
from rutkit.exchange.postings.facts import Facts, Pay, with_facts
from rutkit.exchange.postings.fields import parts_by_name
from rutkit.exchange.postings.found import Found, FoundPosting, Unreadable, checked
from rutkit.exchange.postings.markup import without_markdown
from rutkit.exchange.postings.schema_org import JOB_POSTING
from rutkit.exchange.postings.schema_org import posting as posting_of_item
from rutkit.exchange.postings.structured import is_a

Fields = Mapping[str, tuple[str, ...]]
"""The parts of a posting and the names of the fields that hold each, see `fields.parts_by_name`."""

_SECTIONS = (
    "responsibilities",
    "requirements",
    "qualifications",
    "skills",
    "education",
    "experience",
    "benefits",
)


def posting_of_record(record: object, number: int, where: str) -> Found:
    """The posting that a parsed JSON value is; `number` is its place in the file."""
    if not isinstance(record, Mapping):
        return Unreadable(where, "It is no record with named fields.")
    if is_a(record, JOB_POSTING):
        return checked(posting_of_item(record, where))
    fields = parts_by_name(map(str, record))
    if "text" not in fields:
        return Unreadable(
            where, f"None of its fields is called “text” or “description”. It has {_listed(record)}."
        )
    return checked(posting(record, fields, number, where))


def posting(
    record: Mapping[str, Any], fields: Fields, number: int, where: str, *, day_first: bool = False
) -> FoundPosting:
    """The posting in a record whose fields are known; not yet checked for having a text."""
    values = _Values(record, fields)
    text, title = values.of("text"), values.of("title")
    if _is_lever(record):
        text, title = values.of("text", but="text"), values.of("title") or wording.words(record.get("text"))
    if isinstance(text, str) and values.of("more_text"):
        text = f"{text}\n\n{wording.words(values.of('more_text'))}"
    identifier = values.of("id")
    return FoundPosting(
        text=with_facts(without_markdown(wording.paragraphs(text)), _facts(values)),
        title=wording.one_line(wording.words(title)),
        company=wording.one_line(wording.words(values.of("company"))),
        location=wording.one_line(wording.words(values.of("location"))),
        link=next(filter(None, map(wording.web_address, values.all("link"))), ""),
        posted=next(
            filter(None, (wording.day(day, day_first=day_first) for day in values.all("posted"))), None
        ),
        closing=next(
            filter(None, (wording.day(day, day_first=day_first) for day in values.all("closing"))), None
        ),
        where=where,
        id=identifier if isinstance(identifier, int | str) and not isinstance(identifier, bool) else number,
    )


class _Values:
    """The values of a record by what they are of a posting."""

    def __init__(self, record: Mapping[str, Any], fields: Fields) -> None:
        self._record = record
        self._fields = fields

    def all(self, part: str) -> Iterator[Any]:
        """What its fields hold, without what is empty, the likeliest first."""
        values = (self._record.get(name) for name in self._fields.get(part, ()))
        return (value for value in values if value is not None and value not in ("", [], {}))

    def of(self, part: str, *, but: str = "") -> Any:
        """What the likeliest of its filled fields holds, or None."""
        if but:
            names = (name for name in self._fields.get(part, ()) if name != but)
            return next((value for name in names if (value := self._record.get(name))), None)
        return next(self.all(part), None)


def _is_lever(record: Mapping[str, Any]) -> bool:
    """Whether it is a posting as Lever's interface gives it, in which the title is called "text"."""
    return "descriptionPlain" in record and "text" in record


def _facts(values: _Values) -> Facts:
    alone = wording.amount(values.of("pay"))
    low = wording.amount(values.of("pay_low")) or alone
    high = wording.amount(values.of("pay_high")) or alone
    currency = wording.words(values.of("currency")).upper()
    sections = ((part, wording.paragraphs(values.of(part))) for part in _SECTIONS)
    return Facts(
        pay=Pay(low, high, currency if len(currency) == 3 else "", wording.unit_of_pay(values.of("pay_unit")))
        if low or high
        else None,
        pay_in_words=wording.pay_in_words(values.of("pay")),
        employment=tuple(
            dict.fromkeys(
                kind for value in values.all("employment") for kind in wording.kinds_of_employment(value)
            )
        ),
        workplace=next(filter(None, map(wording.workplace, values.all("workplace"))), ""),
        sections=tuple((part.capitalize(), body) for part, body in sections if body),
    )


def _listed(record: Mapping[Any, Any]) -> str:
    names = [f"“{name}”" for name in list(record)[:8]]
    return ", ".join(names) + (" and more" if len(record) > 8 else "") if names else "none"
