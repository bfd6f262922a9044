"""The servers that are measured: stock Voilà, `rutkit serve`, and the three peers, each for this machine alone."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

import psutil
from kernels import kernel_process

from rutkit.serving.configuration import SETTINGS
from rutkit.serving.server import free_port

PEERS = Path(__file__).parent / "peers"

EMPTY_NOTEBOOK = """\
import ipywidgets as widgets

text = widgets.Text()
text.observe(lambda change: setattr(text, "placeholder", change["new"]), "value")
text"""
"""One input. What is typed comes back from the kernel as its placeholder: so the page shows that it was heard."""

PATIENCE_SECONDS = 60
QUIET_SECONDS = 0.5
QUIET_SHARE = 0.2
"""Of one processor: below this, servers that only wait for the next visitor are taken to be quiet."""


@dataclass(frozen=True)
class Server:
    """A program that serves pages, and where they are."""

    process: psutil.Process
    address: str
    """With `{}` for the notebook's name where there are several."""
    temporary: Path
    """Where it keeps, among others, its kernels' connection files."""

    def page(self, notebook: str = "", route: str = "") -> str:
        """The address of one of its pages."""
        return self.address.format(notebook) + route

    def processes(self) -> list[psutil.Process]:
        """The server's own process and all that it started."""
        return [self.process, *self.process.children(recursive=True)]

    def memory(self, kernel_id: str) -> int:
        """Bytes of the kernel with this id; without an id, of the whole server. Shared pages count in part."""
        if kernel_id:
            return _memory(kernel_process(self.process, kernel_id, self.temporary))
        return sum(_memory(process) for process in self.processes())


class Servers:
    """All that runs while pages are measured; ended together."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._exits = ExitStack()
        self._servers: list[Server] = []

    def __enter__(self) -> Servers:
        return self

    def __exit__(self, *_: object) -> None:
        self._exits.close()

    def stock_voila(self) -> Server:
        """Voilà as it comes, with one notebook of one text field."""
        notebook = self._folder / "empty.ipynb"
        notebook.write_text(json.dumps(_notebook(EMPTY_NOTEBOOK)), encoding="utf-8")
        port = free_port()
        arguments = [str(notebook), "--no-browser", f"--port={port}", "--token="]
        return self._start([sys.executable, "-m", "voila", *arguments], f"http://127.0.0.1:{port}/")

    def rutkit(self, workbook: Path) -> Server:
        """`rutkit serve` as people start it."""
        port = free_port()
        said = self._folder / f"{port}.txt"
        arguments = ["serve", "--file", str(workbook), "--port", str(port), "--no-browser"]
        return self._start([sys.executable, "-m", "rutkit.cli", *arguments], said=said)

    def panel(self, python: Path) -> Server:
        """The form in Panel."""
        port = free_port()
        arguments = ["serve", str(PEERS / "panel_app.py"), "--port", str(port)]
        return self._start([str(python), "-m", "panel", *arguments], f"http://localhost:{port}/panel_app")

    def streamlit(self, python: Path) -> Server:
        """The form in Streamlit."""
        port = free_port()
        options = {
            "server.port": port,
            "server.address": "127.0.0.1",
            "server.headless": "true",
            "browser.gatherUsageStats": "false",
        }
        arguments = ["run", str(PEERS / "streamlit_app.py"), *(f"--{n}={v}" for n, v in options.items())]
        return self._start([str(python), "-m", "streamlit", *arguments], f"http://127.0.0.1:{port}/")

    def dash(self, python: Path) -> Server:
        """The form in Dash."""
        port = free_port()
        return self._start([str(python), str(PEERS / "dash_app.py"), str(port)], f"http://127.0.0.1:{port}/")

    def settle(self) -> None:
        """Wait until none of them computes: the next kernel stands ready, the last one has ended."""
        time.sleep(SETTINGS["VoilaKernelManager"]["fill_delay"])
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            before = self._time_spent()
            time.sleep(QUIET_SECONDS)
            if self._time_spent() - before < QUIET_SHARE * QUIET_SECONDS:
                return

    def _time_spent(self) -> float:
        """Seconds of processor time of all that runs now."""
        return sum(_time_spent(process) for server in self._servers for process in server.processes())

    def _start(self, command: Sequence[str], address: str = "", *, said: Path | None = None) -> Server:
        temporary = Path(mkdtemp(dir=self._folder))
        output = self._exits.enter_context((said or self._folder / "output.txt").open("w", encoding="utf-8"))
        started = subprocess.Popen(
            command,
            cwd=self._folder,
            env={**plain_environment(), "TMPDIR": str(temporary)},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        process = psutil.Process(started.pid)
        self._exits.callback(_end, process, started)
        server = Server(process, address or _address_said(said or Path(), started), temporary)
        _wait_for(server.page("00-start-here.ipynb"), started)
        self._servers.append(server)
        return server


def plain_environment() -> Mapping[str, str]:
    """This one without what would bend a server that is to be measured as it comes."""
    bends = ("JUPYTER", "PYTHON", "RUTKIT")
    return {name: value for name, value in os.environ.items() if not name.startswith(bends)}


def _notebook(code: str) -> Mapping[str, object]:
    cell: Mapping[str, object] = {
        "cell_type": "code",
        "id": "only",
        "source": code,
        "metadata": {},
        "outputs": [],
        "execution_count": None,
    }
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return {"cells": [cell], "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}


def _address_said(said: Path, started: subprocess.Popen[bytes]) -> str:
    """The address that `rutkit serve` prints, key included, with `{}` for the notebook."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end and started.poll() is None:
        found = re.search(r"http://\S+", said.read_text(encoding="utf-8"))
        if found:
            return found.group().replace("00-start-here.ipynb", "{}")
        time.sleep(0.1)
    raise RuntimeError(f"rutkit serve did not start: {said.read_text(encoding='utf-8')}")


def _wait_for(address: str, started: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end and started.poll() is None:
        try:
            with urllib.request.urlopen(address):
                return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"{started.args!r} did not start")


def _end(process: psutil.Process, started: subprocess.Popen[bytes]) -> None:
    everything = [*_children(process), process]
    for one in everything:
        if one.is_running():
            one.terminate()
    started.wait()
    _, left = psutil.wait_procs(everything, timeout=5)
    for one in left:
        one.kill()


def _children(process: psutil.Process) -> Iterable[psutil.Process]:
    try:
        return list(process.children(recursive=True))
    except psutil.NoSuchProcess:
        return ()


def _time_spent(process: psutil.Process) -> float:
    try:
        times = process.cpu_times()
    except psutil.NoSuchProcess:
        return 0.0
    return float(times.user + times.system)


def _memory(process: psutil.Process) -> int:
    """What the process alone would take, where the system tells (PSS on Linux), else its resident set."""
    memory = process.memory_full_info()
    return int(getattr(memory, "pss", memory.rss))
