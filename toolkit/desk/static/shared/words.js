// Sentences with gaps to fill, names cut to the length that each page gives as SHORT, words to search by.

function filled(sentence, data = {}) {
  return sentence.replace(/\{(\w+)\}/g, (gap, name) => data[name] ?? gap);
}

function short(text, most = SHORT) {
  return text.length > most ? `${text.slice(0, most).trimEnd()} …` : text;
}

// Letters without their marks: "drustvo" finds "društvo".
function plain(text) {
  return text.trim().toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");
}
