// What has to be asked: to which theme, with which card, which name, which two ideas.

function ask(board, title, content, opened) {
  const { words } = board.said;
  const dialog = board.parts.dialog;
  dialog.replaceChildren(
    make("div", "sheet", {},
      make("div", "title", {}, make("h2", "", { id: "question" }, title), button("✕", () => dialog.close(), "small", { "aria-label": words.close })),
      content),
  );
  dialog.setAttribute("aria-labelledby", "question");
  dialog.onclose = () => goTo(board, board.at);
  dialog.onclick = (event) => { if (event.target === dialog) dialog.close(); };
  dialog.showModal();
  opened?.focus();
}

const LETTERS = "123456789abcdefghijklmnopqrstuvwxyz";

function askTheme(board, card) {
  const { words, themes, unsorted } = board.said;
  const offered = themes.filter((theme) => theme.id !== card.theme && theme.id !== unsorted);
  const choose = (theme) => { board.parts.dialog.close(); board.move(card, theme.id, true); };
  const buttons = offered.map((theme, place) =>
    button([key(LETTERS[place]), make("span", "", {}, theme.name)], () => choose(theme), "choice", { "aria-keyshortcuts": LETTERS[place] }));
  const list = make("div", "choices", {
    onkeydown(event) {
      const place = LETTERS.indexOf(event.key.toLowerCase());
      if (event.ctrlKey || event.metaKey || event.altKey || event.key.length > 1 || !offered[place]) return;
      event.preventDefault();
      choose(offered[place]);
    },
  }, make("p", "soft whom", {}, card.name), ...buttons);
  walkWithArrows(list);
  ask(board, words.move_to, list, buttons[0]);
}

function askCard(board, card) {
  const { words } = board.said;
  const near = (one) => (one.theme === card.theme ? 0 : 2) + (one.kind === card.kind ? 0 : 1);
  const others = [...board.now.cards.values()].filter((one) => one.id !== card.id).sort((a, b) => near(a) - near(b) || byWeight(a, b));
  const list = make("div", "choices one");
  const show = (word) => {
    const found = others.filter((one) => passes(one, { word })).slice(0, 40);
    list.replaceChildren(...found.map((one) =>
      button([make("span", "", {}, one.name), make("span", "soft", {}, board.columns.get(one.theme)?.theme.name ?? "")],
        () => { board.parts.dialog.close(); board.merge(one, [card]); }, "choice")));
  };
  const find = make("input", "", { type: "search", placeholder: words.a_word, "aria-label": words.find, oninput: () => show(find.value) });
  show("");
  const whole = make("div", "", {}, make("p", "soft whom", {}, card.name), find, list);
  walkWithArrows(whole);
  ask(board, words.merge_to, whole, find);
}

function walkWithArrows(list) {
  list.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!by || (event.target.tagName === "INPUT" && event.key !== "ArrowDown")) return;
    const stops = [...list.querySelectorAll("input,button")];
    const place = stops.indexOf(event.target) + by;
    event.preventDefault();
    stops[(place + stops.length) % stops.length]?.focus();
  });
}

function askName(board, card) {
  const { words } = board.said;
  const field = make("input", "", { type: "text", maxlength: 120, "aria-label": words.name });
  field.value = card.name === card.own ? "" : card.name;
  field.placeholder = short(card.own, 100);
  ask(board, words.name, form(board, [make("p", "soft", {}, words.empty_name), field], () => board.rename(card, field.value.trim())), field);
}

function askParts(board, card, note) {
  const { words } = board.said;
  const halves = note.text.split(/(?<=[.!?;])\s+|,\s+(?=in |pa |ter |and )|\s+(?:pa tudi|ter|and also)\s+/i);
  const texts = [halves[0], halves.slice(1).join(" ")];
  const fields = texts.map((text, place) => {
    const label = filled(words.idea, { n: place + 1 });
    const area = make("textarea", "", { rows: 2, "aria-label": label });
    area.value = text;
    const kind = make("select", "", { "aria-label": `${words.kind}, ${label}` }, ...board.said.kinds.map((one) => make("option", "", { value: one.id, selected: one.id === note.kind }, one.name)));
    return { area, kind };
  });
  const content = fields.flatMap(({ area, kind }) => [make("div", "part", {}, area, kind)]);
  const save = () => board.part(card, note, fields.map(({ area, kind }) => [kind.value, area.value.trim()]));
  ask(board, words.split, form(board, [make("p", "soft", {}, words.split_how), ...content], save), fields[texts[1] ? 0 : 1].area);
}

function form(board, fields, save) {
  const { words } = board.said;
  const close = () => board.parts.dialog.close();
  return make("form", "", { onsubmit: (event) => { event.preventDefault(); close(); save(); } },
    ...fields,
    make("div", "answer", {}, make("button", "main", { type: "submit" }, words.save), button(words.cancel, close)));
}

function askKeys(board) {
  const { words } = board.said;
  const rows = [["← ↑ → ↓", "k_arrows"], ["Enter", "k_enter"], ["Space", "k_space"], ["Shift ← →", "k_shift"], ["M", "k_m"], ["J", "k_j"], ["C", "k_c"], ["Shift C", "k_all"], ["R", "k_r"], ["S", "k_s"], ["Y", "k_y"], ["N", "k_n"], ["Ctrl Z", "k_undo"], ["/", "k_find"]];
  const list = make("dl", "keys", {}, ...rows.flatMap(([keys, word]) => [make("dt", "", {}, make("kbd", "", {}, keys)), make("dd", "", {}, words[word])]));
  ask(board, words.help, make("div", "", {}, list, make("p", "", {}, words.k_drag)), board.parts.dialog);
}
