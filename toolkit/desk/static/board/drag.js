// Dragging by mouse, pen or finger. On a column: another theme. Held over a card: merge. In its own column at once.

const FAR = 6, HELD = 350, DWELL = 450, EDGE = 70;

function listenToDrags(board) {
  const columns = board.parts.columns;
  columns.addEventListener("pointerdown", (event) => beginDrag(board, event));
  // A finger that holds a card must not scroll the column meanwhile.
  columns.addEventListener("touchmove", (event) => { if (board.drag?.ghost) event.preventDefault(); }, { passive: false });
  columns.addEventListener("contextmenu", (event) => { if (board.drag) event.preventDefault(); });
}

function beginDrag(board, event) {
  const element = event.target.closest(".card");
  if (!element || event.button !== 0 || event.target.closest("button, input, .inside")) return;
  const card = board.now.cards.get(Number(element.dataset.card));
  const drag = { card, element, pointer: event.pointerId, from: [event.clientX, event.clientY], at: [event.clientX, event.clientY] };
  board.drag = drag;
  if (event.pointerType === "touch") drag.hold = setTimeout(() => lift(board), HELD);
  const follow = { pointermove: (one) => moved(board, one), pointerup: (one) => dropped(board, one), pointercancel: () => endDrag(board) };
  drag.stop = () => Object.entries(follow).forEach(([name, hear]) => window.removeEventListener(name, hear));
  Object.entries(follow).forEach(([name, hear]) => window.addEventListener(name, hear));
}

function moved(board, event) {
  const { drag } = board;
  if (!drag || event.pointerId !== drag.pointer) return;
  drag.at = [event.clientX, event.clientY];
  const far = Math.hypot(drag.at[0] - drag.from[0], drag.at[1] - drag.from[1]) > FAR;
  if (!drag.ghost && far) {
    if (event.pointerType === "touch") return endDrag(board);  // a finger that moves at once scrolls
    lift(board);
  }
  if (drag.ghost) follow(board);
}

function lift(board) {
  const { drag } = board;
  if (!drag || drag.ghost) return;
  const { width } = drag.element.getBoundingClientRect();
  drag.ghost = make("div", "card ghost", { style: `width:${width}px;${drag.element.getAttribute("style")}` }, make("div", "name", {}, short(drag.card.name, 60)));
  board.box.append(drag.ghost);
  board.box.classList.add("dragging");
  drag.element.classList.add("lifted");
  board.at = drag.card.id;
  notePlace(board, drag.card.id);
  showDock(board, drag.card);
  drag.scroll = setInterval(() => scrollAtEdges(board), 30);
  follow(board);
}

// Themes whose column is out of sight stand as targets at the foot of the board.
function showDock(board, card) {
  const seen = board.parts.columns.getBoundingClientRect();
  const out = [...board.columns.values()].filter(({ theme, element }) => {
    const box = element.getBoundingClientRect();
    return !element.hidden && theme.id !== card.theme && theme.id !== board.said.unsorted && (box.left < seen.left - 9 || box.right > seen.right + 9);
  });
  board.parts.dock.replaceChildren(...out.map(({ theme }) => make("div", "target", { "data-theme": theme.id }, theme.name)));
  board.parts.dock.hidden = out.length === 0;
}

function follow(board) {
  const { drag } = board;
  drag.ghost.style.transform = `translate(${drag.at[0] + 12}px, ${drag.at[1] + 8}px)`;
  const under = board.root.elementFromPoint(...drag.at);
  const place = under?.closest("[data-theme]");
  const over = under?.closest(".card:not(.ghost)");
  const other = over && over !== drag.element ? Number(over.dataset.card) : null;
  if (other !== drag.other) {
    drag.other = other;
    drag.since = Date.now();
    clearTimeout(drag.wake);
    drag.wake = setTimeout(() => board.drag === drag && follow(board), DWELL + 10);
  }
  const theme = place?.dataset.theme ?? null;
  drag.away = Boolean(under?.closest(".dock"));
  const merging = other !== null && (theme === drag.card.theme || Date.now() - drag.since >= DWELL);
  mark(board, theme === board.said.unsorted ? null : theme, merging ? other : null);
}

function mark(board, theme, other) {
  const { words } = board.said;
  const { drag } = board;
  Object.assign(drag, { theme, merging: other });
  for (const old of board.box.querySelectorAll(".over, .join")) old.classList.remove("over", "join");
  if (other !== null) board.drawn.get(other)?.element.classList.add("join");
  else if (theme && theme !== drag.card.theme) {
    for (const target of board.box.querySelectorAll(`.column[data-theme="${theme}"], .target[data-theme="${theme}"]`)) target.classList.add("over");
  }
  if (drag.ghost) drag.ghost.dataset.will = other !== null ? words.drop_merge : theme && theme !== drag.card.theme ? words.drop_move : "";
}

function scrollAtEdges(board) {
  const [x, y] = board.drag.at;
  const { columns } = board.parts;
  const box = columns.getBoundingClientRect();
  if (y < box.top || y > box.bottom) return;
  if (x > box.right - EDGE) columns.scrollLeft += 14;
  else if (x < box.left + EDGE) columns.scrollLeft -= 14;
  const cards = board.root.elementFromPoint(x, y)?.closest(".column")?.querySelector(".cards");
  const inside = cards?.getBoundingClientRect();
  if (inside && y > inside.bottom - EDGE / 2) cards.scrollTop += 10;
  else if (inside && y < inside.top + EDGE / 2) cards.scrollTop -= 10;
}

function dropped(board, event) {
  const { drag } = board;
  if (!drag || event.pointerId !== drag.pointer) return;
  if (!drag.ghost) return endDrag(board);
  drag.at = [event.clientX, event.clientY];
  follow(board);
  const { card, theme, merging, away } = drag;
  board.justDropped = Date.now();
  endDrag(board);
  const now = board.now.cards.get(card.id);
  const other = board.now.cards.get(merging);
  if (now && other) board.merge(other, [now]);
  else if (now && theme && theme !== now.theme) board.move(now, theme, away);
}

function endDrag(board) {
  const { drag } = board;
  if (!drag) return;
  drag.stop();
  clearTimeout(drag.hold);
  clearTimeout(drag.wake);
  clearInterval(drag.scroll);
  drag.ghost?.remove();
  drag.element.classList.remove("lifted");
  board.box.classList.remove("dragging");
  board.parts.dock.hidden = true;
  mark(board, null, null);
  board.drag = null;
  if (drag.ghost) board.draw();  // what came in meanwhile
}
