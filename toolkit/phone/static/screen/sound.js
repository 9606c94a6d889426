// Two signals by sound. Browsers allow it only after somebody touched the page once.

let audio = null;

export function awake() {
  return audio !== null && audio.state === "running";
}

export async function wake() {
  audio ??= new AudioContext();
  await audio.resume();
  return awake();
}

function strike(pitch, after, loud = 0.35, long = 1.6) {
  const start = audio.currentTime + after;
  for (const [part, share] of [[1, 1], [2.01, 0.4], [3.02, 0.15]]) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = pitch * part;
    volume.gain.setValueAtTime(0.0001, start);
    volume.gain.exponentialRampToValueAtTime(loud * share, start + 0.01);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + long);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + long);
  }
}

export function twoMinutes() {
  if (awake()) [523, 659].forEach((pitch, i) => strike(pitch, i * 0.5));
}

export function end() {
  if (awake()) [784, 659, 523].forEach((pitch, i) => strike(pitch, i * 0.6, 0.5, 2.4));
}
