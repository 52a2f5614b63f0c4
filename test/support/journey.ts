import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import type { en } from "#client/i18n/en.ts";
import type { Language } from "#shared/language/text.ts";
import type { Mode } from "#shared/workflow/mode.ts";
import { launchBrowser } from "./browser.ts";
import { owner, type Program, startProgram } from "./program.ts";

/** A person before a browser, with a Switchboard of their own. */
export interface Journey {
  program: Program;
  page: Page;
  /** What the page has complained about in its console since the last call. */
  complaints(): string[];
  /** What axe finds wrong by WCAG 2.2 AA, on the whole page or within one part of it, a line each: rule, and where. */
  barriers(within?: string): Promise<string[]>;
  /** Keeps a picture where `SCREENSHOTS` names a folder. */
  picture(name: string): Promise<void>;
  end(): Promise<void>;
}

/** Only what is wrong is described: that, and no page of its own for frames, which there are none of, takes a third of the time. */
const lookedFor = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
  resultTypes: ["violations" as const],
};

export async function startJourney(
  language: Language,
  options: { owner?: boolean; dark?: boolean; environment?: Record<string, string> } = {},
): Promise<Journey> {
  const program = await startProgram({
    ...(options.owner ? { OWNER_EMAIL: owner.email, OWNER_PASSWORD: owner.password } : {}),
    ...options.environment,
  });
  const browser: Browser = await launchBrowser();
  const context: BrowserContext = await browser.newContext({
    locale: language === "es" ? "es-ES" : "en-GB",
    colorScheme: options.dark ? "dark" : "light",
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
  });
  // Where several journeys go at a time each is slower.
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  let said: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") said.push(message.text());
  });
  page.on("pageerror", (error) => said.push(error.message));
  return {
    program,
    page,
    complaints() {
      const told = said;
      said = [];
      return told;
    },
    async barriers(within) {
      const builder = new AxeBuilder({ page }).options(lookedFor).setLegacyMode();
      const { violations } = await (within === undefined ? builder : builder.include(within)).analyze();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
    },
    async picture(name) {
      const folder = process.env["SCREENSHOTS"];
      if (!folder) return;
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: join(folder, `${name}.png`) });
    },
    async end() {
      await browser.close();
      await program.remove();
    },
  };
}

/** For a journey that begins with an owner: signs in by the form, and stands before the workflows. */
export async function signIn({ page, program }: Journey): Promise<void> {
  await page.goto(`${program.url}/sign-in`);
  await page.locator("input[autocomplete=username]").fill(owner.email);
  await page.locator("input[type=password]").fill(owner.password);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/workflows");
}

/** A workflow's mode as its control shows it, in the list and in the editor alike. */
const modeButton = (page: Page, words: ModeWords, name: string, mode = "") =>
  page.getByRole("button", { name: words.label.replace("{{name}}", name).replace("{{mode}}", mode) });

/** The words of the mode's control, in one language. */
export type ModeWords = Record<keyof typeof en.mode, string>;

/** Chooses a mode as a person does; a share is asked for after that. */
export async function chooseMode(page: Page, words: ModeWords, name: string, mode: Mode): Promise<void> {
  await modeButton(page, words, name).click();
  await page.getByRole("menuitemradio", { name: new RegExp(`^${words[mode]}`) }).click();
}

/** Resolves once the control shows a mode: one of its words. */
export const modeShown = (page: Page, words: ModeWords, name: string, mode: string): Promise<void> =>
  modeButton(page, words, name, mode).waitFor();

/** Neither barriers nor complaints on the screen as it stands. */
export async function expectSound(journey: Journey): Promise<void> {
  // As one text, so that whoever reads of a failure sees all of it.
  expect((await journey.barriers()).join("\n")).toBe("");
  expect(journey.complaints().join("\n")).toBe("");
}

/**
 * Opens a step's settings in the editor by the keyboard, which brings a step into view that lies outside of it: a click would have to hit a
 * card that moves into view under it. Done once the keyboard is in the settings, which else would take it from whatever comes next.
 */
export async function openStep(page: Page, node: string): Promise<void> {
  const card = `.react-flow__node[data-id="${node}"]`;
  await page.locator(card).focus();
  await page.keyboard.press("Enter");
  await page.locator(`${card}.selected`).waitFor();
  await page.waitForFunction(() => document.activeElement?.closest(".react-flow__node") === null);
}
