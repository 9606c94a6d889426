// Text that its own box cuts off, where neither scrolling nor an ellipsis was meant.
() => [...document.querySelectorAll("main *, header *, footer *")].filter((one) => {
  const style = getComputedStyle(one);
  return style.overflow === "hidden" && style.textOverflow !== "ellipsis" && !style.webkitLineClamp.match(/\d/)
    && one.clientWidth > 2 && one.clientHeight > 2 && one.checkVisibility() && one.textContent.trim()
    && (one.scrollWidth > one.clientWidth + 2 || one.scrollHeight > one.clientHeight + 2);
}).map((one) => one.outerHTML.slice(0, 120))
