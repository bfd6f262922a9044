"""Step 10 on the screen: which version of the resume the cards are about."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets as widgets

from rutkit.steps.prepare.records import ResumeVersion
from rutkit.steps.prepare.resume import Master, read_master
from rutkit.steps.prepare.versions import name_of
from rutkit.steps.prepare.view.resume import MASTER_RECORDS
from rutkit.widgets import shared
from rutkit.widgets.markup import stack
from rutkit.widgets.view import View


class ChosenVersion:
    """The list of versions, and what changes when another one is picked."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._callbacks: list[Callable[[], object]] = []
        self._is_drawing = False
        self._list = shared.make(widgets.Dropdown, description="Which version?")
        self._list.observe(view.page.guard(lambda _: self._picked()), "value")
        self.widget = stack(self._list, classes=("rutkit-field",))
        view.follow(self._draw, ResumeVersion)

    def close(self) -> None:
        """Tell nobody any more."""
        self._callbacks.clear()
        shared.close(self.widget)

    def on_change(self, callback: Callable[[], object]) -> None:
        """Call `callback` once the form can be used, when another version is picked, and when one changes."""
        self._callbacks.append(callback)
        self._view.follow_later(callback, ResumeVersion, *MASTER_RECORDS)

    @property
    def version(self) -> ResumeVersion | None:
        """The version that is picked, as it is saved now; None if there is none yet."""
        return self._view.workbook.get(ResumeVersion, self._list.value) if self._list.value else None

    @property
    def master(self) -> Master:
        """The master that it chooses from, as it is saved now."""
        return read_master(self._view.workbook)

    def change(self, label: str, **values: str) -> None:
        """Save other values of the version that is picked."""
        version = self.version
        if version:
            self._view.workbook.update(version.model_copy(update=values), label=label)
            self._view.page.status.saved()

    def _draw(self) -> None:
        """List the versions; one that was just begun is picked."""
        versions = self._view.workbook.all(ResumeVersion)
        names = {version.id: name_of(version) for version in versions}
        before = {id_ for _, id_ in self._list.options}
        begun = [id_ for id_ in names if before and id_ not in before]
        picked = self._list.value if self._list.value in names else next(iter(names), None)
        self._is_drawing = True
        self._list.options = [(name, id_) for id_, name in names.items()]
        self._list.value = begun[-1] if begun else picked
        self._is_drawing = False
        shared.show(self.widget, len(names) > 1)

    def _picked(self) -> None:
        if not self._is_drawing:
            for callback in self._callbacks:
                callback()
