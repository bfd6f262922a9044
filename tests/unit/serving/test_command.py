"""`rutkit serve` with its options, as typed; nothing is served."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from rutkit.cli import main
from rutkit.serving.server import ServingError, choose_port, reachable_name, serve, serve_users
from rutkit.storage.replacing import sole_use
from rutkit.workbook import Workbook

Rutkit = Callable[..., int]


@pytest.fixture
def rutkit(monkeypatch: pytest.MonkeyPatch) -> Rutkit:
    def run(*arguments: object) -> int:
        monkeypatch.setattr(sys, "argv", ["rutkit", *map(str, arguments)])
        with pytest.raises(SystemExit) as end:
            main()
        return int(end.value.code or 0)

    return run


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> dict[str, SimpleNamespace]:
    """What each way to serve was asked for."""
    calls: dict[str, SimpleNamespace] = {}

    def note(name: str) -> Callable[..., None]:
        def serve(**options: Any) -> None:
            calls[name] = SimpleNamespace(**options)
            options["announce"]("http://192.0.2.7:8866/")

        return serve

    monkeypatch.setattr("rutkit.serving.server.serve", note("owner"))
    monkeypatch.setattr("rutkit.serving.command.serve_visitors", note("visitors"))
    monkeypatch.setattr("rutkit.serving.command.serve_users", note("users"))
    return calls


@pytest.mark.parametrize(
    ("arguments", "places"),
    [(("--visitors",), 30), (("--visitors", "12"), 12), (("--visitors", "--port", "9000"), 30)],
)
def test_visitors_need_no_number(
    rutkit: Rutkit, asked: dict[str, SimpleNamespace], arguments: tuple[str, ...], places: int
) -> None:
    assert rutkit("serve", *arguments) == 0
    assert asked["visitors"].places == places


def test_visitors_leave_the_owners_file_alone(
    rutkit: Rutkit, asked: dict[str, SimpleNamespace], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUTKIT_FILE", str(tmp_path / "mine.rutkit"))
    rutkit("--visitors")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("host", "is_warned"), [("127.0.0.1", False), ("0.0.0.0", True), ("192.0.2.7", True)]
)
def test_whoever_opens_it_to_a_network_is_told_what_that_means(
    rutkit: Rutkit,
    asked: dict[str, SimpleNamespace],
    capsys: pytest.CaptureFixture[str],
    host: str,
    is_warned: bool,
) -> None:
    rutkit("serve", "--visitors", "--host", host)
    assert ("unencrypted" in capsys.readouterr().err) == is_warned


def test_named_users_need_a_folder(
    rutkit: Rutkit, asked: dict[str, SimpleNamespace], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert rutkit("serve", "--user-header", "X-User") == 1
    assert "--users" in capsys.readouterr().err
    assert rutkit("serve", "--user-header", "X-User", "--users", tmp_path) == 0
    assert (asked["users"].header, asked["users"].proxy, asked["users"].host) == (
        "X-User",
        "127.0.0.1",
        "127.0.0.1",
    )


@pytest.mark.parametrize("arguments", [("--host", "0.0.0.0"), ("--visitors", "3", "--user-header", "X-User")])
def test_what_cannot_be_meant_is_refused_and_serves_nothing(
    rutkit: Rutkit, asked: dict[str, SimpleNamespace], arguments: tuple[str, ...]
) -> None:
    assert rutkit("serve", *arguments) == 1
    assert asked == {}


def test_a_file_that_something_else_needs_alone_is_said(
    rutkit: Rutkit,
    asked: dict[str, SimpleNamespace],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("rutkit.storage.connection._PATIENCE", 50)
    file = tmp_path / "me.rutkit"
    Workbook.open(file).close()
    monkeypatch.setenv("RUTKIT_FILE", str(file))
    with sole_use(file, None):
        assert rutkit("serve") == 1
    assert "is in use by something that needs it alone" in capsys.readouterr().err
    assert asked == {}


def test_a_file_among_the_notebooks_is_not_served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rutkit.serving.server.notebooks_folder", lambda: tmp_path)
    monkeypatch.setenv("RUTKIT_FILE", str(tmp_path / "deep" / "me.rutkit"))
    with pytest.raises(ServingError, match="lies among the notebooks"):
        serve(port=None, open_browser=False, announce=print)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [({"header": "X User:"}, "name of a header"), ({"proxy": "my proxy"}, "is not an address")],
)
def test_a_header_and_an_address_have_to_be_some(
    tmp_path: Path, wrong: dict[str, Any], sentence: str
) -> None:
    right: dict[str, Any] = {
        "header": "X-User",
        "folder": tmp_path,
        "proxy": "127.0.0.1",
        "memory_mb": 300,
        "host": "127.0.0.1",
        "port": None,
        "announce": print,
    }
    with pytest.raises(ServingError, match=sentence):
        serve_users(**{**right, **wrong})


def test_users_files_are_not_kept_among_the_notebooks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rutkit.serving.server.notebooks_folder", lambda: tmp_path)
    with pytest.raises(ServingError, match="lies among the notebooks"):
        serve_users(
            header="X-User",
            folder=tmp_path / "users",
            proxy="127.0.0.1",
            memory_mb=300,
            host="127.0.0.1",
            port=None,
            announce=print,
        )


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(ServingError, match="is not an address of this machine"):
        choose_port(None, host="192.0.2.1")


@pytest.mark.parametrize(("host", "name"), [("127.0.0.1", "127.0.0.1"), ("::1", "[::1]")])
def test_an_address_is_said_as_it_is_typed(host: str, name: str) -> None:
    assert reachable_name(host) == name


def test_everywhere_is_said_as_one_address() -> None:
    assert reachable_name("0.0.0.0") not in ("0.0.0.0", "")
