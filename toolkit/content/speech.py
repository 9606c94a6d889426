"""How residents speak: dialect forms, own word forms and function words, from data/dialect.csv and data/lemmas.yaml."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from toolkit.content.reading import DATA, Block, ContentError, read_block

DIALECT = DATA / "dialect.csv"
FILE = DATA / "lemmas.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """`dialect` is form → standard word, `forms` is form → lemma; both as written. `function_words` are folded."""

    dialect: Mapping[str, str]
    forms: Mapping[str, str]
    function_words: Mapping[str, frozenset[str]]


@cache
def speech() -> Speech:
    """The shipped lists. ContentError names the file and line of a mistake; a missing dialect list is an empty one."""
    block = read_block(FILE)
    listed = block.need("forms", Block)
    lists = block.need("function_words", Block)
    return Speech(
        dialect=_dialect(),
        forms={word: word for word in block.need("themselves", str).split()}
        | {form: lemma for lemma in listed for form in listed.need(lemma, str).split()},
        function_words={language: frozenset(lists.need(language, str).split()) for language in lists},
    )


def _dialect() -> Mapping[str, str]:
    """Single words only: phrases of the list are for readers."""
    if not DIALECT.exists():
        return {}
    with DIALECT.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        if not {"form", "standard"} <= set(rows.fieldnames or ()):
            raise ContentError("The first line must be “form,standard”.", "data/dialect.csv", 1)
        pairs = ((row["form"] or "", row["standard"] or "") for row in rows)
        return {form: standard for form, standard in pairs if form and standard and " " not in form + standard}
