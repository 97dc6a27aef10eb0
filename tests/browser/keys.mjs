// Keys of hardware, with an authenticator that Chromium plays: added, used to sign in and to prove again, lost.
// node keys.mjs ADDRESS OTHER: two desks on one case; a session of the first is known to the second, what it proved is not.
import { launch } from "./chromium.mjs";

const [, , address, other] = process.argv;
const PASSWORD = "five plain words of nobody";
const browser = await launch();
const page = await browser.newPage();
page.setDefaultTimeout(30000);
const devtools = await page.context().newCDPSession(page);
await devtools.send("WebAuthn.enable");
const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
  options: { protocol: "ctap2", transport: "usb", hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
});
const held = async () => (await devtools.send("WebAuthn.getCredentials", { authenticatorId })).credentials.length;
const at = () => new URL(page.url()).pathname;
const must = (holds, sentence) => { if (!holds) throw new Error(sentence); };
const submit = (selector) => Promise.all([page.waitForNavigation(), page.locator(selector).click()]);
async function signOut() { await page.goto(address + "/keys"); await page.locator(".menu summary").click(); await submit("form[action='/sign-out'] button"); }
async function withPassword() {
  await page.goto(address + "/sign-in");
  await page.fill("[name=name]", "amal");
  await page.fill("[name=password]", PASSWORD);
  await submit("form.signing button:not([type=button])");
}
async function withKey() {
  await page.goto(address + "/sign-in");
  await page.fill("[name=name]", "amal");
  await page.locator("[data-key-use]").click();
}
const refused = () => page.waitForSelector("[data-key-refused]", { state: "visible" });

const steps = {
  async "an account is made and signs in with its password"() {
    await page.goto(address + "/accounts");
    await page.fill(".rail [name=name]", "amal");
    await page.fill(".rail [name=alias]", "A. reviewer");
    await page.fill(".rail [name=password]", PASSWORD);
    await submit(".rail button");
    await page.waitForURL(address + "/sign-in").catch(() => {});
    must(at() === "/sign-in", `nobody is asked to sign in: ${at()}`);
    await withPassword();
    must(at() === "/" || at() === "/queue", "the password does not open the desk");
  },
  async "a key is added"() {
    await page.goto(address + "/account");
    await page.fill("[data-key-add] [name=name]", "the blue one");
    await submit("[data-key-add] button");
    must((await page.textContent("main")).includes("the blue one") && await held() === 1, "the key is not there");
  },
  async "the key signs in, without the password"() {
    await signOut();
    await Promise.all([page.waitForURL(address + "/"), withKey()]);
    must(await page.locator("nav").count() > 0, "the desk does not open");
  },
  async "a session that proved nothing of late adds no key without the password"() {
    await page.goto(other + "/account");
    must(await page.locator("[data-key-add] [name=password]").count() === 1, "the password is not asked for");
    const asked = await page.request.post(other + "/account/key/challenge", { headers: { origin: other } });
    must(asked.status() === 422, `a key could be added: ${asked.status()}`);
  },
  async "a session that proved nothing of late proves it with the key, and exports"() {
    await page.goto(other + "/export");
    must(await page.locator("[name=password]").count() === 1, "the password is not asked for");
    await Promise.all([page.waitForNavigation(), page.locator("[data-key-prove]").click()]);
    must(await page.locator("[name=password]").count() === 0, "it is asked for again");
    const [file] = await Promise.all([page.waitForEvent("download"), page.locator("form.signing button:not([type=button])").first().click()]);
    must(file.suggestedFilename() === "events.jsonl", "nothing is exported");
  },
  async "a key that does not know who holds it opens nothing"() {
    await signOut();
    await devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
    await withKey();
    await refused();
    must(at() === "/sign-in", "the desk opened");
    await devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: true });
  },
  async "a name that nobody has is asked for a key like any other"() {
    const told = async (name) => JSON.parse(await (await page.request.post(address + "/sign-in/challenge", { form: { name }, headers: { origin: address } })).text());
    const [known, stranger, again] = [await told("amal"), await told("nobody"), await told("nobody")];
    must(known.allowCredentials.length === stranger.allowCredentials.length, "the answer tells who has an account");
    must(stranger.allowCredentials[0].id === again.allowCredentials[0].id, "the answer changes");
  },
  async "a lost key is taken away with the password, and opens nothing any more"() {
    await withPassword();
    await page.goto(address + "/account");
    await page.locator("li details summary").click();
    await page.fill("li details [name=password]", PASSWORD);
    await submit("li details button");
    must(!(await page.textContent("main")).includes("the blue one"), "the key is still there");
    await signOut();
    await withKey();
    await refused();
    must(at() === "/sign-in", "the lost key opened the desk");
    await withPassword();
    must(at() !== "/sign-in", "the password does not open the desk any more");
  },
};

for (const [name, step] of Object.entries(steps)) {
  let fault = null;
  try { await step(); } catch (error) { fault = String(error.message).split("\n")[0]; }
  console.log(JSON.stringify({ step: name, fault }));
  if (fault) break;
}
await browser.close();
