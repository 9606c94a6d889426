"""The opening as it is shown: the question set's slides with the municipality's assurance and good practice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from carousel.preparation import Assurance
from toolkit.content.good_practice import Practice, Source
from toolkit.content.question import Slide
from toolkit.content.text import EMPTY, Lines, Text
from toolkit.i18n import _

ASSURANCE, PRACTICE = "municipal_assurance", "good_practice"  # the question set's slides that lead to the others
ASSURED = _("What the municipality assures")
NO_LINES = Lines()


@dataclass(frozen=True, slots=True)
class Opening:
    """What was chosen for one workshop: examples by id, slides by key in their order, those left out, and notes."""

    practices: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    left_out: frozenset[str] = frozenset()
    notes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One slide of one workshop. `under` stands small beneath the title; `own_note` is the presenter's, besides
    the `notes` of the question set; `shown` is False where the slide was left out."""

    key: str
    kind: Literal["words", "assurance", "practice"]
    title: Text
    lines: Lines = NO_LINES
    under: tuple[Text, ...] = ()
    runs: Text = EMPTY
    learn: Lines = NO_LINES
    sources: tuple[Source, ...] = ()
    notes: Lines = NO_LINES
    own_note: str = ""
    minutes: int = 0
    shown: bool = True


class Screen(NamedTuple):
    """What the projector shows at one time: a slide, or the part of an example that says what there is to learn."""

    slide: Shown
    learning: bool = False


def screens(slides: Iterable[Shown]) -> tuple[Screen, ...]:
    """The slides that are shown, an example on two screens so that its words stay large."""
    shown = [one for one in slides if one.shown]
    return tuple(
        screen for one in shown for screen in (Screen(one), Screen(one, True)) if not screen.learning or len(one.learn)
    )


def arranged(
    slides: Sequence[Slide], opening: Opening, assurances: Mapping[int, Assurance], practices: Mapping[str, Practice]
) -> tuple[Shown, ...]:
    """Every slide in its order, those left out too. `assurances` by record; only public ones become slides, and they
    stand instead of the question set's slide that asks for one. Chosen examples follow the slide about good practice.
    """
    public = {f"assurance {id}": one for id, one in assurances.items() if one.public}
    chosen = {f"practice {id}": practices[id] for id in opening.practices if id in practices}
    base: list[Shown] = []
    for slide in slides:
        base.append(_words(slide))
        if slide.id == ASSURANCE:
            base += [_assurance(key, one, slide) for key, one in public.items()]
        if slide.id == PRACTICE:
            base += [_practice(key, one) for key, one in chosen.items()]
    known = {one.key for one in base}
    base += [_assurance(key, one) for key, one in public.items() if key not in known]
    base += [_practice(key, one) for key, one in chosen.items() if key not in known]
    found = {one.key: one for one in base}
    ordered = in_order(list(found), opening.order)
    return tuple(_noted(found[key], opening) for key in ordered if not (public and key == ASSURANCE))


def in_order(keys: Sequence[str], order: Iterable[str]) -> list[str]:
    """The keys in the chosen order; one that the order does not name stands after the one it stood after before."""
    placed = [key for key in dict.fromkeys(order) if key in keys]
    for place, key in enumerate(keys):
        if key not in placed:
            placed.insert(placed.index(keys[place - 1]) + 1 if place else 0, key)
    return placed


def _words(slide: Slide) -> Shown:
    return Shown(
        key=slide.id, kind="words", title=slide.title, lines=slide.lines, notes=slide.notes, minutes=slide.minutes
    )


def _assurance(key: str, one: Assurance, slide: Slide | None = None) -> Shown:
    return Shown(
        key=key,
        kind="assurance",
        title=slide.title if slide else Text({"en": ASSURED}),
        lines=Lines((Text({"sl": one.text}),)),
        under=(Text({"sl": one.who}),),
        notes=slide.notes if slide else NO_LINES,
        minutes=slide.minutes if slide else 0,
    )


def _practice(key: str, one: Practice) -> Shown:
    return Shown(
        key=key, kind="practice", title=one.name, lines=one.happens, under=(one.place, one.since), runs=one.runs,
        learn=one.learn, sources=one.sources,
    )  # fmt: skip


def _noted(one: Shown, opening: Opening) -> Shown:
    return replace(one, own_note=opening.notes.get(one.key, ""), shown=one.key not in opening.left_out)
