"""An example typed on the page becomes a file that can be read again; what is wrong is refused at its field."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carousel.refusal import Refusal
from toolkit.content.good_practice import good_practice
from toolkit.content.good_practice_writing import FIELDS, add_practice, faults, remove_practice, restore_practice

TODAY = date(2026, 11, 22)
TYPED = {
    "name": "Hiša pri Šmarju", "place": "Šmarje", "since": "", "happens": "Pojemo.\n\nKuhamo: skupaj.", "runs": "",
    "learn": "Najprej vprašajmo.", "title": "Glasilo, maj 2026", "address": "https://example.org/a",
}  # fmt: skip


def test_what_was_typed_is_read_again(tmp_path: Path) -> None:
    id = add_practice(tmp_path / "good_practice", TYPED, "sl", TODAY)
    one = good_practice(tmp_path / "good_practice")[id]

    assert id == "hisa_pri_smarju"
    assert one.name["sl"] == "Hiša pri Šmarju"
    assert one.happens["sl"] == ("Pojemo.", "Kuhamo: skupaj.")
    assert one.sources[0].read == TODAY
    assert one.sources[0].site == "example.org"


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("name", " "), ("name", "n" * 51), ("place", ""), ("happens", "a\nb\nc\nd"), ("happens", "a" * 91),
        ("learn", ""), ("learn", "a\nb\nc"), ("title", ""), ("address", "example.org"), ("since", "s" * 41),
    ],
)  # fmt: skip
def test_what_is_wrong_is_refused_at_its_field(tmp_path: Path, field: str, typed: str) -> None:
    wrong = TYPED | {field: typed}

    assert list(faults(wrong)) == [field]
    with pytest.raises(Refusal) as refusal:
        add_practice(tmp_path, wrong, "sl", TODAY)
    assert refusal.value.data["field"] == field
    assert not list(tmp_path.iterdir())


def test_a_name_that_is_taken_is_refused(tmp_path: Path) -> None:
    add_practice(tmp_path, TYPED, "sl", TODAY)
    for name in ("Hiša pri šmarju!", "Rojc Pula"):
        with pytest.raises(Refusal, match="already"):
            add_practice(tmp_path, TYPED | {"name": name}, "sl", TODAY)


def test_an_example_is_removed_and_brought_back(tmp_path: Path) -> None:
    id = add_practice(tmp_path, TYPED, "sl", TODAY)
    remove_practice(tmp_path, id)
    assert id not in good_practice(tmp_path)
    restore_practice(tmp_path, id)
    assert id in good_practice(tmp_path)


@pytest.mark.parametrize("id", ["nothing", "../secret", "", "/etc/passwd", "rojc_pula"])
def test_only_ones_own_examples_can_be_removed(tmp_path: Path, id: str) -> None:
    (tmp_path / "secret.yaml").write_text("x", "utf-8")
    folder = tmp_path / "good_practice"
    folder.mkdir()
    for change in (remove_practice, restore_practice):
        with pytest.raises(Refusal) as refusal:
            change(folder, id)
        assert refusal.value.status == 404
    assert (tmp_path / "secret.yaml").exists()


@settings(max_examples=60)
@given(st.fixed_dictionaries({field: st.text(max_size=60) for field in FIELDS}))
def test_whatever_is_typed_is_kept_whole_or_refused(
    tmp_path_factory: pytest.TempPathFactory, typed: dict[str, str]
) -> None:
    folder = tmp_path_factory.mktemp("shelf")
    try:
        id = add_practice(folder, typed, "sl", TODAY)
    except Refusal as refusal:
        assert refusal.data["field"] in FIELDS
    else:
        assert good_practice(folder)[id].name["sl"].split() == typed["name"].split()
