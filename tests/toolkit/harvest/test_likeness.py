"""Suggestions of notes that say the same, and clusters proposed to be merged."""

import csv
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import numpy
import pytest

from carousel.workshop import Note
from toolkit.harvest.likeness import LIKELY, Likeness, at_once, proposals, suggestions

DEMO = Path(__file__).parents[3] / "data" / "demo"

COURSE, GERMAN, FIRST_AID = "Tečaj angleščine za odrasle.", "Tečaj nemščine za odrasle.", "Tečaj prve pomoči."
LIFT, DIALECT, SHOP = "Prevozi starejših k zdravniku.", "kdo bi nas zapelu k dohtarju", "Da mi kdo prinese iz trgovine."
PLOTS, FLATS, MARKET = "Skupnostni vrt.", "V bloku bi radi kaj posadili.", "Kmečka tržnica ob sobotah."
TEXTS = (COURSE, GERMAN, FIRST_AID, LIFT, DIALECT, SHOP, PLOTS, FLATS, MARKET)


def notes(texts: Sequence[str] = TEXTS, **values: Any) -> list[Note]:
    return [Note(**{"id": id, "question": "q", "kind": "need", "theme": "t", **values}, text=text)
            for id, text in enumerate(texts, 1)]  # fmt: skip


def score(one: str, other: str, others: Sequence[str] = TEXTS) -> float:
    """The score of a pair among other notes; 0 where it is not suggested."""
    texts = list(dict.fromkeys([one, other, *others]))
    pairs = {(pair.one, pair.other): pair.score for pair in suggestions(notes(texts), first=len(texts))}
    return pairs.get((1, 2), 0.0)


def demo() -> dict[str, list[Note]]:
    """The demo notes by community, numbered through."""
    with (DEMO / "demo_answers.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    found: dict[str, list[Note]] = {}
    for id, row in enumerate(rows, 1):
        note = Note(id=id, question="q", kind=row["kind"], text=row["text"], theme=row["theme"])
        found.setdefault(row["community"], []).append(note)
    return found


def demo_duplicates() -> set[tuple[int, int]]:
    with (DEMO / "demo_answers_gold.csv").open(encoding="utf-8") as file:
        gold = [row["duplicate_group"] for row in csv.DictReader(file)]
    return {(a, b) for a in range(1, 46) for b in range(a + 1, 46) if gold[a - 1] and gold[a - 1] == gold[b - 1]}


def test_all_true_pairs_of_the_demo_are_suggested() -> None:
    found = {(pair.one, pair.other) for group in demo().values() for pair in suggestions(group)}
    assert demo_duplicates() <= found


def test_the_demo_proposes_no_more_wrong_merges_than_true_ones() -> None:
    merges = [proposal.ids for group in demo().values() for proposal in proposals(group)]
    pairs = {(a, b) for ids in merges for a in ids for b in ids if a < b}
    true = pairs & demo_duplicates()
    assert len(true) >= 3
    assert len(pairs) <= 2 * len(true)


def test_the_words_in_common_are_told() -> None:
    both = notes(["Recycling centers moved out of town", "Move the recycling center"])
    assert {"Recycling", "centers"} <= set(suggestions(both)[0].words)


def test_the_same_idea_in_dialect_scores_higher_than_another_errand() -> None:
    assert score(LIFT, DIALECT) > max(score(LIFT, SHOP), LIKELY)


def test_the_same_idea_without_a_common_word_is_likely() -> None:
    assert score(PLOTS, FLATS) >= LIKELY


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (COURSE, GERMAN, "zacetni tecaj anglescine, zvecer"),
        ("Igrišče za otroke.", "Pospravljanje igrišča.", "Otroci se nimajo kje igrat, ni tobogana."),
        ("A German course", "An English course", "German lessons for beginners"),
    ],
)
def test_a_rare_word_that_differs_counts_more_than_common_words(one: str, other: str, alike: str) -> None:
    assert score(one, other) < score(one, alike)


@pytest.mark.parametrize("text", ["tecaj anglescine za odrasle", "TEČAJ ANGLEŠČINE ZA ODRASLE!!", "tečaj anglešćine"])
def test_missing_carons_capitals_and_slips_change_little(text: str) -> None:
    assert score(COURSE, text) >= 0.5


def test_different_kinds_are_never_brought_together() -> None:
    both = [Note(id=id, question="q", kind=kind, text="vrt") for id, kind in enumerate(("need", "offer"), 1)]
    assert suggestions(both) == ()
    assert proposals(both) == ()


