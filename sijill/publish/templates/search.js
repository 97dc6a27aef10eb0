// Search by words: folds what is typed as the index was folded, reads the parts of it that are needed, and lists events.
// S = { words, firsts: [first word of each part], rows: results in a file, events: number of all, fold: tables of folding }
"use strict";
const arrived = { words: new Map(), rows: new Map() };
const words = (part, lines) => arrived.words.set(part, lines.split("\n"));
const rows = (part, told) => arrived.rows.set(part, told);
const fold = (() => {
  const T = S.fold, marks = new RegExp(T.marks, "g"), arabic = new RegExp(T.arabic), particles = new RegExp(T.particles);
  const lower = (letter) => T.lower[letter] ?? letter.toLowerCase();
  const digit = (letter) => {
    const code = letter.codePointAt(0), run = code < 128 ? null : T.digits.find(([first, , many]) => code >= first && code < first + many);
    return run ? String(run[1] + code - run[0]) : letter;
  };
  const each = (word, change) => Array.from(word, change).join("");
  const forms = (word) => {
    const plain = each(each(word, lower).normalize("NFKD").replace(/\p{Mn}/gu, ""), digit);
    if (!arabic.test(plain)) return [plain];
    const folded = each(plain, (letter) => T.letters[letter] ?? letter.toLowerCase()), bare = folded.replace(particles, "");
    return bare !== folded && Array.from(bare).length >= T.shortest ? [folded, bare] : [folded];
  };
  return (asked) => (asked.replace(marks, "").match(/[\p{L}\p{N}]+/gu) ?? []).map(forms);
})();
(() => {
  const W = S.words, AT_ONCE = 25, PAUSE = 120, OWN = 1, QUOTED = 2, QUERY = "#q=";
  const find = (id) => document.getElementById(id);
  const form = find("search"), asked = find("asked"), told = find("told"), list = find("results"), more = find("more");
  const say = (message, values = {}) => message.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const number = (value) => value.toLocaleString("en");

  // a file of words or rows, put in once
  const coming = new Map();
  const file = (kind, part) => {
    const name = `search/${kind}_${part}.js`;
    if (!coming.has(name)) {
      coming.set(name, new Promise((done, failed) => {
        const script = document.createElement("script");
        script.onload = () => { script.remove(); done(); };
        script.onerror = () => { script.remove(); coming.delete(name); failed(new Error(name)); };
        script.src = name;
        document.head.append(script);
      }));
    }
    return coming.get(name);
  };

  // the index: which parts hold words that begin so, and which events they stand in
  const position = (sorted, word, key) => {
    let low = 0, high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (key(sorted[middle]) < word) low = middle + 1; else high = middle;
    }
    return low;
  };
  const of = (line) => line.slice(0, line.indexOf("\t"));
  const parts = (beginning) => {
    const first = Math.max(0, position(S.firsts, beginning, (word) => word) - 1), found = [];
    for (let part = first; part < S.firsts.length; part++) {
      if (part > first && S.firsts[part] > beginning && !S.firsts[part].startsWith(beginning)) break;
      found.push(part);
    }
    return found;
  };
  const VALUE = new Uint8Array(128);
  Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", (letter, value) => { VALUE[letter.charCodeAt(0)] = value; });
  const mark = (seen, packed, kind) => {
    for (let at = 0, event = 0, step = 0, shift = 0; at < packed.length; at++) {
      const value = VALUE[packed.charCodeAt(at)];
      step |= (value & 31) << shift;
      if (value & 32) { shift += 5; continue; }
      event += step;
      seen[event] |= kind;
      step = shift = 0;
    }
  };
  const events = async (beginnings) => {
    const seen = new Uint8Array(S.events);
    for (const beginning of beginnings) {
      const needed = parts(beginning);
      await Promise.all(needed.map((part) => file("words", part)));
      for (const part of needed) {
        const lines = arrived.words.get(part);
        for (let at = position(lines, beginning, of); at < lines.length && lines[at].startsWith(beginning); at++) {
          const [, own, quoted] = lines[at].split("\t");
          mark(seen, own, OWN);
          mark(seen, quoted, QUOTED);
        }
      }
    }
    return seen;
  };
  // events that hold every word: first those that have all in themselves, each kind by date
  const matched = async (terms) => {
    const each = await Promise.all(terms.map(events)), own = [], quoted = [];
    for (let event = 0; event < S.events; event++) {
      if (!each.every((seen) => seen[event])) continue;
      (each.every((seen) => seen[event] & OWN) ? own : quoted).push(event);
    }
    return { own: own.length, all: own.concat(quoted) };
  };

  // what is shown
  const make = (name, text, attributes = {}) => {
    const made = document.createElement(name);
    made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const line = ([id, title, where, tolls, accused], quoted) => {
    const made = document.createElement("li"), link = make("a", "", { href: `events/${id}.html` });
    link.append(make("bdi", title, { dir: "auto" }));
    made.append(link);
    const besides = make("p", "", { class: "small" });
    for (const text of [where, tolls, accused, quoted ? W.quoted : ""].filter(Boolean)) {
      if (besides.childNodes.length) besides.append(" · ");
      besides.append(make("bdi", text, { dir: "auto" }));
    }
    made.append(besides);
    return made;
  };
  let latest = 0, kept = "", found = { own: 0, all: [] }, shown = 0;
  async function show(turn) {
    const some = found.all.slice(shown, shown + AT_ONCE), at = (event) => Math.floor(event / S.rows);
    await Promise.all([...new Set(some.map(at))].map((part) => file("rows", part)));
    if (turn !== latest) return;
    const lines = some.map((event, place) => line(arrived.rows.get(at(event))[event % S.rows], shown + place >= found.own));
    if (shown) list.append(...lines); else list.replaceChildren(...lines);
    shown += some.length;
    more.hidden = shown >= found.all.length;
    const all = number(found.all.length);
    told.textContent = !found.all.length ? W.nothing : more.hidden ? say(W.found, { number: all }) : say(W.shown, { number: all, shown: number(shown) });
  }
  async function search() {
    const turn = ++latest, began = performance.now(), terms = fold(asked.value);
    kept = asked.value.trim();
    location.replace(QUERY + encodeURIComponent(kept));
    try {
      const now = terms.length ? await matched(terms) : { own: 0, all: [] };
      if (turn !== latest) return;
      [found, shown] = [now, 0];
      await show(turn);
      if (!terms.length) told.textContent = "";
      if (turn === latest) list.dataset.milliseconds = performance.now() - began;
    } catch { if (turn === latest) told.textContent = W.failed; }
  }
  let waiting = 0;
  const soon = (pause) => { clearTimeout(waiting); waiting = setTimeout(search, pause); };
  asked.addEventListener("input", () => soon(PAUSE));
  form.addEventListener("submit", (event) => { event.preventDefault(); soon(0); });
  more.addEventListener("click", async () => {
    const next = shown;
    await show(latest);
    list.children[next]?.querySelector("a").focus();
  });
  document.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], links = [asked, ...list.querySelectorAll("a")], at = links.indexOf(document.activeElement);
    if (!step || at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    links[Math.min(links.length - 1, Math.max(0, at + step))].focus();
  });
  form.hidden = false;
  find("bare").hidden = true;
  const linked = () => { try { return decodeURIComponent(location.hash.slice(QUERY.length)); } catch { return ""; } };
  window.addEventListener("hashchange", () => { if (linked() !== kept) { asked.value = linked(); soon(0); } });
  asked.value = linked();
  if (asked.value) soon(0);
})();
