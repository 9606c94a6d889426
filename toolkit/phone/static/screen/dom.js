// Small pieces every view is made of.

export const words = JSON.parse(document.getElementById("words").textContent);
export const calm = matchMedia("(prefers-reduced-motion: reduce)");

const SVG = "http://www.w3.org/2000/svg";

// el("p.soft", "text", child…): texts are always set as text, never as markup.
export function el(name, ...children) {
  const [tag, ...classes] = name.split(".");
  return filled(document.createElement(tag || "div"), classes, children);
}

export function svg(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  const node = filled(document.createElementNS(SVG, tag), classes, children);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}

function filled(node, classes, children) {
  if (classes.length) node.setAttribute("class", classes.join(" "));
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}

// A prepared picture (QR code) from the page's own templates.
export function prepared(id) {
  const template = document.getElementById(id);
  return template ? template.content.cloneNode(true) : null;
}

export function rem() {
  return parseFloat(getComputedStyle(document.documentElement).fontSize);
}

export function minutes(seconds) {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
