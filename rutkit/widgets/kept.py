"""What was typed into a form and is not in its record, kept in the workbook with every letter."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from pydantic import JsonValue

from rutkit.workbook import Workbook


class KeptDraft:
    """The draft of one form on the screen.

    Two forms or two windows may keep a draft under the same key, each for fields of its own: this one changes nothing
    but the fields that it found there or that were typed into it.
    """

    def __init__(self, workbook: Workbook, form: str) -> None:
        self.typed: dict[str, JsonValue] = {}
        """Raw values by field, as far as they differ from the saved record."""
        self._workbook = workbook
        self._form = form
        self._key = ""
        self._own: set[str] = set()

    def open(self, key: str, names: Collection[str], *, formerly: str | None = None) -> int | None:
        """Take what was typed into the fields called `names`.

        `formerly` is the key while the record did not exist yet: another window may have made it since. Returns the
        version of the record that the draft began from; None if there is no draft.
        """
        self.typed, self._own, self._key = {}, set(), key
        version = None
        for place in (key, formerly):
            draft = self._workbook.draft(self._form, place) if place else None
            found = {name: raw for name, raw in draft.values.items() if name in names} if draft else {}
            if draft and found:
                self.typed = {**found, **self.typed}
                self._key, version = draft.key, draft.version
        self._own = set(self.typed)
        return version

    def keep(self, key: str, version: int, *, is_needed: bool = True) -> None:
        """Write down what is typed, or with `is_needed` False forget it; what was kept under another key moves."""
        self._own |= self.typed.keys()
        if key != self._key:
            self._write(self._key, {}, 0)
            self._key = key
        self._write(key, self.typed if is_needed else {}, version)

    def _write(self, key: str, values: Mapping[str, JsonValue], version: int) -> None:
        draft = self._workbook.draft(self._form, key)
        others = {name: raw for name, raw in (draft.values if draft else {}).items() if name not in self._own}
        if values:
            self._workbook.save_draft(self._form, key, {**others, **values}, version=version)
        elif others and draft:
            self._workbook.save_draft(self._form, key, others, version=draft.version)
        elif draft:
            self._workbook.discard_draft(self._form, key)
