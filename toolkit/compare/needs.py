"""The themes with most support, and what there is for each of them."""

from collections import Counter

from carousel.workshop import UNSORTED
from toolkit.compare import gate
from toolkit.compare.condensed import Condensed
from toolkit.compare.indicators import Covered
from toolkit.compare.sentence import Term
from toolkit.harvest.clusters import VOTABLE

PLACES = 5


def covered_needs(of: Condensed) -> tuple[Covered, ...]:
    """The five top themes: whether something exists for each, and whether a person confirmed an offer for a need."""
    return tuple(
        Covered(Term("themes", theme), of.ideas(theme, "existing") > 0, theme in of.served) for theme in top_themes(of)
    )


def top_themes(of: Condensed) -> tuple[str, ...]:
    """Themes of needs and images with most support that may be shown; without a vote, with most ideas."""
    wanted = Counter({theme: of.ideas(theme, *VOTABLE) for theme in of.clusters if theme != UNSORTED})
    shown = {name: gate.count(people).value or 0 for name, (people, _) in of.support.items()}
    order = sorted(+wanted, key=lambda name: (-shown.get(name, 0), -wanted[name]))
    return tuple(order[:PLACES])
