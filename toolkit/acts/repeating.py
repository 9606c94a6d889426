"""An act that a browser sends again until it hears that it was done: the store carries it out once."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from toolkit.store import Transaction, gestures


def once(act: Callable[..., Any], client: str, number: int) -> Callable[..., Any]:
    """The act under the key of a browser's numbered gesture; None comes back when it was carried out before. It keeps
    the act's own name and signature, and is done in one commit with its number: a crash leaves both or neither."""

    @wraps(act)
    def keyed(tx: Transaction, workshop_id: int, *given: Any, **named: Any) -> Any:
        if gestures.last_of(tx, workshop_id, client) >= number:
            return None
        result = act(tx, workshop_id, *given, **named)
        gestures.remember(tx, workshop_id, client, number)
        return result

    return keyed
