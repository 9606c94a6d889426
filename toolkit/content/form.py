"""Forms and their fields, as a question set describes them; vocabularies are already filled in as options."""

from dataclasses import dataclass
from typing import TypeVar

from toolkit.content.reading import Block, unique
from toolkit.content.text import EMPTY, Text
from toolkit.content.vocabulary import PARTS, Term, vocabulary

TYPES = ("single", "multi", "scale", "smiley5", "text", "textarea", "tel", "email", "grid", "generated")
CHOICES = ("single", "multi", "scale", "smiley5", "grid")
PRIVACY = ("anon", "contact", "ops")

D = TypeVar("D")


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be chosen."""

    id: str
    text: Text

    def label(self, language: str) -> str:
        """The answer in a language."""
        return self.text.of(language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing a form asks; lengths are in characters.

    A grid has `rows` and `cols`; its `options` are the cells, with ids "row.col".
    """

    id: str
    type: str
    text: Text
    required: bool = False
    options: tuple[Option, ...] = ()
    max_length: int = 200
    max_choices: int | None = None
    privacy: str = "anon"
    vocabulary: str = ""
    rows: tuple[Option, ...] = ()
    cols: tuple[Option, ...] = ()

    def label(self, language: str) -> str:
        """The question in a language."""
        return self.text.of(language)

    def option(self, id: str) -> Option | None:
        """One of the answers, or None."""
        return next((option for option in self.options if option.id == id), None)

    @property
    def several(self) -> bool:
        """Whether more than one answer may be chosen."""
        return self.type == "multi"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Fields asked together."""

    title: Text
    intro: Text = EMPTY
    fields: tuple[Field, ...] = ()

    def field(self, id: str) -> Field | None:
        """One of the fields, or None."""
        return next((field for field in self.fields if field.id == id), None)


def read_form(block: Block, languages: tuple[str, ...]) -> Form:
    """A form; ContentError names the line."""
    intro = block.text(languages, "intro") if "intro" in block else EMPTY
    return Form(title=block.text(languages, "title"), intro=intro, fields=read_fields(block, languages))


def read_fields(block: Block, languages: tuple[str, ...], key: str = "fields") -> tuple[Field, ...]:
    """The fields listed under a key, no two with the same id."""
    found = [_field(each, languages) for each in block.blocks(key)]
    return unique(found, lambda field: field.id, block, key)


def _field(block: Block, languages: tuple[str, ...]) -> Field:
    kind, privacy = block.need("type", str), block.maybe("privacy", str, "anon")
    if kind not in TYPES:
        raise block.fault("“{word}” is not known here; use one of: {known}.", "type", word=kind, known=", ".join(TYPES))
    if privacy not in PRIVACY:
        raise block.fault(
            "“{word}” is not known here; use one of: {known}.", "privacy", word=privacy, known=", ".join(PRIVACY)
        )
    options = _options(block, languages)
    if kind in CHOICES and not options:
        raise block.fault(
            "There is nothing to choose; add “options” or “vocabulary” (a grid: “rows” and “cols”).", "type"
        )
    if kind in ("scale", "smiley5") and [option.id for option in options] != ["1", "2", "3", "4", "5"]:
        raise block.fault('A scale needs five options with the ids "1" to "5", in quotes.', "options")
    return Field(
        id=block.need("id", str),
        type=kind,
        text=block.text(languages),
        required=block.maybe("required", bool, False),
        options=options,
        max_length=_positive(block, "max_length", 200),
        max_choices=_positive(block, "max_choices", None),
        privacy=privacy,
        vocabulary=block.maybe("vocabulary", str, ""),
        rows=_written(block, languages, "rows"),
        cols=_written(block, languages, "cols"),
    )


def _positive(block: Block, key: str, default: D) -> int | D:
    number = block.maybe(key, int, default)
    if key in block and isinstance(number, int) and number < 1:
        raise block.fault("“{key}” must be 1 or more.", key, key=key)
    return number


def _options(block: Block, languages: tuple[str, ...]) -> tuple[Option, ...]:
    if block.get("type") == "grid":
        return _cells(_written(block, languages, "rows"), _written(block, languages, "cols"), languages)
    if "vocabulary" not in block:
        return _written(block, languages, "options")
    terms = _shortlist(block, _part(block))
    return tuple(Option(term.id, term.plain if block.maybe("plain", bool, False) else term.text) for term in terms)


def _cells(rows: tuple[Option, ...], cols: tuple[Option, ...], languages: tuple[str, ...]) -> tuple[Option, ...]:
    return tuple(
        Option(f"{row.id}.{col.id}", Text({each: f"{row.label(each)}, {col.label(each)}" for each in languages}))
        for row in rows
        for col in cols
    )


def _part(block: Block) -> tuple[Term, ...]:
    name = block.need("vocabulary", str)
    if name not in PARTS:
        raise block.fault(
            "“{word}” is not known here; use one of: {known}.", "vocabulary", word=name, known=", ".join(PARTS)
        )
    return vocabulary().part(name)


def _shortlist(block: Block, terms: tuple[Term, ...]) -> tuple[Term, ...]:
    if "shortlist" not in block:
        return terms
    known = {term.id: term for term in terms}
    for id in block.words("shortlist"):
        if id not in known:
            raise block.fault(
                "“{word}” is not known here; use one of: {known}.", "shortlist", word=id, known=", ".join(known)
            )
    return tuple(known[id] for id in block.words("shortlist"))


def _written(block: Block, languages: tuple[str, ...], key: str) -> tuple[Option, ...]:
    found = [Option(each.need("id", str), each.text(languages)) for each in block.blocks(key)]
    return unique(found, lambda option: option.id, block, key)
