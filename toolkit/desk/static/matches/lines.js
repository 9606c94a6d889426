// Lines between the two sides: solid where a person confirmed, dashed where it is only suggested.

const SVG = "http://www.w3.org/2000/svg";

function drawLines(page) {
  const { svg, left, right, sides } = page.parts;
  const frame = sides.getBoundingClientRect();
  const ends = (box, name) => new Map([...box.querySelectorAll(`[data-${name}]`)].map(
    (element) => [Number(element.dataset[name]), element.getBoundingClientRect()]));
  const needs = ends(left, "need"), offers = ends(right, "offer");
  const within = { left: left.getBoundingClientRect(), right: right.getBoundingClientRect() };
  const lines = [];
  for (const need of page.needs) {
    for (const link of page.now.get(need.id)) {
      if (link.state === "declined" || !offers.has(link.offer)) continue;
      const chosen = need.id === page.chosen;
      const from = height(needs.get(need.id), within.left, chosen);
      const to = height(offers.get(link.offer), within.right, chosen);
      if (from === null || to === null) continue;
      lines.push(line(link, chosen, needs.get(need.id).right - frame.left, from - frame.top, offers.get(link.offer).left - frame.left, to - frame.top));
    }
  }
  svg.replaceChildren(...lines.sort((one, other) => one.dataset.order - other.dataset.order));
}

// The middle of a card; null when it is out of sight, its edge for the card in hand.
function height(card, within, chosen) {
  const middle = card.top + Math.min(card.height / 2, 40);
  if (middle >= within.top && middle <= within.bottom) return middle;
  return chosen ? Math.min(Math.max(middle, within.top + 4), within.bottom - 4) : null;
}

function line(link, chosen, x1, y1, x2, y2) {
  const path = document.createElementNS(SVG, "path");
  const bend = (x2 - x1) / 2;
  path.setAttribute("d", `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`);
  path.setAttribute("class", `line ${link.state}${chosen ? " chosen" : ""}`);
  path.dataset.order = (chosen ? 2 : 0) + (link.state === "confirmed" ? 1 : 0);
  path.dataset.link = `${link.need} ${link.offer}`;
  return path;
}
