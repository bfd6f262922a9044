"""JupyterHub for a whole organization: a server, a home folder and a workbook of their own for each person.

Copy this file, complete the part at its end, and start `jupyterhub -f jupyterhub_config.py`. It takes `rutkit[hub]`,
and configurable-http-proxy from npm. `z2jh-values.yaml` beside it holds the same for Kubernetes; a test keeps them
alike.
"""

c = get_config()  # type: ignore[name-defined]  # noqa: F821 -- JupyterHub gives it

# --- each person's server -------------------------------------------------------------------------------------------

# The dashboard alone: rutkit's notebooks through Voilà, no JupyterLab, no terminals. It lets in only its owner.
c.Spawner.cmd = ["rutkit-singleuser"]
c.Spawner.default_url = "/voila/render/00-start-here.ipynb"
# The workbook is in the person's own home folder, where rutkit keeps it by default. Do not set RUTKIT_FILE for all.
c.Spawner.environment = {}
# Files that a person may have put into their home folder do not change what is served.
c.Spawner.disable_user_config = True
c.Spawner.mem_limit = "1G"  # a page takes about 150 MB; kept by the spawners that can, such as containers
c.Spawner.http_timeout = 60

# A server ends by itself half an hour after its last page was left, and starts again at the next visit.

# --- the hub --------------------------------------------------------------------------------------------------------

# One server a person; nobody shares theirs, since nobody is given the scope “shares”.
c.JupyterHub.allow_named_servers = False
c.JupyterHub.redirect_to_server = True
c.JupyterHub.cookie_max_age_days = 1
c.JupyterHub.tornado_settings = {"cookie_options": {"samesite": "Lax"}}
# Nobody is let in until the authenticator below says who may.
c.Authenticator.allow_all = False
c.Authenticator.admin_users = set()

# --- yours to complete ----------------------------------------------------------------------------------------------

# Who may come in. OAuthenticator (GitHub, Google, OpenID Connect, …), LDAP, SAML: see JupyterHub’s list.
# c.JupyterHub.authenticator_class = "generic-oauth"
# c.Authenticator.allowed_users = {"…"}

# Encrypted on the way. Cookies are then marked “secure” by themselves.
# c.JupyterHub.bind_url = "https://:443"
# c.JupyterHub.ssl_cert, c.JupyterHub.ssl_key = "…", "…"
# A host name for each person (a wildcard name and certificate): their pages are then of no common origin.
# c.JupyterHub.subdomain_host = "https://workbook.example.org"

# Where a server runs. By default as a process of the person’s own account on this machine. With containers
# (`pip install dockerspawner`; `z2jh-values.yaml` shows how an image is made), a volume for each:
# c.JupyterHub.spawner_class = "dockerspawner.DockerSpawner"
# c.DockerSpawner.image = "…"
# c.DockerSpawner.volumes = {"rutkit-{username}": "/home/jovyan"}
# c.DockerSpawner.network_name = "…"  # an internal one: no way out to the internet
# c.DockerSpawner.remove = True
# c.JupyterHub.hub_ip = "0.0.0.0"  # so that the containers reach the hub
