from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from traitlets.config import Config

from rutkit.serving.application import Server, settings_for
from rutkit.serving.audience import Audience, Capacity, NamedUsers, Owner, Visitors
from rutkit.serving.configuration import SETTINGS
from rutkit.serving.scratch import Scratch

KERNEL = r"(?P<kernel_id>\w+-\w+-\w+-\w+-\w+)"
FILES = {
    "/voila/templates/(.*)": "TemplateStaticFileHandler",
    "/voila/static/(.*)": "MultiStaticFileHandler",
    "/voila/api/themes/(.*)": "ThemesHandler",
    "/voila/labextensions/(.*)": "FileFindHandler",
}
"""What is the same for everybody: styles and scripts, from folders in which nobody writes."""
GUARDED = {
    f"/api/kernels/{KERNEL}": "KernelHandler",
    f"/api/kernels/{KERNEL}/channels": "VoilaKernelWebsocketHandler",
    "/voila/api/shutdown/(.*)": "LeavingHandler",
    "/voila/render/(.*)": "PageHandler",
}
TREE = r"/voila/tree(?P<path>(?:(?:/[^/]+)+|/?))"
OWNER = {
    "/": "TornadoVoilaTreeHandler",
    TREE: "TornadoVoilaTreeHandler",
    f"/voila/query/{KERNEL}": "WhoAskedHandler",
    "/login": "VoilaLoginHandler",
    "/logout": "LogoutHandler",
}
GUESTS = {"/": "RedirectHandler", TREE: "RedirectHandler"}


@pytest.fixture
def scratch(tmp_path: Path) -> Iterator[Scratch]:
    scratch = Scratch(tmp_path)
    yield scratch
    scratch.close()


@pytest.mark.parametrize(
    ("audience", "own"),
    [
        (Owner(), OWNER),
        (Visitors(Path("visitors"), Capacity(), 300), GUESTS),
        (NamedUsers(Path("users"), "X-User", "127.0.0.1", Capacity(), 300), GUESTS),
    ],
    ids=["owner", "visitors", "users"],
)
def test_these_addresses_are_answered_and_no_others(
    audience: Audience, own: dict[str, str], tmp_path: Path, scratch: Scratch
) -> None:
    settings = Config(SETTINGS)
    settings.merge(Config(settings_for(audience)))
    settings.VoilaConfiguration.preheat_kernel = False
    settings.Voila.token = "key" if audience.is_owner else ""
    server = Server(config=settings, audience=audience, scratch=scratch)
    server.initialize([str(tmp_path)])
    server.init_settings()
    server.voila_configuration.preheat_kernel = audience.is_owner

    found = {pattern: handler.__name__ for pattern, handler, *_ in server.init_handlers()}

    assert found == {**FILES, **GUARDED, **own}
