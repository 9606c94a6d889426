// A wall of notes in calm pages: nothing scrolls, nothing is smaller than what can be read from the back row.
import { el, fill, rem, words } from "./dom.js";
import { slip } from "./arrivals.js";

const SHORTEST = 9000; // ms a page stays
const PER_LETTER = 14;
const SPACE = 0.9; // rem between notes

// Turns pages made of columns made of nodes; `make()` gives the pages anew when something changed.
export function pages(make) {
  const top = el("div.top");
  const where = el("span.where");
  const columns = el("div.columns");
  const node = el("div.view.wall", top, columns);
  let all = [];
  let at = -1;
  let timer = 0;
  let changed = true;

  function turn(by = 1) {
    clearTimeout(timer);
    if (!columns.getBoundingClientRect().width) return;
    if (changed) {
      if (!top.textContent) top.append(el("h2", "\u00a0"));
      all = make(columns);
      changed = false;
    }
    if (!all.length) {
      top.replaceChildren(el("h2", words.no_notes_yet));
      return columns.replaceChildren();
    }
    at = (at + by + all.length) % all.length;
    const page = all[at];
    where.textContent = all.length > 1 ? fill(words.page_of, { page: at + 1, pages: all.length }) : "";
    top.replaceChildren(el("h2", page.title), where);
    columns.style.setProperty("--columns", page.columns.length);
    columns.replaceChildren(...page.columns.map((nodes) => el("div.column", ...nodes)));
    columns.classList.remove("turn");
    void columns.offsetWidth; // begins the animation again
    columns.classList.add("turn");
    if (all.length > 1) timer = setTimeout(turn, Math.max(SHORTEST, columns.textContent.length * PER_LETTER));
  }

  function refresh() {
    const few = all.length <= 1;
    changed = true;
    if (few) {
      at = -1;
      turn();
    }
  }

  const watch = new ResizeObserver(() => {
    changed = true;
    at = -1;
    turn();
  });
  watch.observe(node);
  return { node, turn, refresh, stop: () => (clearTimeout(timer), watch.disconnect()) };
}

// The notes of the evening, station by station, the newest first.
export function wall(state) {
  const view = pages((room) => noteRooms(state).flatMap((part) => packed(part, room)));
  const known = () => view.refresh();
  return { ...view, note: known, gone: known };
}

function noteRooms(state) {
  const newest = [...state.notes].reverse();
  const named = state.stations.map((station) => ({
    title: `${station.number} · ${station.name}`,
    notes: newest.filter((note) => note.station === station.number),
  }));
  const rest = { title: words.notes, notes: newest.filter((note) => note.station === null) };
  return [...named, rest].filter((part) => part.notes.length);
}

function columnsOf(long) {
  return long || innerWidth / innerHeight < 1.5 ? 2 : 3;
}

function widthOf(room, count) {
  return (room.getBoundingClientRect().width - 1.6 * rem() * (count - 1)) / count;
}

// Measures every note once in the width it will have, then fills column after column.
function packed(part, room) {
  const long = part.notes.reduce((sum, note) => sum + note.text.length, 0) / part.notes.length > 85;
  const count = columnsOf(long);
  const slips = part.notes.map((note) => slip(note, false));
  const tall = heights(slips, room, widthOf(room, count));
  return filled(slips, tall, room, count).map((columns) => ({ title: part.title, columns }));
}

function heights(nodes, room, width) {
  const measure = el("div.column", ...nodes);
  measure.style.cssText = `position:absolute;visibility:hidden;left:0;width:${width}px`;
  room.append(measure);
  const tall = nodes.map((one) => one.getBoundingClientRect().height);
  measure.remove();
  return tall;
}

// Pages of `count` columns: each node goes under the shortest one, and a page ends when it fits nowhere.
function filled(nodes, tall, room, count) {
  const height = room.getBoundingClientRect().height;
  const made = [];
  let used = [];
  nodes.forEach((one, i) => {
    let column = used.indexOf(Math.min(...used));
    if (!made.length || (used[column] > 0 && used[column] + tall[i] > height)) {
      made.push(Array.from({ length: count }, () => []));
      used = Array(count).fill(0);
      column = 0;
    }
    made[made.length - 1][column].push(one);
    used[column] += tall[i] + SPACE * rem();
  });
  return made;
}

