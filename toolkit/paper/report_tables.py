"""The report of one workshop as tables: what stands in the workbook and in the open data."""

from collections.abc import Iterable, Iterator

from toolkit.compare.gate import PublishedCluster
from toolkit.compare.summary import Report
from toolkit.content.vocabulary import label
from toolkit.i18n import Translator
from toolkit.paper import columns as shared
from toolkit.paper.figure_tables import figures
from toolkit.paper.note_tables import log_table, notes_table
from toolkit.paper.tables import INTEGER, TRUTH, Cell, Column, DataTable

SIDES = ("need", "existing", "offer")


def tables(_: Translator, report: Report) -> tuple[DataTable, ...]:
    """Every table in the order in which it is shown."""
    return (
        answers(_, report), *figures(_, report), themes(_, report), sides(_, report), matches(_, report),
        votes(_, report), steps(_, report), notes_table(_, report.notes), log_table(_, report),
    )  # fmt: skip


def answers(_: Translator, report: Report) -> DataTable:
    """The sentences of page one."""
    columns = (
        Column(id="question", label=_("Question (id)"), meaning=_("P1 to P6: which of the six questions.")),
        Column(id="line", label=_("Sentence (number)"), kind=INTEGER, meaning=_("Which sentence of the answer.")),
        Column(id="asked", label=_("Question"), meaning=_("The question in words.")),
        Column(id="said", label=_("Answer"), meaning=_("A sentence of the answer.")),
    )
    rows = tuple(
        (answer.id, line, answer.question.said(_.language), sentence.said(_.language))
        for answer in report.answers
        for line, sentence in enumerate(answer.said, start=1)
    )
    about = _("The six questions and what was heard.")
    key = ("question", "line")
    return DataTable(id="answers", title=_("Answers"), about=about, columns=columns, rows=rows, key=key)


def themes(_: Translator, report: Report) -> DataTable:
    """Notes by theme, support in the vote, and whether the strongest themes are covered."""
    columns = (
        theme_label_column(_),
        Column(id="notes", label=_("Notes"), kind=INTEGER, unit=_("notes"), meaning=_("Notes under this theme.")),
        Column(id="merged", label=_("After merging"), kind=INTEGER, unit=_("ideas"),
               meaning=_("Ideas under this theme: notes that say the same count once.")),
        Column(id="support", label=_("Support"), kind=INTEGER, unit=_("people"), rule=shared.protected(_),
               meaning=_("Residents with at least one mark on the theme.")),
        *shared.share_columns(_),
        Column(id="exists", label=_("Something exists"), kind=TRUTH,
               meaning=_("Whether a content exists already; only for the five strongest themes.")),
        Column(id="offered", label=_("An offer is confirmed"), kind=TRUTH,
               meaning=_("Whether a person confirmed an offer; only for the five strongest themes.")),
        theme_column(_),
    )  # fmt: skip
    covered = {one.theme.id: (one.existing, one.offered) for one in report.covered}
    rows = tuple(
        (part.theme.shown(_.language), shared.whole(part.notes), len(part.clusters),
         shared.people(part.support.count) if part.support else None, *shared.share_cells(part.support),
         *covered.get(part.theme.id, (None, None)), part.theme.id)
        for part in report.themes
    )  # fmt: skip
    about = _("How many notes each theme has, and how many voters support it.")
    return DataTable(id="themes", title=_("Themes"), about=about, columns=columns, rows=rows, key=("theme",))


def sides(_: Translator, report: Report) -> DataTable:
    """Needs, existing contents and offers, theme by theme."""
    columns = (
        theme_label_column(_), Column(id="kind_label", label=_("Kind"), meaning=_("The kind of note in words.")),
        *cluster_columns(_), *shared.support_columns(_), theme_column(_), kind_column(_),
    )  # fmt: skip
    rows = tuple(
        (part.theme.shown(_.language), label("note_kinds", kind, _.language), each.name, each.id,
         *shared.support_cells(each), part.theme.id, kind)
        for part in report.themes
        for kind in SIDES
        for each in part.clusters
        if each.kind == kind
    )  # fmt: skip
    about = _("Ideas that are a need, an existing content or an offer.")
    title = _("Needs and offers")
    return DataTable(id="needs_offers", title=title, about=about, columns=columns, rows=rows, key=("cluster",))


def matches(_: Translator, report: Report) -> DataTable:
    """What people put together, and what is left over."""
    columns = (
        Column(id="state", label=_("Fits"), meaning=_("Whether a person found an offer for the need, or nothing yet.")),
        Column(id="need", label=_("Number of the need"), kind=INTEGER, meaning=_("The idea that is the need.")),
        Column(id="need_name", label=_("Need"), meaning=_("The need in words.")),
        Column(id="offer", label=_("Number of the offer"), kind=INTEGER, meaning=_("The note that could serve it.")),
        Column(id="offer_name", label=_("What could serve it"), meaning=_("The offer or existing content in words.")),
        Column(id="community", label=_("From another community"), meaning=_("Where the offer is from; empty: here.")),
    )
    about = _("Needs and offers that people put together, and those left over. Nothing is agreed yet.")
    rows = tuple(_matched(_, report))
    return DataTable(id="matches", title=_("Matches"), about=about, columns=columns, rows=rows)


