"""`rutkit export` and `rutkit import`, as they are typed."""

from __future__ import annotations

import errno
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rutkit.cli import main
from rutkit.preferences import Preferences
from rutkit.steps.acknowledge.records import Situation
from rutkit.steps.exit_plan.records import Milestone
from rutkit.workbook import Workbook

Command = Callable[..., int]


@pytest.fixture(autouse=True)
def _no_file_of_ones_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RUTKIT_FILE", "")


@pytest.fixture
def rutkit(monkeypatch: pytest.MonkeyPatch) -> Command:
    def run(*arguments: object) -> int:
        monkeypatch.setattr(sys, "argv", ["rutkit", *map(str, arguments)])
        try:
            main()
        except SystemExit as end:
            return int(end.code or 0)
        return 0

    return run


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A workbook with something in it."""
    path = tmp_path / "me.rutkit"
    with Workbook.open(path) as workbook:
        workbook.put(Preferences(currency="EUR"))
        workbook.put(Situation(role="Nurse", stuck_means="Nothing moves"))
    return path


@pytest.fixture
def exported(file: Path, tmp_path: Path, rutkit: Command) -> Path:
    assert rutkit("export", file, tmp_path / "out.json") == 0
    return tmp_path / "out.json"


def role_in(path: Path) -> str | None:
    with Workbook.open(path) as workbook:
        situation = workbook.only(Situation)
    return situation.role if situation else None


def test_what_left_comes_back_into_an_empty_file_and_leaves_again_to_the_byte(
    rutkit: Command, exported: Path, tmp_path: Path
) -> None:
    assert rutkit("import", tmp_path / "new.rutkit", exported, "--yes") == 0
    assert rutkit("export", tmp_path / "new.rutkit", tmp_path / "again.json") == 0

    assert (tmp_path / "again.json").read_bytes() == exported.read_bytes()


def test_a_file_that_is_there_is_not_overwritten_unless_one_says_so(
    rutkit: Command, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out.json").write_text("mine", encoding="utf-8")

    assert rutkit("export", file, tmp_path / "out.json") == 1
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == "mine"
    assert "--force" in capsys.readouterr().err

    assert rutkit("export", file, tmp_path / "out.json", "--force") == 0
    assert (tmp_path / "out.json").read_bytes().startswith(b'{"format"')


def test_nobody_else_may_read_what_left(exported: Path) -> None:
    assert os.name != "posix" or exported.stat().st_mode & 0o077 == 0


def test_a_full_disk_leaves_no_half_file(
    rutkit: Command,
    file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = sorted(tmp_path.iterdir())

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("rutkit.home.moving.taking_along.os.fsync", full)
    assert rutkit("export", file, tmp_path / "out.json") == 1

    assert "No space left on device" in capsys.readouterr().err
    assert sorted(tmp_path.iterdir()) == before


def test_only_the_steps_that_are_named_leave(rutkit: Command, file: Path, tmp_path: Path) -> None:
    assert rutkit("export", file, tmp_path / "out.json", "--step", "1", "--step", "job-search") == 0

    tables = json.loads((tmp_path / "out.json").read_bytes())["records"]
    assert "situation" in tables
    assert "application" in tables
    assert "preferences" not in tables


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("out.foo",), "does not say what it is to be"),
        (("out.json", "--step", "eleven"), "There is no step “eleven”"),
        (("no/such/folder/out.json",), "could not be written"),
    ],
)
def test_what_cannot_leave_is_said_in_a_sentence(
    rutkit: Command,
    file: Path,
    tmp_path: Path,
    arguments: tuple[str, ...],
    says: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    name, *rest = arguments
    assert rutkit("export", file, tmp_path / name, *rest) == 1
    assert says in capsys.readouterr().err


def test_a_workbook_that_is_not_there_is_not_begun_by_taking_it_along(
    rutkit: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rutkit("export", tmp_path / "none.rutkit", tmp_path / "out.json") == 1
    assert "There is no workbook" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_without_a_file_to_write_the_command_says_what_it_needs(rutkit: Command) -> None:
    assert rutkit("export") == 2


def test_a_workbook_is_not_taken_for_the_file_to_write(
    rutkit: Command, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = file.read_bytes()

    assert rutkit("export", file) == 1
    assert "does not say what it is to be" in capsys.readouterr().err
    assert file.read_bytes() == before


def test_the_schema_is_printed_and_nothing_else(rutkit: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert rutkit("export", "--schema") == 0
    assert json.loads(capsys.readouterr().out)["$id"] == "urn:rutkit:workbook:1"


def test_what_will_change_is_shown_before_it_is_asked_for(
    rutkit: Command,
    exported: Path,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with Workbook.open(file) as workbook:
        workbook.put(Situation(role="Teacher", stuck_means="Nothing moves"))
    monkeypatch.setattr("typer.confirm", lambda *_, **__: False)

    assert rutkit("import", file, exported, "--prefer", "file") == 0

    shown = capsys.readouterr().out
    assert "0 records will be added, 1 changed and 0 removed" in shown
    assert "“Your role” Teacher → Nurse" in shown.replace("\n", " ")
    assert role_in(file) == "Teacher"


def test_a_file_is_not_begun_before_the_person_agrees(
    rutkit: Command, exported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("typer.confirm", lambda *_, **__: False)

    assert rutkit("import", tmp_path / "new.rutkit", exported) == 0
    assert not (tmp_path / "new.rutkit").exists()


def test_replacing_takes_away_what_the_file_does_not_have_and_one_undo_brings_it_back(
    rutkit: Command, exported: Path, file: Path
) -> None:
    with Workbook.open(file) as workbook:
        workbook.add(Milestone(what="Call the union", by="2026-12-01"))

    assert rutkit("import", file, exported, "--replace", "--yes") == 0

    with Workbook.open(file) as workbook:
        assert workbook.count(Milestone) == 0
        assert workbook.undo().label == "brought in 1 record from out.json"
        assert workbook.count(Milestone) == 1


def test_several_files_come_in_as_one_change(
    rutkit: Command, exported: Path, file: Path, tmp_path: Path
) -> None:
    with Workbook.open(file) as workbook:
        workbook.add(Milestone(what="Call the union", by="2026-12-01"))
    assert rutkit("export", file, tmp_path / "second.json", "--step", "2") == 0

    assert rutkit("import", tmp_path / "new.rutkit", exported, tmp_path / "second.json", "--yes") == 0

    with Workbook.open(tmp_path / "new.rutkit") as workbook:
        assert (workbook.count(Situation), workbook.count(Milestone)) == (1, 1)
        assert workbook.undo().label == "brought in 2 files"
        assert (workbook.count(Situation), workbook.count(Milestone)) == (0, 0)


def test_only_one_file_can_take_the_place_of_everything(rutkit: Command, exported: Path, file: Path) -> None:
    assert rutkit("import", file, exported, exported, "--replace", "--yes") == 2


def test_a_broken_file_among_several_leaves_everything_as_it_was(
    rutkit: Command, exported: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "half.json").write_bytes(exported.read_bytes()[:200])

    assert rutkit("import", tmp_path / "new.rutkit", exported, tmp_path / "half.json", "--yes") == 1

    assert "“half.json” ends in the middle" in capsys.readouterr().err
    assert not (tmp_path / "new.rutkit").exists()


def test_a_locked_workbook_asks_for_its_passphrase_on_the_way_out_and_in(
    rutkit: Command, exported: Path, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Workbook.open(file) as workbook:
        workbook.encrypt("four quiet words")
    asked: list[str] = []

    def answer(what: str, **_: Any) -> str:
        asked.append(what)
        return "four quiet words"

    monkeypatch.setattr("typer.prompt", answer)

    assert rutkit("export", file, tmp_path / "locked.json") == 0
    assert rutkit("import", file, exported, "--yes") == 0

    assert asked == ["Its passphrase", "Its passphrase"]
    assert (tmp_path / "locked.json").read_bytes() == exported.read_bytes()


def test_without_a_workbooks_name_ones_own_leaves_and_takes_in(
    rutkit: Command, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUTKIT_FILE", str(file))
    assert rutkit("export", tmp_path / "mine.json") == 0

    monkeypatch.setenv("RUTKIT_FILE", str(tmp_path / "other.rutkit"))
    assert rutkit("import", tmp_path / "mine.json", "--yes") == 0
    assert role_in(tmp_path / "other.rutkit") == "Nurse"
