"""What `import rutkit` costs beyond Python's own start."""

from __future__ import annotations

import subprocess
import sys
import time

from tests.benchmarks.servers import plain_environment

STARTS = 15


def import_times() -> tuple[list[float], list[float]]:
    """Milliseconds of starting Python alone, and of starting it and importing rutkit, in turns."""
    bare, imported = [], []
    for _ in range(STARTS):
        bare.append(_start("pass"))
        imported.append(_start("import rutkit"))
    return bare, imported


def _start(code: str) -> float:
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, env=plain_environment())
    return (time.perf_counter() - begin) * 1000
