"""Signing in with the organisation's own accounts (OpenID Connect), for programmes on the internet. Off by default.

The provider says who somebody is; whether they may come in is decided here: the first time they need an invitation.
"""

import hmac
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route

from carousel.refusal import Refusal
from toolkit.acts import entering
from toolkit.acts.forms import clean
from toolkit.desk.cookies import staff_cookie
from toolkit.desk.sheets import page
from toolkit.i18n import _
from toolkit.settings import Settings
from toolkit.store import Store, Transaction

PATH = "/sign-in/organisation"
MINUTES = 10
COOKIE = "vrtiljak_organisation"
NOT_KNOWN = _("Nobody has invited you here yet. Ask the owner of the programme for a link, and open it first.")
NO_ANSWER = _("Your organisation's sign-in did not answer as expected. Please try again.")


def organisation_routes(store: Store, settings: Settings) -> list[Mount]:
    """The routes below /sign-in/organisation; none where no provider is set up."""
    if settings.provider is None:
        return []
    door = Organisation(store, settings)
    # Lax: the browser comes back from the provider's site, and must bring what it left with.
    remembering = Middleware(
        SessionMiddleware, secret_key=hmac.digest(settings.secret.encode(), b"organisation", "sha256").hex(),
        session_cookie=COOKIE, max_age=MINUTES * 60, path="/sign-in", same_site="lax", https_only=settings.https,
    )  # fmt: skip
    routes = [Route("/", door.away, methods=["GET"]), Route("/back", door.back, methods=["GET"])]
    return [Mount(PATH, routes=routes, middleware=[remembering])]


class Organisation:
    """The door to the organisation's own sign-in."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self.store, self.settings = store, settings

    @cached_property
    def client(self) -> Any:
        """Authlib's client: state, nonce, PKCE, the provider's keys and the ID token's checks are its business."""
        from authlib.integrations.starlette_client import OAuth  # hardly any installation needs it

        provider = self.settings.provider
        if provider is None:
            raise Refusal(NO_ANSWER, status=404)
        return OAuth().register(
            "organisation",
            client_id=provider.client,
            client_secret=provider.secret,
            server_metadata_url=f"{provider.issuer}/.well-known/openid-configuration",
            client_kwargs={"scope": "openid profile", "code_challenge_method": "S256", "trust_env": False},
        )

    async def away(self, request: Request) -> Response:
        """GET /sign-in/organisation: to the provider; an invitation goes along."""
        request.session["link"] = request.query_params.get("link", "")[:200]
        address = self.settings.address or str(request.base_url).rstrip("/")
        answer: Response = await self._asked(self.client.authorize_redirect(request, f"{address}{PATH}/back"))
        return answer

    async def back(self, request: Request) -> Response:
        """GET /sign-in/organisation/back: a session for whoever is known here, or was invited."""
        token = await self._asked(self.client.authorize_access_token(request))
        claims: Mapping[str, Any] = token.get("userinfo") or {}
        if not claims.get("sub") or not claims.get("iss"):
            raise Refusal(NO_ANSWER, status=502)
        subject, link = f"{claims['iss']} {claims['sub']}", str(request.session.pop("link", ""))
        named = str(claims.get("name") or claims.get("preferred_username") or "")
        session = await self.store.write_soon(come_in, subject, named, link, datetime.now(UTC))
        # A page of ours and not a redirect: on the way from another site the browser would keep the strict cookie back.
        response = page(request, "entered.html", _("You are signed in"))
        response.set_cookie(
            staff_cookie(self.settings.https), session, max_age=14 * 3600, httponly=True, samesite="strict",
            secure=self.settings.https,
        )  # fmt: skip
        return response

    async def _asked(self, answer: Any) -> Any:
        """What the provider answered; whatever goes wrong there is told in one sentence."""
        from authlib.common.errors import AuthlibBaseError
        from httpx import HTTPError
        from joserfc.errors import JoseError

        try:
            return await answer
        except (AuthlibBaseError, HTTPError, JoseError, KeyError, RuntimeError, TypeError, ValueError):
            raise Refusal(NO_ANSWER, status=502) from None


def come_in(tx: Transaction, subject: str, named: str, link: str, now: datetime) -> str:
    """A session for a person of the provider: known by `subject`, or new with an invitation; else refused with 403."""
    known = entering.account_of(tx, subject)
    if link:
        session = entering.enter_by_link(tx, link, now)
        return entering.become(tx, session, known or _account(tx, subject, named), now)
    if known is None:
        raise Refusal(NOT_KNOWN, status=403)
    return entering.sign_in(tx, known, now)


def _account(tx: Transaction, subject: str, named: str) -> int:
    """A new account under the provider's name for the person; where that is taken, with a number behind it."""
    name = clean(named)[:70] or "?"
    taken = (name, *(f"{name} {number}" for number in range(2, 100)))
    return entering.open_account(tx, next(one for one in taken if not entering.name_taken(tx, one)), "", subject)
