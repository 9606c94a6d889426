"""What rehearsing residents write can't be taken for real, and needs no one to look at it."""

from random import Random

import pytest

from toolkit.harvest.moderation import judge
from toolkit.rehearse.words import MARK, WORDS, answer


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("kind", WORDS["sl"])
def test_every_answer_is_marked_short_and_harmless(language: str, kind: str) -> None:
    for text in WORDS[language][kind]:
        said = f"{text} {MARK[language]}"
        assert len(said) <= 200
        assert judge(said).action == "publish"


def test_the_same_seed_says_the_same() -> None:
    assert answer(Random(1), "sl", "need") == answer(Random(1), "sl", "need")


def test_an_unknown_kind_or_language_has_an_answer_too() -> None:
    assert answer(Random(1), "xx", "something").endswith(MARK["en"])
