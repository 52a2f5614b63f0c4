import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { packing } from "#shared/archive/packed.ts";
import { createDesk } from "#server/archive/desk.ts";
import { takeBundle } from "#server/archive/takeBundle.ts";
import { archiveStore } from "#server/store/archive.ts";
import { archiveSearch } from "#server/store/archiveSearch.ts";
import { openArchive } from "#server/store/database.ts";
import { madeConversation } from "./madeConversation.ts";

const now = Date.UTC(2026, 10, 1);

it("shows what an older version packed before all of it is packed anew", () => {
  const folder = mkdtempSync(join(tmpdir(), "switchboard-outdated-"));
  const db = openArchive(join(folder, "archive.sqlite"));
  try {
    const bundles = [1, 11, 21].map((first) =>
      Array.from({ length: 10 }, (_, index) => {
        const made = madeConversation(first + index);
        const [opening, ...rest] = made.conversation_parts.conversation_parts;
        const said = { ...opening, part_type: "comment", body: "<p>A rare zebra.</p>" };
        const raw = { ...made, conversation_parts: { conversation_parts: [said, ...rest] } };
        return { line: index, bytes: Buffer.from(JSON.stringify(raw)) };
      }),
    );
    const store = archiveStore(db);
    for (const bundle of bundles) store.keep(takeBundle(bundle, now), 1);
    const search = archiveSearch(db);
    while (search.index(100) > 0);
    db.prepare("update bodies set packed = '{}', packing = ?").run(packing - 1);

    // Its work stands still after the first step.
    const never = () => new Promise<void>(() => undefined);
    const desk = createDesk({
      db,
      folder,
      now: () => now,
      helpers: 0,
      turn: never,
      onChange: () => undefined,
      onTrouble: (error) => expect.unreachable(String(error)),
      brokeOff: false,
    });
    const left = () => db.prepare("select count(*) from bodies where packing < ?").pluck().get(packing);
    expect(left()).toBe(20);
    const { id } = madeConversation(30);
    expect(desk.conversation(id)?.past.moments.map(({ words }) => words?.text)).toContain("A rare zebra.");
    expect(left()).toBe(10);
    const { conversations } = desk.list({ search: "zebra" }, null, 30);
    expect(conversations.length).toBe(30);
    for (const { excerpt } of conversations) expect(excerpt).toContain("A rare zebra.");
    expect(left()).toBe(0);
  } finally {
    db.close();
    rmSync(folder, { recursive: true });
  }
});
