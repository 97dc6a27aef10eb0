// Opens pages that show what others wrote, and prints what of it became more than words.
// node payloads.mjs ADDRESS: paths as JSON on standard input.
import { readFileSync } from "node:fs";
import { launch } from "./chromium.mjs";

const address = process.argv[2], paths = JSON.parse(readFileSync(0, "utf8"));
const browser = await launch();
const page = await browser.newPage();
const seen = { pages: 0, executed: 0, elements: 0, elsewhere: 0, refused: 0 };
page.on("dialog", async (each) => { seen.executed++; await each.dismiss(); });
page.on("request", (each) => { if (!each.url().startsWith(address)) seen.elsewhere++; });
page.on("console", (each) => { if (/Content Security Policy|Trusted Type/.test(each.text())) seen.refused++; });
await page.addInitScript(() => { for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = () => { throw new Error("executed"); }; });
page.on("pageerror", () => { seen.executed++; });
const OTHERS = "script:not([src^='/static/']), iframe, object, embed, base, math, style, img:not([src^='/']), svg:not(.map):not(.chart), link:not([href^='/static/']), a[href^='javascript:'], form:not([action^='/'])";
for (const path of paths) {
  await page.goto(address + path, { waitUntil: "load" });
  seen.pages++;
  seen.elements += await page.evaluate((others) => document.contentType !== "text/html" ? 0 : document.querySelectorAll(others).length
    + [...document.querySelectorAll("*")].filter((each) => [...each.attributes].some((one) => /^on|^style$/i.test(one.name))).length, OTHERS);
}
await browser.close();
console.log(JSON.stringify(seen));
