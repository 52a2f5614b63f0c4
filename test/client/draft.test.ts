import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cardHeight } from "#client/canvas/cardSize.ts";
import { exitIds } from "#client/canvas/exitIds.ts";
import { tidyLayout } from "#client/canvas/tidyLayout.ts";
import { copyText, paste, readCopied, withNewIds } from "#client/draft/clipboard.ts";
import { createDraft } from "#client/draft/draftStore.ts";
import {
  addNode,
  all,
  connect,
  disconnect,
  insertAfter,
  move,
  reconnect,
  remove,
  remark,
  rename,
  setConfig,
} from "#client/draft/edits.ts";
import { lineRefusal } from "#client/draft/lineRefusal.ts";
import { newId } from "#client/draft/newId.ts";
import { openDraft } from "#client/draft/openDraft.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { emptyDocument, WorkflowDocument, type WorkflowNode } from "#shared/workflow/document.ts";
import { validate } from "#shared/workflow/validate.ts";
import { drawing } from "../support/workflowBuilder.ts";

const start: [string, WorkflowNode["config"]] = ["intercom.conversationStarted", { channel: "any" }];
const rule = { match: "all", rules: [{ ref: "message.text", operator: "mentions", operand: ["refund"] }] };
const chain = drawing(
  {
    start,
    hello: ["intercom.reply", { message: ["Hello"], whenTaken: "skip" }],
    note: ["intercom.addNote", { note: ["Sent: ", { ref: "steps.hello.text" }] }],
  },
  ["start.next>hello", "hello.next>note"],
);
const linesOf = (document: WorkflowDocument) =>
  document.edges.map(({ from, outlet, to }) => `${from}.${outlet}>${to}`).toSorted();

describe("a step is put into the drawing", () => {
  it("is taken into the line it is dropped on", () => {
    const tag: WorkflowNode = { id: "tag", type: "intercom.tag", config: {} };
    const after = all(addNode(tag, 10, 20), insertAfter({ from: "start", outlet: "next" }, "tag", "next"))(chain);
    expect(linesOf(after)).toEqual(["hello.next>note", "start.next>tag", "tag.next>hello"]);
    expect(after.layout).toContainEqual({ node: "tag", x: 10, y: 20 });
  });

  it("follows an open exit", () => {
    const close: WorkflowNode = { id: "close", type: "intercom.close", config: {} };
    const after = all(addNode(close, 0, 0), insertAfter({ from: "note", outlet: "next" }, "close", "next"))(chain);
    expect(linesOf(after)).toEqual(["hello.next>note", "note.next>close", "start.next>hello"]);
  });
});

