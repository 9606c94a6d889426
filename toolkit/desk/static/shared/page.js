// A page of gestures: hears what the server says, sends gestures with numbers, and again until they are answered.

const pages = new WeakMap();
const kept = {};  // filters and light or dark, as long as this page is open, whichever tab is shown
const AGAIN = 4000, TOLD = 8000;  // milliseconds

function standing(Kind, { parentElement, data, setTriggerValue }) {
  if (!pages.has(parentElement)) pages.set(parentElement, new Kind(parentElement));
  const page = pages.get(parentElement);
  page.post = (gestures) => setTriggerValue("gestures", { client: page.client, gestures });
  page.hear(data);
  return () => page.end();
}

class Page {
  constructor(root) {
    this.root = root;
    this.box = root.querySelector(".page");
    this.client = Math.random().toString(36).slice(2) + Date.now().toString(36);
    Object.assign(this, { serial: 0, waiting: [], told: 0, said: null });
    this.parts = {
      bar: make("div", "bar", { role: "toolbar" }),
      live: make("div", "live", { role: "status", "aria-live": "polite" }),
      hint: make("span", "hint soft"),
    };
    this.outside = [
      [window, "resize", () => this.fit()],
      [document, "fullscreenchange", () => this.whole()],
      [document, "keydown", (event) => this.anywhere(event)],
    ];
    this.outside.forEach(([where, name, heard]) => where.addEventListener(name, heard));
  }

  end() {
    clearTimeout(this.again);
    clearTimeout(this.silent);
    this.outside.forEach(([where, name, heard]) => where.removeEventListener(name, heard));
  }

  hear(data) {
    const before = this.said;
    this.said = data;
    this.waiting = this.waiting.filter((one) => one.id > (data.done[this.client] ?? 0));
    this.learn(before);
    if (data.told.text && data.told.id > this.told && this.client in data.done) {
      this.told = data.told.id;
      this.say(data.told.text, true);
    }
    if (!this.drag) this.draw();
    if (!before) requestAnimationFrame(() => this.fit());
  }

  draw() {
    this.box.classList.toggle("dark", this.dark);
    this.box.dataset.waiting = this.waiting.length;
  }

  send(...gestures) {
    gestures.forEach((gesture) => this.waiting.push({ id: ++this.serial, ...gesture }));
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

  undo() {
    if (!this.said.undo && !this.waiting.length) return;
    this.tell("undone", { what: this.said.undo });
    this.send({ gesture: "undo" });
  }

  // As high as the window leaves: what is long scrolls inside, the page does not.
  fit() {
    const { top } = this.root.host.getBoundingClientRect();
    this.box.style.setProperty("--top", `${Math.max(0, Math.min(top, innerHeight / 2))}px`);
  }

  turnDark() {
    this.dark = kept.dark = !this.dark;
    this.draw();
  }

  async turnWhole() {
    try {
      if (this.root.fullscreenElement) await document.exitFullscreen();
      else if (this.box.classList.contains("whole")) this.box.classList.remove("whole");
      else await this.box.requestFullscreen();
    } catch {
      this.box.classList.add("whole");
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
