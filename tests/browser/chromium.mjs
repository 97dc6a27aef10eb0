// The browser of every test. Debian has a build without windows, which does the same with half the work.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../package.json", import.meta.url));
const installed = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find((each) => existsSync(each));

const axe = require("axe-core").source;

export const launch = () => require("playwright-core").chromium.launch({ executablePath: process.env.CHROMIUM || installed, args: ["--no-sandbox"] });

// What axe finds on a page, in a sentence; "" if nothing. What is folded is opened, but of many that stand beside each
// other, and so are of one form, the first few: axe looks at what is shown, and hundreds take it minutes.
export async function faults(page, where = {}) {
  await page.evaluate(() => {
    for (const parent of new Set([...document.querySelectorAll("details")].map((each) => each.parentElement)))
      for (const one of [...parent.querySelectorAll(":scope > details")].slice(0, 3)) if (!one.closest(".menu, .actions")) one.open = true;
  });
  await page.evaluate(axe);
  const found = await page.evaluate((where) => axe.run({ include: ["html"], ...where }, { resultTypes: ["violations"], preload: false }), where);
  return found.violations.map((each) => `${each.id} ${each.nodes[0].html.slice(0, 160)}`).join("; ");
}
