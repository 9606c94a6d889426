"""Notes as rows of numbers whose dot product says how alike they mean; an organisation's own embedding model."""

import logging
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from toolkit.content.reading import ContentError
from toolkit.i18n import _
from toolkit.settings import settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NEEDED = ("config.json", "tokenizer.json", "model.safetensors")
NO_EXTRA = _("This needs the optional package; install requirements-meaning.txt.")
NO_MODEL = _("This folder holds no embedding model; choose one with config.json, tokenizer.json and model.safetensors.")
BROKEN = _("The embedding model in this folder cannot be read; copy it there again.")


class Meaning(Protocol):
    """Anything that turns texts into rows; equal length, L2-normalised, all zero where nothing is understood."""

    def vectors(self, texts: Sequence[str], languages: Sequence[str]) -> Any:
        """One row a text, as a numpy array or a scipy sparse matrix; `languages` is as long as `texts`."""


class Embedding:
    """A static embedding model: the mean of the vectors of a text's tokens. Knows no languages, so needs none."""

    def __init__(self, model: Any) -> None:
        self._model = model

    def vectors(self, texts: Sequence[str], languages: Sequence[str] = ()) -> "NDArray[np.float32]":
        """One normalised row a text; a text of unknown tokens is a row of zeros."""
        import numpy as np

        if not texts:
            return np.zeros((0, self._model.dim), dtype=np.float32)
        rows = np.nan_to_num(np.asarray(self._model.encode(list(texts), use_multiprocessing=False), dtype=np.float32))
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        return np.asarray(rows / np.where(lengths > 0, lengths, 1), dtype=np.float32)

    def similarity(self, one: Sequence[str], other: Sequence[str]) -> "NDArray[np.float32]":
        """Cosine of every text of `one` (rows) with every text of `other` (columns), −1 to 1."""
        return self.vectors(one) @ self.vectors(other).T


@cache
def meaning_in_use() -> Embedding | None:
    """The model of VRTILJAK_MEANING; None without one. A folder that cannot be read is told once, then left alone."""
    folder = settings().meaning
    try:
        return embedding(folder) if folder else None
    except ContentError as fault:
        logging.getLogger("vrtiljak").warning("%s", fault)
        return None


def embedding(folder: Path) -> Embedding:
    """The model2vec model in a folder on this computer; nothing is ever fetched.

    ContentError says in one sentence when the extra is not installed or the folder holds no such model.
    """
    if not all((folder / name).is_file() for name in NEEDED):
        raise ContentError(NO_MODEL, str(folder))
    os.environ["HF_HUB_OFFLINE"] = "1"
    try:
        from model2vec import StaticModel
    except ImportError as error:
        raise ContentError(NO_EXTRA, str(folder)) from error
    try:
        return Embedding(StaticModel.from_pretrained(folder.resolve()))
    except Exception as error:  # the tokenizer's library raises bare Exception
        raise ContentError(BROKEN, str(folder)) from error
