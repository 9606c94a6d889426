"""What is written out of scikit-learn to read notes without it gives what scikit-learn gives."""

import subprocess
import sys

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.naive_bayes import ComplementNB

from toolkit.content.reading import DATA
from toolkit.harvest.learned import SMOOTH, counting, summed
from toolkit.harvest.tfidf import Tfidf, shapes, unit

TEXTS = st.lists(st.lists(st.sampled_from("abcdefgh"), min_size=1), min_size=2, max_size=8)


@given(TEXTS, st.integers(1, 2))
def test_rows_are_those_of_the_library(texts: list[list[str]], fewest: int) -> None:
    own, theirs = Tfidf.of(texts, fewest), TfidfVectorizer(analyzer=list, sublinear_tf=True, min_df=fewest)
    if own.columns:
        assert np.allclose(own.rows(texts).toarray(), theirs.fit_transform(texts).toarray(), atol=1e-6)
        assert own.columns == theirs.vocabulary_


@given(st.text("abcčž 12-.\n\U0001f642"))
def test_shapes_are_those_of_the_library(text: str) -> None:
    assert shapes(text) == TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5)).build_analyzer()(text)


@given(st.lists(st.sampled_from("abcdefgh"), min_size=3, max_size=12), st.randoms(use_true_random=False))
def test_the_bayesian_learner_is_that_of_the_library(terms: list[str], random: "np.random.Generator") -> None:
    texts, labels = [[term, random.choice("abc")] for term in terms], [place % 3 for place in range(len(terms))]
    rows = Tfidf.of(texts).rows(texts)
    theirs = ComplementNB(alpha=SMOOTH).fit(rows, labels)
    assert np.allclose(counting(summed(rows, labels, 3)), theirs.feature_log_prob_.T, atol=1e-5)


def test_what_no_text_has_said_before_is_a_row_of_noughts() -> None:
    assert Tfidf.of([["a"], ["b"]]).rows([[], ["new"]]).toarray().tolist() == [[0, 0], [0, 0]]
    assert unit(np.zeros((2, 3))).tolist() == [[0, 0, 0], [0, 0, 0]]


def test_reading_notes_takes_no_library_that_learns() -> None:
    program = (
        "import sys; from toolkit.cli.learning import learn; from toolkit.harvest.grouping import Asked, grouped;"
        "learn(); grouped([Asked(community='', kind=kind, text='Rabimo vrt') for kind in ('need', 'offer')]);"
        "sys.exit('sklearn' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], cwd=DATA.parent).returncode == 0
