from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jupyter_server.services.kernels.connection.base import serialize_msg_to_ws_v1

from rutkit.serving.messages import ALLOWED, NotAllowedError, allowed_parts

CODE = {"code": "import os"}


def message(kind: Any, channel: str = "shell", content: object = CODE, **more: object) -> bytes:
    header = {
        "msg_id": "1",
        "msg_type": kind,
        "username": "",
        "session": "s",
        "date": "d",
        "version": "5.4",
        **more,
    }
    parts = [json.dumps(part).encode() for part in (header, {}, {}, content)]
    return packed(parts, channel)


def packed(parts: Sequence[bytes], channel: str = "shell") -> bytes:
    """Parts as a browser packs them."""
    sent: bytes = serialize_msg_to_ws_v1(list(parts), channel)  # type: ignore[no-untyped-call]
    return sent


@pytest.mark.parametrize("kind", sorted(ALLOWED))
def test_what_widgets_say_goes_through(kind: str) -> None:
    header, *_, content = allowed_parts(message(kind))
    assert json.loads(header)["msg_type"] == kind
    assert json.loads(content) == CODE


@pytest.mark.parametrize(
    "kind",
    [
        "execute_request",
        "complete_request",
        "inspect_request",
        "history_request",
        "is_complete_request",
        "debug_request",
        "shutdown_request",
        "interrupt_request",
        "create_subshell_request",
        "input_reply",
        "usage_request",
        "Comm_msg",
        "comm_msg ",
        "",
        None,
        7,
        ["comm_msg"],
        {"comm_msg": 1},
    ],
)
def test_nothing_else_goes_through(kind: object) -> None:
    with pytest.raises(NotAllowedError):
        allowed_parts(message(kind))


@pytest.mark.parametrize("channel", ["control", "stdin", "iopub", "", "shell ", "SHELL"])
def test_a_page_speaks_to_the_shell_alone(channel: str) -> None:
    with pytest.raises(NotAllowedError):
        allowed_parts(message("comm_msg", channel))


def test_the_kernel_reads_the_type_that_was_checked_whatever_stood_beside_it() -> None:
    header = b'{"msg_type": "execute_request", "msg_id": "1", "msg_type": "comm_msg", "subshell_id": "2"}'
    sent = packed([header, b"{}", b"{}", b"{}"])
    assert allowed_parts(sent)[0] == b'{"msg_id": "1", "msg_type": "comm_msg"}'


def test_buffers_go_along() -> None:
    header = b'{"msg_type": "comm_msg"}'
    sent = packed([header, b"{}", b"{}", b"{}", b"\x00\xff" * 9])
    assert allowed_parts(sent)[4:] == [b"\x00\xff" * 9]


def test_a_header_of_endless_depth_is_refused() -> None:
    with pytest.raises(NotAllowedError):
        allowed_parts(packed([b"[" * 100_000, b"{}", b"{}", b"{}"]))


@given(st.binary(max_size=300))
def test_noise_is_refused_and_never_an_error(noise: bytes) -> None:
    with pytest.raises(NotAllowedError):
        allowed_parts(noise)


@given(st.binary(max_size=40), st.integers(0, 400))
def test_a_message_that_was_tampered_with_is_refused_or_harmless(noise: bytes, at: int) -> None:
    whole = message("execute_request")
    at = min(at, len(whole))
    try:
        header, *_ = allowed_parts(whole[:at] + noise + whole[at + len(noise) :])
    except NotAllowedError:
        return
    assert json.loads(header)["msg_type"] in ALLOWED
