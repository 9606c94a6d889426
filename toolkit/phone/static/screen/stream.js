// Listens to the server and keeps listening: after sleep, a lost network or a restarted server.

const QUIET = 40000; // ms without a sign of life before the connection is made anew
const FIRST = 5000; // the same for a connection that has not said anything yet; twice as long at each try
const EVENTS = ["state", "step", "notes", "gone", "counts", "themes", "votes", "raffle", "slides", "screen"];

export function listen(address, on, lost) {
  let source = null;
  let heard = performance.now();
  let ticked = Date.now();
  let retry = 0;
  let patience = FIRST;

  function open() {
    source?.close();
    heard = performance.now();
    source = new EventSource(address);
    for (const name of EVENTS) {
      source.addEventListener(name, (event) => {
        alive();
        on(name, JSON.parse(event.data));
      });
    }
    source.addEventListener("beat", alive);
    source.onerror = () => {
      lost(true);
      // A refused connection is not tried again by the browser itself.
      if (source.readyState === EventSource.CLOSED && !retry) retry = setTimeout(again, 3000);
    };
  }

  function again() {
    clearTimeout(retry);
    retry = 0;
    open();
  }

  function alive() {
    heard = performance.now();
    patience = QUIET;
    lost(false);
  }

  setInterval(() => {
    const slept = Date.now() - ticked > 8000; // the timer itself stood still, or the clock was moved
    ticked = Date.now();
    const silent = performance.now() - heard > patience;
    if (slept || silent) {
      lost(silent);
      patience = slept ? FIRST : Math.min(2 * patience, QUIET);
      again();
    }
  }, 2000);
  addEventListener("online", again);
  addEventListener("pageshow", (event) => event.persisted && again());
  open();
}
