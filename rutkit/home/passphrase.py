"""Asking for a passphrase in the page: it goes from the field to the file and nowhere else."""

from __future__ import annotations

import ipywidgets as widgets

from rutkit.errors import RutkitError
from rutkit.widgets import shared
from rutkit.widgets.markup import stack


class PassphraseMismatchError(RutkitError):
    """The passphrase and its repetition differ, or there is none."""


class PassphraseFields:
    """A field for a passphrase, and with `repeat` a second one against mistyping."""

    def __init__(self, *, repeat: bool) -> None:
        names = ("Passphrase", "The same again") if repeat else ("Passphrase",)
        self._fields = [shared.make(widgets.Password, description=name) for name in names]
        self.widgets = tuple(stack(field, classes=("rutkit-field",)) for field in self._fields)

    def take(self) -> str:
        """The passphrase; the fields are empty afterwards.

        Raises:
            PassphraseMismatchError: the two fields differ, or are empty.
        """
        typed = [str(field.value) for field in self._fields]
        if not typed[0]:
            raise PassphraseMismatchError("Please type a passphrase first. Nothing was changed.")
        if len(set(typed)) > 1:
            raise PassphraseMismatchError(
                "The two passphrases differ. Nothing was changed; please type both again."
            )
        for field in self._fields:
            field.value = ""
        return typed[0]
