"""Nobody who reads everything that is published of an evening can work out a hidden number of people.

Promised: whoever is one of 1 to 4 stays one of at least two possible numbers, for a reader of the report, of the
comparison and of both together, who knows how the numbers hang together and how the program hides.
"""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carousel.workshop import CheckIn, Evening, Feedback, Interest, Note, Vote
from tests.toolkit.compare import attacker, crowds
from toolkit.compare import gate
from toolkit.compare.comparison import Comparison, comparison
from toolkit.compare.gate import Count, Rate, Share
from toolkit.compare.intervals import wilson
from toolkit.compare.ledger import ledger
from toolkit.compare.protection import FEW
from toolkit.compare.summary import report

WHERE = {"turnout": "residents"}


def solved(evening: Evening) -> dict[str, int]:
    found: dict[str, int] = attacker.reads(report(evening)).solved()
    return found


def empty(people: int = 24, check_ins: tuple[CheckIn, ...] = ()) -> Evening:
    """An evening of people who said nothing, or this at the door only."""
    said = check_ins or (CheckIn(),) * people
    bare: Evening = replace(crowds.crowd(1), check_ins=said, feedback=(), interests=(), votes=())
    return bare


@pytest.mark.parametrize("seed", range(16))
def test_no_hidden_number_of_an_evening_can_be_worked_out_from_its_report(seed: int) -> None:
    evening = crowds.crowd(seed)
    reader = attacker.reads(report(evening))
    assert reader.hidden, "an evening without small numbers tests nothing"
    assert not reader.solved()


def forms(*levels: str, core: bool = False) -> Interest:
    return Interest(levels, (), core)


@given(st.integers(1, 6), st.integers(1, 6), st.integers(0, 6), st.integers(0, 12))
@settings(max_examples=25)
def test_the_core_does_not_give_the_levels_away(partners: int, initiators: int, shy: int, users: int) -> None:
    partner, initiator = forms("collaboration_partner", core=True), forms("supported_initiative", core=True)
    others = (*(forms("collaboration_partner"),) * shy, *(forms("user"),) * users)
    given_in = (*(partner,) * partners, *(initiator,) * initiators, *others)
    assert not solved(replace(empty(60), interests=given_in))


def core_of_eight() -> Evening:
    partners, initiators = (forms(level, core=True) for level in ("collaboration_partner", "supported_initiative"))
    return replace(empty(), interests=(*(partners,) * 4, *(initiators,) * 4))


def test_a_core_of_eight_beside_two_levels_of_four_is_hidden() -> None:
    found = report(core_of_eight())
    assert found.core.value is None
    reader = attacker.reads(found)
    reader.sees("core", gate.count(8))
    assert {"level collaboration_partner", "level supported_initiative"} <= set(reader.solved()), "else both are four"


def note(number: int, theme: str) -> Note:
    return Note(id=number, question="S1", kind="need", text=f"misel {number}", theme=theme)


@given(
    st.lists(st.sets(st.integers(1, 6), min_size=1, max_size=3), min_size=5, max_size=24),
    st.integers(0, 5),
    st.integers(0, 4),
)
@settings(max_examples=30)
def test_the_support_of_a_theme_does_not_give_its_clusters_away(
    ballots: list[set[int]], officials: int, absent: int
) -> None:
    notes = tuple(
        note(number, "mladi" if number < 3 else "kultura" if number < 5 else "druzenje") for number in range(1, 7)
    )
    votes = (*(Vote(frozenset(marks)) for marks in ballots), *(Vote(frozenset({1}), True),) * officials)
    assert not solved(replace(empty(len(votes) + absent), notes=notes, votes=votes, marks=3))


