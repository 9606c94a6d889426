"""The program's door: the ASGI app when imported, the staff's Streamlit script when run."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from toolkit.desk.frame import excuse
from toolkit.desk.navigation import desk_pages, page_names

if __name__ == "__main__":
    desk_pages().run()
else:
    from streamlit.components.v2 import manifest_scanner
    from streamlit.runtime.pages_manager import PagesManager

    from toolkit.desk.doors import Staff, doors_app
    from toolkit.desk.gate import Gate
    from toolkit.desk.order import keep_order
    from toolkit.phone.app import phone_app
    from toolkit.phone.screen import screen_routes
    from toolkit.settings import settings
    from toolkit.store import opened

    own = settings()
    store = opened(own)
    staff = Staff(store, own)
    residents = phone_app(store, own)
    residents.routes.extend(screen_routes(residents.state.hub, own, staff.present))
    doors = doors_app(store, own)
    gate = Middleware(
        Gate, residents=residents, doors=doors, staff=staff.present, hosts=own.hosts, https=own.https,
        pages=page_names(),
    )  # fmt: skip
    # The sidebar is ours from the very first page: without this Streamlit lists the files in pages/ by name.
    PagesManager.uses_pages_directory = False
    # No package brings components of its own; looking for some in all of them would hold up the first phone.
    manifest_scanner.scan_component_manifests = lambda max_workers=None: []
    keep_order()
    app = st.App(
        Path(__file__),
        middleware=[gate],
        lifespan=lambda _: residents.router.lifespan_context(residents),  # type: ignore[arg-type, return-value]
        on_script_error=excuse,
    )
