"""The staff's doors: the one-time link, signing in, signing out. Plain forms, no script."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import cache, partial
from typing import ParamSpec, TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from starlette.applications import Starlette
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from carousel.refusal import Refusal
from toolkit.acts import entering, sealing
from toolkit.desk.backoff import Backoff
from toolkit.desk.cookies import FORM, staff_cookie
from toolkit.desk.forms import Forms
from toolkit.desk.organisation import organisation_routes
from toolkit.desk.remote import remote_routes
from toolkit.desk.sheets import language_of, page
from toolkit.i18n import _, say, translator
from toolkit.phone.guard import TOO_LONG
from toolkit.phone.reception import retry_after
from toolkit.phone.refusing import MISSING, UNREADABLE, heading
from toolkit.settings import Settings
from toolkit.store import Store, Transaction

OLD_FORM = "This page was open for too long. Please try again."
BIG = 16_384
# One password at a time: argon2 takes 64 MB, and a crowd of guesses must not stop the evening.
HASHING = ThreadPoolExecutor(1, thread_name_prefix="argon2")
HASHER = PasswordHasher()
P = ParamSpec("P")
T = TypeVar("T")
Door = Callable[[Request, FormData], Awaitable[Response]]


class Staff:
    """Tells whether a request or handshake comes with a staff session of this store."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self.store, self.cookie = store, staff_cookie(settings.https)

    async def present(self, connection: HTTPConnection) -> bool:
        """Asked anew each time, so that a revoked session ends at once."""
        token = connection.cookies.get(self.cookie, "")
        return bool(token) and await self.store.read_soon(entering.who, token, datetime.now(UTC)) is not None


def doors_app(store: Store, settings: Settings) -> Starlette:
    """The routes /sign-in, /sign-out and /welcome/{token}."""
    doors = Doors(store, settings)
    return Starlette(
        routes=[
            Route("/sign-in", doors.sign_in_page, methods=["GET"]),
            Route("/sign-in", doors.checked(doors.sign_in), methods=["POST"]),
            Route("/sign-out", doors.sign_out_page, methods=["GET"]),
            Route("/sign-out", doors.checked(doors.sign_out), methods=["POST"]),
            Route("/welcome/{token}", doors.welcome_page, methods=["GET"]),
            Route("/welcome/{token}", doors.checked(doors.welcome), methods=["POST"]),
            *remote_routes(store, settings),
            *organisation_routes(store, settings),
        ],
        exception_handlers={HTTPException: turned_away, Refusal: turned_away},
    )


async def turned_away(request: Request, problem: Exception) -> Response:
    """For Starlette: no such page, no such method, or a form that cannot be read, told on the doors' own page."""
    refusal = problem
    if not isinstance(refusal, Refusal):
        status = getattr(problem, "status_code", 400)
        refusal = Refusal(MISSING if status in (404, 405) else UNREADABLE, status=status)
    title = heading(refusal, translator("en"))
    response = page(
        request, "message.html", title, status=refusal.status, problem=say(refusal, language_of(request))
    )
    response.headers.update(retry_after(refusal))
    return response


