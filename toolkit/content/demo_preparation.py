"""What mentors could have written down about the demo communities, from data/demo/preparation.yaml; all invented."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from toolkit.content.demo import FOLDER
from toolkit.content.reading import Block, read_block

RATERS = ("Prva ocena (demo)", "Druga ocena (demo)")
SOURCE = "izmišljeno za predstavitev (demo), 2026"
Records = Mapping[str, tuple[Mapping[str, Any], ...]]


@cache
def demo_preparation(community: str) -> Records:
    """The records of a demo community by organiser form, as somebody would type them; none for another community."""
    for block in read_block(FOLDER / "preparation.yaml").blocks("communities"):
        if block.need("community", str) == community:
            return dict(_records(block))
    return {}


def _records(block: Block) -> Iterator[tuple[str, tuple[Mapping[str, Any], ...]]]:
    yield "population", tuple(_persons(block.need("population", Block)))
    yield "readiness", tuple(_ratings(block.need("readiness", Block)))
    yield "decision", (block.need("decision", Block),)
    for form in block:
        if form not in ("community", "population", "readiness", "decision"):
            yield form, block.blocks(form)


def _persons(block: Block) -> Iterator[Mapping[str, Any]]:
    for age, pair in block.items():
        for gender, persons in zip(("f", "m"), pair, strict=True):
            yield {"age": age, "gender": gender, "persons": persons, "source": SOURCE}


def _ratings(block: Block) -> Iterator[Mapping[str, Any]]:
    for criterion, given in block.items():
        for rater, (score, evidence) in zip(RATERS, given, strict=False):
            yield {"rater": rater, "criterion": criterion, "score": score, "evidence": evidence}
        for rater in RATERS if len(given) > len(RATERS) else ():
            score, evidence = given[-1]
            yield {"rater": rater, "criterion": criterion, "score": score, "evidence": evidence, "again": True}
