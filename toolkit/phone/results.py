"""The results for phones: published values only, readable by a screen reader; and the report when it is shared."""

import asyncio
from dataclasses import dataclass, replace
from hashlib import blake2b

from starlette.requests import Request
from starlette.responses import Response

from carousel.refusal import Refusal
from carousel.stage import Stage
from carousel.workshop import Workshop
from toolkit.compare.summary import Report, report
from toolkit.i18n import translator
from toolkit.phone.pages import page
from toolkit.phone.reception import Reception, Visit, find, kept, visit
from toolkit.store import Transaction
from toolkit.store.evening import evening

NO_REPORT = "The report is not here yet. It comes within 14 days."
TURNING = (Stage.PREPARED, Stage.CHECKIN, Stage.OPENING, Stage.GROUPS, Stage.ROUND, Stage.MOVING, Stage.BREAK)
MOST_NAMED = 12  # clusters listed under one heading


@dataclass(frozen=True, slots=True)
class Results:
    """The figures, or None while others' notes stay hidden until everybody has written."""

    workshop: Workshop
    version: int
    over: bool
    report: Report | None


def read(tx: Transaction, made: Visit) -> Results:
    """The results as anyone may see them. Votes are left out while the vote runs, so that they sway nobody."""
    where = find(made, tx)
    stage = where.step.stage
    over = stage not in (*TURNING, Stage.OPEN, Stage.GALLERY, Stage.HARVEST, Stage.VOTE)
    if where.workshop.hide_until_written and stage in (*TURNING, Stage.OPEN):
        return Results(where.workshop, where.version, over, None)
    return Results(where.workshop, where.version, over, _report(tx, made.desk, where.workshop.id, stage is Stage.VOTE))


def _report(tx: Transaction, desk: Reception, workshop: int, voting: bool) -> Report:
    def figures() -> Report:
        whole = evening(tx, workshop)
        return report(replace(whole, votes=()) if voting else whole)

    return desk.figures.get(("report", workshop, voting), figures)


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
        most=MOST_NAMED,
        day=_.date(found.workshop.date, "long"),
    )
    tag = '"' + blake2b(bytes(answer.body).replace(csrf.encode(), b""), digest_size=12).hexdigest() + '"'
    named = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=named)
    answer.headers.update(named)
    return kept(made, answer)


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
