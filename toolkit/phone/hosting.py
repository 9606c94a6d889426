"""The table host's door: many notes fast, one a line, for people who do not type."""

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from carousel.refusal import Refusal
from carousel.stage import Stage
from carousel.workshop import Note, Source
from toolkit.acts.hosting import host_notes
from toolkit.acts.passing import station_of
from toolkit.content.question import Question, QuestionSet
from toolkit.content.question_set import question_set
from toolkit.i18n import Translator, say, translator
from toolkit.phone.pages import page
from toolkit.phone.reception import Reception, Visit, kept, visit
from toolkit.phone.tokens import new_key
from toolkit.store import Transaction
from toolkit.store.workshops import Situation, situation_of

UNKNOWN = "This address does not open a station. Please ask the facilitator for a new one."
CHOOSE = "Please choose the question."
NEWEST = 30


async def opened(made: Visit) -> tuple[str, int, int | None]:
    """(token, workshop id, station or None) of the address; refuses with 404 one that was never made or has ended."""
    token = made.request.path_params["token"]
    found = await made.desk.store.read_soon(station_of, made.desk.tokens.host(token))
    if found is None:
        raise Refusal(UNKNOWN, status=404)
    return token, *found


async def host_page(request: Request) -> Response:
    """GET /h/{token}."""
    return await show(await visit(request))


async def show(made: Visit, status: int = 200, **more: Any) -> Response:
    """The host's form, with what is already at the station."""
    token, workshop, station = await opened(made)
    where, notes = await made.desk.store.read_soon(_at_station, made.desk, workshop, station)
    names = form_names(made, where, station, token, notes) | more
    return kept(made, page("host.html", made.lang, status=status, **names))


def _at_station(
    tx: Transaction, desk: Reception, workshop: int, station: int | None
) -> tuple[Situation, tuple[Note, ...]]:
    where = situation_of(tx, workshop)
    found = desk.published(tx, where)
    return where, tuple(note for note in found if station is None or note.station == station)[-NEWEST:][::-1]


def form_names(
    made: Visit, where: Situation, station: int | None, token: str, notes: tuple[Note, ...]
) -> dict[str, Any]:  # fmt: skip
    """What the host's form shows."""
    asked = question_set(where.workshop.question_set, made.desk.settings.question_sets)
    places = places_of(where, asked)
    here = places[station - 1] if station and station <= len(places) else ()
    kinds = dict.fromkeys(kind for one in here or asked.questions for kind in one.kinds)
    text = asked.note_field("text")
    return {
        "token": token,
        "path": f"/h/{token}",
        "csrf": made.desk.tokens.csrf(made.phone),
        "key": new_key(),
        "title": where.workshop.marked_title,
        "station": station,
        "questions": here or [one for place in places for one in place],
        "places": {one.id: number for number, place in enumerate(places, start=1) for one in place},
        "kinds": [*kinds, *(("other",) if "other" not in kinds else ())],
        "most": text.max_length if text else 200,
        "notes": notes,
        "values": {},
        "waiting": where.step.stage in (Stage.PREPARED, Stage.CHECKIN, Stage.OPENING, Stage.GROUPS),
    }


def places_of(where: Situation, asked: QuestionSet) -> list[tuple[Question, ...]]:
    """The questions of every station; one question a station before the groups are formed."""
    if where.carousel is None:
        return [(one,) for one in asked.questions]
    return [tuple(q for id in ids if (q := asked.question(id))) for ids in where.carousel.stations]


async def send(request: Request) -> Response:
    """POST /h/{token}: keeps the lines; those that cannot be kept come back with the reason."""
    made = await visit(request)
    _, workshop, station = await opened(made)
    form, say_it = made.form, translator(made.lang)
    lines = [line for line in form.one("lines").splitlines() if line.strip()]
    values = {name: form.one(name) for name in ("lines", "kind", "source", "ticks", "question")}
    source = Source.PAPER if form.one("source") == Source.PAPER else Source.HOST
    try:
        await made.desk.store.read_soon(_belongs, made.desk, workshop, station, form.one("question"))
        outcome = await made.desk.store.write_soon(
            host_notes, workshop, form.one("question"), lines, form.one("key"), made.now,
            kind=form.one("kind"), ticks=number(form.one("ticks")) or 0, source=source,
        )  # fmt: skip
    except Refusal as refusal:
        if refusal.status != 422 or made.json:
            raise
        return await show(made, 422, error=say(refusal, made.lang), values=values, key=form.one("key"))
    made.desk.shared.forget()  # so that the host sees them among those at the station
    left = {"lines": "\n".join(line for line, _ in outcome.refused)}
    bad = [(line, say(why, made.lang)) for line, why in outcome.refused]
    told = done(outcome.kept, outcome.held, say_it)
    if made.json:
        return JSONResponse({"key": form.one("key"), "line": told, "bad": bad})
    return await show(made, 422 if bad else 200, done=told, bad=bad, values=values | left)


def _belongs(tx: Transaction, desk: Reception, workshop: int, station: int | None, wanted: str) -> None:
    """A host of one station writes for its questions only."""
    where = situation_of(tx, workshop)
    places = places_of(where, question_set(where.workshop.question_set, desk.settings.question_sets))
    here = places[station - 1 : station] if station else places
    if wanted not in {one.id for questions in here for one in questions}:
        raise Refusal(CHOOSE, field="question")


def done(kept: int, held: int, _: Translator) -> str:
    """ "7 notes received.", and how many of them are looked at first."""
    received = _.ngettext("{n} note received.", "{n} notes received.", kept + held)
    later = _.ngettext("{n} is looked at before it is shown.", "{n} are looked at before they are shown.", held)
    return f"{received} {later}" if held else received


def number(text: str) -> int | None:
    """A typed whole number below 1000, or None."""
    return int(text) if text.isdecimal() and len(text) < 4 else None
