"""One's data: the whole notice, what one has allowed, and the form that erases or withdraws."""

from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from carousel.refusal import Refusal
from toolkit.acts import consenting, processing
from toolkit.acts.answering import erase
from toolkit.acts.consenting import Allowed
from toolkit.acts.following_up import withdraw_interest
from toolkit.content.privacy import Facts, notice
from toolkit.i18n import _, say, translator
from toolkit.phone.guard import slow_down
from toolkit.phone.pages import page
from toolkit.phone.reception import Seen, Visit, address_of, kept, look_in, visit
from toolkit.store import Transaction

DONE = _("Everything that belongs to this code has been erased.")
WITHDRAWN = _("The consent is withdrawn. It holds no longer.")
SHOW, EVERYTHING = "show", "everything"


async def privacy_page(request: Request) -> Response:
    """GET /w/{code}/privacy: the notice and the forms; with ?withdrawal=… what that code has allowed."""
    made = await visit(request)
    if typed := request.query_params.get("withdrawal", "")[:40]:
        return await show_allowed(made, typed)
    return await privacy(made)


async def show_allowed(made: Visit, typed: str, **more: Any) -> Response:
    """The page with what somebody has allowed, each to withdraw. Guesses cost."""
    guess(made)
    try:
        allowed = await made.desk.store.read_soon(consenting.allowed, typed)
    except Refusal as refusal:
        return await wrong(made, refusal, typed)
    return await privacy(made, allowed=allowed, withdrawal=typed, **more)


def guess(made: Visit) -> None:
    """Refuses with 429 an address whose budget of guesses is spent."""
    if wait := made.desk.erasures.empty(address_of(made.request)):
        raise slow_down(wait)


async def wrong(made: Visit, refusal: Refusal, typed: str) -> Response:
    """What a wrong code is told; it costs from the budget."""
    if refusal.status not in (404, 422) or made.json:
        raise refusal
    made.desk.erasures.wait(address_of(made.request))
    return await privacy(made, refusal.status, error=say(refusal, made.lang), typed=typed)


async def privacy(made: Visit, status: int = 200, **more: Any) -> Response:
    """The page about one's data."""
    seen, facts = await made.desk.store.read_soon(_look, made)
    allowed: tuple[Allowed, ...] = more.pop("allowed", ())
    names: dict[str, Any] = {
        "code": made.code,
        "path": f"/w/{made.code}/privacy",
        "csrf": made.desk.tokens.csrf(made.phone),
        "title": seen.where.workshop.title,
        "set": seen.set,
        "parts": notice(facts, made.lang),
        "allowed": allowed,
    }
    return kept(made, page("privacy.html", made.lang, status=status, **names | more))


def _look(tx: Transaction, made: Visit) -> tuple[Seen, Facts]:
    seen = look_in(tx, made)
    return seen, processing.facts(tx, seen.set, made.lang)


async def forget(request: Request) -> Response:
    """POST /w/{code}/erase: deletes what belongs to an erasure or withdrawal code, or shows (`what` is "show") and
    withdraws (`what` is its id) a single consent. Guesses cost."""
    made = await visit(request)
    typed, what = made.form.one("erasure")[:40], made.form.one("what") or EVERYTHING
    if what == SHOW:
        return await show_allowed(made, typed)
    guess(made)
    try:
        gone = await made.desk.store.write_soon(_forget, made.code, typed, what, made.now)
    except Refusal as refusal:
        return await wrong(made, refusal, typed)
    _ = translator(made.lang)
    return await privacy(made, done=_(DONE)) if gone else await show_allowed(made, typed, done=_(WITHDRAWN))


def _forget(tx: Transaction, code: str, typed: str, what: str, now: datetime) -> bool:
    """The code may be the slip's or the interest form's; people should not have to know which. True when all went."""
    if what != EVERYTHING:
        return consenting.withdraw_consent(tx, typed, what, now)
    try:
        erase(tx, code, typed, now)
    except Refusal:
        withdraw_interest(tx, typed, now)
    return True
