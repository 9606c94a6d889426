"""Synonyms and the concepts of the field."""

import pytest

from toolkit.content.reading import ContentError
from toolkit.content.speech import speech
from toolkit.content.thesaurus import FIELD, check_groups, concepts, groups, synonyms
from toolkit.content.wordstore import endings, known_lemmas, lines


def test_the_same_idea_in_other_words_is_one_concept() -> None:
    assert concepts("kombi") & concepts("peljati") & concepts("ride") == {"prevoz"}


def test_languages_are_concepts_of_their_own() -> None:
    assert not concepts("anglescina") & concepts("nemscina")


def test_an_unknown_word_belongs_nowhere_and_has_no_synonyms() -> None:
    assert concepts("qqq") == synonyms("qqq") == frozenset()


def test_there_are_at_least_150_groups_of_several_words_each() -> None:
    assert len(groups()) >= 150
    assert all(len(members) > 1 for members in groups().values())


def test_most_groups_have_words_of_both_languages() -> None:
    english = {"ride", "garden", "coffee", "computer", "tool", "volunteer", "elderly", "playground", "course"}
    assert all(concepts(word) for word in english)


def test_synonyms_are_mutual() -> None:
    assert "debata" in synonyms("razprava") or "diskusija" in synonyms("razprava")
    assert all("vadba" in synonyms(other) for other in synonyms("vadba"))


def test_a_word_with_carons_in_a_group_is_named_by_line() -> None:
    with pytest.raises(ContentError, match="line 2: Write “tečaj” as one word"):
        check_groups("vrt: [vrt, greda]\ntecaj: [tečaj, course]\n")


def test_the_shipped_groups_are_valid() -> None:
    assert check_groups(FIELD.read_text("utf-8")) == groups()


def test_the_packed_lists_can_be_read() -> None:
    assert "vrtnarjenje" in known_lemmas()
    assert endings()["imo"][0] == (2, "ti")


def test_a_missing_list_is_named() -> None:
    with pytest.raises(ContentError, match=r"data/thesaurus/nothing\.gz: The file cannot be read"):
        lines("nothing.gz")


def test_dialect_and_function_words_can_be_read() -> None:
    assert speech().forms["peljem"] == "peljati"
    assert "lahko" in speech().function_words["sl"]
