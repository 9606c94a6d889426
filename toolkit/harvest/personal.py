"""Persons in a text: full names in any case and spelling, names beside a relation, office or title, names alone."""

import re
from collections.abc import Iterator, Sequence

from toolkit.harvest.families import is_family
from toolkit.harvest.folding import Token
from toolkit.harvest.names import ENGLISH, FIRST, FIRST_OWN, PLACE, SURNAME, SURNAME_OWN, WORD, owned
from toolkit.harvest.namesakes import is_place, namesakes
from toolkit.harvest.people import ROLE, people
from toolkit.harvest.reader import Reader, Span
from toolkit.harvest.wordlists import wordlists

_NAME = FIRST | SURNAME
_ANY = _NAME | ENGLISH
_SURNAME_LIKE = re.compile(r"\w{2,}(?:ic|nik|sek|cek|ovec|evec|nc|kar|lar|nar|tar|ak)(?:a|u|em|om|evi|ova|eva)?")
_FAMILY = re.compile(r"\w{3,}(?:ov|ev)(?:i|ih|im|imi)")
_AT_HOME = frozenset(("pri", "k", "h", "od", "do", "za"))
_IN_STREET = frozenset(("iz", "na", "ob", "v", "po"))


def persons(text: str, tokens: Sequence[Token], language: str) -> list[Span]:
    """Where persons are named. In English texts ("en") Slovenian names count only where they are no word."""
    return list(_persons(Reader.of(text, tokens, language)))


def _persons(reader: Reader) -> Iterator[Span]:
    done = 0
    for place in _worth_looking(reader):
        if place < done:
            continue
        if length := namesakes(reader, place):
            done = place + length
        elif length := _name(reader, place):
            done = place + length
            yield reader.span(place, length)


def _worth_looking(reader: Reader) -> Iterator[int]:
    """Listed names, and capitals that are not just a sentence's first letter."""
    text, forms, quiet = reader.text, reader.forms, not reader.loud
    for place, (start, word) in enumerate(reader.tokens):
        listed = forms.get(word, 0) & _ANY
        if listed or (quiet and text[start].isupper() and reader.capital(place) and _starts(reader, place)):
            yield place


def _starts(reader: Reader, place: int) -> bool:
    """Whether this capital says more than that a sentence begins."""
    if not reader.opens(place) or reader.capital(place + 1):
        return True
    word = reader.word(place)
    return owned(word) > 0 or bool(_FAMILY.fullmatch(word)) or reader.word(place - 1) in wordlists().titles


def _name(reader: Reader, place: int) -> int:
    """How many words from here on are a person's name."""
    return _after_title(reader, place) or _pair(reader, place) or _alone(reader, place)


def _after_title(reader: Reader, place: int) -> int:
    """Gospa Vidmar, g. Kastelic, teta Fani, župan Potokar; small letters only where the lists know the name."""
    lists, before, what = wordlists(), reader.word(place - 1), reader.what(place)
    between = reader.between(place - 1)
    titled = before in lists.titles and (len(before) > 4 or "." in between or reader.capital(place - 1))
    related, working = before in lists.relations, before in lists.jobs
    if not (titled or related or working) or between.strip(" ."):
        return 0
    if (not titled and "." in between) or (not titled and is_place(reader.word(place))) or what & PLACE:
        return 0
    if reader.capital(place - 1) and not reader.opens(place - 1):  # Landlord and Tenant Act
        related = False
    likely = bool(what & _ANY or _SURNAME_LIKE.fullmatch(reader.word(place)) or owned(reader.word(place)))
    if reader.capital(place):
        return _run(reader, place) if titled or related or likely else 0
    return int(bool(what & _NAME) and not what & WORD)


def _run(reader: Reader, place: int) -> int:
    """The name here and the second name right behind it."""
    return 2 if reader.joined(place) and reader.capital(place + 1) and not is_place(reader.word(place + 1)) else 1


def _pair(reader: Reader, place: int) -> int:
    """A first name and a surname in either order, any case, in capitals or not."""
    if not reader.joined(place):
        return 0
    one, two = reader.what(place), reader.what(place + 1)
    whose = owned(reader.word(place)) if reader.capital(place) or not one else 0
    full = (one & FIRST and two & SURNAME) or ((one & SURNAME or whose & SURNAME_OWN) and two & FIRST)
    capitals = reader.capital(place) + reader.capital(place + 1)
    if full and (capitals == 2 or not one & two & WORD) and (capitals or not (one | two) & WORD or _certain(one, two)):
        return 2
    return 2 if capitals == 2 and _capitals(reader, place, one, two) else 0


