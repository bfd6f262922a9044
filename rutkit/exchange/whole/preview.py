"""What bringing records in will do, in words."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten

from rutkit.exchange.whole.merging import Pair, Plan, TypePlan
from rutkit.exchange.whole.naming import A_SEALED_LETTER, IsSealed, in_words, name_of, title_of
from rutkit.formatting import counted, join_words
from rutkit.records import Record, describe

LONGEST_VALUE = 80
LISTED = 20
"""Differences that are named, of each type of record."""


@dataclass(frozen=True)
class TypePreview:
    """What will become of the records of one type."""

    title: str
    added: int
    changed: int
    kept: int
    """How many differ and stay as they are here."""
    removed: int
    same: int
    untouched: int
    details: tuple[str, ...]
    """What differs or goes away, a sentence each; the last says how many more there are."""


def preview(plan: Plan, *, currency: str, is_sealed: IsSealed) -> tuple[TypePreview, ...]:
    """Of each type for which there is anything to decide; the others stay as they are.

    What is sealed here or in the file is not shown, and private fields only say that they differ.
    """
    return tuple(
        _of_type(each, currency, is_sealed) for each in plan.types if each.changes_anything or each.kept
    )


def lead(plan: Plan, *, is_done: bool = False) -> str:
    """What will be done, or was, in a sentence: "12 records will be added, 3 changed and 0 removed."."""
    if not plan.changes_anything:
        differ = sum(len(each.kept) for each in plan.types)
        if differ:
            return (
                f"Nothing will change: {counted(differ, 'record')} differ, and those here were changed last."
            )
        return "Nothing will change: everything in the file is here already."
    added, changed, removed = (
        sum(len(records) for records in of_types)
        for of_types in (
            [each.added for each in plan.types],
            [each.changed for each in plan.types],
            [each.removed for each in plan.types],
        )
    )
    will_be = ("was" if added == 1 else "were") if is_done else "will be"
    return f"{counted(added, 'record')} {will_be} added, {changed:,} changed and {removed:,} removed."


def label(plan: Plan, filename: str) -> str:
    """What the change is called, for undo."""
    count = sum(len(each.added) + len(each.changed) + len(each.removed) for each in plan.types)
    return f"brought in {counted(count, 'record')} from {filename}"


def _of_type(plan: TypePlan, currency: str, is_sealed: IsSealed) -> TypePreview:
    details = [
        *(f"{_differences(pair, currency, is_sealed)}." for pair in plan.changed),
        *(f"{_differences(pair, currency, is_sealed)}: stays as it is here." for pair in plan.kept),
        *(f"{_called(record, is_sealed)} will be removed." for record in plan.removed),
    ]
    more = len(details) - LISTED
    return TypePreview(
        title_of(plan.record_type),
        added=len(plan.added),
        changed=len(plan.changed),
        kept=len(plan.kept),
        removed=len(plan.removed),
        same=plan.same,
        untouched=plan.untouched,
        details=(*details[:LISTED], *([f"And {more:,} more."] if more > 0 else [])),
    )


def _differences(pair: Pair, currency: str, is_sealed: IsSealed) -> str:
    """What the file says otherwise: “Call Maria”: “Done” no → yes."""
    if is_sealed(pair.here) or is_sealed(pair.there):
        return f"{A_SEALED_LETTER.capitalize()} differs"
    said = [
        f"“{spec.title}” differs" if spec.is_private else f"“{spec.title}” {_short(before)} → {_short(then)}"
        for spec in describe(type(pair.here))
        if not spec.is_behind_the_scenes
        for before, then in [
            (in_words(spec, pair.here, currency=currency), in_words(spec, pair.there, currency=currency))
        ]
        if before != then
    ]
    called = _called(pair.here, is_sealed)
    return f"{called}: {join_words(said)}" if said else called


def _called(record: Record, is_sealed: IsSealed) -> str:
    if is_sealed(record):
        return A_SEALED_LETTER.capitalize()
    return f"“{name_of(record, with_private=False)}”"


def _short(words: str) -> str:
    return shorten(words, LONGEST_VALUE, placeholder="…")
