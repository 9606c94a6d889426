// The board: hears what the server says, sends gestures with numbers, and sends them again until they are answered.

const boards = new WeakMap();
const chosen = {};  // filters and light or dark, kept while this page is open, whichever tab is shown
const AGAIN = 4000, TOLD = 8000;  // milliseconds

export default function (component) {
  const { parentElement, data, setTriggerValue } = component;
  if (!boards.has(parentElement)) boards.set(parentElement, new Board(parentElement));
  const board = boards.get(parentElement);
  board.post = (gestures) => setTriggerValue("gestures", { client: board.client, gestures });
  board.hear(data);
  return () => board.end();
}

class Board {
  constructor(root) {
    this.root = root;
    this.client = Math.random().toString(36).slice(2) + Date.now().toString(36);
    Object.assign(this, { serial: 0, waiting: [], drawn: new Map(), at: null, open: null, asked: 0, told: 0, now: null, said: null });
    const part = (tag, name, attributes = {}) => make(tag, name, attributes);
    this.parts = {
      board: root.querySelector(".board"),
      bar: part("div", "bar", { role: "toolbar" }),
      strip: part("section", "strip", { hidden: true }),
      columns: part("div", "columns", { role: "application" }),
      nothing: part("p", "nothing soft", { hidden: true }),
      dock: part("div", "dock", { hidden: true }),
      lens: part("span", "lens"),
      hint: part("span", "hint soft"),
      live: part("div", "live", { role: "status", "aria-live": "polite" }),
      dialog: part("dialog", ""),
    };
    const { board, bar, strip, columns, nothing, dock, lens, hint, live, dialog } = this.parts;
    board.append(bar, strip, nothing, columns, dock, make("div", "foot", {}, lens, live, hint), dialog);
    listenToKeys(this);
    listenToDrags(this);
    this.fit = () => fitHeight(this);
    window.addEventListener("resize", this.fit);
    this.whole = () => { this.fit(); drawBar(this); };
    document.addEventListener("fullscreenchange", this.whole);
    this.anywhere = (event) => undoFromAnywhere(this, event);
    document.addEventListener("keydown", this.anywhere);
  }

  end() {
    endDrag(this);
    clearTimeout(this.again);
    clearTimeout(this.silent);
    window.removeEventListener("resize", this.fit);
    document.removeEventListener("fullscreenchange", this.whole);
    document.removeEventListener("keydown", this.anywhere);
  }

  hear(data) {
    const first = this.said === null;
    const before = this.said;
    this.said = data;
    this.waiting = this.waiting.filter((one) => one.id > (data.done[this.client] ?? 0));
    if (first || before.words !== data.words) this.learn(first || JSON.stringify(before.words) !== JSON.stringify(data.words));
    if (data.told.text && data.told.id > this.told && this.client in data.done) {
      this.told = data.told.id;
      this.say(data.told.text, true);
    }
    if (!this.drag) this.draw();
    if (first) requestAnimationFrame(this.fit);
  }

  // Names that rarely change; after a change of language everything is drawn anew.
  learn(anew) {
    const { words, workshop } = this.said;
    this.kinds = new Map(this.said.kinds.map((kind) => [kind.id, kind]));
    this.sources = new Map(this.said.sources.map((source) => [source.id, source.name]));
    this.filter = chosen[workshop] ??= { station: "", kind: "", source: "", word: "" };
    this.dark ??= chosen.dark ?? isDark(this.parts.board);
    const present = JSON.stringify([[...new Set(this.said.cards.flatMap((card) => card.notes.map((note) => [note.station, note.source, card.kind].join())))].sort()]);
    if (!anew && present === this.present) return;
    this.present = present;
    newBar(this);
    if (!anew) return;
    this.drawn.clear();
    newColumns(this);
    delete this.parts.strip.dataset.drawn;
    this.parts.columns.setAttribute("aria-label", words.board);
    this.parts.hint.textContent = words.hint;
    this.parts.board.lang = this.said.language;
  }

  draw() {
    this.now = foreseen(this.said, this.waiting);
    this.parts.board.classList.toggle("dark", this.dark);
    this.parts.board.dataset.waiting = this.waiting.length;
    if (!this.now.cards.has(this.open)) this.open = null;
    drawColumns(this);
    drawStrip(this);
    drawBar(this);
  }

  send(gesture) {
    this.waiting.push({ id: ++this.serial, ...gesture });
    this.deliver();
    this.draw();
  }

  deliver() {
    clearTimeout(this.again);
    if (!this.waiting.length) return;
    this.post([...this.waiting]);
    this.again = setTimeout(() => this.deliver(), AGAIN);
  }

