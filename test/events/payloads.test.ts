import { describe, expect, it } from "vitest";
import { Event } from "#shared/events/event.ts";
import { findField } from "#shared/template/findField.ts";
import {
  bot,
  contactItem,
  conversationItem,
  customer,
  notification,
  teammate,
  ticketItem,
} from "../support/notification.ts";

/** What a reference leads to in an event, as conditions compare it. */
const valueOf = (event: Event, ref: string) => findField(ref, null)?.read(event.facts) ?? null;

describe("a ticket's notification", () => {
  const said = { id: "1", part_type: "comment", body: "<p>Any news?</p>", author: customer, created_at: 1_790_000_050 };
  const noted = { id: "2", part_type: "note", body: "<p>Lost in <b>Bern</b></p>", author: teammate };
  const moved = {
    id: "3",
    part_type: "ticket_state_updated_by_admin",
    ticket_state: "in_progress",
    previous_ticket_state: "submitted",
    author: teammate,
  };

  it("brings the ticket, its own attributes apart from title and description", () => {
    const { ticket } = notification("ticket.created", ticketItem()).facts;
    expect(ticket).toMatchObject({
      id: "801",
      number: "17",
      title: "Parcel lost",
      description: "Since May",
      typeId: "t1",
      stateName: "Looking into it",
      stateCategory: "inProgress",
      teamId: "7",
      teammateId: null,
      contactIds: ["c1"],
      attributes: { Weight: 4 },
    });
  });

  it("is read alike when the ticket comes one level down", () => {
    const nested = notification("ticket.closed", { ticket: ticketItem([moved]) });
    expect(nested).toMatchObject({ subject: { kind: "ticket", id: "801" }, part: { id: "3" } });
    expect(nested.facts).toEqual(notification("ticket.closed", ticketItem([moved])).facts);
  });

  it("is read alike when older versions write the state as a bare word and assignees as strings", () => {
    const old = notification(
      "ticket.created",
      ticketItem([], {
        ticket_state: "waiting_on_customer",
        ticket_state_internal_label: "Asked back",
        admin_assignee_id: "5",
        team_assignee_id: null,
      }),
    );
    expect(old.facts.ticket).toMatchObject({
      stateCategory: "waitingOnCustomer",
      stateName: "Asked back",
      teammateId: "5",
      teamId: null,
    });
  });

  it("is about the part that its topic tells of, though all parts come with it", () => {
    const all = ticketItem([said, noted, moved]);
    expect(notification("ticket.contact.replied", all)).toMatchObject({
      part: { id: "1" },
      actor: { kind: "customer", id: "c1" },
      facts: { message: { text: "Any news?" } },
    });
    expect(notification("ticket.note.created", all)).toMatchObject({
      part: { id: "2" },
      actor: { kind: "teammate", id: "5" },
      facts: { message: { text: "Lost in Bern" }, happening: { teammate: { id: "5", name: "Grace" } } },
    });
    const state = notification("ticket.state.updated", all);
    expect(state.part?.id).toBe("3");
    expect(valueOf(state, "happening.previousTicketState")).toBe("submitted");
  });

  it("names the attribute that changed, and its new value in words", () => {
    const changed = {
      id: "4",
      updated_attribute_data: { attribute: { id: "9", label: "Weight" }, value: { id: "4", label: "4 kg" } },
    };
    const event = notification("ticket.attribute.updated", ticketItem([changed, said]));
    expect([valueOf(event, "happening.attribute"), valueOf(event, "happening.attributeValue")]).toEqual([
      "Weight",
      "4 kg",
    ]);
    expect(valueOf(event, "ticket.attributes.Weight")).toBe(4);
  });
});