// Themes as columns of clusters, the largest first.
export function themes(state) {
  const view = pages((room) => themePages(state, room));
  return { ...view, themes: view.refresh };
}

function themePages(state, room) {
  const count = columnsOf(false);
  const width = widthOf(room, count);
  const cards = state.themes.flatMap((theme) => themeCards(theme, room, width));
  const tall = heights(cards, room, width);
  return filled(cards, tall, room, count).map((columns) => ({ title: words.themes, columns }));
}

// A theme with more clusters than fit goes on in another card.
function themeCards(theme, room, width) {
  const kind = theme.clusters.length > 4 ? "div.theme.card.tight" : "div.theme.card";
  const begun = () => el(kind, el("h2", theme.name));
  const clusters = theme.clusters.map((one) => el("div.cluster", el("p", one.name), one.about ? el("small", one.about) : ""));
  const [head, ...tall] = heights([begun(), ...clusters.map((one) => el(kind, one))], room, width);
  const padding = 2.2 * rem(); // what a card adds around its first cluster
  const cards = [begun()];
  let left = room.getBoundingClientRect().height - head;
  clusters.forEach((one, i) => {
    const need = tall[i] - padding + 1.6 * rem();
    if (need > left && cards[cards.length - 1].children.length > 1) {
      cards.push(begun());
      left = room.getBoundingClientRect().height - head;
    }
    cards[cards.length - 1].append(one);
    left -= need;
  });
  return cards;
}

// What can be chosen at the vote, with the numbers that phones and paper use, down one column and then the next.
export function ballot(state) {
  const view = pages((room) => ballotPages(state.votes, room));
  return { ...view, votes: () => state.votes.offered.length && view.refresh() };
}

function ballotPages(votes, room) {
  const count = columnsOf(false) - 1;
  const nodes = votes.offered.map((one) => el("div.option.card", el("b", String(one.number)), el("p", one.name)));
  const tall = heights(nodes, room, widthOf(room, count));
  const columns = inOrder(nodes, tall, room.getBoundingClientRect().height);
  while (columns.length % count) columns.push([]);
  const made = [];
  while (columns.length) made.push({ title: votes.ask, columns: columns.splice(0, count) });
  return made;
}

function inOrder(nodes, tall, height) {
  const columns = [];
  let left = 0;
  nodes.forEach((one, i) => {
    if (!columns.length || tall[i] > left) {
      columns.push([]);
      left = height;
    }
    columns[columns.length - 1].push(one);
    left -= tall[i] + SPACE * rem();
  });
  return columns;
}

// The outcome of the vote: residents as bars, officials apart, ties together, no ranks.
export function results(state) {
  const view = pages((room) => resultPages(state.votes.outcome, room));
  return { ...view, votes: view.refresh };
}

function resultPages(outcome, room) {
  if (!outcome?.rows.length) return [{ title: words.results, columns: [[el("p", words.too_few_votes)]] }];
  const first = outcome.rows.filter((row) => row.top);
  const others = outcome.rows.filter((row) => !row.top);
  const nodes = [
    ...part(first, words.at_the_top, outcome),
    ...part(others, first.length ? words.also_chosen : "", outcome),
    el("p.soft", outcome.any_officials ? `${outcome.voters}. ${outcome.officials} (+).` : outcome.voters),
  ];
  const tall = heights(nodes, room, widthOf(room, 1));
  return filled(nodes, tall, room, 1).map((columns) => ({ title: words.results, columns }));
}

function part(rows, title, outcome) {
  if (!rows.length) return [];
  return [...(title ? [el("p.label", title)] : []), ...rows.map((row) => bar(row, outcome.any_officials))];
}

function bar(row, officials) {
  const line = el("i");
  line.style.width = `${100 * (row.share ?? 0)}%`;
  return el(row.top ? "div.bar.first" : "div.bar", el("p", row.name), el(row.share === null ? "div.line.few" : "div.line", line),
    el("div", el("strong", row.count), officials ? el("small", `+ ${row.officials}`) : ""));
}
