// The two sides as lists: what was said by the server, with the gestures it has not answered yet on top.

const MORE = 30;  // other offers shown at once
const SHORT = 44;  // letters of a note in a sentence
const ORDER = { confirmed: 0, suggested: 1, declined: 2 };

function linksNow(said, waiting) {
  const links = new Map(said.links.map((link) => [`${link.need} ${link.offer}`, link]));
  for (const { gesture, link } of waiting) {
    if (!link) continue;
    const at = `${link.need} ${link.offer}`;
    const state = gesture === "confirm" ? "confirmed" : "declined";
    links.set(at, { score: 0, because: "", pairs: [], ...link, ...links.get(at), state });
  }
  const byNeed = new Map(said.needs.map((need) => [need.id, []]));
  links.forEach((link) => byNeed.get(link.need)?.push(link));
  byNeed.forEach((own) => own.sort((one, other) => ORDER[one.state] - ORDER[other.state]));
  return byNeed;
}

function count(own, state) {
  return own.filter((link) => link.state === state).length;
}

function needsShown(page) {
  const { filter, chosen, now, said } = page;
  const word = plain(filter.word);
  return said.needs.filter((need) => {
    if (need.id === chosen) return true;
    const met = count(now.get(need.id), "confirmed") > 0;
    if ((filter.which === "open" && met) || (filter.which === "confirmed" && !met)) return false;
    return !word || plain([need.name, ...need.said].join(" ")).includes(word);
  });
}

function needCard(page, need) {
  const { words } = page.said;
  const own = page.now.get(need.id);
  const [met, likely] = [count(own, "confirmed"), count(own, "suggested")];
  const state = [
    met ? make("b", "met", {}, filled(words.count_confirmed, { n: met })) : "",
    likely ? make("span", "", {}, filled(words.count_suggested, { n: likely })) : "",
    met || likely ? "" : make("span", "unmet", {}, words.nothing_found),
  ].filter(Boolean);
  return make("li", "", {},
    make("button", "card need", {
      type: "button", style: `--kind:${need.colour}`, "data-need": need.id, "data-focus": `need ${need.id}`,
      "aria-pressed": String(need.id === page.chosen), onclick: () => page.choose(need.id),
    },
    make("span", "name", {}, need.name),
    make("span", "facts", {}, make("span", "", {}, need.theme), make("span", "state", {}, ...state))));
}

function offerCard(page, offer, link) {
  const { words } = page.said;
  const state = link?.state ?? "other";
  const reason = link ? why(page, offer, link) : "";
  const act = (what, label, letter, classes = "") => button(
    [label, letter ? key(letter) : ""], () => page.decide(what, offer, link), classes,
    { "data-focus": `${what} ${offer.id}`, "aria-label": `${label}: ${short(offer.name)}` });
  const acts = {
    suggested: () => [act("confirm", words.confirm, "Y", "main"), act("decline", words.decline, "N")],
    confirmed: () => [make("b", "met", {}, `✓ ${words.is_confirmed}`), act("decline", words.take_back, "", "quiet")],
    declined: () => [make("span", "soft", {}, words.is_declined), act("confirm", words.confirm, "", "quiet")],
    other: () => [act("confirm", words.confirm, "", "quiet")],
  }[state]();
  return make("li", `card offer ${state}`, { style: `--kind:${offer.colour}`, "data-offer": offer.id },
    make("span", "name", {}, offer.name),
    make("span", "facts", {}, make("span", "", {}, `${offer.facts} · ${offer.theme}`),
      offer.community ? make("b", "community", {}, filled(words.from, { community: offer.community })) : ""),
    reason && state !== "declined" ? make("span", "because", {}, reason) : "",
    make("span", "acts", {}, ...acts));
}

function why(page, offer, link) {
  const { words } = page.said;
  if (link.because) return filled(words.because, { words: link.because });
  if (!link.score) return words.by_hand;
  return offer.theme === page.need.theme ? words.same_theme : "";
}

function drawLeft(page) {
  const { words } = page.said;
  const needs = page.needs;
  const cards = needs.map((need) => needCard(page, need));
  page.parts.left.replaceChildren(...(cards.length ? [make("ul", "", {}, ...cards)] : [make("p", "soft", {}, words.no_needs)]));
}

function drawRight(page) {
  const { words, offers } = page.said;
  const { right } = page.parts;
  const need = page.need;
  if (!offers.length) return right.replaceChildren(make("p", "soft", {}, words.no_offers));
  if (!need) return right.replaceChildren(make("p", "soft", {}, words.choose));
  const byId = new Map(offers.map((offer) => [offer.id, offer]));
  const own = page.now.get(need.id).filter((link) => byId.has(link.offer));
  const linked = new Set(own.map((link) => link.offer));
  const word = plain(page.filter.offer);
  const others = offers.filter((one) => !linked.has(one.id) && (!word || plain([one.name, ...one.said].join(" ")).includes(word)));
  const shown = others.slice(0, page.shown);
  right.replaceChildren(
    make("h3", "whom", {}, need.name),
    own.length ? make("ul", "likely", {}, ...own.map((link) => offerCard(page, byId.get(link.offer), link)))
      : make("p", "soft", {}, words.no_likely),
    make("div", "rest", {}, make("h4", "", {}, words.other_offers), searchOffers(page)),
    shown.length ? make("ul", "others", {}, ...shown.map((one) => offerCard(page, one, null)))
      : make("p", "soft", {}, word ? words.none_left : ""),
    others.length > shown.length ? button(filled(words.more, { n: others.length - shown.length }),
      () => { page.shown += MORE * 3; page.draw(); }, "", { "data-focus": "more" }) : "",
  );
}

function searchOffers(page) {
  const { words } = page.said;
  const box = make("input", "", {
    type: "search", placeholder: words.a_word, "aria-label": words.word, "data-focus": "offer word",
    oninput: () => { page.filter.offer = box.value; page.draw(); },
  });
  box.value = page.filter.offer;
  return box;
}
