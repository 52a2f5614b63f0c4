import type { Contact, Conversation } from "../events/facts.ts";
import { isEmpty } from "../events/raw.ts";
import { lettersOf, topics } from "./letters.ts";
import type { Moment, Past } from "./past.ts";

/** Counts changes of the packed form: what an older one packed has to be packed anew from what Intercom gave. */
export const packing = 3;

/** Whoever took part: kind, id, name. */
type Person = [NonNullable<Moment["by"]>["kind"], string, string];
/** Only the text where all the rest is as usual; the id is 0 where it is the part's. */
type PackedWords = string | [text: string, id: string | 0, subject: string, attachments: number, automatic: 0 | 1];
/**
 * A moment as its values in order, what is seldom told last: 0 stands for none, and zeros at the end are left out. A place in a list
 * counts from 1.
 */
type PackedMoment = [
  /** Since the moment before, in seconds. */
  later: number,
  /** Its place in `names`, as that of its part's type and app. */
  topic?: number,
  by?: number,
  partId?: string | 0,
  partType?: number,
  words?: PackedWords | 0,
  /** Whether the customer waits from then on: 1 since that moment, 2 no longer. */
  waits?: 0 | 1 | 2,
  /** Whoever did it is the teammate of what happened. */
  byTeammate?: 0 | 1,
  inside?: 0 | 1,
  change?: NonNullable<Moment["change"]> | 0,
  happening?: NonNullable<Moment["happening"]> | 0,
  app?: number,
];
interface Packed {
  id: string;
  began: number;
  /** What is not as in a new one, as below. */
  base: Partial<Conversation>;
  contact: Partial<Contact> | null;
  last: Partial<Past["last"]>;
  /** But for the attributes that `base` has. */
  todays: readonly string[];
  known: number;
  people: Person[];
  names: string[];
  moments: PackedMoment[];
}

const newConversation = (id: string, began: number): Conversation => ({
  id,
  title: "",
  state: "open",
  read: false,
  priority: "none",
  channel: "",
  startedBy: "customer",
  firstMessage: "",
  teamId: null,
  teammateId: null,
  tags: [],
  contactIds: [],
  companyId: null,
  rating: null,
  createdAt: began,
  updatedAt: began,
  waitingSince: began,
  snoozedUntil: null,
  attributes: {},
});
const newContact = (): Contact => ({
  id: "",
  role: "user",
  externalId: "",
  name: "",
  email: "",
  phone: "",
  language: "",
  country: "",
  city: "",
  unsubscribed: false,
  createdAt: null,
  signedUpAt: null,
  lastSeenAt: null,
  lastRepliedAt: null,
  lastContactedAt: null,
  tagIds: [],
  companyIds: [],
  attributes: {},
});
const newLast = (): Past["last"] => ({
  state: "open",
  teamId: null,
  teammateId: null,
  tags: [],
  priority: "none",
  rating: null,
});

/** What is not as in another; a list or record that is empty is like any other that is. */
function differing<T extends object>(value: T, usual: T): Partial<T> {
  const all: Partial<T> = {};
  for (const name in usual)
    if (value[name] !== usual[name] && !(isEmpty(value[name]) && isEmpty(usual[name]))) all[name] = value[name];
  return all;
}

/** Attributes by reference: the same few stand in all conversations, and are looked for in each. */
const attributeRefs = new Map<string, string>();
const mostRefs = 10_000;
function attributeRef(name: string): string {
  let ref = attributeRefs.get(name);
  if (ref === undefined) {
    ref = `conversation.attributes.${name}`;
    if (attributeRefs.size < mostRefs) attributeRefs.set(name, ref);
  }
  return ref;
}

/** The attributes that a conversation began with are all known only as they are today. */
const todaysIn = ({ attributes }: Pick<Conversation, "attributes">) => Object.keys(attributes).map(attributeRef);

/** Names that stand in nearly every conversation: no list has them, and they come first. */
const usualNames = [...topics, "comment", "note", "assignment", "open", "close", "snoozed", "quick_reply"];
const usualPlaces = new Map(usualNames.map((name, index) => [name, index + 1]));

/** The place of a name, 0 for none. The lists are short: no map is quicker. */
function placeOfName(names: string[], name: string | null | undefined): number {
  if (name === null || name === undefined) return 0;
  const usual = usualPlaces.get(name);
  if (usual !== undefined) return usual;
  const place = names.indexOf(name);
  return usualNames.length + (place < 0 ? names.push(name) : place + 1);
}
const nameAt = (names: readonly string[], place: number): string | null =>
  (place > usualNames.length ? names[place - usualNames.length - 1] : usualNames[place - 1]) ?? null;

function placeOfPerson(people: Person[], { kind, id, name }: NonNullable<Moment["by"]>): number {
  for (let index = 0; index < people.length; index += 1) {
    const person = people[index];
    if (person && person[1] === id && person[2] === name && person[0] === kind) return index + 1;
  }
  return people.push([kind, id, name]);
}

