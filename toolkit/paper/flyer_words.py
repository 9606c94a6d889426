"""What the flyer says about the idea before it invites, from data/print/flyer.yaml."""

from dataclasses import dataclass
from functools import cache

from toolkit.content.question import QuestionSet
from toolkit.content.reading import DATA, Block, ContentError, parse_block, read_block
from toolkit.content.text import Lines, Text
from toolkit.i18n import _

FILE = DATA / "print" / "flyer.yaml"
NO_OTHER = _("The last flyer must be without “asks”, so that every question set has one.")


@dataclass(frozen=True, slots=True, kw_only=True)
class FlyerWords:
    """A headline, the idea, its benefits, the invitation; `asks` are the questions whose sets it suits."""

    asks: tuple[str, ...]
    headline: Text
    idea: Lines
    benefits: Lines
    invitation: Text


def flyer_words(questions: QuestionSet) -> FlyerWords:
    """The words for a question set: of the first flyer that shares a question with it, else of the last one."""
    asked = {question.id for question in questions.questions}
    return next((one for one in _shipped() if asked.intersection(one.asks)), _shipped()[-1])


def check_flyers(text: str, file: str = "data/print/flyer.yaml") -> tuple[FlyerWords, ...]:
    """The flyers of a text that somebody edits; ContentError names the line."""
    return _flyers(parse_block(text, file))


@cache
def _shipped() -> tuple[FlyerWords, ...]:
    return _flyers(read_block(FILE))


def _flyers(block: Block) -> tuple[FlyerWords, ...]:
    block.need("flyers", list)
    found = tuple(_flyer(each, block.words("languages")) for each in block.blocks("flyers"))
    if not found or found[-1].asks:
        raise ContentError(NO_OTHER, block.file, block.lines.get("flyers"))
    return found


def _flyer(block: Block, languages: tuple[str, ...]) -> FlyerWords:
    return FlyerWords(
        asks=block.words("asks"),
        headline=block.text(languages, "headline"),
        idea=block.sentences(languages, "idea"),
        benefits=block.sentences(languages, "benefits"),
        invitation=block.text(languages, "invitation"),
    )
