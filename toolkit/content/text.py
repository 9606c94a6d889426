"""Words in several languages that always answer in the language asked for, as well as they can."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from toolkit.i18n import translator

PLACEHOLDER = re.compile(r"\{(\w+)\}")


class Text(Mapping[str, str]):
    """One sentence in several languages. A language that is not written here is taken from the translations."""

    __slots__ = ("_words",)

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = dict(words)

    def of(self, language: str, **data: object) -> str:
        """The sentence in `language`, else its translation from the English, else English, else Slovenian.

        Names in braces are filled from `data`; other braces stay, so that no text of an editor can fail here.
        """
        found = self._words.get(language) or self._translated(language)
        return PLACEHOLDER.sub(lambda name: str(data.get(name[1], name[0])), found)

    def _translated(self, language: str) -> str:
        if "en" in self._words:
            return translator(language).gettext(self._words["en"])
        return self._words.get("sl") or next(iter(self._words.values()), "")

    def __getitem__(self, language: str) -> str:
        return self.of(language)

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)

    def __hash__(self) -> int:
        return hash(tuple(sorted(self._words.items())))

    def __repr__(self) -> str:
        return f"Text({self._words!r})"


EMPTY = Text({})


@dataclass(frozen=True, slots=True)
class Lines:
    """A few sentences that belong together, each in every language."""

    texts: tuple[Text, ...] = ()

    def of(self, language: str, **data: object) -> tuple[str, ...]:
        """The sentences in `language`, in order."""
        return tuple(text.of(language, **data) for text in self.texts)

    def __getitem__(self, language: str) -> tuple[str, ...]:
        return self.of(language)

    def __len__(self) -> int:
        return len(self.texts)
