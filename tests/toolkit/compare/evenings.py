"""Small evenings to test with; invented, nobody said this."""

from datetime import UTC, date, datetime

from carousel.workshop import CheckIn, Evening, Feedback, Interest, LogEntry, Note, Source, Vote, Workshop

SHOWN = datetime(2026, 11, 26, 18, tzinfo=UTC)


def workshop(id: int = 1, community: str = "Golnik (demo)") -> Workshop:
    return Workshop(
        id=id, code=f"AAA{id}", title="Večer", community=community, demo=True, date=date(2026, 11, 26),
        population=2000, population_source="SURS 2026",
    )  # fmt: skip


def note(id: int, kind: str = "need", theme: str = "druzenje", cluster: int = 0, ticks: int = 0) -> Note:
    return Note(
        id=id, question="S1", kind=kind, text=f"misel {id}", theme=theme, cluster=cluster, ticks=ticks, exposed=12,
        source=Source.PAPER if id % 2 else Source.OWN,
    )  # fmt: skip


NOTES = (
    note(1, "image", "prostor_oprema"),
    note(2, ticks=9),
    note(3, cluster=2),
    note(4, theme="mladi", ticks=3),
    note(5, "existing"),
    note(6, "offer"),
    note(7, "constraint"),
    note(8, "interest"),
)


def evening(id: int = 1, community: str = "Golnik (demo)", people: int = 24, yes: int = 20) -> Evening:
    """Everybody lives here; `yes` say 4 before and 5 after; all vote for note 2 or its merged twin, officials too."""
    check_ins = tuple(
        CheckIn(lives_in="this_ks", age_band="a65_74" if each % 2 else "a30_44", channels=("sosed",),
                need_before=4 if each < yes else 2)
        for each in range(people)
    )  # fmt: skip
    feedback = tuple(
        Feedback(overall=5, need_before=each.need_before, need_after=5 if each.need_before == 4 else 2, again="yes_")
        for each in check_ins
    )
    residents = tuple(Vote(frozenset({2, 3} if each % 2 else {2, 4})) for each in range(people - 2))
    return Evening(
        workshop=workshop(id, community), stage="thanks", rounds=5, minutes_per_round=(20, 15.5, 13, 11, 9.5),
        check_ins=check_ins, notes=NOTES, votes=(*residents, Vote(frozenset({1}), True)), marks=3, feedback=feedback,
        interests=(Interest(("user", "collaboration_partner"), (), True),) * 6, held=1,
        log=(LogEntry(at=SHOWN, what="kept", note=9, reason="hold_rude"),
             LogEntry(at=SHOWN, what="merged", note=3, reason="typed by hand about somebody")),
    )  # fmt: skip
