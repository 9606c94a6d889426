"""What people corrected, as training data at once: it shifts the Bayesian learner and is remembered by likeness."""

from collections.abc import Sequence
from typing import Any

from toolkit.content.corpus import Example
from toolkit.harvest.features import languages_of, letters
from toolkit.harvest.learned import Learned, counting, summed
from toolkit.harvest.tfidf import Tfidf, shapes

WEIGHT = 3.0
"""How many examples of the corpus one correction counts as."""
NEAR, PULL = 0.2, 4.0
"""The cosine from which a corrected note is near, and how strongly one that is the same pulls."""


class Corrections:
    """Corrected notes, also those with words that no corpus can know: names of houses, clubs and habits here."""

    def __init__(self, known: Learned, examples: Sequence[Example]) -> None:
        import numpy as np

        texts = [each.text for each in examples]
        rows = known.rows(texts, languages_of(texts))
        themes = [known.themes.index(each.theme) for each in examples]
        self._themes, self._width = np.array(themes), len(known.themes)
        self.counts = counting(known.seen + WEIGHT * summed(rows, themes, self._width))
        spelled = [shapes(letters(text)) for text in texts]
        self._shapes = Tfidf.of(spelled)
        self._near = self._shapes.rows(spelled)

    def nearness(self, texts: Sequence[str]) -> Any:
        """For each text and theme the pull of the nearest corrected note; 0 where none is near."""
        import numpy as np

        alike = (self._shapes.rows([shapes(letters(text)) for text in texts]) @ self._near.T).toarray()
        pulls = np.zeros((len(texts), self._width), dtype="float32")
        for theme in np.unique(self._themes):
            nearest = alike[:, self._themes == theme].max(axis=1)
            pulls[:, theme] = np.where(nearest >= NEAR, PULL * nearest, 0.0)
        return pulls
