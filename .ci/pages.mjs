// Opens pages in a browser and runs axe-core on each, wide and narrow; with SHOTS, a folder, it draws them there too.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const here = path.dirname(new URL(import.meta.url).pathname);
const axe = await readFile(path.join(here, "node_modules/axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// The spacing that a reader may ask for: WCAG 1.4.12.
const spacing = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu"],
});
const faults = [];
let looked = 0;
for (const file of process.argv.slice(2)) {
  for (const width of [1280, 320]) {
    const page = await browser.newPage();
    const fault = (text) => faults.push(`${path.basename(path.dirname(file))}/${path.basename(file)} at ${width}: ${text}`);
    page.on("console", (message) => message.type() === "error" && fault(message.text()));
    page.on("request", (request) => request.url().startsWith("http") && fault(`loads ${request.url()}`));
    await page.setViewport({ width, height: 900 });
    await page.goto(pathToFileURL(file).href);
    const styled = await page.evaluate(() => getComputedStyle(document.body).maxWidth !== "none");
    if (!styled) fault("the style is not applied: does the policy name it?");
    const name = process.env.SHOTS && `${process.env.SHOTS}/${path.basename(path.dirname(file))}-${path.basename(file, ".html")}-${width}.png`;
    if (name) await page.screenshot({ path: name, fullPage: true });
    const isWider = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if ((await isWider()) > 0) fault(`${await isWider()} pixels wider than the window`);
    // Through the debugger, past the policy of the page: a reader's own tools come so as well.
    await page.evaluate(axe);
    const result = await page.evaluate((values) => axe.run({ runOnly: { type: "tag", values } }), tags);
    for (const violation of result.violations) {
      fault(`${violation.id}: ${violation.help}: ${violation.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
    }
    if (result.passes.length === 0) fault("axe looked at nothing");
    await page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [sheet];
    }, spacing);
    if ((await isWider()) > 0) fault(`${await isWider()} pixels wider than the window, with more space between letters`);
    looked += 1;
    await page.close();
  }
}
await browser.close();
for (const text of faults) console.error(text);
console.log(`${looked} views of pages, ${faults.length} faults`);
process.exit(faults.length || looked === 0 ? 1 : 0);
