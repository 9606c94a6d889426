"""Where the program keeps its things, read once from the environment; a bad value is refused loudly."""

import os
import secrets
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

VERSION = "0.1.0"
HERE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Provider:
    """An organisation's own sign-in (OpenID Connect): its name on the button, its address, and who we are to it."""

    name: str
    issuer: str
    client: str
    secret: str


@dataclass(frozen=True)
class Settings:
    """Folder of the data, database address, and what the doors need to know of the outside.

    `address` is what residents type, without a trailing slash ("http://192.168.1.5:8501"); empty when the request's
    own host is to be used. `hosts` are the host names that are answered; empty means all. `pace` multiplies what a
    slip and an address may send: above 1 for rehearsals and measurements, where one machine plays a hall. `meaning` is
    the folder of an organisation's own static embedding model, if it has one. `backup` is a second place for backups.
    `provider` is an organisation's own sign-in.
    """

    data: Path
    url: str
    address: str = ""
    hosts: tuple[str, ...] = ()
    https: bool = False
    pace: float = 1.0
    meaning: Path | None = None
    backup: Path | None = None
    provider: Provider | None = None

    @cached_property
    def secret(self) -> str:
        """The key that signs cookies, links and forms: made once, kept readable by its owner only."""
        kept = self.data / "secret"
        if not kept.exists():
            self.data.mkdir(parents=True, exist_ok=True)
            with open(os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
                file.write(secrets.token_urlsafe(48))
        return kept.read_text(encoding="ascii")

    @property
    def question_sets(self) -> Path:
        """The folder of question sets that people here have copied and changed."""
        return self.data / "question_sets"

    @property
    def good_practice(self) -> Path:
        """The folder of examples of good practice that people here have added."""
        return self.data / "good_practice"


NAMES = (
    "VRTILJAK_DATA", "DATABASE_URL", "VRTILJAK_ADDRESS", "VRTILJAK_HOSTS", "VRTILJAK_HTTPS", "VRTILJAK_PACE",
    "VRTILJAK_MEANING", "VRTILJAK_BACKUP", "VRTILJAK_OIDC", "VRTILJAK_OIDC_NAME", "VRTILJAK_OIDC_CLIENT",
    "VRTILJAK_OIDC_SECRET",
)  # fmt: skip


def settings() -> Settings:
    """Read VRTILJAK_DATA, DATABASE_URL and the other names of NAMES."""
    return _read(tuple(os.environ.get(name, "") for name in NAMES))


@lru_cache(maxsize=8)
def _read(values: tuple[str, ...]) -> Settings:
    data, url, address, hosts, https, pace, meaning, backup, *provider = values
    folder = Path(data or HERE / "var").resolve()
    if address and not address.startswith(("http://", "https://")):
        raise ValueError(f"VRTILJAK_ADDRESS must begin with http:// or https://, not {address!r}.")
    return Settings(
        data=folder,
        url=url or f"sqlite:///{(folder / 'vrtiljak.sqlite').as_posix()}",
        address=address.rstrip("/"),
        hosts=tuple(filter(None, hosts.split(","))),
        https=https == "1",
        pace=float(pace or 1),
        meaning=Path(meaning) if meaning else None,
        backup=Path(backup).expanduser().resolve() if backup else None,
        provider=_provider(*provider),
    )


def _provider(issuer: str, name: str, client: str, secret: str) -> Provider | None:
    if not issuer:
        return None
    if not (client and secret):
        raise ValueError("VRTILJAK_OIDC needs VRTILJAK_OIDC_CLIENT and VRTILJAK_OIDC_SECRET beside it.")
    return Provider(name or issuer.partition("://")[2], issuer.rstrip("/"), client, secret)
