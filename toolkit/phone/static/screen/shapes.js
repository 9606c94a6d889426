// The eight shapes of the groups, each around (0, 0) with about the same weight to the eye.
import { svg } from "./dom.js";

function corners(count, radius, turn = -Math.PI / 2, inner = null) {
  const points = [];
  const steps = inner ? count * 2 : count;
  for (let i = 0; i < steps; i += 1) {
    const far = inner && i % 2 ? inner : radius;
    const angle = turn + (i * 2 * Math.PI) / steps;
    points.push(`${(far * Math.cos(angle)).toFixed(2)},${(far * Math.sin(angle)).toFixed(2)}`);
  }
  return `M${points.join("L")}Z`;
}

const PATHS = {
  circle: "M-1,0A1,1 0 1 1 1,0A1,1 0 1 1 -1,0Z",
  triangle: "M0,-1.22L1.28,.98L-1.28,.98Z",
  square: "M-.93,-.93H.93V.93H-.93Z",
  diamond: "M0,-1.3L1.3,0L0,1.3L-1.3,0Z",
  hexagon: corners(6, 1.12),
  star: corners(5, 1.42, -Math.PI / 2, 0.84),
  pentagon: corners(5, 1.2),
  cross: "M-.5,-1.15H.5V-.5H1.15V.5H.5V1.15H-.5V.5H-1.15V-.5H-.5Z",
};
const SUNK = { triangle: 0.22, star: 0.06, pentagon: 0.06 };

// A group's token: colour, shape and letter.
export function token(group, radius) {
  const letter = svg("text", {
    "text-anchor": "middle", "dominant-baseline": "central", y: (SUNK[group.shape] ?? 0) * radius * 1.6,
    "font-size": radius * 1.05,
  }, group.letter);
  letter.style.fill = group.ink;
  return svg("g.token", {},
    svg("path", { d: PATHS[group.shape] ?? PATHS.circle, transform: `scale(${radius})`, fill: group.colour }), letter);
}

export function badge(group) {
  return svg("svg", { viewBox: "-1.5 -1.5 3 3", role: "img", "aria-label": group.letter }, token(group, 1));
}
