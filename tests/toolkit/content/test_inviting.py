"""Whom not to forget, and the plan to start from: their ids are known, and the idea comes before the invitation."""

from toolkit.content.outreach_plan import outreach_plan
from toolkit.content.stakeholder_gaps import expected_stakeholders
from toolkit.content.vocabulary import vocabulary
from toolkit.i18n import languages


def test_every_type_and_group_that_is_expected_stands_in_the_vocabulary() -> None:
    known = vocabulary()
    expected = expected_stakeholders()
    assert {one.id for one in expected.types} <= {term.id for term in known.stakeholder_types}
    assert {one.id for one in expected.groups} <= {term.id for term in known.target_groups}
    assert all(one.text.of(lang).endswith(".") for one in (*expected.types, *expected.groups) for lang in languages())


def test_the_plan_begins_with_the_earliest_message_and_explains_the_idea_first() -> None:
    days = [one.days_before for one in outreach_plan()]
    assert days == sorted(days, reverse=True)
    assert days[-1] > 0
    assert outreach_plan()[0].message.of("en").startswith("What a community space is")
    assert {one.channel for one in outreach_plan()} <= {term.id for term in vocabulary().channels}
