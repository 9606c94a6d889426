"""Themes suggested from the corpus and from what people corrected."""

import csv
from pathlib import Path

import pytest

from carousel.workshop import UNSORTED
from toolkit.content.corpus import Example, corpus
from toolkit.content.vocabulary import vocabulary
from toolkit.harvest.features import found_stems, tokens
from toolkit.harvest.learned import learn
from toolkit.harvest.themes import Sorter, sorter

DEMO = Path(__file__).parents[3] / "data" / "demo" / "demo_answers.csv"
SMALL = [
    Example(theme=theme, language="sl", kind="need", text=text)
    for theme, texts in {
        "vrt_hrana": ("skupni vrt z gredami", "sadike in semena", "zelenjava s kmetije", "greda za paradižnik"),
        "kultura": ("koncert v dvorani", "pevski zbor", "gledališka predstava", "razstava slik"),
        "mladi": ("soba za najstnike", "ročni nogomet za dijake", "mladinski klub", "prostor za mlade"),
    }.items()
    for text in texts
]


def test_most_demo_notes_get_the_very_theme_of_their_gold_label() -> None:
    with DEMO.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    told = sorter().suggest_all([row["text"] for row in rows])
    assert sum(said.theme == row["theme"] for said, row in zip(told, rows, strict=True)) >= 38


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Vrtec je poln", "otroci_druzine"),
        ("Vrt za vse", "vrt_hrana"),
        ("da ne bi vsak zase sedel pred televizijo", "druzenje"),
        ("nauci me kdo nastavit telefon", "digitalno"),
        ("KLEKLJANJE", "ustvarjanje"),
        ("We need more bicycle lanes and less traffic", "okolje_mobilnost"),
    ],
)
def test_everyday_words_without_carons_and_in_english_lead_to_a_theme(text: str, theme: str) -> None:
    assert sorter().suggest(text).theme == theme


@pytest.mark.parametrize("text", ["", "🙂🙂", "???", "12", "Я хочу кофе", "我们需要一个花园", "x" * 10_000, " \n\t"])
def test_what_cannot_be_read_stays_with_a_person(text: str) -> None:
    said = sorter().suggest(text)
    assert 0 <= said.confidence <= 1
    assert text == "x" * 10_000 or said.theme == UNSORTED


def test_a_suggestion_has_two_others_a_share_and_words_of_the_note() -> None:
    text = "Skupni vrt, kjer bi sadili zelenjavo"
    said = sorter().suggest(text)
    assert said.theme == "vrt_hrana" and said.confidence > 0.8
    assert len({said.theme, *said.others}) == 3
    assert said.words and all(word in text for word in said.words)


def test_many_are_told_as_one_by_one_and_in_any_order() -> None:
    texts = ["Šah in kava", "Vrt", "Popravilo koles", "Prevoz k zdravniku"]
    fresh = Sorter(sorter().known)
    together = fresh.suggest_all(texts)
    assert together == [Sorter(sorter().known).suggest(text) for text in texts]
    assert fresh.suggest_all(texts[::-1]) == together[::-1]
    assert fresh.suggest_all([]) == []


def test_stems_keep_the_known_traps() -> None:
    owners = {text: [stem.owner for stem in found_stems(text, "sl")] for text in ("Vrtec", "Vrt", "V soboto", "Sobo")}
    assert owners == {"Vrtec": ["otroci_druzine"], "Vrt": ["vrt_hrana"], "V soboto": [], "Sobo": ["prostor_oprema"]}


def test_tokens_are_lemmas_pairs_concepts_and_stems() -> None:
    found = tokens("Rabimo skupne vrtove", "sl")
    assert {"skupen", "vrt", "skupen vrt"} <= set(found) or {"vrt"} <= set(found)
    assert "stem:vrt_hrana" in tokens("vrt", "sl")


def test_a_corrected_word_that_no_corpus_knows_decides_the_next_note() -> None:
    known = learn(SMALL)
    before = Sorter(known).suggest("Brglezovina ob petkih", "sl")
    told = [
        Example(theme="mladi", language="", kind="need", text=f"Brglezovina {when}")
        for when in ("zvečer", "po pouku", "v soboto")
    ]
    after = Sorter(known, told).suggest("Brglezovina ob petkih", "sl")
    assert before.theme != "mladi" and after.theme == "mladi"


def test_corrections_leave_what_is_sure_as_it_was() -> None:
    told = tuple(Example(theme="mladi", language="", kind="need", text=f"Brglezovina {n}") for n in range(20))
    assert sorter(told).suggest("Pevski zbor ima vaje").theme == sorter().suggest("Pevski zbor ima vaje").theme


def test_learning_twice_gives_the_same() -> None:
    texts = ["vrt", "zbor", "soba", "nekaj"]
    assert Sorter(learn(SMALL)).suggest_all(texts) == Sorter(learn(SMALL)).suggest_all(texts)


def test_every_theme_is_learned() -> None:
    assert {example.theme for example in corpus()} == {theme.id for theme in vocabulary().themes} | {UNSORTED}
