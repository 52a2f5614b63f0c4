import { entries, has, record, string, type Raw } from "./raw.ts";

const by = (part: Raw) => string(record(part["author"])["type"]);
const fromStaff = (part: Raw) => ["admin", "bot", "team"].includes(by(part));
const isNote = (part: Raw) => string(part["part_type"]) === "note";
/** Parts that say something, as opposed to those that record a change. A closing or opening part may carry words too. */
export const speaks = (part: Raw): boolean => string(part["body"]) !== "";

/** What the part that a ticket's topic is about looks like: a ticket comes with all its parts, not only the one that fired. */
const fits: Readonly<Record<string, (part: Raw) => boolean>> = {
  "ticket.contact.replied": (part) => speaks(part) && !fromStaff(part),
  "ticket.admin.replied": (part) => speaks(part) && fromStaff(part) && !isNote(part),
  "ticket.note.created": isNote,
  "ticket.attribute.updated": (part) => has(record(part["updated_attribute_data"]), "attribute"),
  "ticket.state.updated": (part) => has(part, "ticket_state"),
  "ticket.resolved": (part) => has(part, "ticket_state"),
  "ticket.admin.assigned": (part) => has(record(part["assigned_to"]), "type"),
  "ticket.team.assigned": (part) => has(record(part["assigned_to"]), "type"),
};

/** The parts of a conversation or ticket, oldest first. */
export const partsOf = (item: Raw): readonly Raw[] => [
  ...entries(item["conversation_parts"], "conversation_parts", "data"),
  ...entries(item["ticket_parts"], "ticket_parts", "data"),
];

/** The part that an event is about: the last of the kind that its topic tells of, else the last. */
export function firedPart(topic: string, item: Raw): Raw | undefined {
  const parts = partsOf(item);
  const fitting = Object.hasOwn(fits, topic) ? fits[topic] : undefined;
  return (fitting && parts.findLast(fitting)) ?? parts.at(-1);
}
