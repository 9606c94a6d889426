"""What a resident sends from a station: notes, corrections, ticks."""

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from carousel.refusal import Refusal
from toolkit.acts.answering import correct_note, leave_note, set_tick, withdraw_note
from toolkit.acts.keeping import Kept
from toolkit.i18n import _, say, translator
from toolkit.phone import stages
from toolkit.phone.arriving import flag
from toolkit.phone.reception import Visit, json_refusal, visit

SEEN_FIRST = _("Received. A person looks at it before it is shown.")
RECEIVED = _("Received.")
WITHDRAWN = _("The note is withdrawn.")


async def send_note(request: Request) -> Response:
    """POST /w/{code}/notes: keeps one idea. The script is answered with the key it sent."""
    made = await visit(request)
    form = made.form
    try:
        kept = await made.desk.store.write_soon(
            leave_note, made.need_slip().slip, form, form.one("key"), made.now
        )
    except Refusal as refusal:
        shown = await stages.has_form(made, question=form.one("question"))
        return await refused(made, refusal, shown, failed=failed(made, refusal))
    if made.slip and not kept.repeated:
        await flag(made, made.desk.watch.wrote(made.code, made.slip.slip, form.one("text")))
    return taken(made, kept) if made.json else made.back("#state")


def taken(made: Visit, kept: Kept) -> Response:
    """That a note or its correction is safe, and whether somebody looks at it first."""
    line = SEEN_FIRST if kept.status == "held" else RECEIVED
    return acknowledged(made, line, id=kept.note, status=kept.status)


def acknowledged(made: Visit, line: str = RECEIVED, **more: Any) -> Response:
    """What the script waits for before it forgets a sending: the key it made, and a line to show."""
    return JSONResponse({"key": made.form.one("key"), "line": translator(made.lang)(line), **more})


def failed(visit: Visit, refusal: Refusal) -> dict[str, Any]:
    """The refused note with its text and details, for the form it came from."""
    form = visit.form
    details = {name: values if len(values) > 1 else values[0] for name, values in form.items()}
    return details | {"question": form.one("question"), "text": form.one("text"), "error": say(refusal, visit.lang)}


async def refused(visit: Visit, refusal: Refusal, shown: bool = True, **more: Any) -> Response:
    """The page again with the text kept, where the resident can put it right; anything else goes on as it is, and so
    does what the page of the stage has no form for (`shown`)."""
    if visit.json:
        return json_refusal(refusal, visit.lang, visit.form.one("key"))
    if not shown or (refusal.status != 422 and "now" not in refusal.data):
        raise refusal
    return await stages.show(visit, refusal.status, **more)


async def correct(request: Request) -> Response:
    """POST /w/{code}/notes/{note}/correct: other words in place of one's own note."""
    made = await visit(request)
    note, form = request.path_params["note"], made.form
    try:
        kept = await made.desk.store.write_soon(
            correct_note, made.need_slip().slip, note, form, form.one("key"), made.now
        )
    except Refusal as refusal:
        now = refusal.data.get("now")
        at = now["id"] if isinstance(now, dict) else note
        shown = {"mine_errors": {at: say(refusal, made.lang)}, "mine_texts": {at: form.one("text")}}
        return await refused(made, refusal, await stages.has_form(made, note=at), **shown)
    return taken(made, kept) if made.json else made.back("#state")


async def withdraw(request: Request) -> Response:
    """POST /w/{code}/notes/{note}/withdraw: takes one's own note back."""
    made = await visit(request)
    await made.desk.store.write_soon(withdraw_note, made.need_slip().slip, request.path_params["note"], made.now)
    return acknowledged(made, WITHDRAWN) if made.json else made.back()


async def tick(request: Request) -> Response:
    """POST /w/{code}/notes/{note}/tick: agrees (on=1) or no longer agrees (on=0)."""
    made = await visit(request)
    note, on = request.path_params["note"], made.form.one("on") != "0"
    await made.desk.store.write_soon(set_tick, made.need_slip().slip, note, on, made.now)
    return acknowledged(made, id=note, on=on) if made.json else made.back(f"#tick-{note}")
