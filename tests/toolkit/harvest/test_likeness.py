"""Suggestions of notes that say the same."""

import csv
from pathlib import Path

from carousel.workshop import Note
from toolkit.harvest.likeness import suggestions

DEMO = Path(__file__).parents[3] / "data" / "demo"


def test_all_true_pairs_of_the_demo_are_suggested() -> None:
    with (DEMO / "demo_answers.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    with (DEMO / "demo_answers_gold.csv").open(encoding="utf-8") as file:
        gold = [row["duplicate_group"] for row in csv.DictReader(file)]
    found = set()
    for community in {row["community"] for row in rows}:
        notes = [
            Note(id=id, question="q", kind=row["kind"], text=row["text"], theme=row["theme"])
            for id, row in enumerate(rows, 1)
            if row["community"] == community
        ]
        found |= {(pair.one, pair.other) for pair in suggestions(notes)}
    true = {(a, b) for a in range(1, 46) for b in range(a + 1, 46) if gold[a - 1] and gold[a - 1] == gold[b - 1]}
    assert true <= found


def test_the_words_in_common_are_told() -> None:
    notes = [
        Note(id=id, question="q", kind="need", text=text)
        for id, text in enumerate(["Recycling centers moved out of town", "Move the recycling center"], 1)
    ]
    assert suggestions(notes)[0].words == ("Recycling", "centers")


def test_different_kinds_are_never_brought_together() -> None:
    notes = [Note(id=id, question="q", kind=kind, text="vrt") for id, kind in enumerate(("need", "offer"), 1)]
    assert suggestions(notes) == ()
