// The projector: keeps the state it was told, shows the view of the stage, and follows by itself.
import { fill, words } from "./dom.js";
import { chosen, made, votable } from "./views.js";
import { listen } from "./stream.js";
import * as clock from "./clock.js";
import * as sound from "./sound.js";

const page = document.body.dataset;
const main = document.querySelector("main");
const counts = document.getElementById("counts");
const stage = document.getElementById("stage");
const lost = document.getElementById("lost");
const band = document.getElementById("band");
const bell = document.getElementById("bell");
let state = null;
let view = null;
let shown = "";
let rung = "";

const told = {
  state(full) {
    state = full;
    clock.hear(state.step.clock);
    show(true);
  },
  step(step) {
    const before = state.step;
    state.step = step;
    clock.hear(step.clock);
    show(false, before);
  },
  notes({ notes }) {
    for (const note of notes) {
      const place = state.notes.findIndex((known) => known.id === note.id);
      if (place >= 0) state.notes[place] = note;
      else state.notes.push(note);
      view?.note?.(note);
    }
  },
  gone({ notes }) {
    state.notes = state.notes.filter((note) => !notes.includes(note.id));
    notes.forEach((id) => view?.gone?.(id));
  },
  counts: (news) => part("counts", news),
  themes: (news) => part("themes", news),
  votes: (news) => part("votes", news),
  raffle: (news) => part("raffle", news),
  slides: (news) => part("slides", news),
  screen({ view: wanted }) {
    state.view = wanted;
    show(false);
  },
};

function part(name, news) {
  state[name] = news[name];
  if (view?.[name]) view[name]();
  else if (name === "votes") show(false);
  frame();
}

// A new view only when the stage wants another one; a running one is told what happened.
function show(anew, before = null) {
  const [name, which] = chosen(state, page.view || state.view);
  const key = [name, which, name === "ring" ? state.carousels : "", name === "vote" && votable(state)].join();
  if (anew || key !== shown) {
    view?.stop?.();
    view = made(name, state, which);
    shown = key;
    main.replaceChildren(view.node);
    view.start?.();
  } else if (before && view.step) view.step(before);
  frame();
}

function frame() {
  if (!state) return;
  const { round, rounds } = state.step;
  stage.textContent = round === null || shown.startsWith("ring") ? "" : fill(words.round_of, { round: round + 1, rounds });
  counts.hidden = shown.startsWith("welcome");
  counts.textContent = state.counts ? [state.counts.people ? state.counts.people_said : "", state.counts.notes ? state.counts.notes_said : ""].filter(Boolean).join(" · ") : "";
}

// Once at two minutes, once at the end; what was rung is remembered for this round of the clock.
function signal() {
  if (!state) return;
  const left = clock.left();
  const timed = state.step.stage === "round" && left !== null && !clock.paused();
  const over = timed && left <= 0;
  const soon = timed && left <= 120 && !over;
  const key = `${state.step.round}:${over ? "end" : soon ? "soon" : ""}`;
  band.hidden = !(over || (soon && left > 110));
  band.textContent = over ? words.time_is_up : words.two_minutes;
  if (key !== rung && rung) {
    if (soon) sound.twoMinutes();
    if (over) sound.end();
  }
  rung = key;
}

function hearable() {
  sound.wake().then((on) => (bell.hidden = on));
}

setTimeout(() => (bell.hidden = sound.awake()), 1500);
setInterval(() => {
  signal();
  view?.tick?.();
}, 250);
addEventListener("pointerdown", hearable);
addEventListener("keydown", (event) => {
  hearable();
  const by = { ArrowRight: 1, PageDown: 1, " ": 1, ArrowLeft: -1, PageUp: -1 }[event.key];
  if (!by) return;
  const slide = view?.page?.(by);
  if (slide === undefined) view?.turn?.(by);
  else fetch(page.slide.replace("*", slide), { method: "POST" }).catch(() => {}); // shown here at once, and kept
});
listen(page.events, (name, payload) => (state || name === "state") && told[name](payload), (is) => (lost.hidden = !is));
