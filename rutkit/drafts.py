"""Drafts: half-typed input becomes a checked record, or errors in words.

A draft holds, for each field, the raw value as its widget holds it, in JSON:

| kind | raw value |
|---|---|
| short or long text | str |
| whole or decimal number, money | str as typed: "1,234.50", "1 234,5", "40 hours", "about 3200" |
| date | "YYYY-MM-DD" or None |
| date and time | "YYYY-MM-DDTHH:MM" or None; local time without a zone, and so in the record |
| month | "YYYY-MM" or None; as text also "3/2024", "03.2024", "March 2024" |
| date as far as it is known | str as typed: "2014", "Sep 2014", "2014-09-30" |
| yes or no | bool or None |
| one of several | str or None |
| several of several, tags | list of str |
| scale | int or None |
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Generic, TypeAlias, TypeVar

from pydantic import JsonValue, ValidationError
from pydantic_core import ErrorDetails

from rutkit.dates import month_number, write_partial_date
from rutkit.numerals import LonePoint, NotANumberError, UnclearNumberError, read_number, write_number
from rutkit.records import BOOKKEEPING, FieldSpec, Kind, Record, describe

Draft: TypeAlias = Mapping[str, JsonValue]

R = TypeVar("R", bound=Record)


class DraftError(ValueError):
    """A raw value cannot be read; the message is one sentence for the person."""


@dataclass(frozen=True)
class Checked(Generic[R]):
    """What came of a draft: a record, or what stands in its way."""

    record: R | None
    """None if anything is wrong."""
    errors: Mapping[str, str] = field(default_factory=dict)
    """Field name to one plain sentence; under "" what is wrong with the record as a whole."""


def draft_of(record: Record) -> dict[str, JsonValue]:
    """The raw values that a form shows for `record`."""
    return {spec.name: _raw(spec, getattr(record, spec.name)) for spec in describe(type(record))}


def blank_draft(record_type: type[Record]) -> dict[str, JsonValue]:
    """The raw values of an empty form: the defaults, and nothing where there is none."""
    return {spec.name: _raw(spec, _default(record_type, spec)) for spec in describe(record_type)}


def check(record_type: type[R], draft: Draft, *, base: R | None = None) -> Checked[R]:
    """Read `draft` as a record.

    Args:
        record_type: what it shall become.
        draft: raw values. Names that the record type does not know (from an older version) are ignored;
            fields that are missing are taken from `base`, or have their default.
        base: the record that is being edited. The result keeps its `id`, `version`, `created_at` and
            `updated_at`, and the exact value of every field whose raw value is as `draft_of(base)` gave it.
    """
    values: dict[str, Any] = {} if base is None else {name: getattr(base, name) for name in BOOKKEEPING}
    shown = {} if base is None else draft_of(base)
    errors: dict[str, str] = {}
    for spec in describe(record_type):
        name = spec.name
        if base is not None and draft.get(name, shown[name]) == shown[name]:
            values[name] = getattr(base, name)
        elif name in draft or spec.required:
            try:
                values[name] = parse(spec, draft.get(name))
            except DraftError as error:
                errors[name] = str(error)
    if errors:
        return Checked(None, errors)
    try:
        return Checked(record_type.model_validate(values))
    except ValidationError as error:
        return Checked(None, _in_words(record_type, error))


def parse(spec: FieldSpec, raw: JsonValue) -> object:
    """The value of one field from its raw value.

    Raises:
        DraftError: it cannot be read, or lies outside the field's bounds.
    """
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return _nothing(spec)
    return _PARSERS[spec.kind](spec, raw)


_TEXTS = frozenset({Kind.SHORT_TEXT, Kind.LONG_TEXT, Kind.PARTIAL_DATE})
_LISTS = frozenset({Kind.CHOICES, Kind.TAGS})
_NUMBERS = frozenset({Kind.INTEGER, Kind.DECIMAL, Kind.MONEY})

_PLEASE: dict[Kind, str] = {
    Kind.SHORT_TEXT: "Please write something here.",
    Kind.LONG_TEXT: "Please write something here.",
    Kind.INTEGER: "Please enter a whole number, for example 38.",
    Kind.DECIMAL: "Please enter a number, for example 38 or 37.5.",
    Kind.MONEY: "Please enter an amount, for example 1200 or 49.90.",
    Kind.DATE: "Please choose a day.",
    Kind.DATETIME: "Please choose a day and a time.",
    Kind.MONTH: "Please enter a month and its year, for example March 2027 or 2027-03.",
    Kind.PARTIAL_DATE: "Please write a year, a month or a day: 2024, May 2024 or 2024-05-31.",
    Kind.YES_NO: "Please choose yes or no.",
    Kind.CHOICE: "Please choose one of these.",
    Kind.CHOICES: "Please choose from these.",
    Kind.TAGS: "Please enter a few words.",
    Kind.SCALE: "Please choose one of the steps.",
}


def _nothing(spec: FieldSpec) -> object:
    """What an empty field stands for."""
    if spec.optional:
        return None
    if spec.kind in _LISTS:
        return ()
    if spec.kind in _TEXTS and not spec.required and not spec.minimum:
        return ""
    raise DraftError(_PLEASE[spec.kind])


def _text(spec: FieldSpec, raw: JsonValue) -> str:
    if not isinstance(raw, str):
        raise DraftError(_PLEASE[spec.kind])
    return raw if spec.kind is Kind.LONG_TEXT else " ".join(raw.split())


def _integer(spec: FieldSpec, raw: JsonValue) -> int:
    number = _number(spec, raw, LonePoint.UNCLEAR)
    if number != int(number):
        raise DraftError(_PLEASE[spec.kind])
    return int(number)


def _decimal(spec: FieldSpec, raw: JsonValue) -> float:
    return float(_number(spec, raw, LonePoint.DECIMALS))


def _money(spec: FieldSpec, raw: JsonValue) -> Decimal:
    return _number(spec, raw, LonePoint.THOUSANDS)


def _number(spec: FieldSpec, raw: JsonValue, lone_point: LonePoint) -> Decimal:
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        number = Decimal(raw) if isinstance(raw, int) else Decimal(repr(raw))
    elif isinstance(raw, str):
        number = _written_number(spec, raw, lone_point)
    else:
        raise DraftError(_PLEASE[spec.kind])
    if not number.is_finite() or abs(number) >= _TOO_LARGE:
        raise DraftError("That number is too large to keep.")
    if (spec.minimum is not None and number < Decimal(str(spec.minimum))) or (
        spec.maximum is not None and number > Decimal(str(spec.maximum))
    ):
        raise DraftError(_bounds(spec))
    return number


_TOO_LARGE = Decimal(10) ** 15


def _written_number(spec: FieldSpec, text: str, lone_point: LonePoint) -> Decimal:
    try:
        return read_number(text, unit=spec.unit, money=spec.kind is Kind.MONEY, lone_point=lone_point)
    except UnclearNumberError as error:
        one, other = map(write_number, error.readings)
        raise DraftError(
            f"{error.text} can mean {one} or {other}: please write it without the point."
        ) from None
    except NotANumberError:
        raise DraftError(_PLEASE[spec.kind]) from None


def _date(spec: FieldSpec, raw: JsonValue) -> date:
    if not isinstance(raw, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", raw):
        raise DraftError(_PLEASE[spec.kind])
    try:
        day = date.fromisoformat(raw)
    except ValueError:
        raise DraftError("There is no such day in the calendar.") from None
    _require_likely(day.year)
    return day


def _datetime(spec: FieldSpec, raw: JsonValue) -> datetime:
    if not isinstance(raw, str) or not re.fullmatch(r"[0-9-]{10}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?", raw):
        raise DraftError(_PLEASE[spec.kind])
    try:
        moment = datetime.fromisoformat(raw)
    except ValueError:
        raise DraftError("There is no such day or time.") from None
    _require_likely(moment.year)
    return moment


_LIKELY_YEARS = range(1900, 2200)


def _require_likely(year: int) -> None:
    """Refuse a year that is half typed: pandas knows no such days, and no chart could be drawn with one."""
    if year not in _LIKELY_YEARS:
        raise DraftError(f"The year should lie between {_LIKELY_YEARS[0]} and {_LIKELY_YEARS[-1]}.")


_MONTHS = (
    re.compile(r"(?P<year>[0-9]{4})[-/. ](?P<month>[0-9]{1,2})(?:-[0-9]{1,2})?"),
    re.compile(r"(?P<month>[0-9]{1,2})[-/. ](?P<year>[0-9]{4})"),
    re.compile(r"(?P<month>[A-Za-z]{3,9})\.?,? ?(?P<year>[0-9]{4})"),
)


def _month(spec: FieldSpec, raw: JsonValue) -> date:
    text = raw.strip() if isinstance(raw, str) else ""
    found = next((match for form in _MONTHS if (match := form.fullmatch(text))), None)
    if found is None:
        raise DraftError(_PLEASE[spec.kind])
    name = found["month"]
    month = int(name) if name.isdigit() else month_number(name)
    if month is None or not 1 <= month <= 12:
        raise DraftError(_PLEASE[spec.kind])
    year = int(found["year"])
    _require_likely(year)
    return date(year, month, 1)


def _yes_no(spec: FieldSpec, raw: JsonValue) -> bool:
    if not isinstance(raw, bool):
        raise DraftError(_PLEASE[spec.kind])
    return raw


def _choice(spec: FieldSpec, raw: JsonValue) -> str:
    if not isinstance(raw, str) or raw not in spec.choices:
        raise DraftError(_PLEASE[spec.kind])
    return raw


def _choices(spec: FieldSpec, raw: JsonValue) -> tuple[str, ...]:
    if not isinstance(raw, list):
        raise DraftError(_PLEASE[spec.kind])
    return tuple(dict.fromkeys(_choice(spec, one) for one in raw))


def _tags(spec: FieldSpec, raw: JsonValue) -> tuple[str, ...]:
    if not isinstance(raw, list):
        raise DraftError(_PLEASE[spec.kind])
    tags = (_text(spec, one) for one in raw)
    once: dict[str, str] = {}
    for tag in tags:
        once.setdefault(tag.casefold(), tag)
    return tuple(tag for tag in once.values() if tag)


def _scale(spec: FieldSpec, raw: JsonValue) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int) or not 0 <= raw < spec.steps:
        raise DraftError(_PLEASE[spec.kind])
    return raw


_PARSERS = {
    Kind.SHORT_TEXT: _text,
    Kind.LONG_TEXT: _text,
    Kind.INTEGER: _integer,
    Kind.DECIMAL: _decimal,
    Kind.MONEY: _money,
    Kind.DATE: _date,
    Kind.DATETIME: _datetime,
    Kind.MONTH: _month,
    Kind.PARTIAL_DATE: _text,
    Kind.YES_NO: _yes_no,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.TAGS: _tags,
    Kind.SCALE: _scale,
}


def _default(record_type: type[Record], spec: FieldSpec) -> Any:
    """The field's default at this moment: `spec.default` was made once, and "today" moves on."""
    if spec.required:
        return None
    return record_type.model_fields[spec.name].get_default(call_default_factory=True)


