"""Typing in the forms of a paper slip by the numbers of their boxes: check-in, vote, closing and interest form."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from random import Random
from secrets import token_hex

from carousel.refusal import Refusal
from carousel.stage import Stage
from carousel.votes import marks_for
from carousel.workshop import UNSORTED
from toolkit.acts import following_up
from toolkit.acts.answering import NO_VOTE, NOT_VOTABLE, OFFICIALS, TOO_MANY_MARKS
from toolkit.acts.codes import fingerprint
from toolkit.acts.forms import Given, clean, read_form
from toolkit.acts.paper_entry import paper_slip, read_code
from toolkit.acts.seating import NO_GROUP
from toolkit.acts.standing import questions_of
from toolkit.content.form import Field, Option
from toolkit.harvest.clusters import Cluster, numbered, of
from toolkit.i18n import _
from toolkit.store import Transaction, ballots, notes, slips, workshops
from toolkit.store.paper import PAPER, forms_of, nobodys, remove_form
from toolkit.store.tables import SlipRow
from toolkit.store.workshops import Situation

WRITTEN = ("text", "textarea", "tel", "email")
VOTED = (Stage.VOTE, Stage.INTEREST, Stage.CLOSING, Stage.RAFFLE, Stage.THANKS)
NO_NUMBER = _("There is no box {number} here. Write a number from 1 to {most}.")
ONE_ONLY = _("Only one box can be ticked here.")
NOTHING = _("Nothing was filled in.")
ALREADY = _("This form of the slip {code} was typed in already.")


def boxes(field: Field) -> tuple[Option, ...]:
    """The answers of a field in the order in which paper has them; the first is number 1."""
    return tuple(option for option in field.options if option.id != UNSORTED)


def read_numbers(field: Field, text: str) -> list[str]:
    """The answers whose numbers were typed: "3", "1 4 7", "1,4,7", or "147" where there are fewer than ten."""
    offered = boxes(field)
    numbers = re.findall(r"\d+", text) if len(offered) > 9 or re.search(r"\D", text.strip()) else list(text.strip())
    if re.sub(r"[\d\s,;.+]", "", text):
        raise Refusal(NO_NUMBER, number=clean(text)[:20], most=len(offered), field=field.id)
    for number in numbers:
        if len(number) > 3 or not 0 < int(number) <= len(offered):
            raise Refusal(NO_NUMBER, number=number, most=len(offered), field=field.id)
    if len(numbers) > 1 and field.type not in ("multi", "grid"):
        raise Refusal(ONE_ONLY, field=field.id)
    return list(dict.fromkeys(offered[int(number) - 1].id for number in numbers))


def read_paper(fields: Sequence[Field], typed: Mapping[str, str]) -> dict[str, list[str]]:
    """A form as residents' phones send it, from what was typed for each field; empty fields are left out."""
    given = {
        field.id: [typed[field.id]] if field.type in WRITTEN else read_numbers(field, typed[field.id])
        for field in fields
        if typed.get(field.id, "").strip()
    }
    if not given:
        raise Refusal(NOTHING, field=fields[0].id)
    return given


def on_paper(fields: Sequence[Field]) -> tuple[Field, ...]:
    """The fields that are typed in; on paper every one may be left empty, and what may reveal health is cut off."""
    return tuple(
        replace(field, required=False)
        for field in fields
        if field.privacy != "ops" and field.type != "generated" and field.id != "code"
    )


def type_check_in(
    tx: Transaction, workshop_id: int, typed: Mapping[str, str], now: datetime, rng: Random, *, slip: str = "",
    group: str = "",
) -> tuple[str, str]:  # fmt: skip
    """Keep a paper check-in; the slip's id and code, a new one where none is written. `group` is its letter."""
    where, code = workshops.situation_of(tx, workshop_id), read_code(slip)
    fields = on_paper(questions_of(where).checkin.fields)
    answers = read_form(fields, read_paper(fields, typed), where.workshop.language)
    row = _free(tx, where, code, "checkin")
    if row is None:
        made = paper_slip(tx, where, rng, code=code, group=_group(where, group), checkin=answers)
    else:
        row.official = answers.get("stakeholder_type") in OFFICIALS
        tx.add(row)
        slips.keep_answers(tx, workshop_id, row.id, "checkin", answers)
        made = row.id
    tx.announce(workshop_id, "people")
    return made, slips.slip_row(tx, made).code


