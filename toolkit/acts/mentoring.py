"""What a mentor and a facilitator do before and after the evening: found, prepare, bring in, share."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from random import Random
from typing import Any

from carousel.refusal import Refusal
from carousel.stage import opening_step
from carousel.workshop import Format, Source, Workshop
from toolkit.acts.census import PRESENT
from toolkit.acts.codes import fingerprint, workshop_code
from toolkit.acts.forms import clean
from toolkit.acts.joining import in_order
from toolkit.acts.keeping import keep_note
from toolkit.acts.releasing import put_out_ticks
from toolkit.content.question_set import question_set
from toolkit.content.vocabulary import vocabulary
from toolkit.i18n import _
from toolkit.settings import settings
from toolkit.store import Transaction, imports, residents, workshops
from toolkit.store import programme as programmes

NO_NAME = _("Please write the name of the community.")
NO_SOURCE = _("A population needs its source and date.")
NO_ROWS = _("The file holds no answers.")
LONGEST_BROUGHT_IN = 2000


def found_community(
    tx: Transaction, name: str, *, population: int | None = None, source: str = "", demo: bool = False,
    programme: int | None = None,
) -> int:  # fmt: skip
    """The community with this name, made when there is none. A population is never guessed: it needs a source."""
    if not clean(name):
        raise Refusal(NO_NAME, field="name")
    if population is not None and not clean(source):
        raise Refusal(NO_SOURCE, field="source")
    made = programmes.add_community(
        tx, clean(name)[:80], programme=programme, demo=demo, population=population, source=clean(source)[:200]
    )
    present = residents.most_residents_present(tx, made)
    if population is not None and population < present:
        raise Refusal(PRESENT, people=present, total=population, field="population")
    return made


def prepare_workshop(
    tx: Transaction, community_id: int, *, title: str, day: date, rng: Random, format: Format = Format.CAROUSEL,
    **columns: Any,
) -> Workshop:  # fmt: skip
    """A new workshop with a code nobody uses yet. `columns`: question_set, language, expected, minutes, stairs,
    older, hosts, host_mode, hide_until_written, approve_by_hand, tickets, opens, closes. An open house is open at once,
    or from the day it opens."""
    in_order(columns.get("opens"), columns.get("closes"))
    code = workshop_code(rng)
    while programmes.code_taken(tx, code):
        code = workshop_code(rng)
    asked = question_set(columns.pop("question_set", "skupnostni_prostor"), settings().question_sets)
    return programmes.add_workshop(
        tx,
        community_id,
        step=opening_step(format),
        day=day,
        code=code,
        title=clean(title)[:120],
        format=format,
        question_set=asked.name,
        seed=rng.getrandbits(31),
        joining=format is Format.OPEN_HOUSE,
        **columns,
    )


def found_and_prepare(
    tx: Transaction, name: str, *, population: int | None, source: str, rng: Random, programme: int, **columns: Any
) -> Workshop:
    """The community, made when it is new, and its workshop, in one act; `columns` as for `prepare_workshop`."""
    community = found_community(tx, name, population=population, source=source, programme=programme)
    return prepare_workshop(tx, community, rng=rng, **columns)


def share_report(tx: Transaction, workshop_id: int, on: bool, now: datetime) -> None:
    """Let participants read the report at the workshop's address, or no longer."""
    workshops.choose(tx, workshop_id, report_shared=on)
    if on:  # what was typed in from paper has come since the last move
        put_out_ticks(tx, workshops.situation_of(tx, workshop_id))
    tx.announce(workshop_id, "screen")


def share_log(tx: Transaction, workshop_id: int, shared: bool, now: datetime) -> None:
    """Let everybody read at the workshop's address what was merged, parted, held or hidden, and why; or no longer."""
    workshops.choose(tx, workshop_id, log_shared=shared)
    tx.announce(workshop_id, "screen")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One row of a file of answers; what the file does not say stays empty."""

    text: str
    kind: str = ""
    question: str = ""
    theme: str = ""


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """The open house made of a file: how many notes were kept, and how many of them wait for a person; `repeated` when
    the same file had made it before."""

    workshop: Workshop
    kept: int
    held: int
    repeated: bool = False


def import_answers(
    tx: Transaction, community: str, answers: Sequence[Answer], *, language: str, day: date, now: datetime, rng: Random
) -> BroughtIn:
    """An open house that holds these answers, in order. Refuses an empty file; all or nothing. The same answers again
    are found where they are, and change nothing."""
    if not answers:
        raise Refusal(NO_ROWS)
    founded, keys = found_community(tx, community), _keys(answers)
    if held := imports.holding(tx, founded, keys):
        return BroughtIn(workshops.situation_of(tx, held).workshop, 0, 0, repeated=True)
    workshop = prepare_workshop(
        tx,
        founded,
        title=community,
        day=day,
        rng=rng,
        format=Format.OPEN_HOUSE,
        language=language,
        expected=len(answers),
    )
    workshops.choose(tx, workshop.id, joining=False)
    waiting = sum(_bring_in(tx, workshop, key, answer, now) for key, answer in zip(keys, answers, strict=True))
    tx.announce(workshop.id, "step")
    return BroughtIn(workshop, len(answers), waiting)


def _keys(answers: Sequence[Answer]) -> tuple[str, ...]:
    """What stays the same when the file comes again: all that a row says, and how often it came before."""
    seen: Counter[Answer] = Counter()
    keys = []
    for answer in answers:
        seen[answer] += 1
        words = "\x1f".join((answer.kind, answer.question, answer.theme, answer.text, str(seen[answer])))
        keys.append(f"import:{fingerprint('import answer', words)}")
    return tuple(keys)


def _bring_in(tx: Transaction, workshop: Workshop, key: str, answer: Answer, now: datetime) -> bool:
    asked = question_set(workshop.question_set, settings().question_sets)
    by_kind = {kind: one for one in reversed(asked.questions) for kind in one.kinds}
    about = asked.question(answer.question) or by_kind.get(answer.kind) or asked.questions[1 % len(asked.questions)]
    kept = keep_note(
        tx,
        workshop.id,
        about,
        clean(answer.text)[:LONGEST_BROUGHT_IN],
        kind=answer.kind,
        by_hand=False,
        key=key,
        theme=answer.theme if answer.theme in {theme.id for theme in vocabulary().themes} else None,
        source=Source.PAPER,
        sent=now,
    )
    return kept.status == "held"
