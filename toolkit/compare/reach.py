"""What the communication plan brought: who named each channel at check-in, and what a person cost."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from carousel.preparation import Outreach
from carousel.workshop import CheckIn
from toolkit.compare import gate
from toolkit.compare.gate import Count, Number, Share

NOT_A_CHANNEL = "ne_spomnim"  # whoever does not remember counts among those who answered


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """A channel: people who named it, of those who answered; `cost` in euros where every message of the plan has one.
    `per_person` is euros, only where the people are shown and something was paid."""

    channel: str
    planned: bool
    share: Share
    cost: Number | None = None
    per_person: Number | None = None


def reach(
    plan: Sequence[Outreach], check_ins: Sequence[CheckIn], kept: Collection[str] = frozenset()
) -> tuple[Reach, ...]:
    """Every channel that was planned or named, the most named first as far as that may be told; people name several.
    `kept` are the names of the evening's ledger ("channel:sosed", "channel of") that stay hidden to protect others.

    Those named by fewer than five stand together in the order of the plan, so that their order tells nothing.
    """
    answers = [each.channels for each in check_ins if each.channels]
    named = {channel: sum(channel in each for each in answers) for each in answers for channel in each}
    planned = list(dict.fromkeys(line.channel for line in plan))
    channels = [*planned, *sorted(named.keys() - {*planned, NOT_A_CHANNEL})]
    shares = {
        channel: gate.share(
            named.get(channel, 0), len(answers), kept=f"channel:{channel}" in kept, kept_of="channel of" in kept
        )
        for channel in channels
    }
    found = [_reach(channel, channel in planned, plan, shares[channel]) for channel in channels]
    return tuple(sorted(found, key=lambda one: -_rank(one.share.count)))


def answered(check_ins: Sequence[CheckIn]) -> Count:
    """People who said how they heard of the workshop."""
    return gate.count(sum(bool(each.channels) for each in check_ins))


def plan_for(plan: Sequence[Outreach], day: date, days: Collection[date]) -> tuple[Outreach, ...]:
    """The lines of the plan that led to the workshop on `day`: after the one before it in `days`, until its own day.
    Lines without a date count for every workshop."""
    before = max((each for each in days if each < day), default=date.min)
    return tuple(line for line in plan if line.on is None or before < line.on <= day)


def total_cost(plan: Sequence[Outreach]) -> float:
    """Euros of all lines whose cost is known."""
    return sum(line.cost or 0 for line in plan)


def _reach(channel: str, planned: bool, plan: Sequence[Outreach], share: Share) -> Reach:
    costs = [line.cost for line in plan if line.channel == channel]
    known = [cost for cost in costs if cost is not None]
    cost = gate.number(round(sum(known), 2)) if known and len(known) == len(costs) else None
    return Reach(channel=channel, planned=planned, share=share, cost=cost, per_person=_per_person(share, cost))


def _per_person(share: Share, cost: Number | None) -> Number | None:
    """From published values alone: what is hidden cannot be worked out from it."""
    people = share.count.value
    if cost is None or not cost.value or not people:
        return None
    return gate.number(round(cost.value / people, 2))


def _rank(count: Count) -> int:
    """Where a hidden count stands: below every shown one, above nobody."""
    return 2 * count.value if count.value is not None else 1
