"""A tab that closes takes its kernel with it, but not what was typed last."""

from __future__ import annotations

import asyncio
import inspect
import os
import threading
import time
from typing import Any

LONGEST_WAIT = 2.0
"""Seconds; the server ends a kernel by force soon after that."""

page_has_left = threading.Event()
"""Set by the last message that a page sends: all that was typed has come before it."""


def finish_before_shutdown() -> None:
    """Let this kernel handle everything that its page sent before the kernel ends with the page.

    Voilà asks for the end of a kernel while its tab closes, on a channel that overtakes the letters typed last.
    JupyterLab keeps a kernel whose page has gone, so there nothing is to be done.
    """
    from IPython.core.getipython import get_ipython

    kernel: Any = getattr(get_ipython(), "kernel", None)
    if kernel is None or not os.environ.get("SERVER_SOFTWARE", "").startswith("voila/"):
        return
    end = kernel.do_shutdown

    async def do_shutdown(restart: bool) -> Any:
        latest = time.monotonic() + LONGEST_WAIT
        while not page_has_left.is_set() and time.monotonic() < latest:
            await asyncio.sleep(0.02)
        answer = end(restart)
        return await answer if inspect.isawaitable(answer) else answer

    kernel.do_shutdown = do_shutdown
