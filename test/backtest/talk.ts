import type { Chance } from "../torture/chance.ts";

type Raw = Record<string, unknown>;

/** Something that happened in a made-up conversation; instants are epoch seconds. */
export type Happened = { at: number } & (
  | { does: "writes"; who: "customer" | "teammate" | "bot"; words: string }
  | { does: "note"; words: string }
  | { does: "assigns"; to: { type: "team" | "admin" | "nobody_admin"; id: string | null } }
  | { does: "closes" | "opens" }
  | { does: "snoozes"; until: number }
  | { does: "tags"; tag: { id: string; name: string } }
  | { does: "rates"; rating: number }
);

export interface Talk {
  id: string;
  began: number;
  channel: string;
  words: string;
  /** Which customer, of a few. */
  customer: number;
  attributes: Record<string, string>;
  happened: Happened[];
}

const teammate = { type: "admin", id: "71", name: "Robin Vale", email: "robin@team.example" };
const bot = { type: "bot", id: "70", name: "Operator", email: "operator@team.example" };
const customerOf = ({ customer }: Talk) => ({
  type: "user",
  id: `c${customer}`,
  name: `Customer ${customer}`,
  email: `c${customer}@customers.example`,
});

const sayings = [
  "I want a refund for my last order",
  "Refund, please: the parcel never came",
  "It does not work since the update, I see an error",
  "How do I invite a colleague to my account?",
  "¿Puedo cambiar la factura de marzo?",
  "Thank you",
  "I cannot log in any more and this is urgent for us",
];
const tags = ["refund", "bug", "VIP", "invoice"].map((name, index) => ({ id: String(31 + index), name }));
const minute = 60;
const day = 86_400;

/** A conversation as it may go: whoever does something, at any distance. */
export function madeUpTalk(chance: Chance, id: string, began: number): Talk {
  let at = began;
  let said = 0;
  const happened: Happened[] = [];
  // Each message differs: one that repeats another counts as automatic.
  const words = () => `${sayings[chance.below(sayings.length)]} (${id}.${(said += 1)} ${"abcdefghij"[said % 10]})`;
  for (let left = chance.below(9); left > 0; left -= 1) {
    at +=
      1 + ([0, chance.below(20 * minute), chance.below(6 * 60 * minute), chance.below(4 * day)][chance.below(4)] ?? 0);
    const next = nextOf(chance, at, words);
    // A tag that is on is not put on again, and of several ratings the last alone stands.
    const isAgain = happened.some((one) =>
      next.does === "tags"
        ? one.does === "tags" && one.tag.id === next.tag.id
        : next.does === "rates" && one.does === "rates",
    );
    if (!isAgain) happened.push(next);
  }
  return {
    id,
    began,
    channel: ["email", "conversation", "whatsapp"][chance.below(3)] ?? "email",
    words: words(),
    customer: chance.below(5),
    attributes: chance.below(2) === 0 ? { Topic: "billing" } : {},
    happened,
  };
}

function nextOf(chance: Chance, at: number, words: () => string): Happened {
  switch (chance.below(10)) {
    case 0:
    case 1:
      return { at, does: "writes", who: "customer", words: words() };
    case 2:
      return { at, does: "writes", who: "teammate", words: words() };
    case 3:
      return { at, does: "writes", who: "bot", words: words() };
    case 4:
      return { at, does: "note", words: words() };
    case 5:
      return { at, does: "assigns", to: { type: "team", id: String(1 + chance.below(3)) } };
    case 6:
      return chance.below(3) === 0
        ? { at, does: "assigns", to: { type: "nobody_admin", id: null } }
        : { at, does: "assigns", to: { type: "admin", id: "71" } };
    case 7:
      return { at, does: chance.below(3) === 0 ? "opens" : "closes" };
    case 8:
      return { at, does: "tags", tag: tags[chance.below(tags.length)] ?? { id: "31", name: "refund" } };
    default:
      return chance.below(2) === 0
        ? { at, does: "rates", rating: 1 + chance.below(5) }
        : { at, does: "snoozes", until: at + day };
  }
}

const partTypes = { note: "note", assigns: "assignment", closes: "close", opens: "open", snoozes: "snoozed" } as const;

