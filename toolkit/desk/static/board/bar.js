// The bar above (undo, filters, whole screen) and the line below (why this theme, what the keys do).

function newBar(board) {
  const { words, kinds, sources } = board.said;
  const stations = [...new Set(board.said.cards.flatMap((card) => card.notes.map((note) => note.station)))].filter(Boolean).sort((a, b) => a - b);
  const undo = button("", () => board.undo(), "undo", { "aria-keyshortcuts": "Control+Z" });
  const word = make("input", "", { type: "search", placeholder: words.a_word, "aria-label": words.word, oninput: () => { board.filter.word = word.value; board.draw(); } });
  const chosen = board.filter;
  const select = (name, label, offered) => {
    const present = offered.some((one) => String(one.id) === chosen[name]);
    if (!present) chosen[name] = "";
    return make("select", chosen[name] ? "set" : "", { "aria-label": label, onchange(event) { chosen[name] = event.target.value; event.target.className = chosen[name] ? "set" : ""; board.draw(); } },
      make("option", "", { value: "" }, `${label}: ${words.all}`),
      ...offered.map((one) => make("option", "", { value: one.id, selected: String(one.id) === chosen[name] }, name === "station" ? `${label} ${one.name}` : one.name)));
  };
  word.value = chosen.word;
  board.parts.undo = undo;
  board.parts.word = word;
  board.parts.count = make("span", "soft shown");
  board.parts.clear = button(words.clear, () => { Object.keys(chosen).forEach((name) => { chosen[name] = ""; }); newBar(board); board.draw(); });
  board.parts.dark = button(icon("dark"), () => board.turnDark(), "small");
  board.parts.size = button(icon("whole"), () => board.turnWhole(), "small");
  const used = new Set(board.said.cards.map((card) => card.kind));
  const came = new Set(board.said.cards.flatMap((card) => card.notes.map((note) => note.source)));
  board.parts.bar.setAttribute("aria-label", words.tools);
  board.parts.bar.replaceChildren(
    undo,
    stations.length > 1 ? select("station", words.station, stations.map((one) => ({ id: one, name: one }))) : "",
    select("kind", words.kind, kinds.filter((kind) => used.has(kind.id))),
    came.size > 1 ? select("source", words.source, sources.filter((source) => came.has(source.id))) : "",
    word, board.parts.count, board.parts.clear, make("span", "gap"),
    button("?", () => askKeys(board), "small", { "aria-label": words.keys, title: words.keys }),
    board.parts.dark, board.parts.size,
  );
}

function drawBar(board) {
  const { words } = board.said;
  const { count } = board.parts;
  drawTools(board);
  const shown = [...board.visible.values()].reduce((sum, cards) => sum + cards.length, 0);
  const all = board.now.cards.size;
  count.textContent = shown < all ? filled(words.shown, { n: shown, all }) : "";
  board.parts.clear.hidden = !Object.values(board.filter).some(Boolean);
  board.parts.nothing.hidden = shown > 0 || !all;
  board.parts.nothing.textContent = words.nothing;
}

// The words that led to the theme of the card in hand, on a line of their own: nothing jumps.
function lens(board, element) {
  const card = element && board.now.cards.get(Number(element.dataset.card));
  if (!card) return;
  const { words, unsorted } = board.said;
  const theme = board.columns.get(card.theme)?.theme.name ?? "";
  const doubtful = !card.confirmed && card.theme !== unsorted;
  board.parts.lens.replaceChildren(make("b", "", {}, theme), doubtful ? ` – ${card.sure ? words.sure : words.unsure}, ${reason(board, card)}` : "");
}
