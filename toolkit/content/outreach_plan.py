"""A communication plan to start from, from data/outreach_plan.yaml."""

from dataclasses import dataclass
from functools import cache

from toolkit.content.reading import DATA, read_block
from toolkit.content.text import Text
from toolkit.content.vocabulary import vocabulary

FILE = DATA / "outreach_plan.yaml"


@dataclass(frozen=True, slots=True)
class Suggested:
    """A message of the plan: through which channel, how many days before the workshop, and what to say."""

    channel: str
    days_before: int
    message: Text


@cache
def outreach_plan() -> tuple[Suggested, ...]:
    """The shipped plan, the earliest message first. ContentError names the line of a channel that is not known."""
    block = read_block(FILE)
    languages, known = block.words("languages"), [term.id for term in vocabulary().channels]
    found = []
    for each in block.blocks("lines"):
        channel = each.need("channel", str)
        if channel not in known:
            raise each.fault(
                "“{word}” is not known here; use one of: {known}.", "channel", word=channel, known=", ".join(known)
            )
        found.append(Suggested(channel, each.need("days_before", int), each.text(languages, "message")))
    return tuple(sorted(found, key=lambda one: -one.days_before))
