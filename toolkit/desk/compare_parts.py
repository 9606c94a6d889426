"""What several views of the comparison share: dots of the rows that are shares, lists of sentences, turning pages."""

from collections.abc import Sequence

import streamlit as st

from toolkit.compare.comparison import Comparison, Row
from toolkit.compare.condensed import Condensed
from toolkit.compare.gate import Share
from toolkit.desk.charts import show
from toolkit.desk.charts_dots import dots
from toolkit.desk.counting import counted
from toolkit.desk.frame import Desk
from toolkit.desk.style import plain


def counting(desk: Desk, ids: Sequence[int] = ()) -> dict[int, Condensed]:
    """What is counted of these workshops, or of all, with progress where it takes a while."""
    place = st.empty()

    def told(done: int, all: int) -> None:
        place.progress(done / all, desk.words("Counting the workshops: {done} of {all}", done=done, all=all))

    found = counted(desk.store, ids, told)
    place.empty()
    return found


def dotted(desk: Desk, found: Comparison, rows: Sequence[Row], title: str, key: str) -> None:
    """The shares of the rows as dots; nothing where none of them is a share."""
    shares = [row for row in rows if any(isinstance(value, Share) for value in row.values)]
    if shares:
        show(dots(desk.words, found.heads, shares, title), f"dots {key}")


def listed(desk: Desk, sentences: Sequence[str], most: int = 20) -> None:
    """Sentences one below the other; the rest is counted."""
    st.markdown("\n".join(f"- {plain(sentence)}" for sentence in sentences[:most]))
    if len(sentences) > most:
        st.caption(desk.words.ngettext("and {n} more", "and {n} more", len(sentences) - most))


def some(desk: Desk, found: Comparison, key: str, most: int) -> slice:
    """The communities that are drawn now, `most` at a time."""
    many = len(found.heads)
    if many <= most:
        return slice(0, many)
    starts = list(range(0, many, most))
    start = st.segmented_control(
        desk.words("Communities"), starts, key=f"some {key}", default=0, required=True,
        format_func=lambda at: f"{at + 1}–{min(at + most, many)}",
    ) or 0  # fmt: skip
    return slice(start, start + most)
