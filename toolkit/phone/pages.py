"""Rendering: templates compiled once, the style with its hash, the script with its hash, and the language."""

import base64
import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader
from jinja2.bccache import Bucket
from starlette.requests import Request
from starlette.responses import HTMLResponse

from toolkit.content.form import Field
from toolkit.content.look import look
from toolkit.content.vocabulary import label
from toolkit.i18n import Translator, languages, preferred, translator
from toolkit.phone.tokens import Phone, new_key
from toolkit.settings import HERE as PROGRAM

HERE = Path(__file__).parent


class Compiled(FileSystemBytecodeCache):
    """Compiled templates in a folder: half a second less until the first phone is answered after a crash."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """A folder that is full or must not be written costs only that half second."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compiled() -> Compiled | None:
    """The folder for compiled templates, made if need be; None where it cannot be made."""
    folder = PROGRAM / "var" / "templates"
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return Compiled(str(folder)) if os.access(folder, os.W_OK) else None


@cache
def kind_name(kind: str, lang: str) -> str:
    """A kind of note in the resident's language."""
    return label("note_kinds", kind, lang)


@cache
def longest(field: Field, lang: str) -> int:
    """Length of the longest answer that a field offers: short ones may stand side by side."""
    return max((len(option.label(lang)) for option in field.options), default=0)


@cache
def environment() -> Environment:
    """The templates, compiled at their first use and then kept; everything is escaped."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True,
        auto_reload=False, cache_size=100, bytecode_cache=compiled(),
    )  # fmt: skip
    made.globals.update(kind_name=kind_name, new_key=new_key, longest=longest)
    return made


@cache
def style() -> str:
    """The whole style, with the colours of data/look.yaml and of the groups."""
    seen = look()
    text = (HERE / "templates" / "phone.css").read_text(encoding="utf-8")
    made = Environment(autoescape=False).from_string(text)  # noqa: S701 - a style sheet, from our own files only
    groups = [(group.colour, group.ink) for group in seen.groups]
    return made.render(light=seen.light, dark=seen.dark, groups=groups).replace("\n", "")


@cache
def style_hash() -> str:
    """The style as the Content-Security-Policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()


PARTS = {
    "phone": ("keeping", "queue", "showing", "forms", "evening", "begin"),
    "host": ("keeping", "queue", "showing", "forms", "begin"),
}


@cache
def script(door: str = "phone", lang: str = "sl") -> tuple[str, bytes]:
    """A door's script in one language: its file name, which changes with its content, and its bytes. The parts stand
    one after the other in one module, so that a browser which does not know modules leaves the plain forms alone."""
    parts = [(HERE / "static" / f"{part}.js").read_text(encoding="utf-8") for part in PARTS[door]]
    content = "".join([f"const words = {json.dumps(words(lang), ensure_ascii=False)};\n", *parts]).encode()
    return f"{door}.{hashlib.sha256(content).hexdigest()[:12]}.js", content


def asset_named(name: str) -> bytes | None:
    """The script with this file name, whichever door and language it serves."""
    made = (script(door, lang) for door in PARTS for lang in languages())
    return next((content for own, content in made if own == name), None)


def language_of(request: Request, phone: Phone) -> str:
    """The language this phone chose, else the first its browser asks for that we speak."""
    if phone.language in languages():
        return phone.language
    return preferred(request.headers.get("accept-language", ""))


def words(lang: str) -> Mapping[str, str | Mapping[str, str]]:
    """What the script says by itself."""
    _ = translator(lang)
    return {
        "left": _.gettext("{n} characters left"),
        "station": _.gettext("Station {n}"),
        "waiting": _.gettext("Waiting for the network. {n} not sent yet. Your text is kept."),
        "sending": _("Being sent."),
        "received": _("Received."),
        "attention": _("Something you sent needs your attention."),
        "unsent": _("Not sent: there is no connection. Please press the button again."),
        "moved": _("The evening has moved on. Send this first."),
        "on": _("Or go on without it."),
        "offline": _("No connection. What you write is kept on this phone."),
        "gone": _("This slip was erased. What still waited on this phone was not sent."),
        "states": {
            "waiting": _("waiting for the network"),
            "sending": _("being sent"),
            "received": _("received"),
            "attention": _("needs your attention"),
            "draft": _("written, not sent yet"),
        },
        "kinds": {
            "correct": _("Correction"),
            "withdraw": _("Withdrawal"),
            "tick": _("Me too"),
            "vote": _("Your choice"),
            "closing": _("How it was for you"),
        },
        "again": _("Put it back into the field"),
        "first": _("Please send first what is in the field."),
        "retry": _("Try again"),
        "send": _("Send the note"),
        "drop": _("Remove"),
        "changed": _("This note was changed in the meantime. Which words are right?"),
        "theirs": _("Now it says"),
        "yours": _("You wrote"),
        "mine": _("Keep what I wrote"),
        "other": _("Keep what it says now"),
        "others": _.gettext("{n} not sent yet from slip {code}."),
        "elsewhere": _.gettext("Slip {code} needs attention. Please answer with it."),
    }


@cache
def _offered() -> tuple[dict[str, str], ...]:
    return tuple({"id": one, "name": translator(one).name} for one in languages())


def page(name: str, lang: str, *, status: int = 200, **given: Any) -> HTMLResponse:
    """A rendered page; `given` are the template's names."""
    return HTMLResponse(rendered(name, lang, **given), status)


def rendered(name: str, lang: str, *, path: str = "/", **given: Any) -> str:
    """A page's HTML; `given` are the template's names."""
    _: Translator = translator(lang)
    return environment().get_template(name).render(
        {
            "_": _,
            "ngettext": _.ngettext,
            "lang": lang,
            "languages": _offered(),
            "css": style(),
            "script": script("host" if "token" in given else "phone", lang)[0],
            "path": path,
            "live": False,
        }
        | given
    )  # fmt: skip
