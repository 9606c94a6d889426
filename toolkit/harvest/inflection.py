"""The lemma of a Slovenian form that no dictionary lists, by its ending; and of forms shortened as people speak."""

import re
from collections.abc import Iterator

from toolkit.content.wordstore import endings, known_lemmas

LONGEST, MADE_UP = 4, 6
VERB = ("ti", "ci")
CONJUGATED = re.compile("(?:[aie]mo|[aie]jo|[ai]l[ai]|ira[lmt]|ujem|uje)$")
# What is spoken at the end, and what may be written for it: rabmo rabimo, zapelu zapeljal, hodt hoditi, klopc klopca.
SPOKEN = {
    "mo": ("imo", "amo"),
    "jo": ("ijo", "ejo"),
    "te": ("ite",),
    "lu": ("ljal", "lil"),
    "u": ("il", "al", "el"),
    "l": ("il", "el"),
    "la": ("ila", "ela"),
    "li": ("ili", "eli"),
    "m": ("im", "am"),
    "s": ("is", "as"),
    "t": ("ti", "iti", "ati"),
}


def by_ending(folded: str) -> str:
    """A known lemma that has this folded form by the rules of its ending; empty where none has."""
    return next((lemma for lemma in _candidates(folded) if lemma in known_lemmas()), "")


def by_spoken_ending(folded: str) -> str:
    """The lemma of a form with swallowed vowels (rabmo, prpelu, hodt, nobenga); empty where none fits."""
    stems = (folded, "pri" + folded[2:]) if folded.startswith("pr") else (folded,)
    if folded.endswith("ga") and (adjective := by_ending(folded[:-2] + "ega")).endswith(("n", "ski", "en")):
        return adjective
    found = (by_ending(written) for stem in stems if len(stem) > 3 for written in _written(stem))
    return next((lemma for lemma in found if lemma.endswith(VERB)), "")


def _written(spoken: str) -> Iterator[str]:
    for length in (2, 1):
        for instead in SPOKEN.get(spoken[-length:], ()):
            yield spoken[:-length] + instead


def likeliest(folded: str) -> str:
    """The lemma most words with this ending have, known or not: briškulo is briskula, porihtamo porihtati.

    Only verbs' endings lead to verbs; short words, and those with an ending of their own, stay as they are.
    """
    if len(folded) < MADE_UP:
        return folded
    changes = (change for length in (LONGEST, LONGEST - 1) for change in endings().get(folded[-length:], ()))
    spoken = CONJUGATED.search(folded)
    fitting = ((cut, added) for cut, added in changes if (added.endswith(VERB) if spoken else added in ("", "a")))
    return next((folded[: len(folded) - cut] + added for cut, added in fitting), folded)


def _candidates(folded: str) -> Iterator[str]:
    """Possible lemmas, those by the longest ending first; at least three letters."""
    for length in range(min(LONGEST, len(folded) - 1), 0, -1):
        for cut, added in endings().get(folded[-length:], ()):
            if len(candidate := folded[: len(folded) - cut] + added) > 2:
                yield candidate
