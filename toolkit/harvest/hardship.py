"""Illness and hardship of somebody who can be recognised: a neighbour, a relation, whoever lives in a certain house."""

import re
from collections.abc import Iterator, Sequence

from toolkit.harvest.folding import Token
from toolkit.harvest.people import KIN, NEIGHBOUR, ROLE, SOMEBODY, WHOSE, people, states, unsure
from toolkit.harvest.reader import Span
from toolkit.harvest.wordlists import wordlists

Hint = tuple[int, int, str]
NAMED, PINNED, NEAR, KNOWN, PLACED, NOBODY = 4, 3, 2, 1, 0, -1

_SENTENCE = re.compile(r"(?<!\bst)(?<!\bg)(?<!\bga)(?<!\bdr)(?<!\d)[.!?;\n]+(?=\s|$)")
_CLAUSE = re.compile(r"[,:()–]|\b(?:in|pa|ker|k|ki|ampak|zato|and|but|because|so|who)\b")
_BUILT = (
    r"trgovin|cerkv|cest[eo]\b|konc|vrh|dvorisc|kmetij|sol[eo]\b|gostiln|post[eoi]\b|pekarn|ovink|kriz|most|klanc"
    r"|postaj|igrisc|zelezn|park|kapel|potok|gozd|mlin|banko|garaz|pokopalisc|gasilsk\w+ dom|trafik|lekarn|mesnic|salon"
)
_WHERE = re.compile(
    r"\b(?:ta|tist[aoi]|tistega|tistemu|on[ai]?|un[ai]),? (?:ki|k)\b|\b(?:ki|k) (?:stanu\w*|zivi|dela|vodi|ima|ma)\b"
    r"|\b(?:ta k|ta ki|ta, k|ta, ki|(?:that|this) (?:man|woman|guy|family|lady|boy|girl))\b"
    r"|\b(?:v|iz|s|z)\s(?:\w+\.?\s){0,2}(?:pritlic|blok|stanovanj|nadstropj|his[aeio]\b|vhod|stolpnic|mansard|vasi\b|zaselk|ulic|bifej"
    r"|trafik|lekarn|ambulant|pekarn|trgovin|barak|prikolic|prvega\b|drugega\b|tretjega\b|stevilk|st\.)"
    rf"|\b(?:nad|pod|pri|na|cez|ob|poleg|zraven|nasproti|za|pred)\s(?:\w+\s)?(?:{_BUILT})"
    r"|\biz (?:\d|prv\w+|drug\w+|tretj\w+|cetrt\w+|pet\w+|sest\w+|sedm\w+|osm\w+|devet\w+)\.? ?[a-h]\b"
    r"|\b(?:nad|pod|ob|zraven|poleg|nasproti) (?:nami|nas|mano|mene|meni|nam)\b|\bna (?:stevilki|st\.?) ?\d"
    r"|\bover the road\b|\b(?:above|below|behind|opposite|near) (?:us|me|the (?:church|school|shop|pub))\b"
    r"|\bst\.? ?\d|\bflat \w|\bapartment \d|\bin the \w+ (?:house|flat|block|cottage)"
    r"|\b(?:next door|upstairs|downstairs|(?:across|down|up) the (?:road|street|lane|hall)|next to"
    r"|(?:at|from|in|above|behind) the (?:corner|bakery|shop|pub|farm|garage|post office|mill)"
    r"|(?:at|from|in|above|behind) the (?:end|bottom|top|kiosk|butcher)"
    r"|top house|number \d|on the (?:corner|ground|first|second|third|top)"
    r"|who (?:lives|works|runs|owns|drives|has the)|with the \w+ (?:car|dog|van|hair|house|coat|bike))"
)
_CARES = re.compile(
    r"\b(?:jaz|jst|meni|mene|mi|me|nam|nas|nama|midva|sem|sm|nisem|imam|nimam|skrbim|negujem|peljem|rabim"
    r"|potrebujem|iscem|zelim|hocem|ne morem|ne vem|kot|pokazem|pridem|pomagam|ucim|vodim|te|ti|rabimo"
    r"|iscemo|potrebujemo|zelimo|imamo|smo|rad|rada|bi rad\w?|"
    r"grem|gremo|i|we|me|us|i'm|i've)\b"
)
_MINE = re.compile(r"\b(?:(?:moj|najin)\w*|nas[aeio]?|nas(?:ega|emu|im)|my|our)\b")
_OWN = re.compile(r"\b(?:sem|sm|nisem|imam|nimam|jaz|jst|me|mi|meni|slabo vidim|i|i'm|we|smo|sva)\b")
_WISH = re.compile(
    r"\b(?:naj|bi|lahko|ce|kadar|ko|tema|tecaj|predav\w*|delavnic\w*|(?<!iz )skupin\w*|pogovor\w*|svetov\w*"
    r"|preventiv\w*|if|when|could|should|would|might|group|talks?|lecture|workshop|course|support|advice|class)\b"
)
_IF = re.compile(r"\b(?:ce|kadar|if|whenever)\b")
_ABOUT = re.compile(r"\b(?:o|proti|about|of|against|for|kot|(?<!skrbi )za)(?: (?:the|a|an))? $")
_MANY = re.compile(r"\b(?:so|imajo|nimajo|\w+jo)\b")
_THOSE = frozenset(("tisti", "oni", "uni", "tiste", "one"))


