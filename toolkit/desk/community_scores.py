"""What two raters found: the state with its reasons, and every score with its evidence side by side."""

from html import escape

import streamlit as st

from carousel.preparation import Preparation, Rating
from toolkit.compare.readiness import CONDITIONS, NOT_YET, Profile, closed, criteria, profile, raters, wanting
from toolkit.content.vocabulary import vocabulary
from toolkit.desk.communities import TONES, criterion_name, state_name
from toolkit.desk.frame import Desk
from toolkit.desk.style import table
from toolkit.i18n import Translator


def verdict(_: Translator, found: Profile) -> None:
    """The state in large words with what led to it."""
    tone, said = TONES.get(found.state, "edge"), state_name(_, found.state)
    st.html(
        f'<div class=v-card style="border-left:.4rem solid var(--{tone})"><b style="font-size:1.3rem">'
        f"{escape(said[:1].upper() + said[1:])}</b><br>{escape(reason(_, found))}</div>"
    )


def reason(_: Translator, found: Profile) -> str:
    """Why the state is what it is, in one sentence."""
    if found.talk:
        return _("The raters talk first: {criteria}.", criteria=_listed(_, found.talk))
    if found.state == NOT_YET:
        return _("This stands against it: {criteria}.", criteria=_listed(_, closed(found.scores)))
    if found.state == CONDITIONS:
        return _("This must still be settled: {criteria}.", criteria=_listed(_, wanting(found.scores)))
    if found.raters < 2:
        return _.ngettext("{n} of 2 people has rated everything.", "{n} of 2 people have rated everything.",
                          found.raters)  # fmt: skip
    return _("Every criterion has 2 or more from all raters.")


def side_by_side(desk: Desk, kept: Preparation) -> None:
    """Every criterion with each rater's scores, first and after talking, and what they rest on."""
    _, found, who = desk.words, profile(kept), raters(kept.ratings)
    st.subheader(_("Scores and what they rest on"))
    rows = [
        [f"<b>{escape(criterion_name(_, name))}</b>{_differs(_, found, name)}"]
        + [_given(_, kept, name, rater) for rater in who]
        + [f"<b>{'–' if (score := found.scores[name]) is None else score}</b>"]
        for name in criteria()
    ]
    st.html(table([escape(_("Criterion")), *map(escape, who), escape(_("Counts"))], rows))
    st.caption(_("The lower score counts. A mean would hide a doubt."))


def _given(_: Translator, kept: Preparation, criterion: str, rater: str) -> str:
    mine = [each for each in kept.ratings if (each.rater, each.criterion) == (rater, criterion)]
    return "<br>".join(_score(_, each) for each in sorted(mine, key=lambda each: each.again))


def _score(_: Translator, one: Rating) -> str:
    term = vocabulary().term("readiness_criteria", one.criterion)
    sentence = term.scale.of(_.language)[one.score] if term else ""
    when = f"{_('after talking')}: " if one.again else ""
    return f"{escape(when)}<b>{one.score}</b> · {escape(sentence)}<br><span class=v-soft>{escape(one.evidence)}</span>"


def _differs(_: Translator, found: Profile, criterion: str) -> str:
    if criterion not in found.disagree:
        return ""
    said = _("two or more apart") if criterion in found.talk else _("still apart after talking")
    return f"<br><span class=v-demo>{escape(said)}</span>"


def _listed(_: Translator, names: tuple[str, ...]) -> str:
    return ", ".join(criterion_name(_, name) for name in names)
