"""What is pushed to open pages: the hub, the public live state and its wire form.

A door makes one `Hub(store, settings.question_sets, settings.good_practice)`, enters `hub.running()` in its lifespan,
and answers with `events_response(request, hub, code, audience, lang)` and `step_json(request, hub, code, lang)`.
"""

from toolkit.phone.live.doors import events_response, step_json
from toolkit.phone.live.hub import Hub

__all__ = ["Hub", "events_response", "step_json"]
