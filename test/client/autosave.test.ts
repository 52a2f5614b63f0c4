import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createAutosave, type ServerDraft } from "#client/draft/autosave.ts";
import type { Kept } from "#client/draft/keptDraft.ts";
import type { OpenedDraft } from "#client/draft/openDraft.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { drawing } from "../support/workflowBuilder.ts";

const named = (name: string): WorkflowDocument => {
  const document = drawing({ start: ["intercom.conversationStarted", { channel: "any" }] }, []);
  return { ...document, nodes: document.nodes.map((node) => ({ ...node, name })) };
};
const nameOf = ({ nodes }: WorkflowDocument) => nodes[0]?.name;
const stale = new Error("stale");

/** A server with one draft, which can be cut off before or after it has saved. */
function desk(opened: Partial<OpenedDraft> = {}) {
  const server: ServerDraft = { document: named("old"), revision: 1 };
  const state = { mine: opened.document ?? server.document, kept: null as Kept | null, saves: 0 };
  let cut: "before" | "after" | null = null;
  const autosave = createAutosave({
    opened: { document: server.document, revision: 1, state: "saved", ...opened },
    read: () => state.mine,
    replace: (document) => {
      state.mine = document;
      autosave.changed();
    },
    keep: (kept) => {
      state.kept = kept;
    },
    isStale: (error) => error === stale,
    load: async () => ({ ...server }),
    save: async (document, revision) => {
      if (cut === "before") throw new Error("offline");
      if (revision !== server.revision) throw stale;
      state.saves++;
      server.document = document;
      server.revision++;
      if (cut === "after") throw new Error("the answer was lost");
      return { revision: server.revision };
    },
  });
  autosave.begin();
  return {
    autosave,
    server,
    state,
    write(name: string) {
      state.mine = named(name);
      autosave.changed();
    },
    cut: (where: typeof cut) => {
      cut = where;
    },
    kind: () => autosave.state.getState().kind,
  };
}

describe("autosave", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("saves once, when the hand has rested", async () => {
    const { write, server, state, kind } = desk();
    for (const name of ["a", "ab", "abc"]) {
      write(name);
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(state.saves).toBe(0);
    expect(kind()).toBe("saving");
    await vi.advanceTimersByTimeAsync(600);
    expect([state.saves, nameOf(server.document), kind()]).toEqual([1, "abc", "saved"]);
  });

  it("keeps a copy in the browser until the server has it", async () => {
    const { write, state } = desk();
    write("mine");
    await vi.advanceTimersByTimeAsync(200);
    expect(state.kept).toEqual({ revision: 1, document: named("mine") });
    await vi.advanceTimersByTimeAsync(600);
    expect(state.kept).toBe(null);
  });

  it("keeps the copy at once and saves at once when the page goes away", async () => {
    const { write, autosave, server, state } = desk();
    write("mine");
    autosave.leave();
    expect(nameOf(state.kept?.document ?? named(""))).toBe("mine");
    await vi.advanceTimersByTimeAsync(0);
    expect(nameOf(server.document)).toBe("mine");
  });

  it("says so while it cannot save, and goes on trying", async () => {
    const { write, cut, kind, server, state } = desk();
    cut("before");
    write("mine");
    await vi.advanceTimersByTimeAsync(700);
    expect(kind()).toBe("unsaved");
    expect(state.kept).not.toBe(null);
    cut(null);
    await vi.advanceTimersByTimeAsync(2_000);
    expect([kind(), nameOf(server.document)]).toEqual(["saved", "mine"]);
  });

  it("recognises its own save whose answer was lost, and does not call it somebody else's", async () => {
    const { write, cut, kind, server } = desk();
    cut("after");
    write("first");
    await vi.advanceTimersByTimeAsync(700);
    expect(kind()).toBe("unsaved");
    cut(null);
    write("second");
    await vi.advanceTimersByTimeAsync(3_000);
    expect([kind(), nameOf(server.document)]).toEqual(["saved", "second"]);
  });

  it("never overwrites somebody else's draft by itself", async () => {
    const { write, kind, server, state } = desk();
    server.document = named("theirs");
    server.revision = 2;
    write("mine");
    await vi.advanceTimersByTimeAsync(700);
    expect(kind()).toBe("stale");
    write("mine, longer");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(nameOf(server.document)).toBe("theirs");
    expect(nameOf(state.kept?.document ?? named(""))).toBe("mine, longer");
  });

  it("keeps mine over theirs when told to", async () => {
    const { write, kind, server, autosave } = desk();
    server.document = named("theirs");
    server.revision = 2;
    write("mine");
    await vi.advanceTimersByTimeAsync(700);
    await autosave.keepMine();
    expect([kind(), nameOf(server.document)]).toEqual(["saved", "mine"]);
  });

  it("takes theirs when told to, and saves nothing for it", async () => {
    const { write, kind, server, state, autosave } = desk();
    server.document = named("theirs");
    server.revision = 2;
    write("mine");
    await vi.advanceTimersByTimeAsync(700);
    autosave.takeTheirs();
    await vi.advanceTimersByTimeAsync(2_000);
    expect([kind(), nameOf(state.mine), state.saves, state.kept]).toEqual(["saved", "theirs", 0, null]);
  });

  it("saves what was kept from the last visit", async () => {
    const { kind, server } = desk({ document: named("kept"), state: "unsaved" });
    await vi.advanceTimersByTimeAsync(0);
    expect([kind(), nameOf(server.document)]).toEqual(["saved", "kept"]);
  });

  it("asks about what was kept when somebody has saved since", async () => {
    const { kind, server } = desk({ document: named("kept"), revision: 0, state: "stale" });
    await vi.advanceTimersByTimeAsync(0);
    expect([kind(), nameOf(server.document)]).toEqual(["stale", "old"]);
  });

  it("saves what is typed while a save is under way", async () => {
    const { write, kind, server, autosave } = desk();
    write("first");
    const flushed = autosave.flush();
    write("second");
    await flushed;
    await vi.advanceTimersByTimeAsync(700);
    expect([kind(), nameOf(server.document)]).toEqual(["saved", "second"]);
  });

  it("stops trying when the editor is left; the copy stays", async () => {
    const { write, cut, state, autosave } = desk();
    cut("before");
    write("mine");
    autosave.stop();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(nameOf(state.kept?.document ?? named(""))).toBe("mine");
    expect(vi.getTimerCount()).toBe(0);
  });
});
