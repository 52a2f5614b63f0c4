import type { Contact, Conversation } from "../events/facts.ts";
import { partsOf } from "../events/firedPart.ts";
import { authorKind, contactFrom, conversationFrom, messageFromSource } from "../events/normalise.ts";
import { plainText } from "../events/plainText.ts";
import { entries, instant, isEmpty, number, record, string, type Raw } from "../events/raw.ts";
import { repeatable, repeatedWithinMs } from "../events/repeatedWords.ts";
import { startedBy } from "../events/toldBy.ts";
import { text, type Text } from "../language/text.ts";
import { lettersOf } from "./letters.ts";
import { byIn, momentOf, type Told } from "./momentOf.ts";
import type { Moment, Past } from "./past.ts";

export type Unrolled =
  | { outcome: "unrolled"; past: Past; remarks: readonly Text[] }
  | { outcome: "refused"; why: Text };

const refused = (en: string, es: string): Unrolled => ({ outcome: "refused", why: text(en, es) });

const remarkOf = {
  timeless: text("Parts without a time were left out.", "Se omitieron partes sin hora."),
  unsorted: text(
    "Its parts were out of order and were sorted by time.",
    "Sus partes estaban desordenadas y se ordenaron por hora.",
  ),
};

interface Tagged extends Pick<Moment, "by"> {
  at: number | null;
  tag: Conversation["tags"][number];
}

/** Tags stand on the conversation and on its parts; the first time that is known counts. */
function tagsOf(conversation: Raw, parts: readonly Raw[]): Tagged[] {
  const all: Tagged[] = [];
  const note = (holder: Raw) => {
    for (const tag of entries(holder["tags"], "tags", "data"))
      all.push({
        at: instant(tag["applied_at"]),
        tag: { id: string(tag["id"]), name: string(tag["name"]) },
        ...byIn(record(tag["applied_by"])),
      });
  };
  note(conversation);
  for (const part of parts) note(part);
  if (all.length === 0) return all;
  const first = new Map<string, Tagged>();
  for (const tagged of all.toSorted((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity)))
    if (!first.has(tagged.tag.id)) first.set(tagged.tag.id, tagged);
  return [...first.values()];
}

const tagging = ({ at, tag, ...by }: Tagged): Told[] =>
  at === null ? [] : [{ at, topic: "conversation_part.tag.created", ...by, happening: { tag } }];

function rated(conversation: Raw): Told[] {
  const rating = record(conversation["conversation_rating"]);
  const at = instant(rating["created_at"]);
  const score = number(rating["rating"]);
  if (score === null || at === null) return [];
  return [
    {
      at,
      topic: "conversation.rating.added",
      ...byIn({ type: "user", ...record(rating["contact"]) }),
      change: { rating: score },
      happening: { rating: { score, remark: plainText(string(rating["remark"])) } },
    },
  ];
}

function started(conversation: Raw, at: number): Told {
  const { id, text: said, subject, attachmentCount, automatic, ...by } = messageFromSource(conversation);
  return {
    at,
    topic: startedBy(conversation),
    by: { kind: by.authorKind, id: by.authorId, name: by.authorName },
    words: { id, text: said, subject, attachmentCount, automatic },
  };
}

function contactOf(conversation: Raw, given: Raw | undefined): Contact | null {
  if (given) return contactFrom(given);
  const [first] = entries(conversation["contacts"], "contacts", "data");
  const author = record(record(conversation["source"])["author"]);
  const isCustomer = authorKind(string(author["type"])) === "customer" && string(author["id"]) !== "";
  if (!first && !isCustomer) return null;
  const whole = isCustomer && (!first || string(first["id"]) === string(author["id"]));
  const { type, id, name, email } = author;
  return contactFrom(whole ? { ...first, id, name, email, role: type } : first);
}

/**
 * Takes a conversation of Intercom's apart into what happened in it, each with what it changed, so that it can be told how it stood at any
 * moment. Lenient: parts out of order are put in place, those without a time left out, with a remark. Refused: what is no conversation, or has no start.
 * @param value of Intercom 2.16, GET /conversations/{id}, with its parts; bodies HTML or plain.
 * @param contact its contact, GET /contacts/{id}, where that has been read.
 * @param knownUntil epoch milliseconds of when it was read; without it, its own last sign of life.
 */
