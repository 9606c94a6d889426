"""The chapters of the report after page one; each turns published values into blocks, or leaves itself out."""

from collections.abc import Callable, Sequence

from carousel.workshop import UNSORTED
from toolkit.compare.gate import PublishedCluster
from toolkit.compare.parts import ThemePart
from toolkit.compare.summary import Report
from toolkit.i18n import Translator
from toolkit.paper.attendance import participation
from toolkit.paper.blocks import (
    Block,
    and_more,
    bar,
    bars,
    chapter,
    cluster_quote,
    facts,
    heading,
    lead,
    quote,
    quotes,
    share_bar,
    small,
    table,
    two_sided,
    words,
)
from toolkit.paper.clean import REPLACEMENT, printable
from toolkit.paper.following import what_follows
from toolkit.paper.front import measure_bars
from toolkit.paper.voting import vote

THEMES, LISTED, LOGGED = 8, 12, 40  # how much the front part holds; the rest is at the end


def themes(_: Translator, report: Report) -> list[Block]:
    """How many notes each theme has, and the voices most agreed with."""
    sorted_parts = sorted(report.themes, key=lambda part: (part.theme.id == UNSORTED, -part.notes.value))
    if not sorted_parts:
        return []
    most = max(part.notes.value for part in sorted_parts)
    rows = [
        bar(part.theme.shown(_.language), part.notes.value, most, part.notes.shown(_.language)) for part in sorted_parts
    ]
    blocks = [chapter(_("What people talked about")), lead(_("Notes under each theme")), bars(rows)]
    said = [block for part in sorted_parts[:THEMES] for block in _theme(_, part)]
    return [*blocks, heading(_("In their own words")), *said] if said else blocks


def _theme(_: Translator, part: ThemePart) -> list[Block]:
    title = heading(part.theme.shown(_.language), deeper=True)
    left = int(part.notes.value) - len(part.quotes)
    said = [quote(_, note) for note in part.quotes]
    return [title, quotes(said, and_more(_, left))] if said else []


def needs_and_offers(_: Translator, report: Report) -> list[Block]:
    """Two-sided bars, and whether the strongest needs are covered."""
    if not report.sides:
        return []
    sides = sorted(report.sides, key=lambda side: (side.theme.id == UNSORTED, -len(side.needs) - len(side.offers)))
    rows = [(side.theme.shown(_.language), len(side.needs), len(side.offers)) for side in sides]
    blocks = [chapter(_("Needs beside offers")), two_sided(_("Needs"), _("Offers"), rows)]
    if report.covered:
        said = {True: _("yes"), False: _("not yet")}
        covered = [(each.theme.shown(_.language), said[each.existing], said[each.offered]) for each in report.covered]
        title = heading(_("Are the strongest themes covered?"))
        blocks += [title, table((5, 3, 3), (_("Theme"), _("Something exists"), _("An offer is confirmed")), covered)]
    return blocks


def matches(_: Translator, report: Report) -> list[Block]:
    """What people found to fit, and what is left over on both sides."""
    found = report.matches
    if found is None:
        return []
    rows = [
        (one.need.name, _("{text} ({place})", text=offer.text, place=community) if community else offer.text)
        for one in found.found
        for offer, community in one.offers
    ]
    fitting = table((1, 1), (_("Need"), _("What could serve it")), rows)
    return [
        chapter(_("Needs and offers that fit")), words(_("People put these together. Nothing is agreed yet.")), fitting,
        *_left_over(_, _("Needs nothing was found for"), found.unmet),
        *_left_over(_, _("Offers no need was found for"), found.unused),
    ]  # fmt: skip


def _left_over(_: Translator, title: str, clusters: Sequence[PublishedCluster]) -> list[Block]:
    listed = [cluster_quote(_, one) for one in clusters[:LISTED]]
    return [heading(title), quotes(listed, and_more(_, len(clusters) - LISTED))] if listed else []


def existing(_: Translator, report: Report) -> list[Block]:
    """What is there already, with where and when."""
    return _listed(_, _("What already exists"), "", report.existing)


def dissent(_: Translator, report: Report) -> list[Block]:
    """Doubts and obstacles, given as much room as wishes."""
    why = _("Not everybody agreed. These notes name what stands in the way.")
    return _listed(_, _("Doubts and obstacles"), why, report.dissent)


