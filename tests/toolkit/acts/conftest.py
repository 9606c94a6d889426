"""What tests of acts share: a lock for contacts, made once because making it is slow."""

import pytest

from tests.toolkit.acts.interested import PHRASE
from toolkit.acts import sealing


@pytest.fixture(scope="session")
def lock() -> dict[str, str]:
    """The lock that PHRASE opens."""
    return sealing.new_lock(PHRASE)
