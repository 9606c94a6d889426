// The shared clock: what the server said was left, counted on from when it was heard.

let heard = null; // { left, paused, at }

export function hear(clock) {
  heard = clock ? { left: clock.left, total: clock.total, paused: clock.paused, at: performance.now() } : null;
}

export function left() {
  if (!heard) return null;
  const gone = heard.paused ? 0 : (performance.now() - heard.at) / 1000;
  return Math.max(0, heard.left - gone);
}

export function share() {
  return heard && heard.total ? Math.min(1, left() / heard.total) : 0;
}

export function paused() {
  return Boolean(heard && heard.paused);
}
