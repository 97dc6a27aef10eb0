// The browser of every test. Debian has a build without windows, which does the same with half the work.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../package.json", import.meta.url));
const installed = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find((each) => existsSync(each));

export const axe = require("axe-core").source;
export const launch = () => require("playwright-core").chromium.launch({ executablePath: process.env.CHROMIUM || installed, args: ["--no-sandbox"] });
