"""A question set: what one workshop asks, on the stations and in the forms around them."""

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.content.form import Field, Form
from toolkit.content.text import Lines, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of a station. `kinds` are the kinds of note it collects; the first is chosen at the start."""

    id: str
    short: Text
    text: Text
    prompts: Lines
    example: Text
    kinds: tuple[str, ...]
    extra_fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Purpose:
    """What the evening must answer. `answered_by` names questions, fields ("checkin.need_before"), vote, interest."""

    id: str
    text: Text
    answered_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """What residents read first: who is responsible, why, how long, which rights.

    `lines` hold {organiser} and {contact}.
    """

    title: Text
    short: Text
    lines: Lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One slide of the opening. `lines` may hold {community}; `notes` are for the presenter only."""

    id: str
    title: Text
    lines: Lines
    notes: Lines
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the evening with its usual minutes."""

    id: str
    text: Text
    minutes: int

    def label(self, language: str) -> str:
        """The part's name in a language."""
        return self.text.of(language)


@dataclass(frozen=True, slots=True)
class Programme:
    """The opening slides and the parts of the evening, in order."""

    opening: tuple[Slide, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteRule:
    """What may be voted on. `text` holds {k}; ballots of the types in `counted_apart` are shown apart."""

    title: Text
    text: Text
    intro: Text
    votable_kinds: tuple[str, ...]
    counted_apart: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Consent:
    """One box to tick, never ticked before. Without the required one nothing is stored. Other words have another
    `version`, so that it stays known what somebody agreed to."""

    id: str
    text: Text
    required: bool
    version: int = 1

    def label(self, language: str) -> str:
        """The consent in a language, as it is stored with the record."""
        return self.text.of(language)


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestForm(Form):
    """The voluntary sheet with a contact. `notice` holds {organiser}, {contact} and {until}, the date of deletion."""

    rule: Text
    otherwise: Text
    consents: tuple[Consent, ...]
    notice: Text
    kept_months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionSet:
    """Everything a workshop asks and says.

    `organiser` and `contact` stand in for {organiser} and {contact} of the notices where nobody has set them.
    `merge_plan` maps a number of stations to the questions of each.
    """

    name: str
    title: Text
    about: Text
    languages: tuple[str, ...]
    no_answer: Text
    purposes: tuple[Purpose, ...]
    organiser: Text
    contact: Text
    notice: Notice
    programme: Programme
    checkin: Form
    questions: tuple[Question, ...]
    merge_plan: Mapping[int, tuple[tuple[str, ...], ...]]
    note_fields: tuple[Field, ...]
    vote: VoteRule
    interest: InterestForm
    closing: Form

    def question(self, id: str) -> Question | None:
        """A question by its id, or None."""
        return next((question for question in self.questions if question.id == id), None)

    def note_field(self, id: str) -> Field | None:
        """A field of notes by its id, or None."""
        return next((field for field in self.note_fields if field.id == id), None)
