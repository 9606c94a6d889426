// Needs and what could serve them: which need is in hand, and what is decided about it.

export default (component) => standing(Matches, component);

class Matches extends Page {
  constructor(root) {
    super(root);
    Object.assign(this, { shown: MORE, needs: [] });
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("class", "lines");
    svg.setAttribute("aria-hidden", "true");
    const left = make("section", "left"), right = make("section", "right");
    const sides = make("div", "sides", {}, left, svg, right);
    Object.assign(this.parts, { heads: make("div", "heads"), sides, svg, left, right });
    const { bar, heads, live, hint } = this.parts;
    this.box.append(bar, heads, sides, make("div", "foot", {}, live, hint));
    listenToKeys(this);
    this.lines = () => requestAnimationFrame(() => drawLines(this));
    left.addEventListener("scroll", this.lines);
    right.addEventListener("scroll", this.lines);
  }

  fit() {
    super.fit();
    this.lines();
  }

  whole() {
    this.fit();
    this.draw();
  }

  anywhere(event) {
    const asked = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
    if (!asked || typing(event) || event.defaultPrevented) return;
    event.preventDefault();
    this.undo();
  }

  learn(before) {
    const { workshop, words, language } = this.said;
    if (before?.language === language) return;
    this.filter = kept[workshop] ??= { which: "all", word: "", offer: "", chosen: null };
    this.dark = kept.dark ?? isDark(this.box);
    this.box.lang = language;
    this.parts.hint.textContent = words.hint;
    this.parts.left.setAttribute("aria-label", words.needs);
    this.parts.right.setAttribute("aria-label", words.offers);
    this.parts.heads.replaceChildren(make("h3", "", {}, words.needs), make("h3", "", {}, words.offers));
    newBar(this);
  }

  get chosen() { return this.filter.chosen; }

  get need() { return this.said.needs.find((one) => one.id === this.chosen); }

  draw() {
    super.draw();
    const { left, right } = this.parts;
    this.now = linksNow(this.said, this.waiting);
    if (!this.need) this.filter.chosen = null;
    this.needs = needsShown(this);
    this.filter.chosen ??= this.needs[0]?.id ?? null;
    const tops = [left.scrollTop, right.scrollTop];
    const had = this.wanted ?? this.root.activeElement?.dataset?.focus;
    const caret = this.root.activeElement?.selectionStart;
    this.wanted = null;
    drawLeft(this);
    drawRight(this);
    drawBar(this);
    [left.scrollTop, right.scrollTop] = tops;
    if (had) this.focus(had, caret);
    drawLines(this);
    this.lines();
  }

  // The element of this name; when it is gone, the next offer to decide on, else the need in hand.
  focus(name, caret) {
    const found = this.root.querySelector(`[data-focus="${name}"]`)
      ?? this.parts.right.querySelector(".suggested button") ?? this.root.querySelector(`[data-focus="need ${this.chosen}"]`);
    found?.focus({ preventScroll: !name.startsWith("need") });
    if (found?.matches("input") && caret !== undefined) found.setSelectionRange(caret, caret);
  }

  choose(id) {
    if (id !== this.chosen) this.shown = MORE;
    this.filter.chosen = id;
    this.wanted = `need ${id}`;
    this.parts.right.scrollTop = 0;
    this.draw();
    this.root.querySelector(`[data-need="${id}"]`)?.scrollIntoView({ block: "nearest" });
    this.lines();
  }

  decide(what, offer, link, inHand = true) {
    const need = this.need;
    const own = link ?? { need: need.id, offer: offer.id };
    const pairs = link?.pairs?.length && what === "decline" ? link.pairs : [[need.note, offer.note]];
    this.tell(what === "confirm" ? "done_confirmed" : "done_declined", { need: short(need.name), offer: short(offer.name) });
    this.wanted = inHand ? "next" : `need ${need.id}`;
    this.send(...pairs.map(([one, other]) => ({ gesture: what, need: one, offer: other, link: { need: own.need, offer: own.offer } })));
  }
}
