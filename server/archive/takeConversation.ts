import type { Past } from "#shared/archive/past.ts";
import { unroll } from "#shared/archive/unroll.ts";
import { authorKind } from "#shared/events/normalise.ts";
import { partsOf } from "#shared/events/firedPart.ts";
import { entries, instant, number, record, string, type Raw } from "#shared/events/raw.ts";
import { text, type Text } from "#shared/language/text.ts";
import type { Named, Told } from "../store/keptOf.ts";

export type Taken =
  | { outcome: "taken"; past: Past; told: Told; remarks: readonly Text[] }
  | { outcome: "refused"; why: Text; id: string | null };

export interface Given {
  /** Its contact, GET /contacts/{id}, where that has been read. */
  contact?: Raw | null;
  /** When it was read, where that is known; a file does not say. */
  readAt?: number;
  /** Epoch milliseconds: what is dated later is a mistake. */
  now: number;
}

/** Intercom was founded in 2011; what says it is older was written by a broken clock. */
const earliest = Date.UTC(2000, 0, 1);
/** Clocks differ. */
const dayMs = 86_400_000;

const impossible = text("It says that it began at an impossible time.", "Dice que empezó en un momento imposible.");
const remarkOf = {
  future: text("What is dated in the future was left out.", "Se omitió lo que tiene una fecha futura."),
  cut: text(
    "Intercom gave only its newest parts; what happened before is not known.",
    "Intercom solo dio sus partes más recientes; no se sabe qué pasó antes.",
  ),
  nobody: text(
    "Some of its messages do not say who wrote them.",
    "Algunos de sus mensajes no dicen quién los escribió.",
  ),
};

const mailOf = (written: unknown): string[] => {
  const mail = string(written).trim().toLowerCase();
  return mail === "" ? [] : [`mail:${mail}`];
};
const isCustomer = (author: Raw) => string(author["type"]) !== "" && authorKind(string(author["type"])) === "customer";

/** Whoever said or did something, each once: mostly it is the same few who do all. */
function authorsIn(raw: Raw, parts: readonly Raw[]): Raw[] {
  const authors = [record(record(raw["source"])["author"])];
  for (const part of parts) {
    const { id, type, email, name } = record(part["author"]);
    const isSame = (one: Raw) =>
      one["id"] === id && one["email"] === email && one["name"] === name && one["type"] === type;
    if (!authors.some(isSame)) authors.push(record(part["author"]));
  }
  return authors;
}

/** Every customer who has to do with it, by id and e-mail. */
function peopleIn(raw: Raw, authors: readonly Raw[], contact: Raw | null): string[] {
  const people = new Set<string>();
  const note = (person: Raw) => {
    const id = string(person["id"]);
    if (id !== "") people.add(`id:${id}`);
    for (const mail of mailOf(person["email"])) people.add(mail);
  };
  for (const listed of entries(raw["contacts"], "contacts", "data")) note(listed);
  if (contact) note(contact);
  for (const author of authors) if (isCustomer(author)) note(author);
  return [...people];
}

/**
 * What teams, teammates and tags are called, where it says so; of several names the last new one counts. Source: Intercom 2.16, `author`,
 * `conversation_statistics`, `tags`.
 */
function namedIn(raw: Raw, authors: readonly Raw[], past: Past): Named[] {
  const teammates = new Map<string, string>();
  for (const author of authors) {
    const name = string(author["name"]);
    if (author["type"] === "admin" && name !== "") teammates.set(string(author["id"]), name);
  }
  const answers = entries(record(raw["statistics"])["assigned_team_first_response_time"]);
  return [
    ...past.last.tags.map(({ id, name }) => ({ kind: "tag" as const, id, name })),
    ...Array.from(teammates, ([id, name]) => ({ kind: "teammate" as const, id, name })),
    ...answers.map((answer) => ({
      kind: "team" as const,
      id: string(answer["team_id"]),
      name: string(answer["team_name"]),
    })),
  ];
}

/** A conversation without what is dated later than now. */
function untilNow(past: Past, latest: number): Past {
  const moments = past.moments.filter(({ at }) => at <= latest);
  return {
    ...past,
    moments,
    letters: past.letters.slice(0, moments.length),
    knownUntil: Math.min(past.knownUntil, latest),
  };
}

/** Takes a conversation of Intercom's, from a file or read from it, so that it can be kept; or says why not. */
export function takeConversation(value: unknown, { contact = null, readAt, now }: Given): Taken {
  const unrolled = unroll(value, contact ?? undefined);
  const raw = record(value);
  if (unrolled.outcome === "refused")
    return { outcome: "refused", why: unrolled.why, id: string(raw["id"]).slice(0, 64) || null };
  const latest = now + dayMs;
  const began = unrolled.past.base.createdAt ?? 0;
  if (began < earliest || began > latest) return { outcome: "refused", why: impossible, id: unrolled.past.id };
  const isAhead = (unrolled.past.moments.at(-1)?.at ?? 0) > latest;
  const past = isAhead || unrolled.past.knownUntil > latest ? untilNow(unrolled.past, latest) : unrolled.past;
  const parts = partsOf(raw);
  const authors = authorsIn(raw, parts);
  const total = number(record(raw["conversation_parts"])["total_count"]) ?? 0;
  const nobody = past.moments.some(({ words, by }) => words && (by === undefined || (by.id === "" && by.name === "")));
  return {
    outcome: "taken",
    past: readAt === undefined ? past : { ...past, knownUntil: Math.max(past.knownUntil, readAt) },
    told: {
      updatedAt: Math.min(instant(raw["updated_at"]) ?? past.knownUntil, latest),
      people: peopleIn(raw, authors, contact),
      named: namedIn(raw, authors, past),
    },
    remarks: [
      ...unrolled.remarks,
      ...(isAhead ? [remarkOf.future] : []),
      ...(nobody ? [remarkOf.nobody] : []),
      ...(total > parts.length && parts.length > 0 ? [remarkOf.cut] : []),
    ],
  };
}
