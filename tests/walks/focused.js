// The focused control, through shadow roots; its frame may stand around a parent, as around a smiley.
() => {
  let at = document.activeElement;
  while (at && at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
  if (!at || at === document.body || at.tagName === "IFRAME") return null;
  const up = (one) => one.parentElement || (one.getRootNode().host ?? null);
  const parts = (colour) => (colour.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number);
  const linear = (one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
  const light = (colour) => {
    const [red, green, blue] = parts(colour).map((one) => linear(one / 255));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const frame = (style) => (style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth));
  let framed = at;
  for (let i = 0; i < 6 && framed && frame(getComputedStyle(framed)) < 1.5; i++) framed = up(framed);
  const what = at.outerHTML.slice(0, 110);
  if (!framed) return { what, width: 0, contrast: 1, inside: true };
  let ground = up(framed);
  while (ground && (parts(getComputedStyle(ground).backgroundColor)[3] ?? 1) < 0.5) ground = up(ground);
  const style = getComputedStyle(framed), box = framed.getBoundingClientRect();
  const behind = ground ? getComputedStyle(ground).backgroundColor : "rgb(255,255,255)";
  const [more, less] = [style.outlineColor, behind].map(light).sort((one, other) => other - one);
  const inside = box.bottom > 0 && box.top < innerHeight;
  return { what, width: frame(style), contrast: (more + 0.05) / (less + 0.05), inside };
}
