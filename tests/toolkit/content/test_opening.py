"""The slides stand in their order: assurances that are public, examples that were chosen, nothing else."""

from carousel.preparation import Assurance
from toolkit.content.good_practice import good_practice
from toolkit.content.opening import Opening, Shown, arranged, in_order, screens
from toolkit.content.question_set import question_set

SLIDES = question_set().programme.opening
USUAL = [slide.id for slide in SLIDES]
PUBLIC = Assurance(text="The old school is ours for two years.", who="The mayor", public=True)
SECRET = Assurance(text="Perhaps 3,000 euros.", who="An adviser")


def made(opening: Opening | None = None, **assurances: Assurance) -> tuple[Shown, ...]:
    numbered = {int(name.removeprefix("n")): one for name, one in assurances.items()}
    return arranged(SLIDES, opening or Opening(), numbered, good_practice())


def keys(slides: tuple[Shown, ...]) -> list[str]:
    return [one.key for one in slides]


def test_without_any_choice_they_are_those_of_the_question_set() -> None:
    assert keys(made()) == USUAL == ["purpose", "municipal_assurance", "good_practice", "evening", "together"]


def test_a_public_assurance_stands_instead_of_the_slide_that_asks_for_one() -> None:
    slides = made(n4=PUBLIC, n7=SECRET)

    assert keys(slides) == ["purpose", "assurance 4", "good_practice", "evening", "together"]
    assert slides[1].lines["en"] == (PUBLIC.text,)
    assert slides[1].under[0]["en"] == "The mayor"
    assert slides[1].notes == SLIDES[1].notes


def test_an_assurance_that_is_not_public_is_nowhere() -> None:
    assert SECRET.text not in repr(made(n7=SECRET))
    assert keys(made(n7=SECRET)) == USUAL


def test_chosen_examples_follow_their_slide_on_two_screens_each() -> None:
    slides = made(Opening(practices=("rojc_pula", "nobody_knows", "vgc_posavje")))

    assert keys(slides)[2:5] == ["good_practice", "practice rojc_pula", "practice vgc_posavje"]
    assert [screen.learning for screen in screens(slides)] == [False] * 4 + [True, False, True, False, False]


def test_what_is_left_out_stays_in_the_list_but_not_on_the_screen() -> None:
    slides = made(Opening(left_out=frozenset({"together"})))

    assert keys(slides) == USUAL
    assert [screen.slide.key for screen in screens(slides)] == USUAL[:-1]


def test_a_note_stands_beside_its_slide() -> None:
    slides = made(Opening(notes={"evening": "Show the toilets."}))
    assert [one.own_note for one in slides] == ["", "", "", "Show the toilets.", ""]


def test_slides_keep_the_chosen_order_and_a_new_one_finds_its_place() -> None:
    order = ("evening", "purpose", "municipal_assurance", "good_practice", "together")
    assert keys(made(Opening(order=order))) == list(order)
    assert keys(made(Opening(order=order), n4=PUBLIC))[:3] == ["evening", "purpose", "assurance 4"]


def test_an_order_that_names_what_is_gone_does_no_harm() -> None:
    assert in_order(["a", "b", "c"], ("gone", "c", "c", "a")) == ["c", "a", "b"]
    assert in_order(["a", "b"], ("b",)) == ["a", "b"]
    assert in_order([], ("b",)) == []


def test_a_question_set_without_those_slides_still_shows_them() -> None:
    slides = arranged(SLIDES[3:], Opening(practices=("rojc_pula",)), {4: PUBLIC}, good_practice())

    assert keys(slides) == ["evening", "together", "assurance 4", "practice rojc_pula"]
    assert slides[2].title["en"] == "What the municipality assures"
