// The keys of the desk, marking words, dragging a point, and what is hard to look at. Everything else is plain HTML.
"use strict";
if (window.trustedTypes) trustedTypes.createPolicy("default", { createHTML: (text) => text });

const writing = (at) => at.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
let going = 0;
const underway = { asked: null, back: false };  // the answer that is on its way, and whether it is to be taken back

document.addEventListener("keydown", (event) => {
  const at = event.target;
  if (event.key === "Escape") {
    for (const open of document.querySelectorAll(".menu[open], .actions > details[open]")) open.open = false;
    if (writing(at)) at.blur();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (at.matches && writing(at)) {
    const enter = event.key === "Enter" && at.form && at.name === "typed" && at.form.querySelector("[data-enter]");
    if (enter) { event.preventDefault(); enter.click(); }
    const back = event.key === "Enter" && at.name === "because" && at.dataset.focus === "r";
    if (back) { event.preventDefault(); at.blur(); }
    return;
  }
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (going && Date.now() - going < 1500) {
    going = 0;
    const place = document.querySelector(`[data-go="${CSS.escape(key)}"]`);
    if (place) { event.preventDefault(); location.assign(place.href); }
    return;
  }
  if (key === "g") { going = Date.now(); return; }
  if (key === "?") { event.preventDefault(); location.assign("/keys"); return; }
  if (key === "/") {
    const seek = document.querySelector("main [data-search]") || document.getElementById("seek");
    if (seek) { event.preventDefault(); seek.focus(); seek.select(); }
    return;
  }
  if (key === "j" || key === "k") { if (step(key === "j" ? 1 : -1)) { event.preventDefault(); return; } }
  const field = document.querySelector(`[data-focus="${CSS.escape(key)}"]`);
  if (field) { event.preventDefault(); field.focus(); field.select(); return; }
  if (underway.asked) {
    if (key === "z" && underway.asked.sourceElement.id === "answers") { event.preventDefault(); underway.back = true; }
    return;
  }
  const act = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!act) return;
  event.preventDefault();
  act.click();
  if (act.tagName === "SUMMARY") act.parentElement.querySelector("input:not([type=hidden]), select, textarea")?.focus();
});

// A key that comes before the next question is there is not taken for an answer to it. To take an answer back that is
// still on its way waits until it has arrived; one that was refused left nothing to take back.
document.addEventListener("htmx:before:request", (event) => {
  if (event.target.closest("#desk")) arrived(event.detail.ctx);
});
for (const end of ["htmx:after:swap", "htmx:finally:request"]) document.addEventListener(end, (event) => {
  const { ctx } = event.detail;
  if (ctx !== underway.asked) return;
  const back = underway.back && ctx.response?.raw.ok;
  arrived(null);
  if (back) document.querySelector("[data-key=z]")?.click();
});

// A page that had nothing to show but documents shows the register as soon as there is one.
document.addEventListener("htmx:after:swap", () => {
  if (document.getElementById("unmade") && document.querySelector("#runs [data-reload]")) location.reload();
});

function arrived(next) {
  underway.asked = next;
  underway.back = false;
  document.body.toggleAttribute("data-answering", next !== null);
}

function step(by) {
  const rows = [...document.querySelectorAll("[data-row]")];
  if (!rows.length) return false;
  const now = rows.indexOf(document.activeElement);
  const next = rows[Math.max(0, Math.min(rows.length - 1, now + by))];
  next.focus();
  next.closest("tr")?.scrollIntoView({ block: "nearest" });
  return true;
}

document.addEventListener("click", (event) => {
  const again = event.target.closest("[data-reload]");
  if (again) { event.preventDefault(); location.reload(); return; }
  if (event.target.closest(".numbered [data-page]") && document.getElementById("original")) {
    const beside = document.getElementById("original");
    document.getElementById("sheet").querySelector("p")?.remove();
    beside.open = true;
    beside.scrollIntoView({ block: "nearest" });
  }
  const hard = event.target.closest(".hard");
  if (hard && !event.target.closest("a, button, summary")) hard.classList.add("shown");
  for (const menu of document.querySelectorAll(".menu[open]")) if (!menu.contains(event.target)) menu.open = false;
});

// The original beside the text: its first page when it is opened, or the page of the claim that the address names.
document.addEventListener("toggle", ({ target }) => {
  if (target.id !== "original" || !target.open || target.querySelector("svg")) return;
  const named = location.hash && document.querySelector(`.numbered [data-page][href$="=${CSS.escape(location.hash.slice(1))}"]`);
  (named || target.querySelector("[data-page]")).click();
}, true);
addEventListener("load", () => document.querySelector("#original[data-open]")?.setAttribute("open", ""));

