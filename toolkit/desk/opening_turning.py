"""Turning the slides of the opening from the host's page, with what the presenter wants to say."""

from html import escape

import streamlit as st

from toolkit.acts.opening import slides, turn_slide
from toolkit.content.opening import Screen, screens
from toolkit.desk.frame import Desk, desk_here
from toolkit.i18n import Translator
from toolkit.store.opening import slide_at
from toolkit.store.workshops import Situation, situation


def turn_slides(desk: Desk, where: Situation) -> None:
    """The slide that stands on the screen, its notes, and the buttons to the one before and the next."""
    _turning(where.workshop.code)


@st.fragment(run_every=1.5)
def _turning(code: str) -> None:
    desk = desk_here()
    where = desk.ask(situation, code)
    _, held = desk.words, screens(desk.ask(slides, where.workshop.id))
    at = min(desk.ask(slide_at, where.workshop.id), len(held) - 1)
    with st.container(border=True):
        back, following = st.columns(2)
        with back:
            desk.button(
                _("Slide back"), turn_slide, where.workshop.id, at - 1, look_key="turn back", look_width="stretch",
                look_icon=":material/arrow_back:", look_disabled=at == 0,
            )  # fmt: skip
        with following:
            desk.button(
                _("Next slide"), turn_slide, where.workshop.id, at + 1, look_key="turn on", look_width="stretch",
                look_icon=":material/arrow_forward:", look_disabled=at + 1 == len(held),
            )  # fmt: skip
        st.html(_told(_, held, at, where.workshop.community))


def _told(_: Translator, held: tuple[Screen, ...], at: int, community: str) -> str:
    now = held[at]
    minutes = f" · {_('{minutes} min', minutes=now.slide.minutes)}" if now.slide.minutes and not now.learning else ""
    where = _("Slide {n} of {all}", n=at + 1, all=len(held)) + minutes
    own = f"<p><b>{escape(now.slide.own_note)}</b></p>" if now.slide.own_note else ""
    said = "".join(f"<li>{escape(line)}</li>" for line in notes_of(now, _, community))
    after = _("Then: {title}", title=title_of(held[at + 1], _, community)) if at + 1 < len(held) else ""
    return (
        f"<div class='v-card v-bare'><span class=v-soft>{escape(where)}</span>"
        f"<h3>{escape(title_of(now, _, community))}</h3>{own}<ul>{said}</ul>"
        f"<span class=v-soft>{escape(after)}</span></div>"
    )


def title_of(screen: Screen, _: Translator, community: str) -> str:
    """What stands on top of a screen, and of which example it is a part."""
    title = screen.slide.title.of(_.language, community=community)
    return f"{title}: {_('What we can learn')}" if screen.learning else title


def notes_of(screen: Screen, _: Translator, community: str) -> tuple[str, ...]:
    """What the question set wants to have said; without it the lines that everybody sees."""
    one, language = screen.slide, _.language
    if screen.learning:
        return one.learn.of(language)
    return one.notes.of(language) or one.lines.of(language, community=community)
