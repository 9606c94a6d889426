"""A walk through everything that a published value holds."""

import dataclasses
from collections.abc import Iterator, Mapping


def inside(value: object) -> Iterator[object]:
    """The value and everything in it."""
    yield value
    if dataclasses.is_dataclass(value):
        for each in dataclasses.fields(value):
            yield from inside(getattr(value, each.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from inside(one)
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from inside(one)