def _certain(one: int, two: int) -> bool:
    """Whether small letters are a full name: the first name is no word."""
    return bool((one if one & FIRST else two) & FIRST) and not (one if one & FIRST else two) & WORD


def _capitals(reader: Reader, place: int, one: int, two: int) -> bool:
    """Two capitals of which the first is a first name, or that are no place inside a Slovenian sentence."""
    if is_place(reader.word(place + 1)) or two & PLACE or is_place(reader.word(place)):
        return False
    if one & (ENGLISH | FIRST) and not (one & WORD and (reader.opens(place) or _inside_heading(reader, place))):
        return reader.language == "sl" or not is_heading(reader.text)
    doubtful = reader.language != "sl" or reader.opens(place) or one & PLACE or is_heading(reader.text)
    return not doubtful and reader.word(place - 1) not in wordlists().before_places


def _alone(reader: Reader, place: int) -> int:
    """One name: a first name or surname that is no word here, a family, or what belongs to somebody."""
    what, capital = reader.what(place), reader.capital(place)
    if capital and is_family(reader, place):
        return 1
    if reader.opens(place) and people().get(reader.word(place), 0) & ROLE and not reader.loud:
        return 0
    if what & _NAME and not what & PLACE:
        inside = capital and not reader.opens(place)
        if not what & WORD:
            return int(_plain(reader, place, what))
        acts = inside or (capital and _acts(reader, place))
        named = ((what & FIRST and acts) or (what & SURNAME and inside)) and not is_place(reader.word(place + 1))
        return int(bool(named) and reader.language != "en" and not is_heading(reader.text))
    if what & ENGLISH:
        spoken = reader.language == "en" or (capital and not reader.language)
        lone = not _inside_heading(reader, place) and not reader.capital(place + 1)
        return int(spoken and lone and not what & WORD and len(reader.word(place)) > 3 - capital)
    return int(capital and _family(reader, place, what))


def _plain(reader: Reader, place: int, what: int) -> bool:
    """A name that is no word: with a capital, a first name without one too; an English sentence has no cases."""
    odd = reader.word(place)[-1] in "eiou" if what & FIRST else reader.opens(place)
    foreign = reader.language == "en" and odd
    if reader.capital(place):
        return not foreign or bool(what & FIRST)
    return bool(what & FIRST) and len(reader.word(place)) > 3 and not foreign


def _acts(reader: Reader, place: int) -> bool:
    """Tone zna, Vesna bi vodila: what only people do makes a person of a word that opens the sentence."""
    if reader.word(place) in wordlists().glad or people().get(reader.word(place), 0) & ROLE:
        return False
    if reader.word(place + 1) == "bi":
        return any(reader.word(place + step).startswith(wordlists().would) for step in (2, 3))
    if reader.word(place + 1) == "iz":
        return reader.word(place + 2) in wordlists().abode
    return reader.joined(place) and reader.word(place + 1) in wordlists().deeds


def _family(reader: Reader, place: int, what: int) -> bool:
    """Rotarjevi, pri Podgorškovih, Petrov hlev."""
    word, whose = reader.word(place), owned(reader.word(place))
    if what & (WORD | PLACE) or reader.language == "en":
        return False
    if _FAMILY.fullmatch(word) and reader.word(place - 1) in _AT_HOME and not reader.opens(place):
        return True
    if whose & SURNAME_OWN:  # "iz Šorlijeve" is a street
        return not (reader.word(place - 1) in _IN_STREET and word.endswith(("ove", "ovi", "eve", "evi")))
    if not whose & FIRST_OWN or word.endswith("o"):
        return False
    return not reader.opens(place) or reader.word(place + 1) in wordlists().relations


def _inside_heading(reader: Reader, place: int) -> bool:
    """South Glen Gables, Trader Joe: a capital right before, as firms and places are written."""
    return reader.capital(place - 1) and reader.joined(place - 1) and reader.word(place - 1) not in wordlists().asking


def is_heading(text: str) -> bool:
    """Whether most words start with a capital: a heading or shouting, where capitals say nothing."""
    letters = [word[0] for word in text.split() if word[0].isalpha()]
    return len(letters) > 3 and sum(letter.isupper() for letter in letters) * 10 > len(letters) * 7
