"""The moderation log for everybody, once it is published: what was merged, parted, held or hidden, and why."""

from collections.abc import Iterable

from starlette.requests import Request
from starlette.responses import Response

from carousel.refusal import Refusal
from toolkit.i18n import translator
from toolkit.paper.logbook import Written, logbook
from toolkit.phone.pages import page
from toolkit.phone.reception import kept, visit
from toolkit.phone.results import read

NO_LOG = "The log of this workshop is not published."


async def log_page(request: Request) -> Response:
    """GET /w/{code}/log: refused with 404 unless it is published, and while everybody writes without looking."""
    made = await visit(request)
    found = await made.desk.store.read_soon(read, made)
    if not found.workshop.log_shared or found.report is None:
        raise Refusal(NO_LOG, status=404)
    _ = translator(made.lang)
    answer = page(
        "log.html",
        made.lang,
        code=made.code,
        path=f"/w/{made.code}/log",
        csrf=made.desk.tokens.csrf(made.phone),
        title=found.workshop.marked_title,
        parts=parts(logbook(found.report, made.lang)),
        day=_.date(found.workshop.date, "long"),
    )
    answer.headers["Cache-Control"] = "private, no-cache"
    return kept(made, answer)


def parts(lines: Iterable[Written]) -> dict[str, list[Written]]:
    """The lines under what was done, as headings without a full stop, in the order in which it was done first."""
    found: dict[str, list[Written]] = {}
    for line in lines:
        found.setdefault(line.what.rstrip("."), []).append(line)
    return found
