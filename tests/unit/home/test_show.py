from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ipywidgets as widgets
import pytest

import rutkit
from rutkit.home.show import UnknownStepError, show
from rutkit.widgets.view import View
from rutkit.workbook import Workbook


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "me.rutkit"
    monkeypatch.setenv("RUTKIT_FILE", str(path))
    return path


def every(root: Any, kind: type[Any]) -> Iterator[Any]:
    if isinstance(root, kind):
        yield root
    for child in getattr(root, "children", ()):
        yield from every(child, kind)


def said(root: widgets.Widget) -> str:
    return "".join(block.value for block in every(root, widgets.HTML))


def try_passphrase(root: widgets.Widget, passphrase: str) -> None:
    (field,) = every(root, widgets.Password)
    (button,) = every(root, widgets.Button)
    field.value = passphrase
    button.click()


def test_without_a_step_the_whole_workbook_is_shown(path: Path) -> None:
    (page,) = rutkit.show().children

    assert "rutkit-shell" in page._dom_classes


def test_one_step_is_shown_without_the_navigation(path: Path) -> None:
    (page,) = rutkit.show("acknowledge").children

    assert "rutkit-single" in page._dom_classes
    assert "<nav" not in said(page)


def test_a_workbook_that_is_open_is_shown_as_it_is(path: Path) -> None:
    with Workbook.temporary() as workbook:
        show("acknowledge", workbook=workbook)

    assert not path.exists()


@pytest.mark.parametrize("slug", ["nonsense", ""])
def test_a_step_that_there_is_not_is_refused_in_a_sentence(path: Path, slug: str) -> None:
    with pytest.raises(UnknownStepError, match="There are: home, acknowledge, exit_plan, emotions"):
        show(slug)


def test_a_locked_workbook_asks_for_its_passphrase(path: Path) -> None:
    Workbook.open(path, passphrase="sesame").close()

    root = show("acknowledge")
    assert "This workbook is locked" in said(root)

    try_passphrase(root, "sesame")
    assert "rutkit-step-acknowledge" in str([box._dom_classes for box in every(root, widgets.VBox)])


def test_a_wrong_passphrase_says_so_and_the_right_one_still_opens(path: Path) -> None:
    Workbook.open(path, passphrase="sesame").close()
    root = show("acknowledge")

    try_passphrase(root, "open up")
    assert "passphrase" in next(every(root, widgets.HTML)).value or "passphrase" in said(root)
    assert [field.value for field in every(root, widgets.Password)] == [""]

    try_passphrase(root, "sesame")
    assert "This workbook is locked" not in said(root)


def test_no_passphrase_at_all_is_asked_for_again(path: Path) -> None:
    Workbook.open(path, passphrase="sesame").close()
    root = show()

    try_passphrase(root, "")

    assert "Please type a passphrase first." in said(root)


def test_a_page_that_fails_behind_the_lock_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Workbook.open(path, passphrase="sesame").close()

    def fail(*_: object) -> View:
        raise ValueError("no <guide>")

    monkeypatch.setattr("rutkit.home.show.make_view", fail)
    root = show("acknowledge")
    try_passphrase(root, "sesame")

    assert "ValueError: no &lt;guide&gt;" in said(root)


def test_a_file_that_is_no_workbook_is_explained_and_left_alone(path: Path) -> None:
    path.write_bytes(b"a shopping list, and nothing more than that" * 100)

    assert "Your workbook could not be opened" in said(show())
    assert path.read_bytes().startswith(b"a shopping list")


def test_the_end_of_the_kernel_is_prepared_once_it_is_known_who_asked(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kernel that was started ahead learns only then that it is Voilà's, which ends it with its page."""
    happened = []

    def opened() -> Workbook:
        happened.append("somebody asked")
        return Workbook.open(path)

    monkeypatch.setattr("rutkit.home.show.open_for_this_page", opened)
    monkeypatch.setattr("rutkit.home.show.finish_before_shutdown", lambda: happened.append("prepared"))
    show("acknowledge")

    assert happened == ["somebody asked", "prepared"]
