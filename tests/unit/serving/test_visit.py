from __future__ import annotations

import os
from collections.abc import Mapping
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.serving.server import free_port
from rutkit.serving.visit import (
    UnknownVisitorError,
    is_loopback,
    open_for_this_page,
    visitor,
    wait_for_request,
)

THROUGH_VOILA = {"SERVER_SOFTWARE": "voila/0.5.8"}


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.9.10", "[::1]"])
def test_this_machines_own_names_are_the_owners(host: str) -> None:
    assert not visitor({**THROUGH_VOILA, "SERVER_NAME": host})


@pytest.mark.parametrize(
    "host",
    [
        "",
        "rutkit.example",
        "localhost.example.org",
        "localhost.",
        "127.0.0.1.example.org",
        "127.0.0.1.",
        "127.1",
        "0.0.0.0",
        "0x7f000001",
        "2130706433",
        "192.168.1.7",
        "::1",
        "[::ffff:127.0.0.1]",
        "[::1",
        "machine.local",
    ],
)
def test_any_other_name_is_a_visitors(host: str) -> None:
    assert visitor({**THROUGH_VOILA, "SERVER_NAME": host})


def test_a_page_of_voila_without_a_name_is_a_visitors() -> None:
    assert visitor(THROUGH_VOILA)


@pytest.mark.parametrize(
    "header", ["HTTP_FORWARDED", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_VIA"]
)
def test_whoever_comes_through_a_proxy_is_a_visitor_though_the_proxy_says_localhost(header: str) -> None:
    assert visitor({**THROUGH_VOILA, "SERVER_NAME": "localhost", header: "somebody"})


def test_jupyterlab_is_the_owners() -> None:
    assert not visitor({})


@pytest.mark.parametrize("name", ["BINDER_SERVICE_HOST", "BINDER_LAUNCH_HOST"])
def test_everybody_on_binder_is_a_visitor(name: str) -> None:
    assert visitor({name: "https://binder.example"})


@pytest.mark.parametrize("header", [{}, {"HTTP_X_FORWARDED_FOR": "203.0.113.7"}])
def test_behind_a_door_that_lets_in_only_the_owner_every_name_is_the_owners(
    header: Mapping[str, str],
) -> None:
    assert not visitor({**THROUGH_VOILA, "SERVER_NAME": "hub.example", "RUTKIT_OWNER_ONLY": "1", **header})


@pytest.mark.parametrize(
    "claim",
    [
        {"HTTP_RUTKIT_OWNER_ONLY": "1"},  # what Voilà would make of a header
        {"RUTKIT_OWNER_ONLY": ""},
        {"RUTKIT_OWNER_ONLY": "1", "BINDER_LAUNCH_HOST": "https://binder.example"},
    ],
)
def test_nobody_can_merely_claim_that_there_is_such_a_door(claim: Mapping[str, str]) -> None:
    assert visitor({**THROUGH_VOILA, "SERVER_NAME": "hub.example", **claim})


@given(st.ip_addresses(v=4))
def test_an_address_is_this_machines_own_exactly_if_it_begins_with_127(address: IPv4Address) -> None:
    assert is_loopback(str(address)) == str(address).startswith("127.")


@given(st.text())
def test_no_host_name_is_too_strange_to_judge(host: str) -> None:
    assert is_loopback(host) in (True, False)


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """No trace of Voilà in the environment, and a workbook's file of our own."""
    for name in (
        "SERVER_SOFTWARE",
        "SERVER_NAME",
        "VOILA_PREHEAT",
        "BINDER_SERVICE_HOST",
        "BINDER_LAUNCH_HOST",
    ):
        monkeypatch.delenv(name, raising=False)
    file = tmp_path / "owner.rutkit"
    monkeypatch.setenv("RUTKIT_FILE", str(file))
    return file


def test_the_owner_gets_their_file(environment: Path) -> None:
    with open_for_this_page() as workbook:
        assert workbook.path == environment


def test_a_visitor_gets_a_temporary_workbook(environment: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SERVER_SOFTWARE", "voila/0.5.8")
    monkeypatch.setenv("SERVER_NAME", "rutkit.example")
    with open_for_this_page() as workbook:
        assert workbook.is_temporary
    assert not environment.exists()


def test_a_kernel_started_ahead_learns_who_asked_before_it_opens_anything(
    environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started_ahead(monkeypatch, told={**THROUGH_VOILA, "SERVER_NAME": "rutkit.example"})
    with open_for_this_page() as workbook:
        assert workbook.is_temporary


def test_a_kernel_that_is_not_told_who_asked_opens_nothing(
    environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SERVER_NAME", "localhost")  # the server's own, not the request's
    started_ahead(monkeypatch, told={})
    with pytest.raises(UnknownVisitorError, match="reload the page"):
        open_for_this_page()
    assert not environment.exists()


def test_a_second_wait_returns_at_once(environment: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    times = started_ahead(monkeypatch, told={**THROUGH_VOILA, "SERVER_NAME": "localhost"})
    wait_for_request()
    wait_for_request()
    assert len(times) == 1


def test_a_server_that_is_gone_tells_nothing(environment: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOILA_PREHEAT", "True")
    monkeypatch.setenv("VOILA_APP_PORT", str(free_port()))
    monkeypatch.setenv("VOILA_KERNEL_ID", "0")
    with pytest.raises(UnknownVisitorError):
        wait_for_request()


def started_ahead(monkeypatch: pytest.MonkeyPatch, *, told: Mapping[str, str]) -> list[str]:
    """As in a kernel that Voilà started ahead, whose request will be `told`; returns where it was asked for."""
    for name, value in {"PREHEAT": "True", "APP_PORT": "8866", "KERNEL_ID": "0"}.items():
        monkeypatch.setenv(f"VOILA_{name}", value)
    for name in told:
        # For pytest to put back what the request will change.
        monkeypatch.setenv(name, os.environ.get(name, ""))
    asked: list[str] = []

    def tell(address: str) -> dict[str, str]:
        asked.append(address)
        return dict(told)

    monkeypatch.setattr("rutkit.serving.visit._told_by_voila", tell)
    return asked
