"""The doors' pages: plain HTML with its style inside, nothing fetched, nothing cached."""

import hashlib
from base64 import b64encode
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse

from toolkit.content.look import look
from toolkit.desk.cookies import LANGUAGE
from toolkit.i18n import languages, preferred, translator

TEMPLATES = Path(__file__).with_name("templates")
PAGES = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True)


@cache
def css() -> str:
    """The style with its colours, for light and dark."""
    light, dark = (";".join(f"--{name}:{value}" for name, value in tones.items()) for tones in (_tones(0), _tones(1)))
    rules = (TEMPLATES / "doors.css").read_text("utf-8").replace("\n", "")
    return f":root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}{rules}"


@cache
def headers() -> dict[str, str]:
    """What every door's page says to the browser."""
    digest = b64encode(hashlib.sha256(css().encode()).digest()).decode()
    return {
        "content-security-policy": f"default-src 'none'; style-src 'sha256-{digest}'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'",
        "x-content-type-options": "nosniff",
        # not no-referrer: browsers then send "Origin: null" with forms, and the origin could not be checked
        "referrer-policy": "same-origin",
        "cache-control": "no-store",
    }


def language_of(request: Request) -> str:
    """The language chosen on the page, kept in the cookie, or asked for by the browser."""
    for wanted in (request.query_params.get("language"), request.cookies.get(LANGUAGE)):
        if wanted in languages():
            return str(wanted)
    return preferred(request.headers.get("accept-language", ""))


def page(request: Request, template: str, title: str, *, status: int = 200, **shown: object) -> HTMLResponse:
    """A door's page; `title` is an English sentence that is translated here."""
    language = language_of(request)
    words = translator(language)
    html = PAGES.get_template(template).render(
        {"problem": "", "name": ""}
        | shown
        | {
            "_": words,
            "title": words(title),
            "language": language,
            "languages": languages(),
            "names": {one: translator(one).name for one in languages()},
            "css": css(),
        }
    )
    response = HTMLResponse(html, status_code=status, headers=headers())
    if "language" in request.query_params:
        response.set_cookie(LANGUAGE, language, max_age=365 * 86400, samesite="lax", httponly=True)
    return response


def _tones(dark: int) -> dict[str, str]:
    found = look()
    return dict((found.light, found.dark)[dark])
