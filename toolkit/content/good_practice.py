"""The shelf of good practice: how others run a shared space, each example with its sources."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from toolkit.content.reading import DATA, Block, ContentError, parse_block
from toolkit.content.text import EMPTY, Lines, Text
from toolkit.i18n import BUILT_IN

SHIPPED = DATA / "good_practice"
LONGEST = {"name": 50, "place": 50, "since": 40, "happens": 90, "runs": 90, "learn": 90}  # letters that fit a slide
MOST = {"happens": 3, "learn": 2}  # lines that fit a slide


@dataclass(frozen=True, slots=True)
class Source:
    """Where an example was read, and when."""

    title: str
    address: str
    read: date

    @property
    def site(self) -> str:
        """The short name of the address, such as knjiznicareci.si; the title where there is none."""
        return (urlsplit(self.address).netloc or self.title).removeprefix("www.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """One example. `happens` and `learn` are short lines; `runs` says who runs it, `since` since when."""

    id: str
    name: Text
    place: Text
    since: Text
    happens: Lines
    runs: Text
    learn: Lines
    sources: tuple[Source, ...]


def good_practice(folder: Path | None = None) -> Mapping[str, Practice]:
    """Every example by its id, those in the own folder before the shipped ones; each file is read once.

    A file that is not right is left out here; `practice_faults` says what is wrong with it.
    """
    found = {}
    for path in _files(folder):
        try:
            found[path.stem] = practice(path)
        except ContentError:
            continue
    return found


def practice_faults(folder: Path | None = None) -> tuple[ContentError, ...]:
    """What is wrong with files that could not be read."""
    faults = []
    for path in _files(folder):
        try:
            practice(path)
        except ContentError as fault:
            faults.append(fault)
    return tuple(faults)


def practice(path: Path) -> Practice:
    """The example in a file; read again only when it has changed. ContentError names the line."""
    return _kept(path, path.stat().st_mtime_ns)


def check_practice(text: str, file: str) -> Practice:
    """The example written in `text`, checked without being kept."""
    block = parse_block(text, file)
    languages = block.words("languages")
    if not set(languages) & set(BUILT_IN):
        raise block.fault("“languages” must name sl or en, or both.", "languages")
    return Practice(
        id=Path(file).stem,
        name=_text(block, languages, "name"),
        place=_text(block, languages, "place"),
        since=_text(block, languages, "since") if "since" in block else EMPTY,
        happens=_lines(block, languages, "happens"),
        runs=_text(block, languages, "runs") if "runs" in block else EMPTY,
        learn=_lines(block, languages, "learn"),
        sources=_sources(block),
    )


def _files(folder: Path | None) -> list[Path]:
    own = sorted(folder.glob("*.yaml")) if folder else []
    names = {path.stem for path in own}
    return own + [path for path in sorted(SHIPPED.glob("*.yaml")) if path.stem not in names]


def _text(block: Block, languages: tuple[str, ...], key: str) -> Text:
    text = block.text(languages, key)
    _fits(block, key, [text])
    return text


def _lines(block: Block, languages: tuple[str, ...], key: str) -> Lines:
    block.need(key, Block)
    lines = block.sentences(languages, key)
    if not 1 <= len(lines) <= MOST[key]:
        raise block.fault("Write 1 to {most} lines, not {n}.", key, most=MOST[key], n=len(lines))
    _fits(block, key, lines.texts)
    return lines


def _fits(block: Block, key: str, texts: list[Text] | tuple[Text, ...]) -> None:
    for words in (text[language] for text in texts for language in text):
        if len(words) > LONGEST[key]:
            raise block.fault(
                "“{word}” has {n} letters; at most {most} fit a slide.", key, word=words, n=len(words),
                most=LONGEST[key],
            )  # fmt: skip


def _sources(block: Block) -> tuple[Source, ...]:
    found = block.blocks("sources")
    if not found:
        raise block.fault("Say where this was read: at least one source.", "sources")
    return tuple(_source(each) for each in found)


def _source(block: Block) -> Source:
    address = block.maybe("address", str, "")
    if address and urlsplit(address).scheme not in ("http", "https"):
        raise block.fault("Begin the address with http:// or https://.", "address")
    try:
        read = date.fromisoformat(block.need("read", str))
    except ValueError as error:
        raise block.fault("Write the day when it was read like this: 2026-11-22.", "read") from error
    title = block.need("title", str)
    if not title.strip():
        raise block.fault("The source needs a title.", "title")
    return Source(title, address, read)


@lru_cache(maxsize=128)
def _kept(path: Path, changed: int) -> Practice:
    root = DATA.parent
    file = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    try:
        return check_practice(path.read_text("utf-8"), file)
    except UnicodeDecodeError as error:
        raise ContentError("The file is not UTF-8 text; save it as UTF-8.", file) from error
