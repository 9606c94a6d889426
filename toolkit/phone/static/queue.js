// The queue: what was sent is frozen under a key and leaves this phone only when the server has named that key.
const line = 'queue:' + base + ':', LATEST = ['tick', 'vote', 'closing', 'correct'];  // of these only the newest matters
let flying = '', wait = 0, quiet = 0, timer = 0, failed = false, got = [];

const items = () => store.under(line).map(store.get).filter((one) => one && one.key).sort((a, b) => a.n - b.n);
const keep = (item) => store.set(line + item.key, item);
const drop = (item) => store.set(line + item.key, null);
const change = (item, more) => { const now = store.get(line + item.key); if (now) keep({ ...now, ...more }); };
const stuck = (item) => item.bad || item.now;
const waiting = () => items().filter((one) => !stuck(one));

// False when this phone cannot keep it; then the form goes its plain way.
const add = (item) => {
  const before = items(), same = before.filter((one) => one.kind === item.kind && one.slip === item.slip && one.about === item.about);
  const last = same.filter((one) => !stuck(one)).pop();
  if (!last || last.data !== item.data) {
    const n = 1 + Math.max(0, ...before.map((one) => one.n));
    if (!keep({ ...item, key: newKey(), n, at: Date.now(), tries: 0 })) return false;
    if (LATEST.includes(item.kind)) same.filter((one) => stuck(one) || !one.tries).forEach(drop);
  }
  show(); send();
  return true;
};

const post = async (item) => {
  const stop = new AbortController(), late = setTimeout(() => stop.abort(), 20000), data = new URLSearchParams(item.data);
  data.set('key', item.key); data.set('csrf', body.dataset.csrf);
  try {
    const answer = await fetch(item.to, { method: 'POST', body: data, headers: { Accept: 'application/json' }, credentials: 'same-origin', signal: stop.signal });
    return { status: answer.status, rest: +answer.headers.get('Retry-After') || 0, told: await answer.json().catch(() => ({})) };
  } catch { return { status: 0, rest: 0, told: {} }; } finally { clearTimeout(late); }
};

const send = async () => {
  const item = waiting()[0];
  if (!item || flying) return;
  clearTimeout(timer);
  if (quiet > performance.now()) { timer = setTimeout(send, quiet - performance.now()); return; }
  flying = item.key; change(item, { tries: item.tries + 1 }); show();
  const answer = await post(item);
  flying = '';
  settle(item, answer);
};

const settle = (item, { status, rest, told }) => {
  const refused = told.error && status >= 400 && status < 500 && ![403, 408, 429].includes(status);
  if (status >= 200 && status < 300 && told.key === item.key) received(item, told);
  else if (told.gone) forget(item.slip);
  else if (refused || (status === 403 && told.error && item.renewed)) change(item, told.now ? { now: told.now } : { bad: told.error });
  else return later(item, status, rest);
  failed = false; show(); send();
};

// 1 s, doubling to 30 s, never all phones at once, and never before the server wants to hear from us again.
const later = (item, status, rest) => {
  if (status === 403) { change(item, { renewed: 1 }); refresh(); }  // the page was open for too long: its token is renewed
  if (status === 500) change(item, { n: 1 + Math.max(...items().map((one) => one.n)) });  // the others need not wait for it
  wait = Math.min(30, wait ? wait * 2 : 1); failed = true;
  quiet = rest && performance.now() + 1000 * rest;
  timer = setTimeout(send, 1000 * Math.max(wait * (0.6 + Math.random() * 0.4), rest && rest + Math.random()));
  show();
};

const received = (item, told) => {
  const rest = told.bad && told.bad.length ? comeBack(item, told.bad) : null;
  if (item.kind === 'correct' && told.id) follow(item, told.id);
  drop(item); wait = 0; got.push(item); store.set('received:' + base, { at: Date.now() });
  say(told.line || words.received);
  if (rest && !ACTS.back(rest.key)) say(told.line + ' ' + rest.bad, 'warn');  // the field was empty: they are in it again
  if (!waiting().length) refresh();
};

// What was written about a note goes on with the note that took its place.
const follow = (item, id) => {
  const at = /\/notes\/\d+\//, from = at.exec(item.to)[0], to = item.to.replace(at, '/notes/' + id + '/').match(at)[0];
  items().filter((one) => one.slip === item.slip && one.to.includes(from)).forEach((one) => change(one, { to: one.to.replace(from, to), about: one.about.replace(from, to) }));
  const old = draftName('correct-' + from.split('/')[2]), draft = store.get(old);
  if (draft) { store.set(draftName('correct-' + id), draft); store.set(old, null); }
};

// Lines that a table host's page could not bring in come back with the reason, before the rest is forgotten.
const comeBack = (item, bad) => {
  const data = new URLSearchParams(item.data), text = bad.map(([one]) => one).join('\n');
  data.set('lines', text);
  const rest = { ...item, key: newKey(), text, data: data.toString(), bad: bad.map(([one, why]) => (one.length > 40 ? one.slice(0, 40) + '…' : one) + ': ' + why).join('\n') };
  keep(rest);
  return rest;
};

// A slip that was erased meanwhile: nothing of it is sent, nothing of it stays.
const forget = (gone) => {
  items().filter((one) => one.slip === gone).forEach(drop);
  store.under('draft:' + base + ':' + gone + ':').forEach((name) => store.set(name, null));
  say(words.gone, 'warn');
};
