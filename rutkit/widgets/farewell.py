"""A tab that closes takes its kernel with it, but not what was typed last."""

from __future__ import annotations

import asyncio
import inspect
import os
import threading
import time
from typing import Any

QUIET = 1.0
"""Seconds without a message, after which none is expected anymore: the page went without a last word."""

LONGEST_WAIT = 9.0
"""Seconds; the server ends a kernel by force soon after that (`KernelManager.shutdown_wait_time`, half of it)."""

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
    end, after_message = kernel.do_shutdown, kernel.post_handler_hook
    last_message = time.monotonic()

    def note_message() -> None:
        nonlocal last_message
        last_message = time.monotonic()
        after_message()

    async def do_shutdown(restart: bool) -> Any:
        asked = time.monotonic()
        while not page_has_left.is_set():
            now = time.monotonic()
            if now - max(asked, last_message) > QUIET or now - asked > LONGEST_WAIT:
                break
            await asyncio.sleep(0.02)
        answer = end(restart)
        return await answer if inspect.isawaitable(answer) else answer

    kernel.do_shutdown, kernel.post_handler_hook = do_shutdown, note_message
