// Drives a browser through the desk as an analyst would, and prints one line of JSON for each task.
// node drive.mjs ADDRESS LANGUAGE IDS...; what a task finds wrong is an error with a sentence.
import { faults, launch } from "./chromium.mjs";

const [, , address, language, told] = process.argv;
const ids = JSON.parse(told);
const browser = await launch();
const elsewhere = [], refused = [];

async function open(width = 1280) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: language });
  await context.addCookies([{ name: "sijill-language", value: language, url: address }]);
  const page = await context.newPage();
  page.setDefaultTimeout(30000);
  page.on("request", (each) => { if (!each.url().startsWith(address)) elsewhere.push(each.url()); });
  page.on("console", (each) => { if (/Content Security Policy|Trusted Type/.test(each.text())) refused.push(each.text()); });
  page.on("pageerror", (each) => refused.push(String(each)));
  return page;
}
const must = (holds, sentence) => { if (!holds) throw new Error(sentence); };
const go = (page, path) => page.goto(address + path, { waitUntil: "load" });
const shown = (page, selector) => page.textContent(selector).then((text) => text.trim());
async function key(page, ...keys) { for (const each of keys) await page.keyboard.press(each); }
async function settled(page) {
  for (let round = 0; round < 240; round++) {
    const busy = await (await page.request.get(address + "/runs")).text();
    if (!busy.includes("hx-get")) return;
    await page.waitForTimeout(250);
  }
  throw new Error("the chain did not come to its end");
}
async function decide(page, trigger) {
  await Promise.all([page.waitForResponse((each) => each.request().method() === "POST" && each.status() === 303), trigger()]);
  await page.waitForLoadState("load");
}

