"""Text as it comes from a browser: what is invisible or turns a line around is taken out."""

import unicodedata
from collections.abc import Iterable
from urllib.parse import parse_qsl

from starlette.requests import Request

from carousel.refusal import Refusal
from toolkit.acts.codes import typed
from toolkit.store.workshops import UNKNOWN

KEPT = {0x0A, 0x200D}  # line breaks, and the joiner inside emoji


class Unseen(dict[int, int | None]):
    """For str.translate: which characters are taken out, found out when one is first met."""

    def __missing__(self, point: int) -> int | None:
        gone = point not in KEPT and unicodedata.category(chr(point)) in ("Cc", "Cf", "Cs", "Zl", "Zp")
        self[point] = None if gone else point
        return self[point]


GONE = Unseen()
MOST_FIELDS = 400


def clean(text: str) -> str:
    """Without control, format and bidi characters, outer blanks and more than two line breaks in a row."""
    text = text.replace("\r\n", "\n").replace("\t", " ").translate(GONE).strip()
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text


def code_of(text: str) -> str:
    """A workshop's code as it was meant; what cannot be one is refused with 404 before a database is asked."""
    code = typed(text)
    if not (code.isascii() and code.isalnum()):
        raise Refusal(UNKNOWN, status=404)
    return code


class Form(dict[str, tuple[str, ...]]):
    """A submitted form: every name with its values, cleaned."""

    def one(self, name: str) -> str:
        """The first value of a name, or an empty text."""
        return next(iter(self.get(name, ())), "")

    def fields(self, several: Iterable[str]) -> dict[str, str | tuple[str, ...]]:
        """What an act is handed: names in `several` keep all their values, the others their only one."""
        many = set(several)
        return {name: values if name in many else values[0] for name, values in self.items() if name not in OURS}


OURS = {"csrf", "key", "for", "back"}


async def form_of(request: Request) -> Form:
    """The form in a request's body; refuses what is none with 422."""
    kind = request.headers.get("content-type", "").partition(";")[0]
    if kind not in ("application/x-www-form-urlencoded", ""):
        raise Refusal("This form could not be read. Please load the page again.", status=415)
    try:
        pairs = parse_qsl((await request.body()).decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except (ValueError, UnicodeDecodeError):
        raise Refusal("This form could not be read. Please load the page again.", status=422) from None
    form = Form()
    for name, value in pairs:
        form[name] = (*form.get(name, ()), clean(value))
    return form
