"""A process that has read all that a kernel needs, and becomes a kernel by forking.

A kernel of its own reads Python's, IPython's and rutkit's modules for seconds before a page can show anything. This one
has read them once: a copy of it takes a blink, and shares most of its memory with the others.

It knows two things: the requests that `provisioning` writes to its socket, one JSON object a line, and that its end is
when that socket closes. Linux only: elsewhere a process that has read so much does not fork safely.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import socket
import sys
import tempfile
import traceback
from collections.abc import Sequence
from importlib import import_module
from typing import TypedDict

from rutkit.serving.limits import limit_this_process

READ_AHEAD = "rutkit.home.reading_ahead"
"""The module whose `read_ahead` brings in what the pages need."""


class KernelRequest(TypedDict):
    """What a new kernel is started with."""

    arguments: list[str]
    """For IPython's kernel application."""
    environment: dict[str, str]
    folder: str


def main(file_descriptor: int) -> None:
    """Answer each request on this socket with the process number of a new kernel."""
    _read_ahead()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # ended kernels leave nothing behind that waits for us
    with socket.socket(fileno=file_descriptor) as line, line.makefile("rw", encoding="utf-8") as talk:
        for asked in talk:
            request: KernelRequest = json.loads(asked)
            process = os.fork()
            if process == 0:
                # Closed without a flush or a farewell: the other end still talks to our parent.
                os.close(line.fileno())
                _become_kernel(request)
            talk.write(f"{process}\n")
            talk.flush()


def _read_ahead() -> None:
    import_module("ipykernel.kernelapp")
    import_module("ipykernel.ipkernel")
    import_module(READ_AHEAD).read_ahead()
    # ipywidgets does this by itself where it is read in a kernel: so a page gets all widgets in one answer.
    import_module("ipywidgets").register_comm_target()
    # What is there now stays: the collector need not touch it, which would copy it in each kernel.
    gc.collect()
    gc.freeze()


def _become_kernel(request: KernelRequest) -> None:
    """Be a kernel until it ends. Never returns."""
    status = 1
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.setsid()  # as every kernel: what is sent to its group reaches it alone
        os.chdir(request["folder"])
        os.environ.clear()
        os.environ.update(request["environment"])
        tempfile.tempdir = None  # where the parent keeps what is temporary
        limit_this_process(os.environ)
        status = _run_kernel(request["arguments"])
    except Exception:
        traceback.print_exc()  # nobody above hears of it
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _run_kernel(arguments: Sequence[str]) -> int:
    from ipykernel.kernelapp import IPKernelApp

    sys.argv = ["ipykernel_launcher", *arguments]
    try:
        # A kernel whose parent is gone ends itself.
        IPKernelApp.launch_instance([*arguments, f"--IPKernelApp.parent_handle={os.getppid()}"])
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    return 0


if __name__ == "__main__":
    main(int(sys.argv[1]))
