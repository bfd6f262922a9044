"""One field on the screen for every kind of field that a record can have.

A field holds what was typed, as it was typed (see `rutkit.drafts`); whether that is an answer is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, Protocol, TypeVar

import ipywidgets as widgets
from pydantic import JsonValue

from rutkit.records import FieldSpec, Kind
from rutkit.widgets import shared
from rutkit.widgets.markup import ErrorLine, block, html, row, stack

W = TypeVar("W", bound=widgets.DOMWidget)

MAXIMUM_RADIO_CHOICES = 7
"""More choices than this become a drop-down list."""


class Control(Protocol):
    """What a person types into or clicks, without its help and its error."""

    widget: widgets.Widget

    def get(self) -> JsonValue:
        """What stands there now."""

    def set(self, raw: JsonValue) -> None:
        """Show this instead."""

    def on_change(self, callback: Callable[[], None]) -> None:
        """Call back at every change, each letter included."""


class Field:
    """A control with its label, help and error, in one box of class `rutkit-field-<record>-<name>`."""

    def __init__(self, spec: FieldSpec, table: str, *, suggestions: Sequence[str] = ()) -> None:
        self.spec = spec
        self.control = make_control(spec, suggestions)
        parts = [self.control.widget]
        if spec.help:
            parts.append(block(html('<p class="rutkit-help">{help}</p>', help=spec.help)))
        self.widget = stack(
            *parts,
            classes=(
                "rutkit-field",
                f"rutkit-kind-{spec.kind.name.lower()}",
                f"rutkit-field-{table}-{spec.name}",
            ),
        )
        self._error = ErrorLine(self.widget)
        self._showing = False

    @property
    def raw(self) -> JsonValue:
        """What stands in the field now."""
        return self.control.get()

    def show(self, raw: JsonValue) -> None:
        """Put a value into the field without that counting as input."""
        if raw == self.control.get():
            return
        self._showing = True
        try:
            self.control.set(raw)
        finally:
            self._showing = False

    def on_input(self, callback: Callable[[Field], None]) -> None:
        """Call back whenever the person changes something."""
        self.control.on_change(lambda: None if self._showing else callback(self))

    def show_error(self, sentence: str) -> None:
        """Say under the field what is wrong; an empty sentence takes it away."""
        self._error.show(sentence)


def make_control(spec: FieldSpec, suggestions: Sequence[str] = ()) -> Control:
    """The control for a kind of field."""
    if spec.kind is Kind.SHORT_TEXT and suggestions:
        return SuggestingControl(spec, suggestions)
    if spec.kind is Kind.LONG_TEXT:
        return TextControl(_described(widgets.Textarea, spec, rows=spec.lines))
    if spec.kind is Kind.DATE:
        return DateControl(_described(widgets.DatePicker, spec))
    if spec.kind is Kind.DATETIME:
        return DatetimeControl(_described(widgets.NaiveDatetimePicker, spec))
    if spec.kind is Kind.YES_NO:
        return RadioControl(spec, (("Yes", True), ("No", False)), "rutkit-row")
    if spec.kind is Kind.CHOICE and len(spec.choices) > MAXIMUM_RADIO_CHOICES:
        return DropdownControl(spec)
    if spec.kind is Kind.CHOICE:
        return RadioControl(spec, tuple((choice, choice) for choice in spec.choices), "rutkit-choice")
    if spec.kind is Kind.CHOICES:
        return CheckboxesControl(spec)
    if spec.kind is Kind.TAGS:
        return TagsControl(spec, suggestions)
    if spec.kind is Kind.SCALE:
        return scale_control(spec)
    if spec.kind is Kind.MONTH:
        return TextControl(_described(widgets.Text, spec, placeholder="month and year"), nothing=None)
    return TextControl(_described(widgets.Text, spec))


class TextControl:
    """Text, and everything that is typed as text: numbers, money, months."""

    def __init__(
        self, widget: widgets.Text | widgets.Textarea | widgets.Combobox, nothing: JsonValue = ""
    ) -> None:
        self.widget = widget
        self._nothing = nothing

    def get(self) -> JsonValue:
        """The text as it was typed."""
        return str(self.widget.value) or self._nothing

    def set(self, raw: JsonValue) -> None:
        """Show a text; anything else is shown as its text."""
        self.widget.value = "" if raw is None else str(raw)

    def on_change(self, callback: Callable[[], None]) -> None:
        """Call back at every letter."""
        self.widget.observe(lambda _: callback(), "value")


class SuggestingControl(TextControl):
    """A short text with suggestions that the browser offers while typing."""

    def __init__(self, spec: FieldSpec, suggestions: Sequence[str]) -> None:
        super().__init__(_described(widgets.Combobox, spec, options=tuple(suggestions)))


class DateControl:
    """A day, from the browser's own calendar."""

    def __init__(self, widget: widgets.DatePicker) -> None:
        self.widget = widget

    def get(self) -> JsonValue:
        """The day as YYYY-MM-DD, or None."""
        value = self.widget.value
        return value.isoformat() if value else None

    def set(self, raw: JsonValue) -> None:
        """Show a day; what is none shows as empty."""
        self.widget.value = _read(date.fromisoformat, raw)

    def on_change(self, callback: Callable[[], None]) -> None:
        """Call back when another day is picked."""
        self.widget.observe(lambda _: callback(), "value")


