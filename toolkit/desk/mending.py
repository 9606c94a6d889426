"""What Streamlit's page owes to people who listen or type: its language, names they understand, the page they are on.

Streamlit names its own parts in English whatever the page speaks, says `lang="en"`, and keeps its menu in a list
whose children are no items. One small script puts that right and goes on doing so while the page changes.
"""

import json
from functools import cache
from pathlib import Path

from toolkit.desk.style import css
from toolkit.i18n import Translator, _, languages, translator

SCRIPT = Path(__file__).with_name("templates") / "desk.js"
NAMES = {
    "App pages": _("Pages"),
    "Sidebar": _("Side menu"),
    "Skip to main content": _("Skip to the content"),
    "Collapse sidebar": _("Hide the side menu"),
    "Expand sidebar": _("Show the side menu"),
    "Open": _("Show the choices"),
    "Close": _("Close"),
    "Choose an option": _("Choose or type"),
    "Choose options": _("Choose or type"),
    "No results": _("Nothing found"),
    "No options to select": _("Nothing to choose"),
    "Selected values": _("Chosen"),
    "Clear all": _("Clear all"),
    "Clear value": _("Clear"),
    "Clear date": _("Clear the date"),
    "Clear time": _("Clear the time"),
    "Choose date": _("Choose a date"),
    "Increment": _("One more"),
    "Decrement": _("One less"),
    "Scroll tabs left": _("Tabs before"),
    "Scroll tabs right": _("More tabs"),
    "Notifications": _("Messages"),
    "Running...": _("One moment"),
    "Show password text": _("Show the password"),
    "Hide password text": _("Hide the password"),
}
PARTS = {"Help for ": _("What this means: "), "Remove ": _("Take away: ")}


def dress(words: Translator) -> str:
    """The style and the script of every staff page, as HTML that may run its script."""
    return f'<style>{css()}</style><script>{_script(words.language)}</script>'


def scripts() -> tuple[str, ...]:
    """The script in every language, exactly as the pages have it."""
    return tuple(_script(language) for language in languages())


@cache
def _script(language: str) -> str:
    words = translator(language)
    told = {
        "lang": language,
        "names": {said: words(ours) for said, ours in NAMES.items()},
        "parts": {said: words(ours) for said, ours in PARTS.items()},
    }
    return SCRIPT.read_text("utf-8").replace("TOLD", json.dumps(told, ensure_ascii=False).replace("<", "\\u003c"))
