// The strip above the board: cards that may say the same, one group at a time. One gesture merges or tells apart.

function drawStrip(board) {
  const { words } = board.said;
  const found = board.now.proposals.filter((one) => one.ids.some((id) => passes(board.now.cards.get(id), board.filter)));
  const strip = board.parts.strip;
  strip.hidden = found.length === 0;
  board.asked = Math.min(board.asked, Math.max(0, found.length - 1));
  const asked = found[board.asked];
  board.proposal = asked ?? null;
  linkCards(board, asked);
  const drawn = asked ? JSON.stringify([board.asked, found.length, asked, asked.ids.map((id) => board.now.cards.get(id).name)]) : "";
  if (strip.dataset.drawn === drawn) return;
  const had = board.root.activeElement?.dataset?.same;
  strip.dataset.drawn = drawn;
  strip.replaceChildren(...(asked ? question(board, asked, found.length) : []));
  if (had) (strip.querySelector(`[data-same=${had}]`) ?? board.drawn.get(board.at)?.element)?.focus();
  strip.setAttribute("aria-label", words.same);
}

function question(board, asked, many) {
  const { words } = board.said;
  const shared = asked.words.length ? filled(words.both_say, { words: asked.words.join(", ") }) : "";
  const cards = asked.ids.map((id) => board.now.cards.get(id));
  const texts = cards.map((card) => make("li", "", { style: `--kind:${board.kinds.get(card.kind)?.colour}` }, card.name));
  // A name that is only the beginning of what stands there already needs no line of its own.
  const named = asked.new && !cards.some((card) => card.name.startsWith(asked.name.replace(/\s*…$/, "")));
  const turn = (by) => () => { board.asked = (board.asked + by + many) % many; drawStrip(board); };
  return [
    make("div", "asked", {},
      make("div", "ask", {}, make("h2", "", {}, words.same), shared ? make("span", "soft", {}, shared) : ""),
      make("ul", "texts", {}, ...texts),
      named ? make("div", "together soft", {}, `${words.same_name} `, make("b", "", {}, asked.name)) : ""),
    make(
      "div", "answer", {},
      button([words.merge, key("Y")], () => board.mergeProposal(), "main", { "data-same": "yes" }),
      button([words.not_same, key("N")], () => board.tellApart(), "", { "data-same": "no" }),
      many > 1 ? make("span", "turn", {},
        button("‹", turn(-1), "small", { "aria-label": words.back, "data-same": "back" }),
        make("span", "soft", {}, filled(words.same_place, { n: board.asked + 1, all: many })),
        button("›", turn(1), "small", { "aria-label": words.next, "data-same": "next" })) : "",
    ),
  ];
}

function linkCards(board, asked) {
  const linked = new Set(asked?.ids ?? []);
  for (const [id, { element }] of board.drawn) element.classList.toggle("linked", linked.has(id));
}
