"""A record on the screen that saves itself: widget → draft → checked record → workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from typing import Generic, TypeVar, cast

import ipywidgets as widgets
from pydantic import JsonValue

from rutkit.drafts import blank_draft, check, draft_of
from rutkit.merge import merge
from rutkit.records import Record, describe
from rutkit.widgets.conflict import ConflictNotice
from rutkit.widgets.fields import Field
from rutkit.widgets.markup import stack
from rutkit.widgets.page import Page
from rutkit.workbook import ConflictError, DuplicateRecordError, MissingRecordError

R = TypeVar("R", bound=Record)

_numbers = count()


class Form(Generic[R]):
    """The fields of one record.

    Every letter goes into a draft at once. Each answer that can be read is saved in the record; one that cannot yet be
    read stays in the draft, with a sentence under its field, and keeps nothing else from being saved.

    Args:
        page: the page the form stands on.
        record_type: what is edited.
        record: the record to show; by default the one that `fixed` and `one_per` name, or a new one.
        fields: names of the fields to show, in order; all of them by default.
        fixed: values of fields that are not shown, such as the day of a check-in.
        initial: raw values that a new record begins with, such as the present moment.
        suggestions: for text and tags, words to offer.
        beneath: widgets to put under single fields, by field name.
        saves_itself: False for a form that waits for its Add button (`save`).
    """

    def __init__(
        self,
        page: Page,
        record_type: type[R],
        *,
        record: R | None = None,
        fields: Sequence[str] | None = None,
        fixed: Mapping[str, JsonValue] | None = None,
        initial: Mapping[str, JsonValue] | None = None,
        suggestions: Mapping[str, Sequence[str]] | None = None,
        beneath: Mapping[str, widgets.Widget] | None = None,
        saves_itself: bool = True,
    ) -> None:
        self.page = page
        self.record_type = record_type
        self.saves_itself = saves_itself
        self._fixed = dict(fixed or {})
        self._initial = dict(initial or {})
        self._base: R | None = None
        self._typed: dict[str, JsonValue] = {}
        """Raw values of the fields that differ from the saved record: what the draft keeps."""
        self._saved_callbacks: list[Callable[[R], object]] = []
        self._conflict = ConflictNotice(page, f"{record_type.table()}-{next(_numbers)}", self._settle)
        table = record_type.table()
        shown = [spec for spec in describe(record_type) if spec.name not in self._fixed]
        if fields is not None:
            shown = [next(spec for spec in shown if spec.name == name) for name in fields]
        self.fields = {
            spec.name: Field(spec, table, suggestions=(suggestions or {}).get(spec.name, ()))
            for spec in shown
        }
        for field in self.fields.values():
            field.on_input(page.guard(self._input))
        self.widget = stack(
            self._conflict.widget,
            *self._with_what_is_beneath(beneath or {}),
            classes=("rutkit-form", f"rutkit-form-{table}"),
        )
        self.show(record or self._locate())
        self._forget_workbook = page.workbook.watch(page.guard(self._workbook_changed))

    @property
    def record(self) -> R | None:
        """The record as it is saved; None if there is none yet."""
        return self._base

    def show(self, record: R | None, *, fixed: Mapping[str, JsonValue] | None = None) -> None:
        """Show another record, or with None an empty form, together with what was typed for it and not yet saved."""
        if fixed is not None:
            self._fixed = dict(fixed)
            record = record or self._locate()
        self._base = record
        draft = self.page.workbook.draft(self.record_type.table(), self._slot())
        self._typed = (
            {name: raw for name, raw in draft.values.items() if name in self.fields} if draft else {}
        )
        values = {**self._raw_base(), **self._typed}
        for name, field in self.fields.items():
            field.show(values.get(name))
            field.show_error("")
        self._conflict.clear()
        if self._typed:
            self._show_errors(self._errors_of_typed())
            if draft and record and draft.version != record.version:
                self._dispute(record, tuple(self._typed))

    def on_saved(self, callback: Callable[[R], object]) -> None:
        """Call back with the record each time it was saved."""
        self._saved_callbacks.append(callback)

    def save(self) -> R | None:
        """Save all of it, or say under each field what is missing; returns the record, or None."""
        checked = check(self.record_type, self._draft(), base=self._base)
        self._show_errors(checked.errors)
        if checked.record is None:
            self._focus_first(checked.errors)
            return None
        return self._store(checked.record, still_typed={})

    def close(self) -> None:
        """Stop listening to the workbook; the draft stays."""
        self._forget_workbook()
        self._conflict.close()

    # --- input ------------------------------------------------------------------------------------------------------

    def _input(self, field: Field) -> None:
        name = field.spec.name
        if field.raw == self._raw_base().get(name):
            self._typed.pop(name, None)
        else:
            self._typed[name] = field.raw
        self._keep_draft()
        errors = self._errors_of_typed()
        self._show_errors(errors)
        if self.saves_itself:
            self._save_what_can_be_read(errors)
        else:
            self.page.status.kept_as_draft()

    def _save_what_can_be_read(self, errors: Mapping[str, str]) -> None:
        unread = {name: raw for name, raw in self._typed.items() if name in errors}
        draft = {name: raw for name, raw in self._draft().items() if name not in unread}
        checked = check(self.record_type, draft, base=self._base)
        if checked.record is not None and (self._base is None or checked.record != self._base):
            self._store(checked.record, still_typed=unread)
        if unread or checked.record is None:
            self.page.status.kept_as_draft()

    def _store(self, record: R, still_typed: Mapping[str, JsonValue]) -> R | None:
        old_slot = self._slot()
        try:
            stored = self._write(record)
        except ConflictError as conflict:
            return self._merge(record, cast("R", conflict.theirs))
        self._base = stored
        self._typed = dict(still_typed)
        self.page.workbook.discard_draft(self.record_type.table(), old_slot)
        self._keep_draft()
        self.page.status.saved()
        for callback in self._saved_callbacks:
            callback(stored)
        return stored

    def _write(self, record: R) -> R:
        workbook = self.page.workbook
        if self._base is None:
            try:
                return workbook.add(record)
            except DuplicateRecordError:
                theirs = self._locate()
                if theirs is None:
                    raise
                raise ConflictError(mine=record, theirs=theirs) from None
        try:
            return workbook.update(record)
        except MissingRecordError:
            return workbook.add(record.model_copy(update={"version": 0}))

    # --- two windows ------------------------------------------------------------------------------------------------

    def _merge(self, mine: R, theirs: R) -> R | None:
        blank = {spec.name: spec.default for spec in describe(self.record_type)}
        base = self._base or cast("R", self.record_type.model_construct(**blank))
        merged = merge(base, mine, theirs)
        if not merged.disputed:
            self._base = theirs
            return self._store(merged.record, still_typed={})
        self._dispute(theirs, merged.disputed)
        return None

    def _dispute(self, theirs: R, names: Sequence[str]) -> None:
        """Keep what was typed as a draft, show both values, and leave the choice to the person."""
        self._base = theirs
        saved = draft_of(theirs)
        self._typed = {name: field.raw for name, field in self.fields.items() if field.raw != saved.get(name)}
        self._keep_draft()
        self._conflict.show(
            [
                (self.fields[name].spec, saved.get(name), self._typed[name])
                for name in names
                if name in self._typed
            ]
        )
        self.page.status.kept_as_draft()

    def _settle(self, keep_mine: bool) -> None:
        self._conflict.clear()
        if keep_mine:
            self._save_what_can_be_read(self._errors_of_typed())
        else:
            self.page.workbook.discard_draft(self.record_type.table(), self._slot())
            self.show(self._base)

    def _workbook_changed(self, tables: frozenset[str]) -> None:
        if self.record_type.table() not in tables:
            return
        current = self._locate()
        if current is None and self._base is None:
            return
        if current is not None and self._base is not None and current.version == self._base.version:
            return
        self._take_over(current)

    def _take_over(self, current: R | None) -> None:
        """Show what another window saved, or an undo restored, in every field that is not being typed in."""
        before = self._raw_base()
        self._base = current
        after = self._raw_base()
        for name, field in self.fields.items():
            if name not in self._typed and before.get(name) != after.get(name):
                field.show(after.get(name))

    # --- parts ------------------------------------------------------------------------------------------------------

    def _with_what_is_beneath(self, beneath: Mapping[str, widgets.Widget]) -> Iterator[widgets.Widget]:
        for name, field in self.fields.items():
            yield field.widget
            if name in beneath:
                yield beneath[name]

    def _locate(self) -> R | None:
        """The record that this form stands for, as it is in the workbook now."""
        workbook = self.page.workbook
        if self._base is not None:
            return workbook.get(self.record_type, self._base.id)
        if self.record_type.one_per is None:
            return None
        fixed = check(self.record_type, self._fixed).record
        if fixed is None:
            return None
        return workbook.find(
            self.record_type, **{name: getattr(fixed, name) for name in self.record_type.one_per}
        )

    def _slot(self) -> str:
        """The draft's key: the record's id, or what sets a new one apart."""
        if self._base is not None:
            return self._base.id
        return "/".join(["new", *(str(value) for value in self._fixed.values())])

    def _raw_base(self) -> dict[str, JsonValue]:
        if self._base is None:
            return {**blank_draft(self.record_type), **self._initial}
        return draft_of(self._base)

    def _draft(self) -> dict[str, JsonValue]:
        return {**self._raw_base(), **self._fixed, **self._typed}

    def _errors_of_typed(self) -> dict[str, str]:
        errors = check(self.record_type, self._draft(), base=self._base).errors
        return {name: sentence for name, sentence in errors.items() if name in self._typed}

    def _keep_draft(self) -> None:
        form, slot = self.record_type.table(), self._slot()
        if self._typed:
            version = self._base.version if self._base else 0
            self.page.workbook.save_draft(form, slot, self._typed, version=version)
        else:
            self.page.workbook.discard_draft(form, slot)

    def _show_errors(self, errors: Mapping[str, str]) -> None:
        for name, field in self.fields.items():
            field.show_error(errors.get(name, ""))

    def _focus_first(self, errors: Mapping[str, str]) -> None:
        for name in self.fields:
            if name in errors:
                self.page.bridge.focus(
                    f".rutkit-field-{self.record_type.table()}-{name} :is(input, textarea, select)"
                )
                return
