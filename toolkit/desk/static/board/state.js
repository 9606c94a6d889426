// What the board shows: what the server said, with the gestures it has not answered yet carried out on top.

const SHORT = 40;  // letters of a card's name in a sentence

const FORESEE = {
  move: (cards, { cluster, theme }) => change(cards, cluster, { theme, confirmed: true }),
  confirm: (cards, { themes }) => Object.keys(themes).forEach((id) => change(cards, Number(id), { confirmed: true })),
  name: (cards, { cluster, name }) => change(cards, cluster, { name: name || cards.get(cluster)?.own }),
  split: (cards, { cluster }) => change(cards, cluster, {}),
  merge(cards, { into, others, name }) {
    const joined = others.map((id) => cards.get(id)).filter(Boolean);
    joined.forEach((card) => cards.delete(card.id));
    const notes = [...(cards.get(into)?.notes ?? []), ...joined.flatMap((card) => card.notes)];
    change(cards, into, name ? { notes, name } : { notes });
  },
  out(cards, { note, cluster }) {
    const card = cards.get(cluster);
    const taken = card?.notes.find((one) => one.id === note);
    if (!taken) return;
    change(cards, cluster, { notes: card.notes.filter((one) => one.id !== note) });
    if (note !== cluster) {
      cards.set(note, { ...card, id: note, name: taken.text, own: taken.text, notes: [taken], waiting: true });
    }
  },
};

function change(cards, id, what) {
  if (cards.has(id)) cards.set(id, { ...cards.get(id), ...what, waiting: true });
}

function foreseen(said, waiting) {
  const cards = new Map(said.cards.map((card) => [card.id, card]));
  waiting.forEach((gesture) => FORESEE[gesture.gesture]?.(cards, gesture));
  const apart = new Set(waiting.filter((one) => one.gesture === "apart").map((one) => String(one.ids)));
  const proposals = said.proposals.filter(
    (one) => !apart.has(String(one.ids)) && one.ids.every((id) => cards.has(id)),
  );
  return { cards, proposals };
}

function passes(card, filter) {
  if (filter.kind && card.kind !== filter.kind) return false;
  const word = plain(filter.word);
  return card.notes.some(
    (note) =>
      (!filter.station || String(note.station) === filter.station) &&
      (!filter.source || note.source === filter.source) &&
      (!word || plain(`${note.text} ${card.name}`).includes(word)),
  );
}

function byWeight(one, other) {
  return other.notes.length - one.notes.length || other.ticks - one.ticks || one.id - other.id;
}
