"""What a page may say to its kernel: what widgets say, and nothing that would run code.

Jupyter's socket takes requests to execute, complete, inspect and debug. Whoever may send these has the account that the
server runs under. A page needs none of them: its cells run before it is sent, and its widgets talk through comms.
"""

from __future__ import annotations

import json
import logging
from itertools import pairwise

from rutkit.serving.connection import PromptConnection

ALLOWED = frozenset({"comm_open", "comm_msg", "comm_close", "comm_info_request", "kernel_info_request"})
PROTOCOL = "v1.kernel.websocket.jupyter.org"
"""The one form of message that is taken (Jupyter Server, “Websocket kernel wire protocols”, v1)."""

_OFFSET = 8
_PARTS = 4
"""Header, parent header, metadata and content; buffers may follow."""
_HEADER = ("msg_id", "msg_type", "username", "session", "date", "version")

log = logging.getLogger("rutkit")


class NotAllowedError(ValueError):
    """A page may not send this."""


class PageConnection(PromptConnection):
    """A page's connection to its kernel."""

    def handle_incoming_message(self, incoming_msg: str | bytes) -> None:
        """Hand on what is allowed, and drop the rest."""
        if not self.channels:
            return  # closed meanwhile
        try:
            if self.subprotocol != PROTOCOL or not isinstance(incoming_msg, bytes):
                raise NotAllowedError("not the protocol of pages")
            parts = allowed_parts(incoming_msg)
        except NotAllowedError as error:
            log.warning("A page sent what pages may not send: %s", error)
            return
        self.session.send_raw(self.channels["shell"], parts)


def allowed_parts(message: bytes) -> list[bytes]:
    """The parts of a message for the kernel's shell, its header written anew from what was understood of it.

    Raises:
        NotAllowedError: it is for another channel, of another type, or not a message.
    """
    channel, *parts = _split(message)
    if channel != b"shell" or len(parts) < _PARTS:
        raise NotAllowedError(f"channel {channel[:20]!r}")
    try:
        header = json.loads(parts[0])
    except (ValueError, RecursionError):
        raise NotAllowedError("no header") from None
    kind = header.get("msg_type") if isinstance(header, dict) else None
    if not isinstance(kind, str) or kind not in ALLOWED:
        raise NotAllowedError("type not allowed")
    known = {name: header[name] for name in _HEADER if isinstance(header.get(name), str)}
    return [json.dumps(known).encode(), *parts[1:]]


def _split(message: bytes) -> list[bytes]:
    """The channel and the parts: a count, as many offsets, then what lies between them; numbers in 64 bits."""
    count = int.from_bytes(message[:_OFFSET], "little")
    if not _PARTS + 2 <= count <= len(message) // _OFFSET:
        raise NotAllowedError("no message")
    offsets = [
        int.from_bytes(message[_OFFSET * at : _OFFSET * (at + 1)], "little") for at in range(1, count + 1)
    ]
    if offsets != sorted(offsets) or offsets[0] < _OFFSET * (count + 1) or offsets[-1] > len(message):
        raise NotAllowedError("no message")
    return [message[begin:end] for begin, end in pairwise(offsets)]
