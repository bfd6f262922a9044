"""A record on the screen that saves itself: widget → draft → checked record → workbook."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import count
from typing import Generic, TypeVar, cast

import ipywidgets as widgets
from pydantic import JsonValue

from rutkit.drafts import blank_draft, check, draft_of, parse
from rutkit.merge import merge
from rutkit.records import Record, describe, field_spec
from rutkit.widgets import shared
from rutkit.widgets.conflict import ConflictNotice
from rutkit.widgets.fields import Field
from rutkit.widgets.kept import KeptDraft
from rutkit.widgets.markup import ErrorLine, stack
from rutkit.widgets.page import Page
from rutkit.workbook import ConflictError, DuplicateRecordError, MissingRecordError

R = TypeVar("R", bound=Record)

_numbers = count()


class Form(Generic[R]):
    """The fields of one record.

    Every letter goes into a draft at once. Each answer that can be read is saved in the record; one that cannot yet be
    read stays in the draft, with a sentence under its field, and keeps nothing else from being saved. What another
    window saves meanwhile appears here; where both changed one field, both values are kept until the person chooses.

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
        self._draft = KeptDraft(page.workbook, record_type.table())
        self._disputed: frozenset[str] = frozenset()
        """Fields that another window changed too; what was typed into them waits for the person's choice."""
        self._is_saving = False
        self._conflict = ConflictNotice(page, f"{record_type.table()}-{next(_numbers)}", self._settle)
        self.fields = self._make_fields(fields, suggestions or {})
        self.widget = stack(
            self._conflict.widget,
            *self._with_what_is_beneath(beneath or {}),
            classes=("rutkit-form", f"rutkit-form-{record_type.table()}"),
        )
        self._error = ErrorLine(self.widget)
        self.show(record)
        self._forget = [
            page.workbook.watch(page.guard(self._workbook_changed)),
            page.places.add(record_type, self.open),
        ]

    @property
    def record(self) -> R | None:
        """The record as it is saved; None if there is none yet."""
        return self._base

    @property
    def has_unsaved_input(self) -> bool:
        """Whether something was typed that is not in the record."""
        typed = self._draft.typed
        return bool(typed) and (self._base is not None or typed != self._initial)

    def show(self, record: R | None, *, fixed: Mapping[str, JsonValue] | None = None) -> None:
        """Show another record, together with what was typed for it and not yet saved.

        None is the record that `fixed` and `one_per` name, or a new one.
        """
        if fixed is not None:
            self._fixed = dict(fixed)
        self._base = record
        if record is None:
            self._base = record = self._locate()
        is_one = record is not None and self.record_type.one_per is not None
        began_from = self._draft.open(
            self._key(), self.fields, formerly=self._key_of_new() if is_one else None
        )
        if record is None and began_from is None:
            self._draft.typed = dict(self._initial)
        self._disputed = frozenset()
        self._conflict.clear()
        values = {**self._saved_values(), **self._draft.typed}
        for name, field in self.fields.items():
            field.show(values.get(name))
        self._show_what_is_asked()
        if began_from is None:
            self._show_errors({})
            return
        self._show_errors(self._errors_of_typed())
        if record is not None and began_from != record.version:
            self._disputed = frozenset(self._draft.typed)
            self._show_dispute()

    def save(self) -> R | None:
        """Save all of it, or say under each field what is missing; returns the record, or None."""
        checked = check(self.record_type, self._values(), base=self._base)
        self.point_out(checked.errors)
        if checked.record is None:
            return None
        return self._store(checked.record, held=frozenset())

    def focus(self) -> None:
        """Put the keyboard on the first field."""
        self._focus_first(self.fields)

    def open(self, record_id: str) -> bool:
        """Go there, as a link from elsewhere asks; False if it is another record’s form."""
        is_here = not record_id or (self._base is not None and self._base.id == record_id)
        if is_here:
            self.focus()
        return is_here

    def complain(self, sentence: str) -> None:
        """Say what keeps the record as a whole from being saved."""
        self._error.show(sentence)

    def point_out(self, errors: Mapping[str, str]) -> None:
        """Say under each of these fields what is wrong with it, and go to the first of them."""
        self._show_errors(errors)
        self._focus_first(errors)

    def discard(self) -> None:
        """Forget what was typed and not saved."""
        self._draft.typed = {}
        self._keep_draft()

    def close(self) -> None:
        """Stop listening to the workbook, and take the fields away; the draft stays."""
        for forget in self._forget:
            forget()
        self._conflict.close()
        shared.close(self.widget)

    # --- input ------------------------------------------------------------------------------------------------------

    def _input(self, field: Field) -> None:
        name = field.spec.name
        self._show_what_is_asked()
        if field.raw == self._saved_values().get(name):
            self._draft.typed.pop(name, None)
        else:
            self._draft.typed[name] = field.raw
        is_disputed = name in self._disputed
        self._disputed &= self._draft.typed.keys()
        self._keep_draft()
        if is_disputed:
            self._show_dispute()
        errors = self._errors_of_typed()
        self._show_errors(errors)
        if self.saves_itself:
            self._save_what_can_be_read(errors)
        self._say_how_it_is_kept()

    def _save_what_can_be_read(self, errors: Mapping[str, str]) -> None:
        held = self._disputed | errors.keys()
        values = {name: raw for name, raw in self._values().items() if name not in held}
        checked = check(self.record_type, values, base=self._base)
        is_untouched = self._base is None and not self._draft.typed.keys() - held
        if checked.record is None or is_untouched:
            return
        if checked.record == self._base:
            self._keep_only(held)
        else:
            self._store(checked.record, held)

    def _store(self, record: R, held: Collection[str]) -> R | None:
        """Save the record; what was typed into the fields that are `held` stays a draft."""
        self._is_saving = True
        try:
            stored = self._write(record)
        except ConflictError as conflict:
            return self._merge(record, cast("R", conflict.theirs), held)
        finally:
            self._is_saving = False
        self._stand_on(stored)
        self._keep_only(held)
        self.page.status.saved()
        return stored

    def _write(self, record: R) -> R:
        if self._base is not None:
            try:
                return self.page.workbook.update(record)
            except MissingRecordError:
                record = record.model_copy(update={"version": 0})
                self._base = None
        try:
            return self.page.workbook.add(record)
        except DuplicateRecordError:
            theirs = self._locate()
            if theirs is None:
                raise
            raise ConflictError(mine=record, theirs=theirs) from None

    # --- two windows ------------------------------------------------------------------------------------------------

    def _merge(self, mine: R, theirs: R, held: Collection[str]) -> R | None:
        blank = {spec.name: spec.default for spec in describe(self.record_type)}
        base = self._base or cast("R", self.record_type.model_construct(**blank))
        merged = merge(base, mine, theirs)
        self._stand_on(theirs)
        self._disputed |= self.fields.keys() & merged.disputed
        held = {*held, *self._disputed}
        if merged.record == theirs:
            self._keep_only(held)
            stored = theirs
        else:
            stored = self._store(merged.record, held) or theirs
        if self._disputed:
            self._dispute(self._disputed)
            return None
        return stored

    def _dispute(self, names: Collection[str]) -> None:
        """Keep what was typed into these fields as a draft until the person has chosen."""
        self._disputed = frozenset(self._draft.typed.keys() & names)
        self._keep_draft()
        self._show_dispute()

    def _show_dispute(self) -> None:
        """Put both values side by side, as long as there are any."""
        if not self._disputed:
            self._conflict.clear()
            return
        saved = self._saved_values()
        self._conflict.show(
            [
                (field.spec, saved.get(name), self._draft.typed[name])
                for name, field in self.fields.items()
                if name in self._disputed
            ]
        )
        self.page.status.kept_as_draft()

    def _settle(self, keep_mine: bool) -> None:
        names, self._disputed = self._disputed, frozenset()
        self._conflict.clear()
        if not keep_mine:
            for name in names:
                self._draft.typed.pop(name, None)
                self.fields[name].show(self._saved_values().get(name))
        self._keep_draft()
        errors = self._errors_of_typed()
        self._show_errors(errors)
        self._save_what_can_be_read(errors)
        self._say_how_it_is_kept()

    def _workbook_changed(self, tables: frozenset[str]) -> None:
        if self.record_type.table() not in tables:
            return
        current = self._locate()
        if current == self._base:
            return
        if current is None and self._draft.typed:
            self._make_all_of_it_typed()
        clashes = self._stand_on(current)
        if self._is_saving:
            return
        if self._draft.typed:
            self._dispute(self._disputed | clashes if current else ())
        self._show_errors(self._errors_of_typed())

    def _make_all_of_it_typed(self) -> None:
        """The record is gone, but not what somebody is writing: all that stands here begins a new one."""
        blank = blank_draft(self.record_type)
        self._draft.typed = {
            name: field.raw for name, field in self.fields.items() if field.raw != blank.get(name)
        }

    def _stand_on(self, record: R | None) -> frozenset[str]:
        """Take another state of the record for the saved one, and show it in every field that is not being typed in.

        Returns the fields that are being typed in and of which the saved value changed to another one.
        """
        before, self._base = self._saved_values(), record
        saved, typed = self._saved_values(), self._draft.typed
        changed = {name for name in self.fields if before.get(name) != saved.get(name)}
        for name in changed - typed.keys():
            self.fields[name].show(saved.get(name))
        self._show_what_is_asked()
        return frozenset(name for name in changed & typed.keys() if typed[name] != saved.get(name))

    # --- parts ------------------------------------------------------------------------------------------------------

    def _make_fields(
        self, names: Sequence[str] | None, suggestions: Mapping[str, Sequence[str]]
    ) -> dict[str, Field]:
        specs = {spec.name: spec for spec in describe(self.record_type) if spec.name not in self._fixed}
        shown = specs if names is None else names
        table = self.record_type.table()
        fields = {name: Field(specs[name], table, suggestions=suggestions.get(name, ())) for name in shown}
        for field in fields.values():
            field.on_input(self.page.guard(self._input))
        return fields

    def _show_what_is_asked(self) -> None:
        """Show a field that depends on another one's answer only while that answer stands."""
        for field in self.fields.values():
            condition = field.spec.only_if
            if condition and condition.field in self.fields:
                shared.show(field.widget, self.fields[condition.field].raw in condition.values)

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
        names = self.record_type.one_per
        if names is None or not self._fixed.keys() >= set(names):
            return None
        fixed = {name: parse(field_spec(self.record_type, name), self._fixed[name]) for name in names}
        return workbook.find(self.record_type, **fixed)

    def _key(self) -> str:
        """The draft's key: the record's id, or what sets a new one apart."""
        return self._base.id if self._base else self._key_of_new()

    def _key_of_new(self) -> str:
        return new_key(self._fixed)

    def _saved_values(self) -> dict[str, JsonValue]:
        return draft_of(self._base) if self._base else blank_draft(self.record_type)

    def _values(self) -> dict[str, JsonValue]:
        return {**self._saved_values(), **self._fixed, **self._draft.typed}

    def _errors_of_typed(self) -> dict[str, str]:
        errors = check(self.record_type, self._values(), base=self._base).errors
        return {name: sentence for name, sentence in errors.items() if name in self._draft.typed or not name}

    def _keep_draft(self) -> None:
        # Version 0 is no record's: the next time the form is opened, what is in dispute is again.
        version = self._base.version if self._base and not self._disputed else 0
        self._draft.keep(self._key(), version, is_needed=self.has_unsaved_input)

    def _keep_only(self, held: Collection[str]) -> None:
        self._draft.typed = {name: raw for name, raw in self._draft.typed.items() if name in held}
        self._keep_draft()

    def _say_how_it_is_kept(self) -> None:
        if self.has_unsaved_input:
            self.page.status.kept_as_draft()
        elif self.saves_itself:
            self.page.status.saved()

    def _show_errors(self, errors: Mapping[str, str]) -> None:
        for name, field in self.fields.items():
            field.show_error(errors.get(name, ""))
        self._error.show(errors.get("", ""))

    def _focus_first(self, names: Collection[str]) -> None:
        for name in self.fields:
            if name in names:
                self.page.bridge.focus(
                    f".rutkit-field-{self.record_type.table()}-{name} :is(input, textarea, select)"
                )
                return


def new_key(fixed: Mapping[str, JsonValue]) -> str:
    """The key of the draft of a new record with these fixed values."""
    return "/".join(["new", *(str(value) for value in fixed.values())])
