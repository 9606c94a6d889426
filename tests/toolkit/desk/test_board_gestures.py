"""Reading what the board sends."""

from typing import Any

import pytest

from toolkit.acts import harvesting
from toolkit.desk.board_gestures import act_of

READ: list[tuple[dict[str, Any], Any, tuple[Any, ...]]] = [
    ({"gesture": "move", "cluster": 3, "theme": "mladi"}, harvesting.move_note, (3, "mladi")),
    ({"gesture": "confirm", "themes": {"3": "mladi", "x": "mladi"}}, harvesting.confirm_themes, ({3: "mladi"},)),
    ({"gesture": "merge", "into": 1, "others": [2, "3"], "name": ""}, harvesting.merge, (1, [2])),
    ({"gesture": "out", "note": 4, "cluster": 1}, harvesting.unmerge, (4,)),
    ({"gesture": "name", "cluster": 1, "name": "Vrt"}, harvesting.name_cluster, (1, "Vrt")),
    ({"gesture": "apart", "ids": [1, 2, 3]}, harvesting.keep_apart, ([1, 2, 3],)),
    ({"gesture": "split", "note": 1, "parts": [["need", "a"], ["offer", "b"]]}, harvesting.split_note,
     (1, [("need", "a"), ("offer", "b")])),
    ({"gesture": "undo"}, harvesting.undo_last, ()),
]  # fmt: skip


@pytest.mark.parametrize(("gesture", "act", "given"), READ, ids=[one[0]["gesture"] for one in READ])
def test_a_gesture_means_one_act(gesture: dict[str, Any], act: object, given: tuple[Any, ...]) -> None:
    found = act_of({"id": 1} | gesture)
    assert found is not None
    assert found[:2] == (act, given)


@pytest.mark.parametrize(
    "gesture",
    [
        {}, {"gesture": "fly"}, {"gesture": "move", "cluster": "3", "theme": "mladi"}, {"gesture": "move"},
        {"gesture": "merge", "into": None, "others": [], "name": ""}, {"gesture": "split", "note": 1, "parts": "ab"},
    ],
)  # fmt: skip
def test_what_cannot_be_read_means_nothing(gesture: dict[str, Any]) -> None:
    assert act_of(gesture) is None