def _group(where: Situation, written: str) -> int | None:
    """The group of a letter; None where none is written."""
    if not clean(written):
        return None
    found = next((one.index for one in where.groups if one.letter == clean(written).upper()), None)
    if found is None:
        raise Refusal(NO_GROUP, field="group")
    return found


def type_closing(
    tx: Transaction, workshop_id: int, typed: Mapping[str, str], now: datetime, rng: Random, *, slip: str = ""
) -> tuple[str, str]:
    """Keep a paper closing form; without a code it hangs on a slip of nobody's."""
    where, code = workshops.situation_of(tx, workshop_id), read_code(slip)
    fields = on_paper(questions_of(where).closing.fields)
    answers = read_form(fields, read_paper(fields, typed), where.workshop.language)
    made = _slip(tx, where, code, "closing", rng)
    slips.keep_answers(tx, workshop_id, made, "closing", answers)
    return made, code


def type_vote(
    tx: Transaction, workshop_id: int, numbers: str, now: datetime, rng: Random, *, slip: str = "",
    official: bool = False,
) -> tuple[str, str]:  # fmt: skip
    """Keep a paper ballot by the numbers of `ballot`. Officials tick so on the ballot and are counted apart."""
    where, code = workshops.situation_of(tx, workshop_id), read_code(slip)
    if where.step.stage not in VOTED:
        raise Refusal(NO_VOTE, status=409)
    marks = _marks(ballot(tx, where), numbers)
    made = _slip(tx, where, code, "vote", rng)
    apart = official or (bool(code) and slips.slip_row(tx, made).official)
    ballots.keep_ballot(tx, workshop_id, made, key=f"{PAPER}{made}", marks=marks, official=apart)
    tx.announce(workshop_id, "vote")
    return made, code


def ballot(tx: Transaction, where: Situation) -> dict[int, Cluster]:
    """What can be voted on, by the numbers that screen and phones show."""
    return numbered(of(notes.published(tx, where)), ballots.order(tx, where.workshop.id))


def _marks(offered: Mapping[int, Cluster], numbers: str) -> tuple[int, ...]:
    wanted = sorted({int(number) for number in re.findall(r"\d{1,4}", numbers)})
    if not wanted:
        raise Refusal(NOTHING, field="marks")
    if not offered.keys() >= set(wanted):
        raise Refusal(NOT_VOTABLE, field="marks")
    if len(wanted) > marks_for(len(offered)):
        raise Refusal(TOO_MANY_MARKS, most=marks_for(len(offered)), field="marks")
    return tuple(offered[number].id for number in wanted)


# New at every start: without it, whoever has the store could try out whose name, phone and address make a form's key.
_UNGUESSABLE = token_hex(16)


def type_interest(
    tx: Transaction, workshop_id: int, typed: Mapping[str, str], consents: Sequence[str], now: datetime, rng: Random
) -> str:
    """Keep a paper interest form, sealed; the code that withdraws it. The same person's form again changes nothing."""
    where = workshops.situation_of(tx, workshop_id)
    given: Given = read_paper(questions_of(where).interest.fields, typed) | {one: ["on"] for one in consents}
    who = " ".join(clean(typed.get(name, "")).casefold() for name in ("name", "phone", "email"))
    key = fingerprint("paper interest", f"{_UNGUESSABLE} {workshop_id} {who}")
    return following_up.leave_interest(tx, where.workshop.code, given, where.workshop.language, key, now, rng)


def undo_form(tx: Transaction, workshop_id: int, slip: str, form: str, now: datetime) -> None:
    """Take back a form that was typed in by mistake."""
    remove_form(tx, slip, form)
    tx.announce(workshop_id, "vote" if form == "vote" else "people")


def _slip(tx: Transaction, where: Situation, code: str, form: str, rng: Random) -> str:
    """The slip of this code. Without a code a slip of nobody's: it counts as no person, since its owner is counted
    at check-in."""
    row = _free(tx, where, code, form)
    if row is not None:
        return row.id
    made = paper_slip(tx, where, rng, code=code)
    if not code:
        nobodys(tx, made)
    return made


def _free(tx: Transaction, where: Situation, code: str, form: str) -> SlipRow | None:
    row = slips.slip_with_code(tx, where.workshop.id, code) if code else None
    if row is not None and form in forms_of(tx, row.id):
        raise Refusal(ALREADY, status=409, code=code, field="slip")
    return slips.slip_row(tx, row.id) if row is not None else None
