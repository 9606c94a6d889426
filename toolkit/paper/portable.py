"""Published values as JSON: sentences in every language, counts with what hides them, days as year-month-day."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from toolkit.compare.gate import Count, Number, PublishedCluster
from toolkit.compare.sentence import Choice, Quote, Sentence, Shown, Term
from toolkit.i18n import languages


def whole_json(value: object) -> bytes:
    """Published values, UTF-8, indented so that people can read it too."""
    return json.dumps(portable(value), ensure_ascii=False, indent=1).encode()


def portable(value: object) -> Any:
    """The value made of dictionaries, lists, texts and numbers. A hidden count is null and says why."""
    if isinstance(value, Number):
        return int(value.value) if value.value == int(value.value) else value.value
    if isinstance(value, Count):
        return value.value if value.value is not None else {"hidden": value.why}
    if isinstance(value, Sentence | Quote):
        return _spoken(value)
    if isinstance(value, Term | Choice):
        return {"id": value.id, **_spoken(value)}
    if isinstance(value, PublishedCluster):  # its notes stand once, in the list of all notes
        return _parts(value, frozenset({"notes"})) | {"notes": [note.id for note in value.notes]}
    if is_dataclass(value):
        return _parts(value)
    if isinstance(value, Mapping):
        return {str(name): portable(part) for name, part in value.items()}
    if isinstance(value, tuple | list):
        return [portable(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


def _parts(value: Any, without: frozenset[str] = frozenset()) -> dict[str, Any]:
    return {each.name: portable(getattr(value, each.name)) for each in fields(value) if each.name not in without}


def _spoken(value: Shown) -> dict[str, str]:
    return {language: value.shown(language) for language in languages()}