class DatetimeControl:
    """A day and a time on the person's own clock."""

    def __init__(self, widget: widgets.NaiveDatetimePicker) -> None:
        self.widget = widget

    def get(self) -> JsonValue:
        """The moment as YYYY-MM-DDTHH:MM, or None."""
        value = self.widget.value
        return value.isoformat(timespec="minutes") if value else None

    def set(self, raw: JsonValue) -> None:
        """Show a moment; what is none shows as empty."""
        self.widget.value = _read(datetime.fromisoformat, raw)

    def on_change(self, callback: Callable[[], None]) -> None:
        """Call back when another moment is picked."""
        self.widget.observe(lambda _: callback(), "value")


class RadioControl:
    """One of a few, all in view."""

    def __init__(self, spec: FieldSpec, options: Sequence[tuple[str, JsonValue]], *classes: str) -> None:
        self._values = tuple(value for _, value in options)
        self.widget = _described(widgets.RadioButtons, spec, *classes, options=options, value=None)

    def get(self) -> JsonValue:
        """The value picked, or None."""
        value: JsonValue = self.widget.value
        return value

    def set(self, raw: JsonValue) -> None:
        """Pick a value; what is not offered picks none."""
        self.widget.value = raw if raw in self._values else None

    def on_change(self, callback: Callable[[], None]) -> None:
        """Call back when another one is picked."""
        self.widget.observe(lambda _: callback(), "value")


def scale_control(spec: FieldSpec) -> RadioControl:
    """A row of steps, each with its name or, on a longer scale, its number with the ends named above."""
    if len(spec.choices) == spec.steps:
        options = tuple((label, step) for step, label in enumerate(spec.choices))
        return RadioControl(spec, options, "rutkit-segments")
    options = tuple((str(step), step) for step in range(spec.steps))
    control = RadioControl(spec, options, "rutkit-segments", "rutkit-numbers")
    low, high = spec.choices
    control.widget.description = f"{spec.title} · 0 {low}, {spec.steps - 1} {high}"
    return control


class DropdownControl:
    """One of many."""

    def __init__(self, spec: FieldSpec) -> None:
        self._choices = spec.choices
        options = (("–", None), *((choice, choice) for choice in spec.choices))
        self.widget = _described(widgets.Dropdown, spec, options=options)

    def get(self) -> JsonValue:
        """The value picked, or None."""
        value: JsonValue = self.widget.value
        return value

    def set(self, raw: JsonValue) -> None:
        """Pick a value; what is not offered picks none."""
        self.widget.value = raw if raw in self._choices else None

    def on_change(self, callback: Callable[[], None]) -> None:
        """Call back when another one is picked."""
        self.widget.observe(lambda _: callback(), "value")


