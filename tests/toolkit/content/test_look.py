"""Colours can be read by everybody: contrast is computed, never believed."""

from itertools import pairwise

import pytest

from carousel.look import COLOURS, INKS
from carousel.look import SHAPES as CAROUSEL_SHAPES
from toolkit.content.look import FILE, SHAPES, GroupLook, check_look, contrast, look
from toolkit.content.reading import ContentError
from toolkit.content.vocabulary import vocabulary

LOOK = look()
TEXTS = [
    *((text, ground) for text in ("ink", "soft", "act", "warn", "stop") for ground in ("paper", "card")),
    *((text, "tint") for text in ("ink", "act")),
    ("act_ink", "act"),
    ("warn_ink", "warn"),
]


@pytest.mark.parametrize("tone", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_can_be_read_on_its_ground(tone: str, text: str, ground: str) -> None:
    colours = getattr(LOOK, tone)

    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("tone", ["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "card"])
def test_the_frame_of_a_field_can_be_seen(tone: str, ground: str) -> None:
    colours = getattr(LOOK, tone)

    assert contrast(colours["edge"], colours[ground]) >= 3


@pytest.mark.parametrize("group", LOOK.groups, ids=lambda group: str(group.colour))
def test_a_group_can_be_read_on_its_colour(group: GroupLook) -> None:
    assert contrast(group.ink, group.colour) >= 4.5


def test_eight_groups_differ_in_colour_and_in_shape() -> None:
    assert len({group.colour for group in LOOK.groups}) == len({group.shape for group in LOOK.groups}) == 8
    assert {group.shape for group in LOOK.groups} == set(SHAPES)


def test_screens_and_carousel_mean_the_same_groups() -> None:
    assert [group.colour.upper() for group in LOOK.groups] == [colour.upper() for colour in COLOURS]
    assert [group.ink.upper() for group in LOOK.groups] == [ink.upper() for ink in INKS]
    assert [group.shape for group in LOOK.groups] == list(CAROUSEL_SHAPES)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_every_theme_has_a_colour_and_neighbours_differ() -> None:
    colours = [LOOK.theme_colours[theme.id] for theme in vocabulary().themes]

    assert all(one != other for one, other in pairwise(colours))


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ('ink: "#17302d"', 'ink: "dark"', "“ink” must be a colour"),
        ('  act: "#0b6b63"\n', "", "“act” is missing"),
        ("shape: circle", "shape: ring", "“ring” is not known here"),
    ],
)
def test_a_mistake_is_named_by_file_and_line(good: str, bad: str, said: str) -> None:
    with pytest.raises(ContentError, match=f"data/look.yaml line .*{said}"):
        check_look(FILE.read_text("utf-8").replace(good, bad, 1))
