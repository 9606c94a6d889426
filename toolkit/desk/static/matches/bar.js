// The bar above: undo by name, which needs are shown, a word, light or dark, the whole screen.

function newBar(page) {
  const { words } = page.said;
  const { parts, filter } = page;
  parts.undo = button("", () => page.undo(), "undo", { "aria-keyshortcuts": "Control+Z", "data-focus": "undo" });
  parts.count = make("span", "soft count");
  parts.dark = button(icon("dark"), () => page.turnDark(), "small", { "data-focus": "dark" });
  parts.size = button(icon("whole"), () => page.turnWhole(), "small", { "data-focus": "size" });
  parts.which = ["open", "confirmed", "all"].map((which) => button(words[which], () => { filter.which = which; page.draw(); }, "which", { "data-which": which, "data-focus": `which ${which}` }));
  const word = make("input", "", {
    type: "search", placeholder: words.a_word, "aria-label": words.word, "data-focus": "word",
    oninput: () => { filter.word = word.value; page.draw(); },
  });
  word.value = filter.word;
  parts.bar.setAttribute("aria-label", words.tools);
  parts.bar.replaceChildren(
    parts.undo, make("span", "group", { role: "group", "aria-label": words.which }, ...parts.which),
    word, parts.count, make("span", "gap"), parts.dark, parts.size,
  );
}

function drawBar(page) {
  const { words, needs } = page.said;
  const { which, count } = page.parts;
  drawTools(page);
  which.forEach((one) => one.setAttribute("aria-pressed", String(one.dataset.which === page.filter.which)));
  count.textContent = page.needs.length < needs.length ? filled(words.shown, { n: page.needs.length, all: needs.length }) : "";
}
