// Forms: what is typed stays on this phone until it is sent; contacts and check-in are never kept.
const KINDS = { vote: 'vote', closing: 'closing', host: 'host' }, STAY = ['checkin', 'interest'];
const kindOf = (f) => (f.dataset.note !== undefined ? 'note' : f.dataset.tick !== undefined ? 'tick' : f.dataset.queue || KINDS[f.id] || '');
const aboutOf = (f) => f.dataset.note || f.getAttribute('action');
const fields = (f) => [...f.elements].filter((e) => e.name && e.type !== 'hidden');
const box = (e) => e.type === 'checkbox' || e.type === 'radio';
const values = (f) => fields(f).map((e) => (box(e) ? [e.name, e.value, e.checked] : [e.name, null, e.value]));
const fill = (f, kept) => (kept || []).forEach(([name, value, now]) => fields(f).forEach((e) => {
  if (e.name !== name) return;
  if (value === null) e.value = now; else if (e.value === value) e.checked = now;
}));
const pour = (f, data) => { const given = new URLSearchParams(data); fields(f).forEach((e) => { if (box(e)) e.checked = given.getAll(e.name).includes(e.value); else e.value = given.get(e.name) || ''; }); };
const frozen = (f) => { const data = new URLSearchParams(new FormData(f)); data.delete('csrf'); data.delete('key'); if (slip()) data.set('for', slip()); return data.toString(); };
const count = (area) => { const place = $('#' + area.id + '-left'); if (place) place.textContent = words.left.replace('{n}', area.maxLength - area.value.length); };
const most = (one) => {
  const boxes = [...one.form.elements].filter((e) => e.name === one.name), full = boxes.filter((e) => e.checked).length >= +one.dataset.most;
  boxes.forEach((e) => { e.disabled = full && !e.checked; });
};

const draftName = (id) => 'draft:' + base + ':' + slip() + ':' + id;
const draftOf = (f) => draftName(f.dataset.note || f.id);
const drafted = (f) => ['note', 'correct', 'vote', 'closing', 'host'].includes(kindOf(f));
const textOf = (f) => {
  const area = $('textarea', f), chosen = () => all('input:checked', f).map((e) => e.closest('label').textContent.trim()).join(' · ');
  return { vote: chosen, closing: () => '' }[kindOf(f)]?.() ?? (area ? area.value : f.closest('li') ? $('p', f.closest('li')).textContent : '');
};
const draft = (f) => store.set(draftOf(f), { values: values(f), data: frozen(f), text: textOf(f), kind: kindOf(f), about: aboutOf(f), to: f.getAttribute('action'), who: body.dataset.who || '', at: Date.now() });
const dressing = [];
const dress = () => {
  all('form').filter(drafted).forEach((f) => {
    const kept = store.get(draftOf(f)), inside = kept && f.closest('details');
    if (kept) fill(f, kept.values);
    if (inside) inside.open = true;
  });
  all('textarea[maxlength]').forEach(count);
  all('input[data-most]').forEach(most);
  if ($('#state')) $('#state').removeAttribute('role');  // said in #live, once
  dressing.forEach((one) => one());
  show();
};

const emptied = (f) => {
  const kind = kindOf(f), inside = f.closest('details'), area = $('textarea', f);
  store.set(draftOf(f), null); f.dataset.sent = 1;
  if (kind === 'correct' && inside) inside.open = false;
  if (kind !== 'note' && kind !== 'host') return;
  all(kind === 'host' ? '#ticks, #lines' : 'textarea, details input, details select', f).forEach((e) => { if (box(e)) e.checked = false; else e.value = ''; });
  count(area);
};
// What became of it stands right under what was pressed, where the eyes are.
const beside = (f) => {
  const spot = f && f.closest('.notes') || f;
  if (!spot || kindOf(f) === 'tick') return;
  spot.after(...[$('#state'), list()].filter(Boolean));
};
const submitted = (event) => {
  const f = event.target, kind = kindOf(f), area = $('textarea', f);
  if (STAY.includes(f.id)) { event.preventDefault(); return stay(f); }
  if (!kind) return resting(f, 8000);
  if ((kind === 'note' || kind === 'host') && !area.value.trim()) { event.preventDefault(); return area.focus(); }
  if (add({ kind, about: aboutOf(f), to: f.getAttribute('action'), data: frozen(f), text: textOf(f).trim(), slip: slip(), who: body.dataset.who || '' })) { event.preventDefault(); emptied(f); beside(f); $('#queue').scrollIntoView({ block: 'nearest' }); }
};
const resting = (f, time) => {  // after the form has gone, so that the pressed button goes with it
  setTimeout(() => all('button', f).forEach((one) => { one.disabled = true; }), 0);
  setTimeout(() => all('button', f).forEach((one) => { one.disabled = false; }), time);
};

