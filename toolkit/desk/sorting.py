"""The clusters as they stand now, read once until the workshop changes."""

from toolkit.desk.frame import Desk
from toolkit.desk.remembered import remembered
from toolkit.harvest.clusters import Cluster, of
from toolkit.store.notes import published
from toolkit.store.workshops import Situation


def read_clusters(desk: Desk, where: Situation) -> tuple[Cluster, ...]:
    """Every cluster of the workshop as it stands now."""
    return remembered(desk, "clusters", where, lambda: of(desk.ask(published, where)))
