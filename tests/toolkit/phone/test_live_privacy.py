"""What changes on phones and screens when a single person answers, votes or is forgotten: nothing that tells what."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlmodel import select

from carousel.workshop import CheckIn, Evening, Feedback, Interest, Vote, Workshop
from tests.toolkit.compare import crowds
from tests.toolkit.phone.conftest import Hall, Phone
from toolkit.acts import answering, hosting, mentoring
from toolkit.compare import versions
from toolkit.compare.gate import Count, Rate, Share, Tallies
from toolkit.compare.summary import Report, report
from toolkit.compare.unshared import before_it_is_shared
from toolkit.compare.versions import FORMS
from toolkit.phone.live.events import state_payload
from toolkit.phone.live.picture import Picture, look, look_again
from toolkit.phone.reception import Reception
from toolkit.store import Announcement, Store, Transaction, released
from toolkit.store.slips import erase, slip_row
from toolkit.store.tables import SlipRow

NOW = datetime(2026, 11, 26, 18, tzinfo=UTC)
Reader = Callable[..., Evening]


def figures(shown: Report) -> list[object]:
    """Every figure about people in a report, in order; how many came is seen in the hall."""
    return [value for value in _inside(replace(shown, people=shown.core)) if isinstance(value, Count | Rate | Tallies)]


def _inside(value: object) -> list[object]:
    if isinstance(value, Count | Rate | Tallies):
        return [value]
    if is_dataclass(value):
        return [one for each in fields(value) for one in _inside(getattr(value, each.name))]
    if isinstance(value, tuple):
        return [one for each in value for one in _inside(each)]
    if isinstance(value, dict):
        return [one for each in value.values() for one in _inside(each)]
    return []


def of_people(evening: Evening) -> tuple[tuple[object, ...], ...]:
    return evening.check_ins, evening.feedback, evening.interests, evening.votes


def arrives(evening: Evening, rng: Random) -> Evening:
    """One more thing happens: somebody comes, says how it was, leaves a form, sends it anew, or is forgotten."""
    what = rng.choice(("come", "closing", "closing", "interest", "anew", "erased"))
    before = rng.randint(1, 5)
    form = Feedback(overall=rng.randint(1, 5), need_before=before, need_after=rng.randint(1, 5), again="yes")
    if what == "come":
        who = CheckIn(lives_in="this_ks", age_band=rng.choice(("a30_44", "a75")), need_before=before)
        return replace(evening, check_ins=(*evening.check_ins, who))
    if what == "interest":
        return replace(evening, interests=(*evening.interests, Interest((rng.choice(("user", "co_creator")),))))
    kept = list(evening.feedback)
    if what in ("anew", "erased") and kept:
        kept.pop(rng.randrange(len(kept)))
    people = evening.check_ins[1:] if what == "erased" else evening.check_ins
    votes = evening.votes[1:] if what == "erased" else evening.votes
    return replace(evening, check_ins=people, votes=votes, feedback=(*kept, *((form,) if what != "erased" else ())))


def begin(seed: int) -> Evening:
    rng = Random(seed)
    workshop = Workshop(
        id=seed, code=f"L{seed}", title="Večer (demo)", community="Kraj (demo)", demo=True, date=NOW.date(),
        population=2000, population_source="SURS 2026",
    )  # fmt: skip
    evening = Evening(workshop=workshop, stage="thanks", marks=3, votes=(Vote(frozenset({1})),) * 9)
    for _ in range(30 + seed):
        evening = arrives(evening, rng)
    return evening


def prepared(tx: Transaction, community: int) -> Workshop:
    return mentoring.prepare_workshop(tx, community, title="Večer", day=NOW.date(), rng=Random(1))


@pytest.fixture
def restarted(tmp_path: Path) -> Iterator[Reader]:
    """Reads what is out of an evening; the program is started anew for every reading."""
    url = f"sqlite:///{tmp_path / 'released.sqlite'}"
    first = Store(url)
    community = first.write(mentoring.found_community, "Kraj", demo=True)
    own = first.write(lambda tx: prepared(tx, community)).id
    first.close()

    def read(evening: Evening, kinds: Sequence[str] = FORMS) -> Evening:
        held = replace(evening, workshop=replace(evening.workshop, id=own or 0))
        with closing(Store(url)) as store:
            store.write(released.put_out, held, kinds)
        with closing(Store(url)) as store:
            found = store.read(released.seen, held, kinds)
        assert found is not None
        return found

    yield read


@pytest.mark.parametrize("seed", range(3))
def test_two_readings_of_a_shared_report_never_differ_by_fewer_than_five_people(seed: int, restarted: Reader) -> None:
    rng, evening = Random(100 + seed), begin(seed)
    out = [restarted(evening)]
    for _ in range(24):
        evening = arrives(evening, rng)
        out.append(restarted(evening))
    for one in out:
        for other in out:
            for before, after in zip(of_people(one), of_people(other), strict=True):
                gone, come = Counter(before) - Counter(after), Counter(after) - Counter(before)
                assert max(gone.total(), come.total()) not in (1, 2, 3, 4)
    assert len({repr(of_people(one)) for one in out}) > 1, "and five people do change it"


@pytest.mark.parametrize("seed", range(8))
def test_what_is_kept_as_out_gives_the_same_figures_but_no_form(seed: int) -> None:
    whole = crowds.crowd(seed, people=30)
    out = versions.seen(whole, {kind: [versions.of(whole, kind)] for kind in FORMS})
    assert figures(report(out)) == figures(report(whole))
    assert not any(form.good or form.change or form.missing for form in out.feedback)
    alike = {repr(one) for one in whole.check_ins} & {repr(one) for one in out.check_ins}
    assert len(alike) < len({repr(one) for one in whole.check_ins}), "answers of one person are torn from each other"


def test_nothing_is_shown_before_it_is_kept(store: Store) -> None:
    community = store.write(mentoring.found_community, "Kraj", demo=True)
    own = store.write(lambda tx: prepared(tx, community))
    evening = replace(begin(1), workshop=own)
    assert store.read(released.seen, evening, FORMS) is None, "a kill between showing and keeping would forget it"
    store.write(released.put_out, evening, FORMS)
    assert store.read(released.seen, evening, FORMS) is not None


@pytest.mark.parametrize("seed", range(6))
def test_before_the_report_is_shared_no_figure_moves_with_a_form(seed: int) -> None:
    rng, evening = Random(seed), begin(seed)
    first = figures(before_it_is_shared(report(replace(evening, votes=()))))
    for _ in range(20):
        evening = arrives(evening, rng)
        assert figures(before_it_is_shared(report(replace(evening, votes=())))) == first


def test_a_share_is_among_the_figures_that_are_watched() -> None:
    assert any(isinstance(value, Count) and value.value for value in figures(report(begin(3))))
    assert Share in {type(measure.value) for measure in report(begin(3)).smileys}


def page(hall: Hall) -> str:
    """The results as they are read now, not those of five seconds ago, without how many came."""
    desk: Reception = hall.app.state.reception
    desk.figures.seconds = -1.0
    text = hall.phone().look("/results").split("<main", 1)[1]
    return re.sub(r'People: [^.]*\.|value="[^"]*"', "", text)


def close(phone: Phone, **fields: Any) -> None:
    phone.look("/closing")
    phone.send("/closing", **fields)


def test_the_results_on_phones_do_not_move_with_a_person_who_checks_in(hall: Hall) -> None:
    hall.phone().check_in(need_before="5")
    before = page(hall)
    for said in ("1", "5"):
        hall.phone().check_in(need_before=said)
        assert page(hall) == before


def test_a_shared_report_waits_for_five_late_forms(hall: Hall) -> None:
    phones = [hall.phone().check_in(need_before="4") for _ in range(24)]
    hall.until("thanks")
    for phone in phones[:12]:
        close(phone, overall="5", need_after="5")
    hall.store.write(mentoring.share_report, hall.workshop.id, True, NOW)
    before = page(hall)
    assert "12 / 12" in before or "12 of 12" in before
    for phone in phones[12:16]:
        close(phone, overall="1", need_after="1")
        assert page(hall) == before
    close(phones[16], overall="1", need_after="1")
    assert page(hall) != before


def hall_that_votes(hall: Hall) -> list[str]:
    """Slips of twelve residents and one official; the vote is open."""
    for who in (*["prebivalec"] * 12, "obcina"):
        hall.phone().check_in(stakeholder_type=who)
    hall.until("round")
    needs = [f"Misel številka {number} o prostoru." for number in range(8)]
    hall.store.write(hosting.host_notes, hall.workshop.id, "S2_potrebe", needs, "needs", NOW)
    hall.until("vote")
    with_slips = hall.store.read(lambda tx: [(row.id, row.official) for row in tx.exec(select(SlipRow))])
    return [slip for slip, official in with_slips if not official] + [slip for slip, official in with_slips if official]


def screen(hall: Hall, before: Picture | None = None, what: str = "vote") -> Picture:
    if before is None:
        return hall.store.read(look, hall.workshop.code, True, None)
    return hall.store.read(look_again, before, (Announcement(hall.workshop.id, what),), True)


def votes(picture: Picture) -> Any:
    return state_payload(picture, "en", NOW)["votes"]


def test_a_ballot_moves_nothing_but_the_number_of_residents_who_voted(hall: Hall) -> None:
    slips = hall_that_votes(hall)
    picture = screen(hall)
    marked = next(iter(picture.notes))
    for number, slip in enumerate(slips):
        hall.store.write(answering.cast_vote, slip, [marked], f"v{number}", NOW)
        after = screen(hall, picture)
        assert votes(after) == votes(picture)
        assert after.ballots - picture.ballots == (0 if slip == slips[-1] else 1)
        picture = after


def test_the_marks_of_a_single_official_are_nowhere(hall: Hall) -> None:
    slips = hall_that_votes(hall)
    first, *_, last = screen(hall).notes
    for number, slip in enumerate(slips):
        hall.store.write(answering.cast_vote, slip, [last if slip == slips[-1] else first], f"v{number}", NOW)
    hall.until("interest")
    said = votes(screen(hall))
    assert [row["officials"] for row in said["outcome"]["rows"]] == [""] and not said["outcome"]["any_officials"]
    assert "Officials who" not in page(hall)


def test_the_outcome_does_not_tell_what_a_forgotten_resident_had_marked(hall: Hall) -> None:
    slips = hall_that_votes(hall)
    first, *_, last = screen(hall).notes
    for number, slip in enumerate(slips):
        hall.store.write(answering.cast_vote, slip, [first if number < 6 else last], f"v{number}", NOW)
    hall.until("interest")
    before, read = screen(hall), page(hall)
    hall.store.write(lambda tx: erase(tx, slip_row(tx, slips[3])))
    after = screen(hall, before, "people")
    assert [row["count"] for row in votes(before)["outcome"]["rows"]] == ["6", "6"]
    assert votes(after) == votes(before)
    told = [re.findall(r"otes: [^<]*|oters: [^<]*|<td>[^<]*", one) for one in (read, page(hall))]
    assert told[0] == told[1] != []
