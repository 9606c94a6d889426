// Follows the evening: the clock, and the page of the stage.
// The server's time, so that a wrong phone clock does not matter.
let clock = {};
const readClock = () => {
  const t = $('#clock');
  clock = t ? { ends: +t.dataset.ends || 0, offset: +t.dataset.now - Date.now(), left: +t.dataset.left, whole: +t.dataset.whole } : {};
  tickClock();
};
const tickClock = () => {
  const t = $('#clock');
  if (!t) return;
  const left = Math.max(0, clock.ends ? (clock.ends - Date.now() - clock.offset) / 1000 : clock.left || 0);
  const text = Math.floor(left / 60) + ':' + String(Math.floor(left % 60)).padStart(2, '0');
  const place = $('b', t);
  if (place && place.textContent !== text) place.textContent = text;
  const bar = $('#bar');
  if (bar) bar.value = clock.whole ? left / clock.whole : 0;
  const soon = body.dataset.stage === 'round' && left <= 120;
  body.classList.toggle('soon', soon);
  const notice = $('#soon');
  if (notice && notice.hidden === soon) notice.hidden = !soon;
};

let seen = body.dataset.version, source = null, poll = 0, etag = '';
// a form that is half filled in stays; notes keep their text anyway
const half = () => all('#closing, #interest').some((f) => !f.dataset.sent && fields(f).some((e) => (box(e) ? e.checked !== e.defaultChecked : e.tagName !== 'SELECT' && e.value !== e.defaultValue)));
const heard = (step) => {
  if (!step || step.version === undefined || String(step.version) === seen) return;
  seen = String(step.version);
  if (half()) { say(words.moved + ' '); $('#state').append(make('a', { href: base, textContent: words.on })); return; }
  const group = body.dataset.group, where = step.stations && group !== '' ? step.stations[+group] : null, place = $('#place');
  if (place && where && (step.stage === 'moving' || step.stage === 'round')) place.textContent = words.station.replace('{n}', where);
  if (location.pathname !== base) { location.assign(base); return; }
  setTimeout(refresh, Math.random() * 700);
};
const ask = async () => {
  clearTimeout(poll);
  try {
    const answer = await fetch(base + '/step', { headers: etag ? { 'If-None-Match': etag } : {}, credentials: 'same-origin', cache: 'no-store' });
    etag = answer.headers.get('ETag') || etag;
    if (answer.status === 200) heard(await answer.json());
  } catch { /* asked again soon */ }
  if (!source || source.readyState !== 1) poll = setTimeout(ask, 4000 + Math.random() * 2000);
};
const listen = () => {
  if (!window.EventSource) return ask();
  if (source) source.close();
  source = new EventSource(base + '/events');
  source.addEventListener('step', (e) => { try { heard(JSON.parse(e.data)); } catch { ask(); } });
  source.onerror = () => { clearTimeout(poll); poll = setTimeout(ask, 1000 + Math.random() * 3000); if (source.readyState === 2) setTimeout(listen, 8000 + Math.random() * 4000); };
};
const catchUp = () => { if (document.visibilityState === 'hidden') return; ask(); if (!source || source.readyState === 2) listen(); };
const evening = () => {
  addEventListener('online', catchUp);
  addEventListener('pageshow', (e) => { if (e.persisted) refresh(); catchUp(); });
  document.addEventListener('visibilitychange', catchUp);
  setInterval(tickClock, 500);
  setInterval(() => { if (body.dataset.stage === 'raffle' && document.visibilityState === 'visible') refresh(); }, 8000 + Math.random() * 4000);
  listen();
};
// another process may still answer the page of before: then it is asked for once more
const behind = () => { if (+body.dataset.version < +seen && !half()) again = setTimeout(refresh, 1000 + Math.random() * 1000); };
dressing.push(readClock, behind);
