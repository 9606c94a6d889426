"""The hub: after a commit, one reading and one encoding serve every phone and screen that listens."""

import asyncio
import logging
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Concatenate, ParamSpec

from toolkit.acts.releasing import put_out
from toolkit.compare.versions import VOTES
from toolkit.phone.live.ending import told_of_the_stop
from toolkit.phone.live.events import changes, full_state
from toolkit.phone.live.picture import Picture, look, look_again
from toolkit.phone.live.stream import BEAT, EventStream, encoded
from toolkit.phone.live.subscriber import Channel, Subscriber
from toolkit.store import Announcement, Store, Transaction

P = ParamSpec("P")
TOGETHER = 0.04  # seconds in which announcements make one reading; the first one after a pause never waits
BEATS = 15.0  # seconds between signs of life
MOST_ROOMS = 64  # workshops kept at hand
FOR_PHONES = ("step", "people", "screen")
FOR_SCREENS = (*FOR_PHONES, "note", "gone", "cluster", "vote", "raffle")  # a tick is told when the evening moves on
PUT_OFF = {"tick": 1.0, "cluster": 0.3, "people": 0.2, "vote": 0.5}  # seconds that nobody minds waiting


@dataclass(slots=True)
class Room:
    """One workshop's picture and everybody who watches it."""

    picture: Picture
    subscribers: set[Subscriber] = field(default_factory=set)
    news: list[Announcement] = field(default_factory=list)
    put_off: set[str] = field(default_factory=set)
    waiting: asyncio.TimerHandle | None = None
    task: asyncio.Task[None] | None = None
    reading: asyncio.Lock = field(default_factory=asyncio.Lock)
    stale: bool = False

    def channels(self) -> set[Channel]:
        """The audiences and languages that somebody listens in."""
        return {subscriber.channel for subscriber in self.subscribers}

    def whole(self) -> bool:
        """Whether anybody looks at more than the step."""
        return any(subscriber.channel.audience == "screen" for subscriber in self.subscribers)


