"""How the communities of a comparison are named beside a chart: with their date, shorter where there are many."""

from collections.abc import Sequence

from toolkit.compare.parts import Head
from toolkit.desk.charts import wrapped
from toolkit.i18n import Translator

FEW = 12
LONGEST = 30


def names(words: Translator, heads: Sequence[Head]) -> list[str]:
    """A name for each column, never the same twice: over two lines for a few, else on one."""
    named = [_name(words, head, len(heads) <= FEW) for head in heads]
    told = zip(named, heads, strict=True)
    return [name if named.count(name) == 1 else f"{name} · {head.code}" for name, head in told]


def _name(words: Translator, head: Head, roomy: bool) -> str:
    demo = f" {words('(demo)')}" if head.demo and "(demo)" not in head.community else ""
    day = words.date(head.date, "short")
    community = head.community + demo
    if roomy:
        return f"{wrapped(community, 22)}<br><span style='font-size:12px'>{day}</span>"
    short = community if len(community) <= LONGEST else community[: LONGEST - 1] + "…"
    return f"{short.replace('<', '')} · {day}"
