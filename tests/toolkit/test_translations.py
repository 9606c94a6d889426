"""Every sentence of the program is found in its source and must stand in the Slovenian catalogue."""

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message
from jinja2.ext import babel_extract

from toolkit.i18n import catalogue, languages

ROOT = Path(__file__).parents[2]
PLACES = ("carousel", "toolkit", "pages", "workshop_app.py")
SAYING = {"_", "gettext", "words", "Refusal", "ContentError", "fault"}
Sentence = str | tuple[str, ...]


def files(ending: str) -> Iterable[Path]:
    for place in PLACES:
        path = ROOT / place
        yield from sorted(path.rglob(f"*{ending}")) if path.is_dir() else [path] * (path.suffix == ending)


def found_in(path: Path) -> Iterator[tuple[int, Sentence]]:
    if path.suffix == ".py":
        yield from found_in_code(ast.parse(path.read_bytes()))
        return
    for line, _, said, _ in babel_extract(
        BytesIO(path.read_bytes()), ("_", "gettext", "ngettext"), (), {"silent": "false"}
    ):
        if isinstance(said, str):
            yield line, said
        elif said and said[0]:
            yield line, (said[0], said[1]) if said[1] else said[0]


def found_in_code(tree: ast.AST) -> Iterator[tuple[int, Sentence]]:
    """What is said by a call: the sentence itself, a constant that holds it, or one of two."""
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or not call.args:
            continue
        if called(call.func) == "ngettext" and len(call.args) > 1:
            yield from ((call.lineno, pair) for pair in zip(texts(call.args[0]), texts(call.args[1]), strict=True))
        elif called(call.func) == "Sentence":
            plural = [said for word in call.keywords if word.arg == "plural" for said in texts(word.value)]
            yield from ((call.lineno, (said, *plural) if plural else said) for said in texts(call.args[0]))
        elif called(call.func) in SAYING and not is_another(call.func):
            yield from ((call.lineno, said) for said in texts(call.args[0]))


def is_another(function: ast.expr) -> bool:
    """Whether `words` is a method of something else than a desk."""
    whose = called(function.value) if isinstance(function, ast.Attribute) else "desk"
    return called(function) == "words" and whose not in ("desk", "self")


def texts(node: ast.expr) -> list[str]:
    if isinstance(node, ast.IfExp):
        return texts(node.body) + texts(node.orelse)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    return [constants()[called(node)]] if called(node) in constants() else []


def called(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


@cache
def constants() -> dict[str, str]:
    """Every constant of every module that holds a plain text."""
    found: dict[str, str] = {}
    for path in files(".py"):
        for line in ast.parse(path.read_bytes()).body:
            if (
                isinstance(line, ast.Assign)
                and isinstance(line.value, ast.Constant)
                and isinstance(line.value.value, str)
            ):
                found |= {called(target): line.value.value for target in line.targets if called(target).isupper()}
    return found


@cache
def sentences() -> dict[Sentence, str]:
    """Every sentence with the place where it is said first."""
    found: dict[Sentence, str] = {}
    for path in [*files(".py"), *files(".html")]:
        for line, said in found_in(path):
            if said:
                found.setdefault(said, f"{path.relative_to(ROOT)}:{line}")
    return found


@cache
def translated(language: str = "sl") -> dict[str, Message]:
    """The messages by their singular, as gettext looks them up."""
    return {singular(message.id): message for message in catalogue(language) if message.id}


def singular(said: Sentence | list[str]) -> str:
    return said if isinstance(said, str) else said[0]


def names(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def forms(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string or ())


def test_sentences_are_found_in_code_and_templates() -> None:
    assert len(sentences()) > 50


def test_every_sentence_is_translated_into_slovenian() -> None:
    missing = [f"{place}: {said!r}" for said, place in sentences().items() if singular(said) not in translated()]

    assert not missing, "add these to data/translations/sl.po:\n" + "\n".join(missing)


def test_every_counted_sentence_has_all_four_slovenian_forms() -> None:
    counted = {said[0]: place for said, place in sentences().items() if isinstance(said, tuple)}
    poor = [
        f"{place}: {said!r}"
        for said, place in counted.items()
        if said in translated() and len([form for form in forms(translated()[said]) if form]) != 4
    ]

    assert not poor, "these need msgstr[0] to msgstr[3]:\n" + "\n".join(poor)


@pytest.mark.parametrize("language", [each for each in languages() if each != "en"])
def test_translations_name_the_same_things_as_the_english(language: str) -> None:
    odd = []
    for message in translated(language).values():
        english = [message.id] if isinstance(message.id, str) else message.id
        allowed = set().union(*map(names, english))
        needed = allowed if len(english) == 1 else set()
        odd += [form for form in forms(message) if form and not needed <= names(form) <= allowed]

    assert not odd, "their {names} differ from the English:\n" + "\n".join(odd)


def test_the_catalogue_has_no_sentence_that_nobody_says() -> None:
    said = {singular(each) for each in sentences()}
    unsaid = [each for each in translated() if each not in said]

    assert not unsaid, "remove from sl.po:\n" + "\n".join(unsaid)
