import { shorten } from "../language/text.ts";
import type { Event } from "./event.ts";

const longest = 80;
const inOneLine = (words: string): string => shorten(words.replaceAll(/\s+/g, " ").trim(), longest);

/** What is about nothing of Intercom's is known by the first values that it was given. */
const givenTo = ({ inputs }: Event["facts"]): string =>
  inOneLine(
    Object.values(inputs ?? {})
      .filter((value) => value !== null)
      .map(String)
      .join(", "),
  );

/** Whom an event concerns and the first words, for a person to recognise it by; of a ticket its number and title. "" where nothing is known. */
export function titleOf({ subject, facts }: Event): string {
  const { message, contact, company, ticket } = facts;
  if (subject?.kind === "ticket" && ticket) return `#${ticket.number} ${ticket.title}`.trim();
  const who = message?.authorName || contact?.name || contact?.email || company?.name || "";
  return [who, inOneLine(message?.text ?? "")].filter((part) => part !== "").join(": ") || givenTo(facts);
}
