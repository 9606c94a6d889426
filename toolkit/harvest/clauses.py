"""A note cut where a new thought may begin: the pieces as written, conjunctions left off."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.harvest.folding import composed, fold

_STRONG = re.compile(r"\s*(?:[.!?]+(?=\s)|;|\n+|(?<=\s)/(?=\s)|(?<=\s)\+(?=\s)|(?<=\s)-(?=\s)|(?:^|\s)\d[.)](?=\s))\s*")
_WEAK = re.compile(
    r"\s*,\s*|\s+(?=(?:in|ter|pa|and|plus|but|ampak|toda|vendar|hkrati)\s)"
    r"|\s+(?=(?:poleg tega|razen tega|zraven tega|as well as|besides)\b)",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^(?:(?:in|ter|pa|se|and|plus|but|also|ampak|toda|vendar|potem|najprej|drugace|hkrati|only|samo|le"
    r"|poleg tega|razen tega|zraven tega|besides|as well as|1|2|3)[\s,]+)+"
)


_LEANING = re.compile(
    r"(?:da|ker|ki|ce|kjer|ko|kar|kdo|kdor|kogar|zato|saj|preden|ceprav|dokler|kadar|kamor"
    r"|(?:ob|pri|za|v|na|s|z|do|od) kater\w*"
    r"|because|so|that|which|whichever|who|where|if|when|since|until|though|although|as|to)\b"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a note. `strong` when a sentence, a line or a number of a list begins there."""

    text: str
    strong: bool

    @property
    def leaning(self) -> str:
        """The word by which it hangs on its neighbour: a reason, a condition, something said of it; mostly none."""
        found = _LEANING.match(fold(self.text))
        return found[0] if found else ""


def clauses(text: str) -> tuple[Clause, ...]:
    """The pieces of a note in their order; one piece where nothing divides it."""
    found: list[Clause] = []
    for sentence in _STRONG.split(composed(text)):
        pieces = [trimmed(piece) for piece in _pieces(sentence)]
        found += [Clause(piece, not place) for place, piece in enumerate(pieces) if piece]
    return tuple(found)


def _pieces(sentence: str) -> Iterator[str]:
    """Cut at commas and conjunctions; a "pa" behind the first word of a clause joins nothing ("rabim pa prostor")."""
    begins = 0
    for cut in _WEAK.finditer(sentence):
        before = sentence[begins : cut.start()]
        if fold(sentence[cut.end() : cut.end() + 3]) == "pa " and "," not in cut[0] and len(before.split()) < 2:
            continue
        yield before
        begins = cut.end()
    yield sentence[begins:]


def trimmed(piece: str) -> str:
    """Without the words and signs that only join it to what stood before."""
    piece = piece.strip().strip(" ,;.-–").strip()
    opening = _OPENING.match(fold(piece))
    return piece[opening.end() :].strip() if opening and opening.end() < len(piece) else piece
