"""The slides of the opening as the screen draws them: public words only, never a presenter's note."""

from collections.abc import Mapping

from toolkit.content.opening import Screen, Shown
from toolkit.i18n import translator
from toolkit.phone.live.picture import Picture

Payload = Mapping[str, object]


def slides_payload(picture: Picture, lang: str) -> Payload:
    """Every slide, and which of them stands on the screen, counted from 0."""
    community = picture.workshop.community
    return {"at": picture.slide, "all": [slide_payload(one, lang, community) for one in picture.slides]}


def slide_payload(screen: Screen, lang: str, community: str) -> Payload:
    """One screen in a language. `under` stands small beneath the title, `source` at the foot."""
    _, one = translator(lang), screen.slide
    title, under = one.title.of(lang, community=community), [text.of(lang) for text in one.under if len(text)]
    if screen.learning:
        said = {
            "kind": "learn", "title": _("What we can learn"), "under": " · ".join([title, *under[:1]]),
            "lines": one.learn.of(lang), "runs": "",
        }  # fmt: skip
    else:
        runs = one.runs.of(lang) if len(one.runs) else ""
        said = {
            "kind": one.kind, "title": title, "under": " · ".join(under),
            "lines": one.lines.of(lang, community=community), "runs": _("Who runs it: {who}", who=runs) if runs else "",
        }  # fmt: skip
    return said | {"source": _source(one, lang)}


def _source(one: Shown, lang: str) -> str:
    _ = translator(lang)
    if not one.sources:
        return ""
    sites = ", ".join(dict.fromkeys(source.site for source in one.sources))
    read = max(source.read for source in one.sources)
    return _("Source: {sites}, read on {day}", sites=sites, day=_.date(read, "short"))
