"""The address of a comparison: which workshops, which view and how, so that a link shows the same again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

import streamlit as st

from toolkit.desk.frame import Desk

OVERVIEW = "overview"
VIEWS = (
    "overview", "who", "P1", "P2", "P3", "P4", "P5", "P6", "themes", "sides", "readiness", "evenings", "after",
    "words", "programme",
)  # fmt: skip
HOUSES = ("without", "with", "beside")
ORDERS = ("name", "date", "chosen")


@dataclass(frozen=True, slots=True)
class Link:
    """What a link says; `gone` are codes of workshops that are no longer there."""

    codes: tuple[str, ...]
    view: str = OVERVIEW
    house: str = HOUSES[0]
    order: str = ORDERS[0]
    gone: tuple[str, ...] = ()


def read_link(known: Sequence[str]) -> Link:
    """What the address says; whatever it does not say, or says wrongly, has its default."""
    asked = [code.strip().upper() for code in str(st.query_params.get("workshops", "")).split(",") if code.strip()]
    asked = list(dict.fromkeys(asked))
    return Link(
        codes=tuple(code for code in asked if code in known),
        view=_one_of(VIEWS, "view"),
        house=_one_of(HOUSES, "open_house"),
        order=_one_of(ORDERS, "order"),
        gone=tuple(code for code in asked if code not in known),
    )


def write_link(link: Link) -> None:
    """Put what is shown into the address, beside what other parts of the page keep there."""
    wanted = _params(link)
    if any(st.query_params.get(name) != value for name, value in wanted.items()):
        st.query_params.update(wanted)


def address(desk: Desk, link: Link) -> str:
    """The whole link, to be copied."""
    return f"{desk.address}/compare?{urlencode(_params(link), safe=',')}"


def _params(link: Link) -> Mapping[str, str]:
    return {"workshops": ",".join(link.codes), "view": link.view, "open_house": link.house, "order": link.order}


def _one_of(allowed: Sequence[str], name: str) -> str:
    wanted = str(st.query_params.get(name, ""))
    return wanted if wanted in allowed else allowed[0]
