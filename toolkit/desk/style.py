"""The few rules that make Streamlit's pages calm: less air above, larger numbers, cards, group marks."""

from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path

import streamlit as st

from toolkit.content.look import look

RULES = Path(__file__).with_name("templates") / "desk.css"
SHAPES = {
    "circle": '<circle cx="12" cy="12" r="9"/>',
    "triangle": '<path d="M12 3l10 18H2z"/>',
    "square": '<path d="M3 3h18v18H3z"/>',
    "diamond": '<path d="M12 1.5l10.5 10.5L12 22.5 1.5 12z"/>',
    "hexagon": '<path d="M12 2l9 5v10l-9 5-9-5V7z"/>',
    "star": '<path d="M12 2l3 7 7.5.6-5.700 4.900 1.800 7.400L12 17.900l-6.600 4 1.800-7.400L1.5 9.600 9 9z"/>',
    "pentagon": '<path d="M12 2l10 7.5L18.200 21.5H5.800L2 9.5z"/>',
    "cross": '<path d="M8.5 2h7v6.5H22v7h-6.5V22h-7v-6.5H2v-7h6.5z"/>',
}
MARKDOWN = frozenset("\\`*_{}[]()<>#+-.!|~$:=&^\"")


@cache
def css() -> str:
    """The rules with their colours from data/look.yaml, light or dark as the page around them is."""
    light, dark = look().light, look().dark
    plain = ";".join(f"--{name}:{value}" for name, value in light.items())
    both = ";".join(f"--{name}:light-dark({value},{dark[name]})" for name, value in light.items())
    known = f"@supports(color:light-dark(#000,#fff)){{:root{{color-scheme:light dark;{both}}}}}"
    return f":root{{{plain}}}{known}" + RULES.read_text("utf-8")


def tones() -> Mapping[str, str]:
    """The colours of the page as this browser shows it, for what is drawn on the server: light unless it said dark."""
    return look().dark if st.context.theme.type == "dark" else look().light


def mark(index: int, text: str) -> str:
    """A group's mark as HTML: its shape on its colour, with a text."""
    groups = look().groups
    own = groups[index % len(groups)]
    return (
        f'<span class="v-mark" style="background:{own.colour};color:{own.ink}">'
        f'<img alt="" src="{picture(SHAPES[own.shape], own.ink)}">{escape(text)}</span>'
    )


def picture(shape: str, colour: str) -> str:
    """A shape as a data address: Streamlit takes svg elements out of HTML, pictures may stay."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="{colour}">{shape}</svg>'
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()


def table(head: list[str], rows: list[list[str]], kind: str = "") -> str:
    """An HTML table; the cells are HTML already."""
    heads = "".join(f"<th scope=col>{one}</th>" for one in head)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f'<table class="v-table {kind}"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>'


def scrolling(drawn: str, name: str) -> str:
    """A wide table in a frame of its own, which the keyboard reaches and scrolls; `name` says what it is."""
    return f'<div class="v-wide" role="region" tabindex="0" aria-label="{escape(name)}">{drawn}</div>'


def plain(text: str) -> str:
    """Text that Streamlit's markdown shows as it was written."""
    return "".join(f"\\{char}" if char in MARKDOWN else char for char in text)
