from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes says more about the machine and what else it does than about the code.
settings.register_profile("rutkit", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("rutkit")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of four megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(place)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        mounted = False
    if not mounted:
        pytest.skip("Only an administrator of Linux may make a small disk")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)
