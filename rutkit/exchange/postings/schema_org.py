"""A JobPosting of schema.org, the vocabulary in which career sites describe their postings to search engines.

Source: schema.org, version 30.0 (2026), https://schema.org/JobPosting.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rutkit.exchange.postings import wording
from rutkit.exchange.postings.facts import Facts, Pay, with_facts
from rutkit.exchange.postings.found import FoundPosting
from rutkit.exchange.postings.structured import Item

JOB_POSTING = "JobPosting"
_SECTIONS = (
    ("responsibilities", "Responsibilities"),
    ("qualifications", "Qualifications"),
    ("skills", "Skills"),
    ("educationRequirements", "Education"),
    ("experienceRequirements", "Experience"),
    ("jobBenefits", "Benefits"),
    ("incentiveCompensation", "Incentives"),
)


def posting(item: Item, where: str = "", *, text: str = "") -> FoundPosting:
    """The posting that a JobPosting describes; `text` stands in for a description that it lacks."""
    return FoundPosting(
        text=with_facts(wording.paragraphs(item.get("description")) or text, _facts(item)),
        title=wording.one_line(wording.words(item.get("title")) or wording.words(item.get("name"))),
        company=wording.one_line(wording.words(item.get("hiringOrganization"))),
        location=_location(item),
        link=wording.web_address(item.get("url")) or wording.web_address(item.get("sameAs")),
        posted=wording.day(item.get("datePosted")),
        closing=wording.day(item.get("validThrough")),
        where=where,
        id=_identifier(item.get("identifier")),
    )


def _facts(item: Item) -> Facts:
    pay = _pay(item)
    sections = {heading: _section(item.get(name)) for name, heading in _SECTIONS}
    if sections["Education"] and item.get("experienceInPlaceOfEducation") in (True, "true", "True"):
        sections["Education"] += " or equivalent experience"
    return Facts(
        pay=pay,
        pay_in_words=wording.pay_in_words(item.get("baseSalary")),
        employment=wording.kinds_of_employment(_listed(item.get("employmentType"))),
        workplace=wording.workplace(item.get("jobLocationType")),
        hours=wording.one_line(wording.words(item.get("workHours"))),
        months_of_experience=_months(item.get("experienceRequirements")),
        sections=tuple((heading, body) for heading, body in sections.items() if body),
    )


def _pay(item: Item) -> Pay | None:
    """The base salary: a number, or a MonetaryAmount whose value is a number or has bounds and a unit."""
    base = _first(item.get("baseSalary"))
    currency = wording.words(item.get("salaryCurrency"))
    unit = ""
    if isinstance(base, Mapping):
        currency = wording.words(base.get("currency")) or currency
        unit = wording.unit_of_pay(base.get("unitText"))
        if "value" in base:
            base = _first(base["value"])
    if isinstance(base, Mapping):
        unit = wording.unit_of_pay(base.get("unitText")) or unit
        alone = wording.amount(base.get("value"))
        low, high = (
            wording.amount(base.get("minValue")) or alone,
            wording.amount(base.get("maxValue")) or alone,
        )
    else:
        low = high = wording.amount(base)
    if low is None and high is None:
        return None
    return Pay(low, high, currency.upper() if len(currency) == 3 else "", unit)


def _section(value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(filter(None, map(_section, value)))
    if not isinstance(value, Mapping):
        return wording.words(value)
    credential = wording.words(value.get("credentialCategory"))
    about = wording.words(value.get("about")) or wording.words(value.get("competencyRequired"))
    if credential:
        return f"{credential} in {about}" if about else credential
    return wording.words(value) or wording.words(value.get("description"))


def _months(value: Any) -> int | None:
    value = _first(value)
    months = wording.amount(value.get("monthsOfExperience")) if isinstance(value, Mapping) else None
    return int(months) if months and months < _MOST_MONTHS else None


_MOST_MONTHS = 600


def _location(item: Item) -> str:
    places = [_place(place) for place in _listed(item.get("jobLocation"))]
    if not any(places):
        places = [wording.words(place) for place in _listed(item.get("applicantLocationRequirements"))]
    return "; ".join(dict.fromkeys(filter(None, map(wording.one_line, places))))


def _place(place: Any) -> str:
    address = _first(place.get("address")) if isinstance(place, Mapping) else place
    if not isinstance(address, Mapping):
        return wording.words(address) or wording.words(place)
    parts = (
        wording.words(address.get(name)) for name in ("addressLocality", "addressRegion", "addressCountry")
    )
    return ", ".join(dict.fromkeys(filter(None, parts))) or wording.words(place)


def _identifier(value: Any) -> str:
    value = _first(value)
    return wording.words(value.get("value") if isinstance(value, Mapping) else value)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _first(value: Any) -> Any:
    return next(iter(value), None) if isinstance(value, list) else value
