"""Words in their dictionary form, however residents type them."""

import csv
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.content.reading import DATA
from toolkit.harvest.folding import fold
from toolkit.harvest.lemmas import Lemma, content_lemmas, lemmas
from toolkit.harvest.wordforms import lemma_of


def read(text: str, language: str = "sl") -> list[str]:
    return [each.lemma for each in content_lemmas(text, language)]


@pytest.mark.parametrize("form", ["vrt", "vrtovi", "VRTU", "Vrtovih"])
def test_every_form_of_a_word_is_one_word(form: str) -> None:
    assert read(form) == ["vrt"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tecajev", "tečajev"),
        ("pomoci", "pomoči"),
        ("starejsim", "starejšim"),
        ("zivljenja", "življenja"),
        ("šole", "sole"),
    ],
)
def test_a_word_without_carons_is_the_word_with_them(typed: str, meant: str) -> None:
    assert read(typed) == read(meant) != []


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("skuham", "skuhati"), ("posodim", "posoditi"), ("družabnega", "druzaben"), ("popravljalnico", "popravljalnica")],
)
def test_forms_missing_from_the_dictionary_are_read_by_their_ending(form: str, lemma: str) -> None:
    assert read(form) == [lemma]


@pytest.mark.parametrize(("form", "lemma"), [("vadmo", "vaditi"), ("zrihtu", "zrihtati"), ("pametnga", "pameten")])
def test_swallowed_vowels_are_put_back(form: str, lemma: str) -> None:
    assert read(form) == [lemma]


@pytest.mark.parametrize(("form", "standard"), [("štacuno", "trgovina"), ("muzika", "glasba"), ("otrocm", "otrok")])
def test_dialect_is_read_as_standard_words(form: str, standard: str) -> None:
    assert read(form) == [standard]


@pytest.mark.parametrize(
    ("slip", "lemma"), [("brezplačnno", "brezplacen"), ("klep", "klep"), ("knjižncia", "knjiznica")]
)
def test_one_slip_in_a_long_word_is_put_right(slip: str, lemma: str) -> None:
    assert read(slip) == [lemma]


@pytest.mark.parametrize("word", ["mediacija", "startup", "coworking", "Golnik", "pilates"])
def test_rare_words_are_left_alone(word: str) -> None:
    assert read(word) == [word.lower()]


def test_new_words_have_one_lemma_in_all_their_forms() -> None:
    assert len({lemma_of(form, "sl") for form in ("briškula", "briškulo", "briškule", "briskuli")}) == 1


def test_english_is_read_as_english() -> None:
    assert read("We would like courses for children", "en") == ["course", "child"]


def test_function_words_carry_no_meaning() -> None:
    assert read("Rada bi, da bi se vsaj enkrat na teden dobili na klepet") == ["enkrat", "teden", "dobiti", "klepet"]


def test_each_lemma_knows_its_place_and_spelling() -> None:
    assert lemmas("Za VRT!", "sl")[1] == Lemma("VRT", 3, "vrt")


@pytest.mark.parametrize("text", ["", "   ", "🙂🙂", "не знам", "a" * 10_000, "İstanbul ǅ ß", "12 000 €"])
def test_odd_texts_do_no_harm(text: str) -> None:
    assert all(text[each.start :].startswith(each.word) for each in lemmas(text, "sl"))


@given(st.text(max_size=60), st.sampled_from(["sl", "en", "de", ""]))
def test_lemmas_are_folded_and_in_order(text: str, language: str) -> None:
    found = lemmas(text, language)
    assert all(each.lemma == fold(each.lemma) for each in found)
    assert [each.start for each in found] == sorted(each.start for each in found)


def test_nothing_heavy_is_imported_before_it_is_used() -> None:
    program = "import sys, toolkit.harvest.lemmas, toolkit.harvest.meaning; sys.exit('simplemma' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=DATA.parent).returncode == 0


def _answers() -> list[dict[str, str]]:
    with (DATA / "demo" / "demo_answers.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
