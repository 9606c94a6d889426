"""The language in which the terminal speaks: as asked for, else the machine's own."""

import locale
import os

from toolkit.i18n import Translator, languages, translator

NAMES = {"slovenian": "sl", "slovene": "sl", "english": "en"}  # as Windows calls them
ENVIRONMENT = ("LC_ALL", "LC_MESSAGES", "LANG")


def spoken(language: str = "") -> Translator:
    """The words of a language ("sl", "en"); of the machine's own when none is asked for; English where it has none."""
    told = next(filter(None, (os.environ.get(name) for name in ENVIRONMENT)), None)
    for one in (language, told or locale.getlocale()[0] or ""):
        code = NAMES.get(one.partition("_")[0].lower(), one[:2].lower())
        if code in languages():
            return translator(code)
    return translator("en")
