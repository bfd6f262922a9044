"""What a record is called where it cannot be shown whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from textwrap import shorten
from types import MappingProxyType

from rutkit.formatting import format_value, in_plural
from rutkit.records import FieldSpec, Kind, Record, describe

LONGEST_NAME = 60
_DAYS = frozenset({Kind.DATE, Kind.DATETIME, Kind.MONTH})
_WORDS = frozenset({Kind.SHORT_TEXT, Kind.LONG_TEXT})
A_SEALED_LETTER = "a sealed letter"
"""All that is said of a record that nobody is to read now."""
IsSealed = Callable[[Record], bool]
"""Whether nobody is to read a record now, the person included."""


def title_of(record_type: type[Record]) -> str:
    """What a table of these is headed with: "Check-ins", or "Exit plan" where there is one in a workbook."""
    is_one = record_type.one_per == ()
    words = record_type.noun if is_one else record_type.plural or in_plural(record_type.noun)
    return words[:1].upper() + words[1:]


def name_of(record: Record, *, with_private: bool) -> str:
    """A few words for one record: what it says first, and its day; of private fields only if they are wanted.

    >>> from rutkit.records import PrivateText, ShortText
    >>> class Wish(Record):
    ...     reason: PrivateText = ""
    ...     text: ShortText = ""
    >>> name_of(Wish(reason="Too loud", text="Fewer meetings"), with_private=False)
    'Fewer meetings'
    """
    specs = [
        spec
        for spec in describe(type(record))
        if not spec.is_behind_the_scenes and not spec.is_reference and (with_private or not spec.is_private)
    ]
    keys = type(record).one_per or ()
    words = _first(record, [spec for spec in specs if spec.kind in _WORDS], keys)
    day = _first(record, [spec for spec in specs if spec.kind in _DAYS], keys)
    return ", ".join(part for part in (words, day) if part) or record.noun


def names_of(records: Iterable[Record], *, with_private: bool, is_sealed: IsSealed) -> dict[str, str]:
    """What the records with these ids are called, for fields that point at one."""
    return {
        record.id: A_SEALED_LETTER if is_sealed(record) else name_of(record, with_private=with_private)
        for record in records
    }


def in_words(
    spec: FieldSpec, record: Record, *, currency: str, names: Mapping[str, str] = MappingProxyType({})
) -> str:
    """A field's value as a table shows it; what points at another record says what that is called in `names`."""
    value = getattr(record, spec.name)
    if spec.is_reference and value in names:
        return names[value]
    return format_value(spec, value, currency=currency)


def _first(record: Record, specs: list[FieldSpec], keys: tuple[str, ...]) -> str:
    for spec in sorted(specs, key=lambda spec: spec.name not in keys):
        value = getattr(record, spec.name)
        if isinstance(value, str):
            if words := value.strip():
                return shorten(words, LONGEST_NAME, placeholder="…")
        elif value is not None:
            return format_value(spec, value)
    return ""
