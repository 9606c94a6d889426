"""The page of a workshop: what this resident sees at this point of the evening."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from carousel.look import letter
from carousel.stage import Stage
from carousel.votes import marks_for
from carousel.workshop import Note
from toolkit.acts.erasing import day_of
from toolkit.content.look import look
from toolkit.content.retention import months_later
from toolkit.harvest.clusters import numbered, of
from toolkit.i18n import Translator, translator
from toolkit.paper import qr
from toolkit.phone import arriving
from toolkit.phone.alike import alike_of, own_of
from toolkit.phone.moulds import Own
from toolkit.phone.pages import rendered
from toolkit.phone.reception import Seen, Visit, kept, look_in, station_of, visit
from toolkit.phone.rounds import asked_here, own_here, questions_at, round_page
from toolkit.phone.waiting import heading, wait
from toolkit.store import Transaction, ballots

Names = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Badge:
    """A group as its members recognise it; `look` counts the colours of the style sheet."""

    index: int
    letter: str
    shape: str
    look: int


async def workshop_page(request: Request) -> Response:
    """GET /w/{code}: the page of the stage, or the door when this phone has no slip."""
    return await show(await visit(request))


async def show(visit: Visit, status: int = 200, template: str = "", **more: Any) -> Response:
    """The page of the stage (or of `template`); `more` are what a refused form wants to keep."""
    seen = await visit.desk.store.read_soon(gather, visit, template)
    if seen.who is None:
        return await arriving.show(visit, seen, status, **more)
    template = template or template_of(seen)
    own = own_of(visit, seen)

    def render(own: Own) -> str:
        _ = translator(visit.lang)
        names = inside(visit, seen, _, own) | VIEWS.get(template, nothing)(visit, seen, _) | more
        return rendered(template, visit.lang, **names)

    alike = None if more else alike_of(visit, seen, template, own)
    if alike is None:
        return kept(visit, HTMLResponse(render(own), status))
    named = (seen.where, seen.set, seen.notes)
    return kept(visit, HTMLResponse(visit.desk.moulds.cast(alike, named, own, render), status))


def gather(tx: Transaction, visit: Visit, template: str = "") -> Seen:
    """One consistent picture of what the page needs."""
    seen = look_in(tx, visit)
    template = template or (template_of(seen) if seen.who else "")
    if seen.who is None or template not in WITH_NOTES:
        return seen
    if template == "round.html" and seen.where.step.stage is Stage.ROUND:
        return replace(seen, notes=visit.desk.earlier(tx, seen.where, seen.who.group or 0))
    order = ballots.order(tx, seen.where.workshop.id) if template == "vote.html" else ()
    return replace(seen, notes=visit.desk.published(tx, seen.where), order=order)


async def has_form(visit: Visit, *, question: str = "", note: int = 0) -> bool:
    """Whether the page of the stage has a form for this question or this note of one's own."""
    seen = await visit.desk.store.read_soon(look_in, visit)
    if seen.who is None or template_of(seen) != "round.html":
        return False
    wanted = {question} | {one.question for one in own_here(seen) if one.id == note}
    return any(one.id in wanted for one in asked_here(seen))


def template_of(seen: Seen) -> str:
    """Which page belongs to the stage. Who has no group at a round looks at the gallery; who left, waits."""
    stage = seen.where.step.stage
    if seen.who and seen.who.left and stage is not Stage.THANKS:
        return "wait.html"
    turning = stage in (Stage.ROUND, Stage.MOVING)
    if turning and (seen.who is None or seen.who.group is None or seen.where.carousel is None):
        return "gallery.html"
    return {
        Stage.ROUND: "round.html",
        Stage.OPEN: "round.html",
        Stage.MOVING: "moving.html",
        Stage.GALLERY: "gallery.html",
        Stage.VOTE: "vote.html",
        Stage.INTEREST: "interest.html",
        Stage.CLOSING: "closing.html",
        Stage.THANKS: "thanks.html",
    }.get(stage, "wait.html")


WITH_NOTES = ("round.html", "gallery.html", "vote.html", "wait.html")


def inside(visit: Visit, seen: Seen, _: Translator, own: Own) -> Names:
    """What every page behind the check-in shows: header, clock, footer."""
    step, who = seen.where.step, seen.who
    held = visit.slip
    badge = badge_of(who.group if who else None)
    station = station_of(seen)
    return {
        "code": visit.code,
        "live": True,
        "path": f"/w/{visit.code}",
        "csrf": own.csrf,
        "key": own.key(),
        "new_key": own.key,
        "slip": own.slip,
        "others": [one for one in visit.phone.of(visit.code) if held is None or one.slip != held.slip],
        "workshop": seen.where.workshop,
        "resident": who,
        "group": badge,
        "stage": step.stage.value,
        "version": seen.where.version,
        "place": f"{step.stage.value}-{step.round}-{own.slip.slip if own.slip else ''}",
        "clock": own.clock,
        "once": own.once,
        "receipt": receipt(visit, own.once.get("withdrawal", "")),
        "station": station,
        "heading": heading(step.stage, _),
        "winners": seen.where.winners,
        "won": own.slip.ticket if own.slip and held and held.ticket in seen.where.winners else None,
        "title": seen.where.workshop.title,
        "again": visit.request.query_params.get("again") == "1",
    } | header(seen, badge, station, _)


