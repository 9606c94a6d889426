"""Names that are nobody's data: streets, schools and inns called after somebody, saints, figures, machines."""

import re
from functools import lru_cache

from toolkit.harvest.names import ANY, ENGLISH, FIRST, SURNAME, known, owned
from toolkit.harvest.reader import Reader
from toolkit.harvest.wordlists import wordlists

_THING = re.compile(
    r"\b(?:stroj|traktor|kombi\b|avto\b|pes\b|psi[ck]|kuz[ak]|mac(?:ek|k)|muc[ae]k?\b|konj"
    r"|os[e]?l[aiu]?\b|lutk|bogin|vetr|veter|pravljic|mitolog|junak|the dog|the cat)"
)
_CALLED = re.compile(r"\b(?:po imenu|je ime|je bilo ime|z imenom|called|named)\b|,\s+(?:tist\w|nas\w?|the)\s")
_SAINTS = (
    "stefan|anton|florjan|jurij|jurj|martin|jakob|an|petr|gregorij|gregorj|urh|urhov|jost|valentin|vid|rok|lovrenc|mihael|mihel"
    "|matej|matij|andrej|lucij|barbar|katarin|helen|magdalen|marjet|jozef|blaz|ozbolt|primoz|urban|tomaz|miklavz|nikolaj"
    "|silvestr|mari|simon|luk|mark|jernej|lenart|kancijan|mohor|stefan|janz|janez|neze|ursul|urslin|egidij|tilen|filip"
)
_DAY = re.compile(rf"(?:{_SAINTS})(?:ov|ev|in)(?:o|em|a|e|i|ega)")
_ON = frozenset(("na", "ob", "pred", "po", "do", "o", "okrog", "okoli"))
_FEAST = ("nedelj", "proscenj", "zegnanj", "sejem", "sejm", "semenj", "procesij", "praznik", "god", "romanj", "kres")
_SIGHS = frozenset(("marija", "jezus", "madona", "bog"))
_SIGHED = frozenset(("kaksna", "kaksen", "kaksno", "kaj", "kdo", "kje", "koliko", "ne", "to", "saj", "pomagaj", "kako"))
_AND = frozenset(("in", "pa", "ter", "and"))


def namesakes(reader: Reader, place: int) -> int:
    """How many words from here on name no person; 0 where it may be one."""
    return _famous(reader, place) or _called_after(reader, place) or int(_thing(reader, place))


def _famous(reader: Reader, place: int) -> int:
    figures = known()
    for length in (3, 2):
        firsts = figures.get(reader.word(place + length - 1))
        if firsts and reader.word(place) in firsts and all(reader.joined(place + step) for step in range(length - 1)):
            return length
    if reader.word(place - 1) in figures.get(reader.word(place), ()) and reader.joined(place - 1):  # dedek Mraz
        return 1
    return int(_famous_alone(reader, place) or _beside_famous(reader, place))


def _famous_alone(reader: Reader, place: int) -> bool:
    """Prešeren by surname; with another first name, a relation or a common surname it may be a neighbour."""
    firsts = known().get(reader.word(place))
    if firsts is None or reader.word(place - 1) in wordlists().relations | wordlists().titles:
        return False
    if (
        ANY not in firsts
        and (reader.what(place) & (SURNAME | FIRST | ENGLISH) or owned(reader.word(place)))
        and not _cultural(reader)
    ):
        return False
    followed = reader.joined(place) and reader.capital(place + 1)
    return not (reader.what(place) & FIRST and followed)


def _cultural(reader: Reader) -> bool:
    """Recitiram Balantiča: reading, exhibitions and songs are about artists."""
    return any(word.startswith(wordlists().culture) for _, word in reader.tokens)


def _beside_famous(reader: Reader, place: int) -> bool:
    """Kekec in Mojca: who stands beside a figure of a tale is one too."""
    if reader.word(place - 1) in _AND and ANY in known().get(reader.word(place - 2), ()):
        return True
    return reader.word(place + 1) in _AND and ANY in known().get(reader.word(place + 2), ())


def _called_after(reader: Reader, place: int) -> int:
    """Osnovna šola Matije Čopa, Ivan Cankar dvorana, Gostilna Pri Mari, sveti Jurij."""
    if reader.word(place) in wordlists().saints and reader.capital(place + 1) and reader.joined(place):
        return 2
    length = 1
    while length < 3 and reader.joined(place + length - 1) and reader.capital(place + length):
        length += 1
    before = reader.word(place - 1) if reader.joined(place - 1) else ""
    if before == "pri":
        before = reader.word(place - 2) if reader.capital(place - 1) else ""
    if _is_saint(reader, place):
        return length
    if before in ("na", "po", "pred") and reader.word(place) in wordlists().feasts:
        return 1
    if is_namesake(before):
        return length
    last = place + length - 1
    after = reader.word(last + 1) if reader.joined(last) else ""
    if length > 1 and is_namesake(reader.word(last)) and not reader.what(last) & (FIRST | SURNAME):
        return length
    if _is_inn(reader, place):
        return length
    named = is_namesake(after) or (reader.language == "en" and is_place(after))
    return length if named or (after.startswith(wordlists().works) and owned(reader.word(last))) else 0


def _is_saint(reader: Reader, place: int) -> bool:
    """Sv. Lucija, the feast of St Roch, na Antonovo, Florjanova nedelja; and Marija! as people sigh."""
    word, before = reader.word(place), reader.word(place - 1)
    if before in wordlists().saints and not reader.between(place - 1).strip(" ."):
        return True
    if _DAY.fullmatch(word):
        return before in _ON or reader.word(place + 1).startswith(_FEAST)
    return word in _SIGHS and reader.between(place).strip() in (",", "!") and reader.word(place + 1) in _SIGHED


def _is_inn(reader: Reader, place: int) -> bool:
    """Pri Kovaču je bila gostilna: an inn in the sentence makes "pri" a house sign."""
    return reader.word(place - 1) == "pri" and any(word.startswith(wordlists().inns) for _, word in reader.tokens)


def _thing(reader: Reader, place: int) -> bool:
    """Slavko, tisti oranžni kombi: a machine or an animal that has a name."""
    folded = reader.text.lower()
    return bool(_CALLED.search(folded)) and bool(_THING.search(folded))


@lru_cache(maxsize=20_000)
def is_namesake(word: str) -> bool:
    """Whether a folded word is what gets called after people: streets, schools, halls, poems."""
    return bool(word) and (word in wordlists().namesakes_whole or word.startswith(wordlists().namesakes))


@lru_cache(maxsize=20_000)
def is_place(word: str) -> bool:
    """Whether a folded word belongs to places and organisations; short words must stand whole."""
    places, whole = wordlists().places, wordlists().places_whole
    if word in places or word in whole or word.removesuffix("s") in whole:
        return True
    return any(word[:length] in places for length in range(4, len(word)))