// Sent, never kept: the page stays with all that was filled in, and under the same key, until the server has answered.
const stay = async (f) => {
  if (f.dataset.going) return;
  f.dataset.going = 1; say(words.sending);
  const stop = new AbortController(), late = setTimeout(() => stop.abort(), 20000);
  try {
    const answer = await fetch(f.getAttribute('action'), { method: 'POST', body: new URLSearchParams(new FormData(f)), headers: { Accept: 'application/json' }, credentials: 'same-origin', redirect: 'manual', signal: stop.signal });
    if (answer.type === 'opaqueredirect') return location.replace(base + (f.id === 'interest' ? '?skip=interest' : ''));
    if (answer.status >= 400 && answer.status < 500) return f.submit();  // refused: the page says at which field
    throw answer;
  } catch { say(words.unsent, 'warn'); $('#state').scrollIntoView({ block: 'center' }); } finally { clearTimeout(late); delete f.dataset.going; }
};

// ---- swapping the page without losing what is being typed
let turn = 0, again = 0;
const refresh = async () => {
  const mine = ++turn;
  let page;
  clearTimeout(again);
  try {
    const answer = await fetch(location.pathname, { headers: { Accept: 'text/html' }, credentials: 'same-origin' });
    if (answer.status === 404 || answer.status === 410) return location.reload();  // the door says why
    if (!answer.ok) throw answer;
    page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  } catch { again = setTimeout(refresh, 3000 + Math.random() * 3000); return; }
  if (mine !== turn || !$('main', page)) return;
  if ((page.body.dataset.slip || '') !== slip()) return location.reload();  // another person's turn on this phone
  got = [];
  swap(page);
};
const swap = (page) => {
  const kept = {}, open = {}, at = document.activeElement, spot = at && at.id, y = scrollY, said = $('#state'), under = said && said.previousElementSibling;
  const from = at && 'selectionStart' in at ? [at.selectionStart, at.selectionEnd] : null, moved = page.body.dataset.place !== body.dataset.place;
  if (!moved) all('main form[id]').forEach((f) => { kept[f.id] = values(f); });
  all('main details[id]').forEach((d) => { open[d.id] = d.open; });
  ['header', 'main', 'footer'].forEach((tag) => { const a = $(tag), b = $(tag, page); if (a && b) a.replaceWith(b); });
  body.className = page.body.className;
  Object.assign(body.dataset, page.body.dataset);
  document.title = page.title;
  Object.keys(kept).forEach((id) => { const f = document.getElementById(id); if (f) fill(f, kept[id]); });
  Object.keys(open).forEach((id) => { const d = document.getElementById(id); if (d) d.open = open[id]; });
  if (!base.startsWith('/w/') && said && $('#state')) $('#state').replaceWith(said);
  if (!moved && under && under.id) beside(document.getElementById(under.id));
  dress();
  if (moved) { scrollTo(0, 0); const h = $('h1'); if (h) { h.tabIndex = -1; h.focus(); } return; }
  scrollTo(0, y);
  const here = spot && document.getElementById(spot);
  if (here) { here.focus({ preventScroll: true }); try { if (from) here.setSelectionRange(from[0], from[1]); } catch { /* not a text */ } }
};
const typed = (event) => {
  const e = event.target;
  if (e.maxLength > 0) count(e);
  if (e.dataset.most) most(e);
  if (e.form && drafted(e.form)) { draft(e.form); delete e.form.dataset.sent; }
};

const wake = () => { if (document.visibilityState !== 'hidden') { wait = 0; send(); } };
const begin = () => {
  tidy();
  addEventListener('submit', submitted); addEventListener('input', typed); addEventListener('click', pressed);
  addEventListener('online', wake); addEventListener('pageshow', wake);
  addEventListener('offline', () => say(words.offline, 'warn'));
  addEventListener('storage', (e) => { show(); if (e.key && e.key.startsWith(line) && !e.newValue) refresh(); });  // another tab delivered it
  document.addEventListener('visibilitychange', wake);
  dress(); send();
  const last = store.get('received:' + base);
  if (last && last.at >= performance.timeOrigin) refresh();  // delivered while this page was on its way
};