def _matched(_: Translator, report: Report) -> Iterator[tuple[Cell, ...]]:
    if report.matches is None:
        return
    for found in report.matches.found:
        for offer, community in found.offers:
            yield _("fits"), found.need.id, found.need.name, offer.id, offer.text, community
    for need in report.matches.unmet:
        yield _("need without an offer"), need.id, need.name, None, "", ""
    for offer_left in report.matches.unused:
        yield _("offer without a need"), None, "", offer_left.id, offer_left.name, ""


def votes(_: Translator, report: Report) -> DataTable:
    """Every idea that was voted on; equal support, equal place."""
    columns = (
        Column(id="place", label=_("Place in the vote"), kind=INTEGER,
               meaning=_("Ideas with equal support share a place; those below five marks share the last.")),
        Column(id="top", label=_("At the top"), kind=TRUTH, meaning=_("Whether it is among the strongest proposals.")),
        *cluster_columns(_),
        Column(id="votes", label=_("Votes"), kind=INTEGER, unit=_("people"), rule=shared.protected(_),
               meaning=_("Residents who marked it in the vote.")),
        *shared.share_columns(_),
        Column(id="officials", label=_("Officials"), kind=INTEGER, unit=_("people"), rule=shared.protected(_),
               meaning=_("Officials who marked it, counted apart.")),
        theme_label_column(_),
        theme_column(_),
    )  # fmt: skip
    rows = tuple(_voted(_, report))
    about = _("The vote, with ties as they are. Votes alone never decide.")
    return DataTable(id="votes", title=_("Votes"), about=about, columns=columns, rows=rows, key=("cluster",))


def _voted(_: Translator, report: Report) -> Iterator[tuple[Cell, ...]]:
    if report.vote is None:
        return
    top = {each.id for group in report.vote.top for each in group}
    officials = {each.id: each.officials for each in report.vote.officials}
    seen: set[int] = set()
    for place, each in _placed(report.vote.ranks, report.vote.officials):
        if each.id in seen:
            continue
        seen.add(each.id)
        marked, theme = officials.get(each.id), label("themes", each.theme, _.language)
        yield (place, each.id in top, each.name, each.id,
               shared.people(each.votes.count) if each.votes else None, *shared.share_cells(each.votes),
               shared.people(marked) if marked else None, theme, each.theme)  # fmt: skip


def _placed(
    ranks: Iterable[tuple[PublishedCluster, ...]], officials: Iterable[PublishedCluster]
) -> Iterator[tuple[int | None, PublishedCluster]]:
    """Those that residents marked with their place, then those that officials alone marked."""
    place = 1
    for group in ranks:
        yield from ((place, each) for each in group)
        place += len(group)
    yield from ((None, each) for each in officials)


def steps(_: Translator, report: Report) -> DataTable:
    """Public assurances and the steps of the follow-up."""
    columns = (
        Column(id="kind", label=_("Kind"), meaning=_("An assurance of the municipality, or a step.")),
        Column(id="what", label=_("What"), meaning=_("What was assured, or what will be done.")),
        Column(id="who", label=_("Who"), meaning=_("Organisation or role.")),
        Column(id="due", label=_("By when"), meaning=_("Year-month-day; empty where none was set.")),
        Column(id="status", label=_("Status"), meaning=_("Open, done or dropped; empty for an assurance.")),
        Column(id="done_on", label=_("Done on"), meaning=_("Year-month-day; empty until it is done.")),
        Column(id="notes", label=_("From notes"), meaning=_("Numbers of the notes it came from.")),
    )
    assured = [(_("assurance"), one.text, one.who, "", "", "", "") for one in report.promises]
    planned = [
        (_("step"), one.what, one.who, one.due.isoformat() if one.due else "", one.status.shown(_.language),
         one.done_on.isoformat() if one.done_on else "", "; ".join(map(str, one.notes)))
        for one in report.steps
    ]  # fmt: skip
    about = _("What the municipality assured in public, and who does what by when.")
    return DataTable(id="next", title=_("What happens next"), about=about, columns=columns, rows=(*assured, *planned))


def theme_column(_: Translator) -> Column:
    """The theme's id."""
    return Column(id="theme", label=_("Theme (id)"), meaning=_("The theme, the same in every language."))


def theme_label_column(_: Translator) -> Column:
    """The theme's name."""
    return Column(id="theme_label", label=_("Theme"), meaning=_("The theme in words."))


def kind_column(_: Translator) -> Column:
    """The kind's id."""
    return Column(id="kind", label=_("Kind (id)"), meaning=_("The kind of note, the same in every language."))


def cluster_columns(_: Translator) -> tuple[Column, ...]:
    """An idea: its words and its number."""
    return (
        Column(id="name", label=_("Idea"), meaning=_("The idea in words.")),
        Column(id="cluster", label=_("Idea (number)"), kind=INTEGER, meaning=_("Notes refer to this number.")),
    )
