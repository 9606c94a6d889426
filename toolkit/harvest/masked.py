"""Words whose letters are hidden behind signs, figures or spaces (p*zda, idi0t, d e b i l), as they are meant."""

import re
from collections.abc import Iterator

from toolkit.harvest.reader import Span

_MAYBE = re.compile(r"[\d*#@$%]|(?<!\w)[a-z][ .\-_!]{1,2}[a-z][ .\-_]{1,2}[a-z](?!\w)")
_HIDDEN = re.compile(r"(?<![\w])[a-z][a-z]*[*#@$%!]+[a-z*#@$%!]*(?<![!%])")
_SPACED = re.compile(r"(?<!\w)(?:[a-z][ .\-_*]{1,2}){3,}[a-z](?!\w)")
_FIGURES = re.compile(r"(?<!\w)(?=[a-z\d$@]*[a-z])(?=[a-z\d$@]*[\d$@])[a-z\d$@]{4,}(?!\w)")
_LETTERS = str.maketrans("013457@$8", "oieastasb")
_SIGN = re.compile(r"[*#@$%!]+")
# What is meant behind several signs, by what is left to read.
SWEARING = (
    "zajebal", "zajebali", "zajebava", "jebali", "jebal", "kurba", "kurbe", "kurbo", "kurbi", "bastard", "prasci",
    "svinja", "svinje", "lopovi", "lopov", "butelj", "butli", "bedak", "bedaki", "fuck", "fucking", "fucked",
    "shit", "shitty", "bitch", "cunt", "asshole", "jebi", "jebem", "jebite", "jebeni", "pizda", "pizde", "pizdo",
    "pizdi", "kurac", "kurc", "kurca", "picka", "picke", "picko", "kurba", "drek", "sranje", "idiot", "idioti",
    "kreten", "debil", "peder", "pedri", "prasec", "budala",
)  # fmt: skip


def unmasked(folded: str) -> Iterator[tuple[Span, str]]:
    """Each masked word with its place and what it may mean."""
    if not _MAYBE.search(folded):
        return
    for found in _HIDDEN.finditer(folded):
        yield from ((found.span(), word) for word in _meant(found.group()))
    for found in _SPACED.finditer(folded):
        yield found.span(), re.sub(r"[^a-z]", "", found.group())
    for found in _FIGURES.finditer(folded):
        yield found.span(), found.group().translate(_LETTERS)


def _meant(masked: str) -> Iterator[str]:
    """The swear words that the letters left standing allow: a sign is any letter, several are several or more."""
    if len(masked) < 3:
        return
    yield masked.translate(_LETTERS)
    masked = masked.removesuffix("s")
    rule = re.compile(_SIGN.sub(lambda found: rf"\w{{1,{len(found.group()) + 1}}}", masked))
    shown = sum(letter.isalpha() for letter in masked)
    if shown > 1 or masked.startswith("f"):
        yield from (word for word in SWEARING if rule.match(word) and len(word) >= len(masked) - 3)
