"""The forms of mentors and facilitators, from data/organiser_forms.yaml: what is written down around the evening."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from toolkit.content.form import Option
from toolkit.content.reading import DATA, Block, parse_block, read_block, unique
from toolkit.content.text import EMPTY, Text
from toolkit.content.vocabulary import PARTS, vocabulary

FILE = DATA / "organiser_forms.yaml"
TYPES = ("text", "textarea", "integer", "number", "date", "single", "multi", "boolean")
LONGEST = 200  # characters of a text where the form says nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganiserField:
    """One thing a form asks. `least` and `most` bound a number, `max_length` a text; `unit` stands beside a number."""

    id: str
    type: str
    text: Text
    hint: Text = EMPTY
    required: bool = False
    options: tuple[Option, ...] = ()
    max_length: int = LONGEST
    least: int | None = None
    most: int | None = None
    unit: str = ""

    def label(self, language: str) -> str:
        """The question in a language."""
        return self.text.of(language)

    def option(self, id: str) -> Option | None:
        """One of the answers, or None."""
        return next((option for option in self.options if option.id == id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganiserForm:
    """Fields of one kind of record. `identity` are the fields that tell two records of a community apart; a form
    without any has one record for each community."""

    id: str
    title: Text
    one: Text
    intro: Text
    identity: tuple[str, ...]
    fields: tuple[OrganiserField, ...]

    def field(self, id: str) -> OrganiserField:
        """One of the fields; KeyError when there is none."""
        for field in self.fields:
            if field.id == id:
                return field
        raise KeyError(id)


@cache
def organiser_forms() -> Mapping[str, OrganiserForm]:
    """The shipped forms by id, read once."""
    return _forms(read_block(FILE))


def check_organiser_forms(text: str, file: str = "data/organiser_forms.yaml") -> Mapping[str, OrganiserForm]:
    """The forms of a text that somebody edits; ContentError names the line."""
    return _forms(parse_block(text, file))


def _forms(block: Block) -> Mapping[str, OrganiserForm]:
    languages = block.words("languages")
    found = [_form(each, languages) for each in block.blocks("forms")]
    return {form.id: form for form in unique(found, lambda form: form.id, block, "forms")}


def _form(block: Block, languages: tuple[str, ...]) -> OrganiserForm:
    fields = unique((_field(each, languages) for each in block.blocks("fields")), lambda one: one.id, block, "fields")
    known = [field.id for field in fields]
    for id in block.words("identity"):
        if id not in known:
            raise block.fault(
                "“{word}” is not known here; use one of: {known}.", "identity", word=id, known=", ".join(known)
            )
    return OrganiserForm(
        id=block.need("id", str),
        title=block.text(languages, "title"),
        one=block.text(languages, "one"),
        intro=block.text(languages, "intro"),
        identity=block.words("identity"),
        fields=fields,
    )


def _field(block: Block, languages: tuple[str, ...]) -> OrganiserField:
    kind = block.need("type", str)
    if kind not in TYPES:
        raise block.fault("“{word}” is not known here; use one of: {known}.", "type", word=kind, known=", ".join(TYPES))
    options = _options(block, languages)
    if kind in ("single", "multi") and not options:
        raise block.fault("There is nothing to choose; add “options” or “vocabulary”.", "type")
    return OrganiserField(
        id=block.need("id", str),
        type=kind,
        text=block.text(languages),
        hint=block.text(languages, "hint") if "hint" in block else EMPTY,
        required=block.maybe("required", bool, False),
        options=options,
        max_length=block.maybe("max_length", int, LONGEST),
        least=block.maybe("least", int, None),
        most=block.maybe("most", int, None),
        unit=block.maybe("unit", str, ""),
    )


def _options(block: Block, languages: tuple[str, ...]) -> tuple[Option, ...]:
    if "vocabulary" not in block:
        found = [Option(each.need("id", str), each.text(languages)) for each in block.blocks("options")]
        return unique(found, lambda option: option.id, block, "options")
    name = block.need("vocabulary", str)
    if name not in PARTS:
        raise block.fault(
            "“{word}” is not known here; use one of: {known}.", "vocabulary", word=name, known=", ".join(PARTS)
        )
    return tuple(Option(term.id, term.text) for term in vocabulary().part(name))
