"""Every language the program speaks: words from data/translations/*.po, dates and numbers from Babel."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from gettext import NullTranslations
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent
from babel.support import Translations

from carousel.refusal import Refusal, _

__all__ = ["Translator", "_", "catalogue", "languages", "preferred", "say", "translator"]
FOLDER = Path(__file__).parents[1] / "data" / "translations"
BUILT_IN = ("sl", "en")
REGIONS = {"en": "en_GB"}  # dates with the day first, as in the hall's own language
D = TypeVar("D", bound=date)
ZONE = ZoneInfo("Europe/Ljubljana")


@dataclass(frozen=True, slots=True)
class Translator:
    """Speaks one language. Call it with an English sentence; names in braces are filled from the keywords."""

    language: str
    words: NullTranslations
    locale: Locale

    def __call__(self, sentence: str, /, **data: object) -> str:
        said = self.gettext(sentence)
        return said.format(**data) if data else said

    def gettext(self, sentence: str) -> str:
        """The sentence as the catalogue has it, unfilled; the English itself where it has none."""
        return str(self.words.gettext(sentence)) if sentence else ""

    def ngettext(self, one: str, many: str, n: int, /, **data: object) -> str:
        """The form for `n`, with {n} and the other names filled."""
        return self.words.ngettext(one, many, n).format(**{"n": n} | data)

    def date(self, day: date, style: str = "full") -> str:
        """ "četrtek, 26. november 2026"; style "short" gives "26. 11. 2026". A datetime is read in local time."""
        if style == "short" and self.language == "sl":
            style = "d. M. y"
        return format_date(_local(day), style, self.locale)

    def time(self, moment: datetime) -> str:
        """ "18:05" in local time, from an aware moment."""
        return format_time(_local(moment), "HH:mm", locale=self.locale)

    def number(self, value: float, digits: int = 1) -> str:
        """A number with at most `digits` decimals: "12,5"."""
        return format_decimal(round(value, digits), "#,##0." + "#" * digits, self.locale)

    def percent(self, share: float) -> str:
        """A share from 0 to 1 as a whole percentage: "47 %"."""
        return format_percent(share, locale=self.locale)

    @property
    def name(self) -> str:
        """The language's own name, with a capital: "Slovenščina"."""
        own: str = self.locale.get_language_name(self.locale) or self.language
        return own[:1].upper() + own[1:]


def _local(day: D) -> D:
    return day.astimezone(ZONE) if isinstance(day, datetime) and day.tzinfo else day


@cache
def languages() -> tuple[str, ...]:
    """Slovenian, English and every language with a catalogue of its own."""
    return BUILT_IN + tuple(sorted(path.stem for path in FOLDER.glob("*.po") if path.stem not in BUILT_IN))


@cache
def translator(language: str) -> Translator:
    """The translator into a language; an unknown language is answered in English."""
    try:
        locale = Locale.parse(REGIONS.get(language, language).replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return translator("en")
    if language not in languages():
        return translator("en" if locale.language not in languages() else locale.language)
    return Translator(language, _words(language), locale)


def say(refusal: Refusal, language: str) -> str:
    """What a refusal says, in a language; a day in its data is said in words."""
    words = translator(language)
    given = refusal.data.items()
    data = {name: words.date(value, "long") if isinstance(value, date) else value for name, value in given}
    return words(refusal.sentence, **data)


def preferred(accept_language: str, offered: Iterable[str] = ()) -> str:
    """The first offered language that a browser's Accept-Language asks for; Slovenian when it asks for none."""
    choice = tuple(offered) or languages()
    asked = (part.strip()[:2].lower() for part in accept_language[:200].split(","))
    return next((wanted for wanted in asked if wanted in choice), choice[0])


def catalogue(language: str) -> Catalog:
    """The messages of a language; empty where it has no file."""
    path = FOLDER / f"{language}.po"
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def _words(language: str) -> NullTranslations:
    compiled = io.BytesIO()
    write_mo(compiled, catalogue(language))
    compiled.seek(0)
    return Translations(compiled)
