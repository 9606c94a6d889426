"""How many marks a resident has at the harvest (the carousel rules, "Harvest")."""


def marks_for(clusters: int) -> int:
    """5 marks from 12 clusters up, 4 for 9 to 11, 3 for 5 to 8; below 5 the room talks, so 0."""
    if clusters >= 12:
        return 5
    if clusters >= 9:
        return 4
    return 3 if clusters >= 5 else 0