function partOf(talk: Talk, what: Happened, index: number): Raw | null {
  if (what.does === "tags" || what.does === "rates") return null;
  const author =
    what.does !== "writes" || what.who === "teammate" ? teammate : what.who === "bot" ? bot : customerOf(talk);
  return {
    type: "conversation_part",
    id: `${talk.id}-${index}`,
    part_type: what.does === "writes" ? "comment" : partTypes[what.does],
    body: "words" in what ? `<p>${what.words}</p>` : null,
    created_at: what.at,
    author,
    assigned_to: what.does === "assigns" ? what.to : null,
    ...(what.does === "snoozes" ? { snoozed_until: what.until } : {}),
  };
}

/**
 * The conversation as Intercom's REST API shows it after so many happenings (all, without a number), written for tests on their own: what
 * `shared/archive` makes of the whole must agree with it.
 */
export function conversationOf(talk: Talk, until = talk.happened.length): Raw {
  const done = talk.happened.slice(0, until);
  let state = "open";
  let team = 0;
  let admin = 0;
  let snoozedUntil: number | null = null;
  let waiting: number | null = talk.began;
  let rating: Raw | null = null;
  const on = new Map<string, Raw>();
  for (const what of done) {
    if (what.does === "closes") [state, waiting] = ["closed", null];
    if (what.does === "opens") state = "open";
    if (what.does === "snoozes") [state, snoozedUntil] = ["snoozed", what.until];
    if (what.does === "assigns" && what.to.type === "team") team = Number(what.to.id);
    if (what.does === "assigns" && what.to.type !== "team") admin = Number(what.to.id ?? 0);
    if (what.does === "tags" && !on.has(what.tag.id))
      on.set(what.tag.id, { type: "tag", ...what.tag, applied_at: what.at, applied_by: { type: "admin", id: "71" } });
    if (what.does === "rates")
      rating = { rating: what.rating, remark: "", created_at: what.at, contact: customerOf(talk) };
    if (what.does === "writes" && what.who === "customer") [state, waiting] = ["open", waiting ?? what.at];
    if (what.does === "writes" && what.who === "teammate") waiting = null;
  }
  const parts = done.flatMap((what, index) => partOf(talk, what, index) ?? []);
  return {
    type: "conversation",
    id: talk.id,
    created_at: talk.began,
    updated_at: done.at(-1)?.at ?? talk.began,
    state,
    open: state !== "closed",
    read: false,
    priority: "none",
    title: null,
    team_assignee_id: team,
    admin_assignee_id: admin,
    waiting_since: waiting,
    snoozed_until: snoozedUntil,
    tags: { type: "tag.list", tags: [...on.values()] },
    conversation_rating: rating,
    custom_attributes: talk.attributes,
    contacts: { type: "contact.list", contacts: [{ type: "contact", id: `c${talk.customer}`, external_id: null }] },
    source: {
      type: talk.channel,
      id: `${talk.id}-s`,
      body: `<p>${talk.words}</p>`,
      subject: "",
      author: customerOf(talk),
    },
    conversation_parts: { type: "conversation_part.list", conversation_parts: parts, total_count: parts.length },
  };
}

const topics = { note: "noted", assigns: "assigned", closes: "closed", opens: "opened", snoozes: "snoozed" } as const;
const repliedBy = { customer: "user", teammate: "admin", bot: "operator" } as const;

/**
 * The notification that Intercom would have sent of a happening, or of the start (-1): as the conversation stood then, or
 * as `whole` has it, with the part that fired. */
export function notificationOf(talk: Talk, index: number, whole = conversationOf(talk, index + 1)): Raw {
  const what = talk.happened[index];
  const fired = what ? partOf(talk, what, index) : null;
  const topic = !what
    ? "conversation.user.created"
    : what.does === "writes"
      ? `conversation.${repliedBy[what.who]}.replied`
      : what.does === "tags"
        ? "conversation_part.tag.created"
        : what.does === "rates"
          ? "conversation.rating.added"
          : `conversation.admin.${topics[what.does]}`;
  const item = {
    ...whole,
    conversation_parts: { type: "conversation_part.list", conversation_parts: fired ? [fired] : [], total_count: 1 },
    ...(what?.does === "tags"
      ? {
          tags_added: {
            type: "tag.list",
            tags: [{ type: "tag", ...what.tag, applied_by: { type: "admin", id: "71" } }],
          },
        }
      : {}),
  };
  return {
    type: "notification_event",
    id: `notif-${talk.id}-${index}`,
    app_id: "app",
    topic,
    created_at: what?.at ?? talk.began,
    data: { type: "notification_event_data", item },
  };
}

export const contactIn = (talk: Talk): Raw => {
  const { type, ...contact } = customerOf(talk);
  return { type: "contact", role: type, ...contact };
};
