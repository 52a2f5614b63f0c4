import { describe, expect, it } from "vitest";
import { prepare } from "#server/backtest/prepare.ts";
import { type Heard, type OnAndOff, whyLive } from "#server/backtest/whyLive.ts";
import { registry } from "#shared/integrations/manifest.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { drawing, firstMessage } from "../support/workflowBuilder.ts";

const came = 1_790_000_000_000;
const heard = (more: Partial<Heard> = {}): Heard => ({
  event: firstMessage("Where is my refund?"),
  receivedAt: came,
  echo: false,
  parked: false,
  caughtUp: false,
  ...more,
});
const started = (config: Record<string, string> = {}) =>
  drawing({ start: ["intercom.conversationStarted", { channel: "any", ...config }] }, []);
const version = (number: number, publishedAt: number, document: WorkflowDocument = started()) => ({
  number,
  publishedAt,
  prepared: () => prepare(document, registry),
});
const on: OnAndOff = { mode: "on", percent: 10, letsIn: () => true, onSince: came - 1_000, pause: null };
const off: OnAndOff = { ...on, mode: "off" };
const first = version(1, came - 5_000);

describe("why a workflow did not run, by what came", () => {
  it("says that it was never published", () => expect(whyLive([heard()], [], on)).toEqual({ kind: "unpublished" }));

  it("says that nothing came that it listens to", () => {
    const replied = drawing({ start: ["intercom.customerReplied", { channel: "any" }] }, []);
    expect(whyLive([heard()], [version(1, came - 5_000, replied)], on)).toEqual({ kind: "unheard" });
  });

  it("says that no event of a conversation starts it", () => {
    const byHand = drawing({ start: ["logic.byHand", { for: "conversation" }] }, []);
    expect(whyLive([heard()], [version(1, came - 5_000, byHand)], on)).toEqual({ kind: "elsewhere" });
  });

  it("gives the words of the trigger that did not let it in", () => {
    const reason = whyLive([heard()], [version(1, came - 5_000, started({ channel: "email" }))], on);
    expect(reason).toMatchObject({
      kind: "refused",
      trigger: "start",
      why: { en: "The conversation is on another channel." },
    });
  });

  it("goes by the version that was the newest then", () => {
    const versions = [version(2, came + 1_000), version(1, came - 5_000, started({ channel: "email" }))];
    expect(whyLive([heard()], versions, on).kind).toBe("refused");
  });

  it("says that it was turned on, or published, only later", () => {
    const later = { ...on, onSince: came + 60_000 };
    const since = new Date(came + 60_000).toISOString();
    expect(whyLive([heard()], [first], later)).toMatchObject({ kind: "later", since });
    expect(whyLive([heard()], [version(1, came + 60_000)], on)).toMatchObject({ kind: "later", since });
  });

  it("says that it only decides, and that a conversation is not of the share it is on for", () => {
    expect(whyLive([heard()], [first], { ...on, mode: "shadow" })).toEqual({ kind: "shadow" });
    const share = { ...on, mode: "percentage" as const, percent: 30 };
    expect(whyLive([heard()], [first], { ...share, letsIn: () => false })).toMatchObject({
      kind: "outOfShare",
      percent: 30,
    });
    expect(whyLive([heard()], [first], share).kind).toBe("heldBack");
  });

  it("says that it is off now, and whether it would have started", () => {
    expect(whyLive([heard()], [first], off)).toEqual({ kind: "off", letsIn: true, pause: null });
    const email = version(1, came - 5_000, started({ channel: "email" }));
    expect(whyLive([heard()], [email], off)).toEqual({ kind: "off", letsIn: false, pause: null });
  });

  it("of a paused one, tells what came before the pause from what came after", () => {
    const why = { en: "Too many runs.", es: "Demasiadas ejecuciones." };
    const paused = (since: number): OnAndOff => ({ ...off, pause: { since, why } });
    expect(whyLive([heard()], [first], paused(came - 10))).toMatchObject({ kind: "off", pause: { why } });
    expect(whyLive([heard()], [first], paused(came + 10)).kind).toBe("heldBack");
  });

  it("says that it was not the first time, where only the first counts", () => {
    const once = started();
    for (const node of once.nodes) node.once = "contact";
    expect(whyLive([heard()], [version(1, came - 5_000, once)], on)).toMatchObject({
      kind: "notFirst",
      once: "contact",
    });
  });

  it("says that our own action caused it, or that it was set aside", () => {
    expect(whyLive([heard({ echo: true })], [first], on).kind).toBe("own");
    expect(whyLive([heard({ parked: true })], [first], on).kind).toBe("setAside");
  });

  it("says that it was held back where everything let it in and there is no run", () =>
    expect(whyLive([heard()], [first], on).kind).toBe("heldBack"));

  it("does not claim that nothing came where its details were removed since", () => {
    const replied = version(1, came - 5_000, drawing({ start: ["intercom.customerReplied", { channel: "any" }] }, []));
    expect(whyLive([heard()], [replied], on, new Set(["conversation.user.replied"]))).toEqual({ kind: "removed" });
    expect(whyLive([heard()], [replied], on, new Set(["conversation.user.created"]))).toEqual({ kind: "unheard" });
  });

  it("of what was caught up, goes by when it happened, in whole seconds", () => {
    const event = { ...firstMessage("Hello"), at: came };
    const caughtUp = heard({ event, receivedAt: came + 500_000, caughtUp: true });
    expect(whyLive([caughtUp], [first], { ...on, onSince: came + 300 }).kind).toBe("heldBack");
    expect(whyLive([caughtUp], [first], { ...on, onSince: came + 2_000 }).kind).toBe("later");
  });
});
