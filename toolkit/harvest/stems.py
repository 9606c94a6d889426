"""Word stems compiled for quick look-up: plain = the word starts so, '=' = the whole word, with a space = a phrase."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from toolkit.harvest.folding import fold


@dataclass(frozen=True, slots=True)
class Stem:
    """One vocabulary entry, folded. A phrase scores 2, any other stem 1."""

    text: str
    exact: bool
    owner: str
    score: int

    def stands_at(self, folded: str, start: int, word: str) -> bool:
        """Whether this stem matches the word that begins at `start`."""
        if self.exact:
            return word == self.text
        return folded.startswith(self.text, start) if self.score > 1 else word.startswith(self.text)


def parse(entry: str, owner: str = "") -> Stem:
    """A stem from the way vocabularies write it."""
    text = fold(entry.removeprefix("="))
    return Stem(text, entry.startswith("="), owner, 2 if " " in text else 1)


class Stems:
    """Stems sorted into drawers by their first three letters, so that a word is compared with a handful only."""

    __slots__ = ("_drawers",)

    def __init__(self, stems: Iterable[Stem]) -> None:
        self._drawers: dict[str, list[Stem]] = {}
        for stem in stems:
            self._drawers.setdefault(stem.text[:3], []).append(stem)

    def found(self, folded: str, tokens: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str, Stem]]:
        """Every match in the order of the text: its start, the word there, the stem."""
        drawers = self._drawers
        for start, word in tokens:
            for drawer in (drawers.get(word[:3]), drawers.get(folded[start : start + 3]) if len(word) < 3 else None):
                for stem in drawer or ():
                    if stem.stands_at(folded, start, word):
                        yield start, word, stem
