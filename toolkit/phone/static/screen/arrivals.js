// Notes a moment after they were sent: fixed places, newest on top, nothing jumps.
import { el, rem, words } from "./dom.js";

const MOST = 7;

export function arrivals(state) {
  const node = el("div.arriving");
  const hint = el("div.hint", words.no_notes_yet);
  let shown = []; // newest first: { id, node }

  let room = 0; // rem; measured only when the size changes

  function place() {
    if (!room) return;
    const slots = Math.max(1, Math.min(MOST, Math.floor((room + 1.1) / 13.2)));
    const tall = (room - (slots - 1) * 1.1) / slots;
    node.style.setProperty("--lines", Math.max(2, Math.floor((tall - 4.4) / 2.8)));
    for (const old of shown.splice(slots + 1)) old.node.remove();
    shown.forEach((one, i) => {
      one.node.style.height = `${tall}rem`;
      one.node.style.transform = `translateY(${i * (tall + 1.1)}rem)`;
      one.node.style.opacity = i < slots ? 1 : 0;
    });
    hint.hidden = shown.length > 0;
    hint.style.display = shown.length ? "none" : "";
  }

  function note(one) {
    const known = shown.find((other) => other.id === one.id);
    if (known) return known.node.replaceChildren(...inside(one));
    const fresh = slip(one);
    fresh.classList.add("fresh");
    setTimeout(() => fresh.classList.remove("fresh"), 4000);
    shown.unshift({ id: one.id, node: fresh });
    node.prepend(fresh);
    return place();
  }

  function gone(id) {
    shown.filter((one) => one.id === id).forEach((one) => one.node.remove());
    shown = shown.filter((one) => one.id !== id);
    place();
  }

  node.append(hint);
  shown = state.notes.slice(-MOST - 1).reverse().map((one) => ({ id: one.id, node: slip(one) }));
  node.append(...shown.map((one) => one.node));
  new ResizeObserver(([box]) => {
    room = box.contentRect.height / rem();
    place();
  }).observe(node);
  return { node, note, gone };
}

export function slip(one, placed = true) {
  const node = el("div.note", ...inside(one, placed));
  node.dataset.note = one.id;
  if (one.colour) node.style.setProperty("--colour", one.colour);
  return node;
}

function inside(one, placed = true) {
  return [el("p", one.text), el("small", [one.kind, placed ? one.place : "", one.ticks].filter(Boolean).join(" · "))];
}
