"""Where somebody lives: streets and villages with a house number."""

import re
from collections.abc import Iterator, Sequence

from toolkit.harvest.folding import Token
from toolkit.harvest.names import PLACE, names
from toolkit.harvest.people import people
from toolkit.harvest.reader import Span

_HOUSE = r"(?:st\.?\s?)?\d{1,3}\s?(?:[a-h]\b)?(?![\d.,:]*\d)"
_MEASURE = re.compile(
    r"\s?(?:km|m\b|m2|ur[aeio]?\b|uram|h\b|min|krat|x\b|let|ljudi|otrok|stanoval|stol|miz|metr|kilomet"
    r"|dni|dan|ted|mesec|%|€|eur|"
    r"clan|drus|oseb|prost|mest|evr|razred|izmed|od\b|\.\s?(?:\d|razred|jan|feb|mar|apr|maj|jun|jul|avg"
    r"|sep|okt|nov|dec)|st\b|stop|[-–]\s?\d|hours|people|years|am\b|pm\b)"
)
_STREET = re.compile(
    rf"\b(?:\w+\s+)?(?:\w+\s+)?(?:ulic[aeio]|ul\.|cest[aeio]|poti?|naselj[aeu]|nabrezj[aeu]|drevored[au]?"
    rf"|klan[ce]\w*|gas[aeio])\s+(?:(?:v|na|pod|ob)\s+)?(?:\w+\s+){{0,2}}?{_HOUSE}"
    rf"|\btrg[au]?\s+(?:\w+\s+){{0,3}}?{_HOUSE}|\b(?:\w+\s+)(?:trg[au]?)\s+{_HOUSE}"
)
_ROAD = re.compile(r"(?:na |ob |pri )?(?:cest|ulic|pot)\w*\s+\d{3}\b|.*\b(?:po|vsak\w*|ob|od|do|za|zapr\w*)\s+\d")
_ADJECTIVE = re.compile(rf"\b(?:na|ob|v)?\s?\b(\w+(?:sk[aio]|sk[ei]|ck[ai]|ov[aeio]|ev[aeio]))\s+{_HOUSE}")
_HOMELY = re.compile(
    r"\b(?:stanu(?:j|m)|ziv[ie]|doma\b|naslov\b|pridi|pridt?e|oglasi|dostav|hisn|hisa|domuje|live[s]?\b|address"
    r"|my house|kljuc|(?:po)?zvoni|potrka|imam\b|imamo\b|k (?:meni|nam)\b|pri (?:nas|meni)\b)"
)
_VILLAGE = re.compile(rf"\b(\w{{3,}}(?: (?:pri|na|pod|nad|ob) \w+)?)\s+{_HOUSE}")
_HOME_NUMBER = re.compile(
    rf"\b(?:his[aeio]|h\.|hisn\w+)\s+(?:st\w*\.?|stevilk\w*|{_HOUSE})\s?\d{{0,3}}\s?[a-h]?\b"
    rf"|\bhouse (?:no\.?|number) ?\d+"
)
_FLAT = re.compile(
    r"\b(?:stan(?:ovanj[eaiu])?|vrata|apartma\w*|flat|apt\.?|apartment|unit)\s?(?:st\.?|stevilka|stevilki|no\.?|number)?\s?\d{1,3}\b"
    r"(?![.,:]?\d)|\b(?:blok|stolpnica|vhod|vchod|block)\w*\s?(?:st\.?\s?)?[a-h]?\d{0,2}\s?,\s*(?:stanovanj|vrata|nadstropj|flat|vhod)\w*\s?\d{1,3}"
    r"|\b\w{3,}(?:\s\w{3,})?\s\d{1,3}\s?[a-h]?,\s*(?:\d{1,2}\.\s?nadstropj\w+|pritlicj\w+|stanovanj\w+|stan\.?\s\d+)"
)
_HOUSE_THERE = re.compile(
    rf"\b(?:na|v|ob|pri|pod|nad)\s(\w{{4,}})\s{_HOUSE}(?=\s*(?:[,;.!?)]|$)|\s(?:imam|imamo|je|so|stoji|zivi|dobi\w*|oddam|podari\w*|prid\w*|zvoni\w*|stanuje|bi|rabim|rabi)\b)"
)
_COUNTED = (
    "avtobus", "linij", "cest", "dvoran", "sob", "tock", "postaj", "skupin", "razred", "listek", "program", "windows",
    "kanal", "stran",
)  # fmt: skip
_NOBODY = re.compile(
    r"\b(?:lukn|potres|popokan|zledenel|podrt|obnov|prazn|propad|podir|zapuscen|stavb|nekoc|vcasih|bil[ao]?\b|jam[aeo]\b|luc|svetilk|prehod|plocnik|semafor|klopc?\w?\b|smet"
    r"|kos[ie]?v?\b|manjka\w*|podrt|ograj|drevo|asfalt|jask|odtok|ovinek|prodaja|knjiznic|dom\b|dvorana|muzej|sedez|pisarn|empty|derelict|ruin|pothole|lamp|crossing)"
)
_UNDER = re.compile(rf"\b(?:pod|nad|ob|pri|za|na|v)\s+\w{{3,}}\s+{_HOUSE}(?=\s*[,;.!?)]|\s*$)")
_ENGLISH = re.compile(
    r"(?<![\d.,])\d{1,5}[a-d]? (?:[nsew]\.? )?[a-z]+(?: [a-z]+)? (?:street|st|avenue|ave|road|rd|lane|ln"
    r"|drive|dr|close|crescent|court|way)\b"
)
_AT = re.compile(r"(?:\b(?:at|live|to|of|in|house|address|is|no\.?|number)\s*:?\s*)$")


