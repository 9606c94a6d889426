"""The pieces a printed report is built of: plain dictionaries that data/print/report.typ knows how to draw."""

from collections.abc import Iterable, Mapping, Sequence

from toolkit.compare.gate import Count, PublishedCluster, PublishedNote, Share
from toolkit.i18n import Translator

Block = Mapping[str, object]
QUOTED = 600  # letters of a quote; a note's whole words stand at the end


def chapter(text: str, *, fresh: bool = False) -> Block:
    """A chapter's title; `fresh` begins a new page."""
    return {"kind": "chapter", "text": text, "fresh": fresh}


def heading(text: str, *, deeper: bool = False) -> Block:
    """A title inside a chapter; `deeper` is one under another such title."""
    return {"kind": "heading", "text": text, "deeper": deeper}


def words(text: str) -> Block:
    """A paragraph."""
    return {"kind": "words", "text": text}


def small(text: str) -> Block:
    """A remark."""
    return {"kind": "small", "text": text}


def lead(text: str) -> Block:
    """A remark that stays with what follows it."""
    return {"kind": "lead", "text": text}


def table(widths: Sequence[int], header: Sequence[str], rows: Iterable[Sequence[str]]) -> Block:
    """A ruled table; `widths` are shares of the line."""
    return {"kind": "table", "widths": widths, "header": header, "rows": list(rows)}


def facts(header: tuple[str, str], rows: Iterable[tuple[str, str]]) -> Block:
    """A table of two columns."""
    return table((5, 5), header, rows)


def bars(rows: Iterable[Block], *, wide: bool = False) -> Block:
    """Horizontal bars; make the rows with `share_bar` or `bar`. `wide` leaves more room for their labels."""
    return {"kind": "bars", "rows": list(rows), "wide": wide}


def bar(label: str, value: float, most: float, text: str = "") -> Block:
    """A bar for a count of things that are not people, `most` filling the width."""
    return {"label": label, "part": value / most if most else 0, "text": text or f"{value:g}"}


def count_bar(_: Translator, label: str, people: Count, most: float) -> Block:
    """A bar for a count of people, `most` filling the width; hatched where it is hidden."""
    if people.value is None:
        return {"label": label, "part": 0, "hidden": True, "text": hidden_count(_, people)}
    return bar(label, people.value, most, people.shown(_.language))


def share_bar(_: Translator, label: str, share: Share, *, interval: bool = True) -> Block:
    """A bar for a share of people, with its interval where there is one; hatched where it is hidden."""
    if share.count.value is None or not share.of.value:
        return {"label": label, "part": 0, "hidden": True, "text": share_text(_, share)}
    part = share.count.value / share.of.value
    drawn: dict[str, object] = {"label": label, "part": part, "text": share_text(_, share)}
    if interval and share.percent is not None and share.low is not None and share.high is not None:
        drawn |= {"low": share.low / 100, "high": share.high / 100, "text": interval_text(_, share)}
    return drawn


def share_text(_: Translator, share: Share) -> str:
    """For example: 31 of 40."""
    return _("{count} of {all}", count=share.count.shown(_.language), all=share.of.shown(_.language))


def interval_text(_: Translator, share: Share) -> str:
    """For example: 31 of 40 · 78 % (63 to 88 %)."""
    numbers = {"percent": share.percent, "low": share.low, "high": share.high}
    shown = {name: _.number(value or 0) for name, value in numbers.items()}
    return f"{share_text(_, share)} · " + _("{percent} % ({low} to {high} %)", **shown)


def hidden_count(_: Translator, people: Count) -> str:
    """What stands where a count is not shown."""
    return people.shown(_.language) if people.why == "few" else _("not shown")


def quotes(items: Iterable[Block], more: str = "") -> Block:
    """Notes in their own words; make the items with `quote` and `more` with `and_more`."""
    return {"kind": "quotes", "items": list(items), "more": more}


def quote(_: Translator, note: PublishedNote) -> Block:
    """One note with how many agreed."""
    return {"text": shortened(note.text, QUOTED), "foot": agreement(_, note.ticks, note.exposed)}


def cluster_quote(_: Translator, cluster: PublishedCluster, *details: str) -> Block:
    """A cluster by its name, with its support, how many notes it holds, and what its notes say besides."""
    notes = _.ngettext("{n} note", "{n} notes", len(cluster.notes)) if len(cluster.notes) > 1 else ""
    foot = (*details, cluster_support(_, cluster), notes)
    return {"text": shortened(cluster.name, QUOTED), "foot": " · ".join(part for part in foot if part)}


def cluster_support(_: Translator, cluster: PublishedCluster) -> str:
    """Votes after a vote, else how many agree."""
    if cluster.votes is not None and cluster.votes.count.value != 0:
        return _("votes: {share}", share=share_text(_, cluster.votes))
    return agreement(_, cluster.ticks, cluster.exposed)


def shortened(text: str, letters: int) -> str:
    """The text, cut at a word with an ellipsis where it is longer."""
    return text if len(text) <= letters else text[:letters].rsplit(" ", 1)[0].rstrip(",;:. ") + " …"


def and_more(_: Translator, left: int) -> str:
    """Says how many are not shown here; nothing where none is left."""
    said = _.ngettext("and {n} more, at the end of this report", "and {n} more, at the end of this report", left)
    return said if left > 0 else ""


def agreement(_: Translator, ticks: int, exposed: int) -> str:
    """How many of those who could tick it agree at least; nothing below five."""
    return _("at least {ticks} of {exposed} agree", ticks=ticks, exposed=exposed) if ticks and exposed else ""


def two_sided(left: str, right: str, rows: Sequence[tuple[str, int, int]]) -> Block:
    """Needs beside offers: (theme, notes on the left, notes on the right), on one scale."""
    most = max((max(needs, offers) for _label, needs, offers in rows), default=0) or 1
    drawn = [
        {"label": label, "left": a / most, "right": b / most, "left_text": str(a), "right_text": str(b)}
        for label, a, b in rows
    ]
    return {"kind": "two", "left": left, "right": right, "rows": drawn}


def columns_of_notes(groups: Iterable[tuple[str, Iterable[Block]]]) -> Block:
    """All notes under their titles, small, in two columns."""
    return {"kind": "notes", "groups": [{"title": title, "items": list(items)} for title, items in groups]}
