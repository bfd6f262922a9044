"""How a page's socket is joined to its kernel."""

from __future__ import annotations

from typing import Any

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection


class PromptConnection(ZMQChannelsWebsocketConnection):
    """Hands each message on at once.

    A widget sends many small messages. The system would hold each back until the one before it was acknowledged, for
    which browsers take up to 40 ms.
    """

    def connect(self) -> Any:
        """Join the two."""
        self.websocket_handler.set_nodelay(True)
        return super().connect()
