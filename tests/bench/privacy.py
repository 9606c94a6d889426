"""`bench privacy`: evenings that a thief and a reader attack: pairs matched, hidden numbers solved."""

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from carousel.stage import Stage
from tests.bench.figures import Row, tell
from tests.toolkit.compare import attacker, crowds
from tests.toolkit.store.leaving import before_the_thanks
from tests.toolkit.store.linking import TICKETS, Matched, attack
from toolkit.compare.summary import report
from toolkit.store import Store

SIZES, PEOPLE, MOST = (20,), 30, 330.0  # evenings; people in each; seconds


def matched(seed: int) -> dict[str, Matched]:
    """What the thief gets right while the evening runs, and after its thanks."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "vrtiljak.sqlite"
        with closing(Store(f"sqlite:///{path}")) as store:
            hall, contacts, tickets = before_the_thanks(store, seed, PEOPLE)
            running = attack(path, contacts)
            hall.go_to(Stage.THANKS)
            after = attack(path, contacts)
            blind = attack(path, dict(zip(contacts, sorted(contacts.values()), strict=True)))
        return {"while it runs": running, "after the thanks": after, "stopped": attack(path, contacts), "chance": blind,
                "tickets": attack(path, tickets, other=TICKETS)}  # fmt: skip


def main(as_json: bool, sizes: tuple[int, ...]) -> None:
    """Print a row for each attack, with the best of all orders and the mean of the best."""
    rows: list[Row] = []
    for evenings in sizes or SIZES:
        began, found = monotonic(), list[dict[str, Matched]]()
        while len(found) < evenings and monotonic() - began < MOST:
            found.append(matched(len(found)))
        for name in found[0]:
            right = [one[name].right for one in found]
            rows.append({"attack": name, "evenings": len(found), "pairs": PEOPLE, "orders": found[0][name].tried,
                         "most right": max(right), "mean": round(sum(right) / len(right), 1)})  # fmt: skip
        readers = [attacker.reads(report(crowds.crowd(seed))) for seed in range(evenings)]
        rows.append({"attack": "hidden numbers", "evenings": evenings, "pairs": sum(len(one.hidden) for one in readers),
                     "most right": sum(len(one.solved()) for one in readers)})  # fmt: skip
    tell("privacy", rows, as_json, "goal: the best of all orders is no better than chance; no hidden number solved")
