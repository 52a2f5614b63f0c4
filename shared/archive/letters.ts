/** Topics that past conversations are told by, each with a letter. */
const topics = [
  "conversation.user.created",
  "conversation.admin.single.created",
  "conversation.user.replied",
  "conversation.admin.replied",
  "conversation.operator.replied",
  "conversation.admin.noted",
  "conversation.admin.assigned",
  "conversation.admin.open.assigned",
  "conversation.admin.opened",
  "conversation.admin.closed",
  "conversation.admin.snoozed",
  "conversation.admin.unsnoozed",
  "conversation_part.tag.created",
  "conversation.rating.added",
];
const letterOf = new Map(topics.map((topic, index) => [topic, String.fromCharCode(97 + index)]));
/** For what is told by no topic. */
const silent = "-";

export const lettersOf = (moments: readonly { topic: string | null }[]): string =>
  moments.map(({ topic }) => (topic === null ? silent : (letterOf.get(topic) ?? silent))).join("");

const known = new WeakMap<ReadonlySet<string>, string>();

/** The letters of some topics; put together once for a set that stays. */
export function lettersIn(wanted: ReadonlySet<string>): string {
  let letters = known.get(wanted);
  if (letters === undefined)
    known.set(wanted, (letters = [...wanted].map((topic) => letterOf.get(topic) ?? "").join("")));
  return letters;
}
