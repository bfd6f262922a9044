from __future__ import annotations

import os
from pathlib import Path

import pytest

from rutkit.storage.errors import LocationError
from rutkit.storage.location import default_path
from rutkit.workbook import Workbook

on_posix = pytest.mark.skipif(os.name != "posix", reason="Windows has no such permissions")


def test_rutkit_file_says_where_the_workbook_is(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setenv("RUTKIT_FILE", str(path))

    assert default_path() == path


def test_without_rutkit_file_it_is_in_the_persons_data_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RUTKIT_FILE", raising=False)

    assert default_path().name == "workbook.rutkit"
    assert default_path().parent.name == "rutkit"
    assert Path.home() in default_path().parents


@on_posix
def test_only_the_owner_may_look_at_the_file_and_the_folders_made_for_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "me.rutkit"

    with Workbook.open(path):
        modes = [oct(made.stat().st_mode & 0o777) for made in (path.parent.parent, path.parent, path)]

    assert modes == ["0o700", "0o700", "0o600"]


@on_posix
def test_a_file_that_others_may_read_becomes_private(path: Path) -> None:
    Workbook.open(path).close()
    path.chmod(0o644)

    Workbook.open(path).close()

    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("place", ["me.rutkit", "deeper/still/me.rutkit"])
def test_no_workbook_is_made_among_notebooks(tmp_path: Path, place: str) -> None:
    (tmp_path / "00-start-here.ipynb").write_text("{}", encoding="utf-8")

    with pytest.raises(LocationError, match="A workbook is private"):
        Workbook.open(tmp_path / place)

    assert [file.name for file in tmp_path.iterdir()] == ["00-start-here.ipynb"]


def test_notebooks_in_the_home_folder_do_not_lock_all_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    (tmp_path / "00-start-here.ipynb").write_text("{}", encoding="utf-8")

    Workbook.open(tmp_path / "private" / "me.rutkit").close()

    assert (tmp_path / "private" / "me.rutkit").exists()
