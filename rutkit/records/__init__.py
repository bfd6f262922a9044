"""Records: what a person saves, and how a record type describes itself."""

from rutkit.records.base import BOOKKEEPING, Record, new_id, now
from rutkit.records.schema import FieldSpec, Kind, describe, field_spec
from rutkit.records.types import (
    LONGEST_LONG_TEXT,
    LONGEST_SHORT_TEXT,
    ClockTime,
    Lines,
    LongText,
    Money,
    Month,
    OnlyIf,
    PartialDate,
    Scale,
    ShortText,
    TagList,
    Unit,
    clock_time,
    named_scale,
    ten_scale,
)

__all__ = [
    "BOOKKEEPING",
    "LONGEST_LONG_TEXT",
    "LONGEST_SHORT_TEXT",
    "ClockTime",
    "FieldSpec",
    "Kind",
    "Lines",
    "LongText",
    "Money",
    "Month",
    "OnlyIf",
    "PartialDate",
    "Record",
    "Scale",
    "ShortText",
    "TagList",
    "Unit",
    "clock_time",
    "describe",
    "field_spec",
    "named_scale",
    "new_id",
    "now",
    "ten_scale",
]
