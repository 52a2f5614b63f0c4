import type { Happening } from "./facts.ts";
import { metadataFrom } from "./metadata.ts";
import { authorKind, ticketStateFrom } from "./normalise.ts";
import { plainText } from "./plainText.ts";
import { entries, field, has, id, instant, list, number, record, string, type Raw } from "./raw.ts";

/** A conversation tells in `tags_added`, or on the part that was tagged; a contact in `tag`. */
function tagIn(topic: string, item: Raw, part: Raw | undefined): Happening["tag"] {
  if (!topic.includes("tag.")) return undefined;
  const added = entries(item["tags_added"], "tags", "data").at(-1);
  const tag = added ?? (has(item, "tag") ? record(item["tag"]) : entries(part?.["tags"], "tags", "data").at(-1));
  return tag && has(tag, "id") ? { id: string(tag["id"]), name: string(tag["name"]) } : undefined;
}

function assignedIn(part: Raw | undefined): Happening["assignedTo"] {
  const to = record(part?.["assigned_to"]);
  const type = string(to["type"]);
  if (type === "") return undefined;
  const given = id(to["id"]);
  if (given === null) return { kind: "nobody", id: "" };
  return { kind: type === "team" ? "team" : "teammate", id: given };
}

function teammateIn(topic: string, item: Raw, part: Raw | undefined): Happening["teammate"] {
  if (topic.startsWith("admin.")) {
    const admin = has(item, "admin") ? record(item["admin"]) : item;
    const away = field(admin, "away_mode_enabled");
    const name = string(admin["name"]);
    return id(admin["id"]) === null
      ? undefined
      : { id: string(admin["id"]), name, away: typeof away === "boolean" ? away : null };
  }
  const author = record(part?.["author"]);
  return string(author["type"]) === "admin" && topic !== "conversation_part.tag.created"
    ? { id: string(author["id"]), name: string(author["name"]), away: null }
    : undefined;
}

/** Conversations keep their rating; tickets tell theirs as an attribute of the ticket or in words of their own. */
function ratingIn(topic: string, item: Raw): Happening["rating"] {
  if (!topic.includes(".rating.")) return undefined;
  const held = ["conversation_rating", "ticket_rating", "rating"].map((key) => record(field(item, key)));
  const rating = held.find((candidate) => has(candidate, "rating")) ?? item;
  return { score: number(field(rating, "rating")), remark: plainText(string(field(rating, "remark"))) };
}

const subscriptionsIn = (item: Raw): Happening["subscriptions"] =>
  entries(item["subscription_types"], "data", "subscription_types").map((type) => ({
    id: string(type["id"]),
    name: string(record(type["default_translation"])["name"]) || string(type["name"]),
  }));

function attributeIn(part: Raw | undefined): Happening["attribute"] {
  const changed = record(part?.["updated_attribute_data"]);
  const name = string(record(changed["attribute"])["label"]);
  const value = record(changed["value"])["label"];
  return name === "" ? undefined : { name, value: Array.isArray(value) ? list(value).join(", ") : string(value) };
}

/** Whose part in a conversation, ticket or company changed. Conversations carry an internal model here, so little is asked of it. */
function contactIn(topic: string, item: Raw): Happening["contact"] {
  if (!/\.contact\.(attached|detached)$/.test(topic)) return undefined;
  const contact = record(item["contact"]);
  return id(contact["id"]) === null
    ? undefined
    : { id: string(contact["id"]), name: string(contact["name"]), email: string(contact["email"]) };
}

/** What an event tells beside its objects; undefined where that is nothing. `part` is the one that fired. */
export function happeningFrom(topic: string, item: Raw, part: Raw | undefined): Happening | undefined {
  const { merged_from: merged } = item;
  const told: Happening = {};
  let isAny = false;
  // One after the other, without a list of them all: an archive asks for every part of every conversation.
  const tell = <K extends keyof Happening>(name: K, value: Happening[K] | undefined): void => {
    if (value === undefined) return;
    told[name] = value;
    isAny = true;
  };
  tell("tag", tagIn(topic, item, part));
  if (topic.endsWith("assigned")) tell("assignedTo", assignedIn(part));
  if (topic === "event.created")
    tell("dataEvent", {
      name: string(item["event_name"]),
      at: instant(item["created_at"]),
      metadata: metadataFrom(item["metadata"]),
    });
  if (/subscribed?$/.test(topic)) tell("subscriptions", subscriptionsIn(item));
  tell("teammate", teammateIn(topic, item, part));
  tell("contact", contactIn(topic, item));
  tell("rating", ratingIn(topic, item));
  if (topic === "contact.merged") tell("mergedFrom", id(record(merged)["id"]) ?? undefined);
  if (topic.startsWith("ticket.")) tell("previousTicketState", ticketStateFrom(part?.["previous_ticket_state"]));
  tell("attribute", attributeIn(part));
  const author = record(part?.["author"]);
  if (part && authorKind(string(author["type"])) === "bot")
    tell("aiAnswer", author["from_ai_agent"] === true || author["is_ai_answer"] === true);
  return isAny ? told : undefined;
}
