"""Each indicator with its own denominator."""

from dataclasses import replace

from carousel.workshop import Match
from tests.toolkit.compare import evenings
from toolkit.compare import indicators

evening = evenings.evening()


def test_turnout_is_per_thousand_of_a_population_with_a_source() -> None:
    turnout = indicators.turnout(evening)
    assert turnout and (turnout.per_thousand, turnout.population, turnout.source) == (12.0, 2000, "SURS 2026")


def test_need_is_answers_four_and_five_of_those_who_answered() -> None:
    assert indicators.need_before(evening).shown("sl").startswith("20 / 24 · 83 %")
    assert indicators.need_after(evening).count.value == 20


def test_change_in_need_is_of_paired_slips() -> None:
    change = indicators.need_change(evening)
    assert change and (change.parts.answers, change.parts.counts["same"].shown("sl")) == (24, "<5")
    assert change.parts.counts["up"].value is None and change.chance is None, "the total would give 4 away"


def test_theme_support_counts_a_voter_once_of_resident_voters() -> None:
    support = indicators.theme_support(evening)
    assert (support["druzenje"].count.value, support["druzenje"].of.value) == (22, 22)
    assert support["mladi"].count.value == 11


def test_levels_are_shares_of_forms_and_exceed_the_whole() -> None:
    mix = indicators.level_mix(evening)
    assert (mix["user"].count.value, mix["collaboration_partner"].count.value, mix["user"].of.value) == (6, 6, 6)


def test_the_core_agreed_to_be_passed_on() -> None:
    assert indicators.core_size(evening).value == 6


def test_covered_needs_want_something_existing_and_a_confirmed_offer() -> None:
    need = next(note for note in evening.notes if note.kind == "need" and note.theme == "druzenje")
    offer = next(note for note in evening.notes if note.kind == "offer")
    assert not indicators.covered_needs(evening)[0].covered
    first, *_ = indicators.covered_needs(replace(evening, matches=(Match(need=need.cluster or need.id, offer=offer),)))
    assert first.theme.id == "druzenje" and first.covered


def test_notes_are_counted_by_the_way_they_came_in() -> None:
    assert {name: each.value for name, each in indicators.source_mix(evening).items()} == {
        "own_device": 4, "host_device": 0, "paper": 4,
    }  # fmt: skip
