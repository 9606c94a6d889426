"""Short names of workshops for lists: the community, with the date where it holds several."""

from collections import Counter
from collections.abc import Iterable

from carousel.workshop import Workshop
from toolkit.i18n import Translator


def short_names(words: Translator, workshops: Iterable[Workshop]) -> dict[int, str]:
    """A name for each workshop's id; two of one community on one day are told apart by their codes."""
    known = list(workshops)
    named = {one.id: one.community for one in known}
    for more in (lambda one: words.date(one.date, "short"), lambda one: one.code):
        held = Counter(named.values())
        named |= {one.id: f"{named[one.id]} · {more(one)}" for one in known if held[named[one.id]] > 1}
    return named
