"""What was learned from the corpus: two learners that err differently, over the same words and letters."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from toolkit.content.corpus import FOLDER as CORPUS
from toolkit.content.corpus import Example, corpus
from toolkit.content.kept import kept, mark
from toolkit.content.reading import DATA
from toolkit.content.thesaurus import FIELD
from toolkit.harvest.features import letters, tokens
from toolkit.harvest.lemmas import Lemma

READING = ("features", "folding", "language", "learned", "lemmas", "stems", "wordforms")
"""The modules that decide what is seen of a note: when one changes, the corpus is learned anew."""


@dataclass(frozen=True, slots=True)
class Learned:
    """Fitted objects of scikit-learn: two vectorizers, and a linear and a Bayesian classifier over both.

    `themes` are the columns of what the classifiers give.
    """

    words: Any
    letters: Any
    margin: Any
    counts: Any
    themes: tuple[str, ...]
    _alone: dict[str, Any] = field(default_factory=dict)

    def speaking(self, found: Sequence[Lemma]) -> list[Any]:
        """For each word how it speaks for each theme when it stands alone, in standard scores; by its lemma, or by its
        letters where no example has the lemma."""
        fresh = {each.lemma: each.word for each in found if each.lemma not in self._alone}
        columns = [self.words.vocabulary_[lemma] for lemma in fresh if lemma in self.words.vocabulary_]
        known = [lemma for lemma in fresh if lemma in self.words.vocabulary_]
        if known:
            self._alone.update(zip(known, standard(self.margin.coef_[:, columns].T), strict=True))
        if strange := [lemma for lemma in fresh if lemma not in self._alone]:
            rows = self.rows_of([[]] * len(strange), [fresh[lemma] for lemma in strange])
            self._alone.update(zip(strange, standard(self.margin.decision_function(rows)), strict=True))
        return [self._alone[each.lemma] for each in found]

    def rows(self, texts: Sequence[str], languages: Sequence[str]) -> Any:
        """The texts as rows of a sparse matrix."""
        return self.rows_of([tokens(*each) for each in zip(texts, languages, strict=True)], texts)

    def rows_of(self, found: Sequence[Sequence[str]], texts: Sequence[str]) -> Any:
        """The same for texts whose tokens are known."""
        from scipy.sparse import hstack

        both = (self.words.transform(found), self.letters.transform([letters(text) for text in texts]))
        return hstack(both, format="csr", dtype="float32")


def learn(examples: Sequence[Example]) -> Learned:
    """Learn themes from examples: TF-IDF of words and of 3 to 5 letters, a linear and a complement Bayes classifier.

    Source of the second: Rennie and others, Tackling the poor assumptions of naive Bayes text classifiers, ICML 2003.
    """
    import numpy as np
    from scipy.sparse import hstack
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import SGDClassifier
    from sklearn.naive_bayes import ComplementNB

    found = [tokens(each.text, each.language) for each in examples]
    words = TfidfVectorizer(analyzer=list, sublinear_tf=True, dtype=np.float32)
    shapes = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), min_df=2, sublinear_tf=True, dtype=np.float32)
    both = words.fit_transform(found), shapes.fit_transform([letters(each.text) for each in examples])
    rows, labels = hstack(both, format="csr", dtype=np.float32), [each.theme for each in examples]
    margin = SGDClassifier(alpha=3e-5, max_iter=8, tol=None, random_state=0).fit(rows, labels)
    counts = ComplementNB(alpha=0.3).fit(rows, labels)
    margin.coef_ = margin.coef_.astype(np.float32)
    return Learned(words, shapes, margin, counts, tuple(map(str, counts.classes_)))


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
    from sklearn import __version__

    files = sorted([*CORPUS.glob("*.csv"), *DATA.glob("*.yaml"), *DATA.glob("*.csv"), FIELD])
    code = [Path(__file__).with_name(f"{name}.py") for name in READING]
    return kept("themes", mark([*files, *code], __version__), lambda: learn(corpus()))
