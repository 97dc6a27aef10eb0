// Reads a release in a browser as its readers do, from files, and prints one line of JSON for each thing looked at.
// node site.mjs FOLDER LANGUAGE-FOLDER PAGES [WHICH]; what is wrong is an error with a sentence.
import { pathToFileURL } from "node:url";
import { faults, launch } from "./chromium.mjs";

const [, , folder, inside, told, only] = process.argv;
const pages = JSON.parse(told), root = pathToFileURL(folder + "/").href + inside;
const browser = await launch();
const elsewhere = [], refused = [];
async function open(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(30000);
  page.on("request", (each) => { if (!each.url().startsWith("file:")) elsewhere.push(each.url()); });
  page.on("console", (each) => { if (/Content Security Policy|Trusted Type/.test(each.text())) refused.push(each.text()); });
  page.on("pageerror", (each) => refused.push(String(each)));
  return page;
}
const must = (holds, sentence) => { if (!holds) throw new Error(sentence); };
const go = (page, path) => page.goto(root + path, { waitUntil: "load" });

// every quote that an opened figure shows: its words, and what its document lights when one follows it there
async function quotes(page, within) {
  for (const each of await page.locator(`${within} summary`).all()) if (await each.isVisible()) await each.click();
  return page.locator(`${within} blockquote`).evaluateAll((all) => all.filter((each) => each.checkVisibility()).map((each) => ({
    words: each.querySelector("mark").textContent, at: each.querySelector("footer a").getAttribute("href") })));
}
const looked = {
  async "every figure opens words, and every quote leads to them in its document"(page) {
    await go(page, "index.html");
    const figures = await page.locator("td a.big").evaluateAll((all) => all.map((each) => ({ href: each.getAttribute("href"), told: each.textContent })));
    must(figures.length > 8, "there are hardly any figures");
    const followed = new Map(), found = [];
    for (const { href, told } of figures) {
      const [path, anchor] = href.split("#");
      await go(page, href);
      const shown = (await page.locator(`#${anchor} .figure`).textContent()).trim();
      must(shown === told.trim(), `${href} shows ${shown}, the overview ${told}`);
      const here = await quotes(page, `#${anchor}`);
      must(here.length > 0, `${href}: ${told} opens no words`);
      for (const each of here) {
        const target = new URL(each.at, root + path).href;
        if (!followed.has(target)) followed.set(target, each.words);
        must(followed.get(target) === each.words, `${target} is quoted in two ways`);
      }
      found.push({ figure: href, told });
    }
    for (const [target, words] of followed) {
      await page.goto(target, { waitUntil: "load" });
      const lit = await page.evaluate((said) => {
        const mark = document.querySelector(":target mark");
        if (mark) return mark.textContent;
        const text = document.querySelector("div.text"), place = document.querySelector(":target");
        if (!text || !place) return null;
        const copy = text.cloneNode(true);
        for (const number of copy.querySelectorAll("sup")) number.remove();
        return text.contains(place) && copy.textContent.includes(said) ? said : null;
      }, words);
      must(lit === words, `${target} does not light ${words}`);
    }
    return { figures: found, quotes: [...followed].map(([target, words]) => [target.split("/documents/")[1], words]) };
  },
  async "totals lead to the events they rest on"(page) {
    await go(page, "index.html");
    for (const each of await page.locator(".total summary").all()) {
      await each.click();
      must(await page.locator(".total details[open] a").count() > 0, "a total rests on nothing");
    }
  },
  async "the map is moved by keys, wheel and fingers, filtered, and leads to events"(page) {
    const hand = await open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    for (const each of [page, hand]) {
      await go(each, "map.html");
      await each.waitForFunction(() => Number(document.querySelector("#moving").dataset.painted) > 0);
      must(!(await each.locator("#still").isVisible()), "the still map stands beside the one that moves");
      const listed = () => each.locator(".inview h2").textContent();
      const all = await listed();
      await each.locator("canvas").focus();
      for (let n = 0; n < 12; n++) await each.keyboard.press("ArrowLeft");
      await each.waitForFunction((before) => document.querySelector(".inview h2").textContent !== before, all);
      await each.keyboard.press("0");
      await each.waitForFunction((before) => document.querySelector(".inview h2").textContent === before, all);
      const place = await each.evaluate(() => {
        const canvas = document.querySelector("canvas"), box = canvas.getBoundingClientRect(), near = M.places.filter((one) => one[5]);
        const span = (at) => [Math.min(...near.map((one) => one[at])), Math.max(...near.map((one) => one[at]))];
        const [west, east] = span(1), [south, north] = span(2), lat = (south + north) / 2, narrow = Math.cos(lat * Math.PI / 180);
        const scale = Math.min(canvas.clientHeight / Math.max(1, (north - south) * 1.36), canvas.clientWidth / Math.max(1, (east - west) * 1.36 * narrow));
        const [name, x, y] = near[0];
        return { name, x: canvas.clientWidth / 2 + (x - (west + east) / 2) * scale * narrow + box.left, y: canvas.clientHeight / 2 - (y - lat) * scale + box.top };
      });
      if (each === hand) await each.touchscreen.tap(place.x, place.y);
      else await each.mouse.click(place.x, place.y);
      await each.waitForSelector(".inview details[open] a");
      must((await each.locator(".inview details[open] summary").textContent()).includes(place.name), "another place opens");
      if (each === page) { await page.mouse.move(place.x, place.y); await page.mouse.wheel(0, -600); }
      if (!(await each.locator(".asking form").isVisible())) await each.locator(".asking summary").click();
      for (const box of await each.locator(".asking fieldset:nth-of-type(2) input").all()) await box.uncheck();
      await each.waitForFunction(() => !document.querySelector(".inview details"));
      await each.locator(".asking fieldset:nth-of-type(2) input").first().check();
      await each.waitForFunction(() => document.querySelector("[role=status]").textContent.match(/\d+/)[0] !== "0");
    }
    await page.locator("canvas").focus();
    await page.keyboard.press("0");
    await page.waitForSelector(".inview summary");
    if (!(await page.locator(".inview details[open] a").count())) await page.locator(".inview summary").first().click();
    await page.locator(".inview details[open] a").first().click();
    await page.waitForURL(/events\/evt_/);
    await hand.context().close();
  },
  async "events are found by words in both scripts, by keys alone"(page) {
    await go(page, "search.html");
    const asked = page.locator("#asked"), results = page.locator("#results li a");
    const found = async (words) => {
      await page.evaluate(() => { delete document.querySelector("#results").dataset.milliseconds; });
      await asked.fill(words);
      await page.waitForFunction(() => "milliseconds" in document.querySelector("#results").dataset);
      return results.evaluateAll((all) => all.map((each) => each.getAttribute("href")));
    };
    const told = () => page.locator("#told").textContent();
    must(await page.locator("#search").isVisible() && !(await page.locator("#bare").isVisible()), "there is nothing to type in");
    const named = await found("belqara");
    must(named.length > 0 && (await told()).includes(String(named.length)), "a place is not found");
    const again = await found("بِلْقارة");
    must(again.length > 0 && again.every((each, at) => each === named[at]), "a place is found otherwise in Arabic");
    await page.keyboard.press("ArrowDown");
    must(await results.first().evaluate((each) => each === document.activeElement), "the keys do not reach what is found");
    const wrong = await faults(page, { exclude: [".watermark"] });
    must(!wrong, `axe: ${wrong}`);
    await page.keyboard.press("Enter");
    await page.waitForURL(/events\/evt_/);
    const [words] = await quotes(page, ".figurecard"), event = new URL(page.url()).pathname.split("/").pop();
    await page.goBack();
    await page.waitForFunction(() => document.querySelectorAll("#results li").length > 0);
    must(await asked.inputValue() === "بِلْقارة", "what was asked is lost on the way back");
    must((await found(words.words)).some((each) => each.endsWith(event)), `${event} is not found by its words`);
    must(String(await found(event.slice(0, 16))) === `events/${event}`, `${event} is not found by its id`);
    must(!(await found("qqqq")).length && (await told()).length > 20, "nothing is found and nothing is said");
    await found("");
    must(await told() === "", "no words, and something is said");
  },
  async "what is typed is folded"(page) {
    await go(page, "search.html");
    return JSON.parse(await page.evaluate(() => {  // as one string: the driver takes ten times as long over objects
      const folded = [];
      for (let code = 0; code < 0x20000; code++) {
        const letter = String.fromCodePoint(code);
        if (/[\p{L}\p{N}\p{Mn}]/u.test(letter)) folded.push([code, fold(letter), fold(`ب${letter}ب`)]);
      }
      return JSON.stringify({ folded });
    }));
  },
  async "on paper the still map stands there, and every quote"(page) {
    await go(page, "map.html");
    await page.emulateMedia({ media: "print" });
    must(await page.locator("#still svg").isVisible() && !(await page.locator("#moving").isVisible()), "the canvas would be printed");
    await go(page, pages.find((each) => each.startsWith("events/")));
    must(await page.locator(".figurecard blockquote").first().isVisible(), "the words of a figure would not be printed");
  },
  async "without scripts all words, the still map and every figure are there"() {
    const bare = await open({ javaScriptEnabled: false });
    await go(bare, "map.html");
    must(await bare.locator("#still svg").isVisible() && !(await bare.locator("#moving").isVisible()), "there is no still map");
    await go(bare, pages.find((each) => each.startsWith("events/")));
    await bare.locator(".figurecard summary").first().click();
    must(await bare.locator(".figurecard blockquote mark").first().isVisible(), "a figure does not open");
    await bare.context().close();
  },
  async "the first view is there within a second"(page) {
    const times = [];
    for (let n = 0; n < 3; n++) {
      await go(page, "index.html");
      times.push(await page.evaluate(() => performance.getEntriesByType("navigation")[0].loadEventEnd));
    }
    must(Math.min(...times) < 1000, `the first page took ${Math.round(Math.min(...times))} ms`);
    return { milliseconds: Math.min(...times) };
  },
  async "no page is wider than a telephone, and axe finds nothing"(page) {
    for (const path of pages) {
      await page.setViewportSize({ width: 390, height: 844 });
      await go(page, path);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      must(wide <= 0, `${path} is ${wide} pixels too wide`);
      await page.setViewportSize({ width: 1280, height: 900 });
      const found = await faults(page, { exclude: [".watermark"] });
      must(!found, `${path}: ${found}`);
    }
  },
  async "nothing is asked of anybody, and no policy is broken"() {
    must(!elsewhere.length, `requests left: ${elsewhere.slice(0, 3)}`);
    must(!refused.length, `refused by the policy: ${refused.slice(0, 3)}`);
  },
};
for (const [name, look] of Object.entries(looked)) {
  if (only && !new RegExp(only).test(name)) continue;
  const page = await open(), began = Date.now();
  let fault = null, seen = null;
  try { seen = await look(page); } catch (error) { fault = String(error.message).split("\n")[0]; }
  console.log(JSON.stringify({ look: name, fault, seen, seconds: (Date.now() - began) / 1000 }));
  await page.context().close();
}
await browser.close();