def test_one_official_is_not_told_by_people_less_voters() -> None:
    notes = tuple(note(number, "mladi") for number in range(1, 6))
    evening = replace(empty(24), notes=notes, votes=(Vote(frozenset({1})),) * 23, marks=3)
    with_one = replace(evening, votes=(*evening.votes, Vote(frozenset({2}), True)))
    for each in (evening, with_one):
        vote = report(each).vote
        assert vote and vote.official_voters.shown("sl") == "<5" and not vote.officials


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=10, max_size=24), st.integers(0, 3))
@settings(max_examples=30)
def test_need_before_and_after_do_not_give_the_change_away(said: list[tuple[int, int]], only_before: int) -> None:
    feedback = tuple(Feedback(need_before=before, need_after=after) for before, after in said)
    check_ins = (*(CheckIn(need_before=before) for before, _ in said), *(CheckIn(need_before=4),) * only_before)
    assert not solved(replace(empty(check_ins=check_ins), feedback=feedback))


def test_four_who_changed_their_mind_are_not_told_by_the_difference() -> None:
    pairs = [(2, 4)] * 4 + [(5, 5)] * 12 + [(4, 3)] * 0
    check_ins = tuple(CheckIn(need_before=before) for before, _ in pairs)
    evening = replace(
        empty(check_ins=check_ins), feedback=tuple(Feedback(need_before=b, need_after=a) for b, a in pairs)
    )
    assert not solved(evening)
    shown = report(evening)
    assert shown.need_change and shown.need_change.parts.counts["up"].why


@given(st.lists(st.sampled_from(("a15_29", "a30_44", "a45_64", "a75", None)), min_size=20, max_size=40))
@settings(max_examples=25)
def test_who_did_not_say_their_age_gives_no_band_away(ages: list[str | None]) -> None:
    assert not solved(empty(check_ins=tuple(CheckIn(age_band=age, lives_in="this_ks") for age in ages)))


@pytest.mark.parametrize("of", [10, 12, 40, 99, 100, 250])
def test_the_interval_of_a_hidden_count_covers_all_it_could_be(of: int) -> None:
    shares = {gate.share(people, of) for people in FEW}
    assert len(shares) == 1, "what is shown must not depend on the number"
    (share,) = shares
    digits = 0 if of < 100 else 1
    assert share.low == min(round(100 * wilson(people, of).low, digits) for people in FEW)
    assert share.high == max(round(100 * wilson(people, of).high, digits) for people in FEW)


def test_a_share_that_is_kept_back_shows_no_interval() -> None:
    for share in (gate.share(12, 40, kept=True), gate.share(12, 40, kept_of=True)):
        assert (share.percent, share.low, share.high) == (None, None, None)


def shown_in(compared: Comparison, place: int) -> dict[str, Count]:
    """Every count of people of one community that the comparison shows, by the ledger's name."""
    found: dict[str, Count] = {}
    for row in (*compared.rows, *compared.support_rows):
        value = row.values[place]
        if isinstance(value, Share) and row.id != "agreement":
            found[row.id] = value.count
        elif isinstance(value, Rate | Count):
            found[WHERE.get(row.id, row.id)] = value.count if isinstance(value, Rate) else value
    return found


def test_the_comparison_of_fifty_communities_shows_nothing_that_their_reports_hide() -> None:
    evenings = [core_of_eight(), *(crowds.crowd(seed) for seed in range(49))]
    assert ledger(evenings[0]).kept("core")
    compared = comparison(evenings)
    for place, evening in enumerate(evenings):
        known, shown = ledger(evening), shown_in(compared, place)
        assert {"core", "people", "residents"} <= set(shown)
        for name, count in shown.items():
            assert count.value is None or (name in known.counts and name not in known.hidden), name


def test_the_attacker_can_be_answered_only_in_one_way_where_nothing_is_hidden_in_vain() -> None:
    few = attacker.Attacker()
    few.sees("all", gate.count(10))
    few.equal([few.sees("some", gate.count(6)), few.sees("rest", gate.count(4))], ["all"])
    assert few.solved() == {"rest": 4}
