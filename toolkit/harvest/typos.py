"""One slip of the thumb put right: two letters swapped, one too many, one missing, one beside the right one."""

from collections.abc import Callable, Container, Iterator

LEAST = 6
LETTERS = "abcdefghijklmnoprstuvz"
ROWS = ("qwertzuiop", "asdfghjkl", "yxcvbnm")


def repaired(folded: str, lemma_of: Callable[[str], str], field: Container[str]) -> str:
    """The lemma one slip away from a folded word of six letters or more; empty where none or several fit.

    Letters swapped or doubled lead to any word; other slips only to lemmas of the field, for Slovenian has too many
    words one letter apart (mediacija, meditacija). `lemma_of` says "" for what is no word. The first letter is right.
    """
    if len(folded) < LEAST or not folded.isalpha():
        return ""
    for slips, anywhere in ((_swapped, True), (_doubled, True), (_missing, False), (_extra, False), (_beside, False)):
        found = {lemma for word in set(slips(folded)) if (lemma := lemma_of(word)) and (anywhere or lemma in field)}
        if found:
            return found.pop() if len(found) == 1 else ""
    return ""


def _swapped(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(1, len(word) - 1))


def _doubled(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word) - 1) if word[at] == word[at + 1])


def _missing(word: str) -> Iterator[str]:
    return (word[:at] + letter + word[at:] for at in range(1, len(word)) for letter in LETTERS)


def _extra(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(1, len(word)))


def _beside(word: str) -> Iterator[str]:
    return (word[:at] + other + word[at + 1 :] for at in range(1, len(word)) for other in _neighbours(word[at]))


def _neighbours(letter: str) -> str:
    """Keys to the left, the right, above and below on the Slovenian keyboard."""
    for height, row in enumerate(ROWS):
        if (at := row.find(letter)) >= 0:
            around = [row[max(0, at - 1) : at], row[at + 1 : at + 2]]
            around += [near[max(0, at - 1) : at + 2] for near in ROWS[max(0, height - 1) : height + 2] if near != row]
            return "".join(around)
    return ""
