(() => {
  "use strict";
  const told = TOLD;
  document.documentElement.lang = told.lang;
  const named = (text) => {
    if (told.names[text] !== undefined) return told.names[text];
    const part = Object.keys(told.parts).find((begins) => text.startsWith(begins));
    return part ? told.parts[part] + text.slice(part.length) : text;
  };
  const rename = (element) => ["aria-label", "placeholder"].forEach((which) => {
    const said = element.getAttribute(which);
    const ours = said && named(said);
    if (said && ours !== said) element.setAttribute(which, ours);
  });
  // A menu of links says which one is the page; its list has headings between the items, so it is no list.
  const menu = (root) => {
    root.querySelectorAll("[data-testid=stSidebarNavItems],[data-testid=stSidebarNavItems] li").forEach((one) => {
      one.setAttribute("role", "none");
    });
    root.querySelectorAll("a[data-testid=stSidebarNavLink]").forEach((link) => {
      const here = new URL(link.href).pathname === location.pathname;
      if (here) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
    });
  };
  // Streamlit offers three sizes of heading and pages leave some out: those who listen hear an unbroken order.
  const headings = () => {
    let before = 0;
    document.querySelectorAll("main :is(h1,h2,h3,h4)").forEach((one) => {
      const own = Number(one.tagName[1]);
      before = Math.min(own, before + 1);
      if (before !== own) one.setAttribute("aria-level", before); else one.removeAttribute("aria-level");
    });
  };
  const texts = (root) => root.querySelectorAll("[data-testid=stSkipToContent]").forEach((link) => {
    const node = link.firstChild, ours = node && named(node.nodeValue || "");
    if (node && node.nodeValue !== ours) node.nodeValue = ours;
  });
  // The step of the evening changes without anybody pressing here: it is said once, to those who listen.
  const say = () => {
    const step = document.querySelector(".v-steps .now");
    const now = step ? [...step.children].slice(1).map((one) => one.textContent).join(" ").trim() : "";
    if (now && said.textContent !== now && said.dataset.before) said.textContent = now;
    said.dataset.before = now;
  };
  const said = document.getElementById("v-said") || document.createElement("div");
  if (!said.id) {
    Object.assign(said, { id: "v-said", className: "v-only-heard" });
    said.setAttribute("role", "status");
    document.body.append(said);
  }
  // A press may take its own button away: the focus then stands on the heading beside it, not at the page's top.
  let path = [];
  const remember = (event) => {
    path = [];
    for (let one = event.target; one && one !== document.body; one = one.parentElement) path.push(one);
  };
  const refocus = () => {
    if (document.activeElement !== document.body || !path.length || path[0].isConnected) return;
    const left = path.find((one) => one.isConnected && one.closest("main"));
    const goal = left && (left.querySelector("h1,h2,h3,h4") || left);
    if (!goal) return;
    goal.tabIndex = -1;
    goal.focus({ preventScroll: true });
  };
  const mend = (root) => {
    if (root.matches("[aria-label],[placeholder]")) rename(root);
    root.querySelectorAll("[aria-label],[placeholder]").forEach(rename);
  };
  const whole = () => { menu(document); texts(document); headings(); say(); refocus(); };
  let asked = 0;
  const seen = (changes) => {
    changes.forEach((one) => {
      if (one.type === "attributes") rename(one.target);
      one.addedNodes.forEach((node) => { if (node.nodeType === 1) mend(node); });
    });
    if (!asked) asked = setTimeout(() => { asked = 0; whole(); }, 30); // also in a window behind another
  };
  if (window.vrtiljakMends) window.vrtiljakMends.abort();
  window.vrtiljakMends = new AbortController();
  const { signal } = window.vrtiljakMends, watch = new MutationObserver(seen);
  signal.addEventListener("abort", () => watch.disconnect());
  document.addEventListener("focusin", remember, { signal });
  watch.observe(document.body, {
    subtree: true, childList: true, attributes: true, attributeFilter: ["aria-label", "placeholder"],
  });
  mend(document.body);
  whole();
})();
