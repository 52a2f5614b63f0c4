/** A source of chance that gives the same for the same seed. Source: mulberry32. */
export function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const stock =
  "invoice refund payment card order parcel late address password login error screen account email calendar export import team plan upgrade cancel thanks hello please help again since yesterday the with and for cannot after before message window button setting".split(
    " ",
  );
const teams = ["Billing", "Support", "Sales"];

/** A conversation in Intercom's shape (2.16) as chance makes it: about 5 KB, with replies, notes, assignments, tags, a close and a rating. */
export function madeConversation(number: number, began = 1_760_000_000, chance = chanceFrom(number)) {
  const upTo = (most: number) => Math.floor(chance() * most);
  const words = (most: number) =>
    Array.from({ length: 5 + upTo(most) }, () => stock[upTo(stock.length)] ?? "").join(" ");
  const customer = {
    type: "user",
    id: `c${upTo(2_000)}`,
    name: `Customer ${upTo(2_000)}`,
    email: `c${number}@mail.example`,
  };
  const admin = () => {
    const one = upTo(20);
    return { type: "admin", id: `${7_000 + one}`, name: `Agent ${one}`, email: `a${one}@team.example` };
  };
  let at = began;
  const makers: (() => Record<string, unknown>)[] = [
    () => ({ part_type: "comment", body: `<p>${words(60)}</p>`, author: customer }),
    () => ({ part_type: "comment", body: `<p>${words(80)}</p><p>${words(20)}</p>`, author: admin() }),
    () => ({ part_type: "note", body: `<p>${words(20)}</p>`, author: admin() }),
    () => ({
      part_type: "assignment",
      body: null,
      author: admin(),
      assigned_to: { type: "team", id: `${8_001 + upTo(3)}` },
    }),
    () => ({
      part_type: "assignment",
      body: null,
      author: admin(),
      assigned_to: { type: "admin", id: `${7_000 + upTo(20)}` },
    }),
    () => ({ part_type: "close", body: null, author: admin(), state: "closed" }),
    () => ({ part_type: "snoozed", body: null, author: admin(), state: "snoozed", snoozed_until: at + 90_000 }),
    () => ({
      part_type: "conversation_attribute_updated_by_admin",
      body: null,
      author: admin(),
      event_details: { attribute: { name: "topic" }, value: { name: stock[upTo(stock.length)] } },
    }),
  ];
  const parts = Array.from({ length: 3 + upTo(12) }, (_, index) => {
    at += upTo(20_000);
    const make = makers[upTo(makers.length)];
    return {
      type: "conversation_part",
      id: `${number}-${index}`,
      created_at: at,
      attachments: [],
      tags: [],
      assigned_to: null,
      ...make?.(),
    };
  });
  const tags = Array.from({ length: upTo(3) }, () => {
    const one = upTo(30);
    return {
      type: "tag",
      id: `t${one}`,
      name: `tag ${one}`,
      ...(chance() < 0.7 ? { applied_at: began + upTo(at - began + 1), applied_by: admin() } : {}),
    };
  });
  const team = upTo(3);
  const lastType = (parts.at(-1) as Record<string, unknown> | undefined)?.["part_type"];
  return {
    type: "conversation",
    id: `${number}`,
    title: chance() < 0.3 ? words(6) : null,
    created_at: began,
    updated_at: at,
    state: lastType === "close" ? "closed" : "open",
    priority: chance() < 0.1 ? "high" : "none",
    read: true,
    team_assignee_id: 8_001 + team,
    admin_assignee_id: null,
    source: {
      type: chance() < 0.5 ? "conversation" : "email",
      id: `${number}-source`,
      subject: "",
      body: `<p>${words(120)}</p>`,
      author: customer,
      attachments: [],
    },
    contacts: { type: "contact.list", contacts: [{ type: "contact", id: customer.id }] },
    tags: { type: "tag.list", tags },
    conversation_rating:
      chance() < 0.2 ? { rating: 1 + upTo(5), remark: words(5), created_at: at, contact: { id: customer.id } } : null,
    custom_attributes: { plan: chance() < 0.5 ? "pro" : "free", seats: upTo(50) },
    statistics: { assigned_team_first_response_time: [{ team_id: 8_001 + team, team_name: teams[team] }] },
    conversation_parts: { type: "conversation_part.list", conversation_parts: parts, total_count: parts.length },
  };
}
