"""What a column of somebody else's table may hold, and what each column of a table probably holds."""

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit.content.form import Field, Option
from toolkit.content.question_set import Question, QuestionSet
from toolkit.content.text import Text
from toolkit.content.vocabulary import vocabulary
from toolkit.harvest.folding import composed, fold, words
from toolkit.i18n import languages

NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "besedilo", "answer", "odgovor", "comment", "comment body", "komentar", "note", "listek", "misel"),
    "question": ("question", "vprasanje", "station", "postaja"),
    "kind": ("kind", "vrsta"),
    "theme": ("theme", "tema"),
    "ticks": ("ticks", "kljukice", "strinjanja"),
    "source": ("source", "vir"),
    "id": ("uuid", "id", "meta instanceid", "instanceid", "comment id", "row", "vrstica", "st", "oznaka"),
    "time": ("submission time", "timestamp", "casovni zig", "date and time", "datum in cas", "time", "end"),
}
"""Names of columns that tell of the row itself or of its only note, folded; the first one found is taken."""
SIGNED, JOINED = re.compile(r"\s*[-+=]\s*\d"), re.compile(r"[-_]")
AGAIN = re.compile(r" \(\d+\)$")  # how a second column of the same name is told apart
ROW, ONE_NOTE = ("id", "time", "source", "ticks"), ("text", "question", "kind", "theme")
MARKS: Mapping[str, frozenset[str]] = {
    "vrtiljak": frozenset({"cluster", "station", "exposed", "redacted", "text"}),
    "kobo": frozenset({"uuid", "submission time"}),
    "google": frozenset({"timestamp"}),
    "google_sl": frozenset({"casovni zig"}),
}


@dataclass(frozen=True, slots=True)
class Aim:
    """What a column is brought in as: "note:S2_potrebe", "checkin:age_band", "detail:where", "closing:good", or one
    of ROW and ONE_NOTE. `question` and `field` belong to it where there are any; `options` are its choices, `known`
    their ids by every way in which they may be written."""

    id: str
    question: Question | None = None
    field: Field | None = None
    options: tuple[Option, ...] = ()
    known: Mapping[str, str] = dataclasses.field(default_factory=dict)

    @property
    def part(self) -> str:
        """What stands before the colon: note, checkin, detail, closing, or row."""
        return self.id.partition(":")[0] if ":" in self.id else "row"


def aims(asked: QuestionSet) -> dict[str, Aim]:
    """Everything that a column may hold for this question set, in the order in which it is offered."""
    details = {field.id: field for question in asked.questions for field in question.extra_fields}
    checkin = [field for field in asked.checkin.fields if field.privacy == "anon"]
    closing = [field for field in asked.closing.fields if field.type != "generated"]
    found = [Aim(f"note:{question.id}", question=question) for question in asked.questions]
    found += [Aim("text"), _questions(asked.questions), *(_terms(name) for name in ("kind", "theme"))]
    for part, fields in (("detail", details.values()), ("checkin", checkin), ("closing", closing)):
        found += [Aim(f"{part}:{one.id}", field=one, options=one.options, known=choices(one)) for one in fields]
    found += [Aim(name) for name in ROW]
    return {aim.id: aim for aim in found}


def _questions(questions: Sequence[Question]) -> Aim:
    """The question that a note answers, by number of its station, by id or by its words in every language."""
    known: dict[str, str] = {}
    for number, one in enumerate(questions, start=1):
        texts = [text.of(language) for text in (one.short, one.text) for language in languages()]
        known |= {spoken(said): one.id for said in (*texts, one.id, str(number))}
    return Aim("question", options=tuple(Option(one.id, one.short) for one in questions), known=known)


def _terms(aim: str) -> Aim:
    terms = vocabulary().note_kinds if aim == "kind" else vocabulary().themes
    options = tuple(Option(term.id, term.text) for term in terms)
    texts = ((term, text) for term in terms for text in (term.text, term.plain))
    known = {spoken(text.of(language)): term.id for term, text in texts for language in languages()}
    return Aim(aim, options=options, known=known | {spoken(term.id): term.id for term in terms})


def origin(header: Sequence[str]) -> str:
    """Where a table probably comes from: kobo, google, vrtiljak, or table."""
    names = {folded(name) for name in header}
    found = next((name for name, marks in MARKS.items() if marks <= names), "table")
    return found.partition("_")[0]


def guessed(header: Sequence[str], asked: QuestionSet) -> dict[str, str]:
    """The aim of each column by its name, "" where nothing fits. A choice that Kobo split into a column for each of
    its options has the same aim in all of them; otherwise no two columns have the same one."""
    offered = aims(asked)
    known = _known(offered)
    rows = {aim: _best(header, names) for aim, names in NAMES.items()}
    given = {name: aim for aim, name in rows.items() if name}
    for name in header:
        split = _split_choice(name, offered, known)
        if split or name not in given:
            given[name] = split or next((aim for aim in _fitting(name, known) if aim not in given.values()), "")
    return {name: given[name] for name in header}


def folded(name: str) -> str:
    """The name of a column as it is compared: without carons, punctuation and numbering."""
    found = spoken(name).split()
    while len(found) > 1 and found[0].isdecimal():
        found.pop(0)
    return " ".join(found)


def spoken(value: str) -> str:
    """A choice as it is compared: without carons and punctuation, save before a number, where it has a meaning."""
    if SIGNED.match(value):
        return value.strip()
    return " ".join(word for _start, word in words(JOINED.sub(" ", fold(composed(value)))))


def tail(name: str) -> str:
    """What stands behind the last slash of a column's name, where Kobo names the choice."""
    return name.rpartition("/")[2]


def choices(field: Field) -> dict[str, str]:
    """The ids of a field's options by every way in which they may be written, folded."""
    terms = {term.id: term for term in vocabulary().part(field.vocabulary)} if field.vocabulary else {}
    found: dict[str, str] = {}
    for option in field.options:
        texts = [option.text, *((term.text, term.plain) if (term := terms.get(option.id)) else ())]
        said = [option.id, *(text.of(language) for text in texts for language in languages())]
        found |= {spoken(one): option.id for one in reversed(said) if spoken(one)}
    return found


def _known(offered: Mapping[str, Aim]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for aim in offered.values():
        for said in _said(aim):
            if aim.id not in found.setdefault(folded(said), []):
                found[folded(said)].append(aim.id)
    return found


def _said(aim: Aim) -> Iterator[str]:
    texts: list[Text] = []
    if aim.question is not None:
        yield aim.question.id
        texts = [aim.question.text, aim.question.short]
    elif aim.field is not None:
        yield aim.field.id
        texts = [aim.field.text]
    yield from (text.of(language) for text in texts for language in languages())


def _fitting(name: str, known: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """What a column may be by its name: the whole of it first, then what stands behind its group."""
    once = AGAIN.sub("", name)
    return [*known.get(folded(once), ()), *known.get(folded(tail(once)), ())]


def _split_choice(name: str, offered: Mapping[str, Aim], known: Mapping[str, Sequence[str]]) -> str:
    """The aim of "channels/poster": its field, where the field offers that choice."""
    above = name.rpartition("/")[0]
    for aim in _fitting(above, known) if above else ():
        field = offered[aim].field
        if field is not None and field.several and spoken(tail(name)) in offered[aim].known:
            return aim
    return ""


def _best(header: Sequence[str], names: Sequence[str]) -> str:
    """Of the columns with one of these names the one that is named earliest here; empty when there is none."""
    found = {folded(name): name for name in reversed(header)}
    return next((found[name] for name in names if name in found), "")
