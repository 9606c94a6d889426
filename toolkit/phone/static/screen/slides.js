// The opening: one slide at a time, as large as it fits, turned from the desk, the remote or the presenter's clicker.
import { el, rem } from "./dom.js";

const LARGEST = 3.6; // rem; the text shrinks until it fits, but never below what is read from the last row
const LEAST = 2.1;
const STEP = 0.1;

// `part` holds the view on one slide, counted from 1; without it the shared one is shown.
export function slides(state, part) {
  const article = el("article");
  const dots = el("div.dots");
  const node = el("div.view.slide", article, dots);
  const fixed = part ? Number(part) - 1 : null;
  let at = 0;

  function show(to) {
    const { all } = state.slides;
    at = Math.min(Math.max(0, to), Math.max(all.length - 1, 0));
    dots.replaceChildren(...all.map((_, i) => el(i === at ? "i.on" : "i")));
    const slide = all[at];
    article.className = slide ? slide.kind : "";
    article.replaceChildren(...(slide ? drawn(slide) : []));
    fit();
  }

  function fit() {
    let size = LARGEST;
    do {
      article.style.setProperty("--size", `${size}rem`);
      size -= STEP;
    } while (size >= LEAST && article.scrollHeight > article.clientHeight + rem() / 10);
  }

  const watch = new ResizeObserver(fit);
  watch.observe(node);
  const follow = () => show(fixed ?? state.slides.at);
  return {
    node,
    start: follow,
    slides: follow,
    stop: () => watch.disconnect(),
    page(by) {
      if (fixed !== null) return undefined;
      show(at + by);
      return at;
    },
  };
}

function drawn(slide) {
  const head = el("div", el("h1", slide.title), el("p.under", slide.under));
  if (slide.kind === "assurance") {
    return [el("h1", slide.title), el("blockquote", ...slide.lines.map((line) => el("p", line))), el("p.under", slide.under)];
  }
  const list = el("ul", ...slide.lines.map((line) => el("li", line)));
  return [head, list, el("p.runs", slide.runs), el("p.source", slide.source)];
}
