"""The shelf of question sets: the shipped ones and a facilitator's own copies."""

import re
from functools import lru_cache
from pathlib import Path

from toolkit.content.question import Question, QuestionSet
from toolkit.content.question_set_file import parse_question_set
from toolkit.content.reading import DATA, ContentError

__all__ = ["Question", "QuestionSet", "check_question_set", "copy_question_set", "question_set", "question_sets"]

SHIPPED = DATA / "question_sets"
NAME = re.compile(r"[a-z0-9][a-z0-9_]{0,59}")


def question_sets(folder: Path | None = None) -> tuple[str, ...]:
    """The names of all sets, the shipped ones first."""
    shipped = sorted(path.stem for path in SHIPPED.glob("*.yaml"))
    own = sorted(path.stem for path in folder.glob("*.yaml")) if folder else []
    return tuple(dict.fromkeys(shipped + own))


def question_set(name: str = "skupnostni_prostor", folder: Path | None = None) -> QuestionSet:
    """A set by name, from the own folder first; read again only when its file has changed."""
    path = question_set_file(name, folder)
    return _kept(path, path.stat().st_mtime_ns)


def question_set_file(name: str, folder: Path | None = None) -> Path:
    """Where a set is written. ContentError when there is none of that name."""
    for place in (folder, SHIPPED):
        if place and NAME.fullmatch(name) and (place / f"{name}.yaml").is_file():
            return place / f"{name}.yaml"
    known = ", ".join(question_sets(folder))
    raise ContentError("There is no such question set; choose one of: {known}.", f"{name}.yaml", known=known)


def copy_question_set(name: str, new_name: str, folder: Path) -> Path:
    """Copies a set into the own folder under a new name, to be changed there."""
    if not NAME.fullmatch(new_name):
        raise ContentError("Use small letters a–z, digits and _ for the name of a question set.", new_name)
    if new_name in question_sets(folder):
        raise ContentError("A question set of this name exists; choose another name.", f"{new_name}.yaml")
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{new_name}.yaml"
    target.write_text(question_set_file(name, folder).read_text("utf-8"), "utf-8")
    return target


def check_question_set(text: str, file: str) -> QuestionSet:
    """The set written in an editor, checked without being kept. ContentError names the line."""
    return parse_question_set(text, file, Path(file).stem)


@lru_cache(maxsize=32)
def _kept(path: Path, changed: int) -> QuestionSet:
    root = DATA.parent
    file = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    try:
        return parse_question_set(path.read_text("utf-8"), file, path.stem)
    except UnicodeDecodeError as error:
        raise ContentError("The file is not UTF-8 text; save it as UTF-8.", file) from error
