import { describe, expect, it } from "vitest";
import { failureOf } from "#server/connections/failureOf.ts";
import { contactFrom } from "#shared/events/normalise.ts";
import { nodeTypes, registry } from "#shared/integrations/manifest.ts";
import { formOf } from "#shared/nodes/form.ts";
import type { ActionNode, Given, Plan } from "#shared/nodes/define.ts";
import { effectsOf } from "../support/effectsOf.ts";
import { givenFor } from "../support/givenFor.ts";

const actions = nodeTypes.filter((node) => node.kind === "action");

function action(type: string): ActionNode {
  const node = registry.get(type);
  if (node?.kind !== "action") throw new Error(`${type} is no action`);
  return node;
}

const planned = (type: string, settings: object, more: Partial<Given<Record<string, unknown>>> = {}): Plan => {
  const node = action(type);
  return node.plan({ ...givenFor(node.config.parse(settings)), ...more });
};

/** What a plan says to a person, in both languages; null where it does something. */
const said = (plan: Plan): string[] | null => {
  if (plan.type === "skip") return [plan.why.en, plan.why.es];
  return plan.type === "fail" ? [plan.failure.what.en, plan.failure.todo.en, plan.failure.what.es] : null;
};
const body = (plan: Plan): string => (plan.type === "request" ? JSON.stringify(plan.body ?? null) : "");

const nobody = { conversationId: null, contactId: null, companyId: null, ticketId: null, facts: {}, read: () => null };
const withContact = (raw: object) => ({ facts: { contact: contactFrom({ id: "c1", ...raw }) } });

