"""Who asks, and whether they may: the server's one place for it.

A person has a name: made up and kept in a signed cookie, or given by the proxy in a header. A kernel is held by the
person whose request started it, and reachable for nobody else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jupyter_server.auth.authorizer import Authorizer
from jupyter_server.auth.identity import IdentityProvider, PasswordIdentityProvider, User

from rutkit.serving.audience import NamedUsers, NotNamedError

if TYPE_CHECKING:
    from tornado.httputil import HTTPServerRequest
    from tornado.web import RequestHandler

    from rutkit.serving.kernels import Holders


class CookieIdentity(PasswordIdentityProvider):
    """Whoever has the key, or anybody if there is none, is known again by a cookie that only this server can write."""

    @property
    def logout_available(self) -> bool:
        """Only whoever came with a key can be asked for it again."""
        return self.auth_enabled

    def set_login_cookie(self, handler: RequestHandler, user: User) -> None:
        """Set it for this site alone, out of the reach of scripts, until the browser closes."""
        is_https = "https" in (handler.request.protocol, handler.request.headers.get("X-Forwarded-Proto"))
        self.cookie_options = {
            "samesite": "Lax",
            "httponly": True,
            "expires_days": None,
            **({"secure": True} if is_https else {}),
        }
        super().set_login_cookie(handler, user)


class HeaderIdentity(IdentityProvider):
    """Whoever the proxy names. `refuse_unnamed` has seen to it that every request names somebody."""

    login_available = False
    logout_available = False

    def get_user(self, handler: RequestHandler) -> User:
        """The named user."""
        return User(username=name_of(handler.settings["audience"], handler.request))


class OwnKernelOnly(Authorizer):
    """A person may reach the kernels that they hold, and nothing else that Jupyter asks about."""

    def is_authorized(self, handler: Any, user: User, action: str, resource: str) -> bool:
        """Whether the kernel in the address is this person's."""
        kernel_id = handler.path_kwargs.get("kernel_id", "")
        holders: Holders = handler.settings["holders"]
        return resource == "kernels" and holders.holds(user.username, kernel_id)


def name_of(audience: NamedUsers, request: HTTPServerRequest) -> str:
    """Who asks, as the proxy says.

    Raises:
        NotNamedError: the proxy does not say, or it is not the proxy who asks.
    """
    # The address of the socket's other end; what X-Forwarded-For claims is not looked at.
    return audience.name_in(request.headers.get_list(audience.header), request.remote_ip or "")


def refusal(audience: object, request: HTTPServerRequest) -> str | None:
    """Why nothing at all is answered to this request; None if something may be."""
    if isinstance(audience, NamedUsers):
        try:
            name_of(audience, request)
        except NotNamedError as error:
            return str(error)
    return None
