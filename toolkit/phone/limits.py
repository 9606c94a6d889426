"""Token buckets on a monotonic clock: how much one address or one slip may ask for."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from time import monotonic

MOST_KEYS = 20_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What is allowed: a burst, then so many a second. A whole hall may share one address, a slip is one person."""

    address_burst: float = 3000
    address_rate: float = 600
    slip_burst: float = 40
    slip_rate: float = 2
    guess_burst: float = 300
    guess_rate: float = 0.1
    erasure_burst: float = 30
    erasure_rate: float = 0.1

    def times(self, pace: float) -> "Limits":
        """The same limits for answers that come `pace` times as fast; guesses of codes stay as they are."""
        return replace(
            self,
            address_burst=self.address_burst * pace,
            address_rate=self.address_rate * pace,
            slip_burst=self.slip_burst * pace,
            slip_rate=self.slip_rate * pace,
        )


@dataclass(slots=True)
class Buckets:
    """One bucket per key. A key that was quiet long enough to be full again is forgotten."""

    burst: float
    rate: float
    clock: Callable[[], float] = monotonic
    _left: dict[str, tuple[float, float]] = field(default_factory=dict)

    def wait(self, key: str, cost: float = 1) -> float:
        """Takes `cost` from the key's bucket; seconds to wait when there is not enough, else 0."""
        now = self.clock()
        left = self._now(key, now)
        if left < cost:
            return (cost - left) / self.rate
        if len(self._left) >= MOST_KEYS:
            self._forget(now)
        self._left[key] = (left - cost, now)
        return 0.0

    def empty(self, key: str) -> float:
        """Seconds until the key has one to spend; 0 when it has. Takes nothing."""
        return max(0.0, (1 - self._now(key, self.clock())) / self.rate)

    def _now(self, key: str, now: float) -> float:
        left, since = self._left.get(key, (self.burst, now))
        return min(self.burst, left + (now - since) * self.rate)

    def _forget(self, now: float) -> None:
        self._left = {key: value for key, value in self._left.items() if self._now(key, now) < self.burst}
        while len(self._left) >= MOST_KEYS:
            self._left.pop(next(iter(self._left)))
