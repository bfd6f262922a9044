"""What bringing records in will do to those that are here, before anything is done.

A record that came is the one that is here if it has its id, or if the type allows one of it (`one_per`) and it is that
one. Where both say different things, the one changed last counts, unless the person chooses otherwise.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from rutkit.exchange.importing import import_key
from rutkit.exchange.whole.document import Records
from rutkit.records import AN_ID, BOOKKEEPING, Kind, Record, describe

_BOOKKEEPING = set(BOOKKEEPING)


class Prefer(Enum):
    """Which of two records counts where both say different things."""

    NEWER = "the one changed last"
    FILE = "the one in the file"
    HERE = "the one here"


@dataclass(frozen=True)
class Pair:
    """A record here and the same one in the file, which says something else."""

    here: Record
    there: Record


@dataclass(frozen=True)
class TypePlan:
    """What becomes of the records of one type."""

    record_type: type[Record]
    added: tuple[Record, ...]
    changed: tuple[Pair, ...]
    """Those that the file's takes the place of; `there` is what will be saved."""
    kept: tuple[Pair, ...]
    """Those that stay although the file says something else."""
    removed: tuple[Record, ...]
    same: int
    """How many the file has just as they are here."""
    untouched: int
    """How many the file does not have, and that stay."""
    old: tuple[Record, ...]
    """What is to be taken away, with what others take the place of."""
    new: tuple[Record, ...]
    """What is to be saved, as it stands."""

    @property
    def changes_anything(self) -> bool:
        """Whether a person will find anything other than it was."""
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True)
class Plan:
    """What becomes of the workbook; nothing is done yet."""

    types: tuple[TypePlan, ...]

    @property
    def changes_anything(self) -> bool:
        """Whether a person will find anything other than it was."""
        return any(each.changes_anything for each in self.types)

    @property
    def old(self) -> tuple[Record, ...]:
        """What is to be taken away, with what others take the place of."""
        return tuple(record for each in self.types for record in each.old)

    @property
    def new(self) -> tuple[Record, ...]:
        """What is to be saved, as it stands."""
        return tuple(record for each in self.types for record in each.new)


def after(here: Records, plan: Plan) -> Records:
    """The records as they will be once the plan is carried out."""
    result = dict(here)
    for each in plan.types:
        gone = {record.id for record in each.old}
        stays = (record for record in here.get(each.record_type, ()) if record.id not in gone)
        result[each.record_type] = (*stays, *each.new)
    return result


def plan_replacement(here: Records, there: Records) -> Plan:
    """The file instead of what is here, for each record type that the file names; the others stay as they are."""
    return Plan(tuple(_replaced(kind, tuple(here.get(kind, ())), brought) for kind, brought in there.items()))


def plan_merge(here: Records, there: Records, prefer: Prefer = Prefer.NEWER) -> Plan:
    """What the file adds and what it knows better; nothing is removed."""
    matched = _with_ids_of_here(here, there)
    return Plan(tuple(_merged(kind, here.get(kind, ()), each, prefer) for kind, each in matched.items()))


def says_the_same(one: Record, other: Record) -> bool:
    """Whether two records say the same, whoever saved them when."""
    return one.model_dump(exclude=_BOOKKEEPING) == other.model_dump(exclude=_BOOKKEEPING)


def _replaced(kind: type[Record], here: tuple[Record, ...], there: Sequence[Record]) -> TypePlan:
    by_id = {record.id: record for record in here}
    result = tuple(_above(by_id.get(record.id), record) for record in there)
    pairs = [Pair(by_id[record.id], record) for record in result if record.id in by_id]
    changed = tuple(pair for pair in pairs if not says_the_same(pair.here, pair.there))
    ids = {record.id for record in result}
    is_as_it_was = result == here
    return TypePlan(
        kind,
        added=tuple(record for record in result if record.id not in by_id),
        changed=changed,
        kept=(),
        removed=tuple(record for record in here if record.id not in ids),
        same=len(pairs) - len(changed),
        untouched=0,
        old=() if is_as_it_was else here,
        new=() if is_as_it_was else result,
    )


