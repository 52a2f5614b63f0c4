import { describe, expect, it } from "vitest";
import { nodeTypes } from "#shared/integrations/manifest.ts";
import { contract } from "../support/openapi.ts";
import { effectsOf } from "../support/effectsOf.ts";
import { givenFor } from "../support/givenFor.ts";

const check = contract();
const actions = nodeTypes.filter((node) => node.kind === "action");

/** Other settings of the same actions that lead to another request. */
const variants: Record<string, object[]> = {
  "intercom.assign": [{ to: null }, { to: { list: "teammates", id: "5912203" } }],
  "intercom.reply": [{ message: ["Shall we?"], quickReplies: ["Yes, please", "No"], whenTaken: "send" }],
  "intercom.createContact": [
    { role: "lead" },
    { role: "user", externalId: ["u-9"], owner: { list: "teammates", id: "5" } },
  ],
  "intercom.updateContact": [
    {
      email: ["new@example.com"],
      phone: ["+34600000000"],
      owner: { list: "teammates", id: "5912203" },
      attributes: [
        { attribute: "Seats", value: { type: "number", value: 4 } },
        { attribute: "Beta", value: { type: "boolean", value: true } },
      ],
      of: ["c2"],
    },
  ],
  "intercom.subscribe": [{ subscription: "opt_out:93" }],
  "intercom.unsubscribe": [{ subscription: "opt_out:93" }],
  "intercom.createTicket": [{ ticketType: "1234", title: ["Broken"], description: ["It is."], link: "no", of: ["c2"] }],
  "intercom.sendMessage": [{ message: ["Hello"], from: { list: "teammates", id: "5912203" } }],
  "intercom.findContact": [
    { by: "externalId", value: ["u-1"] },
    { by: "phone", value: ["+34600000000"] },
  ],
  "intercom.findCompany": [{ by: "companyId", value: ["acme"] }],
  "intercom.findConversation": [{ state: "open" }],
  "intercom.upsertCompany": [
    { companyId: ["acme"], size: ["12"], monthlySpend: ["99.4"], website: ["https://acme.example"] },
  ],
  "intercom.setAway": [{ teammate: "5912203", away: "back", reassign: "no" }],
  "intercom.setContactAttribute": [
    { attribute: "Seats", value: { type: "number", value: 4 } },
    { attribute: "Beta", value: { type: "boolean", value: true } },
    { attribute: "Renewal", value: { type: "date", value: ["2026-11-23"] } },
  ],
};

const requests = actions.flatMap((node) =>
  [node.example, ...(variants[node.type] ?? [])].flatMap((settings) => {
    const { asked } = effectsOf(node, givenFor(node.config.parse(settings)));
    const { onUncertain } = node;
    const looks = onUncertain === "repeat" ? [] : asked.map(({ given }) => onUncertain.read(given));
    return [...asked.map(({ plan }) => plan), ...looks].flatMap((effect) =>
      effect.type === "request" ? [{ ...effect, step: node.type }] : [],
    );
  }),
);

describe.skipIf(check === null)("Intercom's own API description (skipped where it is absent)", () => {
  it.each(requests)("$step: $method $path is a request it knows", ({ method, path, body }) => {
    // The description keeps queries apart from paths.
    const faults = check?.(method, path.replace(/\?.*$/, ""), body) ?? [];
    // Of the bodies of POST /tags the plainest takes all others too, so that none of them can be the only one.
    const overlap = method === "POST" && path === "/tags" ? [" must match exactly one schema in oneOf"] : [];
    expect(faults).toEqual(overlap);
  });

  it("would refuse a request without its required fields, and one it does not know", () => {
    expect(check?.("POST", "/conversations/901/tags", { id: "1" })).not.toEqual([]);
    expect(check?.("POST", "/conversations/901/nowhere", {})).not.toEqual([]);
  });
});
