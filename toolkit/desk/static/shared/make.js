// Elements: text is always text, never markup.

function make(tag, classes = "", attributes = {}, ...children) {
  const made = document.createElement(tag);
  if (classes) made.className = classes;
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

function button(label, press, classes = "", attributes = {}) {
  return make("button", classes, { type: "button", onclick: press, ...attributes }, ...[label].flat());
}

function key(letter) {
  return make("kbd", "", { "aria-hidden": "true" }, letter);
}

const ICONS = {
  undo: "M9 5 4 10l5 5M4 10h10a5 5 0 0 1 0 10h-3",
  whole: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
  dark: "M12 3a9 9 0 1 0 9 9 7 7 0 0 1-9-9z",
};

function icon(name) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  made.setAttribute("viewBox", "0 0 24 24");
  made.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", ICONS[name]);
  made.append(path);
  return made;
}
