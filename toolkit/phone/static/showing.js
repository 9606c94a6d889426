// Where everything that was sent stands, in words: waiting, being sent, received, needs attention.
const make = (tag, more, ...inner) => { const made = Object.assign(document.createElement(tag), more); made.append(...inner); return made; };
const button = (key, act, name) => { const made = make('button', { type: 'button', className: 'plain', textContent: name }); made.dataset.key = key; made.dataset.act = act; return made; };
const stateOf = (item) => (stuck(item) ? 'attention' : got.includes(item) ? 'received' : flying === item.key ? 'sending' : 'waiting');
const formOf = (item) => all('form').find((f) => kindOf(f) === item.kind && aboutOf(f) === item.about);

const row = (item) => {
  const state = stateOf(item), label = words.kinds[item.kind], made = make('li', { className: stuck(item) ? 'warn' : '' });
  made.dataset.state = state;
  if (item.bad) made.append(make('p', { className: 'error', textContent: item.bad }));
  if (item.now) return compared(item, made);
  made.append(make('p', {}, ...(label ? [make('b', { textContent: label + (item.text ? ': ' : '') })] : []), item.text || ''));
  made.append(make('small', { textContent: words.states[state] }));
  if (item.bad) made.append(make('p', { className: 'acts' }, button(item.key, ...(formOf(item) && drafted(formOf(item)) ? ['back', words.again] : ['retry', words.retry])), button(item.key, 'drop', words.drop)));
  return made;
};

// Somebody corrected the same note from another page: both texts, side by side.
const compared = (item, made) => {
  const text = (title, words) => make('div', {}, make('small', { textContent: title }), make('p', { textContent: words }));
  made.append(make('p', {}, make('b', { textContent: words.changed })));
  made.append(make('div', { className: 'two' }, text(words.theirs, item.now.text), text(words.yours, item.text)));
  made.append(make('p', { className: 'acts' }, button(item.key, 'mine', words.mine), button(item.key, 'drop', words.other)));
  return made;
};

// What was typed at an earlier station and never sent.
const left = () => store.under('draft:' + base + ':' + slip() + ':').map((name) => [name, store.get(name)])
  .filter(([, draft]) => draft && draft.kind === 'note' && draft.text.trim() && !formOf(draft));
const leftRow = ([name, draft]) => make('li', { className: 'warn' }, make('p', { textContent: draft.text }), make('small', { textContent: words.states.draft }),
  make('p', { className: 'acts' }, button(name, 'send', words.send), button(name, 'tear', words.drop)));

// Another person's slip on this phone: that something waits, not what.
const otherRows = (rest) => [...new Set(rest.map((one) => one.slip))].map((one) => {
  const theirs = rest.filter((item) => item.slip === one), bad = theirs.some(stuck);
  return make('li', { className: bad ? 'warn' : '' }, make('small', { textContent: (bad ? words.elsewhere : words.others).replace('{code}', theirs[0].who).replace('{n}', theirs.length) }));
});

const list = () => $('#queue') || ($('#state') ? $('#state').insertAdjacentElement('afterend', make('ul', { id: 'queue', className: 'sent' })) : null);
const show = () => {
  const known = items(), rest = waiting().length, mine = (one) => one.slip === slip(), listed = (one) => one.kind !== 'tick' || stuck(one);
  if (rest && (failed || !flying)) say(words.waiting.replace('{n}', rest), 'warn');
  else if (rest) say(words.sending);
  else if (known.some((one) => stuck(one) && mine(one))) say(words.attention, 'warn');
  all('form[data-tick]').forEach((f) => ticking(f, known));
  const place = list();
  if (!place) return;
  const rows = [...got.filter((one) => mine(one) && listed(one)), ...known.filter((one) => mine(one) && listed(one))].map(row);
  const fresh = make('ul', {}, ...rows, ...left().map(leftRow), ...otherRows(known.filter((one) => !mine(one))));
  if (place.innerHTML !== fresh.innerHTML) place.replaceChildren(...fresh.childNodes);
};
const ticking = (f, known) => {
  const item = known.find((one) => !stuck(one) && one.kind === 'tick' && one.about === aboutOf(f)), place = $('small', f) || f.appendChild(make('small'));
  const text = item ? words.states[stateOf(item)] : '';
  if (place.textContent !== text) place.textContent = text;
};

const ACTS = {
  drop: (key) => { const item = store.get(line + key); if (item) drop(item); },
  retry: (key) => change({ key }, { bad: '', tries: 0 }),
  mine: (key) => {
    const item = store.get(line + key), to = item.to.replace(/\/notes\/\d+\//, '/notes/' + item.now.id + '/');
    if (keep({ ...item, key: newKey(), to, about: to, now: null, tries: 0 })) drop(item);
  },
  back: (key) => {
    const item = store.get(line + key), f = item && formOf(item), area = f && $('textarea', f);
    if (!f) return words.first;
    if (area && item.kind !== 'correct' && area.value.trim()) { area.focus(); return words.first; }
    pour(f, item.data); draft(f); drop(item);
    if (f.closest('details')) f.closest('details').open = true;
    if (area) { count(area); area.focus(); }
  },
  send: (name) => { const kept = store.get(name); if (kept && add({ kind: 'note', about: kept.about, to: kept.to, data: kept.data, text: kept.text.trim(), slip: slip(), who: kept.who })) store.set(name, null); },
  tear: (name) => store.set(name, null),
};
const pressed = (event) => {
  const { act, key } = event.target.dataset || {};
  if (!ACTS[act]) return;
  const sorry = ACTS[act](key);
  if (!items().length && !sorry) say('');
  show(); send();
  if (sorry) say(sorry, 'warn');
};
