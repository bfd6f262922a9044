"""What was read in a posting, as one says it."""

from __future__ import annotations

from rutkit.formatting import counted, format_money, format_number
from rutkit.steps.market.extract.reading import EducationMention, Salary, YearsMention


def years_in_words(years: YearsMention) -> str:
    """The years of experience asked for.

    >>> years_in_words(YearsMention(3, 5, "3–5 years"))
    '3 to 5 years'
    """
    if years.min is not None and years.max is not None and years.min != years.max:
        return f"{format_number(years.min)} to {_years(years.max)}"
    if years.min is not None:
        return _years(years.min) if years.min == years.max else f"{_years(years.min)} or more"
    return f"up to {_years(years.max)}" if years.max is not None else "years not said"


def education_in_words(education: EducationMention) -> str:
    """The education asked for.

    >>> education_in_words(EducationMention("bachelor", "Business", True, ""))
    'bachelor in Business, or experience instead'
    """
    field = f" in {education.field}" if education.field else ""
    return f"{education.level}{field}{', or experience instead' if education.or_equivalent else ''}"


def salary_in_words(salary: Salary) -> str:
    """The pay as the posting writes it, and as an amount for a full year if it is by the hour, day, week or month.

    >>> salary_in_words(Salary(20, 25, "GBP", "hour", False, 41_600, 52_000, "£20–£25 an hour"))
    '£20 to £25 per hour, which is £41,600 to £52,000 in a full year'
    """
    offered = f"{_range(salary.min, salary.max, salary.currency)} per {salary.unit}"
    if salary.pro_rata:
        offered += ", pro rata"
    if salary.unit == "year" or (salary.annual_min, salary.annual_max) == (None, None):
        return offered
    return (
        f"{offered}, which is {_range(salary.annual_min, salary.annual_max, salary.currency)} in a full year"
    )


def _years(count: float) -> str:
    return counted(int(count), "year") if count == int(count) else f"{format_number(count)} years"


def amount_in_words(amount: float, currency: str) -> str:
    """An amount with the sign of its currency; without one where the posting names none.

    >>> amount_in_words(41_600, "")
    '41,600'
    """
    return format_money(amount, currency) if currency else format_number(amount, decimals=0)


def _range(low: float | None, high: float | None, currency: str) -> str:
    if low is not None and high is not None and low != high:
        return f"{amount_in_words(low, currency)} to {amount_in_words(high, currency)}"
    if low is not None:
        return amount_in_words(low, currency) if low == high else f"from {amount_in_words(low, currency)}"
    return f"up to {amount_in_words(high, currency)}" if high is not None else "an amount not said"
