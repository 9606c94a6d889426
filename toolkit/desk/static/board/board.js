// The board: themes as columns, clusters as cards, and every gesture that can be made on them.

export default (component) => standing(Board, component);

class Board extends Page {
  constructor(root) {
    super(root);
    Object.assign(this, { drawn: new Map(), at: null, open: null, asked: 0, now: null });
    Object.assign(this.parts, {
      strip: make("section", "strip", { hidden: true }),
      columns: make("div", "columns", { role: "application" }),
      nothing: make("p", "nothing soft", { hidden: true }),
      dock: make("div", "dock", { hidden: true }),
      lens: make("span", "lens"),
      dialog: make("dialog", ""),
    });
    const { bar, strip, columns, nothing, dock, lens, hint, live, dialog } = this.parts;
    this.box.append(bar, strip, nothing, columns, dock, make("div", "foot", {}, lens, live, hint), dialog);
    listenToKeys(this);
    listenToDrags(this);
  }

  end() {
    endDrag(this);
    super.end();
  }

  whole() {
    this.fit();
    drawBar(this);
  }

  anywhere(event) {
    undoFromAnywhere(this, event);
  }

  // Names that rarely change; after a change of language everything is drawn anew.
  learn(before) {
    const { words, workshop } = this.said;
    if (before?.words === words) return;
    const anew = JSON.stringify(before?.words) !== JSON.stringify(words);
    this.kinds = new Map(this.said.kinds.map((kind) => [kind.id, kind]));
    this.sources = new Map(this.said.sources.map((source) => [source.id, source.name]));
    this.filter = kept[workshop] ??= { station: "", kind: "", source: "", word: "" };
    this.dark ??= kept.dark ?? isDark(this.box);
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
    this.box.lang = this.said.language;
  }

  draw() {
    super.draw();
    this.now = foreseen(this.said, this.waiting);
    if (!this.now.cards.has(this.open)) this.open = null;
    drawColumns(this);
    drawStrip(this);
    drawBar(this);
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
}
