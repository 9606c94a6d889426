// Controls that are drawn, can be pressed and are too small; a link inside a sentence may be as small as its letters.
(least) => [...document.querySelectorAll("a[href],button,input,select,textarea,summary,label,[role=tab]")]
  .filter((one) => one.type !== "range") // a slider's thumb stands alone, with more than 24 px around its middle
  .filter((one) => !one.closest("[inert],[aria-hidden=true]"))
  .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .filter((one) => !(one.tagName === "A" && one.closest("p,li,small")
    && one.parentElement.textContent.trim() !== one.textContent.trim()))
  .filter((one) => !one.labels?.length && !(one.tagName === "LABEL" && !one.querySelector("input")))
  .map((one) => [one, one.getBoundingClientRect()])
  .filter(([one, box]) => box.right > 0 && box.width > 1 && box.height > 1)
  .filter(([one, box]) => box.height < least - 0.5 || box.width < Math.min(24, least) - 0.5)
  .map(([one, box]) => `${one.outerHTML.slice(0, 90)} ${Math.round(box.width)}x${Math.round(box.height)}`)
