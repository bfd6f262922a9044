"""The browser: where it is, and how it is started."""

from __future__ import annotations

import os
import shutil

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")
STRANGER = "rutkit.example"
"""A name under which the browser finds this machine, as a stranger's page might have it do."""

OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Nobody else can be reached, even by mistake.
    f"--host-resolver-rules=MAP {STRANGER} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


def needed(*names: str) -> str:
    """Where the first of these programs is that is here; without, the test is skipped, unless one has to be here."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        sentence = f"There is no {names[0]} here ({', '.join(names)})"
        if os.environ.get("RUTKIT_REQUIRE_BROWSER") == "1":
            pytest.fail(sentence)
        pytest.skip(sentence)
    return found
