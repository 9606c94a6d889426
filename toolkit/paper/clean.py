"""What must not reach paper or a table: control characters, and signs that turn the direction of writing."""

import unicodedata

REPLACEMENT = "□"
_TURNING = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_INVISIBLE = frozenset("\u200d\ufe0e\ufe0f") | frozenset(map(chr, range(0x1F3FB, 0x1F400)))  # joiners and skin tones


def plain(text: str) -> str:
    """The text in one line, without control or bidi characters; tabs and line ends become one space."""
    kept = "".join(" " if char.isspace() else char for char in text if _kept(char))
    return " ".join(unicodedata.normalize("NFC", kept).split())


def printable(text: str) -> str:
    """`plain`, with emoji and other signs no shipped font has shown as a box."""
    shown = (REPLACEMENT if ord(char) > 0xFFFF else char for char in plain(text) if char not in _INVISIBLE)
    return "".join(shown)


def _kept(char: str) -> bool:
    return char.isspace() or (char not in _TURNING and unicodedata.category(char) not in {"Cc", "Cs", "Co", "Cn"})