// On a telephone the menu is longer than its line: the page that is shown stands in sight.
document.addEventListener("DOMContentLoaded", () => {
  const here = document.querySelector(".top nav [aria-current]"), line = here?.closest("ul");
  if (line && line.scrollWidth > line.clientWidth) line.scrollLeft += here.getBoundingClientRect().x + here.offsetWidth / 2 - line.getBoundingClientRect().x - line.clientWidth / 2;
});

// A search is asked for with each letter; leaving its field asks nothing again, and moves nothing under a click.
document.addEventListener("change", (event) => { if (event.target.type === "search") event.stopPropagation(); }, true);

// Marking words: the code points of the text between which they stand.
document.addEventListener("selectionchange", () => {
  const form = document.querySelector("#missed form");
  const chosen = document.getSelection();
  if (!form || !chosen || chosen.isCollapsed || !chosen.rangeCount) return;
  const range = chosen.getRangeAt(0);
  const start = offset(range.startContainer, range.startOffset), end = offset(range.endContainer, range.endOffset);
  if (start === null || end === null || start >= end) return;
  form.elements.start.value = start;
  form.elements.end.value = end;
  document.getElementById("marked").textContent = chosen.toString();
});

function offset(node, at) {
  const piece = (node.nodeType === 3 ? node.parentElement : node).closest("[data-at]");
  if (!piece || node.nodeType !== 3) return null;
  let before = "";
  for (const each of piece.childNodes) { if (each === node) break; before += each.textContent; }
  return Number(piece.dataset.at) + [...(before + node.textContent.slice(0, at))].length;
}

// The words of a claim, lit where one points at it.
document.addEventListener("pointerover", (event) => {
  const beside = event.target.closest(".numbered > li");
  for (const lit of document.querySelectorAll("mark.on")) lit.classList.remove("on");
  const id = beside?.querySelector(".num")?.hash.slice(1);
  if (id) for (const each of document.querySelectorAll(`mark[data-of~="${CSS.escape(id)}"]`)) each.classList.add("on");
});

// A point that is dragged on the map of a place writes its degrees into the form.
document.addEventListener("pointerdown", (event) => {
  const map = event.target.closest("svg[data-drag]");
  const form = document.querySelector("form.edit");
  if (!map || !form) return;
  const move = (to) => {
    const box = map.getBoundingClientRect(), view = map.viewBox.baseVal;
    const x = (to.clientX - box.left) * view.width / box.width, y = (to.clientY - box.top) * view.height / box.height;
    for (const point of map.querySelectorAll("circle")) { point.setAttribute("cx", x); point.setAttribute("cy", y); }
    form.elements.lon.value = (Number(map.dataset.west) + x * map.dataset.across).toFixed(5);
    form.elements.lat.value = (Number(map.dataset.north) - y * map.dataset.down).toFixed(5);
  };
  const stop = () => { removeEventListener("pointermove", move); removeEventListener("pointerup", stop); };
  move(event);
  addEventListener("pointermove", move);
  addEventListener("pointerup", stop);
});

// Keys of hardware (WebAuthn): only where the browser has them.
const post = (to, told) => fetch(to, { method: "POST", body: new URLSearchParams(told) });
async function withKey(form, asks, answers, sign, told) {
  const refused = form.querySelector("[data-key-refused]");
  refused.hidden = true;
  try {
    const asked = await post(asks, told);
    if (!asked.ok) throw new Error(asked.status);
    const options = await asked.json();
    const signed = await sign(options);
    const answered = await post(answers, { ...told, challenge: options.challenge, answer: JSON.stringify(signed.toJSON()) });
    if (!answered.ok) throw new Error(answered.status);
    location.assign(answered.url);
  } catch { refused.hidden = false; }
}
const signs = (options) => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
const makes = (options) => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
document.addEventListener("DOMContentLoaded", () => {
  if (!window.PublicKeyCredential) return;
  const use = document.querySelector("[data-key-use]"), prove = document.querySelector("[data-key-prove]");
  for (const each of [use, prove]) if (each) each.hidden = false;
  use?.addEventListener("click", () => withKey(use.form, "/sign-in/challenge", "/sign-in/key", signs, { name: use.form.elements.name.value }));
  prove?.addEventListener("click", () => withKey(prove.form, "/account/prove/challenge", "/account/prove", signs, {}));
  document.querySelector("[data-key-add]")?.addEventListener("submit", (event) => {
    event.preventDefault();
    const told = Object.fromEntries(new FormData(event.target));
    withKey(event.target, "/account/key/challenge", "/account/key", makes, told);
  });
});
