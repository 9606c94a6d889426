"""The page Communication: a plan in one click, what is overdue, invitations, and what each channel brought."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from carousel.stage import Stage, Verb
from carousel.workshop import Workshop
from tests.pages.conftest import House, today
from toolkit.acts import answering, hosting
from toolkit.acts.mentoring import found_community, prepare_workshop
from toolkit.acts.recording import keep_record
from toolkit.desk.communication import suggested_rows
from toolkit.store.preparation import preparation

SOON = timedelta(days=30)


def prepared(house: House, day: date | None = None) -> tuple[int, Workshop]:
    community, day = house.store.write(found_community, "Golnik"), day or today() + SOON
    workshop = house.store.write(
        lambda tx: prepare_workshop(tx, community, title="Prostor", day=day, rng=Random(day.toordinal()))
    )
    return community, workshop


def keep(house: House, community: int, **values: Any) -> None:
    house.store.write(keep_record, community, "outreach", values, "en", datetime.now(UTC))


def part(house: House, name: str, workshop: Workshop | None = None, language: str = "en") -> AppTest:
    page = house.page("communication", workshop, language)
    page.session_state["part"] = name
    page.run()
    assert not page.exception
    assert not page.error
    return page


def said(page: AppTest) -> str:
    return " ".join(str(one.value) for one in (*page.html, *page.markdown, *page.caption, *page.info))


@pytest.mark.parametrize("language", ["sl", "en"])
@pytest.mark.parametrize("name", ["plan", "invitations", "reach"])
def test_every_part_opens_without_and_with_a_workshop(house: House, name: str, language: str) -> None:
    house.store.write(found_community, "Golnik")
    part(house, name, language=language)
    _, workshop = prepared(house)
    part(house, name, workshop, language)


def test_the_suggested_plan_is_there_after_one_click_without_copies_and_costs(house: House) -> None:
    community, workshop = prepared(house)
    page = part(house, "plan", workshop)
    next(button for button in page.button if button.label == "Start with a suggested plan").click().run()
    lines = house.store.read(preparation, community).outreach
    assert [(line.channel, (today() + SOON - line.on).days) for line in lines if line.on][:3] == [
        ("lokalni_casopis", 21), ("letaki_ks", 14), ("osebno_vabilo", 14),
    ]  # fmt: skip
    assert all(line.message and line.copies is None and line.cost is None for line in lines)
    assert not any(button.label == "Start with a suggested plan" for button in page.button)
    assert "21 days before" in said(page)


def test_what_should_have_gone_out_already_is_for_today() -> None:
    rows = suggested_rows(today() + timedelta(days=1), today(), "sl")
    assert {row["on"] for row in rows} == {today().isoformat()}
    assert len({row["channel"] for row in rows}) == len(rows)


def test_after_the_workshop_no_plan_is_suggested(house: House) -> None:
    _, workshop = prepared(house, today() - timedelta(days=1))
    page = part(house, "plan", workshop)
    assert not any(button.label == "Start with a suggested plan" for button in page.button)


def test_a_message_of_yesterday_is_overdue_until_it_is_sent(house: House) -> None:
    community, workshop = prepared(house)
    keep(house, community, channel="radio", on=(today() - timedelta(days=1)).isoformat(), cost=12.5)
    keep(house, community, channel="zupnija", on=today().isoformat())
    page = part(house, "plan", workshop)
    assert said(page).count("overdue") == 1
    assert "Cost together\\: 12\\.50 €\\. 1 message has no cost yet" in said(page)
    page.checkbox[0].set_value(True).run()
    assert "overdue" not in said(page)
    assert house.store.read(preparation, community).outreach[0].sent


def test_the_invitation_says_when_and_where_and_asks_for_the_place(house: House) -> None:
    _, workshop = prepared(house)
    page = part(house, "invitations", workshop)
    assert [one.value for one in page.warning] == ["Please write where it takes place\\."]
    next(field for field in page.text_input if field.label == "Where").set_value("Gasilski dom").run()
    assert not page.exception
    assert not page.warning
    assert all("Gasilski dom" in one.value for one in page.code)
    assert len(page.code) == 3


def test_reach_is_measured_at_check_in(house: House) -> None:
    community, workshop = prepared(house, today())
    keep(house, community, channel="lokalni_casopis", on=today().isoformat(), cost=42)
    keep(house, community, channel="radio", on=today().isoformat(), cost=30)
    assert "Nobody has answered yet" in said(part(house, "reach", workshop))
    where = house.situation(workshop)
    while where.step.stage is not Stage.CHECKIN:
        house.store.write(hosting.move, workshop.id, Verb.NEXT, where.version, datetime.now(UTC))
        where = house.situation(workshop)
    for number in range(14):
        named = (["radio"] if number < 4 else []) + (["lokalni_casopis"] if number > 1 else [])
        given = {"lives_in": ["this_ks"], "stakeholder_type": ["prebivalec"], "channels": named}
        now = datetime.now(UTC)
        house.store.write(answering.check_in, workshop.code, given, f"key {number}", "sl", now, Random(number))
    shown = said(part(house, "reach", workshop))
    assert "12 / 14" in shown
    assert "1 person for 3.50 €" in shown
    assert "&lt;5 / 14" in shown
    assert "7.50 €" not in shown
