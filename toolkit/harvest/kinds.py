"""Whether a clause sounds like a need or like an offer, learned from the kinds that the corpus' answers have."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toolkit.content.corpus import FOLDER, corpus
from toolkit.content.kept import kept, mark
from toolkit.harvest.features import letters
from toolkit.harvest.tfidf import Tfidf

if TYPE_CHECKING:
    from numpy.typing import NDArray

FEWEST_WORDS = 4
"""Shorter examples have a kind only because somebody had to give them one."""
LEARNED_FROM = ("need", "offer", "existing", "constraint", "interest")


@dataclass(frozen=True, slots=True)
class Kinds:
    """Words and pairs of them, function words too, with their rarity; the weights of each kind, and where it begins."""

    words: Tfidf
    weights: "NDArray[Any]"
    start: "NDArray[Any]"
    kinds: tuple[str, ...]

    def shares(self, clauses: Sequence[str], kind: str) -> list[float]:
        """For each clause how surely, from 0 to 1, it is of the kind need or offer."""
        import numpy as np

        scores = self.words.rows([_said(clause) for clause in clauses]) @ self.weights + self.start
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        return [float(share) for share in shares[:, self.kinds.index(kind)] / shares.sum(axis=1)]


def _said(clause: str) -> list[str]:
    words = re.findall(r"\w+", letters(clause))
    return [*words, *(f"{one} {other}" for one, other in pairwise(words))]


def learn() -> Kinds:
    """Learn from the corpus."""
    from sklearn.linear_model import LogisticRegression

    used = [each for each in corpus() if each.kind in LEARNED_FROM and len(each.text.split()) >= FEWEST_WORDS]
    said = [_said(each.text) for each in used]
    words = Tfidf.of(said, fewest=2)
    labels = [each.kind if each.kind in ("need", "offer") else "neither" for each in used]
    model = LogisticRegression(C=8, max_iter=300).fit(words.rows(said), labels)
    return Kinds(words, model.coef_.T.astype("float32"), model.intercept_, tuple(map(str, model.classes_)))


@cache
def kinds() -> Kinds:
    """What is learned from the shipped corpus, read from disk after the first time."""
    files = sorted([*FOLDER.glob("*.csv"), Path(__file__), Path(__file__).with_name("tfidf.py")])
    return kept("kinds", mark(files, version("scikit-learn")), learn)