describe("what is missing", () => {
  it.each(actions.map((node) => [node.type, node] as const))("%s never asks for half an address", (_, node) => {
    const plan = node.plan({ ...givenFor(node.config.parse(node.example)), ...nobody });
    const path = plan.type === "request" ? plan.path : "/";
    expect(`${path} ${body(plan)}`).not.toMatch(/\/\/|.\/ |null"|undefined/);
  });

  it("says that there is no customer, company, ticket or conversation", () => {
    const says = (type: string, settings: object) => said(planned(type, settings, nobody))?.[0];
    expect(says("intercom.tagContact", { tag: "1" })).toBe("Not done: there is no customer here.");
    expect(says("intercom.tagCompany", { tag: "1" })).toBe("Not done: the customer has no company.");
    expect(says("intercom.tagTicket", { tag: "1" })).toBe("Not done: there is no ticket here.");
    expect(says("intercom.setTitle", { title: ["A"] })).toBe("This run has no conversation.");
  });

  it("sends no e-mail to someone without an address, or who unsubscribed, or is only a visitor", () => {
    const email = { subject: ["Hi"], message: ["Hello"], style: "plain" };
    const says = (raw: object) => said(planned("intercom.sendEmail", email, withContact(raw)))?.[0];
    expect(says({ role: "lead", email: "" })).toBe("Not sent: the customer has no e-mail address.");
    expect(says({ role: "user", email: "a@example.com", unsubscribed_from_emails: true })).toBe(
      "Not sent: the customer unsubscribed from e-mail.",
    );
    expect(says({ role: "visitor", email: "a@example.com" })).toMatch(/^Not sent: a visitor/);
    expect(says({ role: "user", email: "a@example.com" })).toBeUndefined();
  });

  it("never turns to the run's own customer when the one that was meant is empty", () => {
    const of = [{ ref: "steps.find.id" }];
    expect(said(planned("intercom.archiveContact", { of }))?.[0]).toBe("Not done: there is no customer here.");
    expect(planned("intercom.archiveContact", { of: ["c2"] })).toMatchObject({ path: "/contacts/c2/archive" });
  });
});

it("has nothing to remove where the tag is not on it; of a customer with ten tags that is not known", () => {
  expect(said(planned("intercom.untag", { tag: "1" }))?.[0]).toBe("Nothing to remove: the tag is not on it.");
  expect(said(planned("intercom.untagContact", { tag: "1" }))?.[0]).toMatch(/^Nothing to remove/);
  const ten = Array.from({ length: 10 }, (_, place) => ({ id: `t${place}` }));
  const plan = planned("intercom.untagContact", { tag: "1" }, withContact({ tags: { data: ten } }));
  expect(plan).toMatchObject({ method: "DELETE", path: "/contacts/c1/tags/1" });
});

describe("a text whose values are all empty", () => {
  const written = actions.filter((node) =>
    formOf(node.config).some(({ ui, optional }) => ui.widget.kind === "template" && !optional),
  );
  it.each(written.map((node) => [node.type, node] as const))("%s sends nothing empty, and says so", (_, node) => {
    const blank = formOf(node.config).flatMap(({ key, ui }) =>
      ui.widget.kind === "template" && key !== "of" ? [[key, [{ ref: "contact.phone" }]]] : [],
    );
    const config = node.config.parse({ ...node.example, ...Object.fromEntries(blank) });
    const plan = node.plan({ ...givenFor(config), read: () => null });
    expect(["fail", "answer"]).toContain(plan.type);
  });
});

describe("unusual texts", () => {
  const sent = (message: string) => body(planned("intercom.reply", { message: [message], whenTaken: "send" }));

  it("sends emoji and right-to-left text as they are", () => {
    expect(sent("👩‍👩‍👧 مرحبا بك 🇪🇸")).toContain("<p>👩‍👩‍👧 مرحبا بك 🇪🇸</p>");
  });

  it("sends markup as words", () => {
    expect(sent('<img src=x onerror="alert(1)">')).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;");
  });

  it("sends a message of 48,000 characters whole", () => {
    const long = "a".repeat(16_000);
    const plan = planned("intercom.reply", { message: [long, long, long], whenTaken: "send" });
    expect(body(plan)).toContain("a".repeat(48_000));
  });

  it("cuts a title and a phrase to look for on a whole character", () => {
    const family = "👩‍👩‍👧".repeat(200);
    expect(body(planned("intercom.setTitle", { title: [family] }))).not.toMatch(/\\ud[0-9a-f]{3}/i);
    const plan = planned("intercom.findArticle", { phrase: [family] });
    expect(plan.type === "request" ? plan.path.length : 0).toBeLessThan(4_000);
  });
});

describe("a value that does not fit", () => {
  const update = (type: string, value: unknown) =>
    said(
      planned("intercom.updateContact", {
        attributes: [{ attribute: "Seats", value: { type, value } }],
      }),
    )?.[0];

  it("fails before anything is sent, and names the attribute", () => {
    expect(update("number", ["many"])).toBe("The value does not fit “Seats”.");
    expect(update("date", ["soon"])).toBe("The value does not fit “Seats”.");
    expect(update("number", ["4"])).toBeUndefined();
  });

  it("says that a value holds no date to snooze until, or one that has passed", () => {
    const until = (held: string | number) =>
      said(planned("intercom.snoozeUntil", { until: "message.text" }, { read: () => held }))?.[0];
    expect(until("soon")).toBe("The value holds no date.");
    expect(until(1_000_000_000)).toBe("Not snoozed: the date has passed.");
  });

  it("says that a company's size is no number", () => {
    expect(said(planned("intercom.updateCompany", { size: ["big"] }))?.[0]).toBe("The value does not fit “size”.");
  });
});

describe("what is not found", () => {
  const reply = (type: string, settings: object, answers: Parameters<typeof effectsOf>[2]) => {
    const node = action(type);
    const { last } = effectsOf(node, givenFor(node.config.parse(settings)), answers);
    return node.reply.parse(node.answer(last.answers.at(-1) ?? null, last));
  };
  const none = { type: "list", data: [], total_count: 0 };

  it.each([
    ["intercom.findContact", { by: "email", value: ["a@example.com"] }, none],
    ["intercom.findConversation", { state: "any" }, none],
    ["intercom.findTicket", {}, none],
    ["intercom.findCompany", { by: "name", value: ["Acme"] }, none],
    ["intercom.findCompany", { by: "name", value: ["Acme"] }, null],
    ["intercom.findArticle", { phrase: ["refund"] }, { type: "list", data: { articles: [] } }],
    ["intercom.countConversations", { within: { amount: 1, unit: "days" } }, none],
  ])("%s answers that there is none", (type, settings, answer) => {
    expect(reply(type, settings, [answer])).toMatchObject({ found: false });
  });

  it("adds nobody to a conversation, and merges nobody, where there is no such customer", () => {
    expect(reply("intercom.addParticipant", { email: ["a@example.com"] }, [none])).toMatchObject({ found: false });
    expect(reply("intercom.mergeLead", { email: ["a@example.com"] }, [none])).toMatchObject({ merged: false });
  });

  it("creates a customer only where none is found", () => {
    const settings = { email: ["a@example.com"], role: "lead" };
    const found = { type: "list", data: [{ type: "contact", id: "c7", email: "a@example.com" }] };
    const created = { type: "contact", id: "c8", email: "a@example.com" };
    expect(reply("intercom.findOrCreateContact", settings, [found])).toMatchObject({ id: "c7", created: false });
    expect(reply("intercom.findOrCreateContact", settings, [none, created])).toMatchObject({ id: "c8", created: true });
  });
});

describe("what Intercom refuses", () => {
  const words = (status: number, code: string) =>
    failureOf(status, { type: "error.list", errors: [{ code, message: "As Intercom says" }] });

  it.each([
    [403, "api_plan_restricted", "The Intercom plan does not include this."],
    [403, "forbidden", "The token or the Intercom plan does not allow this."],
    [404, "not_found", "Intercom no longer has this."],
    [409, "conflict", "Intercom has this already."],
    [410, "contact_merged", "This customer has been merged into another."],
    [400, "invalid_merge", "Intercom merges only who has the same e-mail or phone."],
    [413, "too_large", "The text is too long for Intercom."],
    [422, "parameter_invalid", "A value is not one that Intercom takes here."],
    [400, "parameter_invalid", "Intercom refused the request."],
  ])("says of %i %s what happened and what to do, with Intercom's own words", (status, code, what) => {
    const failure = words(status, code);
    expect(failure.what.en).toBe(what);
    expect(failure).toMatchObject({ status, detail: "As Intercom says" });
    expect(failure.todo.es).not.toBe("");
  });
});
