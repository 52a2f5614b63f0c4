import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createArchived } from "#server/backtest/createArchived.ts";
import { createSimulator } from "#server/backtest/createSimulator.ts";
import { archiveStore } from "#server/store/archive.ts";
import { type Database, openArchive } from "#server/store/database.ts";
import { wholeArchive } from "#shared/api/backtests.ts";
import { registry } from "#shared/integrations/manifest.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { fillArchive, pastConversation } from "../support/pastConversations.ts";
import { drawing } from "../support/workflowBuilder.ts";

const at = Date.parse("2026-03-02T09:00:00Z");
const dayMs = 86_400_000;

let folder: string;
let db: Database;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "switchboard-grows-"));
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Counts of a drawing by a thread's simulator that has answered before, and by a new one. */
function simulators() {
  db = openArchive(join(folder, "archive.sqlite"), true);
  const begin = () => {
    const archived = createArchived(archiveStore(db));
    return createSimulator({ archived, registry, isStopped: () => false, clock: () => 0 });
  };
  const kept = begin();
  const ask = (document: WorkflowDocument) => ({ workflow: "w", document, slice: wholeArchive, callees: {} });
  return {
    kept: (document: WorkflowDocument) => kept.answer("counts", ask(document)),
    anew: (document: WorkflowDocument) => begin().answer("counts", ask(document)),
  };
}

describe("counts of an archive that grows", () => {
  it("tell what has come of a wait by the time that is known now", () => {
    const waits = drawing(
      {
        start: ["intercom.conversationStarted", { channel: "any" }],
        wait: ["logic.waitFor", { for: ["customerReplied"], most: { amount: 2, unit: "days" } }],
        close: ["intercom.close", {}],
      },
      ["start.next>wait", "wait.late>close"],
    );
    fillArchive(folder, [pastConversation({ id: "1", text: "Hello", at })]);
    const { kept, anew } = simulators();
    expect(kept(waits)?.doubts).toEqual([{ doubt: "unfinished", count: 1 }]);
    // Another conversation, three days later: by then nobody had replied in the first.
    fillArchive(folder, [pastConversation({ id: "2", text: "Hello", at: at + 3 * dayMs })]);
    const grown = kept(waits);
    expect(grown).toEqual(anew(waits));
    expect(grown?.nodes).toContainEqual(expect.objectContaining({ node: "close", count: 1 }));
  });

  it("tell whose first time it was, though an earlier conversation comes later", () => {
    const first = drawing(
      {
        start: ["intercom.conversationStarted", { channel: "any" }],
        close: ["intercom.close", {}],
      },
      ["start.next>close"],
    );
    const once: WorkflowDocument = {
      ...first,
      nodes: first.nodes.map((node) => (node.id === "start" ? { ...node, once: "contact" } : node)),
    };
    fillArchive(folder, [pastConversation({ id: "2", text: "Again", customer: "c", at: at + dayMs })]);
    const { kept, anew } = simulators();
    expect(kept(once)?.entered).toBe(1);
    fillArchive(folder, [pastConversation({ id: "1", text: "Hello", customer: "c", at })]);
    const grown = kept(once);
    expect(grown).toEqual(anew(once));
    expect(grown?.entered).toBe(1);
  });
});
