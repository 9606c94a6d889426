"""A pause for everybody after many wrong passwords, whoever's name was tried."""

from carousel.refusal import Refusal
from toolkit.acts.entering import WAIT

FREE = 10
LONGEST = 60.0


class Backoff:
    """Counts wrong passwords over all names; times are seconds of a monotonic clock."""

    def __init__(self) -> None:
        self._failures, self._until, self._last = 0, 0.0, 0.0

    def ask(self, now: float) -> None:
        """Refuses with 429 while the pause lasts; ten quiet minutes forget everything."""
        if now - self._last > 600:
            self._failures = 0
        if now < self._until:
            raise Refusal(WAIT, status=429, seconds=round(self._until - now) + 1)

    def fail(self, now: float) -> None:
        """One more wrong password; from the eleventh on the pause doubles, up to a minute."""
        self._failures, self._last = self._failures + 1, now
        if self._failures > FREE:
            self._until = now + min(2.0 ** (self._failures - FREE), LONGEST)
