from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from rutkit.serving.server import ServingError, add_to_jupyter_path, choose_port, free_port


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that another program listens on."""
    with socket.socket() as program:
        program.bind(("127.0.0.1", 0))
        program.listen()
        yield program.getsockname()[1]


def test_a_named_port_that_is_taken_is_said(taken: int) -> None:
    with pytest.raises(ServingError, match=f"Port {taken} is taken"):
        choose_port(taken)


def test_without_a_name_a_taken_port_is_passed_over(taken: int) -> None:
    assert choose_port(None, first=taken) != taken


def test_a_free_port_is_used_as_named() -> None:
    free = free_port()
    assert choose_port(free) == free


def test_our_folder_comes_first_for_jupyter_and_others_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUPYTER_PATH", os.pathsep.join(["theirs", "ours"]))
    add_to_jupyter_path(Path("ours"))
    assert os.environ["JUPYTER_PATH"].split(os.pathsep) == ["ours", "theirs"]


def test_without_others_our_folder_stands_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JUPYTER_PATH", raising=False)
    add_to_jupyter_path(Path("ours"))
    assert os.environ["JUPYTER_PATH"] == "ours"
