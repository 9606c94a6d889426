"""Every route of the assembled program, one a line: "door METHOD,METHOD path". For tests; run as a module."""

import warnings
from collections.abc import Iterable, Iterator

from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute


def told(door: str, routes: Iterable[BaseRoute]) -> Iterator[str]:
    """The lines of a door; what is neither a route nor a mount is told by its kind, so that it stands out."""
    for route in routes:
        if isinstance(route, Route):
            yield f"{door} {','.join(sorted(route.methods or {'GET'}))} {route.path}"
        elif isinstance(route, WebSocketRoute):
            yield f"{door} WEBSOCKET {route.path}"
        elif isinstance(route, Mount):
            yield f"{door} MOUNT {route.path or '/'}"
        else:
            yield f"{door} {type(route).__name__} ?"


def main() -> None:
    """Assemble the program as a server would, and print."""
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

    import workshop_app

    with TestClient(workshop_app.app):
        desk = workshop_app.app._starlette_app
        assert desk is not None
        lines = [
            *told("residents", workshop_app.residents.routes),
            *told("doors", workshop_app.doors.routes),
            *told("desk", desk.routes),
        ]
        print("\n".join(sorted(set(lines))), flush=True)


if __name__ == "__main__":
    main()
