// The map that moves: one classic script with its data above it, so that it runs from a file. It asks nobody for anything.
// M = { words, acts, precisions, whens, tolls, places: [name, longitude, latitude, precision, radius in km or 0],
//       events: [id, place, act, first day, last day, when, toll, low, open, kind, high], full, countries, provinces, dated }
"use strict";
(() => {
  const COLOUR = { sea: "#e9eff1", land: "#f6f3ea", coast: "#a9a491", province: "#cfc9b8", grid: "#c8d5d9", ink: "#1c2024",
    soft: "#59666c", blood: "#8f3324", dark: "#5f1d12", deep: "#1f4a5c", paper: "#fbfaf7" };
  const KM = 111.2, LEAST = 4, MOST = 26, MANY = 250, CELL = 46, LISTED = 40, IN_PLACE = 60, FINEST = 20 * KM;
  const W = M.words, root = document.getElementById("moving"), still = document.getElementById("still");
  const make = (name, attributes = {}, ...inside) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...inside);
    return made;
  };
  const say = (form, values) => form.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const number = (value) => value.toLocaleString("en");
  const radius = (persons) => LEAST + (MOST - LEAST) * Math.sqrt(Math.min(persons, M.full) / M.full);

  // what is asked for
  const asked = { from: null, to: null, undated: true, acts: new Set(M.acts.keys()), precisions: new Set(M.precisions.keys()) };
  const day = (value) => (value ? Math.round(Date.parse(value + "T00:00:00Z") / 864e5) : null);
  const within = ([, place, act, first, last]) => {
    if (!asked.acts.has(act) || !asked.precisions.has(M.places[place][3])) return false;
    if (first === null && last === null) return asked.undated;
    return (asked.to === null || first === null || first <= asked.to) && (asked.from === null || last === null || last >= asked.from);
  };
  const reaches = ([, , , first, last]) => (first !== null || last !== null)
    && ((asked.from !== null && (first === null || first < asked.from)) || (asked.to !== null && (last === null || last > asked.to)));

  let marks = [], found = [];
  function choose() {
    const of = new Map();
    found = M.events.filter(within);
    for (const event of found) {
      if (!of.has(event[1])) of.set(event[1], []);
      of.get(event[1]).push(event);
    }
    marks = [...of].map(([place, events]) => {
      const [name, lon, lat, precision, km] = M.places[place];
      const lows = events.filter((each) => each[7] >= 0).map((each) => each[7]);
      const kinds = new Set(events.map((each) => each[9]));
      return { place, name, lon, lat, precision, km, events, low: lows.length ? lows.reduce((a, b) => Math.max(a, b)) : null,
        high: events.reduce((most, each) => Math.max(most, each[10]), -1), open: events.some((each) => each[8]), kind: kinds.has(0) ? 0 : kinds.has(1) ? 1 : 2 };
    }).sort((a, b) => (b.low ?? 0) - (a.low ?? 0) || b.events.length - a.events.length || a.place - b.place);
    const beyond = found.filter(reaches).length;
    status.textContent = say(W.shown, { shown: number(found.length), all: number(M.events.length) })
      + (beyond ? " " + say(W.beyond, { number: number(beyond) }) : "");
    draw();
  }

  // the view: middle [degrees] and scale [pixels to a degree of latitude]
  const canvas = make("canvas", { tabindex: "0", role: "application", "aria-label": W.canvas, "aria-describedby": "map-keys" });
  const pen = canvas.getContext("2d"), view = { lon: 0, lat: 0, scale: 1 };
  let wide = 800, high = 520, narrowing = 1, home = null, chosen = null, waiting = false, placed = [];
  const x = (lon) => wide / 2 + (lon - view.lon) * view.scale * narrowing;
  const y = (lat) => high / 2 - (lat - view.lat) * view.scale;
  function fit() {
    const near = M.places.filter((each) => each[5]);
    const lons = near.map((each) => each[1]), lats = near.map((each) => each[2]);
    const [west, east] = [Math.min(...lons), Math.max(...lons)], [south, north] = [Math.min(...lats), Math.max(...lats)];
    view.lon = (west + east) / 2;
    view.lat = (south + north) / 2;
    narrowing = Math.max(0.2, Math.cos(view.lat * Math.PI / 180));
    view.scale = Math.min(high / Math.max(1, (north - south) * 1.36), wide / Math.max(1, (east - west) * 1.36 * narrowing));
    home = { ...view };
  }
  function size() {
    wide = canvas.clientWidth;
    high = canvas.clientHeight;
    const dense = window.devicePixelRatio || 1;
    canvas.width = Math.round(wide * dense);
    canvas.height = Math.round(high * dense);
    pen.setTransform(dense, 0, 0, dense, 0, 0);
    if (home === null && wide > 0) fit();
    draw();
  }
  function zoom(by, px = wide / 2, py = high / 2) {
    const scale = Math.min(FINEST, Math.max(home.scale / 6, view.scale * by));
    const lon = view.lon + (px - wide / 2) / (view.scale * narrowing), lat = view.lat - (py - high / 2) / view.scale;
    view.lon = lon - (px - wide / 2) / (scale * narrowing);
    view.lat = lat + (py - high / 2) / scale;
    view.scale = scale;
    draw();
  }
  function move(dx, dy) {
    view.lon = Math.min(180, Math.max(-180, view.lon - dx / (view.scale * narrowing)));
    view.lat = Math.min(85, Math.max(-85, view.lat + dy / view.scale));
    draw();
  }
  const draw = () => { if (!waiting) { waiting = true; requestAnimationFrame(paint); } };

  // drawing: outlines, areas, marks, names
  const hatch = (() => {
    const small = make("canvas", { width: "8", height: "8" }), thin = small.getContext("2d");
    thin.strokeStyle = COLOUR.blood;
    thin.globalAlpha = 0.4;
    thin.beginPath();
    for (const at of [-8, 0, 8]) { thin.moveTo(at, 8); thin.lineTo(at + 8, 0); }
    thin.stroke();
    return pen.createPattern(small, "repeat");
  })();
  function trace(rings) {
    pen.beginPath();
    for (const ring of rings) {
      if (x(ring.east) < 0 || x(ring.west) > wide || y(ring.south) < 0 || y(ring.north) > high) continue;
      for (let at = 0; at < ring.points.length; at += 2) pen[at ? "lineTo" : "moveTo"](x(ring.points[at]), y(ring.points[at + 1]));
      pen.closePath();
    }
  }
  const unpack = (packed) => packed.map((steps) => {
    let lon = 0, lat = 0, west = 999, east = -999, south = 999, north = -999;
    const points = new Float64Array(steps.length);
    for (let at = 0; at < steps.length; at += 2) {
      points[at] = (lon += steps[at]) / 100;
      points[at + 1] = (lat += steps[at + 1]) / 100;
      west = Math.min(west, points[at]); east = Math.max(east, points[at]);
      south = Math.min(south, points[at + 1]); north = Math.max(north, points[at + 1]);
    }
    return { points, west, east, south, north };
  });
  const countries = unpack(M.countries), provinces = unpack(M.provinces);
  function circle(px, py, r) { pen.beginPath(); pen.arc(px, py, r, 0, 2 * Math.PI); }
  function grid() {
    const step = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30].find((each) => each * view.scale >= 90) ?? 45;
    pen.strokeStyle = COLOUR.grid;
    pen.lineWidth = 0.7;
    pen.fillStyle = COLOUR.soft;
    pen.font = "12px system-ui, sans-serif";
    pen.textAlign = "left";
    pen.direction = "ltr";
    const degrees = (value, positive, negative) => `${+Math.abs(value).toFixed(2)}° ${value >= 0 ? positive : negative}`;
    const [west, east] = [view.lon - wide / 2 / view.scale / narrowing, view.lon + wide / 2 / view.scale / narrowing];
    const [south, north] = [view.lat - high / 2 / view.scale, view.lat + high / 2 / view.scale];
    pen.beginPath();
    for (let n = Math.ceil(west / step); n * step < east; n++) { pen.moveTo(x(n * step), 0); pen.lineTo(x(n * step), high); pen.fillText(degrees(n * step, "E", "W"), x(n * step) + 4, 14); }
    for (let n = Math.ceil(south / step); n * step < north; n++) { pen.moveTo(0, y(n * step)); pen.lineTo(wide, y(n * step)); if (y(n * step) > 34) pen.fillText(degrees(n * step, "N", "S"), 5, y(n * step) - 4); }
    pen.stroke();
  }
  function ruler() {
    const round = [0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].filter((km) => km / KM * view.scale <= wide / 4).pop() ?? 0.5;
    const long = round / KM * view.scale, right = wide - 18, low = high - 18;
    pen.strokeStyle = pen.fillStyle = COLOUR.ink;
    pen.lineWidth = 1.4;
    pen.beginPath();
    pen.moveTo(right - long, low); pen.lineTo(right - long, low + 6); pen.lineTo(right, low + 6); pen.lineTo(right, low);
    pen.stroke();
    pen.textAlign = "center";
    pen.fillText(`${round} ${W.km}`, right - long / 2, low);
  }
  const area = (mark) => (mark.km ? mark.km / KM * view.scale : 0);
  const blurred = (mark) => area(mark) > shape(mark);
  const shape = (mark) => (mark.kind === 0 && mark.low !== null ? radius(mark.low) : LEAST + 2);
  function one(mark) {
    const { px, py } = mark, r = shape(mark), vague = M.areas.includes(mark.precision);
    pen.setLineDash(vague ? [3, 2] : []);
    pen.lineWidth = 1.4;
    if (mark.kind === 2) {
      pen.beginPath();
      pen.moveTo(px, py - 6); pen.lineTo(px + 6, py); pen.lineTo(px, py + 6); pen.lineTo(px - 6, py); pen.closePath();
      pen.fillStyle = vague ? "rgba(31,74,92,.2)" : "rgba(31,74,92,.75)";
      pen.strokeStyle = COLOUR.deep;
    } else {
      circle(px, py, r);
      pen.fillStyle = mark.kind === 1 || mark.low === null ? "rgba(255,255,255,.75)" : vague ? "rgba(143,51,36,.2)" : "rgba(143,51,36,.72)";
      pen.strokeStyle = COLOUR.blood;
    }
    pen.fill();
    pen.stroke();
    if (mark.kind === 0 && mark.high > (mark.low ?? 0)) { pen.setLineDash([]); circle(px, py, Math.min(44, radius(mark.high))); pen.stroke(); }
    if (mark.open) { pen.setLineDash([3, 4]); circle(px, py, r + 5); pen.stroke(); }
    pen.setLineDash([]);
    if (mark.place === chosen) { pen.strokeStyle = COLOUR.ink; pen.lineWidth = 3; circle(px, py, r + 8); pen.stroke(); }
  }
  function several(group) {
    const events = group.reduce((sum, each) => sum + each.events.length, 0);
    const px = group.reduce((sum, each) => sum + each.px, 0) / group.length, py = group.reduce((sum, each) => sum + each.py, 0) / group.length;
    const r = 11 + Math.min(9, Math.log2(events));
    circle(px, py, r);
    pen.fillStyle = "rgba(255,255,255,.92)";
    pen.strokeStyle = COLOUR.deep;
    pen.lineWidth = 2;
    pen.fill();
    pen.stroke();
    pen.fillStyle = COLOUR.ink;
    pen.font = "600 11px system-ui, sans-serif";
    pen.textAlign = "center";
    pen.fillText(events > 9999 ? `${Math.round(events / 1000)}k` : String(events), px, py + 4);
    return { px, py, r, group };
  }
  function names(shown) {
    pen.font = "600 13px system-ui, 'Noto Naskh Arabic', sans-serif";
    pen.lineWidth = 3.4;
    pen.direction = "inherit";
    pen.lineJoin = "round";
    const taken = shown.map(({ px, py, r }) => [px - r, py - r, px + r, py + r]), over = root.querySelector(".zooms");
    if (over) taken.push([over.offsetLeft, over.offsetTop, over.offsetLeft + over.offsetWidth, over.offsetTop + over.offsetHeight]);
    for (const { px, py, r, mark } of shown.slice(0, 60)) {
      if (!mark) continue;
      const width = pen.measureText(mark.name).width;
      const spot = [[px + r + 5, "left", 0], [px - r - 5, "right", -width]].find(([at, , shift]) => {
        const box = [at + shift - 2, py - 9, at + shift + width + 2, py + 9];
        return box[0] > 2 && box[2] < wide - 2 && taken.every((t) => box[2] < t[0] || box[0] > t[2] || box[3] < t[1] || box[1] > t[3]);
      });
      if (!spot) continue;
      taken.push([spot[0] + spot[2], py - 9, spot[0] + spot[2] + width, py + 9]);
      pen.textAlign = spot[1];
      pen.strokeStyle = COLOUR.paper;
      pen.fillStyle = COLOUR.ink;
      pen.strokeText(mark.name, spot[0], py + 4);
      pen.fillText(mark.name, spot[0], py + 4);
    }
  }
  function paint() {
    waiting = false;
    pen.fillStyle = COLOUR.sea;
    pen.fillRect(0, 0, wide, high);
    trace(countries);
    pen.fillStyle = COLOUR.land;
    pen.strokeStyle = COLOUR.coast;
    pen.lineWidth = 1;
    pen.fill();
    pen.stroke();
    trace(provinces);
    pen.setLineDash([3, 2]);
    pen.strokeStyle = COLOUR.province;
    pen.stroke();
    pen.setLineDash([]);
    grid();
    const inside = [];
    for (const mark of marks) {
      mark.px = x(mark.lon);
      mark.py = y(mark.lat);
      const reach = Math.max(MOST, area(mark));
      if (mark.px > -reach && mark.px < wide + reach && mark.py > -reach && mark.py < high + reach) inside.push(mark);
    }
    const groups = new Map();
    for (const mark of inside) {
      const cell = inside.length > MANY ? `${Math.floor(mark.px / CELL)} ${Math.floor(mark.py / CELL)}` : mark.place;
      if (!groups.has(cell)) groups.set(cell, []);
      groups.get(cell).push(mark);
    }
    for (const mark of inside) {
      const r = area(mark);
      if (!blurred(mark) || r > 3 * Math.max(wide, high) || inside.length > MANY && mark.place !== chosen) continue;
      circle(mark.px, mark.py, r);
      pen.fillStyle = hatch;
      pen.strokeStyle = COLOUR.blood;
      pen.lineWidth = 1;
      pen.setLineDash([5, 4]);
      pen.fill();
      pen.stroke();
      pen.setLineDash([]);
    }
    placed = [];
    for (const group of groups.values()) {
      if (group.length > 1) placed.push(several(group));
      else { one(group[0]); placed.push({ px: group[0].px, py: group[0].py, r: shape(group[0]), mark: group[0] }); }
    }
    names(placed);
    ruler();
    list(inside.filter((each) => each.px >= 0 && each.px <= wide && each.py >= 0 && each.py <= high));
    root.dataset.painted = String(placed.length);
  }

  // the list beside it: every place in view, for whoever reads, and for the keyboard
  const listing = make("div", { class: "inview" });
  let listed = "";
  function list(inside) {
    const shown = inside.slice(0, LISTED), key = shown.map((each) => `${each.place}:${each.events.length}`).join() + inside.length;
    if (key === listed) return;
    listed = key;
    const heading = make("h2", { class: "small-heading" }, say(W.inview, { places: number(inside.length) }));
    listing.replaceChildren(heading, ...shown.map(entry));
    if (inside.length > LISTED) listing.append(make("p", { class: "small" }, say(W.more, { number: number(inside.length - LISTED) })));
    if (!inside.length) listing.append(make("p", { class: "small" }, W.nothing));
  }
  function entry(mark) {
    const heading = make("summary", {}, make("bdi", { dir: "auto" }, mark.name), ` (${number(mark.events.length)}) `,
      make("span", { class: "dim" }, M.precisions[mark.precision]));
    const made = make("details", { "data-place": mark.place }, heading);
    made.open = mark.place === chosen;
    const fill = () => {
      if (!made.open || made.children.length > 1) return;
      const rows = [...mark.events].sort((a, b) => (a[3] ?? 1e9) - (b[3] ?? 1e9)).slice(0, IN_PLACE);
      made.append(make("ul", {}, ...rows.map((each) => make("li", {}, make("a", { href: `events/${each[0]}.html` }, `${M.acts[each[2]]}, ${M.whens[each[5]]}`),
        make("br"), make("span", { class: "dim" }, M.tolls[each[6]])))));
      if (mark.events.length > IN_PLACE) made.append(make("p", { class: "small" }, say(W.narrow, { number: number(mark.events.length - IN_PLACE) })));
    };
    made.addEventListener("toggle", () => { fill(); if (made.open && chosen !== mark.place) { chosen = mark.place; draw(); } });
    fill();
    return made;
  }
  function hit(px, py) {
    let best = null, least = 14;
    for (const each of placed) {
      const apart = Math.hypot(each.px - px, each.py - py) - each.r;
      if (apart < least) { least = apart; best = each; }
    }
    return best;
  }
  function press(px, py) {
    const target = hit(px, py);
    if (!target) return;
    if (target.group) { zoom(2.5, target.px, target.py); return; }
    chosen = target.mark.place;
    const open = listing.querySelector(`[data-place="${chosen}"]`) ?? listing.insertBefore(entry(target.mark), listing.children[1] ?? null);
    for (const each of listing.querySelectorAll("details[open]")) if (each !== open) each.open = false;
    open.open = true;
    open.scrollIntoView({ block: "nearest" });
    draw();
  }

  // hands: mouse, fingers, keys
  const fingers = new Map();
  let travelled = 0;
  const at = (event) => { const box = canvas.getBoundingClientRect(); return [event.clientX - box.left, event.clientY - box.top]; };
  const spread = () => { const [a, b] = [...fingers.values()]; return { apart: Math.hypot(a[0] - b[0], a[1] - b[1]), px: (a[0] + b[0]) / 2, py: (a[1] + b[1]) / 2 }; };
  canvas.addEventListener("pointerdown", (event) => { canvas.setPointerCapture(event.pointerId); fingers.set(event.pointerId, at(event)); if (fingers.size === 1) travelled = 0; });
  canvas.addEventListener("pointermove", (event) => {
    const now = at(event), before = fingers.get(event.pointerId);
    if (!before) { canvas.style.cursor = hit(...now) ? "pointer" : "grab"; return; }
    if (fingers.size === 1) { move(now[0] - before[0], now[1] - before[1]); fingers.set(event.pointerId, now); }
    else if (fingers.size === 2) {
      const earlier = spread();
      fingers.set(event.pointerId, now);
      const later = spread();
      move(later.px - earlier.px, later.py - earlier.py);
      zoom(later.apart / Math.max(1, earlier.apart), later.px, later.py);
    }
    travelled += Math.hypot(now[0] - before[0], now[1] - before[1]);
  });
  for (const name of ["pointerup", "pointercancel"]) canvas.addEventListener(name, (event) => {
    if (name === "pointerup" && fingers.size === 1 && travelled < 6) press(...at(event));
    fingers.delete(event.pointerId);
  });
  canvas.addEventListener("wheel", (event) => { event.preventDefault(); zoom(Math.exp(-event.deltaY / (event.deltaMode ? 12 : 400)), ...at(event)); }, { passive: false });
  canvas.addEventListener("dblclick", (event) => zoom(2, ...at(event)));
  const KEYS = { ArrowLeft: () => move(80, 0), ArrowRight: () => move(-80, 0), ArrowUp: () => move(0, 80), ArrowDown: () => move(0, -80),
    "+": () => zoom(1.5), "=": () => zoom(1.5), "-": () => zoom(1 / 1.5), "0": () => { Object.assign(view, home); draw(); } };
  canvas.addEventListener("keydown", (event) => { const does = KEYS[event.key]; if (does && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); does(); } });

  // what one may ask for
  const status = make("p", { class: "small", role: "status" });
  const button = (label, title, does) => { const made = make("button", { type: "button", "aria-label": title, title }, label); made.addEventListener("click", does); return made; };
  const date = (label, name, value) => {
    const field = make("input", { type: "date", min: M.dated[0], max: M.dated[1], value });
    field.addEventListener("change", () => { asked[name] = day(field.value); choose(); });
    return make("label", {}, label, field);
  };
  const tick = (label, on, does) => {
    const box = make("input", { type: "checkbox" });
    box.checked = on;
    box.addEventListener("change", () => { does(box.checked); choose(); });
    return make("label", { class: "tick" }, box, label);
  };
  const ticks = (legend, labels, set) => make("fieldset", {}, make("legend", {}, legend), ...labels.map((each, index) => tick(each, true, (on) => set[on ? "add" : "delete"](index))));
  const asking = make("details", { class: "asking" }, make("summary", {}, W.filter),
    make("form", {}, make("fieldset", {}, make("legend", {}, W.period), ...(M.dated[0] ? [date(W.from, "from", ""), date(W.to, "to", "")] : []), tick(W.undated, true, (on) => { asked.undated = on; })),
      ticks(W.act, M.acts, asked.acts), ticks(W.precision, M.precisions, asked.precisions)));
  asking.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  asking.open = window.matchMedia("(min-width: 900px)").matches;
  const buttons = make("div", { class: "zooms" }, button("+", W.closer, () => zoom(1.6)), button("−", W.away, () => zoom(1 / 1.6)), button("⌂", W.home, () => KEYS["0"]()));
  root.append(asking, status, make("div", { class: "mapwrap" }, make("div", { class: "moves" }, canvas, buttons, make("p", { class: "small", id: "map-keys" }, W.keys)), listing));
  root.hidden = false;
  still.classList.add("printed");
  new ResizeObserver(size).observe(canvas);
  size();
  choose();
})();
