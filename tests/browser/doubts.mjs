// Answers doubts as somebody does who has no mouse, counts the keys, and prints one line of JSON.
// node doubts.mjs ADDRESS NUMBER
import { launch } from "./chromium.mjs";

const [, , address, number] = process.argv;
const browser = await launch();
const page = await browser.newPage();
page.setDefaultTimeout(30000);
await page.addInitScript(() => { for (const name of ["mousedown", "pointerdown"]) addEventListener(name, () => { window.mouse = (window.mouse || 0) + 1; }, true); });
const told = { answered: 0, keys: 0, kinds: {}, seconds: 0, mouse: 0 };
const took = [];
const question = () => page.evaluate(() => {
  const asked = document.getElementById("asked");
  if (!asked) return null;
  const keys = [...document.querySelectorAll("#answers .answer")].map((each) => each.dataset.key);
  return { at: document.querySelector("#answers")?.getAttribute("action"), keys, place: Boolean(document.querySelector("#answers [href^='/new/place']")) };
});
async function press(...keys) { for (const each of keys) { told.keys++; await page.keyboard.press(each); } }
async function type(words) { told.keys += words.length; await page.keyboard.type(words); }
async function next(before) {
  const began = Date.now();
  await page.waitForFunction((at) => {
    if (document.body.hasAttribute("data-answering")) return false;
    const form = document.querySelector("#answers");
    return form ? form.getAttribute("action") !== at : document.querySelector(".calm, .conflict");
  }, before.at, { polling: 20 }).catch(async (fault) => { throw new Error(`${fault.message}: after ${told.answered}, ${JSON.stringify(before)}, now ${JSON.stringify(await question())} ${page.url()}`); });
  const refused = await page.evaluate(() => document.querySelector(".calm h1, .conflict h1")?.textContent);
  if (refused) throw new Error(refused);
  took.push((Date.now() - began) / 1000);
}

await page.goto(address + "/queue", { waitUntil: "load" });
while (told.answered < Number(number)) {
  const asked = await question();
  if (asked === null || !asked.at) break;
  let kind = "left open";
  if (told.answered === 3 && !told.kinds.undone) {  // a slip, taken back
    await press("l");
    await next(asked);
    const after = await question();
    await press("z");
    await next(after);
    told.kinds.undone = 1;
    continue;
  }
  if (asked.keys.length && asked.keys[0] !== "s") { kind = "the first candidate"; await press(asked.keys[0]); }
  else if (asked.keys.length) { kind = "a pair"; await press(told.answered % 3 ? "s" : "d"); }
  else if (asked.place && (told.kinds.written || 0) < 2) {
    kind = "written";
    await press("e");
    await type("Tarvish");
    await press("Enter");
  } else await press("l");
  await next(asked);
  told.kinds[kind] = (told.kinds[kind] || 0) + 1;
  told.answered++;
}
took.sort((a, b) => a - b);
told.seconds = took[Math.floor(took.length * 0.95)] || 0;
told.mouse = await page.evaluate(() => window.mouse || 0);
console.log(JSON.stringify(told));
await browser.close();
