"""`group`: themes, same ideas, matches and moderation suggested for a table of answers, without a store."""

import csv
import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from toolkit import spreadsheet
from toolkit.content.vocabulary import vocabulary
from toolkit.harvest.grouping import Asked, Grouped, grouped
from toolkit.harvest.moderation import HUMAN, PERSONAL
from toolkit.paper.csv_file import defused
from toolkit.spreadsheet import Answer, Sheet

ADDED = (
    "theme", "theme_2", "theme_3", "confidence", "because", "cluster", "same_as", "matches", "moderation", "redacted",
)  # fmt: skip
WANTED = ("id", "community", "kind")
MOST_BYTES = 200 * 2**20
NO_COLUMN = "The table has no column “{name}”. {instead}"
INSTEAD = {
    "id": "Rows are named by their line.",
    "community": "All rows count as one community.",
    "kind": "All rows count as needs: offers cannot be matched with them.",
}
STRANGE_KIND = "Line {line}: there is no kind of note “{kind}”. The row counts as “other”."
NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")


def group_file(file: Path, out: Path, k: int, language: str) -> int:
    """Write OUT with a row for every readable answer; the exit status is 1 when a row could not be read."""
    content = file.read_bytes()
    sheet = spreadsheet.read(content, MOST_BYTES)
    for name in WANTED:
        if name not in sheet.found:
            say(NO_COLUMN.format(name=name, instead=INSTEAD[name]))
    for fault in sheet.faults:
        say(str(fault))
    found = grouped([_asked(answer, sheet, language) for answer in sheet.answers], k)
    encoding = "utf-8-sig" if content.startswith(b"\xef\xbb\xbf") else "utf-8"
    with out.open("w", encoding=encoding, newline="") as target:
        writer = csv.writer(target, delimiter=sheet.separator)
        writer.writerow([*_own_columns(sheet), *ADDED])
        writer.writerows(_rows(sheet, found))
    print(f"{len(sheet.answers)} answers: {out}")
    return 1 if sheet.faults else 0


def say(sentence: str) -> None:
    """Tell the person at the terminal, beside the result."""
    print(sentence, file=sys.stderr)


def _asked(answer: Answer, sheet: Sheet, language: str) -> Asked:
    kind = kinds().get(answer.kind.casefold(), "") if "kind" in sheet.found else "need"
    if not kind:
        say(STRANGE_KIND.format(line=answer.line, kind=answer.kind))
    spoken = answer.language if answer.language in ("sl", "en") else language
    return Asked(community=answer.community, kind=kind or "other", text=answer.text, language=spoken)


@cache
def kinds() -> dict[str, str]:
    """Kinds of note by their ids and their names in each language, in lower case."""
    return {
        name.casefold(): kind.id
        for kind in vocabulary().note_kinds
        for name in (kind.id, *(kind.text.of(language) for language in ("sl", "en")))
    }


def _own_columns(sheet: Sheet) -> Iterator[str]:
    """The input's columns; one that has a name of ours already is kept under another."""
    return (f"{name} (input)" if name.strip().lower() in ADDED else name for name in sheet.header)


def _rows(sheet: Sheet, found: Sequence[Grouped]) -> Iterator[list[str]]:
    names = [answer.id or str(answer.line) for answer in sheet.answers]
    for answer, one in zip(sheet.answers, found, strict=True):
        second, third, *_ = (*one.theme.others, "", "")
        action = PERSONAL if one.judgement.action == HUMAN else one.judgement.action
        added = (
            one.theme.theme, second, third, f"{one.theme.confidence:.3f}", " ".join(one.theme.words),
            names[one.cluster], ";".join(names[other] for other in one.same_as),
            ";".join(names[other] for other in one.matches), action, one.judgement.redacted,
        )  # fmt: skip
        yield [cell if NUMBER.fullmatch(cell) else defused(cell) for cell in (*answer.cells, *added)]
