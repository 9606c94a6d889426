"""Who is responsible for the data and what holds here, as the notice and the record of processing say it."""

from datetime import datetime

from carousel.refusal import Refusal
from toolkit.acts.forms import clean
from toolkit.acts.settling import LONGEST_NAME, set_organiser
from toolkit.content.privacy import BASES, Facts
from toolkit.content.question import QuestionSet
from toolkit.i18n import _
from toolkit.settings import settings
from toolkit.store import Transaction, choices
from toolkit.store.backup import KEPT_DAYS

CHOICE = "privacy"  # {officer, basis, host}
NO_BASIS = _("Please choose a legal basis.")
SERVER = {"sl": "organizator", "en": "the organiser"}


def set_responsible(
    tx: Transaction, name: str, contact: str, now: datetime, *, officer: str = "", basis: str = BASES[0],
    host: str = "",
) -> None:  # fmt: skip
    """Who is responsible, whom to ask, the data protection officer if any, the legal basis of answers without names,
    and who runs the server, if it is none of the organiser's."""
    if basis not in BASES:
        raise Refusal(NO_BASIS, field="basis")
    set_organiser(tx, name, contact, now)
    said = {"officer": clean(officer)[:LONGEST_NAME], "basis": basis, "host": clean(host)[:LONGEST_NAME]}
    choices.set_choice(tx, CHOICE, said)


def is_set(tx: Transaction) -> bool:
    """Whether somebody has said who is responsible."""
    return bool(choices.choice(tx, "organiser"))


def details(tx: Transaction) -> dict[str, str]:
    """Officer, legal basis and host as they were set."""
    kept: dict[str, str] = choices.choice(tx, CHOICE, {})
    return {"officer": "", "basis": BASES[0], "host": ""} | kept


def facts(tx: Transaction, asked: QuestionSet, lang: str) -> Facts:
    """What the notice of a workshop with this question set says, in a language."""
    said = details(tx)
    hosted = said["host"] or (SERVER.get(lang, SERVER["en"]) if settings().https else "")
    return Facts(
        organiser=choices.choice(tx, "organiser") or asked.organiser[lang],
        contact=choices.choice(tx, "contact") or asked.contact[lang],
        known=is_set(tx),
        officer=said["officer"],
        basis=said["basis"],
        host=hosted,
        months=asked.interest.kept_months,
        backup_days=KEPT_DAYS,
    )