def _above(here: Record | None, there: Record) -> Record:
    """The file's record, with a version that no window has seen: one that still shows what was here must notice."""
    if here is None or says_the_same(here, there) or there.version > here.version:
        return there
    return there.model_copy(update={"version": here.version + 1})


def _merged(kind: type[Record], here: Sequence[Record], there: Sequence[Record], prefer: Prefer) -> TypePlan:
    by_id = {record.id: record for record in here}
    added = [record for record in there if record.id not in by_id]
    pairs = [Pair(by_id[record.id], record) for record in there if record.id in by_id]
    differ = [pair for pair in pairs if not says_the_same(pair.here, pair.there)]
    changed = [_taken(pair) for pair in differ if _counts(pair, prefer)]
    kept = [pair for pair in differ if not _counts(pair, prefer)]
    while (clash := _clash(kind, here, added, changed)) is not None:
        # Another record here is that one by now: what is here stays.
        if clash in added:
            added.remove(clash)
        else:
            pair = next(pair for pair in changed if pair.there == clash)
            changed.remove(pair)
            kept.append(pair)
    return TypePlan(
        kind,
        added=tuple(added),
        changed=tuple(changed),
        kept=tuple(kept),
        removed=(),
        same=len(pairs) - len(differ),
        untouched=len(here) - len(pairs),
        old=tuple(pair.here for pair in changed),
        new=(*(pair.there for pair in changed), *added),
    )


def _counts(pair: Pair, prefer: Prefer) -> bool:
    """Whether the file's record counts."""
    if prefer is Prefer.NEWER:
        return pair.there.updated_at > pair.here.updated_at
    return prefer is Prefer.FILE


def _taken(pair: Pair) -> Pair:
    there = _above(pair.here, pair.there)
    return Pair(pair.here, there.model_copy(update={"created_at": pair.here.created_at}))


def _clash(
    kind: type[Record], here: Sequence[Record], added: Sequence[Record], changed: Sequence[Pair]
) -> Record | None:
    """A record of the file that would be the second of its kind where the type allows one."""
    if kind.one_per is None:
        return None
    replaced = {pair.here.id for pair in changed}
    keys = {import_key(record) for record in here if record.id not in replaced}
    for record in (*(pair.there for pair in changed), *added):
        key = import_key(record)
        if key in keys:
            return record
        keys.add(key)
    return None


def _with_ids_of_here(here: Records, there: Records) -> Records:
    """The file's records, those that are here under another id with the id that they have here, wherever it stands."""
    ids = dict[str, str]()
    while True:
        renamed = {kind: tuple(_renamed(record, ids) for record in each) for kind, each in there.items()}
        found = {old: new for kind, each in renamed.items() for old, new in _twins(kind, here, each)}
        if not found:
            return renamed
        # What names one of these may now be the same as what is here, too.
        ids |= found


def _twins(kind: type[Record], here: Records, there: Iterable[Record]) -> Iterable[tuple[str, str]]:
    """The ids of the file's records that are here under another id, with that id."""
    if kind.one_per is None:
        return
    there = tuple(there)
    known = {record.id for record in here.get(kind, ())}
    taken = {record.id for record in there if record.id in known}
    by_key: dict[Hashable, str] = {import_key(record): record.id for record in here.get(kind, ())}
    for record in there:
        twin = by_key.get(import_key(record))
        if twin is not None and record.id not in known and twin not in taken:
            taken.add(twin)
            yield record.id, twin


_TEXTS = (Kind.SHORT_TEXT, Kind.LONG_TEXT)


def _renamed(record: Record, ids: Mapping[str, str]) -> Record:
    """The record with the ids of here, its own and those that its texts name."""
    if not ids:
        return record
    texts = [spec.name for spec in describe(type(record)) if spec.kind in _TEXTS]
    now = {
        name: AN_ID.sub(lambda id_: ids.get(id_[0], id_[0]), getattr(record, name) or "") for name in texts
    }
    changed = {name: text for name, text in now.items() if text != (getattr(record, name) or "")}
    return record.model_copy(update={**changed, "id": ids.get(record.id, record.id)})
