"""The results for phones: published values only, readable by a screen reader; and the report when it is shared."""

import asyncio
from dataclasses import dataclass, replace
from functools import partial
from hashlib import blake2b

from starlette.requests import Request
from starlette.responses import Response

from carousel.refusal import Refusal
from carousel.stage import Stage
from carousel.workshop import Workshop
from toolkit.compare.gate import PublishedCluster
from toolkit.compare.summary import Report, report
from toolkit.compare.unshared import before_it_is_shared
from toolkit.i18n import translator
from toolkit.paper.blocks import shortened
from toolkit.phone.pages import page
from toolkit.phone.reception import Reception, Visit, find, kept, visit
from toolkit.store import Transaction
from toolkit.store.evening import evening

NO_REPORT = "The report is not here yet. It comes within 14 days."
TURNING = (Stage.PREPARED, Stage.CHECKIN, Stage.OPENING, Stage.GROUPS, Stage.ROUND, Stage.MOVING, Stage.BREAK)
AFTER_THE_VOTE = (Stage.INTEREST, Stage.CLOSING, Stage.RAFFLE, Stage.THANKS)
FIRST, MOST = 3, 6  # ideas shown under an answer: at once, and with those that unfold
VOTED, LETTERS = 12, 120  # lines of the vote; letters of an idea, so that the page stays one for slow phones


@dataclass(frozen=True, slots=True)
class Results:
    """The figures, or None while others' notes stay hidden until everybody has written."""

    workshop: Workshop
    version: int
    over: bool
    report: Report | None


def read(tx: Transaction, made: Visit) -> Results:
    """The results as anyone may see them. What forms say waits until the mentor shares the report, votes for the end
    of the vote; later both change by five people or more, so that nobody's answer can be told from two readings."""
    where = find(made, tx)
    stage = where.step.stage
    if where.workshop.hide_until_written and stage in (*TURNING, Stage.OPEN):
        return Results(where.workshop, where.version, False, None)
    over = stage in AFTER_THE_VOTE
    if stage is Stage.VOTE:
        made.desk.released.opened_again(where.workshop.id)
    shared = stage is Stage.THANKS and where.workshop.report_shared
    found = _report(tx, made.desk, where.workshop.id, votes=over, forms=shared)
    return Results(where.workshop, where.version, over, found)


def _report(tx: Transaction, desk: Reception, workshop: int, *, votes: bool, forms: bool) -> Report:
    def figures() -> Report:
        whole = evening(tx, workshop)
        if forms:
            return report(desk.released.forms(whole))
        return before_it_is_shared(report(desk.released.votes(whole) if votes else replace(whole, votes=())))

    return desk.figures.get(("report", workshop, votes, forms), figures)


async def results_page(request: Request) -> Response:
    """GET /w/{code}/results, with an ETag: a page that has not changed is not sent again."""
    made = await visit(request)
    found = await made.desk.store.read_soon(read, made)
    _ = translator(made.lang)
    csrf = made.desk.tokens.csrf(made.phone)
    answer = page(
        "results.html",
        made.lang,
        code=made.code,
        path=f"/w/{made.code}/results",
        csrf=csrf,
        title=found.workshop.marked_title,
        workshop=found.workshop,
        report=found.report,
        over=found.over,
        first=FIRST,
        most=MOST,
        short=partial(shortened, letters=LETTERS),
        voted=_voted(found.report),
        day=_.date(found.workshop.date, "long"),
    )
    tag = '"' + blake2b(bytes(answer.body).replace(csrf.encode(), b""), digest_size=12).hexdigest() + '"'
    named = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=named)
    answer.headers.update(named)
    return kept(made, answer)


def _voted(found: Report | None) -> list[PublishedCluster]:
    """The strongest ideas of the vote, those with equal support beside each other."""
    ranks = found.vote.ranks if found and found.vote else ()
    return [one for rank in ranks for one in rank][:VOTED]


async def report_pdf(request: Request) -> Response:
    """GET /w/{code}/report.pdf: only once the mentor has shared it."""
    made = await visit(request)
    found = await made.desk.store.read_soon(read, made)
    if not found.workshop.report_shared or found.report is None:
        raise Refusal(NO_REPORT, status=404)
    content = await asyncio.to_thread(_pdf, found.report, made.lang)
    name = f"vrtiljak-{found.workshop.code}-{made.lang}.pdf"
    shown = {"Content-Disposition": f'inline; filename="{name}"'}
    return Response(content, media_type="application/pdf", headers=shown)


def _pdf(figures: Report, lang: str) -> bytes:
    # Typesetting is needed by few; phones should not wait for it at the start.
    from toolkit.paper import report as paper

    return paper.pdf(figures, lang)
