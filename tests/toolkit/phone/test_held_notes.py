"""Words that must not be seen are behind no door: no page, stream, report, table or file of any stage shows them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZipFile, is_zipfile

import pytest
from pypdf import PdfReader
from sqlmodel import select
from starlette.routing import Route

from carousel.refusal import Refusal
from tests.staff import host_token, projector_key
from tests.toolkit.phone.conftest import Hall, Phone
from toolkit.acts import answering, harvesting, hosting, mentoring
from toolkit.acts.learning import corrections_csv
from toolkit.cli.documents import write_documents
from toolkit.compare.comparison import comparison
from toolkit.paper.takeaway import write_programme
from toolkit.phone.live.events import changes, state_payload
from toolkit.phone.live.picture import look, look_again
from toolkit.phone.live.stream import compact
from toolkit.phone.live.subscriber import Channel
from toolkit.phone.screen import screen_routes
from toolkit.store import Announcement, Transaction
from toolkit.store.evening import evening
from toolkit.store.slips import holder
from toolkit.store.sorting import corrections
from toolkit.store.tables import NoteRow
from toolkit.store.workshops import situation

NOW = datetime.now(UTC)
SECRET = "zxqv"
"""Stands in every text that nobody may see, and breaks at no end of a line."""
PHONE = "Pokličite me na 041 123 456"
"""A rule holds whatever says this."""


@dataclass
class Evening:
    """A hall whose residents left a note in every state in which its words must not be seen."""

    hall: Hall
    slips: tuple[str, ...]

    def asked(self, by: int) -> tuple[str, ...]:
        """The questions at the station where this resident is."""
        with_place = self.hall.store.read(situation, self.hall.workshop.code)
        group = self.hall.store.read(holder, self.slips[by]).group
        assert with_place.carousel is not None and group is not None
        return with_place.carousel.stations[with_place.carousel.station(group, with_place.step.round or 0) - 1]

    def write(self, text: str, *, by: int = 0, **fields: str) -> int:
        """A note of this resident at their station; its id."""
        given = {name: [value] for name, value in {"text": text, "question": self.asked(by)[0], **fields}.items()}
        return self.hall.store.write(answering.leave_note, self.slips[by], given, f"key {text}", NOW).note

    def act(self, act: Callable[..., object], *args: object, **named: object) -> None:
        self.hall.store.write(act, self.hall.workshop.id, *args, NOW, **named)


def arrive(hall: Hall, people: int = 8) -> tuple[Evening, str]:
    """Everybody checks in; the erasure code of the last one."""
    given = {"lives_in": ["this_ks"], "stakeholder_type": ["prebivalec"]}
    code = hall.workshop.code
    made = [
        hall.store.write(answering.check_in, code, given, f"resident {n}", "sl", NOW, Random(n)) for n in range(people)
    ]
    return Evening(hall, tuple(one.slip for one in made)), made[-1].erasure_code


def hide_all_kinds(at: Evening, erasure_code: str) -> None:
    """One note in each state, beside notes that everybody may read."""
    for number in range(6):
        at.write(f"Svetel prostor {number}", by=number)
    at.write(f"{PHONE} {SECRET} pravilo")
    kept = at.write(f"{PHONE} {SECRET} zadržano")
    at.act(hosting.settle_held, kept, "keep")
    redacted = at.write(f"{PHONE} {SECRET} izvirnik", by=1)
    at.act(hosting.settle_held, redacted, "redact", words="Pokličite me")
    hidden = at.write(f"Klop {SECRET} skrito", by=2)
    at.act(hosting.hide_note, hidden, reason=f"{SECRET} razlog")
    _own_gestures(at)
    _by_hand(at)
    _in_clusters(at)
    at.write(f"Klop {SECRET} izbrisano", by=len(at.slips) - 1)
    at.hall.store.write(answering.erase, at.hall.workshop.code, erasure_code, NOW)


def _own_gestures(at: Evening) -> None:
    write = at.hall.store.write
    write(answering.withdraw_note, at.slips[3], at.write(f"Klop {SECRET} umaknjeno", by=3), NOW)
    first = at.write(f"Klop {SECRET} popravljeno", by=4)
    write(answering.correct_note, at.slips[4], first, {"text": ["Klop brez naslonjala"]}, "new words", NOW)
    second = at.write("Klop z naslonjalom", by=4)
    worse = {"text": [f"{PHONE} {SECRET} popravek"]}
    write(answering.correct_note, at.slips[4], second, worse, "worse words", NOW)


def _by_hand(at: Evening) -> None:
    """What waits for a yes; and one let out in other words, with a remark beside it that nobody has read."""
    at.act(hosting.set_setting, "approve_by_hand", True)
    at.write(f"Klop {SECRET} ročno", by=5)
    beside = {"where": f"{SECRET} kraj", "when": f"{SECRET} čas"}
    there = next(by for by in range(len(at.slips)) if "S3_obstojece" in at.asked(by))
    with_remark = at.write(f"Klop {SECRET} z opombo", by=there, question="S3_obstojece", **beside)
    at.act(hosting.settle_held, with_remark, "redact", words="Klop pri šoli")
    at.act(hosting.set_setting, "approve_by_hand", False)


def _in_clusters(at: Evening) -> None:
    """The head of a cluster is hidden; the others stay, under words of their own."""
    head, other = at.write(f"Miza {SECRET} vodi", by=0), at.write("Miza za vse", by=1)
    at.act(harvesting.merge, head, [other])
    at.act(hosting.hide_note, head)
    parted = at.write(f"Peč in {SECRET} omara", by=2)
    at.act(harvesting.split_note, parted, [("need", "Peč"), ("need", f"Omara {SECRET} del")])
    at.act(hosting.hide_note, at.hall.store.read(id_of, f"Omara {SECRET} del"))


def id_of(tx: Transaction, text: str) -> int:
    return tx.exec(select(NoteRow.id).where(NoteRow.text == text)).one() or 0


def stage_of(hall: Hall) -> str:
    return hall.store.read(situation, hall.workshop.code).step.stage.value


def statuses(tx: Transaction) -> set[str]:
    return {row.status for row in tx.exec(select(NoteRow))}


def words_of(content: bytes) -> str:
    """Everything that can be read in a page or file, also in files inside it."""
    if content.startswith(b"%PDF"):
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    if is_zipfile(BytesIO(content)):
        packed = ZipFile(BytesIO(content))
        return "\n".join(words_of(packed.read(name)) for name in packed.namelist())
    return content.decode("utf-8-sig", errors="replace")


ONCE = re.compile(
    r'''(?s)data-csrf="[^"]*"|name="(csrf|key)" value="[^"]*"|"(now|left)":[\d.]+'''
    '''|<div id="clock".*?</div>|<progress.*?>'''
)
"""What is another each time or as time passes."""


def doors(hall: Hall, phone: Phone, *, report: bool = False) -> Iterator[tuple[str, str]]:
    """What a phone gets at every address that can be read, by the app's own table of routes; the `report` takes long
    to make and is the same for all."""
    own, here = hall.app.state.reception.settings, hall.workshop
    key = projector_key(hall.store, own, here.id)
    known = {"code": here.code, "token": host_token(hall.store, own.secret, here.id), "version": "x"}
    for route in hall.app.routes:
        if isinstance(route, Route) and "GET" in (route.methods or {"GET"}) and "{name}" not in route.path:
            if route.path.endswith(".pdf") and not report:
                continue
            path = re.sub(r"{(\w+)(:int)?}", lambda found: known[found[1]], route.path)
            answer = phone.client.get(path, params={"key": key, "lang": "sl"} if "screen" in path else {})
            yield route.path, words_of(answer.content)


@pytest.fixture
def house(hall: Hall) -> Hall:
    """A hall with its projector, whose streams end after their first event."""
    reception = hall.app.state.reception
    hall.app.routes.extend(screen_routes(hall.app.state.hub, reception.settings, lambda request: False))
    hall.app.state.hub.end_streams()
    return hall


def test_no_door_shows_a_word_of_them_at_any_stage(house: Hall) -> None:
    at, erasure_code = arrive(house)
    resident, stranger = house.phone("sl").check_in(), house.phone("sl")
    house.until("round")
    hide_all_kinds(at, erasure_code)
    house.store.write(mentoring.share_log, house.workshop.id, True, NOW)
    house.store.write(mentoring.share_report, house.workshop.id, True, NOW)
    assert house.store.read(statuses) >= {"held", "kept", "hidden", "withdrawn", "corrected", "erased", "parted"}
    pages, stages = "", set[str]()
    while stage_of(house) != "thanks":
        house.next()
        if stage_of(house) not in stages:
            stages.add(stage_of(house))
            for phone in (resident, stranger):
                for door, words in doors(house, phone, report=phone is stranger and stages >= {"thanks"}):
                    assert SECRET not in words, (stages, door)
                    pages += words
    assert len(stages) > 6
    assert all(f"Svetel prostor {number}" in pages for number in range(6))


def test_no_document_shows_a_word_of_them(house: Hall, tmp_path: Path) -> None:
    at, erasure_code = arrive(house)
    house.until("round")
    hide_all_kinds(at, erasure_code)
    house.until("thanks")
    store, code = house.store, house.workshop.code
    files = [*write_documents(store, code, tmp_path, NOW), *_programme(house, tmp_path)]
    made = {path.name: words_of(path.read_bytes()) for path in files}
    made["corrections"] = words_of(corrections_csv(store.read(corrections, demo=True)))
    assert len(made) == 17
    assert [name for name, words in made.items() if SECRET in words] == []
    assert "Svetel prostor 1" in made[next(name for name in made if "report_sl.pdf" in name)]


def _programme(house: Hall, folder: Path) -> tuple[Path, ...]:
    here = house.store.read(evening, house.workshop.id)
    return write_programme(comparison([here, house.store.read(evening, house.workshop.id)], NOW.date()), folder)


def test_a_note_that_is_held_moves_nothing_that_can_be_seen(house: Hall) -> None:
    at, _ = arrive(house)
    resident, stranger = house.phone("sl").check_in(), house.phone("sl")
    house.until("round")
    for number in range(6):
        at.write(f"Svetel prostor {number}", by=number)
    for stage in ("round", "harvest", "vote", "closing", "thanks"):
        house.until(stage)
        before = _still(house, resident, stranger)
        held = at.write(f"{PHONE} {stage}")
        assert _still(house, resident, stranger) == before, stage
        at.act(hosting.settle_held, held, "keep")
        assert _still(house, resident, stranger) == before, stage


def _still(house: Hall, *phones: Phone) -> list[tuple[str, str, str]]:
    """Every door's answer without what is new each time, and the tags that tell a change."""
    found = [(door, ONCE.sub("", words), "") for phone in phones for door, words in doors(house, phone)]
    for path in ("/step", "/results"):
        tag = phones[0].client.get(house.address + path).headers["etag"]
        assert phones[0].client.get(house.address + path, headers={"if-none-match": tag}).status_code == 304
        found.append((path, "", tag))
    return found


