// Follows the stage, keeps what was typed, and sends notes until the server has them. Works without; better with.
(() => {
  'use strict';
  const body = document.body, code = body.dataset.code, slip = body.dataset.slip || '0';
  if (!code) return;
  const base = '/w/' + code, words = JSON.parse(body.dataset.words), $ = (s, e) => (e || document).querySelector(s);
  const all = (s) => [...document.querySelectorAll(s)];
  const store = {
    get(k) { try { return JSON.parse(localStorage.getItem(k)); } catch { return null; } },
    set(k, v) { try { v == null ? localStorage.removeItem(k) : localStorage.setItem(k, JSON.stringify(v)); } catch { /* full or forbidden */ } },
  };
  const say = (text, kind) => {
    const place = $('#state');
    if (!place || (place.textContent === text && !place.hidden)) return;
    place.hidden = !text; place.className = 'state ' + (kind || ''); place.textContent = text;
  };
  const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');

  // ---- the clock: the server's time, so a wrong phone clock does not matter
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

  // ---- drafts: what is typed stays on this phone until it is sent; forms with contacts are left alone
  const draftKey = (f) => 'draft:' + code + ':' + slip + ':' + (f.dataset.note || '');
  const fields = (f) => [...f.elements].filter((e) => e.name && e.type !== 'hidden');
  const values = (f) => fields(f).map((e) => [e.name, e.type === 'checkbox' || e.type === 'radio' ? e.value : null, e.type === 'checkbox' || e.type === 'radio' ? e.checked : e.value]);
  const fill = (f, kept) => (kept || []).forEach(([name, value, now]) => fields(f).forEach((e) => {
    if (e.name !== name) return;
    if (value === null) e.value = now; else if (e.value === value) e.checked = now;
  }));
  const count = (area) => {
    const place = $('#' + area.id + '-left');
    if (place) place.textContent = words.left.replace('{n}', area.maxLength - area.value.length);
  };
  const dress = () => {
    all('form[data-note]').forEach((f) => fill(f, store.get(draftKey(f))));
    all('textarea[maxlength]').forEach(count);
    all('input[data-most]').forEach(most);
    readClock(); showQueue();
  };
  const most = (box) => {
    const boxes = [...box.form.elements].filter((e) => e.name === box.name), max = +box.dataset.most;
    const full = boxes.filter((e) => e.checked).length >= max;
    boxes.forEach((e) => { e.disabled = full && !e.checked; });
  };

  // ---- swapping the page without losing what is being typed
  let busy = 0;
  const refresh = async () => {
    const turn = ++busy;
    let page;
    try {
      const answer = await fetch(location.pathname, { headers: { Accept: 'text/html' }, credentials: 'same-origin' });
      if (!answer.ok && answer.status >= 500) return;
      page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    } catch { return; }
    if (turn !== busy || !$('main', page)) return;
    const kept = {}, open = {}, at = document.activeElement, spot = at && at.id, y = scrollY;
    const from = at && 'selectionStart' in at ? [at.selectionStart, at.selectionEnd] : null;
    all('main form[id]').forEach((f) => { kept[f.id] = values(f); });
    all('main details[id]').forEach((d) => { open[d.id] = d.open; });
    const moved = page.body.dataset.place !== body.dataset.place;
    ['header', 'main', 'footer'].forEach((tag) => { const a = $(tag), b = $(tag, page); if (a && b) a.replaceWith(b); });
    body.className = page.body.className;
    Object.assign(body.dataset, page.body.dataset);
    document.title = page.title;
    Object.keys(kept).forEach((id) => { const f = document.getElementById(id); if (f) fill(f, kept[id]); });
    Object.keys(open).forEach((id) => { const d = document.getElementById(id); if (d) d.open = open[id]; });
    dress();
    if (moved) { scrollTo(0, 0); const h = $('h1'); if (h) { h.tabIndex = -1; h.focus(); } return; }
    scrollTo(0, y);
    const again = spot && document.getElementById(spot);
    if (again) { again.focus({ preventScroll: true }); try { if (from) again.setSelectionRange(from[0], from[1]); } catch { /* not a text */ } }
  };

  // ---- the queue: a note leaves this phone's memory only when the answer names its key
  const queueKey = 'queue:' + code;
  const queue = () => store.get(queueKey) || [];
  const keep = (items) => store.set(queueKey, items.length ? items : null);
  const drop = (key) => keep(queue().filter((i) => i.key !== key));
  let wait = 0, timer = 0, sending = false;
  const showQueue = () => {
    const items = queue(), bad = items.filter((i) => i.bad);
    const place = $('#attention');
    if (place) {
      place.replaceChildren(...bad.map((i) => {
        const row = document.createElement('div'), text = document.createElement('p'), why = document.createElement('p'), back = document.createElement('button');
        row.className = 'state warn'; text.textContent = '„' + i.text + '“'; why.textContent = i.bad;
        back.type = 'button'; back.className = 'plain'; back.textContent = words.again; back.dataset.back = i.key;
        row.append(why, text, back);
        return row;
      }));
    }
    if (items.length > bad.length) say(words.waiting.replace('{n}', items.length - bad.length), 'warn');
  };
  const later = (seconds) => { clearTimeout(timer); timer = setTimeout(send, seconds * 1000 * (0.75 + Math.random() / 2)); };
  const send = async () => {
    const item = queue().find((i) => !i.bad);
    if (!item || sending) return;
    sending = true; clearTimeout(timer);
    let answer, told = {};
    try {
      const stop = new AbortController(), late = setTimeout(() => stop.abort(), 20000);
      const data = new URLSearchParams(item.data);
      data.set('csrf', body.dataset.csrf);
      answer = await fetch(item.to, { method: 'POST', body: data, headers: { Accept: 'application/json' }, credentials: 'same-origin', signal: stop.signal });
      clearTimeout(late);
      told = await answer.json();
    } catch { answer = answer && answer.status >= 400 && answer.status < 500 ? answer : null; }
    sending = false;
    if (answer && answer.ok && told.key === item.key) {
      drop(item.key); wait = 0; say(told.line || words.received); refresh(); send();
    } else if (answer && answer.status >= 400 && answer.status < 500 && answer.status !== 429 && answer.status !== 408) {
      keep(queue().map((i) => (i.key === item.key ? { ...i, bad: told.error || words.attention } : i)));
      say(words.attention, 'warn'); showQueue(); send();
    } else {
      wait = Math.min(30, wait ? wait * 2 : 1);
      showQueue(); later(Math.max(wait, answer ? +answer.headers.get('Retry-After') || 0 : 0));
    }
  };

  addEventListener('submit', (event) => {
    const f = event.target;
    if (f.matches('[data-note]')) {
      const area = $('textarea', f), text = area.value.trim();
      event.preventDefault();
      if (!text) { area.focus(); return; }
      const key = newKey(), data = new URLSearchParams(new FormData(f));
      data.set('key', key); data.set('for', slip);
      keep([...queue(), { key, to: f.getAttribute('action'), data: data.toString(), text }]);
      area.value = ''; f.querySelectorAll('details input, details textarea').forEach((e) => { if (e.type === 'checkbox' || e.type === 'radio') e.checked = false; else e.value = ''; });
      store.set(draftKey(f), null); count(area); area.focus(); showQueue(); send();
    } else if (f.matches('[data-tick]')) {
      event.preventDefault();
      const button = $('button', f);
      button.disabled = true;
      fetch(f.getAttribute('action'), { method: 'POST', body: new URLSearchParams(new FormData(f)), headers: { Accept: 'application/json' }, credentials: 'same-origin' })
        .then((a) => a.json().then((told) => { if (a.ok) refresh(); else say(told.error, 'warn'); }))
        .catch(() => say(words.offline, 'warn')).then(() => { button.disabled = false; });
    } else {
      setTimeout(() => f.querySelectorAll('button').forEach((b) => { b.disabled = true; }), 0);
      setTimeout(() => f.querySelectorAll('button').forEach((b) => { b.disabled = false; }), 8000);
    }
  });
  addEventListener('input', (event) => {
    const e = event.target;
    if (e.maxLength > 0) count(e);
    if (e.dataset.most) most(e);
    if (e.form && e.form.dataset.note !== undefined) store.set(draftKey(e.form), values(e.form));
  });
  addEventListener('click', (event) => {
    const key = event.target.dataset && event.target.dataset.back;
    if (!key) return;
    const item = queue().find((i) => i.key === key), area = $('form[data-note] textarea');
    if (item && area) { area.value = item.text; area.focus(); count(area); drop(key); showQueue(); }
  });

  // ---- following the stage
  let seen = body.dataset.version, source = null, poll = 0, etag = '', heard = 0;
  // a form that is half filled in stays; notes keep their text anyway
  const half = () => all('#closing, #interest').some((f) => fields(f).some((e) => (e.type === 'checkbox' || e.type === 'radio' ? e.checked !== e.defaultChecked : e.tagName !== 'SELECT' && e.value !== e.defaultValue)));
  const told = (step) => {
    if (!step || step.version === undefined || String(step.version) === seen) return;
    seen = String(step.version);
    if (half()) { say(words.moved + ' '); const a = document.createElement('a'); a.href = base; a.textContent = words.on; $('#state').append(a); return; }
    const group = body.dataset.group, where = step.stations && group !== '' ? step.stations[+group] : null;
    const place = $('#place');
    if (place && where && (step.stage === 'moving' || step.stage === 'round')) place.textContent = words.station.replace('{n}', where);
    if (location.pathname !== base) { location.assign(base); return; }
    setTimeout(refresh, Math.random() * 700);
  };
  const ask = async () => {
    clearTimeout(poll);
    try {
      const answer = await fetch(base + '/step', { headers: etag ? { 'If-None-Match': etag } : {}, credentials: 'same-origin', cache: 'no-store' });
      etag = answer.headers.get('ETag') || etag;
      if (answer.status === 200) told(await answer.json());
    } catch { /* asked again soon */ }
    if (!source || source.readyState !== 1) poll = setTimeout(ask, 4000 + Math.random() * 2000);
  };
  const listen = () => {
    if (!window.EventSource) return ask();
    if (source) source.close();
    source = new EventSource(base + '/events');
    source.addEventListener('step', (e) => { heard = Date.now(); try { told(JSON.parse(e.data)); } catch { ask(); } });
    source.onopen = () => { heard = Date.now(); };
    source.onerror = () => { clearTimeout(poll); poll = setTimeout(ask, 1000 + Math.random() * 3000); if (source.readyState === 2) setTimeout(listen, 8000 + Math.random() * 4000); };
  };
  const back = () => { if (document.visibilityState === 'hidden') return; wait = 0; send(); ask(); if (!source || source.readyState === 2) listen(); };
  addEventListener('online', back);
  addEventListener('offline', () => say(words.offline, 'warn'));
  addEventListener('pageshow', (e) => { if (e.persisted) refresh(); back(); });
  document.addEventListener('visibilitychange', back);
  setInterval(tickClock, 500);
  setInterval(() => { if (body.dataset.stage === 'raffle' && document.visibilityState === 'visible') refresh(); }, 8000 + Math.random() * 4000);
  dress(); listen(); send();
})();
