"""What may be shown at once and what a person looks at first. Nothing is ever deleted here."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from toolkit.content.vocabulary import vocabulary
from toolkit.harvest.folding import Token, composed, fold, words
from toolkit.harvest.language import guess_language
from toolkit.harvest.personal import Span, persons
from toolkit.harvest.rude import rude_spans
from toolkit.harvest.stems import Stems, parse
from toolkit.harvest.wordlists import wordlists

PUBLISH, PERSONAL, RUDE, HUMAN = "publish", "hold_personal_data", "hold_rude", "hold_human"
SOMEBODY = {"sl": "[sosed/a]", "en": "[neighbour]"}
GAP = "[…]"

Found = tuple[str, Span]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What to do with a text, which patterns say so, and the text as it could be shown instead."""

    action: str
    because: tuple[str, ...] = ()
    redacted: str = ""

    @property
    def held(self) -> bool:
        """Whether a person must look before anyone sees it."""
        return self.action != PUBLISH


def judge(text: str, language: str | None = None) -> Judgement:
    """Personal data weighs more than rudeness, rudeness more than a mere doubt."""
    text = composed(text)
    folded = fold(text)
    tokens = words(folded)
    spoken = language if language in SOMEBODY else guess_language(tokens, default="")
    data = list(_data(text))
    people = [("name", span) for span in persons(text, folded, tokens, spoken)]
    data += _health(text, folded, tokens, people)
    rude = rude_spans(folded, tokens)
    found = data + [("rude", span) for span in rude] + people
    if not found:
        return Judgement(PUBLISH, redacted=text)
    action = PERSONAL if data else RUDE if rude else HUMAN
    return Judgement(action, tuple(dict.fromkeys(name for name, _ in found)), _redact(text, found, spoken))


def emso_is_valid(digits: str) -> bool:
    """Checksum of the Slovenian personal number: weights 7 6 5 4 3 2 twice, modulo 11."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, (7, 6, 5, 4, 3, 2) * 2, strict=False))
    control = 11 - total % 11
    return len(digits) == 13 and control != 10 and control % 11 == int(digits[12])


# What the vocabulary's Slovenian patterns leave out: dots between digits, other countries, English addresses.
ABROAD = {
    "phone_dotted": r"(?<![\d.,])0\d{1,2}[./]\d{3}[./ -]\d{2,3}(?:[./ -]?\d{2})?(?!\d)",
    "phone_us": r"(?<![\d-])(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?!\d)",
    "phone_abroad": r"(?<!\d)(?:\+|00)(?!386)\d{2,3}(?:[ \-/]?\d{2,4}){2,4}(?!\d)",
    "ssn": r"(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)",
    "street_en": r"(?<!\d)\d{2,5} (?:[NSEW]\.? )?[A-Z][a-z]+ (?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr)\b",
}
_MEASURE = re.compile(r"\s?(?:km|m\b|ur|min|krat|x\b|let|ljudi|otrok|metr|kilomet|dni|dan|%|€|eur)", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?;\n]+")


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    written = vocabulary().moderation.patterns
    abroad = {name: re.compile(rule) for name, rule in ABROAD.items()}
    return tuple((name, rule) for name, rule in {**abroad, **written}.items() if name != "two_capitals")


@cache
def _health_stems() -> Stems:
    return Stems(map(parse, (*vocabulary().moderation.health_hint_stems, *wordlists().health_hints)))


def _data(text: str) -> Iterable[Found]:
    """Contact details, numbers and addresses: only texts with a digit or an @ are searched."""
    if "@" not in text and not any(letter.isdigit() for letter in text):
        return
    for name, pattern in _patterns():
        for found in pattern.finditer(text):
            if _stands(name, found, text):
                yield name, found.span()


def _stands(name: str, found: re.Match[str], text: str) -> bool:
    if name == "emso":
        return emso_is_valid(found.group())
    if name == "street_no":  # "po cesti 30 km/h" is a speed, not an address
        return not _MEASURE.match(text, found.end())
    return name != "tax_no" or not re.match(r"(?:19|20)\d{6}$", found.group())  # a date written without dots


def _health(text: str, folded: str, tokens: list[Token], people: list[Found]) -> list[Found]:
    """Illness in the same sentence as a name or a relation, so as a rule somebody else's."""
    hints = [(start, word) for start, word, _ in _health_stems().found(folded, tokens)]
    if not hints:
        return []
    somebody = [start for start, word in tokens if word in wordlists().relations] + [span[0] for _, span in people]
    edges = [0, *(found.start() for found in _SENTENCE.finditer(text)), len(text) + 1]
    return [
        ("health", (start, start + len(word)))
        for low, high in pairwise(edges)
        for start, word in hints
        if low <= start < high and any(low <= place < high for place in somebody)
    ]


def _redact(text: str, found: list[Found], language: str) -> str:
    """The text with a gap for each find; a name becomes somebody. Overlapping finds are one gap."""
    pieces, end = [], 0
    for name, (start, stop) in sorted(found, key=lambda each: (each[1][0], -each[1][1])):
        if start >= end:
            pieces += [text[end:start], SOMEBODY.get(language, SOMEBODY["sl"]) if name == "name" else GAP]
        end = max(end, stop)
    return "".join([*pieces, text[end:]])
