"""Figures as a readable table or as one line of JSON."""

import json
import os
import platform
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

Row = Mapping[str, str | int | float]


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that `share` (0 to 1) of all values do not exceed; NaN without values."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")


def tell(name: str, rows: Sequence[Row], as_json: bool, note: str = "") -> None:
    """Print the rows; the machine is named because absolute times depend on it."""
    machine = {"system": platform.system(), "cores": os.cpu_count(), "python": platform.python_version()}
    if as_json:
        told = {"bench": name, "at": datetime.now(UTC).isoformat(timespec="seconds"), "machine": machine}
        print(json.dumps(told | {"rows": [dict(row) for row in rows], "note": note}, ensure_ascii=False))
        return
    print(f"{name} · {machine['system']}, {machine['cores']} cores, Python {machine['python']}")
    columns = list(dict.fromkeys(column for row in rows for column in row))
    lines = [columns, *([shown(row.get(column, "")) for column in columns] for row in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(columns))]
    for line in lines:
        print("  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True)))
    if note:
        print(note)


def shown(value: str | float) -> str:
    """Three digits are enough to compare."""
    if isinstance(value, float) and value == value:
        return f"{value:.3g}" if abs(value) < 1000 else str(round(value))
    return str(value)
