import { type AttributeValue, type Conversation } from "../events/facts.ts";
import { speaks } from "../events/firedPart.ts";
import { happeningFrom } from "../events/happening.ts";
import { attributes, authorKind, messageFromPart } from "../events/normalise.ts";
import { id, instant, record, string, type Raw } from "../events/raw.ts";
import { toldBy } from "../events/toldBy.ts";
import type { Moment, Words } from "./past.ts";

const states = new Set(["open", "closed", "snoozed"]);

/** The state a part leads to: its own word, else what its type means. */
function stateAfter(part: Raw): Conversation["state"] | undefined {
  const type = string(part["part_type"]);
  if (type === "close") return "closed";
  if (type === "open" || type === "assign_and_reopen" || type === "unsnoozed" || type === "timer_unsnooze")
    return "open";
  if (type === "snoozed") return "snoozed";
  const told = string(part["state"]);
  return states.has(told) ? (told as Conversation["state"]) : undefined;
}

/** Whom a part gives the conversation to. A team leaves the teammate as they were, and the other way round. */
function assign(change: Partial<Conversation>, part: Raw): void {
  const to = record(part["assigned_to"]);
  const type = string(to["type"]);
  if (type === "") return;
  const given = id(to["id"]);
  if (type === "team") change.teamId = given;
  else if (type.startsWith("nobody") && type.includes("team")) change.teamId = null;
  else change.teammateId = given;
}

/** What a part changes of the conversation beside its state, as it says itself. */
function changeIn(part: Raw, state: Conversation["state"] | undefined): Partial<Conversation> {
  const change: Partial<Conversation> = {};
  if (state === "snoozed") change.snoozedUntil = instant(part["snoozed_until"]);
  assign(change, part);
  return change;
}

/** An attribute that a part tells of. Source: Intercom 2.16, `event_details` of conversation_attribute_updated_by_* parts. */
function attributeIn(part: Raw): [string, AttributeValue] | null {
  if (!string(part["part_type"]).startsWith("conversation_attribute_updated")) return null;
  const details = record(part["event_details"]);
  const name = string(record(details["attribute"])["name"]);
  const { value = null } = attributes({ value: record(details["value"])["name"] ?? null });
  return name === "" ? null : [name, value];
}

/** Whoever did something; nothing where it is not told. */
export function byIn(author: Raw): Pick<Moment, "by"> {
  const type = string(author["type"]);
  return type === "" ? {} : { by: { kind: authorKind(type), id: string(author["id"]), name: string(author["name"]) } };
}

function wordsIn(part: Raw): Words {
  const { id: own, text, subject, attachmentCount, automatic } = messageFromPart(part);
  return { id: own, text, subject, attachmentCount, automatic };
}

/** A moment whose changes are only what it says itself. */
export interface Told extends Moment {
  /** The state that it leads to, be it another or not. */
  state?: Conversation["state"];
  attribute?: [string, AttributeValue];
}

/** What a part tells; its time is 0 where it has none. Source: Intercom 2.16, schema `conversation_part`. */
export function momentOf(part: Raw): Told {
  const topic = toldBy(part) ?? null;
  const type = string(part["part_type"]);
  const told: Told = { at: instant(part["created_at"]) ?? 0, topic, ...byIn(record(part["author"])) };
  // One after the other: an archive asks for every part of every conversation.
  told.part = { id: string(part["id"]), type, appPackageCode: string(part["app_package_code"]) || null };
  if (speaks(part)) told.words = wordsIn(part);
  if (type === "note") told.inside = true;
  const state = stateAfter(part);
  if (state) told.state = state;
  told.change = changeIn(part, state);
  const happening = topic === null ? undefined : happeningFrom(topic, {}, part);
  if (happening) told.happening = happening;
  const attribute = attributeIn(part);
  if (attribute) told.attribute = attribute;
  return told;
}
