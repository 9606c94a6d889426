"""The corpus is whole, clean, and takes nothing from the demo or from the evaluation."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from carousel.workshop import UNSORTED
from toolkit.content.corpus import corpus
from toolkit.content.reading import ContentError
from toolkit.content.vocabulary import vocabulary
from toolkit.harvest.folding import fold

HERE = Path(__file__).parents[3]
LEAST = {"sl": 300, "en": 150}


def bare(text: str) -> str:
    """Letters and digits only, folded."""
    return re.sub(r"[\W_]+", " ", fold(text)).strip()


def texts_of(file: Path, column: str = "text") -> set[str]:
    with file.open(encoding="utf-8-sig", newline="") as rows:
        return {bare(row[column]) for row in csv.DictReader(rows)}


def test_every_theme_has_hundreds_of_examples_in_both_languages() -> None:
    counts = Counter((example.theme, example.language) for example in corpus())
    short = {
        (theme.id, language): counts[theme.id, language]
        for theme in vocabulary().themes
        for language, least in LEAST.items()
        if theme.id != UNSORTED and counts[theme.id, language] < least
    }
    assert short == {}


def test_languages_and_kinds_are_known() -> None:
    kinds = {kind.id for kind in vocabulary().note_kinds}
    assert {example.language for example in corpus()} <= {"sl", "en"}
    assert {example.kind for example in corpus()} <= kinds


def test_no_example_stands_twice() -> None:
    counts = Counter(bare(example.text) or example.text for example in corpus())
    assert [text for text, count in counts.items() if count > 1] == []


def test_nothing_is_taken_from_the_demo_or_the_evaluation() -> None:
    labelled = (HERE / "tests" / "bench" / "grouping").glob("*/*.csv")
    taken = texts_of(HERE / "data" / "demo" / "demo_answers.csv").union(*map(texts_of, labelled))
    sentences = {bare(example.text) for example in corpus() if len(example.text.split()) > 3}
    assert sentences & taken == set()


@pytest.mark.parametrize(
    "content", ["text\nkava\n", "language,kind,text\nsl,need\n", "language,kind,text\nsl,,kava\n", ""]
)
def test_a_mistake_is_named_by_file_and_line(tmp_path: Path, content: str) -> None:
    (tmp_path / "kultura.csv").write_text(content, encoding="utf-8")
    with pytest.raises(ContentError, match=r"kultura\.csv line [12]"):
        corpus(tmp_path)
