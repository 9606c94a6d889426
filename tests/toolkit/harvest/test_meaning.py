"""An organisation's own embedding model, made here and read back from a folder."""

from pathlib import Path

import pytest

from toolkit.content.reading import ContentError
from toolkit.harvest.meaning import Embedding, embedding

WORDS = {"prevoz": (1.0, 0.1, 0.0), "voznja": (0.9, 0.2, 0.0), "vrt": (0.0, 0.1, 1.0), "[UNK]": (0.0, 0.0, 0.0)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    model2vec = pytest.importorskip("model2vec", reason="requirements-meaning.txt is not installed")
    import numpy as np
    from tokenizers import Tokenizer, models, pre_tokenizers

    tokenizer = Tokenizer(models.WordLevel({word: place for place, word in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    model2vec.StaticModel(np.array(list(WORDS.values()), dtype=np.float32), tokenizer).save_pretrained(tmp_path)
    return tmp_path


@pytest.fixture
def small(folder: Path) -> Embedding:
    return embedding(folder)


def test_words_of_like_meaning_are_nearer_than_others(small: Embedding) -> None:
    ((like, unlike),) = small.similarity(["prevoz"], ["voznja", "vrt"])
    assert like > 0.9 > 0.1 > unlike


def test_rows_are_normalised_and_what_is_not_understood_is_zero(small: Embedding) -> None:
    rows = small.vectors(["prevoz voznja", "", "qqq"], ["sl", "sl", "sl"])
    assert [round(float(row @ row), 5) for row in rows] == [1, 0, 0]


def test_no_texts_are_no_rows(small: Embedding) -> None:
    assert small.vectors([], []).shape[0] == 0


def test_a_broken_model_is_named_in_one_sentence(folder: Path) -> None:
    (folder / "model.safetensors").write_bytes(b"not a model")
    with pytest.raises(ContentError, match="cannot be read; copy it there again"):
        embedding(folder)


def test_a_folder_without_a_model_is_named_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="holds no embedding model"):
        embedding(tmp_path / "nothing here")
