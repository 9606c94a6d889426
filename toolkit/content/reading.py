"""Reading YAML so that every mistake can be named by file and line."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import yaml

from toolkit.content.text import PLACEHOLDER, Lines, Text
from toolkit.i18n import _, translator

try:
    from yaml import CSafeLoader as SafeLoader
except ImportError:  # PyYAML built without libyaml: slower, the same result
    from yaml import SafeLoader  # type: ignore[assignment]

DATA = Path(__file__).parents[2] / "data"
T = TypeVar("T")
D = TypeVar("D")


NO_YAML = _("This is not valid YAML ({problem}); look at quotes, brackets and indents.")


class ContentError(ValueError):
    """A mistake in a content file: "data/…/x.yaml line 12: What is wrong and what to do."

    `sentence` is English and the key of its translation; names in braces are filled from `data`.
    """

    def __init__(self, sentence: str, file: str, line: int | None = None, /, **data: object) -> None:
        super().__init__(sentence)
        self.sentence, self.file, self.line, self.data = sentence, file, line, data

    def said(self, language: str) -> str:
        """The whole message in a language."""
        _ = translator(language)
        place = _("{file} line {line}", file=self.file, line=self.line) if self.line else self.file
        return f"{place}: {_.gettext(self.sentence).format(**self.data)}"

    def __str__(self) -> str:
        return self.said("en")


class Block(dict[str, Any]):
    """A YAML mapping that knows where it was written."""

    file: str
    line: int
    lines: Mapping[str, int]

    def fault(self, sentence: str, at: str = "", /, **data: object) -> ContentError:
        """The error to raise about this mapping, or about the line of one of its keys."""
        return ContentError(sentence, self.file, self.lines.get(at, self.line), **data)

    def need(self, key: str, kind: type[T]) -> T:
        """The value of a key that must be there and be of this kind."""
        if key not in self:
            raise self.fault("“{key}” is missing; add it here.", key=key)
        return self.maybe(key, kind, None)  # type: ignore[return-value]

    def maybe(self, key: str, kind: type[T], default: D) -> T | D:
        """The value of a key, or the default where it is not written."""
        if key not in self:
            return default
        value = self[key]
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.fault(MUST_BE[kind], key, key=key)
        return value

    def blocks(self, key: str) -> tuple["Block", ...]:
        """A list of mappings; empty where the key is not written."""
        found = self.maybe(key, list, [])
        for each in found:
            if not isinstance(each, Block):
                raise self.fault("Write each item of “{key}” as names with values.", key, key=key)
        return tuple(found)

    def words(self, key: str) -> tuple[str, ...]:
        """A list of words; empty where the key is not written."""
        found = self.maybe(key, list, [])
        for each in found:
            if not isinstance(each, str):
                raise self.fault("“{word}” must be a word; put it in quotes.", key, word=each)
        return tuple(found)

    def text(self, languages: Iterable[str], key: str = "") -> Text:
        """The text under a key (or in this very mapping), in every language, with the same {names} in each."""
        block = self.need(key, Block) if key else self
        words = {language: block.need(language, str) for language in languages}
        return Text(block.agreeing(words))

    def agreeing(self, words: Mapping[str, str]) -> Mapping[str, str]:
        """The words of each language, refused when one is empty or their {names} differ."""
        names = {language: set(PLACEHOLDER.findall(text)) for language, text in words.items()}
        first = next(iter(names.values()), set())
        for language, found in names.items():
            if not words[language].strip():
                raise self.fault("The text for “{language}” is empty; write it.", language, language=language)
            if found != first:
                odd = ", ".join(f"{{{name}}}" for name in sorted(found ^ first))
                raise self.fault("“{word}” must stand in every language or in none.", language, word=odd)
        return words

    def sentences(self, languages: Iterable[str], key: str) -> Lines:
        """The list of texts under a key, written as one list for each language, equally long."""
        if key not in self:
            return Lines()
        block, languages = self.need(key, Block), tuple(languages)
        for language in languages:
            block.need(language, list)
        columns = [block.words(language) for language in languages]
        if len({len(column) for column in columns}) > 1:
            raise self.fault("“{key}” must have equally many sentences in each language.", key, key=key)
        rows = (dict(zip(languages, row, strict=True)) for row in zip(*columns, strict=True))
        return Lines(tuple(Text(block.agreeing(row)) for row in rows))


MUST_BE: Mapping[type, str] = {
    str: _("“{key}” must be a text; put it in quotes."),
    int: _("“{key}” must be a whole number."),
    list: _("“{key}” must be a list: [one, two]."),
    bool: _("“{key}” must be true or false."),
    Block: _("“{key}” must be a group of names with values."),
}


def read_block(path: Path) -> Block:
    """A YAML file as a block; paths inside the project are named from its root."""
    root = DATA.parent
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    try:
        return parse_block(path.read_text("utf-8"), name)
    except OSError as error:
        raise ContentError("The file cannot be read; put it there or choose another.", name) from error
    except UnicodeDecodeError as error:
        raise ContentError("The file is not UTF-8 text; save it as UTF-8.", name) from error


def parse_block(text: str, file: str) -> Block:
    """YAML text as a block. ContentError names the line."""
    loader = _Loader(text)
    loader.file = file
    try:
        found = loader.get_single_data()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ContentError(NO_YAML, file, line, problem=error.problem) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise ContentError(NO_YAML, file, 1, problem=error) from error
    finally:
        loader.dispose()
    if not isinstance(found, Block):
        raise ContentError("Write the file as names with values.", file, 1)
    return found


def unique(items: Iterable[T], name: Callable[[T], str], block: Block, key: str) -> tuple[T, ...]:
    """The items, refused when two share a name."""
    kept = tuple(items)
    seen: set[str] = set()
    for item in kept:
        if name(item) in seen:
            raise block.fault("“{word}” stands here twice; give one of them another id.", key, word=name(item))
        seen.add(name(item))
    return kept


class _Loader(SafeLoader):
    """Mappings become blocks, and only true and false are yes and no: an id may be called `no` or `on`."""

    file = ""


def _block(loader: _Loader, node: yaml.MappingNode) -> Block:
    loader.flatten_mapping(node)
    block, lines = Block(), {}
    for key_node, value_node in node.value:
        key, line = str(loader.construct_object(key_node)), key_node.start_mark.line + 1
        if key in block:
            raise ContentError("“{word}” stands here twice; keep one of them.", loader.file, line, word=key)
        block[key], lines[key] = loader.construct_object(value_node, deep=True), line
    block.file, block.line, block.lines = loader.file, node.start_mark.line + 1, lines
    return block


_Loader.add_constructor("tag:yaml.org,2002:map", _block)
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in pairs if not tag.endswith((":bool", ":timestamp"))]
    for first, pairs in SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