def receipt(visit: Visit, withdrawal: str) -> Names:
    """Where a contact is withdrawn, as a link and as its QR code, while the code is shown; empty otherwise."""
    if not withdrawal:
        return {}
    _, path = translator(visit.lang), f"/w/{visit.code}/privacy?withdrawal={withdrawal}"
    base = visit.desk.settings.address or str(visit.request.base_url).rstrip("/")
    return {"path": path, "svg": qr.svg(base + path, _("QR code for withdrawing"))}


def badge_of(group: int | None) -> Badge | None:
    """The letter, shape and colour of a group."""
    if group is None:
        return None
    groups = look().groups
    return Badge(group, letter(group), groups[(group + group // len(groups)) % len(groups)].shape, group % len(groups))


def header(seen: Seen, badge: Badge | None, station: int | None, _: Translator) -> Names:
    """The two lines at the top."""
    step = seen.where.step
    group = _("Group {letter}", letter=badge.letter) if badge else ""
    title = seen.where.workshop.marked_title
    if badge and station and step.round is not None:
        turn = _("round {n} of {all}", n=step.round + 1, all=len(step.lengths))
        return {"head": _("Station {n}", n=station), "subhead": f"{group} · {turn}"}
    return {"head": group or "Vrtiljak", "subhead": title}


def moving(visit: Visit, seen: Seen, _: Translator) -> Names:
    """Where to go, and what will be asked there."""
    return {"questions": questions_at(seen, station_of(seen))}


def gallery(visit: Visit, seen: Seen, _: Translator) -> Names:
    """Every note, station by station."""
    explained: tuple[str, ...] = (_("Read in peace. Tick what you agree with."),)
    if seen.where.step.stage in (Stage.ROUND, Stage.MOVING):
        explained = (_("The rounds are nearly over. Look at what the groups wrote."), *explained)
    own = {note.id for note in seen.who.own_notes} if seen.who else set()
    return {"stations": stations(seen, visit.lang), "lines": explained, "own_ids": own}


def stations(seen: Seen, lang: str) -> list[tuple[int, str, list[Note]]]:
    """(number, short title, notes) of every station."""
    places = seen.where.carousel.stations if seen.where.carousel else tuple((q.id,) for q in seen.set.questions)
    return [
        (
            number,
            " · ".join(q.short.of(lang) for id in ids if (q := seen.set.question(id))),
            [note for note in seen.notes if note.question in ids],
        )
        for number, ids in enumerate(places, start=1)
    ]


def vote(visit: Visit, seen: Seen, _: Translator) -> Names:
    """What can be chosen, and how much of it."""
    open_to_vote = numbered(of(seen.notes), seen.order)
    k = marks_for(len(open_to_vote))
    marks = (seen.who.marks if seen.who else None) or ()
    return {
        "k": k,
        "clusters": [
            {"id": one.id, "number": number, "name": one.name, "size": len(one.notes)}
            for number, one in open_to_vote.items()
        ],
        "question": seen.set.vote.text.of(visit.lang, k=k) if k else _("We talk instead of voting"),
        "chosen": marks,
    }  # fmt: skip


def interest(visit: Visit, seen: Seen, _: Translator) -> Names:
    """The voluntary form."""
    until = _.date(months_later(day_of(visit.now), seen.set.interest.kept_months), "short")
    notice = seen.set.interest.notice.of(visit.lang, until=until, **seen.responsible(visit.lang))
    return {
        "form": seen.set.interest,
        "notice": notice,
        "values": {},
        "errors": {},
        "can_seal": seen.can_seal,
        "skipped": visit.request.query_params.get("skip") == "interest",
    }


def closing(visit: Visit, seen: Seen, _: Translator) -> Names:
    """The smileys and the need afterwards."""
    return {"form": seen.set.closing, "values": {}, "errors": {}}


def nothing(visit: Visit, seen: Seen, _: Translator) -> Names:
    """For pages that need no more."""
    return {}


VIEWS: Mapping[str, Callable[[Visit, Seen, Translator], Names]] = {
    "wait.html": wait,
    "round.html": round_page,
    "moving.html": moving,
    "gallery.html": gallery,
    "vote.html": vote,
    "interest.html": interest,
    "closing.html": closing,
}