class CheckboxesControl:
    """Any number of a few, as a group of checkboxes."""

    def __init__(self, spec: FieldSpec) -> None:
        self._boxes = {
            choice: shared.make(widgets.Checkbox, description=choice, indent=False) for choice in spec.choices
        }
        options = stack(*self._boxes.values(), classes=("rutkit-options",))
        self.widget = stack(
            block(html('<span class="rutkit-legend">{title}</span>', title=spec.title)), options
        )

    def get(self) -> JsonValue:
        """The choices that are ticked, in their own order."""
        return [choice for choice, box in self._boxes.items() if box.value]

    def set(self, raw: JsonValue) -> None:
        """Tick these and no others."""
        ticked = raw if isinstance(raw, list | tuple) else ()
        for choice, box in self._boxes.items():
            box.value = choice in ticked

    def on_change(self, callback: Callable[[], None]) -> None:
        """Call back at every tick."""
        for box in self._boxes.values():
            box.observe(lambda _: callback(), "value")


class TagsControl:
    """A few words with commas between them; words used before stand below, one click each."""

    def __init__(self, spec: FieldSpec, suggestions: Sequence[str]) -> None:
        self._text = _described(widgets.Text, spec, placeholder="words with commas between them")
        self._toggles = {
            word: shared.make(widgets.ToggleButton, "rutkit-chip", description=word) for word in suggestions
        }
        self._marking = False
        self._set: tuple[str, list[str]] = ("", [])
        """The text and the words that `set` last put there: a word of another program's may have a comma in it."""
        for word, toggle in self._toggles.items():
            toggle.observe(lambda change, word=word: self._toggled(word, change["new"]), "value")
        self._text.observe(lambda _: self._mark_chips(), "value")
        self.widget = stack(self._text)
        if self._toggles:
            self.widget.children = (self._text, row(*self._toggles.values(), classes=("rutkit-chips",)))

    def get(self) -> JsonValue:
        """The words, in the order in which they were typed."""
        return [*self._words()]

    def set(self, raw: JsonValue) -> None:
        """Show these words."""
        words = [str(word) for word in raw] if isinstance(raw, list | tuple) else []
        text = ", ".join(words)
        self._set = (text, words)
        self._text.value = text

    def on_change(self, callback: Callable[[], None]) -> None:
        """Call back at every letter and every click on a word."""
        self._text.observe(lambda _: callback(), "value")

    def _toggled(self, word: str, is_on: bool) -> None:
        if self._marking:
            return
        words = [other for other in self._words() if other.lower() != word.lower()]
        self._text.value = ", ".join([*words, word] if is_on else words)

    def _mark_chips(self) -> None:
        typed = {word.lower() for word in self._words()}
        self._marking = True
        for word, toggle in self._toggles.items():
            toggle.value = word.lower() in typed
        self._marking = False

    def _words(self) -> list[str]:
        text, words = self._set
        if self._text.value == text:
            return words
        return [word.strip() for word in self._text.value.split(",") if word.strip()]


def _described(kind: type[W], spec: FieldSpec, *classes: str, **traits: Any) -> W:
    return shared.make(kind, *classes, description=_label(spec), **traits)


def _label(spec: FieldSpec) -> str:
    """The title, with its unit unless it is named there already."""
    names_unit = not spec.unit or spec.unit.split()[0].lower() in spec.title.lower()
    return spec.title if names_unit else f"{spec.title} ({spec.unit})"


def _read(reader: Callable[[str], Any], raw: JsonValue) -> Any:
    try:
        return reader(raw) if isinstance(raw, str) and raw else None
    except ValueError:
        return None
