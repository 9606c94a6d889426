"""What a database says when it cannot work, told in plain words: it is busy, or nothing fits on the disk any more."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from carousel.refusal import Refusal
from toolkit.i18n import _
from toolkit.store.counter import BUSY

DISK = _("The answer could not be stored. Your text is kept. Please tell the facilitator, then try again.")
FULL = ("full", "disk I/O", "No space", "could not extend")
GONE = ("08", "57")  # PostgreSQL's classes of lost connections and of a server that stops or starts


class Trouble:
    """Reads the errors of one engine's driver, whether SQLAlchemy has wrapped them or not."""

    def __init__(self, engine: Engine) -> None:
        self._driver: Any = engine.dialect.loaded_dbapi
        self._sqlite = engine.dialect.name == "sqlite"

    def refusal(self, problem: Exception) -> Exception:
        """A refusal with status 503 for what passes by itself or when a person makes room; anything else as it is."""
        if not self.for_all(problem):
            return problem
        return Refusal(DISK if self._full(problem) else BUSY, status=503)

    @contextmanager
    def told(self) -> Iterator[None]:
        """Around whatever asks the database: its errors come out as refusals."""
        try:
            yield
        except Exception as problem:
            if (told := self.refusal(problem)) is problem:
                raise
            raise told from problem

    def for_all(self, problem: Exception) -> bool:
        """Whether the database works for nobody now: somebody else holds its lock, nothing fits any more, or it is
        being started."""
        cause = self._cause(problem)
        if self._sqlite or self._full(problem):
            return "locked" in str(cause) or self._full(problem)
        state = getattr(cause, "sqlstate", None) or GONE[0]
        return isinstance(cause, (self._driver.OperationalError, self._driver.InterfaceError)) and state[:2] in GONE

    def _full(self, problem: Exception) -> bool:
        return any(word in str(self._cause(problem)) for word in FULL)

    def of_the_database(self, problem: Exception) -> bool:
        """Whether it was the database that said no, and not an act."""
        return isinstance(problem, (DBAPIError, self._driver.Error))

    def _cause(self, problem: Exception) -> BaseException | None:
        if not self.of_the_database(problem):
            return None
        return problem.orig if isinstance(problem, DBAPIError) else problem