describe("a conversation's notification", () => {
  it("tells whom it was assigned to, and that it was assigned to nobody", () => {
    const to = (assignee: object) =>
      notification(
        "conversation.admin.assigned",
        conversationItem({ part_type: "assignment", author: teammate, assigned_to: assignee }),
      );
    expect(valueOf(to({ type: "team", id: 7 }), "happening.assignedTeam")).toBe("7");
    expect(valueOf(to({ type: "admin", id: "5" }), "happening.assignedTeammate")).toBe("5");
    expect(to({ type: "nobody_admin", id: null }).facts.happening?.assignedTo).toEqual({ kind: "nobody", id: "" });
  });

  it("tells the tag that was put on, and who put it on rather than who wrote the words", () => {
    const event = notification(
      "conversation_part.tag.created",
      conversationItem(
        { part_type: "comment", body: "Hi", author: customer, tags: [{ id: "9", name: "VIP" }] },
        {
          tags: { tags: [{ id: "9", name: "VIP", applied_by: { type: "admin", id: "5" } }] },
          tags_added: { tags: [{ id: "9", name: "VIP" }] },
        },
      ),
    );
    expect(event.actor).toEqual({ kind: "teammate", id: "5" });
    expect(event.facts.happening?.tag).toEqual({ id: "9", name: "VIP" });
    expect(event.facts.message?.text).toBe("Hi");
  });

  it("tells a rating with its comment", () => {
    const rating = { rating: 2, remark: "Too slow" };
    const event = notification("conversation.rating.added", conversationItem(null, { conversation_rating: rating }));
    expect([valueOf(event, "happening.rating"), valueOf(event, "happening.ratingRemark")]).toEqual([2, "Too slow"]);
  });

  it("tells an AI agent's answer from a bot's other words", () => {
    const words = (author: object) =>
      notification("conversation.operator.replied", conversationItem({ part_type: "comment", body: "Hi", author }));
    expect(words({ ...bot, from_ai_agent: true }).facts.happening?.aiAnswer).toBe(true);
    expect(words(bot).facts.happening?.aiAnswer).toBe(false);
  });

  it("does not say that the customer did what no part tells of", () => {
    expect(notification("conversation.read", conversationItem()).actor).toBeNull();
    expect(notification("conversation.user.created", conversationItem()).actor).toEqual({ kind: "customer", id: "c1" });
  });

  it("finds conversation and customer in the internal model that comes when one joins", () => {
    const event = notification("conversation.contact.attached", {
      conversation: { id: 901, admin_assignee_id: 4 },
      contact: { id: "c2", name: "Bea", email: "bea@mail.example" },
    });
    expect(event.subject).toEqual({ kind: "conversation", id: "901" });
    expect(event.facts).toEqual({ happening: { contact: { id: "c2", name: "Bea", email: "bea@mail.example" } } });
  });
});

describe("a customer's notification", () => {
  it("reads instants as ISO words and as epoch seconds", () => {
    const seconds = Date.parse("2026-01-02T03:04:05Z") / 1000;
    const written = notification("contact.user.created", contactItem());
    const counted = notification("contact.user.created", contactItem({ created_at: seconds }));
    expect(written.facts).toEqual(counted.facts);
    expect(written.facts.contact?.createdAt).toBe(seconds * 1000);
  });

  it.each(["contact.user.tag.created", "contact.lead.tag.deleted"])("%s tells the tag and the customer", (topic) => {
    const event = notification(topic, {
      type: "contact_tag",
      created_at: 1_790_000_000,
      tag: { type: "tag", id: "9", name: "VIP" },
      contact: contactItem(),
    });
    expect(event.subject).toEqual({ kind: "contact", id: "c1" });
    expect(event.facts).toMatchObject({ contact: { name: "Ana Lind" }, happening: { tag: { id: "9", name: "VIP" } } });
  });

  it("tells the subscriptions that changed", () => {
    const event = notification("contact.unsubscribed", {
      type: "contact_unsubscribe",
      contact: contactItem(),
      subscription_types: { type: "list", data: [{ id: "n1", default_translation: { name: "News" } }] },
    });
    expect(event.facts.happening?.subscriptions).toEqual([{ id: "n1", name: "News" }]);
    expect(valueOf(event, "happening.subscriptions")).toEqual(["n1"]);
  });

  it("tells which contact was merged away", () => {
    const event = notification("contact.merged", contactItem({ merged_from: { type: "contact", id: "c0" } }));
    expect([event.subject?.id, valueOf(event, "happening.mergedFrom")]).toEqual(["c1", "c0"]);
  });

  it("takes no other thing's id for the customer's", () => {
    const subscription = notification("granular.subscribe", { type: "subscription", id: "n1" });
    expect(subscription.subject).toBeNull();
    const event = notification("event.created", { type: "event", id: "e1", intercom_user_id: "c1", event_name: "x" });
    expect(event.subject).toEqual({ kind: "contact", id: "c1" });
  });

  it("reads a visitor, who says where they are in other words", () => {
    const event = notification("visitor.signed_up", {
      type: "visitor",
      id: "v1",
      name: "Bea",
      location_data: { city_name: "Bern", country_name: "Switzerland" },
    });
    expect(event.facts.contact).toMatchObject({ id: "v1", role: "visitor", city: "Bern", country: "Switzerland" });
  });

  it("has minimal things to say of one that is archived or deleted", () => {
    const event = notification("contact.deleted", { type: "contact", id: "c1", deleted: true });
    expect(event).toMatchObject({ subject: { kind: "contact", id: "c1" }, facts: {} });
  });
});

