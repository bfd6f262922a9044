"""What every answer of the server carries, error pages and static files included."""

from __future__ import annotations

from collections.abc import Mapping

from tornado.httputil import HTTPHeaders, HTTPServerRequest
from tornado.web import OutputTransform

from rutkit.serving.configuration import SETTINGS
from rutkit.serving.visit import is_loopback

HEADERS: Mapping[str, str] = {
    **SETTINGS["Voila"]["tornado_settings"]["headers"],
    # No other site may show, or load, anything from here.
    "Cross-Origin-Resource-Policy": "same-origin",
}


class SafeAnswer(OutputTransform):
    """Puts the headers on an answer; a stricter policy that a handler has set stays."""

    def __init__(self, request: HTTPServerRequest) -> None:
        super().__init__(request)
        # Browsers heed it only where nobody can change what is on the way, and complain elsewhere.
        self._is_apart = is_loopback(request.host_name) or request.protocol == "https"

    def transform_first_chunk(
        self, status_code: int, headers: HTTPHeaders, chunk: bytes, finishing: bool
    ) -> tuple[int, HTTPHeaders, bytes]:
        """Add what is missing."""
        for name, value in HEADERS.items():
            if name not in headers:
                headers[name] = value
        if self._is_apart:
            headers["Cross-Origin-Opener-Policy"] = "same-origin"
        headers.pop("Server", None)
        return status_code, headers, chunk
