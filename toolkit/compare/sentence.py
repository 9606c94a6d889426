"""A sentence as data: an English msgid with values, said in a language only where it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from toolkit.content.organiser_forms import organiser_forms
from toolkit.content.vocabulary import label
from toolkit.i18n import translator


@runtime_checkable
class Shown(Protocol):
    """Anything that can be written in a language."""

    def shown(self, language: str) -> str:
        """The value as text."""
        ...


@dataclass(frozen=True, slots=True)
class Sentence:
    """`msgid` is English with {names}; with `plural`, `n` chooses the form. Values may be published values."""

    msgid: str
    data: Mapping[str, object] = field(default_factory=dict)
    plural: str = ""
    n: int = 0

    def said(self, language: str) -> str:
        """The sentence in a language."""
        speak = translator(language)
        data = {name: _written(value, language) for name, value in self.data.items()}
        if self.plural:
            return speak.ngettext(self.msgid, self.plural, self.n, **data)
        return speak.gettext(self.msgid).format(**data)

    shown = said


def _written(value: object, language: str) -> object:
    if isinstance(value, tuple):
        return ", ".join(str(_written(each, language)) for each in value)
    return value.shown(language) if isinstance(value, Shown) else value


def decimal(value: float, language: str) -> str:
    """A number with the language's decimal sign, a true minus and no needless zeros."""
    text = f"{value:.1f}".removesuffix(".0").replace("-", "−")
    return text.replace(".", ",") if language != "en" else text


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of a vocabulary, named in a language only where it is shown."""

    part: str
    id: str

    def shown(self, language: str) -> str:
        """Its label."""
        return label(self.part, self.id, language)


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer that an organiser's form offers, named in a language only where it is shown."""

    form: str
    field: str
    id: str

    def shown(self, language: str) -> str:
        """Its label; the id itself where the form does not offer it."""
        option = organiser_forms()[self.form].field(self.field).option(self.id)
        return option.label(language) if option else self.id


class _Percented(Protocol):
    def percentage(self, language: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Percentage:
    """A share written as its percentage with the interval only."""

    share: _Percented

    def shown(self, language: str) -> str:
        """For example: 78 % (63–88 %)."""
        return self.share.percentage(language)


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, in the language's quotation marks."""

    text: str

    def shown(self, language: str) -> str:
        """For example: »klepet in čaj«. The sentence around it has its own full stop."""
        text = self.text if self.text.endswith("..") else self.text.removesuffix(".")
        return f"»{text}«" if language == "sl" else f"“{text}”"
