"""The process of a page's kernel."""

from __future__ import annotations

import json
from pathlib import Path

import psutil


def kernel_process(server: psutil.Process, kernel_id: str, connections: Path) -> psutil.Process:
    """The kernel of this server that listens where its connection file says, which lies somewhere below a folder.

    A kernel that was forked has no command line of its own to know it by.
    """
    (file,) = connections.rglob(f"kernel-{kernel_id}.json")
    port = json.loads(file.read_text(encoding="utf-8"))["shell_port"]
    return next(child for child in server.children(recursive=True) if port in _ports(child))


def _ports(process: psutil.Process) -> set[int]:
    """Where a process listens; nowhere once it has ended."""
    if process.status() == psutil.STATUS_ZOMBIE:
        return set()
    connections = process.net_connections(kind="inet")
    return {each.laddr.port for each in connections if each.status == psutil.CONN_LISTEN}
