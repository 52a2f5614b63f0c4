import type { Conversation } from "../events/facts.ts";
import type { Moment, Past } from "./past.ts";

/** Counts changes of the packed form: what an older one packed has to be packed anew from what Intercom gave. */
export const packing = 2;

/** Whoever took part: kind, id, name. */
type Person = [NonNullable<Moment["by"]>["kind"], string, string];
type PackedWords = [id: string, text: string, subject: string, attachments: number, automatic: 0 | 1];
/** A moment as its values in order: what is frequent is named by its place in a list that the conversation has once, -1 for none. */
type PackedMoment = [
  at: number,
  topic: number,
  by: number,
  partId: string | 0,
  partType: number,
  app: number,
  words: PackedWords | 0,
  inside: 0 | 1,
  change: Moment["change"] | 0,
  happening: Moment["happening"] | 0,
  /** Whoever did it is the teammate of what happened. */
  byTeammate: 0 | 1,
];
interface Packed extends Omit<Past, "moments"> {
  people: Person[];
  /** Topics, part types and apps. */
  names: string[];
  packedMoments: PackedMoment[];
}

/** The place of what fits in a list, put at its end where there is none. The lists are short: no map is quicker. */
function placeIn<T>(all: T[], fits: (each: T) => boolean, value: T): number {
  const place = all.findIndex(fits);
  return place < 0 ? all.push(value) - 1 : place;
}

/** What happened but for the teammate who did it, where that is told already by who did it. */
function happeningIn({ happening, by }: Moment): [Moment["happening"] | 0, 0 | 1] {
  const teammate = happening?.teammate;
  if (!happening || !teammate) return [happening ?? 0, 0];
  const isTold =
    by?.kind === "teammate" && by.id === teammate.id && by.name === teammate.name && teammate.away === null;
  if (!isTold) return [happening, 0];
  const { teammate: _, ...rest } = happening;
  return [Object.keys(rest).length > 0 ? rest : 0, 1];
}

/** A past conversation as the archive keeps it: JSON, in which nothing stands twice. */
export function pack(past: Past): string {
  const { moments, base, ...rest } = past;
  const people: Person[] = [];
  const names: string[] = [];
  const named = (name: string | null | undefined) =>
    name === null || name === undefined ? -1 : placeIn(names, (each) => each === name, name);
  const placeOf = ({ kind, id, name }: NonNullable<Moment["by"]>) =>
    placeIn(people, (each) => each[1] === id && each[2] === name && each[0] === kind, [kind, id, name]);
  const packedMoments = moments.map((moment): PackedMoment => {
    const { at, topic, by, part, words, inside, change } = moment;
    return [
      at,
      named(topic),
      by ? placeOf(by) : -1,
      part ? part.id : 0,
      named(part?.type),
      named(part?.appPackageCode),
      words ? [words.id, words.text, words.subject, words.attachmentCount, words.automatic ? 1 : 0] : 0,
      inside ? 1 : 0,
      change ?? 0,
      ...happeningIn(moment),
    ];
  });
  const packed: Packed = {
    ...rest,
    base: { ...base, firstMessage: "" },
    people,
    names,
    packedMoments,
  };
  return JSON.stringify(packed);
}

/** @param packed by `pack`, of this `packing`. */
export function unpack(packed: string): Past {
  const { people, names, packedMoments, base, ...rest } = JSON.parse(packed) as Packed;
  const everybody = people.map(([kind, id, name]) => ({ kind, id, name }));
  const moments = packedMoments.map(
    ([at, topic, by, partId, partType, app, words, inside, change, happening, byTeammate]): Moment => {
      const who = everybody[by];
      const moment: Moment = { at, topic: names[topic] ?? null };
      if (who) moment.by = who;
      if (partId !== 0) moment.part = { id: partId, type: names[partType] ?? "", appPackageCode: names[app] ?? null };
      if (words !== 0) {
        const [id, text, subject, attachmentCount, automatic] = words;
        moment.words = { id, text, subject, attachmentCount, automatic: automatic === 1 };
      }
      if (inside === 1) moment.inside = true;
      if (change !== 0 && change) moment.change = change;
      if (happening !== 0 && happening) moment.happening = happening;
      if (byTeammate === 1 && who)
        moment.happening = { ...moment.happening, teammate: { id: who.id, name: who.name, away: null } };
      return moment;
    },
  );
  const firstMessage = moments[0]?.words?.text ?? "";
  return { ...rest, base: { ...base, firstMessage } satisfies Conversation, moments };
}