/** What happened but for the teammate who did it, where that is told already by who did it. */
function happeningIn({ happening, by }: Moment): [Moment["happening"] | 0, 0 | 1] {
  const teammate = happening?.teammate;
  if (!happening || !teammate) return [happening ?? 0, 0];
  const isTold =
    by?.kind === "teammate" && by.id === teammate.id && by.name === teammate.name && teammate.away === null;
  if (!isTold) return [happening, 0];
  const { teammate: _, ...rest } = happening;
  return [isEmpty(rest) ? 0 : rest, 1];
}

/** What changed but for since when the customer waits, where that is from this moment on or no longer. */
function changeIn({ at, change }: Moment): [Moment["change"] | 0, 0 | 1 | 2] {
  if (!change) return [0, 0];
  const { waitingSince, ...rest } = change;
  if (waitingSince === undefined || (waitingSince !== null && waitingSince !== at)) return [change, 0];
  return [isEmpty(rest) ? 0 : rest, waitingSince === null ? 2 : 1];
}

function wordsIn({ words, part }: Moment): PackedWords | 0 {
  if (!words) return 0;
  const { id, text, subject, attachmentCount, automatic } = words;
  if (id === part?.id && subject === "" && attachmentCount === 0 && !automatic) return text;
  return [text, id === part?.id ? 0 : id, subject, attachmentCount, automatic ? 1 : 0];
}

/** A past conversation as the archive keeps it: JSON, in which nothing stands twice, and nothing that is as usual. */
export function pack({ id, moments, base, contact, last, todays, knownUntil }: Past): string {
  const people: Person[] = [];
  const names: string[] = [];
  const began = base.createdAt ?? 0;
  let before = began;
  const packedMoments = moments.map((moment): PackedMoment => {
    const { at, topic, by, part, inside } = moment;
    const [change, waits] = changeIn(moment);
    const [happening, byTeammate] = happeningIn(moment);
    const packed: PackedMoment = [
      (at - before) / 1000,
      placeOfName(names, topic),
      by ? placeOfPerson(people, by) : 0,
      part ? part.id : 0,
      placeOfName(names, part?.type),
      wordsIn(moment),
      waits,
      byTeammate,
      inside ? 1 : 0,
      change ?? 0,
      happening ?? 0,
      placeOfName(names, part?.appPackageCode),
    ];
    before = at;
    while (packed.at(-1) === 0) packed.pop();
    return packed;
  });
  const packed: Packed = {
    id,
    began,
    base: differing({ ...base, firstMessage: "" }, newConversation(id, began)),
    contact: contact && differing(contact, newContact()),
    last: differing(last, newLast()),
    todays: todays.slice(Object.keys(base.attributes).length),
    known: knownUntil,
    people,
    names,
    moments: packedMoments,
  };
  return JSON.stringify(packed);
}

function momentOf(packed: PackedMoment, at: number, names: readonly string[], people: readonly Moment["by"][]): Moment {
  const [, topic = 0, by = 0, partId = 0, type = 0, words = 0, waits = 0, byTeammate, inside, change, happening, app] =
    packed;
  const moment: Moment = { at, topic: nameAt(names, topic) };
  const who = people[by - 1];
  if (who) moment.by = who;
  if (partId !== 0)
    moment.part = { id: partId, type: nameAt(names, type) ?? "", appPackageCode: nameAt(names, app ?? 0) };
  if (typeof words === "string")
    moment.words = { id: partId || "", text: words, subject: "", attachmentCount: 0, automatic: false };
  else if (words !== 0) {
    const [text, id, subject, attachmentCount, automatic] = words;
    moment.words = { id: id || partId || "", text, subject, attachmentCount, automatic: automatic === 1 };
  }
  if (inside === 1) moment.inside = true;
  if (change) moment.change = change;
  if (waits !== 0) moment.change = { ...moment.change, waitingSince: waits === 1 ? at : null };
  if (happening) moment.happening = happening;
  if (byTeammate === 1 && who)
    moment.happening = { ...moment.happening, teammate: { id: who.id, name: who.name, away: null } };
  return moment;
}

/** @param packed by `pack`, of this `packing`. */
export function unpack(packed: string): Past {
  const { id, began, base, contact, last, todays, known, people, names, moments } = JSON.parse(packed) as Packed;
  const everybody = people.map(([kind, own, name]) => ({ kind, id: own, name }));
  let at = began;
  const unpacked = moments.map((moment) => {
    at += Math.round(moment[0] * 1000);
    return momentOf(moment, at, names, everybody);
  });
  const conversation = Object.assign(newConversation(id, began), base);
  conversation.firstMessage = unpacked[0]?.words?.text ?? "";
  return {
    id,
    base: conversation,
    moments: unpacked,
    letters: lettersOf(unpacked),
    contact: contact && Object.assign(newContact(), contact),
    todays: [...todaysIn(conversation), ...todays],
    last: Object.assign(newLast(), last),
    knownUntil: known,
  };
}
