// The keyboard: up and down in the list in hand, right to what could serve, Y and N to decide, Ctrl+Z to take back.

function listenToKeys(page) {
  page.parts.sides.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event)) return;
    const act = KEYS[event.key.length > 1 ? event.key : event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act(page, event.target.closest("[data-offer]"));
  });
}

const KEYS = {
  ArrowDown: (page, offer) => (offer ? stepOffer(page, offer, 1) : stepNeed(page, 1)),
  ArrowUp: (page, offer) => (offer ? stepOffer(page, offer, -1) : stepNeed(page, -1)),
  ArrowRight: (page) => page.parts.right.querySelector("[data-offer] button")?.focus(),
  ArrowLeft: (page) => page.focus(`need ${page.chosen}`),
  y: (page, offer) => byLetter(page, offer, "confirm"),
  n: (page, offer) => byLetter(page, offer, "decline"),
};

function stepNeed(page, by) {
  const place = page.needs.findIndex((need) => need.id === page.chosen);
  const next = page.needs[Math.min(Math.max(place + by, 0), page.needs.length - 1)];
  if (next) page.choose(next.id);
}

function stepOffer(page, offer, by) {
  const cards = [...page.parts.right.querySelectorAll("[data-offer]")];
  const next = cards[cards.indexOf(offer) + by];
  next?.querySelector("button")?.focus();
}

// The offer in hand, else the first that waits for a decision.
function byLetter(page, element, what) {
  const own = page.now.get(page.chosen) ?? [];
  const wanted = element ? Number(element.dataset.offer) : own.find((link) => link.state === "suggested")?.offer;
  const offer = page.said.offers.find((one) => one.id === wanted);
  const link = own.find((one) => one.offer === wanted) ?? null;
  const already = { confirm: "confirmed", decline: "declined" }[what];
  if (offer && link?.state !== already && (what === "confirm" || link)) page.decide(what, offer, link, Boolean(element));
}
