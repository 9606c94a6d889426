"""`check`: whether this computer is ready for tonight, in words."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from toolkit.acts.backing_up import PLACE, place_of
from toolkit.acts.tonight import STATES, Evening, State, findings
from toolkit.cli.network import lan_address
from toolkit.i18n import Translator
from toolkit.settings import Settings
from toolkit.store.condition import choice_in


def check(own: Settings, port: int, words: Translator) -> int:
    """Print every finding; the exit status is 1 when something must be done."""
    kept = choice_in(Path(own.url.removeprefix("sqlite:///")), PLACE) if own.url.startswith("sqlite:///") else None
    tonight = Evening(own, place_of(own, kept), lan_address(), port, datetime.now(UTC))
    wide = max(len(words(one)) for one in STATES.values())
    found: list[State] = []
    for finding in findings(tonight):
        print(f"{words(STATES[finding.state]):{wide}}  {finding.said(words)}", flush=True)
        found.append(finding.state)
    print(_ending(found, words), file=sys.stderr)
    return int(State.MUST in found)


def _ending(found: list[State], words: Translator) -> str:
    if State.MUST in found:
        return words("Something must be done before people come.")
    if State.LOOK in found:
        return words("Ready, once you have looked at what is marked.")
    return words("Ready for tonight.")
