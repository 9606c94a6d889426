// The picture people remember: stations on a circle, groups moving along it, the clock in the middle.
import { calm, el, fill, minutes, rem, svg, words } from "./dom.js";
import { arrivals } from "./arrivals.js";
import { badge, token } from "./shapes.js";
import * as clock from "./clock.js";

const JOURNEY = 3200; // ms a group takes from station to station
const TOKEN = 31;
const NAMED = 6; // more stations than this have only their number on the ring, their names beside it

export function ring(state) {
  const many = state.carousels > 1;
  const picture = svg("svg", { role: "img" });
  const side = arrivals(state);
  const top = el("div");
  const aside = el("aside", top, side.node);
  const root = el(many ? "div.view.ring.apart" : "div.view.ring", picture, aside);
  let drawn = null;

  // While people walk, the side says where to; otherwise what is being written.
  function beside() {
    const walking = state.step.stage === "moving" && !many;
    aside.classList.toggle("walking", walking);
    const named = many || state.stations.length > NAMED;
    top.replaceChildren(...(walking ? moves(state) : named ? legend(state) : [el("h2", words.arriving)]));
  }

  function draw() {
    beside();
    const unit = rem() / 10;
    const box = picture.getBoundingClientRect();
    if (!box.width) return;
    picture.setAttribute("viewBox", `0 0 ${box.width / unit} ${box.height / unit}`);
    picture.setAttribute("aria-label", described(state));
    drawn = many ? several(picture, state, box.width / unit, box.height / unit)
      : single(picture, state, box.width / unit, box.height / unit);
    tick();
  }

  function tick() {
    if (!drawn) return;
    const seconds = clock.left();
    const time = seconds === null ? "" : minutes(seconds);
    if (drawn.time.textContent === time && drawn.below.textContent === below(state)) return; // nothing to draw anew
    drawn.time.textContent = time;
    drawn.left?.setAttribute("stroke-dasharray", `${clock.share()} 2`);
    picture.classList.toggle("moving", state.step.stage === "moving");
    const running = state.step.stage === "round" && seconds !== null;
    picture.classList.toggle("soon", running && seconds <= 120);
    picture.classList.toggle("over", running && seconds <= 0);
    drawn.below.textContent = below(state);
  }

  const watch = new ResizeObserver(draw);
  watch.observe(picture);
  return {
    node: root,
    start: draw,
    tick,
    note: side.note,
    gone: side.gone,
    step(before) {
      const where = before && before.stations;
      draw();
      if (drawn && where && turned(where, state.step.stations)) drawn.travel(where);
    },
    stop: () => watch.disconnect(),
  };
}

function turned(before, after) {
  return before.length === after.length && after.some((place, i) => place !== before[i]);
}

function moves(state) {
  const rows = state.groups.map((group) => {
    const number = state.step.stations[group.index];
    const place = state.stations[number - 1];
    return el("div.move", badge(group), el("b", "→"), el("span", ...(place ? [el("b", `${number} · `), place.name] : ["–"])));
  });
  return [el("h2", words.move_now), el("div.moves", ...rows)];
}

function legend(state) {
  return [el("div.legend", ...state.stations.map((one) => el("div", el("b", String(one.number)), el("span", one.name))))];
}

function described(state) {
  return state.groups
    .map((group, i) => fill(words.group_at, { group: group.letter, station: state.step.stations[i] ?? "–" }))
    .join(", ");
}

function above(state) {
  if (state.step.round === null) return "";
  return fill(words.round_of, { round: state.step.round + 1, rounds: state.step.rounds });
}

function below(state) {
  if (clock.paused()) return words.paused;
  return state.step.stage === "moving" ? words.moving : "";
}

// Stations of one carousel, evenly around an ellipse that begins at the top and runs clockwise.
function places(count, across, down) {
  return Array.from({ length: count }, (_, i) => angled(count === 2 ? i * Math.PI + Math.PI : -Math.PI / 2 + (i * 2 * Math.PI) / count, across, down));
}

function angled(angle, across, down) {
  return { angle, x: across * Math.cos(angle), y: down * Math.sin(angle) };
}

