"""How long the rounds are, in seconds (the table "Clock" of the carousel rules)."""

from fractions import Fraction
from itertools import pairwise
from math import floor as rounded_down

from carousel.refusal import Refusal

MOVE = 90
MOVE_WITH_STAIRS = 150
FLOOR = 300
FLOOR_FOR_OLDER = 360
STEP = 30
EXTENSION = 60
MOST_EXTENSIONS = 2
PER_QUESTION_IN_A_CIRCLE = 7 * 60
WITHOUT_BREAK = 75 * 60

BREAK = 10 * 60
GALLERY = 8 * 60
HARVEST = 17 * 60  # with the vote the 25 minutes that the programme plans for the harvest
VOTE = 8 * 60
CLOSING = 10 * 60


def weight(round: int) -> Fraction:
    """max(0.5, 0.85^r): later rounds are shorter, since much is already written."""
    return max(Fraction(1, 2), Fraction(17, 20) ** round)


def round_seconds(total: int, rounds: int, *, move: int = MOVE, floor: int = FLOOR) -> tuple[int, ...]:
    """Share `total` by weight, each round rounded down to 30 s and the rest given to the first round.

    Refuses when the shortest round would fall below `floor`.
    """
    budget = total - (rounds - 1) * move
    weights = [weight(round) for round in range(rounds)]
    later = [rounded_down(budget * part / sum(weights) / STEP) * STEP for part in weights[1:]]
    lengths = (budget - sum(later), *later)
    if min(lengths) < floor:
        raise Refusal(
            "So many rounds do not fit into the time ({minutes} min). Merge stations or plan more time.",
            minutes=total // 60,
        )
    return lengths


def circle_seconds(questions: int) -> tuple[int, ...]:
    """One round in which a single circle talks 7 minutes about each question."""
    return (questions * PER_QUESTION_IN_A_CIRCLE,)


def break_after(rounds: int, total: int) -> int | None:
    """How many rounds are held before the proposed break; None when no break is needed (75 minutes or less)."""
    return middle(rounds) if total > WITHOUT_BREAK else None


def middle(rounds: int) -> int | None:
    """floor(R/2), the one place between rounds where a break fits; None when nothing lies between."""
    return rounds // 2 or None


def extend(lengths: tuple[int, ...], round: int, *, seconds: int = EXTENSION, floor: int = FLOOR) -> tuple[int, ...]:
    """Give a round more time and take it from the later rounds by weight; the sum stays the same.

    Refuses in the last round, and when a later round would fall below `floor`.
    """
    if round >= len(lengths) - 1:
        raise Refusal("The last round cannot be extended. No later round can give the time.", status=409)
    later = [
        length - cut for length, cut in zip(lengths[round + 1 :], shares(seconds, round, len(lengths)), strict=True)
    ]
    if min(later) < floor:
        raise Refusal("A later round would become too short. Drop the last round instead.", status=409)
    return (*lengths[:round], lengths[round] + seconds, *later)


def shares(seconds: int, round: int, rounds: int) -> list[int]:
    """Whole seconds that each round after `round` gives, by weight; they add up to `seconds` exactly."""
    weights = [weight(later) for later in range(round + 1, rounds)]
    bounds = [rounded_down(seconds * sum(weights[:count]) / sum(weights)) for count in range(len(weights) + 1)]
    return [end - start for start, end in pairwise(bounds)]
