"""Other windows are other processes: what they see of each other, and what a killed one leaves."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from rutkit.home.records import record_types
from rutkit.preferences import Preferences
from rutkit.storage.connection import connect_as_allowed
from rutkit.storage.errors import BusyError, ConflictError
from rutkit.workbook import Workbook

OTHER_WINDOW = """
import sys
from rutkit.preferences import Preferences
from rutkit.workbook import Workbook

workbook = Workbook.open(sys.argv[1])
print("ready", flush=True)
for line in sys.stdin:
    exec(line)
    print("done", flush=True)
"""


class OtherWindow:
    """A second process with the same workbook open, which runs one line after another."""

    def __init__(self, path: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", OTHER_WINDOW, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.wait()

    def run(self, line: str) -> None:
        self.begin(line)
        self.wait()

    def begin(self, line: str) -> None:
        _pipe(self.process.stdin).write(line + "\n")
        _pipe(self.process.stdin).flush()

    def wait(self) -> None:
        assert _pipe(self.process.stdout).readline().strip() in {"ready", "done"}

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def close(self) -> None:
        self.kill()
        _pipe(self.process.stdin).close()
        _pipe(self.process.stdout).close()


def _pipe(pipe: IO[str] | None) -> IO[str]:
    assert pipe
    return pipe


@pytest.fixture
def workbook(path: Path) -> Iterator[Workbook]:
    with Workbook.open(path) as opened:
        yield opened


@pytest.fixture
def other(workbook: Workbook) -> Iterator[OtherWindow]:
    window = OtherWindow(workbook.path)
    yield window
    window.close()


def test_a_change_in_another_window_is_heard(workbook: Workbook, other: OtherWindow) -> None:
    heard: list[frozenset[str]] = []
    workbook.watch(heard.append)

    other.run("workbook.put(Preferences(currency='EUR'))")
    workbook.poll()

    assert heard == [{"preferences"}]
    preferences = workbook.only(Preferences)
    assert preferences is not None
    assert preferences.currency == "EUR"


def test_two_windows_that_change_one_record_conflict(workbook: Workbook, other: OtherWindow) -> None:
    mine = workbook.put(Preferences(currency="USD"))
    other.run("workbook.put(workbook.only(Preferences).model_copy(update={'currency': 'EUR'}))")

    with pytest.raises(ConflictError) as conflict:
        workbook.update(mine.model_copy(update={"currency": "CHF"}))

    assert (conflict.value.mine.currency, conflict.value.theirs.currency) == ("CHF", "EUR")  # type: ignore[attr-defined]


def test_two_windows_that_write_at_once_both_succeed(workbook: Workbook, other: OtherWindow) -> None:
    other.begin("for number in range(200): workbook.save_draft('other', str(number), {})")
    for number in range(200):
        workbook.save_draft("mine", str(number), {})
    other.wait()

    drafts = workbook._connection.execute("SELECT form, count(*) FROM draft GROUP BY form").fetchall()
    assert drafts == [("mine", 200), ("other", 200)]


def test_a_window_that_keeps_the_file_too_long_is_said_in_words(
    workbook: Workbook, other: OtherWindow
) -> None:
    workbook._connection.set_busy_timeout(50)
    other.run("workbook._connection.execute('BEGIN IMMEDIATE')")

    with pytest.raises(BusyError, match="Another window is busy"):
        workbook.put(Preferences())

    other.run("workbook._connection.execute('ROLLBACK')")
    assert workbook.put(Preferences()).version == 1


def test_what_was_saved_before_a_kill_is_there(workbook: Workbook, other: OtherWindow) -> None:
    other.run("workbook.put(Preferences(currency='EUR')); workbook.save_draft('f', 'k', {'text': 'half a'})")
    other.kill()

    draft = workbook.draft("f", "k")
    assert draft is not None
    assert draft.values == {"text": "half a"}
    assert workbook.count(Preferences) == 1


def test_a_kill_in_the_middle_of_typing_leaves_a_sound_file(
    path: Path, workbook: Workbook, other: OtherWindow
) -> None:
    workbook.close()
    other.begin(
        "for number in range(10**9):"
        " workbook.put((workbook.only(Preferences) or Preferences()).model_copy("
        "update={'currency': ('EUR', 'USD')[number % 2]}))"
    )
    time.sleep(0.3)
    other.kill()

    with Workbook.open(path) as again:
        assert again.check(record_types()) == []
        preferences = again.only(Preferences)
        assert preferences is not None
        assert preferences.version > 1
        assert again.last_change() is not None


@pytest.mark.skipif(os.name == "nt", reason="Windows replaces no file that is open")
def test_a_window_that_opens_while_the_file_is_replaced_gets_the_new_one(
    path: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[..., None], read: Callable[..., list[str]]
) -> None:
    write("Rest")
    replacement = path.with_name("new.rutkit")
    replacement.write_bytes(path.read_bytes())
    write("Work")

    def connect_and_replace(*values: Any) -> Any:
        connected = connect_as_allowed(*values)
        if replacement.exists():
            replacement.replace(path)
        return connected

    monkeypatch.setattr("rutkit.storage.opening.connect_as_allowed", connect_and_replace)

    assert read() == ["Rest"]