const tasks = {
  async "answers a doubt with one key and takes it back"(page) {
    await go(page, "/");
    const first = await shown(page, "#asked");
    await decide(page, () => key(page, "l"));
    await page.waitForFunction((before) => document.querySelector("#asked")?.textContent.trim() !== before, first);
    await decide(page, () => key(page, "z"));
    must(await shown(page, "#asked") === first, "undo did not bring the question back");
  },
  async "loses no key that comes with the next question, or while an answer is on its way"(page) {
    await go(page, "/queue");
    const first = await shown(page, "#asked");
    await page.evaluate(() => {
      const { port1, port2 } = new MessageChannel(), asked = document.querySelector("#asked").textContent;
      const next = new MutationObserver(() => { if (document.querySelector("#asked")?.textContent !== asked) { next.disconnect(); port2.postMessage(0); } });
      next.observe(document.body, { childList: true, subtree: true });
      port1.onmessage = () => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "z", bubbles: true }));
    });
    const back = () => page.waitForResponse((each) => each.url().endsWith("/undo") && each.status() === 303);
    await Promise.all([back(), key(page, "l")]);
    await page.waitForLoadState("load");
    must(await shown(page, "#asked") === first, "the key that came with the next question was lost");
    await page.route(/answer$/, async (route) => { await new Promise((done) => setTimeout(done, 300)); await route.continue(); });
    await Promise.all([back(), key(page, "l", "l", "z")]);
    await page.waitForLoadState("load");
    must(await shown(page, "#asked") === first, "what came while the answer was on its way did not take it back");
    must(await page.locator("[data-key=z]").count() === 0, "one answer was taken for two");
  },
  async "types an answer without a mouse, and the register is computed again"(page) {
    await go(page, `/queue?doubt=${ids.place}`);
    await key(page, "e");
    await page.keyboard.type("Belqara");
    await decide(page, () => key(page, "Enter"));
    await settled(page);
    await go(page, "/moved");
    must(await page.locator("main section").count() > 0, "nothing is said of what moved");
    await decide(page, () => key(page, "z"));
  },
  async "opens a figure down to its words in the document"(page) {
    await go(page, `/events/${ids.event}`);
    await page.locator(".figure details summary").first().click();
    const words = await page.locator(".figure details[open] mark").first().textContent();
    await page.locator(".figure details[open] .from a").first().click();
    await page.waitForLoadState("load");
    const lit = await page.locator(":target + mark, :target + span + mark").first().textContent();
    must(words.startsWith(lit) || lit.startsWith(words) || words.includes(lit), `lit are ${lit}, quoted was ${words}`);
  },
  async "opens the original beside its text, and turns its pages"(page) {
    await go(page, `/documents/${ids.paged}`);
    await key(page, "o");
    const seen = (number) => page.waitForFunction((number) => document.querySelector("#sheet image")?.getAttribute("href").includes(`/pages/${number}/`), number);
    await seen(1);
    await Promise.all([page.waitForResponse((each) => each.url().endsWith("/pages/2/picture") && each.ok()), page.locator("#sheet [rel=next]").click()]);
    await seen(2);
    const [text, sheet] = await Promise.all(["#text", "#sheet svg"].map((each) => page.locator(each).boundingBox()));
    must(text.x + text.width <= sheet.x || sheet.x + sheet.width <= text.x, "the original does not stand beside the text");
    await page.locator("#sheet figcaption a").last().click();
    await page.waitForURL(/pages\/2$/);
  },
  async "prints an event with every claim once, by whose number each figure names it"(page) {
    await go(page, `/events/${ids.event}`);
    await page.locator(".figure details summary").first().click();
    await page.emulateMedia({ media: "print" });
    const seen = await page.evaluate(() => {
      const stands = (each) => each.checkVisibility(), all = (selector) => [...document.querySelectorAll(selector)].filter(stands);
      return {
        claims: all(".event .quote").map((each) => each.id),
        numbers: all(".nr").map((each) => each.textContent),
        cited: all(".cited").map((each) => each.textContent.trim()),
        edges: all(".figure summary").length,
        asks: all("button, input, select, textarea, kbd, nav, .compared").length,
        closed: all(".foot p").length,
      };
    });
    must(seen.numbers.length === ids.size && new Set(seen.claims).size === seen.claims.length, `${seen.claims.length} words are printed for ${ids.size} claims`);
    const named = seen.cited.flatMap((each) => each.match(/\d+/g) ?? []);
    must(seen.edges > 0 && seen.cited.length >= seen.edges && named.length > 0, "a figure does not name its claims");
    must(named.every((each) => seen.numbers.includes(each)), "a number leads to nothing");
    must(!seen.asks, "what only a screen can do is printed");
    must(seen.closed === 1, "the paper does not say that it is internal");
  },
  async "corrects a number by a decision"(page) {
    await go(page, `/documents/${ids.document}?edit=${ids.claim}`);
    const form = page.locator("#edit form").first();
    await form.locator("[name=number]").fill("7");
    await form.locator("[name=because]").fill("read again");
    await decide(page, () => form.locator("button").click());
    await settled(page);
    await go(page, `/documents/${ids.document}?edit=${ids.claim}`);
    must(await page.locator("#edit [name=number]").inputValue() === "7", "the number did not change");
    must(await page.locator(".tag.decided").count() > 0, "it is not said that somebody decided");
  },
  async "marks words and adds the claim that reading missed"(page) {
    await go(page, `/documents/${ids.document}`);
    await key(page, "m");
    await page.evaluate(() => {
      const piece = [...document.querySelectorAll("#text [data-at]")].find((each) => each.textContent.length > 30);
      const range = document.createRange();
      range.setStart(piece.firstChild, 3);
      range.setEnd(piece.firstChild, 14);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    });
    await page.waitForFunction(() => document.querySelector("#missed [name=end]").value !== "");
    await page.locator("#missed [name=number]").fill("2");
    await page.locator("#missed [name=because]").fill("it is said here");
    await decide(page, () => page.locator("#missed form > button").click());
    await settled(page);
    await go(page, `/documents/${ids.document}`);
    must(await page.locator(".numbered li").count() === ids.claims + 1, "the claim is not there");
  },
  async "sets a state, assigns, comments and reads the history"(page) {
    await go(page, `/events/${ids.event}`);
    await key(page, "w");
    await page.keyboard.type("begun");
    await decide(page, () => page.locator("[name=status]").first().click());
    await settled(page);
    await go(page, `/events/${ids.event}`);
    await key(page, "a");
    await decide(page, () => page.locator("form[action$=assign] button").click());
    await key(page, "c");
    await page.keyboard.type("look at the morgue");
    await decide(page, () => page.locator(".head form[action^='/comments'] button").click());
    const history = await shown(page, ".rail .changes");
    must(history.includes("begun") && history.includes("look at the morgue"), "the history does not tell it");
    must(await page.locator(".state.in_review").count() > 0, "the state is not shown");
  },
  async "takes a claim out of an event, and merges the two again"(page) {
    await go(page, `/events/${ids.event}`);
    await page.locator(".pick input").last().check();
    await key(page, "t");
    await page.locator(".sorting .sheet [name=because]").fill("another day");
    await decide(page, () => page.locator(".sorting .sheet button").click());
    await decide(page, () => key(page, "z"));
    await settled(page);
    await go(page, `/events/${ids.event}`);
    must(await page.locator(".pick").count() === ids.size, "the claim did not come back");
    await key(page, "m");
    await page.locator("form[action$=merge] [name=other]").fill(ids.other);
    await page.locator("form[action$=merge] [name=because]").fill("not one");
    await decide(page, () => page.locator("form[action$=merge] button[value=different]").click());
    must((await shown(page, ".rail .changes")).includes("not one"), "the judgement is not in the history");
  },
  async "finds by words and filters, on a map too, and keeps the search"(page) {
    await go(page, "/events");
    await key(page, "/");
    await page.keyboard.type(ids.words);
    await page.waitForURL(/words=bread/);
    await page.waitForLoadState("networkidle");
    must(await page.locator("[data-row]").count() > 0, "nothing is found");
    must(await page.locator("#found svg.map circle").count() > 0, "nothing is on the map");
    await page.locator(".keep [name=name]").fill("bread");
    await page.locator(".keep button").click();
    await page.waitForSelector(".kept a");
    await key(page, "j", "Enter");
    await page.waitForURL(/events\/evt_/);
  },
  async "hears whoever types at once, and finds the last that was typed"(page) {
    await page.addInitScript(() => addEventListener("load", () => {
      const field = document.getElementById("words");
      field.value = "bre";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }));
    await page.route(/events\?words/, async (route) => { await new Promise((done) => setTimeout(done, 900)); await route.continue().catch(() => {}); });
    const asked = () => page.waitForRequest(/events\?words/);
    let next = asked();  // waited for from before the page is there: on a fast page it is asked before the field has the focus
    await go(page, "/events");
    await page.locator("#words").focus();
    for (const each of ["a", "d"]) {
      await next;
      if (each === "a") next = asked();
      await page.keyboard.press("End");
      await page.keyboard.type(each);
    }
    await page.waitForURL(/words=bread&/);
    must(await page.locator("[data-row]").count() > 0, "nothing is found");
  },
  async "drags the point of a place and decides on it"(page) {
    await go(page, `/places/${ids.known}`);
    const before = await page.locator("[name=lat]").inputValue();
    const box = await page.locator("svg[data-drag]").boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 3, box.y + box.height / 3, { steps: 4 });
    await page.mouse.up();
    const after = await page.locator("[name=lat]").inputValue();
    must(before !== after, "dragging changed nothing");
    await page.locator("form.edit [name=because]").fill("from the satellite");
    await decide(page, () => page.locator("form.edit button").click());
    must(Math.abs(await page.locator("[name=lat]").inputValue() - after) < 30, "no degrees");
    must((await shown(page, ".rail .changes")).includes("from the satellite"), "the history of the place does not tell it");
  },
  async "puts what is hard to look at behind a click"(page) {
    await go(page, `/documents/${ids.document}`);
    await page.locator(".actions details summary").nth(1).click();
    await page.locator("form[action$=sensitive] [name=because]").fill("graphic");
    await decide(page, () => page.locator("form[action$=sensitive] button").click());
    const blur = () => page.locator("#text").evaluate((each) => getComputedStyle(each).filter);
    must((await blur()).includes("blur"), "the text is not blurred");
    await page.locator(".sheetpaper").click({ position: { x: 5, y: 5 } });
    await page.waitForFunction(() => getComputedStyle(document.querySelector("#text")).filter === "none");
  },
  async "shows two people their conflict, and loses neither"(page) {
    const other = await open();
    const at = `/queue?doubt=${ids.date}`;
    await go(page, at);
    await go(other, at);
    for (const [each, typed] of [[other, "2021-03-12"], [page, "2021-03-14"]]) {
      await key(each, "e");
      await each.keyboard.type(typed);
      await each.keyboard.press("Enter");
      await each.waitForTimeout(400);
    }
    await page.waitForSelector(".conflict");
    const both = await shown(page, ".conflict");
    must(both.includes("2021-03-12") && both.includes("2021-03-14"), "not both are shown");
    await decide(page, () => key(page, "m"));
    await settled(page);
    await go(page, `/documents/${ids.undated}`);
    must((await shown(page, ".facts")).includes("14"), "the later decision does not stand");
    await other.close();
  },
  async "changes the language and the care, and reads the page of keys"(page) {
    await go(page, "/keys");
    must(await page.locator("kbd").count() > 20, "keys are missing");
    must(await page.evaluate(() => document.documentElement.dir) === (language === "ar" ? "rtl" : "ltr"), "direction");
    await page.locator(".menu summary").click();
    await page.locator("button[name=care][value=plain]").click();
    await page.waitForLoadState("load");
    must(await page.evaluate(() => document.documentElement.className) === "plain", "the plain mode is not on");
  },
  async "is free of faults that axe finds, and never wider than a telephone"(page) {
    for (const path of ids.pages) {
      await page.setViewportSize({ width: 390, height: 900 });
      await go(page, path);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      must(wide <= 0, `${path} is ${wide} pixels too wide`);
      await page.setViewportSize({ width: 1280, height: 900 });
      const found = await faults(page);
      must(!found, `${path}: ${found}`);
    }
  },
  async "asks nothing of anybody else, and keeps its own policy"() {
    must(!elsewhere.length, `requests left: ${elsewhere.slice(0, 3)}`);
    must(!refused.length, `refused by the policy: ${refused.slice(0, 3)}`);
  },
};

const only = process.argv[5];
for (const [name, task] of Object.entries(tasks)) {
  if (only && !name.includes(only)) continue;
  const page = await open(), began = Date.now();
  let fault = null;
  try { await task(page); } catch (error) { fault = String(error.message).split("\n")[0]; }
  console.log(JSON.stringify({ task: name, fault, seconds: (Date.now() - began) / 1000 }));
  await page.context().close();
}
await browser.close();
