"""Interest and influence of stakeholders as a picture: a numbered circle each, the names beside it."""

from collections.abc import Sequence
from datetime import date
from html import escape
from math import ceil

import plotly.graph_objects as go
import streamlit as st

from carousel.preparation import Stakeholder
from toolkit.desk.charts import show, template
from toolkit.desk.style import plain, tones
from toolkit.i18n import Translator

CELL = (104, 80)  # pixels of one of the five by five, across and down, at least
LARGEST, SMALLEST = 40, 14  # pixels of a circle
TOP = 5


def influence_chart(words: Translator, register: Sequence[Stakeholder], community: str, day: date) -> None:
    """The chart with its list of names, and below those of whom interest or influence is not known."""
    placed = in_order(register)
    unplaced = [one.name for one in register if one.interest is None or one.influence is None]
    if not placed:
        st.info(words("Write down interest and influence of a stakeholder; the picture then draws itself."))
        return
    drawn, names = st.columns([2.1, 1], gap="medium")
    with drawn:
        show(figure(words, placed, community, day), "influence")
    with names:
        lines = "".join(
            f"<li>{escape(one.name)}<div class=v-facts>{escape(_said(words, one))}</div></li>" for one in placed
        )
        st.html(f"<ol style='font-size:.95rem;line-height:1.3;margin:0'>{lines}</ol>")
        if unplaced:
            st.caption(plain(words("Interest or influence not known: {names}", names=", ".join(unplaced))))


def in_order(register: Sequence[Stakeholder]) -> list[Stakeholder]:
    """Those that can be placed, the most influential and interested first: as they are numbered."""
    known = [one for one in register if one.interest is not None and one.influence is not None]
    return sorted(known, key=lambda one: (-(one.influence or 0), -(one.interest or 0), one.name.casefold()))


def figure(words: Translator, placed: Sequence[Stakeholder], community: str, day: date) -> go.Figure:
    """Circles with numbers at interest (across) and influence (up), 1 to 5; several in one place stand side by side.
    The larger the circle, the more affected; a hollow one where nobody said."""
    shown, (spots, room) = tones(), places(placed)
    sizes = [size(one, room) for one in placed]
    said = [escape(f"{one.name}: {_said(words, one)}") for one in placed]
    made = go.Figure(
        go.Scatter(
            x=[spot[0] for spot in spots], y=[spot[1] for spot in spots], mode="markers+text",
            text=[f"<b>{number}</b>" for number in range(1, len(placed) + 1)],
            textfont={"size": [max(10, min(15, int(pixels) // 2)) for pixels in sizes],
                      "color": [shown["act_ink"] if one.affected else shown["ink"] for one in placed]},
            marker={"size": sizes, "opacity": 1, "line": {"width": 2, "color": shown["act"]},
                    "color": [shown["act"] if one.affected else shown["card"] for one in placed]},
            hovertext=said, hoverinfo="text", name="; ".join(said), cliponaxis=False,
        )
    )  # fmt: skip
    axis = {"range": [0.45, TOP + 0.55], "tickvals": list(range(1, TOP + 1)), "fixedrange": True, "showgrid": False}
    many = words.ngettext("{n} stakeholder", "{n} stakeholders", len(placed))
    legend = words("The larger the circle, the more affected. Hollow: not known.")
    made.update_layout(
        template=template(), height=150 + CELL[1] * TOP, shapes=_cells(shown["line"], shown["tint"]), showlegend=False,
        xaxis=axis | {"title": words("Interest →")}, yaxis=axis | {"title": words("Influence →")},
        title={"text": f"<b>{words('Interest and influence')}</b><br><span style='font-size:14px'>"
                       f"{escape(community)} · {many}, {words.date(day, 'short')}<br>{legend}</span>"},
        margin={"t": 100, "b": 10},
    )  # fmt: skip
    return made


def places(placed: Sequence[Stakeholder]) -> tuple[list[tuple[float, float]], float]:
    """Where each circle stands, x and y, so that none covers another; and the pixels that each has for itself."""
    cells: dict[tuple[int, int], list[int]] = {}
    for number, one in enumerate(placed):
        cells.setdefault((one.interest or 1, one.influence or 1), []).append(number)
    spots, room = [(0.0, 0.0)] * len(placed), float(LARGEST)
    for (interest, influence), numbers in cells.items():
        wide = max(range(1, len(numbers) + 1), key=lambda columns: _room(columns, len(numbers)))
        room = min(room, _room(wide, len(numbers)))
        tall = ceil(len(numbers) / wide)
        for place, number in enumerate(numbers):
            down, across = divmod(place, wide)
            spots[number] = (
                interest + ((across + 0.5) / wide - 0.5) * 0.94, influence - ((down + 0.5) / tall - 0.5) * 0.94
            )  # fmt: skip
    return spots, room


def _room(columns: int, many: int) -> float:
    """Pixels for each of so many in one cell, in so many columns."""
    return 0.94 * min(CELL[0] / columns, CELL[1] / ceil(many / columns))


def size(one: Stakeholder, room: float) -> float:
    """Pixels across: the same for all who are equally affected, half as wide where hardly."""
    return max(SMALLEST, (room - 2) * (0.5 + 0.1 * (one.affected or TOP // 2)))


def _cells(line: str, tint: str) -> list[dict[str, object]]:
    """The lines between cells, and a calm ground where both are high."""
    ground = {"type": "rect", "x0": 3.5, "x1": 5.5, "y0": 3.5, "y1": 5.5, "fillcolor": tint, "line": {"width": 0}}
    edges = [at + 0.5 for at in range(TOP + 1)]
    pen = {"color": line, "width": 1}
    across = [{"type": "line", "x0": 0.5, "x1": 5.5, "y0": at, "y1": at, "line": pen} for at in edges]
    up = [{"type": "line", "y0": 0.5, "y1": 5.5, "x0": at, "x1": at, "line": pen} for at in edges]
    return [shape | {"layer": "below"} for shape in (ground, *across, *up)]


def _said(words: Translator, one: Stakeholder) -> str:
    return words(
        "interest {interest}, influence {influence}, affected {affected}",
        interest=one.interest, influence=one.influence, affected=one.affected or "?",
    )  # fmt: skip
