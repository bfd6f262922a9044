"""One person's server under JupyterHub: the workbook, and nobody else let in.

`rutkit-singleuser` takes the place of `jupyterhub-singleuser`, of which it is one. It serves rutkit's notebooks
through Voilà with rutkit's settings and loads nothing else: no JupyterLab, no terminals. Through it nobody runs code of
their own or changes a notebook, so that no page below the hub's address can be turned against another's reader.
JupyterHub lets its administrators into everybody's server; this one does not.
"""

from __future__ import annotations

import os
from typing import Any

from jupyter_server.auth.authorizer import Authorizer
from jupyter_server.auth.identity import User
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.serverapp import ServerApp
from jupyterhub.singleuser.extension import JupyterHubIdentityProvider, JupyterHubSingleUser
from tornado.web import HTTPError
from traitlets.config import Config

from rutkit.serving.configuration import jupyter_folder, page_templates, server_settings
from rutkit.serving.notebooks import notebooks_folder
from rutkit.serving.provisioning import start_ahead
from rutkit.serving.server import add_to_jupyter_path
from rutkit.serving.visit import OWNER_ONLY


class OwnersIdentityProvider(JupyterHubIdentityProvider):  # type: ignore[misc]
    """JupyterHub's, which also turns away whoever is not the one whose server this is."""

    async def get_user(self, handler: JupyterHandler) -> User | None:
        """The owner, or nobody if the request comes without a login."""
        user: User | None = await super().get_user(handler)
        if user is not None and user.username != os.environ["JUPYTERHUB_USER"]:
            raise HTTPError(403, "This workbook is somebody else’s.")
        return user


class NothingToChange(Authorizer):
    """Lets pages be read and their widgets be worked, and no program be started and no notebook be changed."""

    def is_authorized(self, handler: JupyterHandler, user: User, action: str, resource: str) -> bool:
        """Whether this may be done, by Jupyter Server's names for it."""
        return action == "read" or (action, resource) == ("execute", "kernels")


class OwnersServer(JupyterHubSingleUser):  # type: ignore[misc]
    """JupyterHub's single-user server with Voilà, rutkit's settings and nothing else."""

    load_other_extensions = False

    @classmethod
    def get_extension_package(cls) -> str:
        """The module that Jupyter Server asks for this extension."""
        return __name__

    @classmethod
    def make_serverapp(cls, **arguments: Any) -> ServerApp:
        """A server with Voilà as its other extension."""
        server: ServerApp = super().make_serverapp(**arguments)
        server.jpserver_extensions["voila.server_extension"] = True
        return server

    def load_config_file(self) -> None:
        """Put rutkit's settings below JupyterHub's own, and above those of anybody's files."""
        self.config.merge(_settings())
        super().load_config_file()
        self.serverapp.update_config(Config(ServerApp={"identity_provider_class": OwnersIdentityProvider}))


def _settings() -> Config:
    settings = Config(server_settings())
    settings.ServerApp.authorizer_class = NothingToChange
    settings.ServerApp.root_dir = str(notebooks_folder())
    settings.ServerApp.extra_template_paths = [str(page_templates())]
    # Once nobody has a page open, the kernels end, and then the server: JupyterHub starts it anew at the next visit.
    settings.ServerApp.shutdown_no_activity_timeout = settings.MappingKernelManager.cull_idle_timeout
    # What Voilà by itself lets a page say to a kernel: to work the widgets, not to run code.
    settings.MappingKernelManager.allowed_message_types = [
        "comm_open",
        "comm_close",
        "comm_msg",
        "comm_info_request",
        "kernel_info_request",
        "shutdown_request",
    ]
    return settings


def _jupyter_server_extension_points() -> list[dict[str, Any]]:
    return [{"module": __name__, "app": OwnersServer}]


def main() -> None:
    """Serve this person's workbook until JupyterHub ends it."""
    os.environ[OWNER_ONLY] = "1"
    add_to_jupyter_path(jupyter_folder())
    start_ahead()
    OwnersServer.launch_instance()
