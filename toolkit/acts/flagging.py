"""Slips that look odd: flagged by a rule, left out of the count or taken in again by a person, never by the program."""

from collections.abc import Sequence
from datetime import datetime

from toolkit.compare.left_out import RULES
from toolkit.store import Transaction, flags, log


def flag_slips(tx: Transaction, slips: Sequence[str], rule: str) -> None:
    """Flag slips by one of RULES. They go on counting until a person decides."""
    flags.flag(tx, slips, rule)


def leave_out(tx: Transaction, workshop_id: int, slips: Sequence[str], now: datetime) -> None:
    """Leave flagged slips out of the count: their answers, notes, ticks and votes. The log names their notes."""
    reasons = {one.slip: one.rule for one in flags.flagged(tx, workshop_id)}
    for rule in RULES:
        of_rule = [slip for slip in slips if reasons.get(slip) == rule]
        for note in flags.exclude(tx, workshop_id, of_rule, True):
            log.write_down(tx, workshop_id, log.LEFT_OUT, note, now, reason=rule)
    _tell(tx, workshop_id)


def take_in(tx: Transaction, workshop_id: int, slips: Sequence[str], now: datetime) -> None:
    """Let slips that were left out count again; the log no longer names their notes."""
    log.no_longer_left_out(tx, workshop_id, flags.exclude(tx, workshop_id, slips, False))
    _tell(tx, workshop_id)


def _tell(tx: Transaction, workshop_id: int) -> None:
    """Screens read everything anew."""
    for what in ("cluster", "people", "vote"):
        tx.announce(workshop_id, what)
