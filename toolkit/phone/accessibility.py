"""The accessibility statement as a page: the text of docs/accessibility.*.md with the contact from the settings."""

import re
from dataclasses import dataclass
from functools import cache

from starlette.requests import Request
from starlette.responses import Response

from toolkit.i18n import translator
from toolkit.phone.pages import page
from toolkit.phone.reception import kept, visit
from toolkit.phone.wording import code_of
from toolkit.settings import HERE
from toolkit.store import Transaction
from toolkit.store.choices import choice

FOLDER = HERE / "docs"
CONTACT = "<!-- contact -->"
CODE = re.compile(r"[0-9A-Za-z]{4,12}")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the statement: "h1", "h2", "p" or "contact" with one line, "ul" with a line for each item."""

    kind: str
    lines: tuple[str, ...]


@cache
def statement(language: str) -> tuple[Part, ...]:
    """The statement in this language; in English where nobody has written it yet."""
    own = FOLDER / f"accessibility.{language}.md"
    text = (own if own.exists() else FOLDER / "accessibility.en.md").read_text("utf-8")
    return tuple(_part(block) for block in text.strip().split("\n\n"))


def _part(block: str) -> Part:
    if block == CONTACT:
        return Part("contact", ())
    if block.startswith("- "):
        return Part("ul", tuple(line.removeprefix("- ") for line in block.split("\n")))
    marks, _space, said = block.partition(" ") if block.startswith("#") else ("", "", block)
    return Part(f"h{len(marks)}" if marks else "p", (said.replace("\n", " "),))


async def accessibility_page(request: Request) -> Response:
    """GET /accessibility: open to everybody; `?w=CODE` leads back to the workshop."""
    made = await visit(request)
    asked = request.query_params.get("w", "")
    code = code_of(asked) if CODE.fullmatch(asked) else ""
    organiser, contact = await made.desk.store.read_soon(_responsible)
    shown = page(
        "accessibility.html", made.lang, parts=statement(made.lang), organiser=organiser, contact=contact,
        csrf=made.desk.tokens.csrf(made.phone), path=f"/accessibility?w={code}" if code else "/accessibility",
        back=f"/w/{code}" if code else "/?code", title=translator(made.lang)("Accessibility"),
    )  # fmt: skip
    return kept(made, shown)


def _responsible(tx: Transaction) -> tuple[str, str]:
    return str(choice(tx, "organiser") or ""), str(choice(tx, "contact") or "")
