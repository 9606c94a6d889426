"""Adding an example of one's own to the shelf of good practice."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import yaml

from carousel.refusal import Refusal
from toolkit.content.good_practice import LONGEST, MOST, SHIPPED, check_practice
from toolkit.i18n import BUILT_IN, _

FIELDS = ("name", "place", "since", "happens", "runs", "learn", "title", "address")
NEEDED = ("name", "place", "happens", "learn", "title")
LONGEST_HERE = {**LONGEST, "title": 120, "address": 300}
MISSING = _("Please fill this in.")
TOO_LONG = _("This has {n} letters; at most {most} fit a slide.")
TOO_MANY = _("At most {most} lines fit a slide.")
NO_ADDRESS = _("Begin the address with http:// or https://.")
KNOWN = _("There is an example of this name already. Choose another name.")
GONE = _("There is no such example. Please load the page again.")
REMOVED = ".removed"


def faults(given: Mapping[str, str]) -> dict[str, Refusal]:
    """What is wrong, by field; empty when the example can be kept. Lines are lines of the text."""
    found = {}
    for name in FIELDS:
        lines = _lines(given.get(name, ""))
        longest = max(map(len, lines), default=0)
        if name in NEEDED and not lines:
            found[name] = Refusal(MISSING, field=name)
        elif len(lines) > MOST.get(name, 1):
            found[name] = Refusal(TOO_MANY, field=name, most=MOST.get(name, 1))
        elif longest > LONGEST_HERE[name]:
            found[name] = Refusal(TOO_LONG, field=name, n=longest, most=LONGEST_HERE[name])
        elif name == "address" and lines and not re.match(r"https?://\S+$", lines[0]):
            found[name] = Refusal(NO_ADDRESS, field=name)
    return found


def add_practice(folder: Path, given: Mapping[str, str], language: str, read: date) -> str:
    """Keep an example in the own folder, in one language; its id. Refuses at the field."""
    for fault in faults(given).values():
        raise fault
    language = language if language in BUILT_IN else "en"
    id = _id(given["name"])
    if any((place / f"{id}.yaml").exists() for place in (folder, SHIPPED)):
        raise Refusal(KNOWN, field="name", status=409)
    text = yaml.safe_dump(_content(given, language, read), allow_unicode=True, sort_keys=False, width=1000)
    check_practice(text, f"{id}.yaml")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{id}.yaml").write_text(text, "utf-8")
    return id


def remove_practice(folder: Path, id: str) -> None:
    """Take an added example off the shelf; `restore_practice` brings it back. Refuses with 404."""
    _renamed(folder, id, f"{id}.yaml", f"{id}.yaml{REMOVED}")


def restore_practice(folder: Path, id: str) -> None:
    """Bring a removed example back. Refuses with 404."""
    _renamed(folder, id, f"{id}.yaml{REMOVED}", f"{id}.yaml")


def _renamed(folder: Path, id: str, before: str, after: str) -> None:
    if Path(id).name != id or not (folder / before).is_file():
        raise Refusal(GONE, status=404)
    (folder / before).replace(folder / after)


def _content(given: Mapping[str, str], language: str, read: date) -> dict[str, object]:
    said = {name: {language: _lines(given[name])[0]} for name in ("name", "place", "since", "runs") if given.get(name)}
    source = {"title": _lines(given["title"])[0], "read": read.isoformat()}
    if _lines(given.get("address", "")):
        source["address"] = _lines(given["address"])[0]
    lines = {name: {language: _lines(given[name])} for name in ("happens", "learn")}
    return {"languages": [language], **said, **lines, "sources": [source]}


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in unicodedata.normalize("NFC", text).splitlines() if line.strip()]


def _id(name: str) -> str:
    """Small letters, digits and _ of a name; a name in another script becomes "example"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:60] or "example"
