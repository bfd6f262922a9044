"""What a record is called where it cannot be shown whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from textwrap import shorten

from rutkit.formatting import format_value, in_plural
from rutkit.records import FieldSpec, Kind, Record, describe

LONGEST_NAME = 60
_DAYS = frozenset({Kind.DATE, Kind.DATETIME, Kind.MONTH})
_WORDS = frozenset({Kind.SHORT_TEXT, Kind.LONG_TEXT})
_AN_ID = re.compile("[0-9a-f]{32}")


def title_of(record_type: type[Record]) -> str:
    """What a table of these is headed with: "Check-ins", or "Exit plan" where there is one in a workbook."""
    is_one = record_type.one_per == ()
    words = record_type.noun if is_one else record_type.plural or in_plural(record_type.noun)
    return words[:1].upper() + words[1:]


def name_of(record: Record, names: Mapping[str, str] | None = None) -> str:
    """A few words for one record: what it says first, and its day. `names` are those of the records it points at.

    >>> from rutkit.records import ShortText
    >>> class Wish(Record):
    ...     text: ShortText = ""
    >>> name_of(Wish(text="Fewer meetings"))
    'Fewer meetings'
    """
    specs = [spec for spec in describe(type(record)) if not spec.is_behind_the_scenes]
    keys = type(record).one_per or ()
    words = _first(record, [spec for spec in specs if spec.kind in _WORDS], keys, names or {})
    day = _first(record, [spec for spec in specs if spec.kind in _DAYS], keys, {})
    return ", ".join(part for part in (words, day) if part) or record.noun


def names_of(records: Iterable[Record]) -> dict[str, str]:
    """What the records with these ids are called, for fields that point at one."""
    return {record.id: name_of(record) for record in records}


def in_words(spec: FieldSpec, record: Record, *, currency: str, names: Mapping[str, str]) -> str:
    """A field's value as a table shows it; what points at another record says what that is called."""
    value = getattr(record, spec.name)
    if isinstance(value, str) and value in names:
        return names[value]
    return format_value(spec, value, currency=currency)


def _first(record: Record, specs: list[FieldSpec], keys: tuple[str, ...], names: Mapping[str, str]) -> str:
    for spec in sorted(specs, key=lambda spec: spec.name not in keys):
        value = getattr(record, spec.name)
        if isinstance(value, str):
            value = names.get(value, value).strip()
            if value and not _AN_ID.fullmatch(value):
                return shorten(value, LONGEST_NAME, placeholder="…")
        elif value is not None:
            return format_value(spec, value)
    return ""
