from __future__ import annotations

from pathlib import Path

import pytest

from rutkit.serving.notebooks import NotebooksError, copy_notebooks, notebooks_folder


def test_copies_are_like_the_originals(tmp_path: Path) -> None:
    for copy in copy_notebooks(tmp_path / "mine"):
        assert copy.read_bytes() == (notebooks_folder() / copy.name).read_bytes()


def test_nothing_is_written_where_one_of_them_is_already(tmp_path: Path) -> None:
    mine = tmp_path / "01-acknowledge.ipynb"
    mine.write_text("mine", encoding="utf-8")
    with pytest.raises(NotebooksError, match=r"01-acknowledge\.ipynb already"):
        copy_notebooks(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == [mine.name]
    assert mine.read_text(encoding="utf-8") == "mine"