function single(picture, state, width, height) {
  const count = state.stations.length;
  const letters = count > 4 ? 13 : count === 4 ? 18 : Math.min(24, Math.floor((width - 10) / 2 / 11.2) - 4);
  const lines = state.stations.map((one) => (count > NAMED ? [""] : split(one.name, letters)));
  const tall = (count > 5 ? 90 : 98) + Math.max(...lines.map((some) => some.length)) * 24;
  const wide = Math.max(...lines.flatMap((some) => some.map((line, i) => line.length + (i ? 0 : 4))), 9) * 12 + 20;
  const round = places(count, 1, 1);
  const across = Math.min((width - wide - 8) / spread(round, "x"), 330);
  const down = Math.min((height - tall - 8) / spread(round, "y"), (height - tall / 2 - 20) / 2);
  const spots = places(count, across, down);
  const ys = spots.map((one) => one.y);
  const middle = (Math.min(Math.min(...ys) - tall / 2, -down - 8) + Math.max(Math.max(...ys) + tall / 2, down + 8)) / 2;
  const stage = svg("g", { transform: `translate(${width / 2} ${height / 2 - middle})` });
  picture.replaceChildren(stage);
  const path = ellipse(across, down);
  const left = svg("path.left", { d: path, pathLength: 1 });
  stage.append(svg("path.track", { d: path }), left, arrows(spots, across, down));
  left.style.display = state.step.stage === "round" ? "" : "none";
  spots.forEach((spot, i) => stage.append(plate(spot, lines[i], wide, tall, state, i + 1)));
  const free = freely(spots, wide, tall, across, down);
  const travel = tokens(stage, state, state.groups, spots, across, down, tall / 2 - 47, TOKEN);
  return { left, ...centre(stage, state, free), travel };
}

// How far a circle's places lie apart, at least as much as a line of two.
function spread(spots, side) {
  const all = spots.map((one) => one[side]);
  return Math.max(1, Math.max(...all) - Math.min(...all));
}

// The room in the middle: what no station covers around the height where the clock will stand.
function freely(spots, wide, tall, across, down) {
  const above = spots.filter((one) => Math.abs(one.x) < wide / 2 + 20 && one.y < 0).map((one) => one.y + tall / 2);
  const under = spots.filter((one) => Math.abs(one.x) < wide / 2 + 20 && one.y > 0).map((one) => one.y - tall / 2);
  const lowest = Math.min(...spots.map((one) => one.y)) + tall / 2;
  const top = above.length ? Math.max(...above) : lowest;
  const end = under.length ? Math.min(...under) : Math.max(...spots.map((one) => one.y)) - tall / 2;
  const y = (top + end) / 2 || 0;
  const beside = spots.filter((one) => Math.abs(one.y - y) < tall / 2 + 40 && Math.abs(one.x) > wide / 2).map((one) => Math.abs(one.x) - wide / 2);
  const track = across * Math.sqrt(Math.max(0, 1 - (y / down) ** 2)) - 16;
  return { y, half: Math.min(track, ...beside), tall: Math.max(end - top, 0) || 2 * down };
}

function ellipse(across, down) {
  return `M0,${-down}A${across},${down} 0 1 1 0,${down}A${across},${down} 0 1 1 0,${-down}`;
}

// Chevrons between the stations say which way the carousel turns.
function arrows(spots, across, down) {
  const group = svg("g.arrows");
  spots.forEach((spot, i) => {
    const next = spots[(i + 1) % spots.length].angle + (i + 1 === spots.length ? 2 * Math.PI : 0);
    const angle = spots.length === 1 ? Math.PI / 2 : (spot.angle + next) / 2;
    const { x, y } = angled(angle, across, down);
    const turn = (Math.atan2(down * Math.cos(angle), -across * Math.sin(angle)) * 180) / Math.PI;
    group.append(svg("path", { d: "M-5,-6L3,0L-5,6", transform: `translate(${x} ${y}) rotate(${turn})` }));
  });
  return group;
}

function plate(spot, lines, wide, tall, state, number) {
  const busy = state.step.stations.includes(number);
  const node = svg(`g.plate${busy ? ".goal" : ".rests"}`, { transform: `translate(${spot.x} ${spot.y})`, "text-anchor": "middle" },
    svg("rect", { x: -wide / 2, y: -tall / 2, width: wide, height: tall, rx: 16 }));
  lines.forEach((line, i) => {
    const text = svg("text", { y: -tall / 2 + 27 + i * 24, "font-size": 21 }, i === 0 ? svg("tspan", { "font-weight": 700 }, `${number} · `) : null, line);
    node.append(text);
  });
  if (!busy) node.append(svg("text", { y: tall / 2 - 30, "font-size": 21, "font-style": "italic" }, words.rests));
  return node;
}

