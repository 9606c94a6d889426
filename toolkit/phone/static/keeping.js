// What this phone keeps by itself: drafts and the queue, an entry each, so that two tabs never overwrite one another.
const body = document.body, base = body.dataset.base;
const $ = (what, within) => (within || document).querySelector(what);
const all = (what, within) => [...(within || document).querySelectorAll(what)];
const store = {
  get(name) { try { return JSON.parse(localStorage.getItem(name)); } catch { return null; } },
  set(name, value) {
    try { value == null ? localStorage.removeItem(name) : localStorage.setItem(name, JSON.stringify(value)); return true; } catch { return false; }
  },
  under(start) { try { return Object.keys(localStorage).filter((name) => name.startsWith(start)); } catch { return []; } },
};
// A browser that lacks one of these keeps the plain forms, which do everything too.
const able = () => ['fetch', 'AbortController', 'URLSearchParams', 'FormData', 'DOMParser', 'Promise'].every((name) => typeof window[name] === 'function')
  && 'replaceChildren' in Element.prototype && 'closest' in Element.prototype && typeof crypto === 'object' && store.set('vrtiljak', 1);
const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const slip = () => body.dataset.slip || '';
const MONTH = 30 * 86400e3;  // as long as the cookie with the slips
const tidy = () => ['draft:', 'queue:', 'received:'].forEach((start) => store.under(start).forEach((name) => {
  const kept = store.get(name);
  if (!kept || Date.now() - kept.at > MONTH) store.set(name, null);
}));

// Said where it is seen, and in a place that stays when the page changes, so that it is also heard.
const say = (text, kind) => {
  const place = $('#state') || $('main').insertAdjacentElement('afterbegin', Object.assign(document.createElement('p'), { id: 'state' }));
  if (place.textContent === text && !place.hidden) return;
  place.hidden = !text; place.className = 'state ' + (kind || ''); place.textContent = text;
  const live = $('#live');
  if (live && live.textContent !== text) live.textContent = text;
};
