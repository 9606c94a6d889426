"""While the program runs, somebody looks whether the computer's clock was set."""

import logging
import threading

from toolkit.acts.clock_setting import Jump, Watch
from toolkit.store import Store

EVERY = 0.5  # seconds; until then late deliveries of a vote may be told to come too late


def watch_clock(store: Store) -> threading.Event:
    """Begin to look; set the event to end it."""
    end, watch = threading.Event(), Watch(store)
    threading.Thread(target=_look, args=(watch, end), name="clock", daemon=True).start()
    return end


def _look(watch: Watch, end: threading.Event) -> None:
    while not end.wait(EVERY):
        try:
            jump = watch.look()
        except Exception:  # the store may be busy: the next look tries again
            logging.getLogger("vrtiljak").exception("the clock was set, and the evening could not be moved along")
            continue
        if jump is not None:
            print(said(jump), flush=True)


def said(jump: Jump) -> str:
    """What the terminal says."""
    way = "ahead" if jump.by.total_seconds() > 0 else "back"
    minutes = abs(jump.by).total_seconds() / 60
    return f"The computer's clock was set {minutes:.0f} minutes {way}. Rounds and sign-ins go on."
