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
