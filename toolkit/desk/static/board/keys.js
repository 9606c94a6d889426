// Everything by keyboard: arrows choose a card, a letter acts on it, Space picks it up and puts it down.

function listenToKeys(board) {
  board.box.addEventListener("keydown", (event) => {
    undoFromAnywhere(board, event);
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event) || board.parts.dialog.open) return;
    if (event.key === "Escape" && board.drag) return done(event, endDrag(board));
    if (board.lifted) return carry(board, event);
    const letter = BOARD_KEYS[event.key.toLowerCase()];
    if (letter && !event.shiftKey) return done(event, letter(board));
    const element = event.target.closest(".card");
    const card = element && board.now.cards.get(Number(element.dataset.card));
    if (!card || event.target.closest("button")) return;
    const act = event.shiftKey ? SHIFT_KEYS[event.key] : CARD_KEYS[event.key.length > 1 ? event.key : event.key.toLowerCase()];
    if (act) done(event, act(board, card));
  });
  board.parts.columns.addEventListener("click", (event) => {
    const element = event.target.closest(".card");
    if (!element || event.target.closest("button, .inside") || Date.now() - (board.justDropped ?? 0) < 250) return;
    goTo(board, Number(element.dataset.card));
    board.toggle(Number(element.dataset.card));
  });
  board.parts.columns.addEventListener("focusin", (event) => focused(board, event));
  board.parts.columns.addEventListener("focusout", () => setTimeout(() => { board.focused = board.parts.columns.contains(board.root.activeElement); }, 0));
  board.parts.columns.addEventListener("pointerover", (event) => lens(board, event.target.closest(".card")));
}

// Ctrl+Z works before anything is chosen, too; inside a field it stays the field's own.
function undoFromAnywhere(board, event) {
  const asked = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
  if (asked && !typing(event) && !event.defaultPrevented) done(event, board.undo());
}

function focused(board, event) {
  board.focused = true;
  const element = event.target.closest(".card");
  if (!element) return;
  board.at = Number(element.dataset.card);
  notePlace(board, board.at);
  lens(board, element);
}

function done(event) {
  event.preventDefault();
  event.stopPropagation();
}

const BOARD_KEYS = {
  "y": (board) => board.mergeProposal(),
  "n": (board) => board.tellApart(),
  "/": (board) => board.parts.word.focus(),
  "?": (board) => askKeys(board),
};

const CARD_KEYS = {
  ArrowDown: (board, card) => step(board, card, 1),
  ArrowUp: (board, card) => step(board, card, -1),
  ArrowRight: (board, card) => across(board, card, 1),
  ArrowLeft: (board, card) => across(board, card, -1),
  Home: (board, card) => goTo(board, board.visible.get(columnOf(board, card))[0].id),
  End: (board, card) => goTo(board, board.visible.get(columnOf(board, card)).at(-1).id),
  Enter: (board, card) => board.toggle(card.id),
  " ": (board, card) => pickUp(board, card),
  m: (board, card) => askTheme(board, card),
  j: (board, card) => askCard(board, card),
  r: (board, card) => askName(board, card),
  s: (board, card) => askParts(board, card, card.notes[0]),
  c: (board, card) => board.confirm(card),
};

const SHIFT_KEYS = {
  C: (board, card) => board.confirmColumn(card.theme),
  ArrowRight: (board, card) => shove(board, card, 1),
  ArrowLeft: (board, card) => shove(board, card, -1),
};

function columnOf(board, card) {
  return board.columns.has(card.theme) ? card.theme : board.said.unsorted;
}

function step(board, card, by) {
  const cards = board.visible.get(columnOf(board, card));
  const next = cards[cards.findIndex((one) => one.id === card.id) + by];
  if (next) goTo(board, next.id);
}

// To the card at the same height in the next column that has any.
function across(board, card, by) {
  const full = [...board.visible].filter(([, cards]) => cards.length);
  const next = full[full.findIndex(([theme]) => theme === columnOf(board, card)) + by];
  if (!next) return;
  const top = (one) => board.drawn.get(one.id).element.getBoundingClientRect().top;
  const height = top(card);
  const nearest = next[1].reduce((best, one) => (Math.abs(top(one) - height) < Math.abs(top(best) - height) ? one : best));
  goTo(board, nearest.id);
}

function shove(board, card, by) {
  const themes = board.said.themes.map((theme) => theme.id).filter((theme) => theme !== board.said.unsorted);
  const next = themes[themes.indexOf(card.theme) + by];
  if (next) board.move(card, next);
}

// Picked up: arrows choose a theme (left, right) or a card in it (up, down); Space or Enter puts it down there.
function pickUp(board, card) {
  board.lifted = { id: card.id, theme: columnOf(board, card), place: -1 };
  board.drawn.get(card.id).element.classList.add("lifted");
  board.say(filled(board.said.words.lifted, { card: short(card.name) }));
}

function carry(board, event) {
  const { lifted } = board;
  const by = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key];
  if (by) pointAt(board, ...by);
  else if (event.key === "Escape") putBack(board);
  else if (event.key === " " || event.key === "Enter") putDown(board);
  else return;
  done(event);
  if (board.lifted === lifted) board.drawn.get(lifted.id)?.element.focus({ preventScroll: true });
}

function targets(board) {
  return (board.visible.get(board.lifted.theme) ?? []).filter((card) => card.id !== board.lifted.id);
}

function pointAt(board, across, down) {
  const { lifted } = board;
  const { words, unsorted } = board.said;
  const themes = [...board.columns.keys()].filter((theme) => theme !== unsorted || board.now.cards.get(lifted.id).theme === unsorted);
  if (across) {
    lifted.theme = themes[Math.max(0, Math.min(themes.length - 1, themes.indexOf(lifted.theme) + across))];
    lifted.place = -1;
  }
  const cards = targets(board);
  lifted.place = Math.max(-1, Math.min(cards.length - 1, lifted.place + down));
  const card = cards[lifted.place];
  const column = board.columns.get(lifted.theme);
  markCarried(board, column.element, card && board.drawn.get(card.id).element);
  board.say(filled(card ? words.over_card : words.over_theme, { card: short(card?.name ?? ""), theme: column.theme.name }));
}

function markCarried(board, column, card) {
  for (const old of board.box.querySelectorAll(".over, .join")) old.classList.remove("over", "join");
  (card ?? column)?.classList.add(card ? "join" : "over");
  (card ?? column)?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function putDown(board) {
  const { lifted } = board;
  const card = board.now.cards.get(lifted.id);
  const other = targets(board)[lifted.place];
  letGo(board);
  if (card && other) board.merge(other, [card]);
  else if (card && lifted.theme !== card.theme && lifted.theme !== board.said.unsorted) board.move(card, lifted.theme);
  else if (card) board.say(filled(board.said.words.put_back, { card: short(card.name) }));
}

function putBack(board) {
  const card = board.now.cards.get(board.lifted.id);
  letGo(board);
  if (card) board.say(filled(board.said.words.put_back, { card: short(card.name) }));
}

function letGo(board) {
  board.drawn.get(board.lifted.id)?.element.classList.remove("lifted");
  board.lifted = null;
  markCarried(board, null, null);
}
