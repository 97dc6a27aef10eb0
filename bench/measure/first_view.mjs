// How long a page takes until it is shown, opened from a file: the middle of three [ms]. node first_view.mjs PAGE
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
const { chromium } = createRequire(new URL("../../package.json", import.meta.url))("playwright-core");
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
const times = [];
for (let n = 0; n < 3; n++) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(pathToFileURL(process.argv[2]).href, { waitUntil: "load" });
  times.push(await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))));
  await page.close();
}
await browser.close();
console.log(times.sort((a, b) => a - b)[1]);