def _listed(_: Translator, title: str, why: str, clusters: Sequence[PublishedCluster]) -> list[Block]:
    if not clusters:
        return []
    said = [cluster_quote(_, cluster, *_places(cluster)) for cluster in clusters[:LISTED]]
    leads = [lead(why)] if why else []
    return [chapter(title), *leads, quotes(said, and_more(_, len(clusters) - LISTED))]


def _places(cluster: PublishedCluster) -> list[str]:
    details = cluster.notes[0].details if cluster.notes else {}
    return [str(details[name]) for name in ("where", "when") if details.get(name)]


def taking_part(_: Translator, report: Report) -> list[Block]:
    """How people would like to take part; no level is worth more."""
    rows = list(measure_bars(_, report.levels, interval=True))
    if not rows:
        return []
    those = lead(_("Of the interest forms. Several answers were possible, none is worth more."))
    core = words(_("Partners and initiators ready for the start-up team: {n}", n=report.core.shown(_.language)))
    return [chapter(_("Who would take part")), those, bars(rows), core]


def experience(_: Translator, report: Report) -> list[Block]:
    """How the evening was for people."""
    rows = list(measure_bars(_, report.smileys, interval=True))
    if report.would_return.of.value != 0:
        rows.append(share_bar(_, _("Would come again"), report.would_return))
    if not rows:
        return []
    those = lead(_("Answers “good” and “very good” in the closing form"))
    blocks = [chapter(_("How the evening was")), those, bars(rows)]
    change = report.need_change.parts.counts if report.need_change else {}
    if change and all(count.value is not None for count in change.values()):
        shown = {name: count.shown(_.language) for name, count in change.items()}
        blocks.append(words(_("Need after the workshop: rose for {up}, same for {same}, fell for {down}.", **shown)))
    return blocks


def moderation(_: Translator, report: Report) -> list[Block]:
    """What was held, merged or hidden, and why."""
    method = report.method
    rows = [(_("Held and not shown"), method.held), (_("Shown without some words"), method.redacted)]
    shown = [(label, value.shown(_.language)) for label, value in rows]
    blocks = [chapter(_("What we changed")), facts((_("What"), _("How many")), shown)]
    if not report.log:
        return blocks
    lines = [
        (_("Note {n}", n=line.note), line.what.said(_.language), line.reason.said(_.language) if line.reason else "")
        for line in report.log[:LOGGED]
    ]
    log = table((2, 5, 4), (_("Note"), _("What was done"), _("Why")), lines)
    left = len(report.log) - LOGGED
    said = _.ngettext("and {n} more line of the log", "and {n} more lines of the log", left)
    return [*blocks, log, *([small(said)] if left > 0 else [])]


def method(_: Translator, report: Report) -> list[Block]:
    """How the evening went and what its figures cannot say."""
    how = report.method
    rows = [(_("Notes"), how.notes.shown(_.language)), (_("After merging"), how.clusters.shown(_.language))]
    rows += [(measure.label.shown(_.language), measure.value.shown(_.language)) for measure in how.sources]
    if how.rounds.value:
        minutes = " / ".join(each.shown(_.language) for each in how.minutes)
        rows += [(_("Rounds"), how.rounds.shown(_.language)), (_("Minutes per round"), minutes)]
        rows += [(_("Table hosts"), how.hosts.shown(_.language)), (_("Host mode"), how.host_mode.shown(_.language))]
    drawn = _("Thin line on a bar: the true share could well lie anywhere on it. Hatched: too few people to show.")
    limits = small(" ".join(limit.said(_.language) for limit in how.limits))
    signs = {**small(" ".join([drawn, *_unprintable(_, report)])), "typeset": True}
    table_of = facts((_("What"), _("How many")), rows)
    return [chapter(_("How we counted, and what it cannot say")), table_of, limits, signs]


def _unprintable(_: Translator, report: Report) -> list[str]:
    boxed = any(REPLACEMENT in printable(note.text) for note in report.notes)
    return [_("□ stands for a sign that cannot be printed, such as a smiley.")] if boxed else []


ORDER: tuple[Callable[[Translator, Report], list[Block]], ...] = (
    participation,
    themes,
    needs_and_offers,
    matches,
    existing,
    taking_part,
    vote,
    dissent,
    experience,
    moderation,
    what_follows,
    method,
)
