import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Event } from "#shared/events/event.ts";
import { readNotification } from "#shared/events/readNotification.ts";
import { kindOfTopic } from "#shared/events/topics.ts";
import { nodeTypes, registry } from "#shared/integrations/manifest.ts";
import type { Verdict } from "#shared/nodes/define.ts";
import {
  bot,
  contactItem,
  conversationItem,
  customer,
  notification,
  teammate,
  ticketItem,
} from "../support/notification.ts";

const triggers = nodeTypes.filter((node) => node.kind === "trigger" && node.type.startsWith("intercom."));

function verdict(type: string, config: object, event: Event): Verdict {
  const node = registry.get(type);
  if (node?.kind !== "trigger") throw new Error(`${type} is no trigger`);
  return node.accepts({ config: node.config.parse({ ...node.fresh, ...config }), event });
}

/** The triggers that an event starts as they stand when they are new on the canvas, without "intercom.". */
const startedBy = (event: Event): string[] =>
  triggers.flatMap((node) =>
    node.kind === "trigger" &&
    node.topics.includes(event.topic) &&
    node.accepts({ config: node.config.parse(node.fresh), event }).accepted
      ? [node.type.replace("intercom.", "")]
      : [],
  );

const folder = join(import.meta.dirname, "../../../shared/intercom/webhooks");
const present = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .map((name) => name.replace(/\.json$/, ""))
  : [];

const expected: Record<string, string[]> = {
  "company.contact.attached": ["contactJoinedCompany"],
  "company.created": ["companyCreated"],
  "company.updated": ["companyUpdated"],
  "contact.archived": ["contactArchived"],
  "contact.lead.created": ["leadCreated"],
  "contact.merged": ["contactMerged"],
  "contact.unsubscribed": ["contactUnsubscribed"],
  "contact.user.created": ["userCreated"],
  "contact.user.created@epoch": ["userCreated"],
  "contact.user.tag.created": ["contactTagged"],
  "contact.user.updated": ["contactUpdated"],
  "conversation.admin.assigned": ["conversationAssigned"],
  "conversation.admin.closed": ["conversationClosed"],
  "conversation.admin.noted": ["noteAdded"],
  "conversation.admin.opened": ["conversationReopened"],
  "conversation.admin.replied": ["teammateReplied"],
  "conversation.admin.replied@2.14-html": ["teammateReplied"],
  "conversation.admin.single.created": ["teammateStartedConversation"],
  "conversation.admin.snoozed": ["conversationSnoozed"],
  "conversation.admin.unsnoozed": ["conversationUnsnoozed"],
  "conversation.deleted": ["conversationDeleted"],
  "conversation.operator.replied": ["botReplied"],
  "conversation.priority.updated": ["priorityChanged"],
  "conversation.rating.added": ["conversationRated"],
  "conversation.user.created": ["conversationStarted"],
  "conversation.user.created@2.14-html": ["conversationStarted"],
  "conversation.user.replied": ["customerReplied"],
  "conversation.user.replied@2.14-html": ["customerReplied"],
  "conversation_part.tag.created": ["conversationTagged"],
  "event.created": ["dataEvent"],
  ping: [],
  "ticket.closed": ["ticketClosed"],
  "ticket.contact.replied": ["ticketCustomerReplied"],
  "ticket.created": ["ticketCreated"],
  "ticket.resolved": ["ticketResolved"],
  "ticket.state.updated": ["ticketStateChanged"],
};

