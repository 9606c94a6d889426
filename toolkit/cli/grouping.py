"""`group`: themes and moderation suggested for a table of answers, without a store."""

import csv
import sys
from pathlib import Path

from toolkit import spreadsheet
from toolkit.harvest import moderation, themes
from toolkit.paper.export import safe

COLUMNS = ("id", "community", "kind", "text", "theme", "theme_2", "theme_3", "because", "moderation", "redacted")


def group_file(file: Path, out: Path, language: str) -> int:
    """Write OUT with a row per readable answer; the exit status is 1 when a row could not be read."""
    sheet = spreadsheet.read(file.read_bytes())
    for fault in sheet.faults:
        print(fault, file=sys.stderr)
    with out.open("w", encoding="utf-8-sig", newline="") as target:
        writer = csv.writer(target)
        writer.writerow(COLUMNS)
        writer.writerows(grouped(answer, language) for answer in sheet.answers)
    print(f"{len(sheet.answers)} answers: {out}")
    return 1 if sheet.faults else 0


def grouped(answer: spreadsheet.Answer, language: str) -> tuple[str, ...]:
    """One row of COLUMNS; nothing in it can become a formula."""
    suggestion, judgement = themes.suggest(answer.text, language), moderation.judge(answer.text)
    second, third, *_ = (*suggestion.others, "", "")
    cells = (
        answer.id or str(answer.line), answer.community, answer.kind, answer.text, suggestion.theme, second, third,
        " ".join(suggestion.words), judgement.action, judgement.redacted,
    )  # fmt: skip
    return tuple(map(safe, cells))
