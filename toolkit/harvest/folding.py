"""Letters folded as people type them without carons, and words with their places in the text."""

import re
import unicodedata

_CARONS = str.maketrans("čćšžđ", "ccszd")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")

Token = tuple[int, str]


def fold(text: str) -> str:
    """Lower case without Slovenian carons; the same length as the composed text, so places in it still hold."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters grow when lowered (İ): they stay as they are
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return lowered.translate(_CARONS)


def composed(text: str) -> str:
    """Letters and carons typed apart (as some phones send them) joined into one character."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def words(folded: str) -> list[Token]:
    """Each word with its start; a hyphen inside a word belongs to it."""
    return [(found.start(), found.group()) for found in _WORD.finditer(folded)]
