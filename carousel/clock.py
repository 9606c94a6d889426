"""A clock that is only times and pauses: what is left follows from `now`, so a crash loses nothing."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Clock:
    """`seconds` from `started`, not counting `paused` seconds of pauses that are over. Times are aware UTC."""

    started: datetime
    seconds: int
    paused_at: datetime | None = None
    paused: float = 0.0

    def left(self, now: datetime) -> float:
        """Seconds left, never below 0 and never more than the whole."""
        until = self.paused_at or now
        elapsed = (until - self.started).total_seconds() - self.paused
        return min(max(self.seconds - elapsed, 0.0), float(self.seconds))

    def ends(self, now: datetime) -> datetime | None:
        """The moment it runs out (earlier than `now` when it has); None while it is paused."""
        if self.paused_at is not None and self.paused_at <= now:
            return None
        return self.started + timedelta(seconds=self.seconds + self.paused)

    def pause(self, now: datetime) -> "Clock":
        """Stop; a paused clock stays as it is."""
        return self if self.paused_at else replace(self, paused_at=now)

    def resume(self, now: datetime) -> "Clock":
        """Go on with what was left; a running clock stays as it is."""
        if self.paused_at is None:
            return self
        return replace(self, paused_at=None, paused=self.paused + (now - self.paused_at).total_seconds())

    def longer(self, seconds: int) -> "Clock":
        """The same clock with more time."""
        return replace(self, seconds=self.seconds + seconds)

    def shifted(self, seconds: float) -> "Clock":
        """The same clock as if everything had happened later by so many seconds."""
        later = timedelta(seconds=seconds)
        return replace(self, started=self.started + later, paused_at=self.paused_at + later if self.paused_at else None)
