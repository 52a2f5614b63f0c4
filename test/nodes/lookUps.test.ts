import { describe, expect, it } from "vitest";
import { registry } from "#shared/integrations/manifest.ts";
import { cannotTell, type Given, type Json } from "#shared/nodes/define.ts";
import { effectsOf } from "../support/effectsOf.ts";
import { givenFor } from "../support/givenFor.ts";

const at = 1_790_000_000;
const since = at * 1000;

/** What an action's look-up makes of an answer: before its first effect, or before the one that follows `answers`. */
function looked(type: string, settings: object, read: Json, answers?: readonly Json[]) {
  const node = registry.get(type);
  if (node?.kind !== "action" || node.onUncertain === "repeat") throw new Error(`${type} looks for nothing`);
  const start: Given<Record<string, unknown>> = givenFor(node.config.parse(settings));
  const given = answers ? (effectsOf(node, start, answers).asked.at(-1)?.given ?? start) : start;
  return node.onUncertain.find(read, given, since, () => true);
}

const happened = (...asked: Parameters<typeof looked>) => looked(...asked) !== null;

describe("an effect whose answer was lost is taken to have happened where what is read shows it", () => {
  it.each([
    ["intercom.noteContact", { note: ["Asked for a refund"] }],
    ["intercom.noteCompany", { note: ["Asked for a refund"] }],
  ])("%s: a note with these words, by our teammate, since the intent", (type, settings) => {
    const note = { id: "3", created_at: at, author: { id: "99" }, body: "<p>Asked for a refund</p>" };
    const list = (more: object) => ({ type: "list", data: [{ ...note, ...more }] });
    expect(happened(type, settings, list({}))).toBe(true);
    expect(happened(type, settings, list({ created_at: at - 60 }))).toBe(false);
    expect(happened(type, settings, list({ author: { id: "5" } }))).toBe(false);
    expect(happened(type, settings, list({ body: "<p>Something else</p>" }))).toBe(false);
  });

  it.each(["intercom.replyTicket", "intercom.noteTicket"])("%s: such a part of the ticket", (type) => {
    const kind = type === "intercom.replyTicket" ? "comment" : "note";
    const ticket = (part: object) => ({
      ticket_parts: {
        ticket_parts: [{ id: "8", part_type: kind, created_at: at, author: { id: "99" }, body: "<p>Hi</p>", ...part }],
      },
    });
    expect(happened(type, { message: ["Hi"] }, ticket({}))).toBe(true);
    expect(happened(type, { message: ["Hi"] }, ticket({ part_type: "assignment" }))).toBe(false);
    expect(happened(type, { message: ["Hi"] }, ticket({ created_at: at - 60 }))).toBe(false);
  });

  it("a reply's buttons, apart from the reply itself", () => {
    const settings = { message: ["Hi"], quickReplies: ["Yes", "No"], whenTaken: "send" };
    const thread = (part_type: string) => ({
      conversation_parts: {
        conversation_parts: [{ part_type, author: { id: "99" }, created_at: at, body: "<p>Hi</p>" }],
      },
    });
    const sent = [{ type: "conversation", id: "901" }];
    expect(happened("intercom.reply", settings, thread("comment"))).toBe(true);
    expect(happened("intercom.reply", settings, thread("comment"), sent)).toBe(false);
    expect(happened("intercom.reply", settings, thread("quick_reply"), sent)).toBe(true);
  });

  it("a customer who was made since, not one who was there before", () => {
    const settings = { role: "user", email: ["a@example.com"] };
    const found = (created_at: number) => ({ type: "list", data: [{ type: "contact", id: "c8", created_at }] });
    expect(looked("intercom.createContact", settings, found(at))).toMatchObject({ id: "c8" });
    expect(happened("intercom.createContact", settings, found(at - 60))).toBe(false);
  });

  it("a merge that stands in the user's history", () => {
    const settings = { email: ["a@example.com"] };
    const user = [{ type: "list", data: [{ type: "contact", id: "u1" }] }];
    const history = (source_contact_id: string) => ({ id: "u1", merge_history: [{ source_contact_id }] });
    expect(happened("intercom.mergeLead", settings, history("c1"), user)).toBe(true);
    expect(happened("intercom.mergeLead", settings, history("c9"), user)).toBe(false);
  });

  it("who takes part in a conversation, and who no longer does", () => {
    const settings = { email: ["a@example.com"] };
    const person = [{ type: "list", data: [{ type: "contact", id: "c7" }] }];
    const conversation = (id: string) => ({ contacts: { contacts: [{ id }] } });
    expect(happened("intercom.addParticipant", settings, conversation("c7"), person)).toBe(true);
    expect(happened("intercom.addParticipant", settings, conversation("c1"), person)).toBe(false);
    expect(happened("intercom.removeParticipant", settings, conversation("c1"), person)).toBe(true);
    expect(happened("intercom.removeParticipant", settings, conversation("c7"), person)).toBe(false);
  });

  it("a subscription, whichever way its consent goes", () => {
    const list = (...ids: string[]) => ({ type: "list", data: ids.map((id) => ({ id })) });
    expect(happened("intercom.subscribe", { subscription: "opt_in:91" }, list("91"))).toBe(true);
    expect(happened("intercom.subscribe", { subscription: "opt_out:91" }, list("91"))).toBe(false);
    expect(happened("intercom.unsubscribe", { subscription: "opt_out:91" }, list("91"))).toBe(true);
    expect(happened("intercom.unsubscribe", { subscription: "opt_in:91" }, list())).toBe(true);
  });

  it("a ticket with that title since, a link, a ticket made of the conversation", () => {
    const ticket = (created_at: number, title: string) => ({
      type: "ticket.list",
      tickets: [{ type: "ticket", id: "5", created_at, ticket_attributes: { _default_title_: title } }],
    });
    const settings = { ticketType: "1234", title: ["Broken"], link: "no" };
    expect(happened("intercom.createTicket", settings, ticket(at, "Broken"))).toBe(true);
    expect(happened("intercom.createTicket", settings, ticket(at, "Other"))).toBe(false);
    expect(happened("intercom.createTicket", settings, ticket(at - 60, "Broken"))).toBe(false);
    const linked = (type: string, id: string) => ({ linked_objects: { type: "list", data: [{ type, id }] } });
    expect(happened("intercom.linkTicket", {}, linked("conversation", "901"))).toBe(true);
    expect(happened("intercom.linkTicket", {}, linked("conversation", "7"))).toBe(false);
    const converted = (id: string, more: object = {}) =>
      happened("intercom.convertToTicket", { ticketType: "1234" }, { type: "ticket.list", tickets: [{ id, ...more }] });
    expect(converted("901")).toBe(true);
    expect(converted("5", linked("conversation", "901"))).toBe(true);
    expect(converted("5")).toBe(false);
  });

  it("a message, by when the customer was last contacted", () => {
    const settings = { message: ["Hello"] };
    expect(looked("intercom.sendMessage", settings, { id: "c1", last_contacted_at: at + 1 })).toBe(cannotTell);
    expect(happened("intercom.sendMessage", settings, { id: "c1", last_contacted_at: at - 60 })).toBe(false);
    expect(happened("intercom.sendMessage", settings, { id: "c1", last_contacted_at: null })).toBe(false);
  });

  it("a tag and a membership that are gone", () => {
    const list = (id: string) => ({ type: "list", data: [{ id }] });
    expect(happened("intercom.untagContact", { tag: "9" }, list("9"))).toBe(false);
    expect(happened("intercom.untagContact", { tag: "9" }, list("1"))).toBe(true);
    expect(happened("intercom.removeFromCompany", {}, list("5"))).toBe(false);
    expect(happened("intercom.removeFromCompany", {}, list("6"))).toBe(true);
  });
});

it("gives a reply's buttons ids that stay the same, and differ from each other and from another step's", () => {
  const ids = (quickReplies: string[], message = "Hi") => {
    const node = registry.get("intercom.reply");
    if (node?.kind !== "action") throw new Error("reply is an action");
    const given = givenFor(node.config.parse({ message: [message], quickReplies, whenTaken: "send" }));
    const { asked } = effectsOf(node, given);
    return /"uuid":"([^"]+)".*"uuid":"([^"]+)"/.exec(JSON.stringify(asked.at(-1)?.plan))?.slice(1);
  };
  const [one = "", two = ""] = ids(["Yes", "No"]) ?? [];
  expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(two).not.toBe(one);
  expect(ids(["Yes", "No"])).toEqual([one, two]);
  expect(ids(["Yes", "No"], "Bye")).not.toContain(one);
});
