import type { Findable } from "#shared/events/event.ts";
import type { Facts } from "#shared/events/facts.ts";
import { shorten } from "#shared/language/text.ts";

/** What a person tells something by: who or what it is, and what else is known of it. "" for what is not. */
export interface SubjectWords {
  title: string;
  detail: string;
}

const mostWords = 140;
const nothing: SubjectWords = { title: "", detail: "" };
const joined = (parts: readonly string[]) => parts.filter((part) => part !== "").join(" · ");

const words: Record<Findable, (facts: Facts) => SubjectWords> = {
  conversation: ({ conversation, message }) => ({
    title: message?.authorName ?? "",
    detail: shorten((message?.text || conversation?.title || "").replaceAll(/\s+/g, " ").trim(), mostWords),
  }),
  contact({ contact }) {
    const [title = "", ...more] = [contact?.name, contact?.email, contact?.phone].filter((each) => each);
    return { title, detail: more.join(" · ") };
  },
  ticket: ({ ticket }) =>
    ticket
      ? { title: ticket.title, detail: joined([`#${ticket.number}`, ticket.typeName, ticket.stateName]) }
      : nothing,
};

export const subjectWords = (kind: Findable, facts: Facts): SubjectWords => words[kind](facts);