  say(text, refused = false) {
    this.parts.live.textContent = text;
    this.parts.live.classList.toggle("refused", refused);
    clearTimeout(this.silent);
    this.silent = setTimeout(() => { this.parts.live.textContent = ""; }, refused ? 3 * TOLD : TOLD);
  }

  tell(sentence, data) {
    this.say(filled(this.said.words[sentence], data));
  }

  move(card, theme, onwards = false) {
    notePlace(this, card.id);
    if (onwards) this.at = this.neighbour(card) ?? card.id;
    this.tell("moved", { card: short(card.name), theme: this.columns.get(theme).theme.name });
    this.send({ gesture: "move", cluster: card.id, theme });
    if (!onwards) this.flash(card.id);
  }

  // After a card has gone the next one of its column is in hand: sorting goes on without searching.
  neighbour(card) {
    const cards = this.visible.get(columnOf(this, card)) ?? [];
    const place = cards.findIndex((one) => one.id === card.id);
    return (cards[place + 1] ?? cards[place - 1])?.id;
  }

  merge(into, others, name = "") {
    this.at = into.id;
    if (others.length > 1) this.tell("merged_many", { card: short(name || into.name) });
    else this.tell("merged", { card: short(others[0].name), other: short(name || into.name) });
    this.send({ gesture: "merge", into: into.id, others: others.map((one) => one.id), name });
    this.flash(into.id);
  }

  mergeProposal() {
    const asked = this.proposal;
    if (!asked) return;
    const others = asked.ids.filter((id) => id !== asked.into).map((id) => this.now.cards.get(id));
    this.merge(this.now.cards.get(asked.into), others, asked.new ? asked.name : "");
  }

  tellApart() {
    if (!this.proposal) return;
    this.tell("apart");
    this.send({ gesture: "apart", ids: this.proposal.ids });
  }

  confirm(card) {
    if (card.confirmed || card.theme === this.said.unsorted) return;
    this.tell("confirmed", { card: short(card.name) });
    this.send({ gesture: "confirm", themes: { [card.id]: card.theme } });
  }

  confirmColumn(theme) {
    const open = (this.visible.get(theme) ?? []).filter((card) => !card.confirmed);
    if (!open.length || theme === this.said.unsorted) return;
    this.tell("confirmed_all", { theme: this.columns.get(theme).theme.name });
    this.send({ gesture: "confirm", themes: Object.fromEntries(open.map((card) => [card.id, theme])) });
  }

  rename(card, name) {
    if (name === (card.name === card.own ? "" : card.name)) return;
    this.tell("named", { card: short(name || card.own) });
    this.send({ gesture: "name", cluster: card.id, name });
  }

  takeOut(card, note) {
    this.tell("taken_out", { card: short(note.text) });
    this.send({ gesture: "out", note: note.id, cluster: card.id });
  }

  part(card, note, parts) {
    this.tell("parted", { card: short(note.text) });
    this.send({ gesture: "split", note: note.id, cluster: card.id, parts });
  }

  undo() {
    if (!this.said.undo && !this.waiting.length) return;
    this.tell("undone", { what: this.said.undo });
    this.send({ gesture: "undo" });
  }

  toggle(id) {
    this.open = this.open === id ? null : id;
    this.draw();
    this.drawn.get(id)?.element.scrollIntoView({ block: "nearest" });
  }

  flash(id) {
    const element = this.drawn.get(id)?.element;
    element?.scrollIntoView({ block: "nearest", inline: "nearest" });
    element?.classList.add("flash");
  }

  turnDark() {
    this.dark = chosen.dark = !this.dark;
    this.draw();
  }

  async turnWhole() {
    const { board } = this.parts;
    try {
      if (this.root.fullscreenElement) await document.exitFullscreen();
      else if (board.classList.contains("whole")) board.classList.remove("whole");
      else await board.requestFullscreen();
    } catch {
      board.classList.add("whole");
    }
    this.whole();
  }
}

// As dark as the page around it.
function isDark(element) {
  const probe = make("span", "", { style: "color:var(--st-background-color,#fff)" });
  element.append(probe);
  const [red, green, blue] = getComputedStyle(probe).color.match(/[\d.]+/g).map(Number);
  probe.remove();
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

// As high as the window leaves: the columns scroll inside, the page does not.
function fitHeight(board) {
  const { top } = board.root.host.getBoundingClientRect();
  board.parts.board.style.setProperty("--top", `${Math.max(0, Math.min(top, innerHeight / 2))}px`);
}
