"""Starting Voilà for its owner, for visitors or for named users, and JupyterLab for its owner."""

from __future__ import annotations

import logging
import os
import re
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
from rutkit.serving.audience import Audience, Capacity, NamedUsers, Owner, Visitors, is_same_address
from rutkit.serving.configuration import DASHBOARD, SETTINGS, jupyter_folder
from rutkit.serving.front_end import put_together
from rutkit.serving.notebooks import notebooks_folder
from rutkit.serving.scratch import Scratch
from rutkit.storage.files import make_private_folder

if TYPE_CHECKING:
    from tornado.ioloop import IOLoop

_PORT = 8866
_PAGES_EACH = 4
"""Tabs of one visitor or user. Each is a kernel; the dashboard has everything in one."""
_HEADER = re.compile(r"[A-Za-z0-9-]+")
_ADDRESS = "127.0.0.1"


class ServingError(RutkitError):
    """The workbook cannot be served; the message says why and what to do."""


def serve(*, port: int | None, open_browser: bool, announce: Callable[[str], None]) -> None:
    """Serve the notebooks at this machine alone, behind a fresh key, until Ctrl-C.

    `announce` is told the dashboard's address, key included, once it can be opened.

    Raises:
        ServingError: the port is taken, or the workbook lies among the notebooks.
    """
    _refuse_to_hand_out_the_file()
    chosen = choose_port(port)
    key = secrets.token_hex(24)
    address = f"http://{_ADDRESS}:{chosen}/voila/render/{DASHBOARD}?token={key}"
    with _redirecting_page(address) as page:

        def opened() -> None:
            announce(address)
            if open_browser:
                webbrowser.open(page.as_uri(), new=2)

        _run(lambda _: Owner(), host=_ADDRESS, port=chosen, key=key, opened=opened)


def serve_visitors(
    *, places: int, memory_mb: int, host: str, port: int | None, announce: Callable[[str], None]
) -> None:
    """Serve a temporary workbook to anybody who can reach this host and port, until Ctrl-C.

    Raises:
        ServingError: the port is taken, or the host is not this machine's.
    """
    chosen = choose_port(port, host=host)
    capacity = Capacity(people=places, pages_each=_PAGES_EACH)
    _run(
        lambda scratch: Visitors(scratch.visitors, capacity, memory_mb),
        host=host,
        port=chosen,
        opened=lambda: announce(f"http://{reachable_name(host)}:{chosen}/"),
    )


def serve_users(
    *,
    header: str,
    folder: Path,
    proxy: str,
    memory_mb: int,
    host: str,
    port: int | None,
    announce: Callable[[str], None],
) -> None:
    """Serve a lasting workbook to each user whom a proxy at this address names in a header, until Ctrl-C.

    Raises:
        ServingError: the port is taken, or the header or an address is none, or the folder cannot be used.
    """
    if not _HEADER.fullmatch(header):
        raise ServingError(f"“{header}” is not the name of a header. Name one such as X-Forwarded-User.")
    if not is_same_address(proxy, proxy):
        raise ServingError(f"“{proxy}” is not an address. Name the proxy’s, such as 127.0.0.1.")
    make_private_folder(folder)
    users = NamedUsers(folder.resolve(), header, proxy, Capacity(pages_each=_PAGES_EACH), memory_mb)
    if notebooks_folder().resolve() in (users.folder, *users.folder.parents):
        raise ServingError(f"{folder} lies among the notebooks, which are served. Choose another folder.")
    chosen = choose_port(port, host=host)
    _run(
        lambda _: users,
        host=host,
        port=chosen,
        opened=lambda: announce(f"http://{reachable_name(host)}:{chosen}/"),
    )


def reachable_name(host: str) -> str:
    """What others type to reach a server that listens at this address.

    For “every address” it is the one that this machine uses to reach others. Nothing is sent to find out.
    """
    if host in ("0.0.0.0", "::", ""):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, suppress(OSError):
            probe.connect(
                ("192.0.2.1", 9)
            )  # set aside for documentation (RFC 5737); a datagram socket asks nobody
            return str(probe.getsockname()[0])
        return socket.gethostname()
    return f"[{host}]" if ":" in host else host


