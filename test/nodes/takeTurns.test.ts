import { describe, expect, it } from "vitest";
import { restore } from "#shared/engine/advance.ts";
import { compile } from "#shared/engine/compile.ts";
import { registry } from "#shared/integrations/manifest.ts";
import type { Json } from "#shared/nodes/define.ts";
import { drawing, firstMessage } from "../support/workflowBuilder.ts";

const event = firstMessage("hello");
const minute = 60_000;
const admin = (id: string, more: object = {}) => ({ id, name: `Name ${id}`, team_ids: [7], ...more });
const admins = { admins: [admin("2"), admin("1"), admin("3", { away_mode_enabled: true }), admin("99")] };
const page = (assignees: readonly number[], after?: string) => ({
  conversations: assignees.map((id) => ({ id: `c${id}`, admin_assignee_id: id })),
  ...(after === undefined ? {} : { pages: { next: { starting_after: after } } }),
});

/** What a turn asks for after these answers, each settled at its instant. */
function asks(config: Record<string, Json>, ...log: readonly (readonly [Json, number])[]) {
  const steps = drawing(
    {
      start: ["intercom.conversationStarted", { channel: "any" }],
      turn: ["intercom.takeTurns", { team: "7", ...config }],
    },
    ["start.next>turn"],
  );
  const start = { event, trigger: "start", actor: "99", startedAt: event.at };
  const answered = log.map(([answer, at], seq) => ({ seq, outcome: { ok: true as const, at: event.at + at, answer } }));
  const { asks: asked, state } = restore(compile(steps, registry), start, answered);
  return { effect: asked[0]?.effect, state };
}

describe("taking turns", () => {
  it("asks who is there, then whose turn it is by weight, then assigns", () => {
    const config = { weights: [{ id: "2", weight: 3 }] };
    expect(asks(config).effect).toMatchObject({ method: "GET", path: "/admins" });
    expect(asks(config, [admins, 1]).effect).toEqual({
      type: "turn",
      list: "team 7",
      members: [
        { id: "1", weight: 1, room: null },
        { id: "2", weight: 3, room: null },
      ],
      countedAt: null,
      waits: null,
    });
    const chosen = { id: "2", until: null };
    expect(asks(config, [admins, 1], [chosen, 2]).effect).toMatchObject({
      path: "/conversations/901/parts",
      body: { message_type: "assignment", assignee_id: "2" },
    });
    const { state } = asks(config, [admins, 1], [chosen, 2], [{ id: "901" }, 3]);
    expect(state.status).toBe("done");
    expect(state.facts.conversation?.teammateId).toBe("2");
    expect(state.replies.get("turn")).toEqual({ teammateId: "2", teammate: "Name 2" });
  });

  it("counts what each has open, page by page, and leaves room for as many as are allowed", () => {
    const config = { cap: 3 };
    expect(asks(config, [admins, 1]).effect).toMatchObject({
      path: "/conversations/search",
      body: {
        query: {
          value: [
            { field: "state", operator: "=", value: "open" },
            { field: "admin_assignee_id", operator: "IN", value: ["1", "2"] },
          ],
        },
      },
    });
    const first = page([1, 2, 1, 1], "next");
    expect(asks(config, [admins, 1], [first, 2]).effect).toMatchObject({
      body: { pagination: { starting_after: "next" } },
    });
    expect(asks(config, [admins, 1], [first, 2], [page([1]), 3]).effect).toMatchObject({
      members: [
        { id: "1", room: 0 },
        { id: "2", room: 2 },
      ],
      countedAt: event.at + 3,
    });
  });

  it("fails at once where nobody is free, or waits, ever more patiently, and then says so", () => {
    const away = { admins: [admin("1", { away_mode_enabled: true })] };
    expect(asks({}, [away, 1]).state.failure?.what.en).toContain("Nobody of this team is free");
    const config = { whenNobody: "hour" };
    expect(asks(config, [away, 1]).effect).toMatchObject({
      members: [],
      waits: { since: 1_790_000_000_000, until: event.at + 1 + 60 * minute },
    });
    const until = event.at + 60 * minute;
    const nobody = { id: null, until };
    const waiting = [
      [away, 0],
      [nobody, 0],
    ] as const;
    expect(asks(config, ...waiting).effect).toEqual({ type: "delay", until: event.at + minute });
    expect(asks(config, ...waiting, [null, minute]).effect).toMatchObject({ path: "/admins" });
    const again = (at: number) => asks(config, ...waiting, [null, at], [away, at], [nobody, at]);
    expect(again(40 * minute).effect).toEqual({ type: "delay", until: event.at + 44 * minute });
    expect(again(59.5 * minute).effect).toEqual({ type: "delay", until });
    expect(again(60 * minute).state.failure?.what.en).toContain("Nobody of this team is free");
    const back = asks(config, ...waiting, [null, minute], [admins, minute], [{ id: "1", until: null }, minute]);
    expect(back.effect).toMatchObject({ body: { assignee_id: "1" } });
  });
});
