"""One rehearsing resident: reads the page it is given and does what it asks."""

import asyncio
import re
from collections import Counter
from random import Random

import httpx

from toolkit.rehearse.forms import Choice, Form, Page, read
from toolkit.rehearse.words import answer

THINKING = 25.0  # seconds a person needs for a note; the field's two to three notes a round follow from it
LOOKING = 2.0  # seconds between two looks at the step
DONE = ("thanks", "gone", "done")
JSON = {"Accept": "application/json"}
PRIVATE = re.compile(r"name|ime|phone|mail|contact|companion", re.IGNORECASE)


class Resident:
    """Plays one phone. `counts` gathers what the server acknowledged; `texts` the notes it acknowledged."""

    def __init__(self, client: httpx.AsyncClient, code: str, rng: Random, language: str, speed: float) -> None:
        self.client, self.code, self.rng, self.language, self.speed = client, code, rng, language, speed
        self.counts: Counter[str] = Counter()
        self.texts: list[str] = []
        self.stage = ""
        self.place = ""
        self.done_at = ""
        self.etag = ""
        self.version = self.told = ""

    async def play(self) -> None:
        """From check-in to thanks; ends early only when cancelled or turned away."""
        await self.think(THINKING / 2)
        while self.stage not in DONE:
            page = await self.look()
            if page is not None:
                await self.act(page)
            await self.wait_for_step()

    async def look(self) -> Page | None:
        """The page as it is now; None when the server has no time or the slip is gone."""
        answered = await self.client.get(f"/w/{self.code}", headers={"Accept-Language": self.language})
        if answered.status_code in (404, 410):
            self.stage = "gone"
        if not answered.is_success:
            self.counts["refused"] += 1
            return None
        page = read(answered.text)
        self.stage = page.body.get("data-stage", self.stage)
        self.place = f"{self.stage} {page.body.get('data-place', '')}"
        self.version = page.body.get("data-version", "")
        return page

    async def act(self, page: Page) -> None:
        """Check in, write and tick, vote, or close, once a place and stage."""
        place = self.place
        if form := page.form("checkin"):
            await self.send(form, self.filled(form), "check-ins", follow=True)
        elif place == self.done_at:
            return
        elif page.form("notes"):
            await self.write(page)
            if self.stage == "open":
                await self.go_home()
        elif form := page.form("vote"):
            await self.send(form, self.filled(form), "votes", follow=True)
        elif form := page.form("closing"):
            await self.send(form, self.filled(form), "closing forms", follow=True)
        self.done_at = place

    async def write(self, page: Page) -> None:
        """One to three notes at this place, and a tick for two of five earlier notes."""
        places = [form for form in page.forms if form.verb == "notes"]
        for form in [form for form in page.forms if form.verb == "tick" and form.hidden.get("on") == "1"]:
            if self.rng.random() < 0.4:
                await self.send(form, {}, "ticks")
        for form in self.rng.choices(places, k=self.rng.randint(1, 3)):
            await self.think(THINKING)
            given = self.filled(form)
            kind = next(iter(given.get("kind", [])), "need")
            text = answer(self.rng, self.language, kind)
            key = f"{self.rng.getrandbits(128):032x}"
            if await self.send(form, given | {"text": [text], "key": [key]}, "notes"):
                self.texts.append(text)

    async def go_home(self) -> None:
        """An open house has no end of its own: fill in the closing form and leave."""
        page = read((await self.client.get(f"/w/{self.code}/closing")).text)
        if form := page.form("closing"):
            await self.send(form, self.filled(form), "closing forms", follow=True)
        self.stage = "done"

    def filled(self, form: Form) -> dict[str, list[str]]:
        """A choice for every question of a form; nothing private, no text."""
        return {name: self.chosen(choice) for name, choice in form.choices.items() if not PRIVATE.search(name)}

    def chosen(self, choice: Choice) -> list[str]:
        """One radio button, or a few boxes."""
        if not choice.several:
            return [self.rng.choice(choice.values)]
        most = min(choice.most or 2, len(choice.values))
        return self.rng.sample(choice.values, self.rng.randint(min(1, most), most))

    async def send(self, form: Form, given: dict[str, list[str]], what: str, *, follow: bool = False) -> bool:
        """Post a form; True and counted when the server acknowledged it. A busy server is asked again."""
        data = {name: [value] for name, value in form.hidden.items()} | given
        for attempt in range(5):
            answered = await self.client.post(
                form.action, data=data, headers={} if follow else JSON, follow_redirects=follow
            )
            if answered.status_code not in (429, 503):
                break
            await asyncio.sleep(min(5.0, float(answered.headers.get("Retry-After", 1)) + attempt))
        if answered.is_success:
            self.counts[what] += 1
        else:
            self.counts["too late" if await self.moved_on() else "refused"] += 1
        return answered.is_success

    async def moved_on(self) -> bool:
        """Whether the evening has gone on since the page was read: then a refusal is nobody's fault."""
        before = self.place
        await self.look()
        return self.place != before

    async def wait_for_step(self) -> None:
        """Come back when the step is another than that of the page, as a phone without events does."""
        while self.stage not in DONE:
            headers = {"If-None-Match": self.etag} if self.etag else {}
            answered = await self.client.get(f"/w/{self.code}/step", headers=headers)
            if answered.is_success:
                self.etag, self.told = answered.headers["ETag"], str(answered.json()["version"])
            if answered.is_success and self.told != self.version:
                return
            await self.think(LOOKING)
            if answered.is_error or self.told != self.version:
                return

    async def think(self, seconds: float) -> None:
        """Wait about this long in the evening's time."""
        await asyncio.sleep(max(0.02, seconds * self.rng.uniform(0.6, 1.4) / self.speed))