describe("a data event's notification", () => {
  const event = notification("event.created", {
    type: "event",
    id: "e1",
    event_name: "order-placed",
    created_at: 1_790_000_000,
    intercom_user_id: "c1",
    metadata: {
      items: 3,
      "order.no": "A-7",
      price: { amount: 4250, currency: "eur" },
      order: { url: "https://shop.example/7", value: "Order 7" },
      nested: { no: "use" },
    },
  });

  it("brings its metadata as plain values: money in whole units, a link by its words", () => {
    expect(event.facts.happening?.dataEvent).toEqual({
      name: "order-placed",
      at: 1_790_000_000_000,
      metadata: {
        items: 3,
        "order.no": "A-7",
        price: 42.5,
        "price currency": "EUR",
        order: "Order 7",
        "order url": "https://shop.example/7",
      },
    });
  });

  it("can be referred to by any name of its metadata", () => {
    expect([valueOf(event, "happening.event.items"), valueOf(event, "happening.event.order.no")]).toEqual([3, "A-7"]);
    expect(valueOf(event, "happening.event.absent")).toBeNull();
    expect(findField("happening.event.items", null)?.label.en).toBe("Data event: items");
  });
});

it("tells of companies and teammates what the event brings", () => {
  const joined = notification("company.contact.attached", {
    company: { type: "company", id: "k1", company_id: "own-1", name: "Pine", plan_id: null },
    contact: contactItem(),
  });
  expect(joined.subject).toEqual({ kind: "company", id: "k1" });
  // Without a plan the company is not whole: a step that asks for it reads it.
  expect(joined.facts).toMatchObject({ contact: { id: "c1" }, happening: { contact: { name: "Ana Lind" } } });
  expect(joined.facts.company).toBeUndefined();

  const away = notification("admin.away_mode_updated", { ...teammate, away_mode_enabled: true, role: "admin" });
  expect(away.subject).toEqual({ kind: "teammate", id: "5" });
  expect(away.facts).toEqual({ happening: { teammate: { id: "5", name: "Grace", away: true } } });
});

describe("a happening's key", () => {
  const twice = (topic: string, item: object) =>
    notification(topic, item, "a").key === notification(topic, item, "b").key;
  const reply = conversationItem({ part_type: "comment", body: "Hi", author: customer });

  it.each([
    ["conversation.user.replied", reply],
    ["conversation.admin.noted", reply],
    ["conversation.admin.closed", reply],
    ["conversation.user.created", conversationItem()],
    ["conversation.deleted", { type: "conversation", conversation_id: "901" }],
    ["ticket.created", ticketItem()],
    ["contact.deleted", { type: "contact", id: "c1" }],
  ])("is the same for two deliveries of %s", (topic, item) => {
    expect(twice(topic, item)).toBe(true);
  });

  it.each([
    ["conversation_part.tag.created", reply],
    ["conversation.priority.updated", reply],
    ["conversation.rating.added", reply],
    ["conversation.read", reply],
    ["conversation.company.updated", reply],
    ["conversation.contact.attached", { conversation: { id: "901" }, contact: { id: "c2" } }],
    ["conversation.admin.snoozed", conversationItem()],
    ["contact.user.updated", contactItem()],
    ["contact.user.tag.created", { type: "contact_tag", tag: { id: "9" }, contact: contactItem() }],
    ["contact.archived", { type: "contact", id: "c1", archived: true }],
    ["event.created", { type: "event", id: "own-id", intercom_user_id: "c1", event_name: "x" }],
    ["company.updated", { type: "company", id: "k1" }],
    ["ticket.state.updated", ticketItem([{ id: "1", ticket_state: "resolved" }])],
    ["ticket.contact.replied", ticketItem([{ id: "1", body: "Hi", author: customer }])],
    ["admin.away_mode_updated", teammate],
  ])("tells two happenings under %s apart, which topic, object and part cannot", (topic, item) => {
    expect(twice(topic, item)).toBe(false);
  });

  it("tells two parts of one conversation apart", () => {
    const other = conversationItem({ id: "p2", part_type: "comment", body: "Hi", author: customer });
    expect(notification("conversation.user.replied", other).key).not.toBe(
      notification("conversation.user.replied", reply).key,
    );
  });
});

it("keeps everything it reads in the shape that is stored", () => {
  const event = notification("ticket.attribute.updated", ticketItem([{ id: "1", author: teammate, body: "Hi" }]));
  expect(Event.parse(event)).toEqual(event);
});