def test_screens_and_phones_are_told_nothing_of_it_not_even_that_something_happened(house: Hall) -> None:
    at, _ = arrive(house)
    house.until("round")
    at.write("Svetel prostor")
    heard: list[Announcement] = []
    house.store.listeners.append(heard.append)
    before = house.store.read(look, house.workshop.code, True, None)
    held = at.write(f"{PHONE} {SECRET}")
    at.act(hosting.settle_held, held, "keep")
    after = house.store.read(look_again, before, tuple(heard), True)
    for channel in (Channel("screen", "sl"), Channel("phone", "sl")):
        assert list(changes(before, after, channel, NOW)) == []
    assert SECRET not in compact(state_payload(after, "sl", NOW))
    at.act(hosting.settle_held, held, "publish")
    published = house.store.read(look_again, after, tuple(heard), True)
    assert SECRET in compact(dict(changes(after, published, Channel("screen", "sl"), NOW)))


@pytest.mark.parametrize("gesture", ["withdrawn", "corrected", "erased"])
def test_a_decision_that_comes_too_late_brings_no_words_back(house: Hall, gesture: str) -> None:
    at, erasure_code = arrive(house)
    house.until("round")
    mine, write = at.slips[-1], house.store.write
    note = at.write(f"{PHONE} {SECRET}", by=-1)
    if gesture == "withdrawn":
        write(answering.withdraw_note, mine, note, NOW)
    elif gesture == "corrected":
        write(answering.correct_note, mine, note, {"text": ["Klop"]}, "new words", NOW)
    else:
        write(answering.erase, house.workshop.code, erasure_code, NOW)
    for decision in ("publish", "redact", "keep"):
        with pytest.raises(Refusal, match="no longer there"):
            at.act(hosting.settle_held, note, decision, words="Druge besede")
    with pytest.raises(Refusal, match="no longer there"):
        at.act(hosting.hide_note, note)
    assert house.store.read(lambda tx: tx.get_one(NoteRow, note).status) == gesture
