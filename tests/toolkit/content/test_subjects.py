"""The subjects of notes, and what tells notes apart."""

import pytest

from toolkit.content.subjects import HINT, STAR, TOGETHER, Cue, cues, things


def every() -> list[Cue]:
    return [*cues("asks"), *cues("serves"), *(cue for each in things().values() for thing in each for cue in thing)]


def test_at_least_eighty_subjects_say_both_what_asks_and_what_serves() -> None:
    asked, served = ({cue.owner for cue in cues(side)} for side in ("asks", "serves"))
    assert len(asked & served) >= 80
    assert served <= asked


def test_every_part_is_a_folded_word_or_the_beginning_of_one() -> None:
    for cue in every():
        for part in cue.parts:
            word = part.removesuffix(STAR)
            assert word and word.isascii() and word == word.lower(), cue
            assert not {STAR, TOGETHER, HINT} & set(word), cue
            assert len(word) > 1 or not part.endswith(STAR), cue


@pytest.mark.parametrize("side", ["asks", "serves"])
def test_no_cue_stands_twice_in_a_subject(side: str) -> None:
    whole = [(cue.owner, cue.parts) for cue in cues(side)]
    assert len(whole) == len(set(whole))


def test_things_that_exclude_each_other_come_in_lists_of_two_or_more() -> None:
    assert all(len(each) > 1 and all(each) for each in things().values())