class Doors:
    """The doors of one store."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self.store, self.settings = store, settings
        self.forms, self.backoff = Forms(settings.secret), Backoff()
        self.cookie = staff_cookie(settings.https)

    def checked(self, door: Door) -> Callable[[Request], Awaitable[Response]]:
        """A door for forms of ours only; what it refuses is told on its own page."""

        async def posted(request: Request) -> Response:
            length = request.headers.get("content-length", "")
            if not length.isdecimal() or len(length) > 9 or int(length) > BIG:
                return self._page(request, problem=self._say(request, Refusal(TOO_LONG)), status=413)
            form = await request.form(max_files=0, max_fields=20)
            if not self.forms.ours(request, form):
                return self._page(request, problem=self._say(request, Refusal(OLD_FORM)), status=403)
            try:
                return await door(request, form)
            except Refusal as refusal:
                typed = str(form.get("name", ""))[:80]
                told = self._say(request, refusal)
                answer = self._page(request, problem=told, status=refusal.status, name=typed)
                answer.headers.update(retry_after(refusal))
                return answer

        return posted

    async def sign_in_page(self, request: Request) -> Response:
        """The form with name and password."""
        return self._page(request)

    async def sign_in(self, request: Request, form: FormData) -> Response:
        """A session for the right password: 401 for a wrong one, 429 after too many."""
        name, password = str(form.get("name", ""))[:80], str(form.get("password", ""))[:200]
        found = await self._known(name, password)
        if found is None:
            raise Refusal(entering.WRONG, status=401)
        return self._inside(await self.store.write_soon(entering.sign_in, found, datetime.now(UTC)))

    async def _known(self, name: str, password: str) -> int | None:
        """The account that name and password belong to; a wrong password counts, too many are refused with 429."""
        self.backoff.ask(asyncio.get_running_loop().time())
        found = await self.store.read_soon(entering.account, name, datetime.now(UTC))
        right = await _hashing(matches, (found and found.password_hash) or nobody(), password)
        if found is not None and right:
            return found.id
        self.backoff.fail(asyncio.get_running_loop().time())
        await self.store.write_soon(entering.fail, name, datetime.now(UTC))
        return None

    async def sign_out_page(self, request: Request) -> Response:
        """Ask before the session ends, so that no link can end it."""
        return self._page(request)

    async def sign_out(self, request: Request, form: FormData) -> Response:
        """The session ends on the server."""
        token = request.cookies.get(self.cookie, "")
        await self.store.write_soon(entering.sign_out, token, datetime.now(UTC))
        response = RedirectResponse("/sign-in", status_code=303)
        response.delete_cookie(self.cookie, secure=self.settings.https, httponly=True, samesite="strict")
        return response

    async def welcome_page(self, request: Request) -> Response:
        """The set-up behind the one-time link; the link is used only when the form is sent."""
        now = datetime.now(UTC)
        try:
            role, person = await self.store.read_soon(entering.invited, request.path_params["token"], now)
        except Refusal as refusal:
            return self._page(request, problem=self._say(request, refusal), status=refusal.status)
        locked = await self.store.read_soon(sealing.can_seal)
        return self._page(request, ask_passphrase=role == "owner" and not locked, role=role, name=person)

    async def welcome(self, request: Request, form: FormData) -> Response:
        """Enter by the link, with a name and password of one's own or later."""
        now, token = datetime.now(UTC), request.path_params["token"]
        role, _person = await self.store.read_soon(entering.invited, token, now)
        if form.get("choice") == "later":
            return self._inside(await self.store.write_soon(entering.enter_by_link, token, now))
        name, password, phrase = (str(form.get(key, ""))[:200] for key in ("name", "password", "passphrase"))
        _check(name, password)
        known = await self.store.read_soon(entering.account, name, now)
        account = await self._known(name, password) if known else None
        if known and account is None:
            raise Refusal(entering.TAKEN, status=409)
        hashed = "" if account else await _hashing(HASHER.hash, password)
        lock = await _hashing(sealing.new_lock, phrase) if phrase and role == "owner" else None
        return self._inside(await self.store.write_soon(_enter, token, account, name, hashed, lock, now))

    def _inside(self, session: str) -> Response:
        response = RedirectResponse("/", status_code=303)
        response.set_cookie(
            self.cookie, session, max_age=14 * 3600, httponly=True, samesite="strict", secure=self.settings.https
        )
        return response

    def _page(self, request: Request, *, status: int = 200, **shown: object) -> Response:
        nonce = self.forms.nonce(request)
        template, title = PAGES[request.scope["path"].split("/")[1]]
        if status == 410:
            template = "message.html"
        provider, link = self.settings.provider, request.path_params.get("token", "")
        shown = {"organisation": provider.name if provider else "", "link": link} | shown
        response = page(request, template, title, status=status, token=self.forms.token(nonce), **shown)
        response.set_cookie(FORM, nonce, httponly=True, samesite="strict", secure=self.settings.https)
        return response

    def _say(self, request: Request, refusal: Refusal) -> str:
        return say(refusal, language_of(request))


PAGES = {
    "sign-in": ("sign_in.html", _("Sign in")),
    "sign-out": ("sign_out.html", _("Sign out?")),
    "welcome": ("welcome.html", _("Welcome to Vrtiljak")),
}


@cache
def nobody() -> str:
    """A password's hash that nobody has: an unknown name takes as long as a known one."""
    return HASHER.hash("nobody has this password")


def _check(name: str, password: str) -> None:
    if not name.strip():
        raise Refusal("Please write your name.", field="name")
    if len(password) < entering.LEAST:
        raise Refusal(entering.SHORT, least=entering.LEAST, field="password")


def _enter(
    tx: Transaction, token: str, account: int | None, name: str, hashed: str, lock: dict[str, str] | None, now: datetime
) -> str:
    """Use the link, with an account that is known or a new one, and lock the contacts: all of it happens or nothing."""
    session = entering.enter_by_link(tx, token, now)
    session = entering.become(tx, session, account or entering.open_account(tx, name, hashed), now)
    if lock is not None:
        sealing.set_lock(tx, lock)
    return session


def matches(hashed: str, password: str) -> bool:
    """Whether the password is the one that was hashed; run it in HASHING."""
    try:
        return HASHER.verify(hashed, password)
    except (VerificationError, InvalidHashError):
        return False


async def _hashing(work: Callable[P, T], *args: P.args, **named: P.kwargs) -> T:
    return await asyncio.get_running_loop().run_in_executor(HASHING, partial(work, *args, **named))
