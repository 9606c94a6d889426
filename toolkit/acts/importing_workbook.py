"""Which sheet of a workbook holds the answers, and the columns of our own report's sheet of notes."""

from collections.abc import Mapping, Sequence

from carousel.refusal import Refusal
from toolkit.acts.importing_columns import folded, guessed, origin
from toolkit.content.question_set import QuestionSet
from toolkit.i18n import _, languages, translator
from toolkit.spreadsheet import grid

NEEDED = ("text", "question")
NOTES: Mapping[str, str] = {
    "id": _("Note"), "text": _("Words"), "question": _("Question (id)"), "kind": _("Kind (id)"),
    "theme": _("Theme (id)"), "source": _("Way in (id)"), "ticks": _("Agree"),
    "detail:offer_kinds": _("Kinds of offer"), "detail:constraint": _("Obstacle"),
    "detail:target_groups": _("Target groups"), "detail:for_whom": _("For whom"), "detail:frequency": _("How often"),
    "detail:open_to_new": _("Open to new people"), "detail:level": _("Way to take part"), "detail:where": _("Where"),
    "detail:when": _("When"), "detail:needs": _("What it needs"),
}  # fmt: skip
"""How the report's workbook calls its columns, in its own language."""


def own_notes(header: Sequence[str]) -> dict[str, str] | None:
    """The aims of the columns where this is the sheet of notes of a Vrtiljak's workbook; None where it is not."""
    for words in map(translator, languages()):
        named = {folded(words(label)): aim for aim, label in NOTES.items()}
        found = {name: named.get(folded(name), "") for name in header}
        if set(NEEDED) <= set(found.values()):
            return found
    return None


def meant(header: Sequence[str], asked: QuestionSet) -> dict[str, str]:
    """The aim of every column, "" for what nobody knows."""
    return own_notes(header) or guessed(header, asked)


def source_of(header: Sequence[str]) -> str:
    """Where a table probably comes from: kobo, google, vrtiljak, or table."""
    return "vrtiljak" if own_notes(header) else origin(header)


def likely_sheet(content: bytes, name: str, names: Sequence[str], asked: QuestionSet) -> int:
    """The place of the sheet that most probably holds the answers: of a known source, else with most known columns."""
    scores = []
    for sheet in names:
        try:
            header = grid(content, name, sheet).header
        except Refusal:
            scores.append((False, -1))
            continue
        scores.append((source_of(header) != "table", sum(map(bool, meant(header, asked).values()))))
    return scores.index(max(scores))
