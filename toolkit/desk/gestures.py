"""Gestures that a component sends in a numbered list: each is carried out once and in order, however often it comes."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from threading import Lock
from typing import Any

import streamlit as st

from toolkit.desk.frame import carry_out

MOST_CLIENTS = 500
Gesture = Mapping[str, Any]
Act = tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]
_last: OrderedDict[str, int] = OrderedDict()
_turn = Lock()


@dataclass(frozen=True, slots=True)
class Outcome:
    """The last gesture of a browser that was carried out, and what was refused on the way."""

    client: str = ""
    last: int = 0
    refused: str = ""


def carry_out_all(workshop_id: int, sent: Gesture, act_of: Callable[[Gesture], Act | None]) -> Outcome:
    """Carry out what this browser has not sent before, in the order of its numbers.

    A browser sends everything again until it hears that it was done, so that nothing is lost between two redraws.
    """
    client, refused = str(sent.get("client", "")), []
    with _turn:
        for number, gesture in sorted(_numbered(sent.get("gestures")), key=itemgetter(0)):
            if number > _last.get(client, 0):
                _remember(client, number)
                refused += _carry_out(workshop_id, act_of(gesture))
        return Outcome(client, _last.get(client, 0), " ".join(dict.fromkeys(refused)))


def _carry_out(workshop_id: int, found: Act | None) -> list[str]:
    """The refusals' sentences, in the language of this desk."""
    if found is None:
        return []
    act, rest, named = found
    carry_out(act, (workshop_id, *rest), named)
    told = st.session_state.pop("told", None)
    return [str(told[1])] if told else []


def _numbered(gestures: object) -> Iterator[tuple[int, Gesture]]:
    for gesture in gestures if isinstance(gestures, list) else ():
        if isinstance(gesture, dict) and isinstance(gesture.get("id"), int):
            yield gesture["id"], gesture


def _remember(client: str, number: int) -> None:
    _last[client] = number
    _last.move_to_end(client)
    while len(_last) > MOST_CLIENTS:
        _last.popitem(last=False)
