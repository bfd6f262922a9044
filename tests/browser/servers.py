"""Real servers for the browser: plain `voila notebooks`, `rutkit serve`, and JupyterLab as `rutkit lab` starts it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import psutil
from kernels import kernel_process

from rutkit.serving.configuration import jupyter_folder
from rutkit.serving.server import free_port

REPOSITORY = Path(__file__).parents[2]
START_SECONDS = 60


@dataclass(frozen=True)
class Server:
    """A server of the tests' own, with one workbook behind it."""

    process: subprocess.Popen[bytes]
    port: int
    file: Path
    """Where its workbook is."""
    log: Path
    """All that it and its kernels wrote to their terminal."""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def kernel(self, kernel_id: str) -> psutil.Process:
        """The process of a kernel."""
        return kernel_process(psutil.Process(self.process.pid), kernel_id, self.log.parent)


@contextmanager
def voila(folder: Path) -> Iterator[Server]:
    """`voila notebooks`, as anybody may start it in a checkout."""
    with _running(folder, REPOSITORY, "voila", "notebooks", "--no-browser", "--token=") as server:
        yield server


@contextmanager
def rutkit(folder: Path) -> Iterator[Server]:
    """`rutkit serve`, which says in its log where its pages are."""
    with _running(folder, folder, "rutkit.cli", "serve", "--no-browser") as server:
        yield server


@contextmanager
def lab(folder: Path) -> Iterator[Server]:
    """JupyterLab on copies of the notebooks."""
    command = ("rutkit.cli", "notebooks", str(folder / "notebooks"))
    subprocess.run([sys.executable, "-m", *command], check=True, capture_output=True)
    options = (
        "--no-browser",
        "--IdentityProvider.token=",
        "--ServerApp.port_retries=0",
        "--ServerApp.allow_root=True",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LabApp.news_url=None",
        "--LabApp.extension_manager=readonly",
        "--LabApp.expose_app_in_browser=True",
    )
    with _running(folder, folder / "notebooks", "jupyterlab", *options) as server:
        yield server


@contextmanager
def rutkit_serve(folder: Path, *options: str) -> Iterator[Server]:
    """`rutkit serve` with these options, for visitors or for users."""
    with _running(folder, folder, "rutkit.cli", "serve", *options) as server:
        yield server


@contextmanager
def _running(folder: Path, where: Path, module: str, *arguments: str) -> Iterator[Server]:
    port = free_port()
    command = [sys.executable, "-m", module, *arguments, f"--port={port}"]
    log = folder / f"{module}.log"
    file = folder / "private" / "me.rutkit"
    with log.open("wb") as terminal:
        process = subprocess.Popen(
            command, cwd=where, env=_environment(folder, file), stdout=terminal, stderr=subprocess.STDOUT
        )
    server = Server(process, port, file, log)
    try:
        wait_until_it_answers(f"{server.address}/no-such-page", process, log)  # a page would start a kernel
        yield server
    finally:
        end(process)


def _environment(folder: Path, file: Path) -> dict[str, str]:
    """This process's own, with a home that nobody has lived in, so that nobody's settings count."""
    home = folder / "home"
    own = {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "IPYTHONDIR": str(home / "ipython"),
        "TMPDIR": str(home / "temporary"),
        "JUPYTER_PATH": str(jupyter_folder()),
        "RUTKIT_FILE": str(file),
    }
    for name in ("HOME", "JUPYTER_RUNTIME_DIR", "TMPDIR"):
        Path(own[name]).mkdir(parents=True, exist_ok=True)
    return {**os.environ, **own}


def wait_until_it_answers(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until a server that was just started answers at this address."""
    latest = time.monotonic() + START_SECONDS
    while time.monotonic() < latest:
        assert process.poll() is None, log.read_text(encoding="utf-8")
        try:
            with urlopen(address):
                return
        except HTTPError as error:
            error.close()
            return
        except URLError:
            time.sleep(0.1)
    raise AssertionError(f"The server does not answer:\n{log.read_text(encoding='utf-8')}")


def end(process: subprocess.Popen[bytes]) -> None:
    """End a server, and the kernels that it leaves behind."""
    kernels: Sequence[psutil.Process] = psutil.Process(process.pid).children(recursive=True)
    process.terminate()
    try:
        process.wait(timeout=15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for kernel in kernels:
        if kernel.is_running():
            kernel.kill()
