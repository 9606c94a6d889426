"""`serve`: the server, and the lines that tell a facilitator where to go."""

import gc
import logging
import os
import socket
import sys
import threading
import webbrowser
from contextlib import suppress
from datetime import UTC, datetime

import uvicorn

from toolkit.acts.backing_up import begin, end, keeper_of
from toolkit.cli.learning import learn
from toolkit.cli.logs import keep_logs_discreet
from toolkit.cli.network import EVERY, LOOPBACK, bound, lan_address
from toolkit.cli.place import store
from toolkit.cli.running import said_to_run
from toolkit.cli.watching import watch_clock
from toolkit.settings import HERE, Settings, settings

CALM = 5  # seconds until suggestions are made ready: phones that come back after a restart go first
SWITCH = 0.0005  # seconds after which a thread that computes lets another one run: the writer must not wait long


class Announcing(uvicorn.Server):
    """A server that says where it answers, once it does."""

    def __init__(self, config: uvicorn.Config, host: str, browser: bool) -> None:
        super().__init__(config)
        self.shown, self.browser = host, browser

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then announce."""
        await super().startup(sockets)
        without_visitors()
        if self.started and sockets:
            begin(store(settings()), settings())
            watch_clock(store(settings()))
            threading.Thread(target=announce, args=(self.shown, sockets[0].getsockname()[1], self.browser)).start()
            later = threading.Timer(CALM, learn)
            later.daemon = True
            later.start()


def serve(place: Settings, host: str, port: int, *, demo: bool, browser: bool) -> None:
    """Answer on `host` and `port` until stopped; port 0 takes a free one."""
    keep_logs_discreet()
    sys.setswitchinterval(SWITCH)
    listener = bound(host, port)
    os.chdir(HERE)  # where the desk's own configuration and pages lie
    tell_address(host, listener.getsockname()[1])
    from workshop_app import app

    gc.freeze()  # what was imported stays: looking through it again would only hold up the phones
    gc.enable()
    if demo:
        from toolkit.cli.samples import load_demo_if_empty

        load_demo_if_empty(store(place))
    config = uvicorn.Config(
        app,
        http="httptools",
        ws="websockets-sansio",
        loop="auto",
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=2,
        timeout_keep_alive=75,
        backlog=2048,
    )
    # Ctrl+C is how an evening ends
    with said_to_run(place.data, listener.getsockname()[1]), suppress(KeyboardInterrupt):
        Announcing(config, "127.0.0.1" if host in EVERY else host, browser).run(sockets=[listener])
    end(store(settings()))


def without_visitors() -> None:
    """Nobody's address or code goes into a log: Streamlit has turned the log of requests on again by now."""
    visitors = logging.getLogger("uvicorn.access")
    visitors.handlers.clear()
    visitors.propagate, visitors.disabled = False, True


def tell_address(host: str, port: int) -> None:
    """Let QR codes carry the address phones reach, unless somebody has set another or the machine is alone."""
    outside = lan_address() if host in EVERY else host
    if outside and outside not in LOOPBACK:
        os.environ.setdefault("VRTILJAK_ADDRESS", f"http://{outside}:{port}")


def announce(host: str, port: int, browser: bool) -> None:
    """Print the ready line, the sign-in link and each open workshop's address."""
    from toolkit.acts.entering import make_link
    from toolkit.store.programme import workshops

    place, here = settings(), f"http://{host}:{port}"
    kept = store(place)
    token = kept.write(make_link, "owner", datetime.now(UTC))
    link = f"{here}/welcome/{token}"
    print(f"ready: {here}", flush=True)
    print(f"sign in (once, within a day): {link}", flush=True)
    for one in kept.read(workshops):
        if one.workshop.joining:
            print(f"residents: {place.address or here}/w/{one.workshop.code}   {one.workshop.title}", flush=True)
    keeper = keeper_of(kept)
    if keeper is not None:
        print(f"backups: {', '.join(str(one.folder) for one in keeper.places())}", flush=True)
    print("Stop with Ctrl+C.", flush=True)
    if browser:
        webbrowser.open(link)
