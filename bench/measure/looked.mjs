// What leaves pages opened from a file, and what axe finds in them: {"requests": n, "violations": [...]}. node looked.mjs PAGE...
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
const require = createRequire(new URL("../../package.json", import.meta.url));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf-8");
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
const context = await browser.newContext({ bypassCSP: true });
let requests = 0;
const violations = [];
for (const path of process.argv.slice(2)) {
  const page = await context.newPage();
  page.on("request", (asked) => { if (!/^(file|data|blob):/.test(asked.url())) requests++; });
  await page.goto(pathToFileURL(path).href, { waitUntil: "load" });
  await page.addScriptTag({ content: axe });
  const told = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  violations.push(...told.violations.map((each) => each.id));
  await page.close();
}
await browser.close();
console.log(JSON.stringify({ requests, violations }));
