"""Slips: every code once, eight a page, and tickets that nobody can lead back to a code."""

import re
from dataclasses import replace
from itertools import pairwise
from random import Random

from tests.toolkit.paper.orders import handed_out, order, read
from toolkit.acts.codes import DIGITS, LETTERS
from toolkit.paper import pack
from toolkit.paper.slips import FIRST_TICKET, full_pages, stubs

CODE = re.compile(f"[{LETTERS}]{{3}}[{DIGITS}]{{2}}")


def test_every_slip_of_a_pack_has_its_own_code_and_ticket() -> None:
    made = handed_out(200)
    assert len({one.code for one in made}) == 200
    assert sorted(one.ticket for one in made) == list(range(FIRST_TICKET, FIRST_TICKET + 200))


def test_tickets_do_not_follow_the_order_of_the_codes() -> None:
    codes = [f"AAA{number}" for number in range(400)]
    made = stubs(codes, FIRST_TICKET, Random(3))
    tickets = [one.ticket - FIRST_TICKET for one in made]
    kept_in_place = sum(ticket == place for place, ticket in enumerate(tickets))
    rising = sum(before < after for before, after in pairwise(tickets))
    assert kept_in_place < 10
    assert 150 < rising < 250


def test_another_draw_of_chance_gives_other_tickets_to_the_same_codes() -> None:
    codes = [f"AAA{number}" for number in range(40)]
    assert stubs(codes, 1, Random(1)) != stubs(codes, 1, Random(2))


def test_slips_are_printed_eight_a_page_each_with_its_ticket_twice() -> None:
    made = order(slips=24)
    pages = read("slips", "en", made)
    assert len(pages) == 3
    assert [len(CODE.findall(page)) for page in pages] == [8, 8, 8]
    for one in made.stubs:
        (page,) = (page for page in pages if one.code in page)
        assert page.count(str(one.ticket)) == 2


def test_two_languages_share_the_slips_and_none_is_printed_twice() -> None:
    made = order(slips=16)
    sheets = pack.content(made, ["slips"], ["sl", "en"])["sheets"]
    assert isinstance(sheets, list)
    printed = [stub["code"] for sheet in sheets for stub in sheet["stubs"]]
    assert [len(sheet["stubs"]) for sheet in sheets] == [8, 8]
    assert printed == [one.code for one in made.stubs]


def test_no_page_of_slips_is_half_empty() -> None:
    assert [full_pages(people) for people in (1, 8, 9, 60)] == [8, 8, 16, 64]


def test_a_slip_carries_its_erasure_code_in_two_halves() -> None:
    made = order(slips=8)
    made = replace(made, stubs=tuple(replace(one, erasure=f"AB{place}D7XYZ") for place, one in enumerate(made.stubs)))
    (page,) = read("slips", "en", made)
    assert all(f"AB{place}D 7XYZ" in page for place in range(8))
