import { routes } from "#shared/api/routes.ts";
import type { Past } from "#shared/archive/past.ts";
import { launchBrowser } from "../support/browser.ts";
import { fillArchive } from "../support/pastConversations.ts";
import { owner, startProgram } from "../support/program.ts";
import { median, showTable, whole } from "./figures.ts";
import { conversations, tenSteps } from "./simulation.ts";

const words = ["password", "calendar", "refund", "address", "folder", "login", "update", "profile", "server", "backup"];

/** So many conversations: those there are, over and over under other numbers. */
const manyOf = (pasts: readonly Past[], count: number): Past[] =>
  Array.from({ length: count }, (_, index) => {
    const past = pasts[index % pasts.length];
    if (!past) throw new Error("there are no conversations");
    const id = `${past.id}${index < pasts.length ? "" : `-${Math.floor(index / pasts.length)}`}`;
    return { ...past, id, base: { ...past.base, id } };
  });

/** From the key that ends an edit of the first condition to new counts on the screen, in a real browser; milliseconds. */
async function editsOver(pasts: readonly Past[]): Promise<number[]> {
  const program = await startProgram({ OWNER_EMAIL: owner.email, OWNER_PASSWORD: owner.password });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
    fillArchive(program.folder, pasts);
    const document = tenSteps("nothing");
    const { id } = await program.call(routes.createWorkflow, { body: { name: "Bench", document } });
    await page.goto(`${program.url}/sign-in`);
    await page.locator("input[autocomplete=username]").fill(owner.email);
    await page.locator("input[type=password]").fill(owner.password);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/workflows");
    await page.goto(`${program.url}/workflows/${id}`);
    const yes = page.locator('.react-flow__edge[data-id="words:yes"] [data-tally] text').first();
    await yes.waitFor({ timeout: 120_000 });
    await page.locator('.react-flow__node[data-id="words"]').click();
    const operand = page.getByRole("combobox").last();
    const screen: number[] = [];
    for (const word of words) {
      await operand.fill(word);
      const before = await yes.textContent();
      screen.push(
        await page.evaluate(
          ({ selector, was }) =>
            new Promise<number>((resolve) => {
              const from = performance.now();
              const look = () => {
                const shown = globalThis.document.querySelector(selector)?.textContent;
                if (shown && shown !== was) resolve(performance.now() - from);
                else requestAnimationFrame(look);
              };
              const field = globalThis.document.activeElement;
              field?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", code: "Enter", bubbles: true }));
              look();
            }),
          { selector: '.react-flow__edge[data-id="words:yes"] [data-tally] text', was: before },
        ),
      );
      await page.waitForTimeout(400);
    }
    return screen;
  } finally {
    await browser.close();
    await program.remove();
  }
}

/** What somebody who edits a condition waits for, over ten thousand past conversations and over a hundred thousand. */
export async function edit(): Promise<void> {
  const pasts = conversations();
  const rows: string[][] = [];
  for (const count of [pasts.length, 100_000]) {
    const screen = await editsOver(count === pasts.length ? pasts : manyOf(pasts, count));
    rows.push([whole(count), whole(median(screen)), whole(Math.max(...screen))]);
  }
  showTable(
    "From an edit of the first condition to new counts on the screen, ms",
    ["conversations", "median", "worst"],
    rows,
  );
}
