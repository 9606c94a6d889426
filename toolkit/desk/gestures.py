"""Gestures that a component sends in a numbered list: each is carried out once and in order, however often it comes."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from threading import Lock
from typing import Any

import streamlit as st

from toolkit.acts.repeating import once
from toolkit.desk.frame import carry_out
from toolkit.settings import settings
from toolkit.store import opened
from toolkit.store.gestures import last_of
from toolkit.store.notes import HIGHEST

MOST_CLIENTS, LONGEST = 500, 80
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

    A browser sends everything again until it hears that it was done, so that nothing is lost between two redraws;
    after a crash the store still knows what was.
    """
    client, refused = str(sent.get("client", ""))[:LONGEST], []
    with _turn:
        if client not in _last:
            _remember(client, opened(settings()).read(last_of, workshop_id, client))
        for number, gesture in sorted(_numbered(sent.get("gestures")), key=itemgetter(0)):
            if number > _last[client]:
                _remember(client, number)
                refused += _carry_out(workshop_id, act_of(gesture), client, number)
        return Outcome(client, _last[client], " ".join(dict.fromkeys(refused)))


def _carry_out(workshop_id: int, found: Act | None, client: str, number: int) -> list[str]:
    """The refusals' sentences, in the language of this desk."""
    if found is None:
        return []
    act, rest, named = found
    carry_out(once(act, client, number), (workshop_id, *rest), named)
    told = st.session_state.pop("told", None)
    return [str(told[1])] if told else []


def _numbered(gestures: object) -> Iterator[tuple[int, Gesture]]:
    for gesture in gestures if isinstance(gestures, list) else ():
        if isinstance(gesture, dict) and isinstance(gesture.get("id"), int) and gesture["id"] <= HIGHEST:
            yield gesture["id"], gesture


def _remember(client: str, number: int) -> None:
    _last[client] = number
    _last.move_to_end(client)
    while len(_last) > MOST_CLIENTS:
        _last.popitem(last=False)
