"""`demo` and `import`: filling a store."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from random import SystemRandom

from toolkit import spreadsheet
from toolkit.acts.demo import play_demo
from toolkit.acts.mentoring import Answer, import_answers
from toolkit.harvest.language import language_of
from toolkit.store import Store
from toolkit.store.programme import workshops


def load_demo(store: Store) -> None:
    """Load the demo programme where it isn't yet, and print every workshop's code."""
    load_demo_if_empty(store)
    for one in store.read(workshops):
        print(f"{one.workshop.code}  {one.stage:<9}  {one.notes:>4} notes  {one.workshop.title}")


def load_demo_if_empty(store: Store) -> None:
    """Leave a store with workshops as it is."""
    if not store.read(workshops):
        store.write(play_demo, "sl", datetime.now(UTC), SystemRandom())


def import_file(store: Store, file: Path, community: str, language: str) -> int:
    """Make an open house of the readable rows; name the others. The exit status is 1 when there were any."""
    sheet = spreadsheet.read(file.read_bytes(), name=file.name)
    for fault in sheet.faults:
        print(fault, file=sys.stderr)
    if sheet.answers:
        now = datetime.now(UTC)
        rows = [Answer(text=a.text, kind=a.kind, question=a.question, theme=a.theme) for a in sheet.answers]
        spoken = language or language_of(row.text for row in rows)
        made = store.write(
            import_answers, community, rows, language=spoken, day=now.date(), now=now, rng=SystemRandom()
        )
        told = f"{made.kept} answers, {made.held} held for a person"
        if made.repeated:
            told = "holds these answers already, nothing was changed"
        print(f"{made.workshop.code}  {told}  {made.workshop.title}")
    return 1 if sheet.faults else 0
