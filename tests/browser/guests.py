"""Somebody who asks a server without a browser, and may send whatever comes to mind."""

from __future__ import annotations

import asyncio
import json
import re
import uuid
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from email.message import Message
from http.client import HTTPConnection
from itertools import pairwise
from typing import Any

from tornado.httpclient import HTTPRequest
from tornado.httputil import HTTPHeaders
from tornado.websocket import WebSocketClientConnection, websocket_connect

PROTOCOL = "v1.kernel.websocket.jupyter.org"
DASHBOARD = "/voila/render/00-start-here.ipynb"
CONTROL = "jupyter.widget.control"
PATIENCE = 120

Headers = Iterable[tuple[str, str]]


@dataclass(frozen=True)
class Answer:
    """What a server answers."""

    status: int
    headers: Message
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode(errors="replace")

    @property
    def kernel_id(self) -> str:
        """The kernel behind a page."""
        found = re.search(r'"kernelId": "([^"]+)"', self.text)
        assert found, f"This is no page of a notebook: {self.status}"
        return found[1]


@dataclass
class Guest:
    """One person: what they send with every request, and the cookies that they were given."""

    port: int
    headers: Headers = ()
    sender: str = "127.0.0.1"
    """The address that they ask from."""
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, path: str, *, method: str = "GET", headers: Headers = (), body: bytes = b"") -> Answer:
        """One request, its path exactly as given."""
        own = (*self.headers, *headers)
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE, source_address=(self.sender, 0))
        with closing(connection):
            connection.putrequest(method, path, skip_host=any(name.lower() == "host" for name, _ in own))
            for name, value in (*own, *self._with_cookies()):
                connection.putheader(name, value.encode())
            if body or method in ("POST", "DELETE"):
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            with connection.getresponse() as response:
                answer = Answer(response.status, response.headers, response.read())
        for cookie in answer.headers.get_all("Set-Cookie", []):
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer

    def open(self, path: str = DASHBOARD) -> str:
        """Open a page; gives its kernel."""
        return self.ask(path).kernel_id

    def leave(self, kernel_id: str) -> Answer:
        """Close a page, as it does itself."""
        return self.act(f"/voila/api/shutdown/{kernel_id}", "POST")

    def act(self, path: str, method: str) -> Answer:
        """A request that changes something, with what proves that it comes from a page of this server."""
        if "_xsrf" not in self.cookies:
            self.ask("/no-such-page")  # whose own look brings the cookie along
        return self.ask(path, method=method, headers=[("X-XSRFToken", self.cookies.get("_xsrf", ""))])

    def join(self, path: str, *, headers: Mapping[str, str] | None = None) -> int:
        """Try to open a socket; gives the status of the answer, 101 if it was opened."""

        async def attempt() -> int:
            from tornado.httpclient import HTTPClientError

            try:
                connection = await self.connect(path, headers=headers)
            except HTTPClientError as error:
                return int(error.code)
            await Conversation(connection).close()
            return 101

        return asyncio.run(attempt())

    async def connect(
        self, path: str, *, headers: Mapping[str, str] | None = None
    ) -> WebSocketClientConnection:
        """A socket to this path."""
        sent = HTTPHeaders()
        for name, value in (*self.headers, *self._with_cookies(), *(headers or {}).items()):
            sent.add(name, value.encode().decode("latin-1"))
        request = HTTPRequest(
            f"ws://127.0.0.1:{self.port}{path}",
            headers=sent,
            connect_timeout=PATIENCE,
            request_timeout=PATIENCE,
        )
        return await websocket_connect(request, subprotocols=[PROTOCOL], max_message_size=200_000_000)

    async def talk(self, kernel_id: str) -> Conversation:
        """Join one's own page to its kernel, as a browser does."""
        path = f"/api/kernels/{kernel_id}/channels?session_id={uuid.uuid4()}"
        return Conversation(await self.connect(path))

    def states(self, kernel_id: str) -> str:
        """Everything that a page shows: the states of all its widgets, as JSON."""

        async def ask() -> str:
            talk = await self.talk(kernel_id)
            states = await talk.states()
            await talk.close()
            return json.dumps(states, ensure_ascii=False)

        return asyncio.run(ask())

    def _with_cookies(self) -> Headers:
        if self.cookies:
            yield "Cookie", "; ".join(f"{name}={value}" for name, value in self.cookies.items())


class Conversation:
    """A page and its kernel, talking."""

    def __init__(self, connection: WebSocketClientConnection) -> None:
        self._connection = connection

    async def close(self) -> None:
        self._connection.close()
        while await self._connection.read_message() is not None:
            pass

    async def send(self, kind: str, content: Mapping[str, Any], *, channel: str = "shell") -> str:
        """Send a message; gives its id."""
        header = {
            "msg_id": uuid.uuid4().hex,
            "msg_type": kind,
            "username": "",
            "session": "s",
            "date": "2026-01-01T00:00:00Z",
            "version": "5.3",
        }
        metadata = {"version": "1.0.0"}  # of the protocol of widgets' control comms
        parts = [channel.encode(), *(json.dumps(part).encode() for part in (header, {}, metadata, content))]
        offsets = [8 * (len(parts) + 2)]
        for part in parts:
            offsets.append(offsets[-1] + len(part))
        numbers = [len(offsets), *offsets]
        message = b"".join([*(number.to_bytes(8, "little") for number in numbers), *parts])
        await self._connection.write_message(message, binary=True)
        return header["msg_id"]

    async def hear(self, kind: str, parent: str = "") -> dict[str, Any]:
        """Wait for a message of this type, if named as an answer to another; gives its content."""
        while True:
            header, answered, content = await asyncio.wait_for(self._next(), PATIENCE)
            if header["msg_type"] == kind and parent in ("", answered.get("msg_id")):
                return content

    async def states(self) -> dict[str, Any]:
        """The states of all widgets, by the id of their model."""
        comm = uuid.uuid4().hex
        await self.send("comm_open", {"comm_id": comm, "target_name": CONTROL, "data": {}})
        asked = await self.send("comm_msg", {"comm_id": comm, "data": {"method": "request_states"}})
        states: dict[str, Any] = (await self.hear("comm_msg", asked))["data"]["states"]
        return states

    async def _next(self) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
        message = await self._connection.read_message()
        assert isinstance(message, bytes), "The connection was closed"
        count = int.from_bytes(message[:8], "little")
        offsets = [int.from_bytes(message[8 * at : 8 * at + 8], "little") for at in range(1, count + 1)]
        header, answered, _, content = (
            json.loads(message[begin:end]) for begin, end in pairwise(offsets[1:6])
        )
        return header, answered, content
