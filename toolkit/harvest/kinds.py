"""Whether a clause sounds like a need or like an offer, learned from the kinds that the corpus' answers have."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from toolkit.content.corpus import FOLDER, corpus
from toolkit.content.kept import kept, mark
from toolkit.harvest.features import letters

WORD = r"\w+"
FEWEST_WORDS = 4
"""Shorter examples have a kind only because somebody had to give them one."""
LEARNED_FROM = ("need", "offer", "existing", "constraint", "interest")


@dataclass(frozen=True, slots=True)
class Kinds:
    """Fitted objects of scikit-learn: words and pairs of them, function words too, and a logistic classifier."""

    words: Any
    model: Any

    def shares(self, clauses: Sequence[str], kind: str) -> list[float]:
        """For each clause how surely, from 0 to 1, it is of the kind need or offer."""
        place = list(self.model.classes_).index(kind)
        found = self.model.predict_proba(self.words.transform([letters(clause) for clause in clauses]))
        return [float(share) for share in found[:, place]]


def learn() -> Kinds:
    """Learn from the corpus."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    used = [each for each in corpus() if each.kind in LEARNED_FROM and len(each.text.split()) >= FEWEST_WORDS]
    words = TfidfVectorizer(analyzer="word", token_pattern=WORD, ngram_range=(1, 2), sublinear_tf=True, min_df=2)
    rows = words.fit_transform([letters(each.text) for each in used])
    labels = [each.kind if each.kind in ("need", "offer") else "neither" for each in used]
    return Kinds(words, LogisticRegression(C=8, max_iter=300).fit(rows, labels))


@cache
def kinds() -> Kinds:
    """What is learned from the shipped corpus, read from disk after the first time."""
    from sklearn import __version__

    files = sorted([*FOLDER.glob("*.csv"), Path(__file__)])
    return kept("kinds", mark(files, __version__), learn)
