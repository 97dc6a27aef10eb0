// A picture of the top of a page opened from a file, of two pixels for each that is asked for. node screenshots.mjs PAGE PNG WIDTH HEIGHT
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
const { chromium } = createRequire(new URL("../package.json", import.meta.url))("playwright-core");
const [, , path, png, width, height] = process.argv;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: Number(width), height: Number(height) }, deviceScaleFactor: 2 });
await page.goto(pathToFileURL(path).href, { waitUntil: "load" });
const first = page.locator(".figurecard summary").first();
if (await first.count()) await first.click();
await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
await page.screenshot({ path: png });
await browser.close();
