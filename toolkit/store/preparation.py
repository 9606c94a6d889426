"""What is written down about a community, as the values that comparison, report and paper are made of."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from carousel.preparation import (
    Action,
    Assurance,
    Band,
    Decision,
    Outreach,
    Premises,
    Preparation,
    Rating,
    Stakeholder,
)
from toolkit.store.records import Record, every_record, records
from toolkit.store.store import Transaction

Values = Mapping[str, Any]
TYPED = frozenset({"premises", "population", "readiness", "decision", "stakeholder", "outreach", "assurance", "action"})


def preparation(tx: Transaction, community_id: int) -> Preparation:
    """Everything about one community."""
    return _told(records(tx, community_id))


def preparations(tx: Transaction) -> Mapping[int, Preparation]:
    """Everything about every community of which something is written down, by its id."""
    return {community: _told(some) for community, some in every_record(tx).items()}


def _told(written: Iterable[Record]) -> Preparation:
    kept: dict[str, list[Values]] = {}
    for each in written:
        kept.setdefault(each.form, []).append(each.values)
    return Preparation(
        premises=tuple(map(_premises, kept.get("premises", []))),
        bands=tuple(Band(each["age"], each["gender"], each["persons"]) for each in kept.get("population", [])),
        bands_source="; ".join(dict.fromkeys(each["source"] for each in kept.get("population", []))),
        ratings=tuple(Rating(**each) for each in kept.get("readiness", [])),
        decision=next(map(_decision, kept.get("decision", [])), None),
        stakeholders=tuple(map(_stakeholder, kept.get("stakeholder", []))),
        outreach=tuple(Outreach(**_dated(each, "on")) for each in kept.get("outreach", [])),
        assurances=tuple(Assurance(**each) for each in kept.get("assurance", [])),
        actions=tuple(map(_action, kept.get("action", []))),
        records={form: tuple(rows) for form, rows in kept.items() if form not in TYPED},
    )


def _premises(values: Values) -> Premises:
    return Premises(**_tuples(values, "access", "obstacles"))


def _decision(values: Values) -> Decision:
    return Decision(decision=values["decision"], reasons=values["reasons"], on=_day(values.get("day")))


def _stakeholder(values: Values) -> Stakeholder:
    return Stakeholder(**_dated(_tuples(values, "channels", "target_groups"), "invited_on"))


def _action(values: Values) -> Action:
    numbers = str(values.get("notes", "")).replace(";", ",").split(",")
    notes = tuple(int(number) for number in map(str.strip, numbers) if number.isdecimal())
    return Action(**{"status": "open"} | _dated(values, "due", "done_on") | {"notes": notes})


def _tuples(values: Values, *names: str) -> dict[str, Any]:
    return {**values, **{name: tuple(values[name]) for name in names if name in values}}


def _dated(values: Values, *names: str) -> dict[str, Any]:
    return {**values, **{name: _day(values[name]) for name in names if name in values}}


def _day(written: Any) -> date | None:
    return date.fromisoformat(written) if written else None
