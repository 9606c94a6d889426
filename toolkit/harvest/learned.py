"""What was learned from the corpus: two learners that err differently, over the same words and letters."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from toolkit.content.corpus import FOLDER as CORPUS
from toolkit.content.corpus import Example, corpus
from toolkit.content.kept import kept, mark
from toolkit.content.reading import DATA
from toolkit.content.thesaurus import FIELD
from toolkit.harvest.features import letters, tokens
from toolkit.harvest.lemmas import Lemma
from toolkit.harvest.tfidf import Tfidf, shapes

if TYPE_CHECKING:
    from numpy.typing import NDArray

READING = ("features", "folding", "language", "learned", "lemmas", "stems", "tfidf", "wordforms")
"""The modules that decide what is seen of a note: when one changes, the corpus is learned anew."""
FINE, SMOOTH = 3e-5, 0.3
"""How finely the linear learner follows the examples; what the Bayesian one adds to each count."""


@dataclass(frozen=True, slots=True)
class Learned:
    """Words and shapes with their rarity; then, each a row of themes for every word and shape: the weights of the
    linear learner, which begins at `start`, how often the examples have it (`seen`), and what that tells (`counts`).
    """

    words: Tfidf
    shapes: Tfidf
    weights: "NDArray[Any]"
    start: "NDArray[Any]"
    seen: "NDArray[Any]"
    counts: "NDArray[Any]"
    themes: tuple[str, ...]
    _alone: dict[str, Any] = field(default_factory=dict)

    def margin(self, rows: Any) -> Any:
        """How far each row lies on each theme's side."""
        return rows @ self.weights + self.start

    def speaking(self, found: Sequence[Lemma]) -> list[Any]:
        """For each word how it speaks for each theme when it stands alone, in standard scores; by its lemma, or by its
        letters where no example has the lemma."""
        fresh = {each.lemma: each.word for each in found if each.lemma not in self._alone}
        known = [lemma for lemma in fresh if lemma in self.words.columns]
        if known:
            columns = [self.words.columns[lemma] for lemma in known]
            self._alone.update(zip(known, standard(self.weights[columns]), strict=True))
        if strange := [lemma for lemma in fresh if lemma not in self._alone]:
            rows = self.rows_of([[]] * len(strange), [fresh[lemma] for lemma in strange])
            self._alone.update(zip(strange, standard(self.margin(rows)), strict=True))
        return [self._alone[each.lemma] for each in found]

    def rows(self, texts: Sequence[str], languages: Sequence[str]) -> Any:
        """The texts as rows of a sparse matrix."""
        return self.rows_of([tokens(*each) for each in zip(texts, languages, strict=True)], texts)

    def rows_of(self, found: Sequence[Sequence[str]], texts: Sequence[str]) -> Any:
        """The same for texts whose tokens are known."""
        from scipy.sparse import hstack

        both = (self.words.rows(found), self.shapes.rows([shapes(letters(text)) for text in texts]))
        return hstack(both, format="csr", dtype="float32")


def learn(examples: Sequence[Example]) -> Learned:
    """Learn themes from examples: a linear classifier and a Bayesian one over words and 3 to 5 letters."""
    import numpy as np
    from scipy.sparse import hstack
    from sklearn.linear_model import SGDClassifier

    found = [tokens(each.text, each.language) for each in examples]
    spelled = [shapes(letters(each.text)) for each in examples]
    words, runs = Tfidf.of(found), Tfidf.of(spelled, fewest=2)
    rows, labels = hstack([words.rows(found), runs.rows(spelled)], format="csr"), [each.theme for each in examples]
    linear = SGDClassifier(alpha=FINE, max_iter=8, tol=None, random_state=0).fit(rows, labels)
    themes = tuple(map(str, linear.classes_))
    seen = summed(rows, [themes.index(label) for label in labels], len(themes))
    weights = np.ascontiguousarray(linear.coef_.T, dtype="float32")
    return Learned(words, runs, weights, linear.intercept_.astype("float32"), seen, counting(seen), themes)


def summed(rows: Any, themes: Sequence[int], width: int) -> Any:
    """For each column of the rows how much of it each theme has."""
    import numpy as np

    return rows.T @ np.eye(width, dtype="float32")[list(themes)]


def counting(seen: Any) -> Any:
    """Complement Bayes: how much each column speaks for each theme, by how seldom all the others have it.

    Source: Rennie and others, Tackling the poor assumptions of naive Bayes text classifiers, ICML 2003.
    """
    import numpy as np

    others = seen.sum(axis=1, keepdims=True, dtype="float64") + SMOOTH - seen
    return (np.log(others.sum(axis=0)) - np.log(others)).astype("float32")


def standard(scores: Any) -> Any:
    """Each row with mean 0 and deviation 1, so that the two classifiers can be added."""
    centred = scores - scores.mean(axis=1, keepdims=True)
    return centred / centred.std(axis=1, keepdims=True).clip(1e-9)


def learned() -> Learned:
    """What is learned from the shipped corpus; some seconds the first time, then read from disk."""
    with _learning:  # whoever asks second waits for the first, instead of learning the same again
        return _learned()


_learning = Lock()


@cache
def _learned() -> Learned:
    files = sorted([*CORPUS.glob("*.csv"), *DATA.glob("*.yaml"), *DATA.glob("*.csv"), FIELD])
    code = [Path(__file__).with_name(f"{name}.py") for name in READING]
    return kept("themes", mark([*files, *code], version("scikit-learn")), lambda: learn(corpus()))
