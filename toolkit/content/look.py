"""The colours of every screen and sheet, from data/look.yaml."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from toolkit.content.reading import DATA, Block, parse_block, read_block
from toolkit.content.vocabulary import vocabulary

FILE = DATA / "look.yaml"
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
TOKENS = ("ink", "paper", "card", "line", "edge", "soft", "tint", "act", "act_ink", "warn", "warn_ink", "stop")
SHAPES = ("circle", "triangle", "square", "diamond", "hexagon", "star", "pentagon", "cross")


@dataclass(frozen=True, slots=True)
class GroupLook:
    """How a group is told apart; `ink` is the text colour on `colour`."""

    colour: str
    ink: str
    shape: str


@dataclass(frozen=True, slots=True)
class Look:
    """Colours as "#rrggbb" by token (see TOKENS), for light and dark; groups by index, kinds of note by id."""

    light: Mapping[str, str]
    dark: Mapping[str, str]
    groups: tuple[GroupLook, ...]
    kinds: Mapping[str, str]

    @property
    def theme_colours(self) -> Mapping[str, str]:
        """A colour for each theme, neighbours in the vocabulary unlike each other; the unsorted is grey."""
        ring = [group.colour for group in self.groups if group.colour != "#000000"]
        themes = [theme.id for theme in vocabulary().themes]
        return {id: ring[place % len(ring)] for place, id in enumerate(themes)} | {themes[-1]: self.kinds["other"]}


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21. Source: WCAG 2.2, relative luminance and contrast ratio."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@cache
def look() -> Look:
    """The shipped colours, read once."""
    return _look(read_block(FILE))


def check_look(text: str, file: str = "data/look.yaml") -> Look:
    """The colours of a text that somebody edits; ContentError names the line."""
    return _look(parse_block(text, file))


def _look(block: Block) -> Look:
    kinds = block.need("kinds", Block)
    return Look(
        light=_colours(block.need("light", Block), TOKENS),
        dark=_colours(block.need("dark", Block), TOKENS),
        groups=tuple(_group(each) for each in block.blocks("groups")),
        kinds=_colours(kinds, tuple(kind.id for kind in vocabulary().note_kinds)),
    )


def _colours(block: Block, keys: tuple[str, ...]) -> Mapping[str, str]:
    return {key: _colour(block, key) for key in keys}


def _colour(block: Block, key: str) -> str:
    if not COLOUR.fullmatch(block.need(key, str)):
        raise block.fault('“{key}” must be a colour like "#0b6b63", in quotes.', key, key=key)
    return block.need(key, str)


def _group(block: Block) -> GroupLook:
    shape = block.need("shape", str)
    if shape not in SHAPES:
        raise block.fault(
            "“{word}” is not known here; use one of: {known}.", "shape", word=shape, known=", ".join(SHAPES)
        )
    return GroupLook(_colour(block, "colour"), _colour(block, "ink"), shape)


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
