"""`bench group`: seconds to group a table of answers, of one community, against reading its words alone."""

import time
from collections.abc import Callable
from functools import partial
from random import Random

from tests.bench.figures import Row, tell
from toolkit.cli.learning import learn
from toolkit.content.corpus import corpus
from toolkit.harvest.grouping import Asked, grouped

SIZES = (100, 1_000, 10_000)


def answers(count: int) -> list[Asked]:
    """Answers as varied as the corpus, each with a word of another, so that next to nothing is answered from memory."""
    rng, known = Random(count), corpus()
    drawn = [(rng.choice(known), rng.choice(known)) for _ in range(count)]
    return [
        Asked(community="Kraj", kind=one.kind, text=f"{one.text}, {other.text.split()[-1]}") for one, other in drawn
    ]


def reading(asked: list[Asked]) -> None:
    """The reference: scikit-learn counting the words and letters of the same texts."""
    from sklearn.feature_extraction.text import HashingVectorizer

    texts = [one.text for one in asked]
    HashingVectorizer().transform(texts)
    HashingVectorizer(analyzer="char_wb", ngram_range=(3, 5)).transform(texts)


def seconds(act: Callable[[], object]) -> float:
    """How long an act takes, once."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def main(as_json: bool, sizes: tuple[int, ...]) -> None:
    """Print a row per number of answers; what is learned is there before, as in a program that runs."""
    ready = seconds(learn)
    rows: list[Row] = []
    for size in sizes or SIZES:
        asked = answers(size)
        alone = min(seconds(partial(reading, asked)) for _ in range(3))
        whole = seconds(partial(grouped, asked))
        rows.append({"answers": size, "s": whole, "reading alone s": alone, "times": whole / alone, "ready s": ready})
    tell("group", rows, as_json, "goal: 10,000 answers in at most 10 s")
