"""One text being searched for persons: its words, their capitals, and what stands between them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from toolkit.harvest.folding import Token
from toolkit.harvest.names import names

Span = tuple[int, int]

_OPENS = re.compile(r"[.!?:;\n\"»“„(–-]\s*$")


@dataclass(frozen=True, slots=True)
class Reader:
    """A text with its folded words; `loud` where all letters are small or all capital, so that capitals say nothing."""

    text: str
    tokens: Sequence[Token]
    language: str
    loud: bool
    forms: Mapping[str, int]

    @classmethod
    def of(cls, text: str, tokens: Sequence[Token], language: str) -> "Reader":
        """A reader of the composed text; the language is "sl", "en" or "" (not recognised)."""
        return cls(text, tokens, language, text.isupper() or text.islower(), names())

    def word(self, place: int) -> str:
        """The folded word at a place; empty outside the text."""
        return self.tokens[place][1] if 0 <= place < len(self.tokens) else ""

    def what(self, place: int) -> int:
        """What the lists of names say about the word."""
        return self.forms.get(self.word(place), 0)

    def capital(self, place: int) -> bool:
        """Whether the word is written Like This."""
        if self.loud or not 0 <= place < len(self.tokens):
            return False
        start, word = self.tokens[place]
        return len(word) > 1 and self.text[start].isupper() and self.text[start + 1].islower()

    def opens(self, place: int) -> bool:
        """Whether the word opens a sentence, where every word has a capital."""
        start = self.tokens[place][0]
        return place == 0 or bool(_OPENS.search(self.text, max(0, start - 4), start))

    def between(self, place: int) -> str:
        """What stands between this word and the next; a line's end outside the text."""
        if not 0 <= place < len(self.tokens) - 1:
            return "\n"
        start, word = self.tokens[place]
        return self.text[start + len(word) : self.tokens[place + 1][0]]

    def joined(self, place: int) -> bool:
        """Whether nothing but spaces stands between this word and the next."""
        return not self.between(place).strip(" \t")

    def span(self, first: int, length: int) -> Span:
        """Where so many words from the first stand."""
        start, word = self.tokens[first + length - 1]
        return self.tokens[first][0], start + len(word)
