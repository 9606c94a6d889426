"""The chapter on who took part: how many, of how many, through which channel, of which age and gender."""

from collections.abc import Sequence

from toolkit.compare.gate import Count, Rate
from toolkit.compare.parts import Measure
from toolkit.compare.summary import Report
from toolkit.i18n import Translator
from toolkit.paper.blocks import Block, bars, chapter, count_bar, facts, heading, lead, share_text
from toolkit.paper.front import measure_bars

CHANNELS = 8  # named in the report; all of them are in the tables


def participation(_: Translator, report: Report) -> list[Block]:
    """Who came, and how they heard of it."""
    if report.people.value == 0:
        return []
    rows = [(_("People present"), report.people.shown(_.language))]
    if report.turnout is not None:
        rows += [
            (_("Residents present"), _turnout(_, report.turnout)),
            (_("Residents present per 1000"), report.turnout.shown(_.language)),
        ]
    rows.append((_("Closing forms"), share_text(_, report.method.response)))
    blocks = [chapter(_("Who took part")), facts((_("What"), _("How many")), rows)]
    channels = list(measure_bars(_, report.channels[:CHANNELS], interval=True))
    if channels:
        blocks += [heading(_("How people heard of the workshop")), bars(channels)]
    return [*blocks, *_parts(_, _("By age"), report.ages), *_parts(_, _("By gender"), report.genders)]


def _turnout(_: Translator, turnout: Rate) -> str:
    data = {"people": turnout.count.shown(_.language), "population": _.number(turnout.population)}
    return _("{people} of {population} residents (source: {source})", **data, source=turnout.source)


def _parts(_: Translator, title: str, parts: Sequence[Measure]) -> list[Block]:
    """A bar for each part of those present, a hidden one hatched; nothing where every part is hidden."""
    counts = [(part.label.shown(_.language), part.value) for part in parts if isinstance(part.value, Count)]
    if all(count.value is None for _label, count in counts):
        return []
    most = max(count.value or 0 for _label, count in counts)
    rows = [count_bar(_, label, count, most) for label, count in counts]
    hidden = any(count.value is None for _label, count in counts)
    why = [lead(_("Some numbers are not shown, so that nobody can be recognised."))] if hidden else []
    return [heading(title), *why, bars(rows)]
