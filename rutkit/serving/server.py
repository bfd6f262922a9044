"""Starting Voilà and JupyterLab for one person at one machine."""

from __future__ import annotations

import logging
import os
import secrets
import signal
import socket
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from rutkit.errors import RutkitError
from rutkit.serving.configuration import DASHBOARD, SETTINGS, jupyter_folder
from rutkit.serving.notebooks import notebooks_folder

if TYPE_CHECKING:
    from tornado.ioloop import IOLoop

_PORT = 8866
_ADDRESS = "127.0.0.1"


class ServingError(RutkitError):
    """The workbook cannot be served; the message says why and what to do."""


def serve(*, port: int | None, open_browser: bool, announce: Callable[[str], None]) -> None:
    """Serve the notebooks at this machine alone, behind a fresh key, until Ctrl-C.

    `announce` is told the dashboard's address, key included, once it can be opened.

    Raises:
        ServingError: the port is taken.
    """
    chosen = choose_port(port)
    key = secrets.token_hex(24)
    address = f"http://{_ADDRESS}:{chosen}/voila/render/{DASHBOARD}?token={key}"
    add_to_jupyter_path(jupyter_folder())

    from tornado.ioloop import IOLoop
    from tornado.web import HTTPError

    voila = _voila(chosen, key)
    with _redirecting_page(address) as page:

        def opened() -> None:
            announce(address)
            if open_browser:
                webbrowser.open(page.as_uri(), new=2)

        loop = IOLoop.current()
        _stop_at_ctrl_c(loop)
        loop.call_later(0, opened)
        # Ctrl-C within the first second: Voilà stumbles over a kernel that is still starting. The kernel ends by
        # itself once it sees that we are gone.
        with suppress(HTTPError):
            voila.start()


def _stop_at_ctrl_c(loop: IOLoop) -> None:
    """End the loop between two of its tasks, not in the midst of one; a second Ctrl-C ends the program at once."""

    def stop(*_: object) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        loop.add_callback_from_signal(loop.stop)

    signal.signal(signal.SIGINT, stop)
    if os.name == "nt":
        from tornado.ioloop import PeriodicCallback

        # Windows delivers Ctrl-C only when the loop wakes.
        PeriodicCallback(lambda: None, callback_time=500).start()


def lab(folder: Path, *, port: int | None, open_browser: bool) -> None:
    """Open a folder of notebooks in JupyterLab until Ctrl-C, without its news and its extension shop.

    Raises:
        ServingError: the port is taken.
    """
    _put_first("JUPYTER_CONFIG_PATH", jupyter_folder())  # without the question whether to fetch news

    from jupyterlab.labapp import LabApp

    LabApp.launch_instance(
        argv=[
            str(folder),
            f"--ServerApp.ip={_ADDRESS}",
            f"--ServerApp.port={choose_port(port, first=8888)}",
            "--ServerApp.port_retries=0",
            f"--ServerApp.open_browser={open_browser}",
            "--Application.log_level=WARN",
            "--allow-root",
            "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
            "--LabApp.news_url=None",
            "--LabApp.extension_manager=readonly",
            f"--LabApp.default_url=/lab/tree/{DASHBOARD}",
        ]
    )


def choose_port(port: int | None, *, first: int = _PORT) -> int:
    """The named port if it is free; without a name, `first` or else any that is free.

    Raises:
        ServingError: the named port is taken, or may not be used.
    """
    if port is not None:
        if not _is_free(port):
            raise ServingError(
                f"Port {port} is taken by another program. Name another one, or leave --port out: "
                "rutkit then finds one."
            )
        return port
    return first if _is_free(first) else free_port()


def free_port() -> int:
    """A port that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind((_ADDRESS, 0))
        port: int = probe.getsockname()[1]
    return port


def add_to_jupyter_path(folder: Path) -> None:
    """Let this process find Jupyter's templates and kernels in `folder` before anywhere else."""
    _put_first("JUPYTER_PATH", folder)


def _put_first(variable: str, folder: Path) -> None:
    others = os.environ.get(variable, "").split(os.pathsep)
    os.environ[variable] = os.pathsep.join(
        [str(folder), *(other for other in others if other and other != str(folder))]
    )


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        if os.name == "posix":
            # Else a port would look taken for a minute after a server on it has ended.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((_ADDRESS, port))
        except (OSError, OverflowError):
            return False
    return True


def _voila(port: int, key: str) -> Any:
    """Voilà with rutkit's settings and nobody else's, ready to start."""
    from traitlets.config import Config
    from voila.app import Voila

    settings = Config(SETTINGS)
    settings.Voila.port = port
    settings.Voila.token = key
    settings.Voila.open_browser = False
    # A `voila.json` that happens to lie in the working directory has no say here.
    settings.Voila.config_file_paths = []
    settings.Voila.log_level = "ERROR"
    for chatter in ("tornado.access", "tornado.general"):
        logging.getLogger(chatter).setLevel(logging.ERROR)
    voila = Voila(config=settings)
    voila.initialize([str(notebooks_folder())])
    voila.tornado_settings = {**voila.tornado_settings, **_own_pages(voila.template_paths)}
    return voila


def _own_pages(template_paths: list[str]) -> dict[str, Any]:
    """Our look for the pages that Voilà leaves to Jupyter: asking for the key, and “no such page”."""
    from jinja2 import Environment, FileSystemLoader
    from jupyter_server import DEFAULT_TEMPLATE_PATH_LIST
    from jupyter_server.base.handlers import Template404

    pages = Environment(
        loader=FileSystemLoader([*template_paths, *DEFAULT_TEMPLATE_PATH_LIST]),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
    )
    pages.install_null_translations()  # type: ignore[attr-defined]
    return {"jinja2_env": pages, "default_handler_class": Template404}


@contextmanager
def _redirecting_page(address: str) -> Iterator[Path]:
    """A page that only its owner can read and that leads to `address`.

    A browser is started with what it shall open on its command line, which everybody at the machine can see.
    """
    with TemporaryDirectory(prefix="rutkit-") as folder:
        page = Path(folder) / "open.html"
        page.write_text(
            f'<!doctype html><title>rutkit</title><meta http-equiv="refresh" content="0;url={address}">',
            encoding="utf-8",
        )
        yield page