def addresses(text: str, folded: str, tokens: Sequence[Token]) -> Iterator[Span]:
    """Spans of street and house, village and house, in figures only."""
    homely = bool(_HOMELY.search(folded))
    nobody = not homely and bool(_NOBODY.search(folded)) and not any(people().get(word) for _, word in tokens)
    for found in _STREET.finditer(folded):
        if nobody or _MEASURE.match(folded, found.end()) or _ROAD.match(found.group()):
            continue
        yield found.span()
    for found in (*_ADJECTIVE.finditer(folded), *_VILLAGE.finditer(folded)):
        if _is_house(text, folded, found, homely):
            yield found.span()
    if not _NOBODY.search(folded):
        yield from (found.span() for found in _HOME_NUMBER.finditer(folded) if not _MEASURE.match(folded, found.end()))
    yield from (found.span() for found in _FLAT.finditer(folded) if not _MEASURE.match(folded, found.end()))
    yield from (found.span() for found in _HOUSE_THERE.finditer(folded) if _is_there(text, folded, found))
    if homely:
        yield from (found.span() for found in _UNDER.finditer(folded) if not _MEASURE.match(folded, found.end()))
    for found in _ENGLISH.finditer(folded):
        number = found.group().split()[0]
        street = text[found.start() + len(number) + 1]
        if (len(number) > 1 and street.isupper()) or _AT.search(folded, 0, found.start()):
            yield found.span()


def _is_there(text: str, folded: str, found: re.Match[str]) -> bool:
    """Na Pristavi 21: a village or field with a capital, where nothing is counted."""
    name = text[found.start(1) : found.end(1)]
    if not name.istitle() or found[1].startswith(_COUNTED) or _NOBODY.search(folded):
        return False
    return not _MEASURE.match(folded, found.end())


def _is_house(text: str, folded: str, found: re.Match[str], homely: bool) -> bool:
    """A village or a street's first half with a number behind it, where nothing is counted or measured."""
    if _MEASURE.match(folded, found.end()):
        return False
    word, start = found[1].split()[0], found.start(1)
    capital = text[start].isupper() and not text.isupper()
    ended = not folded[found.end() :].strip(" .!)") or folded[found.end() :].lstrip()[:1] in (",", ";", ".")
    village = bool(names().get(word, 0) & PLACE)
    if found.re is _ADJECTIVE and capital and start > 0:
        return ended or homely or not re.match(r"\s+\w+", folded[found.end() :])
    return (village and (ended or homely)) or (capital and homely and start > 0)
