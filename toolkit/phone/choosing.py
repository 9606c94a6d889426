"""The vote of the harvest."""

from starlette.requests import Request
from starlette.responses import Response

from carousel.refusal import Refusal
from toolkit.acts.answering import cast_vote
from toolkit.i18n import say
from toolkit.phone.answering import refused
from toolkit.phone.reception import visit

MOST_MARKS = 50


async def vote(request: Request) -> Response:
    """POST /w/{code}/vote: places the marks; a second ballot replaces the first."""
    made = await visit(request)
    marks = [int(mark) for mark in made.form.get("marks", ())[:MOST_MARKS] if mark.isdecimal() and len(mark) < 19]
    try:
        slip = made.need_slip().slip
        await made.desk.store.write_soon(cast_vote, slip, marks, made.form.one("key"), made.now)
    except Refusal as refusal:
        return await refused(made, refusal, error=say(refusal, made.lang), chosen=marks, again=True)
    return made.back()
