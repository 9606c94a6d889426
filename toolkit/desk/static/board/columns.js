// The columns: one for each theme, in the vocabulary's order; empty ones are folded to a narrow target.

function newColumns(board) {
  board.columns = new Map();
  for (const theme of board.said.themes) {
    const head = make("header", "");
    const cards = make("div", "cards", { "data-theme": theme.id });
    const foot = make("footer", "");
    const element = make("section", "column", { role: "group", "data-theme": theme.id }, head, cards, foot);
    board.columns.set(theme.id, { theme, element, head, cards, foot, headed: "" });
  }
  board.parts.columns.replaceChildren(...[...board.columns.values()].map((column) => column.element));
}

function drawColumns(board) {
  const inside = new Map([...board.columns.keys()].map((theme) => [theme, []]));
  for (const card of board.now.cards.values()) {
    if (passes(card, board.filter)) (inside.get(card.theme) ?? inside.get(board.said.unsorted)).push(card);
  }
  board.visible = inside;
  for (const column of board.columns.values()) drawColumn(board, column, inside.get(column.theme.id).sort(byWeight));
  for (const id of [...board.drawn.keys()]) if (!board.now.cards.has(id)) board.drawn.delete(id);
  settleFocus(board);
}

function drawColumn(board, column, cards) {
  const { words, unsorted } = board.said;
  const empty = cards.length === 0;
  const gone = empty && column.theme.id === unsorted;
  const open = column.theme.id === unsorted ? [] : cards.filter((card) => !card.confirmed);
  column.element.classList.toggle("empty", empty);
  column.element.hidden = gone;
  const headed = `${cards.length} ${open.map((card) => card.id)}`;
  if (column.headed !== headed) {
    column.headed = headed;
    column.element.setAttribute("aria-label", filled(words.column, { theme: column.theme.name, n: cards.length }));
    column.head.replaceChildren(
      make("h2", "", { title: column.theme.name }, column.theme.name),
      make("span", "count", { "aria-hidden": "true" }, empty ? "" : String(cards.length)),
    );
    const all = filled(words.confirm_all, { n: open.length });
    const press = () => board.confirmColumn(column.theme.id);
    const name = { "aria-label": `${all} – ${column.theme.name}` };
    column.foot.replaceChildren(open.length ? button(`✓ ${all}`, press, "all", name) : "");
  }
  arrange(column.cards, cards.map((card) => drawCard(board, card)));
}

// Put the elements in this order while touching as few as possible: focus and scrolling stay.
function arrange(parent, wanted) {
  const staying = new Set(wanted);
  for (const child of [...parent.children]) if (!staying.has(child)) child.remove();
  wanted.forEach((element, place) => {
    if (parent.children[place] !== element) parent.insertBefore(element, parent.children[place] ?? null);
  });
}

// Tab leads from column to column, the arrows from card to card.
function setStops(board) {
  for (const { element } of board.drawn.values()) element.tabIndex = -1;
  for (const cards of board.visible.values()) {
    const stop = cards.find((card) => card.id === board.at) ?? cards[0];
    if (stop) board.drawn.get(stop.id).element.tabIndex = 0;
  }
}

function settleFocus(board) {
  const had = board.focused;
  const there = board.drawn.get(board.at);
  if (!there || !there.element.isConnected) board.at = nearestTo(board);
  setStops(board);
  const current = board.drawn.get(board.at)?.element;
  if (had && current && board.root.activeElement !== current && !current.contains(board.root.activeElement)) {
    current.focus({ preventScroll: true });
    current.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
}

// The card itself is gone (merged, filtered): the one that took its place in its column, else the first of all.
function nearestTo(board) {
  const { theme, place } = board.place ?? {};
  const there = board.visible.get(theme) ?? [];
  if (there.length) return there[Math.min(place, there.length - 1)].id;
  for (const cards of board.visible.values()) if (cards.length) return cards[0].id;
  return null;
}

function goTo(board, id) {
  const found = board.drawn.get(id);
  if (!found) return;
  board.at = id;
  setStops(board);
  found.element.focus({ preventScroll: true });
  found.element.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function notePlace(board, id) {
  for (const [theme, cards] of board.visible) {
    const place = cards.findIndex((card) => card.id === id);
    if (place >= 0) board.place = { theme, place };
  }
}
