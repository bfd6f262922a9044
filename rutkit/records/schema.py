"""A record type as data: one `FieldSpec` a field, for forms, tables, importers and storage to read."""

from __future__ import annotations

import types
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le, Lt, MaxLen, MinLen
from pydantic.fields import FieldInfo

from rutkit.records.base import BOOKKEEPING, Record
from rutkit.records.types import (
    Amount,
    AsFarAsKnown,
    BehindTheScenes,
    Clock,
    Lines,
    MonthOnly,
    OnlyIf,
    PointsAtARecord,
    Private,
    Scale,
    Tags,
    Unit,
)

T = TypeVar("T")


class Kind(Enum):
    """How a person meets a field, and so which widget, parser and column it gets."""

    SHORT_TEXT = "short text"
    LONG_TEXT = "long text"
    INTEGER = "whole number"
    DECIMAL = "decimal number"
    MONEY = "money"
    DATE = "date"
    DATETIME = "date and time"
    MONTH = "month"
    PARTIAL_DATE = "date as far as it is known"
    YES_NO = "yes or no"
    CHOICE = "one of several"
    CHOICES = "several of several"
    TAGS = "tags"
    SCALE = "scale"


@dataclass(frozen=True)
class FieldSpec:
    """One field of a record type, as its `Field(…)` and its annotation describe it."""

    name: str
    kind: Kind
    title: str
    help: str
    unit: str
    optional: bool
    """True if it may be left empty (`None`)."""
    required: bool
    """True if the record has no default for it."""
    minimum: float | None
    maximum: float | None
    lines: int
    choices: tuple[str, ...]
    """For CHOICE and CHOICES the values, which are their own labels; for SCALE the labels (all, or the two ends)."""
    steps: int
    """For SCALE: how many steps from 0 up; otherwise 0."""
    default: Any
    only_if: OnlyIf | None
    """The answer to another field without which this one is not asked."""
    is_clock: bool = False
    """Whether a text is a time of day."""
    is_reference: bool = False
    """Whether a text is the id of another record."""
    is_private: bool = False
    """Whether nobody else was meant to read it."""
    is_behind_the_scenes: bool = False
    """Whether rutkit keeps it for itself."""


@cache
def describe(record_type: type[Record]) -> tuple[FieldSpec, ...]:
    """The fields a person fills in, in the order they are written in the class.

    Raises:
        TypeError: a field has a type that no form can show.
    """
    return tuple(
        _describe_field(name, info)
        for name, info in record_type.model_fields.items()
        if name not in BOOKKEEPING
    )


def field_spec(record_type: type[Record], name: str) -> FieldSpec:
    """The one field called `name`.

    Raises:
        KeyError: the record type has no such field.
    """
    for spec in describe(record_type):
        if spec.name == name:
            return spec
    raise KeyError(f"{record_type.__name__} has no field {name!r}")


def _describe_field(name: str, info: FieldInfo) -> FieldSpec:
    bare, optional, notes = _unwrap(info.annotation, info.metadata)
    kind, choices = _kind(bare, notes)
    scale = _first(notes, Scale)
    unit = _first(notes, Unit)
    lines = _first(notes, Lines)
    if kind is None:
        raise TypeError(f"field {name!r}: no form can show {info.annotation!r}")
    return FieldSpec(
        name=name,
        kind=kind,
        title=info.title or name.replace("_", " ").capitalize(),
        help=info.description or "",
        unit=unit.name if unit else "",
        optional=optional,
        required=info.is_required(),
        minimum=_bound(notes, (Ge, "ge"), (Gt, "gt"), (MinLen, "min_length")),
        maximum=_bound(notes, (Le, "le"), (Lt, "lt"), (MaxLen, "max_length")),
        lines=lines.count if lines else 1,
        choices=choices,
        steps=scale.steps if scale else 0,
        default=None if info.is_required() else info.get_default(call_default_factory=True),
        only_if=_first(notes, OnlyIf),
        is_clock=_first(notes, Clock) is not None,
        is_reference=_first(notes, PointsAtARecord) is not None,
        is_private=_first(notes, Private) is not None,
        is_behind_the_scenes=_first(notes, BehindTheScenes) is not None,
    )


def _unwrap(annotation: Any, metadata: Iterable[Any]) -> tuple[Any, bool, list[Any]]:
    """The annotation without `Annotated` and `| None`, whether it had `| None`, and every note on the way."""
    notes = list(metadata)
    optional = False
    while True:
        origin = get_origin(annotation)
        if origin in (Union, types.UnionType):
            arms = [arm for arm in get_args(annotation) if arm is not type(None)]
            optional = optional or len(arms) < len(get_args(annotation))
            if len(arms) != 1:
                return annotation, optional, notes
            annotation = arms[0]
        elif hasattr(annotation, "__metadata__"):
            for note in annotation.__metadata__:
                notes.extend(note.metadata if isinstance(note, FieldInfo) else [note])
            annotation = annotation.__origin__
        else:
            return annotation, optional, notes


def _kind(bare: Any, notes: list[Any]) -> tuple[Kind | None, tuple[str, ...]]:
    scale = _first(notes, Scale)
    if scale and bare is int:
        return Kind.SCALE, scale.labels
    if get_origin(bare) is Literal:
        return Kind.CHOICE, tuple(str(value) for value in get_args(bare))
    if get_origin(bare) is tuple:
        if _first(notes, Tags):
            return Kind.TAGS, ()
        element = get_args(bare)[0]
        return (Kind.CHOICES, tuple(get_args(element))) if get_origin(element) is Literal else (None, ())
    if bare is date and _first(notes, MonthOnly) is not None:
        return Kind.MONTH, ()
    if bare is Decimal and _first(notes, Amount) is not None:
        return Kind.MONEY, ()
    if bare is str and _first(notes, AsFarAsKnown) is not None:
        return Kind.PARTIAL_DATE, ()
    if bare is str:
        lines = _first(notes, Lines)
        return (Kind.LONG_TEXT if lines and lines.count > 1 else Kind.SHORT_TEXT), ()
    return _PLAIN.get(bare), ()


_PLAIN: dict[Any, Kind] = {
    bool: Kind.YES_NO,
    int: Kind.INTEGER,
    float: Kind.DECIMAL,
    date: Kind.DATE,
    datetime: Kind.DATETIME,
}


def _first(notes: list[Any], wanted: type[T]) -> T | None:
    return next((note for note in notes if isinstance(note, wanted)), None)


def _bound(notes: list[Any], *wanted: tuple[type[Any], str]) -> float | None:
    for note in notes:
        for kind, attribute in wanted:
            if isinstance(note, kind):
                return float(getattr(note, attribute))
    return None
