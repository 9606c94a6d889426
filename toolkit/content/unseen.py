"""Signs that change what a reader sees without being seen themselves, as a class of a regular expression.

Controls (all but tab and line ends), soft hyphens, zero-width signs, turns of the direction of writing, marks between
lines of annotation, halves of pairs, and tags. The joiner inside emoji stays.
"""

UNSEEN = (
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    r"\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
