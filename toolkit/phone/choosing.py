"""The vote of the harvest."""

from starlette.requests import Request
from starlette.responses import Response

from carousel.refusal import Refusal
from toolkit.acts.answering import cast_vote
from toolkit.i18n import say
from toolkit.phone.answering import acknowledged, refused
from toolkit.phone.arriving import flag
from toolkit.phone.reception import visit

MOST_MARKS = 50
NONE_OF_OURS = -1


async def vote(request: Request) -> Response:
    """POST /w/{code}/vote: places the marks; a second ballot replaces the first."""
    made = await visit(request)
    marks = [cluster(mark) for mark in made.form.get("marks", ())[:MOST_MARKS]]
    try:
        slip = made.need_slip().slip
        await made.desk.store.write_soon(cast_vote, slip, marks, made.form.one("key"), made.now)
        await flag(made, made.desk.watch.voted(slip))
    except Refusal as refusal:
        return await refused(made, refusal, error=say(refusal, made.lang), chosen=marks, again=True)
    return acknowledged(made) if made.json else made.back()


def cluster(mark: str) -> int:
    """The cluster that a mark names. What is no number names none, so that it never passes for an empty ballot."""
    return int(mark) if mark.isdecimal() and len(mark) < 19 else NONE_OF_OURS
