from __future__ import annotations

import subprocess
import sys

import pytest

from rutkit.serving.limits import MEMORY

TAKE = """
import os
from rutkit.serving.limits import limit_this_process
limit_this_process(os.environ)
taken = []
try:
    while len(taken) < 40:
        taken.append(bytearray(10_000_000))
except MemoryError:
    pass
print(len(taken) * 10)
"""


def megabytes_taken(**environment: str) -> int:
    """Of up to 400 MB, how many a process may have."""
    ran = subprocess.run(
        [sys.executable, "-c", TAKE], env=environment, capture_output=True, text=True, check=True
    )
    return int(ran.stdout)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux alone holds memory to a limit")
def test_a_process_may_take_so_much_memory_and_no_more() -> None:
    assert 150 <= megabytes_taken(**{MEMORY: "200"}) <= 200


def test_without_a_limit_it_may_take_more() -> None:
    assert megabytes_taken() == 400
