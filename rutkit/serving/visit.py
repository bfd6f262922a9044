"""Who asked for this page, and so whose workbook it shows."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from ipaddress import IPv4Address
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from rutkit.errors import RutkitError
from rutkit.serving.audience import USER, VISITOR, WHOSE

if TYPE_CHECKING:
    from rutkit.workbook import Workbook

_PATIENCE = 5
"""Seconds until a server on this machine that does not answer counts as gone."""

_BINDER = ("BINDER_SERVICE_HOST", "BINDER_LAUNCH_HOST")
_FORWARDED = ("HTTP_FORWARDED", "HTTP_VIA", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_X_REAL_IP")


OWNER_ONLY = "RUTKIT_OWNER_ONLY"
"""Set to 1 by a server that has made sure, by whatever name it is reached, that only the owner is let in."""


class UnknownVisitorError(RutkitError):
    """Nobody can say who asked for the page, so it must show nobody's workbook."""


def open_for_this_page(*, passphrase: str | None = None) -> Workbook:
    """The workbook for whoever asked for this page: the owner's file, or a temporary one for anybody else.

    A server for visitors or for named users says which file it is. In a kernel that was started ahead this waits until
    somebody asks.

    Raises:
        UnknownVisitorError: the request could not be learned of.
        rutkit.storage.errors.StorageError: the owner's file cannot be opened; the message says why.
    """
    wait_for_request()
    from rutkit.storage.location import default_path
    from rutkit.workbook import Workbook

    whose = os.environ.get(WHOSE)
    if whose == VISITOR:
        return Workbook.temporary(default_path(), passphrase=passphrase)
    if whose != USER and visitor():
        return Workbook.temporary()
    refuse_if_handed_out(default_path())
    return Workbook.open(passphrase=passphrase)


def refuse_if_handed_out(path: Path, environment: Mapping[str, str] = os.environ) -> None:
    """Refuse to show a workbook that lies among the notebooks that Voilà serves.

    Raises:
        rutkit.storage.errors.LocationError: it does.
    """
    from rutkit.storage.errors import LocationError
    from rutkit.storage.location import notebooks_around

    notebooks = (
        notebooks_around(path) if environment.get("SERVER_SOFTWARE", "").startswith("voila/") else None
    )
    if notebooks:
        raise LocationError(
            f"{path} lies among the notebooks in {notebooks}, which are served to browsers, so it was not opened. "
            "Nothing was changed: move it to a folder of its own, and name that with --file or RUTKIT_FILE."
        )


def is_started_ahead() -> bool:
    """Whether this kernel was started before anybody asked for its page, and nobody has asked yet."""
    return os.environ.get("VOILA_PREHEAT") == "True"


def wait_for_request() -> None:
    """In a kernel that Voilà started ahead, wait until somebody asks for its page; otherwise return at once.

    Whatever depends on the person's data must come after this, or the page would show what was so earlier.

    Raises:
        UnknownVisitorError: Voilà did not tell who asked.
    """
    if not is_started_ahead():
        return
    request = _told_by_voila(_address_of_voila(os.environ))
    if "SERVER_NAME" not in request:
        raise UnknownVisitorError(
            "This page could not find out who asked for it, so it shows nothing. "
            "Nothing was lost: reload the page."
        )
    os.environ.update(request)
    # A second wait would never end: the request is told once.
    os.environ["VOILA_PREHEAT"] = "False"


def _address_of_voila(environment: Mapping[str, str]) -> str:
    """Where Voilà tells a kernel that was started ahead of the request that it is for.

    `voila.utils.wait_for_request` asks there, too. Importing it takes seconds and brings the whole server into the
    kernel, so that a kernel would not be ready when the next page needs it.
    """
    port, base = environment["VOILA_APP_PORT"], environment.get("VOILA_SERVER_URL", "/")
    return f"ws://127.0.0.1:{port}{base}voila/query/{environment['VOILA_KERNEL_ID']}"


def _told_by_voila(address: str) -> dict[str, str]:
    """The request as Voilà describes it, in CGI's names and values; empty if Voilà cannot be reached.

    It waits in a thread of its own, since the kernel's own loop is running.
    """
    from tornado.httpclient import HTTPError
    from tornado.websocket import websocket_connect

    told: dict[str, str] = {}

    async def listen() -> None:
        connection = await websocket_connect(address, connect_timeout=_PATIENCE)
        told.update(json.loads(await connection.read_message() or "{}"))
        connection.close()

    def wait() -> None:
        with suppress(OSError, HTTPError):
            asyncio.run(listen())

    waiting = Thread(target=wait, daemon=True)
    waiting.start()
    waiting.join()
    return told


def visitor(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the page was asked for by somebody else than the owner at this machine.

    Voilà puts the request into the kernel's environment as CGI does (RFC 3875). Asked for under any host name
    that is not this machine's own, or through a proxy, it is a visitor's; so is everything on Binder.
    A kernel that knows of no request is JupyterLab's, and the owner's; and so is each page of a server that lets in
    nobody else (`OWNER_ONLY`), as under JupyterHub. No request can say so: its headers become `HTTP_…`.

    >>> visitor({"SERVER_SOFTWARE": "voila/0.5.8", "SERVER_NAME": "127.0.0.1"})
    False
    >>> visitor({"SERVER_SOFTWARE": "voila/0.5.8", "SERVER_NAME": "rutkit.example"})
    True
    """
    if any(name in environment for name in _BINDER):
        return True
    if is_owners_alone(environment) or not environment.get("SERVER_SOFTWARE", "").startswith("voila/"):
        return False
    forwarded = any(name in environment for name in _FORWARDED)
    return forwarded or not is_loopback(environment.get("SERVER_NAME", ""))


def is_owners_alone(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the page comes from a server that belongs to one person but is not their own machine."""
    return environment.get(OWNER_ONLY) == "1"


def is_loopback(host: str) -> bool:
    """Whether a host name, as a browser sends it, is this machine's own: localhost, 127.0.0.0/8 or [::1].

    A name that only resolves to this machine is not: whoever owns it decides what it resolves to.
    """
    if host in ("localhost", "[::1]"):
        return True
    try:
        return IPv4Address(host).is_loopback
    except ValueError:
        return False
