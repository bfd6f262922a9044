"""Whatever somebody does in whatever order: the workbook agrees with a list of what was there before each change."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, multiple, precondition, rule

from rutkit.records import LongText, Record
from rutkit.storage.errors import ConflictError, MissingRecordError, NothingToUndoError
from rutkit.storage.migrations import Migration, released_migrations
from rutkit.storage.tables import create_table_sql
from rutkit.workbook import Workbook


class Wish(Record):
    noun: ClassVar[str] = "wish"

    text: LongText = ""


MIGRATIONS = (released_migrations()[0], Migration(2, "wishes", create_table_sql(Wish)))

Texts = dict[str, str]


class WorkbookModel(RuleBasedStateMachine):
    """Two windows on one file. `texts` is what should be there, `before` what was there before each change."""

    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.windows = [self.open(), self.open()]
        self.texts: Texts = {}
        self.before: list[Texts] = []
        self.newest_version: dict[str, int] = {}

    def open(self) -> Workbook:
        return Workbook(self.folder / "me.rutkit", migrations=MIGRATIONS)

    def teardown(self) -> None:
        for window in self.windows:
            window.close()
        shutil.rmtree(self.folder)

    def expect(self, texts: Texts) -> None:
        self.before.append(self.texts)
        self.texts = texts

    @rule(target=ids, window=st.integers(0, 1), text=st.text(max_size=5))
    def add(self, window: int, text: str) -> str:
        wish = self.windows[window].add(Wish(text=text))
        self.expect({**self.texts, wish.id: wish.text})
        return wish.id

    @rule(target=ids, window=st.integers(0, 1), texts=st.lists(st.text(max_size=5), min_size=1, max_size=3))
    def add_in_a_batch(self, window: int, texts: list[str]) -> object:
        with self.windows[window].batch("several"):
            wishes = [self.windows[window].add(Wish(text=text)) for text in texts]
        self.expect({**self.texts, **{wish.id: wish.text for wish in wishes}})
        return multiple(*(wish.id for wish in wishes))

    @rule(window=st.integers(0, 1), wish_id=ids, text=st.text(max_size=5))
    def update(self, window: int, wish_id: str, text: str) -> None:
        wish = self.windows[window].get(Wish, wish_id)
        if wish is None:
            with pytest.raises(MissingRecordError):
                self.windows[window].update(Wish(id=wish_id, text=text, version=1))
        elif wish.text != text:
            # A label of its own keeps it from joining an earlier change; see the tests about typing.
            label = f"change {len(self.before)}"
            self.windows[window].update(wish.model_copy(update={"text": text}), label=label)
            self.expect({**self.texts, wish_id: text})

    @rule(window=st.integers(0, 1), wish_id=ids)
    def update_what_is_stale(self, window: int, wish_id: str) -> None:
        wish = self.windows[window].get(Wish, wish_id)
        if wish:
            stale = wish.model_copy(update={"text": wish.text + "!", "version": wish.version - 1})
            with pytest.raises(ConflictError):
                self.windows[window].update(stale)

    @rule(window=st.integers(0, 1), wish_id=ids)
    def remove(self, window: int, wish_id: str) -> None:
        wish = self.windows[window].get(Wish, wish_id)
        if wish:
            self.windows[window].remove(wish)
            self.expect({key: text for key, text in self.texts.items() if key != wish_id})

    @rule(window=st.integers(0, 1))
    def undo(self, window: int) -> None:
        if self.before:
            self.windows[window].undo()
            self.texts = self.before.pop()
        else:
            with pytest.raises(NothingToUndoError):
                self.windows[window].undo()

    @rule(window=st.integers(0, 1))
    def reopen(self, window: int) -> None:
        self.windows[window].close()
        self.windows[window] = self.open()

    @precondition(lambda self: self.before)
    @rule(window=st.integers(0, 1))
    def look_at_the_last_change(self, window: int) -> None:
        assert self.windows[window].last_change()

    @invariant()
    def both_windows_show_what_should_be_there(self) -> None:
        for window in self.windows:
            assert {wish.id: wish.text for wish in window.all(Wish)} == self.texts

    @invariant()
    def versions_never_fall(self) -> None:
        for wish in self.windows[0].all(Wish):
            assert wish.version >= self.newest_version.get(wish.id, 1)
            self.newest_version[wish.id] = wish.version


TestWorkbookModel = WorkbookModel.TestCase
TestWorkbookModel.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
