// What every bar has: undo by name, light or dark, the whole screen.

function drawTools({ said, waiting, dark, parts, box, root }) {
  const { words, undo: what } = said;
  const whole = root.fullscreenElement === box || box.classList.contains("whole");
  parts.undo.replaceChildren(icon("undo"), what ? filled(words.undo_what, { what }) : words.undo);
  parts.undo.disabled = !what && !waiting.length;
  label(parts.dark, dark ? words.light : words.dark);
  label(parts.size, whole ? words.small : words.whole);
}

function label(element, text) {
  element.title = text;
  element.setAttribute("aria-label", text);
}

// The element itself, not the host of its shadow: a person who types means the field, not the page.
function typing(event) {
  const tag = event.composedPath()[0]?.tagName;
  return tag === "INPUT" || tag === "TEXTAREA" || tag === "SELECT";
}
