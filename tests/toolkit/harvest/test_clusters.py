"""Notes brought together under their head."""

from carousel.workshop import Note
from toolkit.harvest.clusters import by_theme, numbered, of, votable


def note(id: int, cluster: int = 0, kind: str = "need", theme: str = "druzenje", **more: int) -> Note:
    return Note(id=id, question="q", kind=kind, text=f"note {id}", cluster=cluster, theme=theme, **more)  # type: ignore[arg-type]


def test_a_note_alone_is_its_own_cluster() -> None:
    assert [(each.id, each.note_ids) for each in of([note(1), note(2, 2)])] == [(1, (1,)), (2, (2,))]


def test_merged_notes_stay_readable_and_their_ticks_are_summed() -> None:
    (cluster,) = of([note(1, 1, ticks=3, exposed=9), note(2, 1, ticks=2, exposed=5)])
    assert (cluster.id, cluster.note_ids, cluster.ticks, cluster.exposed) == (1, (1, 2), 5, 14)


def test_the_name_is_the_heads_own_words_until_somebody_names_it() -> None:
    assert of([note(1)])[0].name == "note 1"


def test_a_merge_of_a_merge_ends_at_the_last_head() -> None:
    assert of([note(1, 2), note(2, 3), note(3, 3)])[0].note_ids == (3, 1, 2)


def test_a_circle_of_merges_ends() -> None:
    assert of([note(1, 2), note(2, 1)])[0].note_ids == (1, 2)


def test_a_withdrawn_head_leaves_its_cluster_to_the_others() -> None:
    (cluster,) = of([note(2, 1), note(3, 1)])
    assert (cluster.id, cluster.name) == (1, "note 2")


def test_only_needs_and_images_are_voted_on() -> None:
    kinds = ("need", "image", "existing", "offer", "interest", "constraint", "other")
    clusters = of([note(id, kind=kind) for id, kind in enumerate(kinds, 1)])
    assert [each.kind for each in votable(clusters)] == ["need", "image"]


def test_the_theme_with_most_notes_comes_first() -> None:
    clusters = of([note(1, theme="kultura"), note(2, theme="mladi"), note(3, theme="mladi")])
    assert list(by_theme(clusters)) == ["mladi", "kultura"]


def test_numbers_go_theme_by_theme_before_the_vote() -> None:
    clusters = of([note(1, theme="kultura"), note(2), note(3), note(4, kind="offer")])
    assert {number: one.id for number, one in numbered(clusters).items()} == {1: 2, 2: 3, 3: 1}


def test_numbers_stay_when_clusters_come_go_and_change_their_theme() -> None:
    clusters = of([note(1, theme="kultura"), note(2, theme="kultura"), note(5), note(6)])
    assert {number: one.id for number, one in numbered(clusters, (2, 3, 1)).items()} == {1: 2, 3: 1, 4: 5, 5: 6}
