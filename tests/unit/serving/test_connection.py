from __future__ import annotations

from unittest.mock import Mock

import pytest
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from jupyter_server.services.kernels.websocket import KernelWebsocketHandler
from traitlets.utils.importstring import import_item

from rutkit.serving.configuration import SETTINGS
from rutkit.serving.connection import PromptConnection


def test_voila_is_told_to_hand_messages_on_at_once() -> None:
    assert import_item(SETTINGS["Voila"]["kernel_websocket_connection_class"]) is PromptConnection


def test_no_message_waits_until_the_one_before_was_acknowledged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ZMQChannelsWebsocketConnection, "connect", Mock())  # no kernel here
    socket = Mock(spec=KernelWebsocketHandler)

    PromptConnection(websocket_handler=socket).connect()

    socket.set_nodelay.assert_called_once_with(True)
