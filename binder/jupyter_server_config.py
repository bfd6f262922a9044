"""Jupyter's server on Binder is told what rutkit tells Voilà's own."""

from traitlets.config import Config

from rutkit.serving.configuration import server_settings

c = get_config()  # noqa: F821 -- Jupyter gives it
c.merge(Config(server_settings()))
