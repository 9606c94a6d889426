"""What a phone carries: one signed cookie with its slips, tickets and language, and the token of its forms."""

import hmac
import secrets
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import blake2b
from typing import Any
from urllib.parse import urlsplit

from itsdangerous import BadData, URLSafeSerializer, URLSafeTimedSerializer
from starlette.requests import Request
from starlette.responses import Response

COOKIE = "vrtiljak"
ONCE = "vrtiljak_once"
DAYS = 30


@dataclass(frozen=True, slots=True)
class Held:
    """One slip held by this phone: the store's id, the code people read, and the raffle ticket (only here)."""

    workshop: str
    slip: str
    code: str
    ticket: int | None = None


@dataclass(frozen=True, slots=True)
class Phone:
    """This phone as its cookie describes it. `current` maps a workshop's code to the slip that answers now."""

    nonce: str
    language: str = ""
    slips: tuple[Held, ...] = ()
    current: dict[str, str] = field(default_factory=dict)

    def of(self, code: str) -> tuple[Held, ...]:
        """The slips of this workshop, in the order they were given out."""
        return tuple(held for held in self.slips if held.workshop == code)

    def now(self, code: str) -> Held | None:
        """The slip that answers now; None while another person checks in."""
        wanted = self.current.get(code)
        return next((held for held in self.of(code) if held.slip == wanted), None)

    def turned(self, code: str, slip: str | None) -> "Phone":
        """With another slip answering, or nobody yet (None)."""
        rest = {key: value for key, value in self.current.items() if key != code}
        return replace(self, current=rest if slip is None else rest | {code: slip})

    def given(self, held: Held) -> "Phone":
        """With one more slip, which answers from now on. The oldest ones of other evenings make room."""
        others = tuple(one for one in self.slips if one.slip != held.slip)[-19:]
        return replace(self, slips=(*others, held)).turned(held.workshop, held.slip)

    def without(self, code: str, slip: str) -> "Phone":
        """With one slip less."""
        fewer = replace(self, slips=tuple(one for one in self.slips if one.slip != slip))
        left = fewer.of(code)
        return fewer.turned(code, left[-1].slip if left else None)


class Tokens:
    """Signs and reads what doors hand out. One secret for all; a salt for each use."""

    def __init__(self, secret: str, *, secure: bool = False, origin: str = "") -> None:
        self._cookie = URLSafeSerializer(secret, "phone")
        self._once = URLSafeTimedSerializer(secret, "once")
        self._host = URLSafeSerializer(secret, "table-host")
        self._key = hmac.digest(secret.encode(), b"csrf", "sha256")
        # Every request of a phone brings the same cookie, and nearly every answer sends it back unchanged.
        self._read, self._written = lru_cache(4096)(self._reading), lru_cache(4096)(self._writing)
        self._secure = secure
        # On HTTPS the browser binds them to this very host: a neighbour under the same domain cannot set them.
        self._name, self._name_once = (f"__Host-{name}" if secure else name for name in (COOKIE, ONCE))
        self._origin = urlsplit(origin).netloc

    def phone(self, request: Request) -> Phone:
        """The phone that asks; a fresh one when the cookie is missing, old or was tampered with."""
        try:
            return self._read(request.cookies.get(self._name, ""))
        except (BadData, KeyError, TypeError, ValueError):
            return Phone(secrets.token_urlsafe(12))

    def _reading(self, cookie: str) -> Phone:
        return _phone(self._cookie.loads(cookie))

    def _writing(self, nonce: str, language: str, slips: tuple[Held, ...], current: tuple[tuple[str, str], ...]) -> str:
        listed = [[held.workshop, held.slip, held.code, held.ticket] for held in slips]
        return str(self._cookie.dumps({"n": nonce, "l": language, "s": listed, "c": dict(current)}))

    def keep(self, response: Response, phone: Phone) -> None:
        """Sets the phone's cookie. Lax: people come from the camera's QR reader."""
        value = self._written(phone.nonce, phone.language, phone.slips, tuple(phone.current.items()))
        self._set(response, self._name, value, DAYS * 86400)

    def once(self, request: Request) -> dict[str, Any]:
        """What is shown until the resident says it is noted down: the erasure code or the withdrawal code."""
        try:
            kept = request.cookies.get(self._name_once, "")
            value = self._once.loads(kept, max_age=7200) if kept else {}
        except BadData:
            return {}
        return value if isinstance(value, dict) else {}

    def keep_once(self, response: Response, value: dict[str, Any]) -> None:
        """Keeps what is shown once; an empty value forgets it."""
        self._set(response, self._name_once, str(self._once.dumps(value)) if value else "", 7200 if value else 0)

    def csrf(self, phone: Phone) -> str:
        """The token that every form of this phone carries; another one each time, so that compression tells nothing."""
        salt = secrets.token_hex(4)
        return salt + self._seal(salt, phone)

    def _seal(self, salt: str, phone: Phone) -> str:
        return blake2b(f"{salt}{phone.nonce}".encode(), key=self._key, digest_size=12).hexdigest()

    def ours(self, request: Request, phone: Phone, token: str) -> bool:
        """Whether a write comes from a page of ours: the form's token, and the Origin where a browser names one."""
        origin = request.headers.get("origin")
        hosts = {request.headers.get("host", ""), self._origin} - {""}
        known = origin is None or _netloc(origin) in hosts
        return known and hmac.compare_digest(self._seal(token[:8], phone).encode(), token[8:].encode())

    def host_token(self, way_in: str) -> str:
        """The address of a table host's way in (its id)."""
        return str(self._host.dumps(way_in))

    def host(self, token: str) -> str:
        """The id of the way in that a table host's address names; empty when it was not made here."""
        try:
            return str(self._host.loads(token))
        except BadData:
            return ""

    def _set(self, response: Response, name: str, value: str, seconds: int) -> None:
        response.set_cookie(name, value, max_age=seconds, httponly=True, samesite="lax", secure=self._secure)


def _netloc(origin: str) -> str:
    """Host and port of an Origin; empty for one that is no address."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""


def new_key() -> str:
    """A key for one submission, made where the form is made."""
    return secrets.token_urlsafe(16)


def _phone(value: Any) -> Phone:
    slips = tuple(Held(str(w), str(s), str(c), None if t is None else int(t)) for w, s, c, t in value["s"])
    current = {str(code): str(slip) for code, slip in value["c"].items()}
    return Phone(str(value["n"]), str(value["l"]), slips, current)