def _raw(spec: FieldSpec, value: Any) -> JsonValue:
    if spec.kind in _LISTS:
        return list(value or ())
    if value is None:
        return "" if spec.kind in _TEXTS | _NUMBERS else None
    if spec.kind in _NUMBERS:
        return write_number(value)
    if spec.kind is Kind.DATE:
        return str(value.isoformat())
    if spec.kind is Kind.DATETIME:
        return str(value.replace(tzinfo=None).isoformat(timespec="minutes"))
    if spec.kind is Kind.MONTH:
        return str(value.isoformat()[:7])
    if spec.kind is Kind.PARTIAL_DATE and value:
        return write_partial_date(value)
    return value if isinstance(value, bool | int) else str(value)


def _in_words(record_type: type[Record], error: ValidationError) -> dict[str, str]:
    """pydantic's findings as sentences, the first for each field."""
    specs = {spec.name: spec for spec in describe(record_type)}
    errors: dict[str, str] = {}
    for detail in error.errors(include_url=False, include_input=False):
        spec = specs.get(str(detail["loc"][0])) if detail["loc"] else None
        errors.setdefault(spec.name if spec else "", _sentence(spec, detail))
    return errors


def _sentence(spec: FieldSpec | None, detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    match detail["type"]:
        case "value_error" | "assertion_error":
            return _as_sentence(str(context.get("error", "")))
        case "greater_than" if spec:
            return f"More than {_quantity(spec, context['gt'])}, please."
        case "less_than" if spec:
            return f"Less than {_quantity(spec, context['lt'])}, please."
        case "greater_than_equal" | "less_than_equal" if spec:
            return _bounds(spec)
        case "decimal_max_places":
            return f"At most {context['decimal_places']} decimal places, please."
        case "decimal_max_digits" | "decimal_whole_digits":
            return "That number is too large to keep."
        case "string_too_long":
            return f"At most {context['max_length']:,} characters, please."
        case "string_too_short" if context["min_length"] > 1:
            return f"At least {context['min_length']:,} characters, please."
        case "too_long":
            return f"At most {context['max_length']} of these, please."
        case "too_short":
            return f"At least {context['min_length']} of these, please."
        case _:
            return _PLEASE[spec.kind] if spec else _NOT_UNDERSTOOD


_NOT_UNDERSTOOD = "This does not fit together yet; please look it over."


def _as_sentence(words: str) -> str:
    words = words.strip()
    if not words:
        return _NOT_UNDERSTOOD
    return words[0].upper() + words[1:] + ("" if words[-1] in ".?!" else ".")


def _bounds(spec: FieldSpec) -> str:
    if spec.minimum is not None and spec.maximum is not None:
        return (
            f"Between {write_number(spec.minimum, grouped=True)} and {_quantity(spec, spec.maximum)}, please."
        )
    if spec.minimum is not None:
        return f"At least {_quantity(spec, spec.minimum)}, please."
    return f"At most {_quantity(spec, spec.maximum or 0)}, please."


def _quantity(spec: FieldSpec, number: float | Decimal) -> str:
    return f"{write_number(number, grouped=True)} {spec.unit}".strip()