// Puts the groups where they are; returns the way to let them travel there from where they were.
function tokens(stage, state, groups, spots, across, down, low, size) {
  const nodes = groups.map((group) => {
    const node = token(group, size);
    stage.append(node);
    return { node, index: group.index };
  });
  const at = (number) => (number ? spots[number - 1] : null);
  const put = (node, spot, out = 0) => {
    node.toggleAttribute("hidden", !spot);
    node.style.display = spot ? "" : "none";
    if (spot) node.setAttribute("transform", `translate(${spot.x} ${spot.y + low * (1 - out)})`);
  };
  nodes.forEach(({ node, index }) => put(node, at(state.step.stations[index])));
  return function travel(before) {
    if (calm.matches) return;
    const began = performance.now();
    function frame(now) {
      const part = Math.min(1, (now - began) / JOURNEY);
      const eased = part < 0.5 ? 4 * part ** 3 : 1 - (-2 * part + 2) ** 3 / 2;
      nodes.forEach(({ node, index }) => {
        const from = at(before[index]);
        const to = at(state.step.stations[index]);
        if (!from || !to) return put(node, to);
        const ahead = (to.angle - from.angle + 4 * Math.PI) % (2 * Math.PI);
        return put(node, angled(from.angle + ahead * eased, across, down), Math.sin(Math.PI * eased));
      });
      if (part < 1 && stage.isConnected) requestAnimationFrame(frame);
    }
    requestAnimationFrame(frame);
  };
}

function centre(stage, state, free) {
  const size = Math.max(46, Math.min(96, (free.half * 2 - 14) / 3.35, free.tall / 1.7));
  const small = Math.max(21, Math.min(27, size / 3));
  const time = svg("text.big", { y: free.y + size * 0.36, "font-size": size, "text-anchor": "middle" });
  const under = svg("text", { y: free.y + size * 0.5 + small, "font-size": small, "text-anchor": "middle", "font-weight": 700 });
  stage.append(svg("text", { y: free.y - size * 0.52, "font-size": small, "text-anchor": "middle" }, above(state)), time, under);
  return { time, below: under };
}

// Up to five carousels beside each other: numbers on small rings, one clock above them all.
function several(picture, state, width, height) {
  const count = state.carousels;
  const across = count > 3 ? 3 : count;
  const rows = Math.ceil(count / across);
  const top = 92;
  const cell = { width: width / across, height: (height - top) / rows };
  picture.replaceChildren();
  const journeys = [];
  for (let c = 0; c < count; c += 1) {
    const row = Math.floor(c / across);
    const inRow = Math.min(across, count - row * across);
    const x = width / 2 + ((c % across) - (inRow - 1) / 2) * cell.width;
    const stage = svg("g", { transform: `translate(${x} ${top + (row + 0.5) * cell.height})` });
    picture.append(stage);
    journeys.push(little(stage, state, c, cell));
  }
  const head = svg("g", { transform: `translate(${width / 2} 40)` });
  picture.append(head);
  const time = svg("text.big", { x: -8, y: 24, "font-size": 70, "text-anchor": "end" });
  const under = svg("text", { x: 14, y: 26, "font-size": 23, "font-weight": 700 });
  head.append(time, svg("text", { x: 14, y: -4, "font-size": 23 }, above(state)), under);
  return { time, below: under, travel: (before) => journeys.forEach((go) => go(before)) };
}

function little(stage, state, carousel, cell) {
  const size = Math.min(24, cell.height / 9);
  const across = Math.min(cell.width / 2 - size * 3.2, 150);
  const down = cell.height / 2 - size * 3;
  const spots = places(state.stations.length, across, down);
  stage.append(svg("path.track.thin", { d: ellipse(across, down) }));
  spots.forEach((spot, i) => stage.append(svg("g.plate", { transform: `translate(${spot.x} ${spot.y})` },
    svg("circle", { r: 19 }), svg("text", { "text-anchor": "middle", "dominant-baseline": "central", "font-size": 22 }, String(i + 1)))));
  const groups = state.groups.filter((group) => group.carousel === carousel);
  const outside = spots.map((spot) => angled(spot.angle, across + size * 2.05, down + size * 2.05));
  return tokens(stage, state, groups, outside, across + size * 2.05, down + size * 2.05, 0, size);
}

// A name in as few lines as fit, none much longer than `most` letters.
function split(name, most) {
  const lines = [];
  for (const word of name.split(" ")) {
    const last = lines[lines.length - 1];
    if (last !== undefined && `${last} ${word}`.length <= most + (lines.length === 1 ? -3 : 0)) lines[lines.length - 1] += ` ${word}`;
    else lines.push(word);
  }
  return lines;
}