describe.skipIf(present.length === 0)("Intercom's sample notifications (skipped where the samples are absent)", () => {
  it("are all named in this table", () => {
    expect(present.toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  it.each(Object.entries(expected))("%s starts exactly %j", (name, types) => {
    const result = readNotification(JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")));
    expect(result.outcome === "read" && startedBy(result.event)).toEqual(types);
  });
});

describe("Intercom's triggers", () => {
  it("listen only to topics that Intercom has", () => {
    const topics = triggers.flatMap((node) => (node.kind === "trigger" ? node.topics : []));
    expect(topics.filter((topic) => kindOfTopic(topic) === null)).toEqual([]);
  });

  it("start once where Intercom tells of one happening under two topics", () => {
    const answered = conversationItem({ part_type: "comment", body: "Hello", author: bot });
    expect(startedBy(notification("conversation.admin.replied", answered))).toEqual([]);
    expect(startedBy(notification("conversation.operator.replied", answered))).toEqual(["botReplied"]);
    const given = conversationItem({ part_type: "assignment", assigned_to: { type: "team", id: 7 }, author: teammate });
    expect(startedBy(notification("conversation.admin.open.assigned", given))).toEqual([]);
  });

  it("pass over Intercom's standard notices, which come as replies of a bot", () => {
    const notice = { part_type: "channel_and_reply_time_expectation", body: "We reply in a day", author: bot };
    expect(startedBy(notification("conversation.operator.replied", conversationItem(notice)))).toEqual([]);
  });
});

const part = (author: object, more: object = {}) =>
  conversationItem({ part_type: "comment", body: "Hi", author, ...more });
const assignedTo = (to: object | null) =>
  notification(
    "conversation.admin.assigned",
    conversationItem({ part_type: "assignment", assigned_to: to, author: teammate }),
  );
const rated = (rating: number, remark = "") =>
  notification("conversation.rating.added", conversationItem(null, { conversation_rating: { rating, remark } }));
const tagged = notification(
  "conversation_part.tag.created",
  conversationItem({ author: customer, body: "Hi" }, { tags_added: { tags: [{ id: "9", name: "VIP" }] } }),
);
const priority = notification("conversation.priority.updated", conversationItem(null, { priority: "urgent" }));
const contactTag = (kind: string, happened: string) =>
  notification(`contact.${kind}.tag.${happened}`, {
    type: "contact_tag",
    tag: { id: "9", name: "VIP" },
    contact: contactItem(),
  });
const unsubscribed = notification("contact.unsubscribed", {
  type: "contact_unsubscribe",
  contact: contactItem(),
  subscription_types: { data: [{ id: "n1", default_translation: { name: "News" } }] },
});
const away = (on: boolean) => notification("admin.away_mode_updated", { ...teammate, away_mode_enabled: on });
const ticketState = notification("ticket.state.updated", ticketItem());
const ticketAttribute = notification(
  "ticket.attribute.updated",
  ticketItem([{ id: "1", updated_attribute_data: { attribute: { label: "Weight" }, value: { label: "4" } } }]),
);
const team = (id: string) => ({ list: "teams", id });
const ofType = (id: string) => ({ ticketType: { list: "ticketTypes", id } });

/** Each filter: the trigger, the event, settings that let it in and settings that do not. */
const filters: [type: string, event: Event, accepting: object[], refusing: object[]][] = [
  [
    "conversationStarted",
    notification("conversation.user.created", conversationItem()),
    [{ channel: "email" }],
    [{ channel: "sms" }],
  ],
  [
    "customerReplied",
    notification("conversation.user.replied", part(customer)),
    [{ channel: "email" }],
    [{ channel: "whatsapp" }],
  ],
  [
    "teammateStartedConversation",
    notification(
      "conversation.admin.single.created",
      conversationItem(null, { source: { type: "email", author: teammate } }),
    ),
    [{ channel: "email" }, { teammate: { list: "teammates", id: "5" } }],
    [{ channel: "conversation" }, { teammate: { list: "teammates", id: "8" } }],
  ],
  [
    "teammateReplied",
    notification("conversation.admin.replied", part(teammate)),
    [{ channel: "email" }, { teammate: { list: "teammates", id: "5" } }],
    [{ channel: "sms" }, { teammate: { list: "teammates", id: "8" } }],
  ],
  [
    "botReplied",
    notification("conversation.operator.replied", part({ ...bot, is_ai_answer: true })),
    [{ words: "answer" }],
    [{ channel: "sms" }],
  ],
  ["botReplied", notification("conversation.operator.replied", part(bot)), [{ words: "any" }], [{ words: "answer" }]],
  [
    "noteAdded",
    notification("conversation.admin.noted", part(teammate, { part_type: "note" })),
    [{ by: "teammate" }, { teammate: { list: "teammates", id: "5" } }],
    [{ by: "bot" }, { teammate: { list: "teammates", id: "8" } }],
  ],
  ["conversationAssigned", assignedTo({ type: "team", id: 7 }), [{ to: team("7") }], [{ to: team("8") }]],
  ["conversationAssigned", assignedTo({ type: "nobody_admin", id: null }), [], [{}, { to: team("7") }]],
  ["conversationUnassigned", assignedTo({ type: "nobody_admin", id: null }), [{}], []],
  ["conversationUnassigned", assignedTo({ type: "admin", id: "5" }), [], [{}]],
  ["conversationTagged", tagged, [{ tag: { list: "tags", id: "9" } }], [{ tag: { list: "tags", id: "10" } }]],
  ["priorityChanged", priority, [{ to: "urgent" }], [{ to: "low" }]],
  [
    "conversationSnoozed",
    notification("conversation.admin.snoozed", part(teammate)),
    [{ by: "teammate" }],
    [{ by: "bot" }],
  ],
  ["conversationClosed", notification("conversation.admin.closed", part(bot)), [{ by: "bot" }], [{ by: "teammate" }]],
  [
    "conversationReopened",
    notification("conversation.admin.opened", part(teammate)),
    [{ by: "teammate" }],
    [{ by: "bot" }],
  ],
  [
    "conversationRated",
    rated(2),
    [{ rating: "bad" }, { rating: "notGood" }],
    [{ rating: "good" }, { rating: "best" }, { remark: "some" }],
  ],
  [
    "conversationRated",
    rated(5, "Lovely"),
    [{ rating: "best" }, { remark: "some" }],
    [{ rating: "bad" }, { rating: "middling" }],
  ],
  ["contactUpdated", notification("contact.lead.updated", contactItem()), [{ kind: "lead" }], [{ kind: "user" }]],
  [
    "emailChanged",
    notification("contact.lead.added_email", contactItem()),
    [{ change: "added" }],
    [{ change: "changed" }],
  ],
  [
    "emailChanged",
    notification("contact.email.updated", contactItem()),
    [{ change: "changed" }],
    [{ change: "added" }],
  ],
  [
    "contactTagged",
    contactTag("user", "created"),
    [{ tag: { list: "tags", id: "9" }, kind: "user" }],
    [{ tag: { list: "tags", id: "1" } }, { kind: "lead" }],
  ],
  [
    "contactUntagged",
    contactTag("lead", "deleted"),
    [{ tag: { list: "tags", id: "9" }, kind: "lead" }],
    [{ tag: { list: "tags", id: "1" } }, { kind: "user" }],
  ],
  [
    "contactUnsubscribed",
    unsubscribed,
    [{ subscription: { list: "subscriptionTypes", id: "n1" } }],
    [{ subscription: { list: "subscriptionTypes", id: "n2" } }],
  ],
  [
    "contactSubscribed",
    { ...unsubscribed, topic: "contact.subscribed" },
    [{}],
    [{ subscription: { list: "subscriptionTypes", id: "n2" } }],
  ],
  ["ticketCreated", notification("ticket.created", ticketItem()), [ofType("t1")], [ofType("t2")]],
  [
    "ticketStateChanged",
    ticketState,
    [{ category: "inProgress" }, { state: { list: "ticketStates", id: "s2" } }, ofType("t1")],
    [{ category: "resolved" }, { state: { list: "ticketStates", id: "s3" } }, ofType("t2")],
  ],
  ["ticketResolved", notification("ticket.resolved", ticketItem()), [ofType("t1")], [ofType("t2")]],
  [
    "ticketTeammateReplied",
    notification("ticket.admin.replied", ticketItem([{ id: "1", body: "Hi", author: teammate }])),
    [{}],
    [ofType("t2")],
  ],
  [
    "ticketTeammateReplied",
    notification("ticket.admin.replied", ticketItem([{ id: "1", body: "Hi", author: bot }])),
    [],
    [{}],
  ],
  [
    "ticketAssigned",
    notification("ticket.team.assigned", ticketItem()),
    [{ to: team("7") }],
    [{ to: team("8") }, ofType("t2")],
  ],
  [
    "ticketAttributeChanged",
    ticketAttribute,
    [{ attribute: { list: "ticketAttributes", id: "t1:Weight" } }],
    [{ attribute: { list: "ticketAttributes", id: "t1:Size" } }, ofType("t2")],
  ],
  [
    "ticketRated",
    notification("ticket.rating.provided", ticketItem([], { rating: { rating: 1 } })),
    [{ rating: "bad" }],
    [{ rating: "good" }, ofType("t2")],
  ],
  [
    "dataEvent",
    notification("event.created", { type: "event", event_name: "Parcel-lost" }),
    [{ names: ["x", "parcel-lost"] }],
    [{ names: ["parcel-found"] }],
  ],
  [
    "teammateAway",
    away(true),
    [{ change: "away" }, { teammate: { list: "teammates", id: "5" } }],
    [{ change: "back" }, { teammate: { list: "teammates", id: "8" } }],
  ],
  ["teammateAway", away(false), [{ change: "back" }], [{ change: "away" }]],
];

describe("a trigger's filters", () => {
  it.each(filters.flatMap(([type, event, accepting]) => accepting.map((config) => ({ type, config, event }))))(
    "$type set to $config lets in what fits",
    ({ type, config, event }) => {
      expect(verdict(`intercom.${type}`, config, event)).toEqual({ accepted: true });
    },
  );

  it.each(filters.flatMap(([type, event, , refusing]) => refusing.map((config) => ({ type, config, event }))))(
    "$type set to $config refuses what does not, and says why in both languages",
    ({ type, config, event }) => {
      const sentence = expect.stringMatching(/^\p{Lu}.*\.$/u);
      expect(verdict(`intercom.${type}`, config, event)).toEqual({
        accepted: false,
        why: { en: sentence, es: sentence },
      });
    },
  );

  it("are tried of every trigger that has settings", () => {
    const tried = new Set(filters.map(([type]) => `intercom.${type}`));
    /** These have the same settings as a ticket that was created, made in one place. */
    const alike = /^intercom\.ticket(Closed|CustomerReplied|NoteAdded|Snoozed|Unsnoozed|ContactAdded|ContactRemoved)$/;
    const untried = triggers.filter(
      ({ type, config }) => Object.keys(config.shape).length > 0 && !tried.has(type) && !alike.test(type),
    );
    expect(untried.map(({ type }) => type)).toEqual([]);
  });
});

it("lets everything in that a new trigger hears of, where nothing has been narrowed", () => {
  const heard: [string, object][] = [
    ["conversation.admin.unsnoozed", part(teammate)],
    ["conversation.read", conversationItem()],
    ["conversation.company.updated", conversationItem()],
    ["conversation.contact.attached", { conversation: { id: 901 }, contact: { id: "c2" } }],
    ["conversation.contact.detached", { conversation: { id: 901 }, contact: { id: "c2" } }],
    ["contact.lead.signed_up", contactItem()],
    ["visitor.signed_up", { type: "visitor", id: "v1" }],
    ["contact.unarchive", contactItem()],
    ["contact.deleted", { type: "contact", id: "c1", deleted: true }],
    ["contact.subscribed", { type: "contact_subscribe", contact: contactItem() }],
    ["company.deleted", { type: "company", id: "k1" }],
    ["company.contact.detached", { company: { id: "k1" }, contact: contactItem() }],
    ["ticket.note.created", ticketItem()],
    ["ticket.admin.assigned", ticketItem()],
    ["ticket.admin.replied", ticketItem()],
    ["ticket.attribute.updated", ticketItem()],
    ["ticket.rating.provided", ticketItem()],
    ["ticket.admin.snoozed", ticketItem()],
    ["ticket.admin.unsnoozed", ticketItem()],
    ["ticket.contact.attached", ticketItem()],
    ["ticket.contact.detached", ticketItem()],
  ];
  expect(heard.filter(([topic, item]) => startedBy(notification(topic, item)).length !== 1)).toEqual([]);
});
