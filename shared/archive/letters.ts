/** Topics that past conversations are told by, each with a letter. In another order than this, what is packed means something else. */
export const topics = [
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

const known = new WeakMap<ReadonlySet<string>, Uint8Array>();

/** Which letters stand for some topics: 1 at the code of each. Put together once for a set that stays. */
export function lettersIn(wanted: ReadonlySet<string>): Uint8Array {
  let letters = known.get(wanted);
  if (!letters) {
    letters = new Uint8Array(128);
    for (const topic of wanted) {
      const letter = letterOf.get(topic);
      if (letter !== undefined) letters[letter.charCodeAt(0)] = 1;
    }
    known.set(wanted, letters);
  }
  return letters;
}
