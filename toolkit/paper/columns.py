"""Columns that several tables have, each explained with its unit and the rule that protects small numbers."""

from toolkit.compare.gate import Count, Number, PublishedCluster, Rate, Share
from toolkit.i18n import Translator
from toolkit.paper.tables import INTEGER, NUMBER, Cell, Column

Figure = Number | Count | Share | Rate


def protected(_: Translator) -> str:
    """The rule for counts of people."""
    return " ".join((_("1 to 4 people are shown as <5."), _("A dot hides a number that would give another away.")))


def few(_: Translator) -> str:
    """The rule for percentages."""
    return _("Empty below 10 answers and below 5 people.")


def figure_columns(_: Translator) -> tuple[Column, ...]:
    """A figure, of how many, and its percentage with interval; filled by `figure_cells`."""
    return (
        Column(id="value", label=_("Figure"), kind=NUMBER, rule=protected(_),
               meaning=_("The count, or another figure in the unit given beside it.")),
        Column(id="unit", label=_("Unit"), meaning=_("What the figure counts.")),
        *share_columns(_),
    )  # fmt: skip


def share_columns(_: Translator) -> tuple[Column, ...]:
    """Of how many, and the percentage with its interval."""
    percent = _("percent")
    return (
        Column(id="of", label=_("Out of"), kind=INTEGER, unit=_("people"), rule=protected(_),
               meaning=_("How many people answered this item: the denominator.")),
        Column(id="percent", label=_("Percent"), kind=NUMBER, unit=percent, rule=few(_),
               meaning=_("The share of those who answered.")),
        Column(id="low", label=_("Lower end"), kind=NUMBER, unit=percent, rule=few(_),
               meaning=_("Lower end of the 95 % interval (Wilson).")),
        Column(id="high", label=_("Upper end"), kind=NUMBER, unit=percent, rule=few(_),
               meaning=_("Upper end of the 95 % interval (Wilson).")),
    )  # fmt: skip


def figure_cells(_: Translator, value: Figure | None, unit: str = "") -> tuple[Cell, ...]:
    """What stands under `figure_columns`; nothing where there is no figure."""
    if isinstance(value, Share):
        return people(value.count), unit or _("people"), *share_cells(value)
    if isinstance(value, Rate):
        return _short(value.per_thousand), unit or _("residents per 1000"), value.population, None, None, None
    if value is None:
        return None, unit, None, None, None, None
    found = people(value) if isinstance(value, Count) else whole(value)
    return found, unit or _("people"), None, None, None, None


def share_cells(share: Share | None) -> tuple[Cell, ...]:
    """What stands under `share_columns`."""
    if share is None:
        return None, None, None, None
    return people(share.of), _short(share.percent), _short(share.low), _short(share.high)


def people(count: Count) -> Cell:
    """The count, or the sign that it is hidden."""
    return count.value if count.value is not None else count.shown("en")


def whole(number: Number) -> Cell:
    """A number without needless decimals."""
    return _short(number.value)


def _short(value: float | None) -> int | float | None:
    return int(value) if value is not None and value == int(value) else value


def support_cells(cluster: PublishedCluster) -> tuple[Cell, ...]:
    """Notes, ticks, those who could tick, marks in the vote, voters."""
    votes = (people(cluster.votes.count), people(cluster.votes.of)) if cluster.votes else (None, None)
    return (len(cluster.notes), cluster.ticks, cluster.exposed, *votes)


def support_columns(_: Translator) -> tuple[Column, ...]:
    """Filled by `support_cells`."""
    return (
        Column(id="notes", label=_("Notes"), kind=INTEGER, unit=_("notes"),
               meaning=_("How many notes say this.")),
        *tick_columns(_),
        Column(id="votes", label=_("Votes"), kind=INTEGER, unit=_("people"), rule=protected(_),
               meaning=_("Residents who marked it in the vote.")),
        Column(id="voters", label=_("Voters"), kind=INTEGER, unit=_("people"), rule=protected(_),
               meaning=_("Residents who voted: the denominator.")),
    )  # fmt: skip


def tick_columns(_: Translator) -> tuple[Column, ...]:
    """Agreement on the evening."""
    return (
        Column(id="ticks", label=_("Agree"), kind=INTEGER, unit=_("people"),
               meaning=_("People of later groups who agreed: at least so many, in steps of five.")),
        Column(id="exposed", label=_("Could agree"), kind=INTEGER, unit=_("people"),
               meaning=_("People who could have agreed: the denominator.")),
    )  # fmt: skip
