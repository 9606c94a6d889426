"""Marks by the number of clusters."""

import pytest

from carousel.votes import marks_for


@pytest.mark.parametrize(("clusters", "marks"), [(0, 0), (4, 0), (5, 3), (8, 3), (9, 4), (11, 4), (12, 5), (40, 5)])
def test_more_clusters_give_more_marks(clusters: int, marks: int) -> None:
    assert marks_for(clusters) == marks
