"""The forms of a page as a browser without JavaScript sees them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

Attributes = dict[str, str]


@dataclass(slots=True)
class Choice:
    """Radio buttons or checkboxes of one name."""

    values: list[str] = field(default_factory=list)
    several: bool = False
    most: int = 0


@dataclass(slots=True)
class Form:
    """Where a form goes, what it carries hidden, and what can be filled in."""

    action: str
    attributes: Attributes
    hidden: dict[str, str] = field(default_factory=dict)
    texts: dict[str, int] = field(default_factory=dict)
    choices: dict[str, Choice] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)

    @property
    def verb(self) -> str:
        """The last part of its address that is a word: "note" for /w/ABC123/note."""
        return next((part for part in reversed(self.action.split("?")[0].split("/")) if part.isalpha()), "")


@dataclass(slots=True)
class Page:
    """A page's forms, the attributes of its body, and its whole HTML."""

    html: str
    body: Attributes
    forms: list[Form]

    def form(self, verb: str) -> Form | None:
        """The first form that goes to this verb."""
        return next((form for form in self.forms if form.verb == verb), None)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.body: Attributes = {}
        self.forms: list[Form] = []
        self.open: Form | None = None
        self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "body":
            self.body = given
        elif tag == "form":
            self.open = Form(given.get("action", ""), given)
            self.forms.append(self.open)
        elif self.open is not None:
            self._field(self.open, tag, given)

    def _field(self, form: Form, tag: str, given: Attributes) -> None:
        name, value = given.get("name", ""), given.get("value", "")
        if tag == "option" and self.select:
            form.choices[self.select].values.append(value)
        elif not name:
            return
        elif tag == "select":
            self.select = name
            form.choices[name] = Choice()
        elif tag == "button":
            form.buttons.append((name, value))
        elif tag == "textarea":
            form.texts[name] = int(given.get("maxlength") or 0)
        elif tag == "input":
            self._input(form, name, value, given)

    def _input(self, form: Form, name: str, value: str, given: Attributes) -> None:
        kind = given.get("type", "text")
        if kind == "hidden":
            form.hidden[name] = value
        elif kind in ("radio", "checkbox"):
            choice = form.choices.setdefault(name, Choice(several=kind == "checkbox"))
            choice.values.append(value or "on")
            choice.most = int(given.get("data-most") or 0)
        elif kind != "submit":
            form.texts[name] = int(given.get("maxlength") or 0)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.open = None
        elif tag == "select":
            self.select = ""


def read(html: str) -> Page:
    """The forms of a page."""
    reader = _Reader()
    reader.feed(html)
    return Page(html, reader.body, reader.forms)