def hardships(folded: str, tokens: Sequence[Token], named: Sequence[Span]) -> Iterator[Span]:
    """Words of illness or hardship in the sentence of a person who is known by name, relation or place."""
    hints = list(_hints(folded, tokens))
    if not hints:
        return
    for low, high in _pieces(_SENTENCE, folded, 0, len(folded)):
        inside = [hint for hint in hints if low <= hint[0] < high]
        if inside:
            yield from _in_sentence(folded, tokens, named, inside, low, high)


def _hints(folded: str, tokens: Sequence[Token]) -> Iterator[Hint]:
    """Start, length and weight of each word of the kind, but for those that only look so or name a subject."""
    lists = wordlists()
    found = list(states().found(folded, tokens))
    seeming = {start for start, _, stem in found if not stem.owner}
    for start, word, stem in found:
        if start in seeming or word.startswith(lists.healthy) or word in lists.healthy_words:
            continue
        if not _ABOUT.search(folded, max(0, start - 14), start):
            yield start, max(len(word), len(stem.text.rstrip())), stem.owner


def _in_sentence(
    folded: str, tokens: Sequence[Token], named: Sequence[Span], hints: Sequence[Hint], low: int, high: int
) -> Iterator[Span]:
    sentence = folded[low:high]
    placed = bool(_WHERE.search(sentence))
    last = NOBODY
    for start, stop in _pieces(_CLAUSE, folded, low, high):
        many = bool(_MANY.search(folded, start, stop))
        here = [_weight(tokens, at, placed, many) for at, token in enumerate(tokens) if start <= token[0] < stop]
        here += [NAMED for at, _ in named if start <= at < stop]
        heaviest = max(here, default=NOBODY)
        own = bool(_OWN.search(folded, start, stop))
        if heaviest == NOBODY and not own:
            heaviest = last
        last = heaviest
        for at, length, owner in hints:
            if start <= at < stop and _counts(heaviest, owner, placed, sentence):
                yield at, at + length


def _weight(tokens: Sequence[Token], at: int, placed: bool, many: bool) -> int:
    """How surely the word at a place means a certain person: by whom they belong to, next door, known, by the place."""
    word = tokens[at][1]
    what = people().get(word, 0)
    if not what & (KIN | ROLE | SOMEBODY | NEIGHBOUR) or (many and word in _THOSE):
        return NOBODY
    before = [tokens[at - step][1] if at >= step else "" for step in (1, 2)]
    if before[0] in unsure() or before[1] in ("a", "an", "one"):
        return NOBODY
    if _pinned(tokens, at, before):
        return PINNED
    if what & NEIGHBOUR:
        return NEAR
    if what & (KIN | ROLE):
        return KNOWN
    return PLACED if placed else NOBODY


def _pinned(tokens: Sequence[Token], at: int, before: Sequence[str]) -> bool:
    """Sosedov sin, hčerka od poštarja, the caretaker's wife: another person says whose it is."""
    if people().get(before[0], 0) & WHOSE or (before[0] == "s" and people().get(before[1], 0)):
        return True
    after = [word for _, word in tokens[at + 1 : at + 4]]
    return after[:1] == ["od"] and any(people().get(word, 0) & (KIN | ROLE | SOMEBODY) for word in after[1:])


def _counts(person: int, hint: str, placed: bool, sentence: str) -> bool:
    if person == NOBODY:
        return False
    if person in (NEAR, PLACED) and _IF.search(sentence):
        return False
    if person == KNOWN:
        own = bool(_CARES.search(sentence))
        if not placed:
            return hint == "grave" and not own and not _WISH.search(sentence)
        return hint == "grave" or (not own and not _MINE.search(sentence))
    return hint == "grave" or placed or person in (NAMED, PINNED)


def _pieces(at: re.Pattern[str], folded: str, low: int, high: int) -> Iterator[Span]:
    for found in at.finditer(folded, low, high):
        yield low, found.start()
        low = found.start()
    yield low, high
