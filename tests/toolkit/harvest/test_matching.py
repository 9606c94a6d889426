"""Offers and existing contents that could serve a need."""

import csv
from pathlib import Path
from random import Random

import pytest

from carousel.workshop import Note
from toolkit.harvest.matching import LIKELY, matches

DEMO = Path(__file__).parents[3] / "data" / "demo"
NEEDS = ("Kdo bi me peljal k zdravniku?", "Zbor nima kje vaditi.", "Ne znam poslati slike s telefona.")
OFFERS = (
    "Imam kombi in ob torkih čas.",
    "Soba v župnišču je ob večerih prazna.",
    "Sem informatik, pomagam pri telefonih.",
    "Podarim pasjo uto.",
)


def need(id: int, text: str, theme: str = "nerazvrsceno") -> Note:
    return Note(id=id, question="q", kind="need", text=text, theme=theme)


def offer(id: int, text: str, theme: str = "nerazvrsceno", kind: str = "offer") -> Note:
    return Note(id=id, question="q", kind=kind, text=text, theme=theme)


def needs() -> list[Note]:
    return [need(id, text) for id, text in enumerate(NEEDS, 1)]


def offers() -> list[Note]:
    return [offer(id, text) for id, text in enumerate(OFFERS, 11)]


@pytest.mark.parametrize("place", range(len(NEEDS)))
def test_what_serves_comes_first_though_no_word_is_shared(place: int) -> None:
    best = matches([needs()[place]], offers())[0]
    assert best.offer == offers()[place].id
    assert best.score >= LIKELY


def test_the_words_of_both_sides_are_told() -> None:
    best = matches([need(1, NEEDS[0])], offers())[0]
    assert "kombi" in best.because
    assert {"peljal", "zdravniku"} & set(best.because)


def test_what_exists_ranks_like_offers() -> None:
    there = offer(20, "Občina ima brezplačni prevoz za starejše.", kind="existing")
    assert 20 in {found.offer for found in matches([need(1, NEEDS[0])], [*offers(), there])[:2]}


def test_an_offer_of_another_language_course_does_not_serve() -> None:
    found = matches(
        [need(1, "Tečaj angleščine.")], [offer(2, "Učim nemščino."), offer(3, "Govorim angleško, lahko učim.")]
    )
    assert found[0].offer == 3
    assert found[1].score < found[0].score / 2


def test_english_needs_meet_english_offers() -> None:
    found = matches(
        [need(1, "A lift to the doctor")], [offer(2, "I sell a dog house"), offer(3, "I have a van on Tuesdays")]
    )
    assert found[0].offer == 3


def test_each_need_has_at_most_the_first_ones_the_likeliest_first() -> None:
    found = matches(needs(), offers(), first=2)
    assert [match.need for match in found] == [1, 1, 2, 2, 3, 3]
    assert all(one.score >= two.score for one, two in zip(found[::2], found[1::2], strict=True))
    assert all(0 <= match.score <= 1 for match in found)


def test_the_order_of_the_offers_does_not_matter() -> None:
    shuffled = offers()
    Random(5).shuffle(shuffled)
    assert matches(needs(), shuffled) == matches(needs(), offers())
    assert matches(needs(), offers()) == matches(needs(), offers())


def test_without_needs_or_offers_nothing_matches() -> None:
    assert matches([], offers()) == matches(needs(), []) == ()


@pytest.mark.parametrize("text", ["", "🙂", "…", "需要帮助", "a " * 5000])
def test_texts_without_words_of_ours_do_no_harm(text: str) -> None:
    assert len(matches([need(1, text)], [offer(2, text), *offers()])) == 3


def test_the_needs_of_the_demo_find_an_offer_among_all_communities() -> None:
    with (DEMO / "demo_answers.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    with (DEMO / "demo_answers_gold.csv").open(encoding="utf-8") as file:
        gold = dict(enumerate((row["match_group"] for row in csv.DictReader(file)), 1))
    notes = [
        Note(id=id, question="q", kind=row["kind"], text=row["text"], theme=row["theme"])
        for id, row in enumerate(rows, 1)
    ]
    asking = [note for note in notes if note.kind == "need" and gold[note.id]]
    found = matches(asking, [note for note in notes if note.kind == "offer"])
    for note in asking:
        assert gold[note.id] in {gold[match.offer] for match in found if match.need == note.id}