describe("steps are taken out", () => {
  it("heals the line where one led in and one led out", () => {
    expect(linesOf(remove(new Set(["hello"]))(chain))).toEqual(["start.next>note"]);
  });

  it("heals over several removed steps in a row", () => {
    const longer = drawing({ start, a: ["intercom.close", {}], b: ["intercom.close", {}], c: ["intercom.close", {}] }, [
      "start.next>a",
      "a.next>b",
      "b.next>c",
    ]);
    expect(linesOf(remove(new Set(["a", "b"]))(longer))).toEqual(["start.next>c"]);
  });

  it("leaves both ends open where the ways part", () => {
    const parted = drawing(
      { start, if: ["logic.if", { when: rule }], a: ["intercom.close", {}], b: ["intercom.close", {}] },
      ["start.next>if", "if.yes>a", "if.no>b"],
    );
    expect(linesOf(remove(new Set(["if"]))(parted))).toEqual([]);
  });

  it("never leaves a line to a step that is gone", () => {
    fc.assert(
      fc.property(fc.subarray(["start", "hello", "note"]), (gone) => {
        const after = remove(new Set(gone))(chain);
        const ids = new Set(after.nodes.map(({ id }) => id));
        expect(after.edges.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([]);
      }),
    );
  });
});

describe("lines", () => {
  it("an exit has one: a new one takes the old one's place", () => {
    expect(linesOf(connect({ from: "start", outlet: "next", to: "note" })(chain))).toEqual([
      "hello.next>note",
      "start.next>note",
    ]);
  });

  it("an end is taken elsewhere", () => {
    const to = { from: "note", outlet: "next", to: "hello" };
    expect(linesOf(reconnect({ from: "hello", outlet: "next" }, to)(chain))).toEqual([
      "note.next>hello",
      "start.next>hello",
    ]);
  });

  it("nothing changes where there is nothing to change", () => {
    expect(connect({ from: "start", outlet: "next", to: "hello" })(chain)).toBe(chain);
    expect(disconnect({ from: "note", outlet: "next" })(chain)).toBe(chain);
  });

  it.each([
    ["itself", "hello", "hello", "self"],
    ["a trigger", "note", "start", "trigger"],
    ["a step before it", "note", "hello", "circle"],
    ["a step after it", "start", "note", null],
  ])("to %s: refused with the reason, or drawn", (_, from, to, reason) => {
    expect(lineRefusal(chain, { from, to }, registry)).toBe(reason);
  });
});

describe("copies", () => {
  const copied = () => {
    const steps = readCopied(copyText(chain, new Set(["hello", "note"])));
    if (!steps) throw new Error("nothing was copied");
    return steps;
  };

  it("get new ids, and take from each other what the originals did", () => {
    const fresh = withNewIds(copied(), registry, newId, { x: 40, y: 40 });
    const after = paste(fresh)(chain);
    const [hello, note] = fresh.nodes;
    expect(new Set(after.nodes.map(({ id }) => id)).size).toBe(5);
    expect(note?.config).toEqual({ note: ["Sent: ", { ref: `steps.${hello?.id}.text` }] });
    expect(fresh.edges).toEqual([{ from: hello?.id, outlet: "next", to: note?.id }]);
    expect(WorkflowDocument.safeParse(after).success).toBe(true);
  });

  it("keep what they take from a step that was not copied: it becomes a fault", () => {
    const alone = readCopied(copyText(chain, new Set(["note"])));
    const other = drawing({ start, close: ["intercom.close", {}] }, ["start.next>close"]);
    const after = paste(withNewIds(alone ?? emptyDocument, registry, newId, { x: 0, y: 0 }))(other);
    const faults = validate(after, registry, null).map(({ code }) => code);
    expect(faults).toContain("unknown-value");
  });

  it("rewrite a value that is chosen as a setting, but no words that only look like one", () => {
    const steps: WorkflowDocument = drawing(
      {
        hello: ["intercom.reply", { message: ["steps.hello.text"], whenTaken: "skip" }],
        split: ["logic.splitByValue", { value: "steps.hello.text", cases: [{ id: "a", label: "", values: [] }] }],
      },
      [],
    );
    const [hello, split] = withNewIds(steps, registry, newId, { x: 0, y: 0 }).nodes;
    expect(hello?.config["message"]).toEqual(["steps.hello.text"]);
    expect(split?.config["value"]).toBe(`steps.${hello?.id}.text`);
  });

  it.each(["", "hello", "{}", '{"switchboard":"steps"}', '{"switchboard":"workflow","name":"x"}'])(
    "nothing else on the clipboard is taken for steps: %s",
    (text) => expect(readCopied(text)).toBe(null),
  );
});

describe("undo", () => {
  it("takes back one edit at a time, and redo brings it again", () => {
    const draft = createDraft(chain);
    draft.edit(rename("hello", "Greet"));
    draft.edit(move([{ node: "hello", x: 1, y: 2 }]));
    draft.undo();
    expect(draft.store.getState().document.nodes[1]?.name).toBe("Greet");
    draft.undo();
    expect(draft.store.getState().document).toBe(chain);
    draft.redo();
    expect(draft.store.getState().document.nodes[1]?.name).toBe("Greet");
  });

  it("keeps a remark on a step, and leaves nothing of it behind", () => {
    const draft = createDraft(chain);
    draft.edit(remark("hello", "Ask Sales first\n"));
    expect(draft.store.getState().document.nodes[1]?.note).toBe("Ask Sales first\n");
    draft.edit(remark("hello", undefined));
    expect(draft.store.getState().document).toEqual(chain);
  });

  it("takes back typing in one field at once, and the next field by itself", () => {
    let now = 0;
    const draft = createDraft(chain, () => now);
    const write = (words: string) => draft.edit(setConfig("hello", { message: [words] }), "config:hello:message");
    for (const words of ["H", "Ho", "Hol", "Hola"]) {
      write(words);
      now += 300;
    }
    draft.edit(rename("hello", "Greet"), "name:hello");
    draft.undo();
    expect(draft.store.getState().document.nodes[1]?.config).toEqual({ message: ["Hola"] });
    draft.undo();
    expect(draft.store.getState().document).toBe(chain);
  });

  it("keeps apart what was typed after a pause", () => {
    let now = 0;
    const draft = createDraft(chain, () => now);
    draft.edit(rename("hello", "One"), "name:hello");
    now += 5_000;
    draft.edit(rename("hello", "Two"), "name:hello");
    draft.undo();
    expect(draft.store.getState().document.nodes[1]?.name).toBe("One");
  });

  it("does not join what is typed after an undo to what was typed before", () => {
    const draft = createDraft(chain, () => 0);
    draft.edit(rename("hello", "One"), "name:hello");
    draft.undo();
    draft.edit(rename("hello", "Two"), "name:hello");
    draft.undo();
    expect(draft.store.getState().document).toBe(chain);
  });

  it("has nothing to take back where nothing changed", () => {
    const draft = createDraft(chain);
    draft.edit(disconnect({ from: "note", outlet: "next" }));
    expect(draft.history.getState().pastStates).toEqual([]);
  });
});

describe("the draft that the editor opens with", () => {
  const server = { document: chain, revision: 4 };
  const mine = rename("hello", "Mine")(chain);

  it("is the server's where this browser kept nothing", () => {
    expect(openDraft(server, null)).toEqual({ ...server, state: "saved" });
  });
  it("is the kept one where it builds on the same revision", () => {
    expect(openDraft(server, { revision: 4, document: mine })).toEqual({
      revision: 4,
      document: mine,
      state: "unsaved",
    });
  });
  it("is the kept one, to be decided on, where somebody saved since", () => {
    expect(openDraft(server, { revision: 3, document: mine }).state).toBe("stale");
  });
  it("is the server's where the kept one got through after all", () => {
    const written = structuredClone({ revision: 3, document: chain });
    expect(openDraft(server, written)).toEqual({ ...server, state: "saved" });
  });
});

describe("tidy", () => {
  const forked = drawing(
    {
      start,
      if: ["logic.if", { when: rule }],
      no: ["intercom.close", {}],
      yes: ["intercom.reply", { message: ["Hi"], whenTaken: "skip" }],
      after: ["intercom.tag", {}],
      end: ["intercom.addNote", { note: ["x"] }],
    },
    ["start.next>if", "if.no>no", "if.yes>yes", "yes.next>after", "after.next>end", "no.next>end"],
  );
  const placed = (document: WorkflowDocument) =>
    new Map(tidyLayout(document, exitIds(document)).map((place) => [place.node, place]));

  it("draws branches in the order of their exits, whatever order the lines were made in", () => {
    const places = placed(forked);
    expect(places.get("yes")?.y).toBeLessThan(places.get("no")?.y ?? 0);
  });

  it("puts a step where ways meet behind the longest of them", () => {
    const places = placed(forked);
    for (const { from, to } of forked.edges) expect(places.get(from)?.x).toBeLessThan(places.get(to)?.x ?? 0);
  });

  it("covers no card with another, on any drawing, circles too, and places each once", () => {
    const types = ["intercom.close", "logic.if", "intercom.tag"];
    const edge = fc.record({
      from: fc.nat(14),
      outlet: fc.constantFrom("next", "yes", "no"),
      to: fc.nat(14),
    });
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 40 }), (edges) => {
        const document: WorkflowDocument = {
          format: 1,
          nodes: Array.from({ length: 15 }, (_, index) => ({
            id: `n${index}`,
            type: types[index % types.length] ?? "",
            config: {},
          })),
          edges: edges.map(({ from, outlet, to }) => ({ from: `n${from}`, outlet, to: `n${to}` })),
          layout: [],
        };
        const exits = exitIds(document);
        const places = tidyLayout(document, exits);
        expect(places.map(({ node }) => node).toSorted()).toEqual(document.nodes.map(({ id }) => id).toSorted());
        for (const one of places)
          for (const other of places) {
            if (one === other || one.x !== other.x || one.y > other.y) continue;
            expect(other.y - one.y).toBeGreaterThanOrEqual(cardHeight(exits(one.node).length));
          }
      }),
    );
  });
});
