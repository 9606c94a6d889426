"""Two ideas in one note, and a need or offer that hides in another kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.harvest.clauses import clauses
from toolkit.harvest.hidden import Hidden, hidden
from toolkit.harvest.splitting import split


@pytest.mark.parametrize(
    ("text", "ideas"),
    [
        ("Skupnostni vrt; tečaj angleščine", ("Skupnostni vrt", "tečaj angleščine")),
        ("1. tržnica 2. joga 3. luč na poti", ("tržnica", "joga", "luč na poti")),
        ("Posodim prikolico. Znam tudi klekljati.", ("Posodim prikolico", "Znam tudi klekljati")),
        ("Slovene lessons. Also benches along the stream.", ("Slovene lessons", "benches along the stream")),
    ],
)
def test_ideas_under_different_themes_are_proposed_apart(text: str, ideas: tuple[str, ...]) -> None:
    assert split(text) == ideas


@pytest.mark.parametrize(
    "text",
    [
        "", "vrt", "🙂", "Šivanje, kvačkanje, pletenje v družbi.", "Rabimo luči, ker je ponoči tema in nas je strah.",
        "Tečaj angleščine ali nemščine, kar že.", "Svetlo, toplo in domače.", "Pomoč pri telefonu in računalniku.",
    ],
)  # fmt: skip
def test_reasons_and_lists_of_one_thing_stay_whole(text: str) -> None:
    assert split(text) == ()


@given(st.text(max_size=200))
def test_clauses_are_pieces_of_the_note(text: str) -> None:
    from toolkit.harvest.folding import composed

    assert all(clause.text in composed(text) and clause.text.strip() for clause in clauses(text))


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Znam kvačkat, rabim pa prostor", "offer", Hidden("need", "rabim pa prostor", "Znam kvačkat")),
        ("Filmski večeri! Platno prinesem jaz.", "need", Hidden("offer", "Platno prinesem jaz", "Filmski večeri")),
        ("I can knit, but I have no wool.", "offer", Hidden("need", "I have no wool", "I can knit")),
    ],
)
def test_a_need_in_an_offer_and_an_offer_in_a_need_are_found(text: str, kind: str, found: Hidden) -> None:
    assert hidden(text, kind) == found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Posodim orodje, če ga kdo rabi.", "offer"), ("Ne rabim plačila, učila bi kar tako.", "offer"),
        ("Kdor rabi prevoz, naj pride k meni.", "offer"), ("Imam tri otroke in rabim varstvo.", "need"),
        ("Rabimo vrt", "need"), ("rabim prostor", "offer"), ("", "offer"), ("Znam kvačkat, rabim pa prostor", "other"),
    ],
)  # fmt: skip
def test_near_misses_are_left_alone(text: str, kind: str) -> None:
    assert hidden(text, kind) is None
