"""Voilà as rutkit runs it: for a known audience, with safe answers, limits, and nothing left behind."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Container
from typing import Any

import tornado.web
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from tornado.httputil import HTTPServerRequest
from tornado.ioloop import IOLoop, PeriodicCallback
from traitlets import Dict, Instance
from voila.app import Voila

from rutkit.serving.access import CookieIdentity, HeaderIdentity, OwnKernelOnly, refusal
from rutkit.serving.answers import SafeAnswer
from rutkit.serving.audience import Audience, NamedUsers, Visitors
from rutkit.serving.handlers import RefusedHandler, our_handlers
from rutkit.serving.kernels import Holders
from rutkit.serving.messages import PageConnection
from rutkit.serving.scratch import Scratch

LARGEST_REQUEST = 1_000_000
"""Bytes of an HTTP request's body: the page sends files in pieces, over its socket."""
LARGEST_MESSAGE = 6_000_000
"""Bytes of a message on a socket; a piece of a file has four million."""
SWEEP_SECONDS = 10
LEFT_SECONDS = 30
"""After a visitor has closed the last page: enough to load it again, too short for the next one at this machine."""
LOST_SECONDS = 240
"""After a visitor's last kernel ended without that: a connection that was lost may come back."""


class Kernels(AsyncMappingKernelManager):
    """Gives every kernel a folder for what is temporary."""

    parent: Server

    async def start_kernel(self, *, kernel_id: str | None = None, **how: Any) -> str:  # type: ignore[override]
        """Start one."""
        kernel_id = kernel_id or self.new_kernel_id()
        env = {**how.pop("env"), **self.parent.scratch.environment(kernel_id)}
        started: str = await super().start_kernel(kernel_id=kernel_id, env=env, **how)
        return started


class GuardedApplication(tornado.web.Application):
    """Looks at every request, whatever it asks for, before any handler does."""

    def find_handler(self, request: HTTPServerRequest, **about: Any) -> Any:
        """The handler for this request."""
        reason = refusal(self.settings["audience"], request)
        if reason is not None:
            return self.get_handler_delegate(request, RefusedHandler, {"reason": reason})
        return super().find_handler(request, **about)


class Server(Voila):  # type: ignore[misc]
    """Voilà for an audience. Settings come from `server`; nobody's files have a say."""

    audience = Instance(Audience)  # type: ignore[type-abstract]
    scratch = Instance(Scratch)
    own_pages = Dict()
    """Tornado settings for the pages that Voilà leaves to Jupyter."""

    def init_settings(self) -> dict[str, Any]:
        """Voilà's, with ours."""
        settings: dict[str, Any] = super().init_settings()
        self.holders = Holders(self.audience.capacity, self.kernel_manager)
        return {
            **settings,
            "audience": self.audience,
            "holders": self.holders,
            "transforms": [SafeAnswer],
            "websocket_max_message_size": LARGEST_MESSAGE,
        }

    def init_handlers(self) -> list[tuple[Any, ...]]:
        """Voilà's, narrowed."""
        return our_handlers(super().init_handlers(), self.audience, self.base_url)

    def start(self) -> None:
        """Serve until the loop is stopped.

        Raises:
            OSError: nothing can listen at this address and port.
        """
        self.connection_dir = tempfile.mkdtemp(prefix="connections-", dir=self.scratch.folder)
        self.app = GuardedApplication(**self.init_settings())
        self.app.settings.update({**self.tornado_settings, **self.own_pages})
        self.app.add_handlers(".*$", self.init_handlers())
        self.app.listen(self.port, self.ip, max_body_size=LARGEST_REQUEST, max_header_size=32_768)
        sweeper = Sweeper(self.scratch, self.holders, self.kernel_manager, self.audience)
        sweeping = PeriodicCallback(sweeper.sweep, SWEEP_SECONDS * 1_000)
        sweeping.start()
        self.ioloop = IOLoop.current()
        try:
            self.ioloop.start()
        finally:
            sweeping.stop()
            self.stop()


class Sweeper:
    """Removes what kernels and visitors leave behind."""

    def __init__(
        self, scratch: Scratch, holders: Holders, running: Container[str], audience: Audience
    ) -> None:
        self._scratch = scratch
        self._holders = holders
        self._running = running
        self._audience = audience

    def sweep(self) -> None:
        """Look once."""
        self._scratch.remove_kernels_except(self._running)
        for name, absence in self._holders.absences().items():
            if absence.seconds > (LEFT_SECONDS if absence.said_goodbye else LOST_SECONDS):
                self._holders.forget(name)
                if isinstance(self._audience, Visitors):
                    shutil.rmtree(self._audience.place(name), ignore_errors=True)


def settings_for(audience: Audience) -> dict[str, Any]:
    """Voilà's settings by class, beyond those that `voila.json` has, for this audience."""
    return {
        "Voila": {
            "identity_provider_class": HeaderIdentity if isinstance(audience, NamedUsers) else CookieIdentity,
            "authorizer_class": OwnKernelOnly,
            "kernel_websocket_connection_class": PageConnection,
        },
        "VoilaConfiguration": {
            "multi_kernel_manager_class": Kernels,
            # A kernel that stands ready does not know yet whose it will be; these are for one person from the start.
            **({} if audience.is_owner else {"preheat_kernel": False}),
        },
        "MappingKernelManager": {} if audience.is_owner else {"cull_idle_timeout": 240, "cull_interval": 30},
    }
