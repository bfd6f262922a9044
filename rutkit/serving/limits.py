"""How much of the machine one kernel may take."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

MEMORY = "RUTKIT_MEMORY_MB"
"""In a kernel's environment: the megabytes that it may take beyond what it starts with."""

FILE_BYTES = 500_000_000
"""The largest file that such a kernel may write."""

_STATUS = Path("/proc/self/status")


def limit_this_process(environment: Mapping[str, str]) -> None:
    """Keep this process to what its environment allows, where the system can.

    Linux alone counts writable memory against `RLIMIT_DATA` (setrlimit(2), since 4.7). `RLIMIT_AS` would count address
    space, of which a kernel reserves a gigabyte and uses a tenth. Beyond it Python raises `MemoryError`.
    """
    allowed = environment.get(MEMORY)
    if not allowed or not _STATUS.exists():
        return
    import resource

    most = _data_bytes(_STATUS.read_text(encoding="ascii")) + int(allowed) * 1_000_000
    limits = ((resource.RLIMIT_DATA, most), (resource.RLIMIT_FSIZE, FILE_BYTES), (resource.RLIMIT_CORE, 0))
    for what, limit in limits:
        with suppress(ValueError, OSError):  # a harder limit is there already
            resource.setrlimit(what, (limit, limit))


def _data_bytes(status: str) -> int:
    """What proc(5) says under `VmData`.

    >>> _data_bytes("VmSize: 9 kB\\nVmData:  2 kB\\n")
    2048
    """
    kilobytes = next((line.split()[1] for line in status.splitlines() if line.startswith("VmData:")), "0")
    return int(kilobytes) * 1024