def test_every_note_has_as_many_as_its_theme_and_kind_allow() -> None:
    pairs = suggestions(notes())
    for note in notes():
        assert sum(note.id in (pair.one, pair.other) for pair in pairs) >= 3
    assert len(suggestions(notes(["Vrt.", "Zapisnik seje"]))) == 1


def test_no_pair_comes_twice_nor_a_note_with_itself() -> None:
    pairs = [(pair.one, pair.other) for pair in suggestions(notes())]
    assert len(pairs) == len(set(pairs))
    assert all(one < other for one, other in pairs)


def test_the_order_of_the_notes_does_not_matter() -> None:
    shuffled = notes()
    Random(3).shuffle(shuffled)
    assert suggestions(shuffled) == suggestions(notes())
    assert proposals(shuffled) == proposals(notes())


def test_a_pair_scores_the_same_from_either_side() -> None:
    assert score(LIFT, DIALECT) == score(DIALECT, LIFT)


def test_scores_lie_between_nothing_and_one_and_fall() -> None:
    scores = [pair.score for pair in suggestions(notes())]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= each <= 1 for each in scores)


@pytest.mark.parametrize("text", ["", "   ", "🙂🙂", "…", "Потрібна допомога", "需要帮助", "a " * 5000])
def test_texts_without_words_of_ours_do_no_harm(text: str) -> None:
    assert len(suggestions(notes([text, text[:3], PLOTS]))) == 3
    assert all(isinstance(pair, Likeness) for pair in suggestions(notes([text])))
    assert proposals(notes([])) == ()


def test_notes_of_two_themes_come_together_only_when_they_sound_much_alike() -> None:
    def themed(one: str, other: str, sure: bool = False) -> tuple[Likeness, ...]:
        themes = enumerate((("a", one), ("b", other)), 1)
        return suggestions(
            Note(id=id, question="q", kind="need", text=text, theme=theme, theme_confirmed=sure)
            for id, (theme, text) in themes
        )

    assert themed(PLOTS, "Skupnostni vrt za nas, ki živimo v blokih")
    assert not themed(PLOTS, FIRST_AID)
    assert not themed(PLOTS, "Skupnostni vrt za nas, ki živimo v blokih", sure=True)


def test_a_proposal_names_the_cluster_by_the_words_of_its_middle() -> None:
    long = "Prevozi za starejše do zdravnika in v bolnico, ker sami ne morejo več voziti in nimajo nikogar"
    for found in proposals(notes([LIFT, DIALECT, long])):
        texts = dict(enumerate([LIFT, DIALECT, long], 1))
        assert len(found.name) <= 80
        assert texts[found.ids[0]].startswith(found.name.rstrip("…"))
        assert found.score >= LIKELY / 2
    assert proposals(notes([LIFT, DIALECT, long]))[0].words


def test_each_note_stands_in_one_proposal_of_at_most_eight() -> None:
    found = proposals(notes([*TEXTS, *["skupnostni vrt"] * 20]))
    ids = [id for proposal in found for id in proposal.ids]
    assert len(ids) == len(set(ids))
    assert all(2 <= len(proposal.ids) <= 8 for proposal in found)


def test_notes_told_apart_are_never_proposed_again() -> None:
    same = notes(["Skupnostni vrt", "skupnostni vrt", "Skupnostni vrt!"])
    assert len(proposals(same)[0].ids) == 3
    apart = frozenset({(1, 2), (1, 3), (2, 3)})
    assert proposals(same, apart) == ()
    assert not any({1, 2} <= set(found.ids) for found in proposals(same, frozenset({(1, 2)})))


def test_merged_notes_count_as_the_note_that_heads_them() -> None:
    merged = [
        Note(id=1, question="q", kind="need", text="Skupnostni vrt", cluster=1),
        Note(id=2, question="q", kind="need", text="Zapisnik seje", cluster=1),
        Note(id=3, question="q", kind="need", text="skupnostni vrt"),
    ]
    assert [found.ids for found in proposals(merged)] in ([(1, 3)], [(3, 1)])
    assert proposals(merged, frozenset({(2, 3)})) == ()


class Same:
    """A meaning in which every text is one."""

    def vectors(self, texts: Sequence[str], languages: Sequence[str]) -> Any:
        assert len(texts) == len(languages)
        return numpy.ones((len(texts), 1))


def test_an_embedding_is_mixed_in() -> None:
    pair = notes([PLOTS, FIRST_AID])
    assert suggestions(pair, meaning=Same())[0].score > suggestions(pair)[0].score


def test_compared_once_notes_are_told_as_when_compared_twice() -> None:
    assert at_once(notes()) == (suggestions(notes()), proposals(notes()))
