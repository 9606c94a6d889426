"""Pages that many phones see alike are rendered once; what is one phone's alone is filled into the gaps."""

import re
import secrets
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from markupsafe import escape

from toolkit.phone.timing import Face
from toolkit.phone.tokens import Held, new_key

SALT = secrets.token_hex(8)  # nobody outside knows it, so nobody can write a gap into a note
GAPS = re.compile(rf"{SALT}-([a-z]+\d*)-")
MOST = 300


def gap(name: str) -> Any:
    """Stands in a mould for what will be filled in."""
    return f"{SALT}-{name}-"


@dataclass(frozen=True, slots=True)
class Own:
    """What on a page belongs to this phone alone."""

    csrf: str
    slip: Held | None = None
    clock: Face | None = None
    once: Mapping[str, Any] = field(default_factory=dict)
    key: Callable[[], str] = new_key

    def words(self) -> dict[str, str]:
        """What goes into the gaps."""
        found: dict[str, Any] = {"csrf": self.csrf} | {name: self.once[name] for name in self.once if name != "slip"}
        if self.slip:
            found |= {"slip": self.slip.slip, "code": self.slip.code, "ticket": self.slip.ticket}
        if self.clock:
            found |= {name: getattr(self.clock, name) for name in TICKING}
        return {name: str(escape("" if value is None else value)) for name, value in found.items()}

    def marked(self) -> "Own":
        """The same with gaps; what is missing stays missing."""
        slip, numbers = self.slip, count()
        ticket = gap("ticket") if slip and slip.ticket is not None else None
        return Own(
            csrf=gap("csrf"),
            slip=slip and replace(slip, slip=gap("slip"), code=gap("code"), ticket=ticket),
            clock=self.clock and replace(self.clock, **{name: gap(name) for name in TICKING}),
            once={name: gap(name) for name in self.once},
            key=lambda: str(gap(f"key{next(numbers)}")),
        )


TICKING = ("text", "words", "left", "share", "ends", "now")


@dataclass(slots=True)
class Moulds:
    """The moulds of this process by what they depend on; `of` keeps alive what a key names by its identity."""

    _kept: dict[Hashable, tuple[list[str], object]] = field(default_factory=dict)

    def cast(self, key: Hashable, of: object, own: Own, render: Callable[[Own], str]) -> str:
        """The page for one phone; `render` is asked only when nobody saw the like before."""
        if key not in self._kept:
            if len(self._kept) >= MOST:
                self._kept.clear()
            self._kept[key] = (GAPS.split(render(own.marked())), of)
        pieces, words = self._kept[key][0].copy(), own.words()
        pieces[1::2] = [words[name] if name in words else new_key() for name in pieces[1::2]]
        return "".join(pieces)
