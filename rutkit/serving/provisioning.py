"""How Jupyter's servers start kernels for rutkit's pages: as copies of one process that is ready."""

from __future__ import annotations

import asyncio
import json
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import Lock
from typing import IO, Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from rutkit.serving.fork_server import KernelRequest

LAUNCHER = ("-m", "ipykernel_launcher")

_FORKS_SAFELY = sys.platform.startswith("linux") and hasattr(os, "pidfd_open")


class ForkedKernel:
    """A kernel that the fork server made: what `LocalProvisioner` asks of a `subprocess.Popen`, and no more."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.returncode: int | None = None
        # Not the number alone, which another process may get once this one has ended.
        self._handle = os.pidfd_open(pid)
        self._ended = select.poll()
        self._ended.register(self._handle, select.POLLIN)

    def poll(self) -> int | None:
        """`None` while it runs, then 0: how it ended only its parent knows."""
        if self.returncode is None and self._ended.poll(0):
            self.returncode = 0
            os.close(self._handle)
        return self.returncode

    def wait(self) -> int:
        """Wait until it has ended."""
        if self.returncode is None:
            self._ended.poll()
        return self.poll() or 0

    def send_signal(self, number: int) -> None:
        """Send it a signal, if it still runs."""
        if self.poll() is None:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._handle, number)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        self.send_signal(signal.SIGKILL)


class ForkServer:
    """The one process of this server that kernels are copies of; it ends with the server."""

    def __init__(self) -> None:
        self._lock = Lock()
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                # -P: what lies in the folder where the server was started is not taken for a module.
                [sys.executable, "-P", "-m", "rutkit.serving.fork_server", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C in the terminal is for the server
            )
        self._line = ours
        self._talk: IO[str] = ours.makefile("rw", encoding="utf-8")

    def close(self) -> None:
        """End it, and with it the kernels that it made."""
        with suppress(OSError):
            self._talk.close()
        self._line.close()
        self._process.wait()

    def kill(self) -> None:
        """End it at once, also while it still reads; kernels that are left see that it is gone, and end."""
        self._process.kill()
        self._process.wait()
        with self._lock:
            self.close()

    def start(self, request: KernelRequest) -> ForkedKernel:
        """A new kernel. The first waits until all is read.

        Raises:
            ConnectionError: the fork server has ended.
            OSError: the kernel ended at once, or nothing more can be opened.
        """
        with self._lock:
            self._talk.write(json.dumps(request) + "\n")
            self._talk.flush()
            answer = self._talk.readline()
        if not answer:
            raise ConnectionError("the fork server has ended")
        return ForkedKernel(int(answer))


@cache
def fork_server() -> ForkServer:
    """This server's own, started when the first kernel is asked for."""
    return ForkServer()


def start_ahead() -> None:
    """Let the fork server read what kernels need before the first of them is asked for."""
    if _FORKS_SAFELY:
        fork_server()


def end_fork_server() -> None:
    """Let no kernel start anymore, and none be left."""
    if fork_server.cache_info().currsize:
        fork_server().kill()
        fork_server.cache_clear()


class ForkingProvisioner(LocalProvisioner):
    """Starts a kernel by forking where that is safe, and as everybody does elsewhere."""

    process: Any  # a `Popen`, or what passes for one

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Start the kernel with this command line."""
        arguments = _arguments_of_our_kernel(cmd)
        if arguments is None:
            return await super().launch_kernel(cmd, **kwargs)
        folder = kwargs.get("cwd") or Path.cwd()
        request: KernelRequest = {
            "arguments": list(arguments),
            "environment": dict(kwargs.get("env") or os.environ),
            "folder": str(folder),
        }
        try:
            self.process = await asyncio.to_thread(fork_server().start, request)
        except OSError as error:
            # A fork server that still runs is kept: with it, all its kernels would end.
            if isinstance(error, ConnectionError):
                fork_server.cache_clear()
            return await super().launch_kernel(cmd, **kwargs)
        self.pid = self.process.pid
        self.pgid = self.process.pid
        self.cwd = folder
        return self.connection_info


def _arguments_of_our_kernel(command: Sequence[str]) -> Sequence[str] | None:
    """What follows the launcher, if the command starts a kernel of this very Python on a system that forks safely."""
    if not _FORKS_SAFELY:
        return None
    python, *rest = command
    if Path(python) != Path(sys.executable) or tuple(rest[:2]) != LAUNCHER:
        return None
    return rest[2:]
