"""The server's addresses: Voilà's own, where they need it narrowed, and without those that rutkit has no use for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_server.base.handlers import JupyterHandler
from tornado.web import HTTPError, RedirectHandler, authenticated
from voila.request_info_handler import RequestInfoSocketHandler
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.static_file_handler import AllowListFileHandler
from voila.tornado.contentshandler import VoilaContentsHandler
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.treehandler import TornadoVoilaTreeHandler

from rutkit.serving.configuration import DASHBOARD
from rutkit.serving.kernels import FullError, TooManyPagesError
from rutkit.serving.visit import is_loopback

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rutkit.serving.audience import Audience

RETRY_SECONDS = 120


class PageHandler(TornadoVoilaHandler):  # type: ignore[misc]
    """A notebook's page: starts its kernel, or takes one that stands ready, for whoever asks."""

    @authenticated
    async def get(self, path: str | None = None) -> None:
        """Send the page."""
        # The key may stand in the query. A kernel is told the whole address, so it must not.
        self.request.uri, self.request.query = self.request.path, ""
        name = self.current_user.username
        try:
            with self.settings["holders"].entering(name) as take:
                self._kernels = KernelsFor(
                    super().kernel_manager, self.settings["audience"].environment(name), take
                )
                await super().get(path)
        except FullError:
            raise HTTPError(503) from None
        except TooManyPagesError:
            raise HTTPError(429) from None

    @property
    def kernel_manager(self) -> Any:
        """The server's, for this person."""
        return self._kernels

    def write_error(self, status_code: int, **about: Any) -> None:
        """Say what is wrong, and when it may be better."""
        if status_code in (429, 503):
            self.set_header("Retry-After", str(RETRY_SECONDS))
        super().write_error(status_code, **about)


class KernelsFor:
    """A kernel manager as Voilà's page handler uses one, whose kernels are for one person."""

    def __init__(self, manager: Any, environment: Mapping[str, str], take: Callable[[str], None]) -> None:
        self._manager = manager
        self._environment = environment
        self._take = take

    def __getattr__(self, name: str) -> Any:
        return getattr(self._manager, name)

    async def start_kernel(self, *, env: Mapping[str, str], **how: Any) -> str:
        """Start a kernel for this person."""
        kernel_id: str = await self._manager.start_kernel(env={**env, **self._environment}, **how)
        self._take(kernel_id)
        return kernel_id

    async def get_rendered_notebook(self, notebook_name: str, **_: Any) -> tuple[Any, Any, str]:
        """Give this person the kernel that stands ready. The next one hears nothing of this request."""
        rendering, cache, kernel_id = await self._manager.get_rendered_notebook(notebook_name=notebook_name)
        self._take(kernel_id)
        return rendering, cache, kernel_id


class LeavingHandler(VoilaShutdownKernelHandler):  # type: ignore[misc]
    """A page says that it is left: its kernel ends, if it is this person's."""

    @authenticated
    async def post(self, kernel_id: str) -> None:
        """End the kernel."""
        holders = self.settings["holders"]
        if not holders.holds(self.current_user.username, kernel_id):
            raise HTTPError(403)
        holders.leave(kernel_id)
        await super().post(kernel_id)


class WhoAskedHandler(RequestInfoSocketHandler):  # type: ignore[misc]
    """Tells a kernel that stood ready who asked for its page: once, at this machine, and no browser."""

    def check_origin(self, origin: str) -> bool:
        """Browsers say where they come from; kernels do not."""
        return False

    def prepare(self) -> None:
        """Refuse whoever is no kernel of this server."""
        kernel_id = self.path_kwargs["kernel_id"]
        is_known = kernel_id in self.settings["kernel_manager"]
        if not is_known or not is_loopback(self.request.remote_ip or "") or kernel_id in self._waiters:
            raise HTTPError(403)

    def open(self, kernel_id: str) -> None:
        """Wait for the request, or tell it if it came before."""
        super().open(kernel_id)
        self._cache.pop(kernel_id, None)

    def on_close(self) -> None:
        """Wait no longer."""
        for kernel_id in [known for known, waiter in self._waiters.items() if waiter is self]:
            del self._waiters[kernel_id]


class RefusedHandler(JupyterHandler):
    """Answers nothing but that it does not answer."""

    def initialize(self, reason: str) -> None:
        """Tornado's way to hand over the reason."""
        self._reason_given = reason

    async def prepare(self, **_: object) -> None:
        """Refuse, whatever was asked."""
        self.current_user = self._jupyter_current_user = None
        raise HTTPError(403, self._reason_given.replace("%", "%%"))


_NARROWED: Mapping[type, type] = {
    TornadoVoilaHandler: PageHandler,
    VoilaShutdownKernelHandler: LeavingHandler,
    RequestInfoSocketHandler: WhoAskedHandler,
}
_NOT_SERVED = (VoilaContentsHandler, AllowListFileHandler)


def our_handlers(
    voilas: Sequence[tuple[Any, ...]], audience: Audience, base_url: str
) -> list[tuple[Any, ...]]:
    """Voilà's list of addresses and handlers as rutkit serves them."""
    ours = []
    for pattern, handler, *arguments in voilas:
        if handler in _NOT_SERVED:
            continue
        if handler is TornadoVoilaTreeHandler and not audience.is_owner:
            ours.append(
                (pattern, RedirectHandler, {"url": f"{base_url}voila/render/{DASHBOARD}", "permanent": False})
            )
        else:
            ours.append((pattern, _NARROWED.get(handler, handler), *arguments))
    return ours
