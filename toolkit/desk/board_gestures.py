"""What the board sends, read as acts: each gesture of the list is carried out once."""

from collections.abc import Sequence

from toolkit.acts import harvesting
from toolkit.desk.gestures import Act, Gesture


def act_of(gesture: Gesture) -> Act | None:
    """The act that a gesture means, with what it takes after the workshop; None when it cannot be read."""
    match gesture:
        case {"gesture": "move", "cluster": int(cluster), "theme": str(theme)}:
            return harvesting.move_note, (cluster, theme), {}
        case {"gesture": "confirm", "themes": dict(themes)}:
            right = {int(one): theme for one, theme in themes.items() if one.isdigit() and isinstance(theme, str)}
            return harvesting.confirm_themes, (right,), {}
        case {"gesture": "merge", "into": int(into), "others": list(others), "name": str(name)}:
            return harvesting.merge, (into, _ids(others)), {"name": name}
        case {"gesture": "out", "note": int(note)}:
            return harvesting.unmerge, (note,), {}
        case {"gesture": "name", "cluster": int(cluster), "name": str(name)}:
            return harvesting.name_cluster, (cluster, name), {}
        case {"gesture": "apart", "ids": list(ids)}:
            return harvesting.keep_apart, (_ids(ids),), {}
        case {"gesture": "split", "note": int(note), "parts": list(parts)}:
            return harvesting.split_note, (note, [tuple(map(str, part)) for part in parts if len(part) == 2]), {}
        case {"gesture": "undo"}:
            return harvesting.undo_last, (), {}
    return None


def _ids(values: Sequence[object]) -> list[int]:
    return [value for value in values if isinstance(value, int)]
