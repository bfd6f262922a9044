"""What a machine does to a file: killed programs, full disks, disks that may only be read, clocks that jump."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from rutkit.home.records import record_types
from rutkit.steps.exit_plan.records import Milestone, ResignationDraft, UrgeToQuit
from rutkit.steps.exit_plan.resignation import opens_at
from rutkit.storage.errors import DiskFullError, ReadOnlyError, StorageError
from rutkit.workbook import Workbook

SAVES = 1_000
DAY = date(2026, 11, 22)

WINDOW = """
import sys
from datetime import date
from rutkit.steps.exit_plan.records import Milestone
from rutkit.workbook import Workbook

workbook = Workbook.open(sys.argv[1])
number = 0
while True:
    number += 1
    saved = workbook.add(Milestone(what=f"{sys.argv[2]} {number}", by=date(2027, 1, 1)))
    print("saved", saved.id, flush=True)
    if number % 3 == 0:
        workbook.update(saved.model_copy(update={"what": "changed"}))
        print("changed", saved.id, flush=True)
    workbook.save_draft("milestone", sys.argv[2], {"what": str(number)})
    print("typed", number, flush=True)
"""


def start_window(path: Path, name: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WINDOW, str(path), name], stdout=subprocess.PIPE, text=True
    )


def kill(window: subprocess.Popen[str], *, after: float) -> list[tuple[str, str]]:
    """End it so many seconds after its first save, wherever it is then; gives what it said was saved."""
    assert window.stdout is not None
    first = window.stdout.readline()
    time.sleep(after)
    window.kill()
    rest, _ = window.communicate()
    said = first + rest
    whole = said[: said.rfind("\n") + 1]
    return [(verb, what) for verb, _, what in (line.partition(" ") for line in whole.splitlines())]


def test_no_save_that_was_acknowledged_is_lost_when_windows_are_killed(tmp_path: Path) -> None:
    path, chance = tmp_path / "me.rutkit", random.Random(8)
    Workbook.open(path).close()
    saved: set[str] = set()
    changed: set[str] = set()
    typed: dict[str, int] = {}
    names = iter(range(1_000))
    windows = {name: start_window(path, name) for name in (f"window {next(names)}", f"window {next(names)}")}
    try:
        while len(saved) < SAVES:
            assert next(names) < 200, "Windows get nothing saved"
            name = chance.choice(list(windows))
            for verb, what in kill(windows.pop(name), after=chance.uniform(0, 0.1)):
                if verb == "typed":
                    typed[name] = int(what)
                else:
                    (saved if verb == "saved" else changed).add(what)
            name = f"window {next(names)}"
            windows[name] = start_window(path, name)
    finally:
        for window in windows.values():
            window.kill()
            window.communicate()

    with Workbook.open(path) as workbook:
        assert workbook.check(record_types()) == []
        there = {milestone.id: milestone for milestone in workbook.all(Milestone)}
        assert saved <= there.keys()
        assert {id_ for id_ in changed if there[id_].what != "changed"} == set()
        for name, number in typed.items():
            draft = workbook.draft("milestone", name)
            assert draft is not None
            assert int(str(draft.values["what"])) >= number


# --- disks ----------------------------------------------------------------------------------------------------------


def fill(disk: Path, *, leaving: int) -> Path:
    """Fill a disk with something else, to the last so many bytes."""
    room = os.statvfs(disk)
    filler = disk / "films"
    filler.write_bytes(bytes(max(0, room.f_bavail * room.f_frsize - leaving)))
    return filler


def save_without_end(workbook: Workbook, saved: list[Milestone]) -> None:
    while True:
        saved.append(workbook.add(Milestone(what="x" * 250, by=DAY)))


def test_a_full_disk_refuses_a_save_in_words_and_keeps_all_before(disk: Path) -> None:
    path = disk / "me.rutkit"
    with Workbook.open(path) as workbook:
        saved = [workbook.add(Milestone(what="before", by=DAY))]
        filler = fill(disk, leaving=60_000)
        with pytest.raises(DiskFullError, match="is full, so this was not saved"):
            save_without_end(workbook, saved)
        assert workbook.all(Milestone) == saved

        filler.unlink()
        saved.append(workbook.add(Milestone(what="after", by=DAY)))

    with Workbook.open(path) as again:
        assert again.check(record_types()) == []
        assert again.all(Milestone) == saved


def test_a_full_disk_refuses_a_backup_in_words_and_leaves_none_by_half(disk: Path) -> None:
    with Workbook.open(disk / "me.rutkit") as workbook:
        workbook.add(Milestone(what="before", by=DAY))
        workbook.back_up()
        before = workbook.backups()
        fill(disk, leaving=8_000)

        with pytest.raises(StorageError, match="full"):
            workbook.back_up()

        assert workbook.backups() == before
        assert not [
            each for each in disk.rglob("*") if each.suffix not in (".rutkit", "") and "-" not in each.name
        ]
        assert workbook.check(record_types()) == []


def test_a_full_disk_while_a_file_is_brought_up_to_date_leaves_the_old_one(disk: Path) -> None:
    path = disk / "me.rutkit"
    old = (Path(__file__).parent / "version-1.workbook").read_bytes()
    path.write_bytes(old)
    filler = fill(disk, leaving=8_000)

    with pytest.raises(StorageError, match="full"):
        Workbook.open(path)
    assert path.read_bytes() == old

    filler.unlink()
    with Workbook.open(path) as workbook:
        assert workbook.check(record_types()) == []


def test_an_export_to_a_full_disk_leaves_no_half_file(disk: Path, tmp_path: Path) -> None:
    path = tmp_path / "me.rutkit"
    with Workbook.open(path) as workbook:
        workbook.add_many([Milestone(what="x" * 250, by=DAY) for _ in range(100)], label="a lot")
    fill(disk, leaving=8_000)

    done = subprocess.run(
        [sys.executable, "-m", "rutkit.cli", "export", str(path), str(disk / "all.json")],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "No space left" in done.stderr
    assert [each.name for each in disk.iterdir()] == ["films"]


def test_a_workbook_on_a_disk_that_may_only_be_read_opens_for_reading(disk: Path) -> None:
    path = disk / "me.rutkit"
    with Workbook.open(path) as workbook:
        workbook.add(Milestone(what="before", by=DAY))
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)

    with Workbook.open(path) as workbook:
        assert workbook.read_only
        assert "may only be read" in workbook.notices[0]
        assert [each.what for each in workbook.all(Milestone)] == ["before"]
        with pytest.raises(ReadOnlyError):
            workbook.add(Milestone(what="after", by=DAY))


def test_what_a_killed_window_saved_last_is_read_from_a_disk_that_may_only_be_read(disk: Path) -> None:
    path = disk / "me.rutkit"
    Workbook.open(path).close()
    window = start_window(path, "window")
    (_, first), *_ = kill(window, after=0.2)
    assert path.with_name("me.rutkit-wal").stat().st_size > 0
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)

    with Workbook.open(path) as workbook:
        assert workbook.get(Milestone, first) is not None


# --- clocks ---------------------------------------------------------------------------------------------------------

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def workbook(tmp_path: Path) -> Iterator[Workbook]:
    with Workbook.open(tmp_path / "me.rutkit") as opened:
        yield opened


def test_with_the_clock_set_back_every_change_is_saved_and_undone_in_its_order(workbook: Workbook) -> None:
    with time_machine.travel(NOON, tick=False):
        first = workbook.add(Milestone(what="first", by=DAY))
    with time_machine.travel(NOON - timedelta(days=400), tick=False):
        workbook.add(Milestone(what="second", by=DAY))
        workbook.update(first.model_copy(update={"what": "third"}))

    assert [each.what for each in workbook.all(Milestone, order_by="by")] == ["third", "second"]
    workbook.undo()
    workbook.undo()
    assert [each.what for each in workbook.all(Milestone)] == ["first"]
    assert workbook.check(record_types()) == []


def test_with_the_clock_set_back_later_typing_is_a_change_of_its_own(workbook: Workbook) -> None:
    saved = workbook.add(Milestone(what="first", by=DAY))
    with time_machine.travel(NOON, tick=False):
        saved = workbook.update(saved.model_copy(update={"what": "second"}))
    with time_machine.travel(NOON - timedelta(hours=2), tick=False):
        workbook.update(saved.model_copy(update={"what": "third"}))

    workbook.undo()
    assert [each.what for each in workbook.all(Milestone)] == ["second"]


def test_with_the_clock_set_back_a_backup_is_still_made_and_kept(workbook: Workbook) -> None:
    workbook.add(Milestone(what="first", by=DAY))
    with time_machine.travel(NOON, tick=False):
        later = workbook.back_up()
    with time_machine.travel(NOON - timedelta(days=40), tick=False):
        earlier = workbook.back_up()

    assert later != earlier
    assert {later, earlier} <= set(workbook.backups())


@pytest.fixture
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("Windows keeps its own time zone")
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("in_berlin")
def test_the_hour_that_comes_twice_is_kept_as_two(workbook: Workbook) -> None:
    twice = datetime(2026, 10, 25, 2, 30)  # noqa: DTZ001 - as a clock on the wall shows it
    for fold in (1, 0):
        workbook.add(UrgeToQuit(at=twice.replace(fold=fold).astimezone(), strength=fold))

    first, second = workbook.all(UrgeToQuit, order_by="at")

    assert (first.strength, second.strength) == (0, 1)
    assert second.at - first.at == timedelta(hours=1)
    assert workbook.days(UrgeToQuit, "at") == [date(2026, 10, 25)] * 2


@pytest.mark.usefixtures("in_berlin")
def test_a_seal_of_a_day_lasts_twenty_four_hours_when_the_clock_changes() -> None:
    evening = datetime(2026, 10, 24, 20).astimezone()

    opens = opens_at(ResignationDraft(text="I resign", sealed_at=evening, sealed_hours=24))

    assert opens is not None
    assert opens - evening == timedelta(hours=24)
    assert opens.astimezone().hour == 19