export function unroll(value: unknown, contact?: Raw, knownUntil?: number): Unrolled {
  const raw = record(value);
  const type = string(raw["type"]);
  if (type !== "" && type !== "conversation") return refused("It is no conversation.", "No es una conversación.");
  const now = conversationFrom(raw);
  if (now.id === "" || now.id.length > 64) return refused("It has no number.", "No tiene número.");
  if (now.createdAt === null) return refused("It does not say when it began.", "No dice cuándo empezó.");
  const began = now.createdAt;
  const remarks: Text[] = [];
  const start = started(raw, began);

  const parts = partsOf(raw);
  const told = [start];
  let isSorted = true;
  let before = began;
  for (const part of parts) {
    const moment = momentOf(part);
    if (moment.at <= 0) continue;
    if (moment.at < before) isSorted = false;
    before = moment.at;
    told.push(moment);
  }
  if (told.length <= parts.length) remarks.push(remarkOf.timeless);
  if (!isSorted) remarks.push(remarkOf.unsorted);

  const tags = tagsOf(raw, parts);
  const beside = [...tags.flatMap(tagging), ...rated(raw)];
  told.push(...beside);
  // Nothing happens in a conversation before it begins.
  for (const moment of told) moment.at = Math.max(moment.at, began);
  if (!isSorted || beside.length > 0) told.sort((a, b) => a.at - b.at);

  const historied = new Set<string>();
  for (const { attribute } of told) if (attribute) historied.add(attribute[0]);
  const undated =
    historied.size === 0
      ? now.attributes
      : Object.fromEntries(Object.entries(now.attributes).filter(([name]) => !historied.has(name)));
  const subject = plainText(string(record(raw["source"])["subject"]));
  const base: Conversation = {
    ...now,
    title: subject || now.title,
    state: "open",
    read: false,
    teamId: null,
    teammateId: null,
    tags: [],
    rating: null,
    updatedAt: began,
    waitingSince: start.by?.kind === "customer" ? began : null,
    snoozedUntil: null,
    attributes: undated,
  };
  const { state, teamId, teammateId, priority, rating } = now;
  return {
    outcome: "unrolled",
    remarks,
    past: {
      id: now.id,
      base,
      moments: follow(told, base),
      letters: lettersOf(told),
      contact: contactOf(raw, contact),
      todays: [
        ...Object.keys(undated).map((name) => `conversation.attributes.${name}`),
        // A subject was there from the start; any other title may have come at any time.
        ...(subject === "" && now.title !== "" ? ["conversation.title"] : []),
        ...(priority === "none" ? [] : ["conversation.priority"]),
        ...(tags.some(({ at }) => at === null) ? ["conversation.tags"] : []),
      ],
      last: { state, teamId, teammateId, tags: tags.map(({ tag }) => tag), priority, rating },
      knownUntil: Math.max(knownUntil ?? 0, now.updatedAt ?? 0, told.at(-1)?.at ?? began),
    },
  };
}

/** Works out what each moment changed beside what it says itself (since when the customer waits, attributes and tags as a whole), and drops what changed nothing. */
function follow(told: readonly Told[], base: Conversation): Moment[] {
  const said = new Map<string, number>();
  let { waitingSince, attributes, tags, state } = base;
  return told.map(({ attribute, state: next, change = {}, at, topic, by, part, words, inside, happening }) => {
    const heard: Moment = { at, topic };
    if (by) heard.by = by;
    if (part) heard.part = part;
    if (words) heard.words = words;
    if (inside) heard.inside = inside;
    if (happening) heard.happening = happening;
    noteRepeated(heard, said);
    const speaker = words && !inside ? by?.kind : undefined;
    // A customer's words open a conversation again.
    const then = next ?? (speaker === "customer" ? "open" : state);
    if (then !== state) change.state = state = then;
    const waits =
      speaker === "customer"
        ? (waitingSince ?? at)
        : speaker === "teammate" || state === "closed"
          ? null
          : waitingSince;
    if (waits !== waitingSince) change.waitingSince = waitingSince = waits;
    if (attribute) change.attributes = attributes = { ...attributes, [attribute[0]]: attribute[1] };
    const tag = topic === "conversation_part.tag.created" ? happening?.tag : undefined;
    if (tag) change.tags = tags = [...tags, tag];
    if (!isEmpty(change)) heard.change = change;
    return heard;
  });
}

/** A reply that says what was said before is automatic, though nothing in itself tells: as it is taken live. */
function noteRepeated(moment: Moment, said: Map<string, number>): void {
  const { words, by, topic, at } = moment;
  if (!words || !by || topic !== "conversation.user.replied") return;
  const mark = repeatable({ authorKind: by.kind, authorId: by.id, text: words.text });
  if (mark === null) return;
  const before = said.get(mark);
  said.set(mark, at);
  if (before !== undefined && at - before < repeatedWithinMs) moment.words = { ...words, automatic: true };
}
