// One function a stage: each makes the view once and says how it follows what happens.
import { el, fill, minutes, prepared, words } from "./dom.js";
import { badge } from "./shapes.js";
import { ring } from "./ring.js";
import { arrivals } from "./arrivals.js";
import { ballot, results, themes, wall } from "./wall.js";
import { slides } from "./slides.js";
import * as clock from "./clock.js";

const STAGES = {
  prepared: "welcome", checkin: "welcome", opening: "slides", groups: "groups", round: "ring", moving: "ring",
  break: "break", gallery: "notes", harvest: "themes", vote: "votes", interest: "interest", closing: "interest",
  raffle: "raffle", thanks: "thanks", open: "open",
};

// The view that the facilitator chose, or the one of the stage; and a number behind a colon (slide, theme).
export function chosen(state, wanted) {
  const [view, part] = (wanted && wanted !== "follow" ? wanted : STAGES[state.step.stage]).split(":");
  if (view === "votes" || view === "vote") return [state.votes.outcome && state.step.stage !== "vote" ? "results" : "vote", part];
  if (view === "ring" && !state.groups.length) return ["welcome", part];
  return [VIEWS[view] ? view : STAGES[state.step.stage], part];
}

export function made(name, state, part) {
  return VIEWS[name](state, part);
}

const VIEWS = { welcome, slides, blank, groups, ring, notes: wall, themes, vote, results, interest, raffle, thanks, break: pause, open };

function codes(...which) {
  const cards = which.map((id) => prepared(id)).filter(Boolean);
  const node = el(cards.length > 1 ? "div.codes.two" : "div.codes");
  node.append(...cards);
  return node;
}

function welcome(state) {
  const number = el("strong");
  const said = el("span");
  const counts = () => {
    number.textContent = state.counts.people;
    said.textContent = state.counts.people_said.replace(/^\d+\s*/, "");
  };
  counts();
  const steps = [...(prepared("qr-wifi") ? [words.join_wifi] : []), words.open_page, words.check_in];
  const list = el("ol", ...steps.map((step, i) => el("li", el("i", String(i + 1)), el("span", step))));
  const node = el("div.view.welcome", el("div", el("h1", words.welcome), el("p.soft", state.title),
    state.step.stage === "prepared" ? el("p.label", words.soon) : list, el("div.count", ...(state.step.stage === "prepared" ? [] : [number, said]))),
  codes("qr-wifi", "qr-page"));
  return { node, counts };
}

function blank() {
  return { node: el("div.view") };
}

function groups(state) {
  const many = state.groups.length > 8;
  const rows = many ? state.carousels : Math.ceil(state.groups.length / 5);
  const map = el("div.map", ...state.groups.map((group) => card(group, state, many)));
  map.style.setProperty("--columns", Math.max(1, Math.ceil(state.groups.length / Math.max(1, rows))));
  const hint = many ? words.number_is_station : words.look_at_slip;
  return { node: el("div.view.groups", el("div", el("h1", words.your_group), el("p.soft", state.groups.length ? hint : words.groups_soon)), map) };
}

function card(group, state, many) {
  const number = state.step.stations[group.index];
  if (many) return el("div.group.card.many", badge(group), el("b.number", number ? String(number) : ""));
  const place = number ? [el("span.station", `${words.station} `, el("b", String(number))), el("span.station.name", state.stations[number - 1].name)] : [];
  return el("div.group.card", badge(group), el("div", el("b", group.size_said), ...place));
}

function pause(state) {
  const time = el("div.huge");
  const tick = () => (time.textContent = clock.left() === null ? "" : minutes(clock.left()));
  tick();
  return { node: el("div.view.centre", el("h1", words.pause), time, el("p", words.after_break)), tick };
}

// Whether there is a vote now: before it, and with too few clusters, there is no list.
export function votable(state) {
  return Boolean(state.votes.marks && state.votes.offered.length);
}

function vote(state) {
  const count = el("p.label");
  const counts = () => (count.textContent = state.counts.ballots_said);
  counts();
  if (votable(state)) {
    const list = ballot(state);
    const aside = el("aside", el("h1", words.vote), el("p", words.vote_how), codes("qr-page"), count, clockLine());
    return { ...list, node: el("div.view.voting", list.node, aside), counts, tick: tickLine };
  }
  const talk = !state.votes.marks;
  return {
    node: el("div.view.side", el("div.text", el("h1", talk ? words.talk : words.vote),
      ...(talk ? [] : [el("p", state.votes.ask), el("p", words.vote_how)]), talk ? "" : count, clockLine()), codes("qr-page")),
    counts,
    tick: tickLine,
  };
}

function clockLine() {
  return el("p.huge.line");
}

function tickLine() {
  const line = document.querySelector(".huge.line");
  if (line) line.textContent = clock.left() === null ? "" : minutes(clock.left());
}

// First what the room has chosen, then the invitation, in turn.
function interest(state) {
  const invitation = () => el("div.view.side", el("div.text", el("h1", words.take_part), el("p", words.voluntary), el("p", words.how_was_it)), codes("qr-page"));
  const holder = el("div.holder");
  let shown = null;
  let odd = false;
  const turn = () => {
    const chosen = state.votes.outcome?.rows.length && !odd;
    odd = Boolean(chosen);
    if (!chosen && shown?.invites) return;
    shown?.stop?.();
    shown = chosen ? results(state) : { node: invitation(), invites: true };
    holder.replaceChildren(shown.node);
  };
  turn();
  const timer = setInterval(turn, 25000);
  return { node: holder, votes: turn, stop: () => (clearInterval(timer), shown?.stop?.()) };
}

function raffle(state) {
  const draw = el("div.draw");
  const below = el("p.soft");
  const node = el("div.view.raffle", el("div", el("h1", words.raffle), el("p", words.raffle_look)), draw, below);
  let out = 0;
  let timers = [];
  function reveal() {
    const { winners, seed } = state.raffle;
    const many = winners.length > 4;
    while (draw.children.length < winners.length) draw.append(el(many ? "div.won.card.many" : "div.won.card", "?"));
    while (draw.children.length > winners.length) draw.lastChild.remove();
    timers.forEach(clearTimeout);
    timers = [];
    out = Math.min(out, winners.length);
    winners.forEach((number, i) => {
      const show = () => {
        draw.children[i].textContent = number;
        draw.children[i].classList.add("out");
        out = Math.max(out, i + 1);
      };
      if (i < out) show();
      else timers.push(setTimeout(show, 2200 * (i - out + 1)));
    });
    below.textContent = seed ? fill(words.raffle_seed, { seed }) : "";
    if (!winners.length) draw.replaceChildren(el("div.won.card", "?"));
  }
  reveal();
  return { node, raffle: reveal, stop: () => timers.forEach(clearTimeout) };
}

function thanks(state) {
  return { node: el("div.view.side", el("div.text", el("h1", words.thanks), el("p", words.what_follows), el("p", words.results_at),
    el("p.label", `${state.counts.people_said} · ${state.counts.notes_said}`)), codes("qr-results")) };
}

function open(state) {
  const side = arrivals(state);
  return { node: el("div.view.ring", el("div.text.openly", el("h1", words.open_house), el("p", words.open_house_how), codes("qr-page")), el("aside", el("h2", words.arriving), side.node)), note: side.note, gone: side.gone };
}