def _refuse_to_hand_out_the_file() -> None:
    from rutkit.storage.location import default_path

    path, notebooks = default_path().resolve(), notebooks_folder().resolve()
    if notebooks in path.parents:
        raise ServingError(
            f"{path} lies among the notebooks, which are served to browsers. Nothing was changed: move it to a folder "
            "of its own, and name that with --file or RUTKIT_FILE."
        )


def _run(
    make_audience: Callable[[Scratch], Audience],
    *,
    host: str,
    port: int,
    key: str = "",
    opened: Callable[[], None],
) -> None:
    add_to_jupyter_path(jupyter_folder())
    from rutkit.serving.provisioning import end_fork_server

    scratch = Scratch()
    try:
        server = _server(make_audience(scratch), scratch, host, port, key)

        from tornado.ioloop import IOLoop
        from tornado.web import HTTPError

        loop = IOLoop.current()
        _stop_at_ctrl_c(loop)
        loop.call_later(0, opened)
        # Ctrl-C within the first second: Voilà stumbles over a kernel that is still starting. The kernel ends by
        # itself once it sees that we are gone.
        with suppress(HTTPError):
            server.start()
    except OSError as error:
        raise ServingError(
            f"{host}:{port} cannot be used ({error.strerror}). Name another --port."
        ) from error
    finally:
        end_fork_server()  # which may be about to start one more kernel
        scratch.close()


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


def choose_port(port: int | None, *, first: int = _PORT, host: str = _ADDRESS) -> int:
    """The named port if it is free; without a name, `first` or else any that is free.

    Raises:
        ServingError: the named port is taken, or may not be used.
    """
    if port is not None:
        if not _is_free(port, host):
            raise ServingError(
                f"Port {port} is taken by another program, perhaps by another rutkit. Name another one, or leave "
                "--port out: rutkit then finds one."
            )
        return port
    return first if _is_free(first, host) else free_port(host)


def free_port(host: str = _ADDRESS) -> int:
    """A port that nobody uses at this moment.

    Raises:
        ServingError: the host is not this machine's.
    """
    with socket.socket(_family(host)) as probe:
        try:
            probe.bind((host, 0))
        except OSError:
            raise ServingError(
                f"“{host}” is not an address of this machine. Leave --host out, or name 0.0.0.0 for all of them."
            ) from None
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


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def _is_free(port: int, host: str) -> bool:
    with socket.socket(_family(host)) as probe:
        if os.name == "posix":
            # Else a port would look taken for a minute after a server on it has ended.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError):
            return False
    return True


def _server(audience: Audience, scratch: Scratch, host: str, port: int, key: str) -> Any:
    """Voilà with rutkit's settings and nobody else's, ready to start."""
    from traitlets.config import Config

    from rutkit.serving.application import Server, settings_for

    settings = Config(SETTINGS)
    settings.merge(Config(settings_for(audience)))
    settings.Voila.ip = host
    settings.Voila.port = port
    settings.Voila.token = key
    settings.Voila.open_browser = False
    # A `voila.json` that happens to lie in the working directory has no say here.
    settings.Voila.config_file_paths = []
    settings.Voila.log_level = "ERROR"
    for chatter in ("tornado.access", "tornado.general"):
        logging.getLogger(chatter).setLevel(logging.ERROR)
    server = Server(config=settings, audience=audience, scratch=scratch)
    server.initialize([str(notebooks_folder())])
    server.own_pages = _own_pages(server.template_paths)
    _bring_front_end_together(server, scratch.scripts)
    return server


def _bring_front_end_together(server: Any, folder: Path) -> None:
    """Let a page ask for a few scripts, written into the folder, instead of for a hundred."""
    from jupyterlab_server.config import get_federated_extensions

    names = SETTINGS["VoilaConfiguration"]["extension_allowlist"]
    found = get_federated_extensions(server.labextensions_path)
    extensions = [found[name] for name in names if name in found]
    entries = [Path(each["ext_path"], each["jupyterlab"]["_build"]["load"]) for each in extensions]
    front_end = put_together(server.static_paths, entries, folder)
    server.static_paths.append(str(folder))
    # What the page template knows as `resources`.
    server.voila_configuration.config.VoilaConfiguration.resources = {"front_end": front_end}


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
