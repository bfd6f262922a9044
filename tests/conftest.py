"""The tests run in two processes."""

from __future__ import annotations

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling


class OneForTheBrowser(LoadScopeScheduling):
    """A file of tests goes to one process, and all that needs the browser to the same: two would wait for each other."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return "browser" if file.startswith("tests/browser/") else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> OneForTheBrowser:
    """How tests are handed out."""
    return OneForTheBrowser(config, log)
