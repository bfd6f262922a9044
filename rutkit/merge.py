"""Two windows changed the same record: put both changes together, and say where they disagree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from rutkit.records import BOOKKEEPING, Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Merged(Generic[R]):
    """Both changes in one record, to be saved over `theirs`."""

    record: R
    """What the two agree on; in the disputed fields the value that is saved already."""
    disputed: tuple[str, ...]
    """Fields that both changed, to different values."""


def merge(base: R, mine: R, theirs: R) -> Merged[R]:
    """Apply what `mine` changed since `base` to `theirs`.

    A field that only one side changed takes that side's value; one that both changed alike is no dispute.

    >>> from typing import ClassVar
    >>> class Note(Record):
    ...     title: str = ""
    ...     text: str = ""
    >>> base = Note(title="a", text="b")
    >>> merge(base, base.model_copy(update={"title": "A"}), base.model_copy(update={"text": "B"})).record.title
    'A'
    """
    changes = {}
    disputed = []
    for name in type(base).model_fields:
        if name in BOOKKEEPING:
            continue
        was, is_mine, is_theirs = getattr(base, name), getattr(mine, name), getattr(theirs, name)
        if is_mine in (was, is_theirs):
            continue
        if is_theirs == was:
            changes[name] = is_mine
        else:
            disputed.append(name)
    return Merged(theirs.model_copy(update=changes), tuple(disputed))
