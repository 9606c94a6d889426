"""The results for phones: published values only, readable by a screen reader; and the report when it is shared."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import blake2b

from starlette.requests import Request
from starlette.responses import Response

from carousel.refusal import Refusal
from carousel.stage import Stage
from carousel.workshop import Workshop
from toolkit.acts.releasing import AFTER_THE_VOTE, put_out
from toolkit.compare.gate import PublishedCluster
from toolkit.compare.summary import Report, report
from toolkit.compare.unshared import before_it_is_shared
from toolkit.compare.versions import FORMS, VOTES
from toolkit.i18n import translator
from toolkit.paper.blocks import shortened
from toolkit.phone.pages import page
from toolkit.phone.reception import Visit, find, kept, visit
from toolkit.store import Transaction
from toolkit.store.evening import evening
from toolkit.store.released import seen, with_ticks_out
from toolkit.store.workshops import Situation

NO_REPORT = "The report is not here yet. It comes within 14 days."
TURNING = (Stage.PREPARED, Stage.CHECKIN, Stage.OPENING, Stage.GROUPS, Stage.ROUND, Stage.MOVING, Stage.BREAK)
FIRST, MOST = 3, 6  # ideas shown under an answer: at once, and with those that unfold
VOTED, LETTERS = 12, 120  # lines of the vote; letters of an idea, so that the page stays one for slow phones


@dataclass(frozen=True, slots=True)
class Results:
    """The figures, or None while others' notes stay hidden until everybody has written, and while a version of them
    is `due`: it must be kept before anybody sees it."""

    workshop: Workshop
    version: int
    over: bool
    report: Report | None
    due: bool = False


def read(tx: Transaction, made: Visit) -> Results:
    """The results as anyone may see them. What forms say waits until the mentor shares the report, votes for the end
    of the vote; later both change by five people or more, so that nobody's answer can be told from two readings."""
    where = find(made, tx)
    stage, shared = where.step.stage, _shared(where)
    if where.workshop.hide_until_written and stage in (*TURNING, Stage.OPEN):
        return Results(where.workshop, where.version, False, None)
    over = stage in AFTER_THE_VOTE
    kinds = FORMS if shared else (VOTES,) if over else ()
    named = ("report", where.workshop.id, kinds)
    found = made.desk.figures.get(tx, named, lambda: _report(tx, where.workshop.id, kinds))
    return Results(where.workshop, where.version, over, found, due=found is None)


def _shared(where: Situation) -> bool:
    return where.step.stage is Stage.THANKS and where.workshop.report_shared


def _report(tx: Transaction, workshop: int, kinds: Sequence[str]) -> Report | None:
    whole = evening(tx, workshop)
    whole = replace(whole, notes=with_ticks_out(tx, workshop, whole.notes))
    out = seen(tx, whole if kinds else replace(whole, votes=()), kinds)
    if out is None or kinds == FORMS:
        return report(out) if out else None
    return before_it_is_shared(report(out))


async def look(made: Visit) -> Results:
    """The results; a version that is due is kept first, once for all who wait for it."""
    store, desk = made.desk.store, made.desk
    if not (found := await store.read_soon(read, made)).due:
        return found
    async with desk.releasing:
        if (found := await store.read_soon(read, made)).due:
            where = await store.read_soon(lambda tx: find(made, tx))
            kinds = FORMS if _shared(where) else (VOTES,)
            await store.write_soon(put_out, where.workshop.id, kinds)
            desk.figures.forget()
            found = await store.read_soon(read, made)
    return found


async def results_page(request: Request) -> Response:
    """GET /w/{code}/results, with an ETag: a page that has not changed is not sent again."""
    made = await visit(request)
    found = await look(made)
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
    found = await look(made)
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
