"""What every route is handed, and one visit: which phone asks, in which language, about which workshop."""

from asyncio import Lock
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import SystemRandom

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from carousel.refusal import Refusal
from carousel.workshop import Note
from toolkit.acts.sealing import can_seal
from toolkit.content.question import QuestionSet
from toolkit.content.question_set import question_set
from toolkit.i18n import say
from toolkit.phone.guard import slow_down, wants_json
from toolkit.phone.limits import Buckets
from toolkit.phone.moulds import Moulds
from toolkit.phone.pages import language_of
from toolkit.phone.shared import Shared
from toolkit.phone.tokens import Held, Phone, Tokens
from toolkit.phone.watching import Watch
from toolkit.phone.wording import Form, code_of, form_of
from toolkit.settings import Settings
from toolkit.store import Store, Transaction
from toolkit.store.choices import choice
from toolkit.store.notes import earlier, published
from toolkit.store.released import with_ticks_out
from toolkit.store.slips import GONE, Resident, resident
from toolkit.store.workshops import UNKNOWN, Situation, situation

FOREIGN = "This page was open for too long. Please load it again; your text is kept below."


def utc_now() -> datetime:
    """The time at the door."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Reception:
    """The store and everything else the routes share in this process."""

    store: Store
    settings: Settings
    tokens: Tokens
    slips: Buckets
    guesses: Buckets
    erasures: Buckets
    shared: Shared
    figures: Shared
    moulds: Moulds = field(default_factory=Moulds)
    releasing: Lock = field(default_factory=Lock)
    watch: Watch = field(default_factory=Watch)
    now: Callable[[], datetime] = utc_now
    chance: SystemRandom = field(default_factory=SystemRandom)

    def situation(self, tx: Transaction, code: str) -> Situation:
        """Where the evening stands, read once for all who ask."""
        return self.shared.get(tx, ("situation", code), lambda: situation(tx, code))

    def published(self, tx: Transaction, where: Situation) -> tuple[Note, ...]:
        """Published notes with the ticks that are out, read once for all who ask."""
        own = where.workshop.id
        return self.shared.get(tx, ("published", own), lambda: with_ticks_out(tx, own, published(tx, where)))

    def earlier(self, tx: Transaction, where: Situation, group: int) -> tuple[Note, ...]:
        """What earlier groups left for this group, with the ticks that are out, read once for its members."""
        own = where.workshop.id
        named = ("earlier", own, where.version, group)
        return self.shared.get(tx, named, lambda: with_ticks_out(tx, own, earlier(tx, where, group)))


def reception(request: Request) -> Reception:
    """The reception of the app that answers this request."""
    found: Reception = request.app.state.reception
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One request of one phone."""

    request: Request
    desk: Reception
    phone: Phone
    lang: str
    code: str
    now: datetime
    form: Form = field(default_factory=Form)

    @property
    def slip(self) -> Held | None:
        """The slip this visit speaks for: the one its form was made for, else the one that answers now."""
        wanted = self.form.one("for")
        if wanted:
            return next((held for held in self.phone.of(self.code) if held.slip == wanted), None)
        return self.phone.now(self.code)

    def need_slip(self) -> Held:
        """The slip; refuses with 410 when this phone has none, with 429 when it writes too fast."""
        if (held := self.slip) is None:
            raise Refusal("This phone has no slip for this workshop. Please check in first.", status=410)
        if wait := self.desk.slips.wait(held.slip):
            raise slow_down(wait)
        return held

    def back(self, query: str = "") -> Response:
        """303 to the page of the workshop, after a write."""
        return RedirectResponse(f"/w/{self.code}{query}", 303)

    @property
    def json(self) -> bool:
        """Whether the script asks."""
        return wants_json(self.request.scope)


