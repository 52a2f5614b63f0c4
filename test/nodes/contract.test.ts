import { describe, expect, it } from "vitest";
import { nodeTypes } from "#shared/integrations/manifest.ts";
import { contract } from "../support/openapi.ts";
import { givenFor } from "../support/givenFor.ts";

const check = contract();
const actions = nodeTypes.filter((node) => node.kind === "action");

/** Other settings of the same actions that lead to another request. */
const variants: Record<string, object[]> = {
  "intercom.assign": [{ to: null }, { to: { list: "teammates", id: "5912203" } }],
  "intercom.setContactAttribute": [
    { attribute: "Seats", value: { type: "number", value: 4 } },
    { attribute: "Beta", value: { type: "boolean", value: true } },
    { attribute: "Renewal", value: { type: "date", value: ["2026-11-23"] } },
  ],
};

const requests = actions.flatMap((node) =>
  [node.example, ...(variants[node.type] ?? [])].flatMap((settings) => {
    const given = givenFor(node.config.parse(settings));
    const plan = node.plan(given);
    const look = node.onUncertain === "repeat" ? [] : [node.onUncertain.read(given)];
    return [plan, ...look].flatMap((effect) => (effect.type === "request" ? [{ ...effect, step: node.type }] : []));
  }),
);

describe.skipIf(check === null)("Intercom's own API description (skipped where it is absent)", () => {
  it.each(requests)("$step: $method $path is a request it knows", ({ method, path, body }) => {
    expect(check?.(method, path, body)).toEqual([]);
  });

  it("would refuse a request without its required fields, and one it does not know", () => {
    expect(check?.("POST", "/conversations/901/tags", { id: "1" })).not.toEqual([]);
    expect(check?.("POST", "/conversations/901/nowhere", {})).not.toEqual([]);
  });
});
