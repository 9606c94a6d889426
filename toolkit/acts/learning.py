"""Corrections as a table that another programme can learn from: writing it, and reading it row by row."""

from collections.abc import Iterable
from dataclasses import dataclass

from carousel.refusal import Refusal
from toolkit import spreadsheet
from toolkit.content.corpus import Example
from toolkit.content.vocabulary import vocabulary
from toolkit.harvest.folding import fold, words
from toolkit.harvest.language import guess_language
from toolkit.i18n import _, languages
from toolkit.paper.csv_file import csv_file, defused
from toolkit.store.sorting import MOST_ELSEWHERE

COLUMNS = ("theme", "language", "kind", "text")
LONGEST = 2_000  # characters of one text
NO_SUCH_COLUMN = _("The table has no column “{column}”.")
NO_THEME = _("Line {line}: there is no theme “{theme}”.")
NO_KIND = _("Line {line}: there is no kind of note “{kind}”.")
NO_LANGUAGE = _("Line {line}: there is no language “{language}”.")
LONG = _("Line {line}: the text has {found} characters. At most {most} are possible.")
TOO_MANY = _("Line {line}: at most {most} corrections are possible. From here on the table was left out.")


@dataclass(frozen=True, slots=True)
class Lessons:
    """The corrections of a file, and for each row that is none, why."""

    examples: tuple[Example, ...]
    faults: tuple[Refusal, ...]


def corrections_csv(examples: Iterable[Example]) -> bytes:
    """Columns theme, language, kind, text. A language nobody said is guessed."""
    lines = ([one.theme, one.language or guess_language(words(fold(one.text))), one.kind, one.text] for one in examples)
    return csv_file(COLUMNS, lines, guard=defused)


def read_corrections(content: bytes) -> Lessons:
    """The rows that can be used, each once; refuses with 413 or 422 what is no such table."""
    sheet = spreadsheet.read(content)
    if "theme" not in sheet.found:
        raise Refusal(NO_SUCH_COLUMN, column="theme")
    examples: dict[Example, None] = {}
    faults = list(sheet.faults)
    for row in sheet.answers:
        if len(examples) == MOST_ELSEWHERE:
            faults.append(Refusal(TOO_MANY, line=row.line, most=MOST_ELSEWHERE))
            break
        read = _example(row)
        if isinstance(read, Refusal):
            faults.append(read)
        else:
            examples[read] = None
    return Lessons(tuple(examples), tuple(faults))


def _example(row: spreadsheet.Answer) -> Example | Refusal:
    known = vocabulary()
    if row.theme not in {theme.id for theme in known.themes}:
        return Refusal(NO_THEME, line=row.line, theme=row.theme)
    if row.kind and row.kind not in {kind.id for kind in known.note_kinds}:
        return Refusal(NO_KIND, line=row.line, kind=row.kind)
    if row.language and row.language not in languages():
        return Refusal(NO_LANGUAGE, line=row.line, language=row.language)
    text = _armed(row.text)
    if len(text) > LONGEST:
        return Refusal(LONG, line=row.line, found=len(text), most=LONGEST)
    return Example(theme=row.theme, language=row.language, kind=row.kind, text=text)


def _armed(text: str) -> str:
    """The text without the apostrophe that kept a spreadsheet from taking it for a formula."""
    return text[1:] if text.startswith("'") and defused(text[1:]) == text else text