async def visit(request: Request) -> Visit:
    """Reads who asks; a write must come from a page of ours, else 403."""
    desk = reception(request)
    phone = desk.tokens.phone(request)
    form = Form()
    if request.method == "POST":
        request.state.form = form = await form_of(request)
        if not desk.tokens.ours(request, phone, form.one("csrf")):
            raise Refusal(FOREIGN, status=403)
    code = code_of(request.path_params["code"]) if "code" in request.path_params else ""
    return Visit(
        request=request, desk=desk, phone=phone, lang=language_of(request, phone), code=code, now=desk.now(), form=form
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What one phone's page shows: the evening, this resident, the notes that belong to the stage, and at the
    vote the ids of the clusters as they are numbered."""

    where: Situation
    set: QuestionSet
    who: Resident | None = None
    notes: tuple[Note, ...] = ()
    order: tuple[int, ...] = ()
    organiser: str = ""
    contact: str = ""
    can_seal: bool = False

    def responsible(self, lang: str) -> dict[str, str]:
        """Who answers for the data and how to ask: as set on the desk, else the question set's own words."""
        return {
            "organiser": self.organiser or self.set.organiser[lang],
            "contact": self.contact or self.set.contact[lang],
        }


def station_of(seen: Seen) -> int | None:
    """Number of the station where this resident's group is, or is going."""
    where, group = seen.where, seen.who.group if seen.who else None
    if where.carousel is None or group is None or group >= where.carousel.groups:
        return None
    return where.carousel.station(group, where.step.round or 0)


def find(visit: Visit, tx: Transaction) -> Situation:
    """The workshop of the visit's code."""
    with guessed(visit.request):
        return visit.desk.situation(tx, visit.code)


@contextmanager
def guessed(request: Request) -> Iterator[None]:
    """Around whatever a code opens: a wrong code costs from the address's budget of guesses, and when that is spent
    it is told 429 in place of 404. A right code always opens: a guesser must not lock out the hall behind him."""
    try:
        yield
    except Refusal as refusal:
        wrong = refusal.sentence == UNKNOWN
        if wrong and (wait := reception(request).guesses.wait(address_of(request))):
            raise slow_down(wait) from None
        raise


def address_of(request: Request) -> str:
    """The network address that asks."""
    return request.client.host if request.client else ""


def look_in(tx: Transaction, visit: Visit) -> Seen:
    """The evening and the resident; a slip that was erased counts as none."""
    where = find(visit, tx)
    who = None
    if held := visit.slip:
        try:
            who = resident(tx, held.slip)
        except Refusal as refusal:
            if refusal.status != 410:
                raise
    about = visit.desk.shared.get(tx, ("organiser",), lambda: _about(tx))
    return Seen(
        where=where,
        who=who,
        set=question_set(where.workshop.question_set, visit.desk.settings.question_sets),
        organiser=about[0] or "",
        contact=about[1] or "",
        can_seal=about[2],
    )


def _about(tx: Transaction) -> tuple[str | None, str | None, bool]:
    return choice(tx, "organiser"), choice(tx, "contact"), can_seal(tx)


def kept(visit: Visit, response: Response, phone: Phone | None = None) -> Response:
    """The response with the phone's cookie, which every page renews."""
    visit.desk.tokens.keep(response, phone or visit.phone)
    return response


def json_refusal(refusal: Refusal, lang: str, key: str = "") -> JSONResponse:
    """A refusal as the script reads it."""
    body: dict[str, object] = {"error": say(refusal, lang), "status": refusal.status, "key": key}
    if refusal.sentence == GONE:
        body["gone"] = True  # the phone forgets what waits for this slip
    if "now" in refusal.data:
        body["now"] = refusal.data["now"]  # the note as it stands, to be compared
    return JSONResponse(body, refusal.status, retry_after(refusal))


def retry_after(refusal: Refusal) -> dict[str, str]:
    """When to come again, for answers that pass."""
    if refusal.status in (429, 503):
        return {"Retry-After": str(refusal.data.get("retry_after", refusal.data.get("seconds", 3)))}
    return {}
