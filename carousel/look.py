"""A group's colour, ink and shape by its index: Okabe-Ito colours, told apart without colour by the shape."""

COLOURS = ("#E69F00", "#56B4E9", "#009E73", "#D55E00", "#CC79A7", "#0072B2", "#F0E442", "#000000")
INKS = ("#000000", "#000000", "#000000", "#000000", "#000000", "#FFFFFF", "#000000", "#FFFFFF")
SHAPES = ("circle", "square", "triangle", "diamond", "hexagon", "star", "pentagon", "cross")


def letter(index: int) -> str:
    """A, B, C … by the group's index over all carousels."""
    return chr(ord("A") + index)


def colour(index: int) -> str:
    """Background colour as #RRGGBB; it repeats after eight groups."""
    return COLOURS[index % len(COLOURS)]


def ink(index: int) -> str:
    """Colour of text on the group's colour, at least 4.5 : 1 in contrast."""
    return INKS[index % len(INKS)]


def shape(index: int) -> str:
    """Name of the shape; the ninth group repeats the first colour with another shape."""
    return SHAPES[(index + index // len(SHAPES)) % len(SHAPES)]
