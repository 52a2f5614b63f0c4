import { describe, expect, test } from "vitest";
import { launchBrowser } from "#test/support/browser.ts";

const page = `data:text/html;charset=utf-8,<title>Hello</title><span id="p">${encodeURIComponent("¿Qué tal?")}</span>`;

describe("the browser that journeys run in", () => {
  test("is found or brought, whatever this machine has", async () => {
    const browser = await launchBrowser();
    try {
      const tab = await browser.newPage();
      await tab.goto(page);
      expect(await tab.title()).toBe("Hello");
    } finally {
      await browser.close();
    }
  });

  test.skipIf(process.platform !== "linux" || process.arch !== "x64")(
    "comes with the dev dependencies on Linux x64, so that a bare machine needs nothing else",
    async () => {
      const browser = await launchBrowser("bundled");
      try {
        const tab = await browser.newPage();
        await tab.goto(page);
        expect(await tab.textContent("#p")).toBe("¿Qué tal?");
        expect(await tab.evaluate("document.querySelector('#p').getBoundingClientRect().width")).toBeGreaterThan(0);
      } finally {
        await browser.close();
      }
    },
  );
});
