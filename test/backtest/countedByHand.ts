// Counts over the raw files, on its own: it shares no code with the program, so that the two can be held against each other.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

interface Part {
  part_type: string;
  created_at: number;
  author: { type: string };
  assigned_to: { type: string; id: string } | null;
}
interface Conversation {
  created_at: number;
  source: { type: string; subject: string | null; body: string | null };
  custom_attributes: Record<string, string | undefined>;
  conversation_parts: { conversation_parts: Part[] };
}

const entities = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
]);

/** Words of HTML: tags go, a link keeps its address in brackets, entities are read. */
const words = (html: string | null): string =>
  (html ?? "")
    .replace(/<a\b[^>]*\bhref="([^"]*)"[^>]*>([\s\S]*?)<\/a>/gi, (_, to: string, shown: string) => `${shown} (${to})`)
    .replace(/<[a-z/!][^>]*>/gi, " ")
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (all, name: string) => entities.get(name) ?? all);

const holds = (said: string, word: string): boolean =>
  said
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .includes(word);

const parts = (conversation: Conversation): Part[] => conversation.conversation_parts.conversation_parts;
const isCustomer = (part: Part): boolean => part.author.type === "user" || part.author.type === "lead";

/**
 * What each condition asks of a conversation that a customer has just started, or of its later messages.
 */
export const questions: Record<string, (conversation: Conversation) => boolean> = {
  /** The first message mentions a word. */
  mentionsPassword: (c) => holds(words(c.source.body), "password"),
  /** Subject or message mention a word. */
  subjectMentionsImap: (c) => holds(c.source.subject ?? "", "imap") || holds(words(c.source.body), "imap"),
  /** Came by e-mail. */
  byEmail: (c) => c.source.type === "email",
  /** An attribute has a value. */
  italian: (c) => c.custom_attributes.locale === "it",
  /** Another attribute is there. */
  hasVersion: (c) => (c.custom_attributes.app_version ?? "") !== "",
  /** At its start nobody has it: nothing that came later is known then. */
  teamAtStart: () => false,
  /** Its first assignment to a team was to this one. */
  firstToSending: (c) =>
    parts(c).find((p) => p.part_type === "assignment" && p.assigned_to?.type === "team")?.assigned_to?.id === "8100001",
  /** Whether a teammate's first answer to the customer came within a day of the start. */
  answeredInADay: (c) => {
    const first = parts(c).find((p) => p.part_type === "comment" && p.author.type === "admin");
    return first !== undefined && first.created_at - c.created_at <= 86_400;
  },
  /** The customer wrote again while the conversation was with a teammate. */
  wroteAgainWhileAssigned: (c) => {
    let teammate = false;
    for (const part of parts(c)) {
      if (part.part_type === "assignment" && part.assigned_to?.type === "admin") teammate = true;
      if (part.part_type === "comment" && isCustomer(part) && teammate) return true;
    }
    return false;
  },
  /** It was closed by a person, not by a bot. */
  closedByPerson: (c) => parts(c).some((p) => p.part_type === "close" && p.author.type === "admin"),
};

export function countByHand(folder: string, files: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = Object.fromEntries(Object.keys(questions).map((name) => [name, 0]));
  for (const file of files)
    for (const line of gunzipSync(readFileSync(`${folder}/${file}`))
      .toString("utf8")
      .split("\n")) {
      if (line === "") continue;
      const conversation = JSON.parse(line) as Conversation;
      for (const [name, holdsFor] of Object.entries(questions))
        if (holdsFor(conversation)) counts[name] = (counts[name] ?? 0) + 1;
    }
  return counts;
}
