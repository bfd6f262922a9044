"""The tests run in two processes."""

from __future__ import annotations

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling


class OneForTheBrowser(LoadScopeScheduling):  # type: ignore[misc]
    """A file of tests goes to one process; all files that need the browser to the same, or they would wait in turn."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return "browser" if file.startswith("tests/browser/") else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> OneForTheBrowser:
    """How tests are handed out."""
    return OneForTheBrowser(config, log)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Long bytes are called by their length: a zip that a test packs holds the time, and both processes must agree."""
    return f"{argname} of {len(val)} bytes" if isinstance(val, bytes) and len(val) > 20 else None
