// Needs and what could serve them: hears what the server says, sends gestures with numbers until they are answered.

const pages = new WeakMap();
const kept = {};  // filters, the need in hand, light or dark, as long as this page is open
const AGAIN = 4000, TOLD = 8000;  // milliseconds

export default function (component) {
  const { parentElement, data, setTriggerValue } = component;
  if (!pages.has(parentElement)) pages.set(parentElement, new Matches(parentElement));
  const page = pages.get(parentElement);
  page.post = (gestures) => setTriggerValue("gestures", { client: page.client, gestures });
  page.hear(data);
  return () => page.end();
}

class Matches {
  constructor(root) {
    this.root = root;
    this.client = Math.random().toString(36).slice(2) + Date.now().toString(36);
    Object.assign(this, { serial: 0, waiting: [], said: null, told: 0, shown: MORE, needs: [] });
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("class", "lines");
    svg.setAttribute("aria-hidden", "true");
    const left = make("section", "left"), right = make("section", "right");
    const sides = make("div", "sides", {}, left, svg, right);
    const live = make("div", "live", { role: "status", "aria-live": "polite" });
    this.parts = {
      box: root.querySelector(".matches"), bar: make("div", "bar", { role: "toolbar" }), heads: make("div", "heads"),
      sides, svg, left, right, live, hint: make("span", "hint soft"),
    };
    this.parts.box.append(this.parts.bar, this.parts.heads, sides, make("div", "foot", {}, live, this.parts.hint));
    listenToKeys(this);
    this.lines = () => requestAnimationFrame(() => drawLines(this));
    left.addEventListener("scroll", this.lines);
    right.addEventListener("scroll", this.lines);
    this.fit = () => { fitHeight(this); this.lines(); };
    this.whole = () => { this.fit(); this.draw(); };
    this.anywhere = (event) => {
      const asked = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
      if (!asked || typing(event) || event.defaultPrevented) return;
      event.preventDefault();
      this.undo();
    };
    window.addEventListener("resize", this.fit);
    document.addEventListener("fullscreenchange", this.whole);
    document.addEventListener("keydown", this.anywhere);
  }

  end() {
    clearTimeout(this.again);
    clearTimeout(this.silent);
    window.removeEventListener("resize", this.fit);
    document.removeEventListener("fullscreenchange", this.whole);
    document.removeEventListener("keydown", this.anywhere);
  }

  hear(data) {
    const first = this.said === null;
    const anew = first || this.said.language !== data.language;
    this.said = data;
    this.waiting = this.waiting.filter((one) => one.id > (data.done[this.client] ?? 0));
    if (anew) this.learn();
    if (data.told.text && data.told.id > this.told && this.client in data.done) {
      this.told = data.told.id;
      this.say(data.told.text, true);
    }
    this.draw();
    if (first) requestAnimationFrame(this.fit);
  }

  learn() {
    const { workshop, words, language } = this.said;
    this.filter = kept[workshop] ??= { which: "all", word: "", offer: "", chosen: null };
    this.dark = kept.dark ?? isDark(this.parts.box);
    this.parts.box.lang = language;
    this.parts.hint.textContent = words.hint;
    this.parts.left.setAttribute("aria-label", words.needs);
    this.parts.right.setAttribute("aria-label", words.offers);
    this.parts.heads.replaceChildren(make("h3", "", {}, words.needs), make("h3", "", {}, words.offers));
    newBar(this);
  }

  get chosen() { return this.filter.chosen; }

  get need() { return this.said.needs.find((one) => one.id === this.chosen); }

  draw() {
    const { box, left, right } = this.parts;
    this.now = linksNow(this.said, this.waiting);
    if (!this.need) this.filter.chosen = null;
    this.needs = needsShown(this);
    this.filter.chosen ??= this.needs[0]?.id ?? null;
    box.classList.toggle("dark", this.dark);
    box.dataset.waiting = this.waiting.length;
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
    const said = { need: short(need.name), offer: short(offer.name) };
    this.say(filled(this.said.words[what === "confirm" ? "done_confirmed" : "done_declined"], said));
    this.wanted = inHand ? "next" : `need ${need.id}`;
    pairs.forEach(([one, other]) => this.waiting.push({ id: ++this.serial, gesture: what, need: one, offer: other, link: { need: own.need, offer: own.offer } }));
    this.deliver();
    this.draw();
  }

  undo() {
    if (!this.said.undo && !this.waiting.length) return;
    this.say(filled(this.said.words.undone, { what: this.said.undo }));
    this.waiting.push({ id: ++this.serial, gesture: "undo" });
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

  turnDark() {
    this.dark = kept.dark = !this.dark;
    this.draw();
  }

  async turnWhole() {
    const { box } = this.parts;
    try {
      if (this.root.fullscreenElement) await document.exitFullscreen();
      else if (box.classList.contains("whole")) box.classList.remove("whole");
      else await box.requestFullscreen();
    } catch {
      box.classList.add("whole");
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

// As high as the window leaves: both sides scroll inside, the page does not.
function fitHeight(page) {
  const { top } = page.root.host.getBoundingClientRect();
  page.parts.box.style.setProperty("--top", `${Math.max(0, Math.min(top, innerHeight / 2))}px`);
}