class Hub:
    """Knows every open event stream of this process. One hub a process; used on the event loop only."""

    def __init__(
        self, store: Store, own_sets: Path | None = None, own_practice: Path | None = None, *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:  # fmt: skip
        """`own_sets` and `own_practice` are the folders of question sets and examples that people here have added."""
        self.store = store
        self.own_sets, self.own_practice = own_sets, own_practice
        self.clock = clock
        self.rooms: dict[str, Room] = {}
        self.ended = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._beating: asyncio.Task[None] | None = None
        self._opening = asyncio.Lock()
        self._last = 0.0
        self._heard_so_far = 0
        self._unsorted: deque[Announcement] = deque()
        self._latest: dict[int, int] = {}

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Hub"]:
        """For the application's lifespan: open streams end when the process is asked to stop."""
        self.ended = False
        self._start()
        try:
            with told_of_the_stop(self._end_soon):
                yield self
        finally:
            self.close()

    def close(self) -> None:
        """End every stream and stop listening to the store."""
        self.end_streams()
        if self._heard in self.store.listeners:
            self.store.listeners.remove(self._heard)
        if self._beating:
            self._beating.cancel()
        self._unsorted.clear()
        self._loop = None

    def end_streams(self) -> None:
        """Let every open stream finish; new ones end after their first event."""
        self.ended = True
        for room in self.rooms.values():
            for subscriber in room.subscribers:
                subscriber.end()

    async def picture(self, code: str) -> Picture:
        """What is public of a workshop now; read at most once between two changes. Refusal(404) for no such code."""
        return (await self._room(code)).picture

    async def stream(self, code: str, channel: Channel) -> EventStream:
        """An open event stream whose first event is the full state."""
        room = await self._room(code)
        subscriber = Subscriber(channel)
        room.subscribers.add(subscriber)
        if room.whole() and not room.picture.whole:
            await self._bring(room)
            subscriber.waiting.clear()  # the first event will say it all
        if self.ended:
            subscriber.end()
        return EventStream(
            subscriber,
            lambda: full_state(room.picture, channel, self.clock()),
            room.subscribers.discard,
        )

    async def _room(self, code: str) -> Room:
        self._start()
        code = code.strip().upper()
        async with self._opening:
            room = self.rooms.get(code)
            # A room with listeners is brought up to date by its news.
            while room is None or (room.stale and not room.subscribers):
                heard = self._heard_so_far
                picture = await self._read(look, code, False, self.own_sets, self.own_practice)
                room = self._kept(code, room, picture)
                room.stale = self._latest.get(picture.workshop.id, 0) > heard
        return room

    def _kept(self, code: str, room: Room | None, picture: Picture) -> Room:
        idle = [key for key, one in self.rooms.items() if not one.subscribers]
        for other in idle[: max(0, len(self.rooms) - MOST_ROOMS + 1)]:
            del self.rooms[other]
        room = room or Room(picture)
        room.picture, room.news = picture, []
        self.rooms[code] = room
        return room

    def _start(self) -> None:
        if self._loop is None and not self.ended:
            self._loop = asyncio.get_running_loop()
            self.store.listeners.append(self._heard)
            self._beating = self._loop.create_task(self._beat())

    def _heard(self, announcement: Announcement) -> None:
        """On the writer's thread, after the commit."""
        loop = self._loop
        self._unsorted.append(announcement)
        if len(self._unsorted) == 1 and loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._sort_all)

    def _end_soon(self) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self.end_streams)

    def _sort_all(self) -> None:
        while self._unsorted:
            self._sort(self._unsorted.popleft())

    def _sort(self, announcement: Announcement) -> None:
        """Hand an announcement to its rooms; what nobody waits for is put off, so that a burst is read once."""
        self._heard_so_far += 1
        self._latest[announcement.workshop] = self._heard_so_far
        for room in self.rooms.values():
            if room.picture.workshop.id != announcement.workshop:
                continue
            room.stale = True
            if announcement.what in (FOR_SCREENS if room.whole() else FOR_PHONES) and room.subscribers:
                self._put(room, announcement)

    def _put(self, room: Room, announcement: Announcement) -> None:
        if announcement.what == "step" and room.whole():
            self._put(room, Announcement(announcement.workshop, "tick"))  # more people could have ticked by now
        delay = PUT_OFF.get(announcement.what)
        if delay is None:
            self._take_in(room, announcement)
        elif announcement.what not in room.put_off:
            room.put_off.add(announcement.what)
            asyncio.get_running_loop().call_later(delay, self._take_in, room, announcement)

    def _take_in(self, room: Room, announcement: Announcement) -> None:
        room.put_off.discard(announcement.what)
        room.news.append(announcement)
        self._refresh_soon(room)

    def _refresh_soon(self, room: Room) -> None:
        """At once when it was quiet; otherwise what comes within a moment is read together."""
        loop = asyncio.get_running_loop()
        if room.waiting or (room.task and not room.task.done()):
            return
        delay = max(0.0, self._last + TOGETHER - loop.time())
        room.waiting = loop.call_later(delay, self._refresh, room)

    def _refresh(self, room: Room) -> None:
        room.waiting = None
        self._last = asyncio.get_running_loop().time()
        room.task = asyncio.get_running_loop().create_task(self._bring(room))
        room.task.add_done_callback(lambda task: self._refresh_soon(room) if room.news else None)

    async def _bring(self, room: Room) -> None:
        """Read what changed, then tell everybody who watches."""
        async with room.reading:
            news, room.news = room.news, []
            try:
                picture = await self._read(look_again, room.picture, tuple(news), room.whole())
            except Exception:
                logging.getLogger(__name__).exception("a change could not be read; it is tried again")
                asyncio.get_running_loop().call_later(1.0, room.news.extend, news)
                asyncio.get_running_loop().call_later(1.0, self._refresh_soon, room)
                return
            before, room.picture = room.picture, picture
            room.stale = bool(room.news)
            self._tell(room, before)

    async def _read(
        self, reading: Callable[Concatenate[Transaction, P], Picture], *of: P.args, **by: P.kwargs
    ) -> Picture:  # fmt: skip
        """A picture; an outcome that is due is kept before anybody sees it."""
        picture = await self.store.read_soon(reading, *of, **by)
        if picture.due:
            await self.store.write_soon(put_out, picture.workshop.id, (VOTES,))
            picture = await self.store.read_soon(reading, *of, **by)
        return picture

    def _tell(self, room: Room, before: Picture) -> None:
        now = self.clock()
        for channel in room.channels():
            events = b"".join(encoded(event, load) for event, load in changes(before, room.picture, channel, now))
            if events:
                for subscriber in room.subscribers:
                    if subscriber.channel == channel:
                        subscriber.give(events)

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(BEATS)
            for room in self.rooms.values():
                for subscriber in room.subscribers:
                    subscriber.give(BEAT)
