"""What may be shown at once and what a person looks at first. Nothing is ever deleted here."""

import re
from dataclasses import dataclass

from toolkit.harvest.contacts import contacts, emso_is_valid
from toolkit.harvest.folding import composed, fold, words
from toolkit.harvest.hardship import hardships
from toolkit.harvest.language import guess_language
from toolkit.harvest.personal import persons
from toolkit.harvest.reader import Span
from toolkit.harvest.rude import rude_spans

__all__ = ["HUMAN", "PERSONAL", "PUBLISH", "RUDE", "Judgement", "emso_is_valid", "judge"]

PUBLISH, PERSONAL, RUDE, HUMAN = "publish", "hold_personal_data", "hold_rude", "hold_human"
SOMEBODY = {"sl": "[sosed/a]", "en": "[neighbour]"}
GAP = "[…]"
MOST_ROUNDS = 4
MOST_BEFORE = 14

Found = tuple[str, Span]
_SAID_WHO = re.compile(r"\b(?:sosed\w*|neighbou?r) $")
_PUT_IN = re.compile("|".join(map(re.escape, (*SOMEBODY.values(), GAP))))


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
    """Personal data weighs more than rudeness, rudeness more than a mere doubt. What is redacted would be published."""
    text = composed(text)
    action, found, spoken = _look(text, language)
    if not found:
        return Judgement(PUBLISH, redacted=text)
    because = tuple(dict.fromkeys(name for name, _ in found))
    return Judgement(action, because, _redacted(text, found, spoken))


def _look(text: str, language: str | None) -> tuple[str, list[Found], str]:
    """The action, what was found and where, and the language."""
    if "[" in text:  # what we put in ourselves is nobody
        text = _PUT_IN.sub(lambda found: " " * len(found.group()), text)
    folded = fold(text)
    tokens = words(folded)
    spoken = language if language in SOMEBODY else guess_language(tokens, default="")
    people = persons(text, tokens, spoken)
    data = list(contacts(text, folded, tokens))
    data += [("health", span) for span in hardships(folded, tokens, people)]
    rude = rude_spans(folded, tokens)
    found = [*data, *(("rude", span) for span in rude), *(("name", span) for span in people)]
    return PERSONAL if data else RUDE if rude else HUMAN if people else PUBLISH, found, spoken


def _redacted(text: str, found: list[Found], spoken: str) -> str:
    """The text without what was found, looked at again until nothing more is; at the worst nothing of it is left."""
    for _ in range(MOST_ROUNDS):
        text = _without(text, found, spoken)
        found = _look(text, spoken)[1]
        if not found:
            return text
    return GAP


def _without(text: str, found: list[Found], language: str) -> str:
    """The text with a gap for each find; a name becomes somebody. Overlapping finds are one gap."""
    pieces, end = [], 0
    for name, (start, stop) in sorted(found, key=lambda each: (each[1][0], -each[1][1])):
        if start >= end:
            pieces += [text[end:start], _instead(name, text[:start], language)]
        end = max(end, start + len(text[start:stop].rstrip()))
    return "".join([*pieces, text[end:]])


def _instead(name: str, before: str, language: str) -> str:
    """What stands for a find; where "sosed" is said already, a name leaves a gap."""
    if name != "name" or _SAID_WHO.search(fold(before[-MOST_BEFORE:])):
        return GAP
    return SOMEBODY.get(language, SOMEBODY["sl"])
