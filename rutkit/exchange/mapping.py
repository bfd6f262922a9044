"""Which column of a table is which field of a record type: a suggestion that a person looks over."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import islice, takewhile

from rutkit.exchange.days import is_day
from rutkit.exchange.tables import Table
from rutkit.records import FieldSpec, Kind, Record, describe


def suggest_mapping(table: Table, record_type: type[Record]) -> dict[str, str | None]:
    """For each field the column that most likely fills it, or None; no column fills two fields.

    Names count first: the field's own name and title, then what such a field is often called, then words in
    common and a common stem ("anger" for "angry"). A column for a day must also hold days, and if it does its
    name may be any.
    """
    specs = describe(record_type)
    kinds = Counter(spec.kind for spec in specs)
    days = {column: _share_of_days(table, position) for position, column in enumerate(table.columns)}
    candidates = [
        (_likeness(spec, column, days[column], alone=kinds[spec.kind] == 1), spec.name, column)
        for spec in specs
        for column in table.columns
    ]
    mapping: dict[str, str | None] = dict.fromkeys(spec.name for spec in specs)
    for likeness, name, column in sorted(candidates, key=lambda candidate: -candidate[0]):
        if likeness >= _LEAST and mapping[name] is None and column not in mapping.values():
            mapping[name] = column
    return mapping


_LEAST = 0.5
_DAYS = frozenset({Kind.DATE, Kind.DATETIME})
_OFTEN_CALLED: dict[Kind, frozenset[str]] = {
    Kind.DATE: frozenset({"date", "day", "when", "full date", "datum", "fecha"}),
    Kind.DATETIME: frozenset({"date", "day", "when", "time", "timestamp", "date time", "datum"}),
    Kind.MONTH: frozenset({"month", "since", "from", "monat", "mes"}),
    Kind.PARTIAL_DATE: frozenset({"date", "when", "year", "datum"}),
    Kind.MONEY: frozenset({"amount", "sum", "value"}),
    Kind.TAGS: frozenset({"tags", "activities", "labels", "keywords"}),
    Kind.LONG_TEXT: frozenset({"note", "notes", "comment", "comments", "text", "description", "details"}),
}


def _likeness(spec: FieldSpec, column: str, share_of_days: float, *, alone: bool) -> float:
    """From 0 (nothing speaks for it) to 1; `alone`: no other field of the record type is of this kind."""
    likeness = max(
        _name_likeness(name, _normal(column)) for name in (_normal(spec.name), _normal(spec.title))
    )
    if alone and _normal(column) in _OFTEN_CALLED.get(spec.kind, ()):
        likeness = max(likeness, 0.9)
    if spec.kind not in _DAYS:
        return likeness
    return share_of_days * (0.5 + likeness / 2)


def _name_likeness(name: str, column: str) -> float:
    if name == column:
        return 1.0
    words, others = set(name.split()), set(column.split())
    if words and others and (words <= others or others <= words):
        return 0.5 + 0.3 * len(words & others) / len(words | others)
    stem, longest = _length_of_common_stem(name, column), max(len(name), len(column))
    return 0.5 + 0.2 * stem / longest if stem >= 3 and stem * 2 >= longest else 0.0


def _length_of_common_stem(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _normal(name: str) -> str:
    """In lower case, without accents, marks, and what stands in brackets."""
    plain = unicodedata.normalize("NFKD", re.sub(r"\(.*?\)|\[.*?\]", " ", name)).casefold()
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", letters))


def _share_of_days(table: Table, position: int) -> float:
    seen = list(islice(_filled(table, position), 200))
    return sum(map(is_day, seen)) / len(seen) if seen else 0.0


def _filled(table: Table, position: int) -> Iterator[str]:
    return (cell for cells in table.rows if (cell := cells[position]))
