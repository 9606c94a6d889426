// A card: one cluster. Closed it says what and how many; open it shows the notes, the reason and what can be done.

function drawCard(board, card) {
  const open = board.open === card.id;
  const kept = board.drawn.get(card.id);
  if (kept && kept.card === card && kept.open === open) return kept.element;
  const element = cardElement(board, card, open);
  if (kept) {
    if (kept.element.classList.contains("linked")) element.classList.add("linked");
    kept.element.replaceWith(element);
  }
  board.drawn.set(card.id, { card, open, element });
  return element;
}

function cardElement(board, card, open) {
  const { words } = board.said;
  const kind = board.kinds.get(card.kind);
  const classes = `card${open ? " open" : ""}${card.waiting ? " waiting" : ""}${card.confirmed ? "" : " suggested"}`;
  const element = make(
    "div", classes,
    {
      role: "group", tabindex: "-1", "data-card": card.id, "aria-roledescription": words.card,
      "aria-label": spoken(board, card),
      style: `--kind:${kind?.colour ?? "var(--edge)"}`,
    },
    make("div", card.notes.length > 1 ? "name many" : "name", {}, card.name),
    make("div", "facts", {}, make("span", "", {}, card.facts), doubt(board, card)),
    open ? inside(board, card) : null,
  );
  return element;
}

function doubt(board, card) {
  if (card.confirmed || card.theme === board.said.unsorted) return null;
  const { words } = board.said;
  const press = (event) => {
    event.stopPropagation();
    board.confirm(card);
  };
  return make(
    "span", card.sure ? "doubt sure" : "doubt", {},
    make("span", "", { title: reason(board, card) }, card.sure ? words.sure_short : words.unsure_short),
    button("✓", press, "tick", { "aria-label": words.confirm, title: words.confirm, tabindex: "-1" }),
  );
}

function spoken(board, card) {
  const { words } = board.said;
  const doubtful = card.confirmed || card.theme === board.said.unsorted ? "" : card.sure ? words.sure : words.unsure;
  return [card.name, card.facts, doubtful, doubtful && reason(board, card)].filter(Boolean).join(". ");
}

function reason(board, card) {
  const { words } = board.said;
  return card.because.length ? filled(words.because, { words: card.because.join(", ") }) : words.no_because;
}

function inside(board, card) {
  const { words } = board.said;
  const several = card.notes.length > 1;
  const act = (label, letter, press) =>
    button(label, (event) => { event.stopPropagation(); press(card); }, "act", { "aria-keyshortcuts": letter });
  return make(
    "div", "inside", { onclick: (event) => event.stopPropagation() },
    card.confirmed ? null : make("p", "reason", {}, reason(board, card)),
    make("ul", "originals", { "aria-label": words.originals }, ...card.notes.map((note) => original(board, card, note))),
    make(
      "div", "acts", {},
      act(words.move, "M", (one) => askTheme(board, one)),
      act(words.merge_with, "J", (one) => askCard(board, one)),
      act(words.rename, "R", (one) => askName(board, one)),
      several ? null : act(words.split, "S", (one) => askParts(board, one, one.notes[0])),
    ),
  );
}

function original(board, card, note) {
  const { words } = board.said;
  const where = [
    note.station ? filled(words.at_station, { number: note.station }) : "",
    board.sources.get(note.source) ?? "",
  ].filter(Boolean).join(", ");
  const several = card.notes.length > 1;
  return make(
    "li", "", {},
    several || card.name !== note.text ? make("span", "said", {}, note.text) : null,
    make("span", "soft", {}, where),
    several ? button(words.split, () => askParts(board, card, note), "act") : null,
    several ? button(words.out, () => board.takeOut(card, note), "act") : null,
  );
}
