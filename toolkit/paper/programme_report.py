"""The report of a programme: several communities side by side, question by question, without score or ranking."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from toolkit.compare.comparison import Comparison, Row
from toolkit.compare.figures import Value
from toolkit.compare.gate import Share
from toolkit.compare.parts import Head
from toolkit.compare.questions import QUESTIONS
from toolkit.compare.sentence import Sentence
from toolkit.i18n import Translator, translator
from toolkit.paper.blocks import Block, bars, chapter, heading, lead, quotes, share_bar, small, table, words
from toolkit.paper.columns import protected
from toolkit.paper.document import written
from toolkit.paper.front import community
from toolkit.paper.tones import tones
from toolkit.paper.typesetting import pdf as set_pdf

MOST_COLUMNS = 4  # communities that stand side by side in a table; more stand below each other
DIFFERENCES = 24
NOTHING = "–"


def pdf(found: Comparison, lang: str) -> bytes:
    """A4, tagged and titled."""
    return set_pdf("report_programme", content(found, lang), max(head.date for head in found.heads))


def docx(found: Comparison, lang: str) -> bytes:
    """The same as a Word document."""
    return written(content(found, lang), max(head.date for head in found.heads))


def content(found: Comparison, lang: str) -> dict[str, object]:
    """What stands in the report, as data for the template."""
    _ = translator(lang)
    days = sorted(head.date for head in found.heads)
    period = " – ".join(_.date(day, "long") for day in sorted({days[0], days[-1]}))
    many = _.ngettext("{n} community", "{n} communities", len(found.heads))
    return {
        "lang": lang,
        "look": tones(),
        "title": _("Communities side by side"),
        "community": many,
        "subtitle": period,
        "footer": f"{many} · {period} · Vrtiljak",
        "answers": [],
        "notice": "",
        "blocks": [*_opening(_, found), *_conditions(_, found), *_questions(_, found), *_rest(_, found)],
    }


def names(heads: Sequence[Head]) -> list[str]:
    """Communities by name, those invented marked; with the code where a name comes twice."""
    said = [community(head) for head in heads]
    return [f"{name} · {head.code}" if said.count(name) > 1 else name for name, head in zip(said, heads, strict=True)]


def _opening(_: Translator, found: Comparison) -> list[Block]:
    rows = [
        (name, _.date(head.date, "short"), _shown(_, how.people), _shown(_, how.notes))
        for name, head, how in zip(names(found.heads), found.heads, found.conditions, strict=True)
    ]
    header = (_("Community"), _("Date"), _("People present"), _("Notes"))
    differ = [{"text": one.said(_.language)} for one in found.differences[:DIFFERENCES]]
    left = len(found.differences) - DIFFERENCES
    more = _.ngettext("and {n} more difference", "and {n} more differences", left) if left > 0 else ""
    return [
        table((6, 3, 3, 3), header, rows),
        chapter(_("What differs")), quotes(differ, more),
        chapter(_("How to read this")), *(words(one.said(_.language)) for one in found.fairness),
        words(protected(_)), words(_("A dash stands where nobody was asked.")),
    ]  # fmt: skip


def _questions(_: Translator, found: Comparison) -> list[Block]:
    """P1 to P6: what each community answers, then its figures."""
    blocks: list[Block] = []
    for place, (id, question) in enumerate(QUESTIONS.items()):
        blocks.append(chapter(question.said(_.language), fresh=place == 0))
        for name, said in zip(names(found.heads), found.said.get(id, ()), strict=False):
            blocks += [heading(name), *(words(one.said(_.language)) for one in said)]
        blocks += _figures(_, found, found.part(id))
    return blocks


def _rest(_: Translator, found: Comparison) -> list[Block]:
    """Every other figure under its view, in the order of the comparison."""
    rows = [row for row in (*found.rows, *found.support_rows) if row.part not in QUESTIONS]
    order = list(dict.fromkeys(row.part for row in rows))
    blocks: list[Block] = []
    for part, group in groupby(sorted(rows, key=lambda row: order.index(row.part)), key=lambda row: row.part):
        drawn = _figures(_, found, [*group])
        blocks += [chapter(_parts(_).get(part, part)), *drawn] if drawn else []
    return blocks


def _parts(_: Translator) -> Mapping[str, str]:
    return {
        "who": _("Who took part"),
        "channels": _("How people heard of the workshop"),
        "themes": _("Support of themes in the vote"),
        "evening": _("How the evening was"),
        "after": _("After the workshop"),
    }


def _figures(_: Translator, found: Comparison, rows: Sequence[Row]) -> list[Block]:
    """Shares as bars with intervals, community below community; what is no share in a table."""
    told = [row for row in rows if any(value is not None and not isinstance(value, Sentence) for value in row.values)]
    shares = [row for row in told if all(value is None or isinstance(value, Share) for value in row.values)]
    blocks, before = _table(_, found, [row for row in told if row not in shares]), ""
    for row in shares:
        if any(isinstance(value, Share) and value.count.value != 0 for value in row.values):
            drawn = [_bar(_, name, value) for name, value in zip(names(found.heads), row.values, strict=True)]
            meaning = row.meaning.said(_.language)
            said = [lead(meaning)] if meaning != before else []
            blocks, before = [*blocks, heading(row.label.shown(_.language)), *said, bars(drawn)], meaning
    return blocks


def _bar(_: Translator, name: str, value: Value) -> Block:
    if isinstance(value, Share):
        return share_bar(_, name, value)
    return {"label": name, "part": None, "text": NOTHING}


def _table(_: Translator, found: Comparison, rows: Sequence[Row]) -> list[Block]:
    """Indicators by community where few stand side by side; else a table for each indicator."""
    called = names(found.heads)
    if rows and len(called) <= MOST_COLUMNS:
        shown = [(row.label.shown(_.language), *(_shown(_, value) for value in row.values)) for row in rows]
        meanings = [small(f"{row.label.shown(_.language)}: {row.meaning.said(_.language)}") for row in rows]
        return [table((4, *[3] * len(called)), (_("Figure"), *called), shown), *meanings]
    blocks: list[Block] = []
    for row in rows:
        cells = [(name, _shown(_, value)) for name, value in zip(called, row.values, strict=True)]
        blocks += [heading(row.label.shown(_.language)), lead(row.meaning.said(_.language))]
        blocks.append(table((3, 7), (_("Community"), _("Figure")), cells))
    return blocks


def _shown(_: Translator, value: Value) -> str:
    return value.shown(_.language) if value is not None else NOTHING


def _conditions(_: Translator, found: Comparison) -> list[Block]:
    """Hosts, rounds and minutes beside the results, so that nobody compares the unlike."""
    rows = [
        (name, _shown(_, how.hosts), how.host_mode.shown(_.language), _shown(_, how.rounds),
         " / ".join(_shown(_, each) for each in how.minutes) or NOTHING)
        for name, how in zip(names(found.heads), found.conditions, strict=True)
    ]  # fmt: skip
    header = (_("Community"), _("Table hosts"), _("Host mode"), _("Rounds"), _("Minutes per round"))
    return [chapter(_("Under which conditions")), table((5, 3, 6, 2, 6), header, rows)]
