import type { Moment, Past } from "#shared/archive/past.ts";

/** One thing that was done with a past conversation. */
export interface DoneOnce {
  /** Kind and id, as "team 7": the same for the same. */
  key: string;
  kind: "team" | "teammate" | "tag" | "close";
  id: string;
  /** As the archive calls it; "" where it does not. */
  name: string;
  /** Epoch milliseconds; null where it is not known. */
  at: number | null;
  byHand: boolean;
}

const byHand = ({ by }: Moment): boolean => by?.kind === "teammate";

const answers = ({ by, words, inside }: Moment): boolean => by?.kind === "teammate" && words !== undefined && !inside;

/** What was done with a conversation: its first team and teammate, its tags, and that it was closed without an answer. */
export function doneIn({ moments, last }: Past): DoneOnce[] {
  const done = new Map<string, DoneOnce>();
  const note = (kind: DoneOnce["kind"], id: string, name: string, moment: Moment | null): void => {
    const key = `${kind} ${id}`;
    if (done.has(key)) return;
    done.set(key, { key, kind, id, name, at: moment?.at ?? null, byHand: moment !== null && byHand(moment) });
  };
  let [team, teammate, isAnswered, isClosed] = [false, false, false, false];
  for (const [index, moment] of moments.entries()) {
    const { change, happening } = moment;
    if (change?.teamId && !team) note("team", change.teamId, "", moment);
    if (change?.teammateId && !teammate) note("teammate", change.teammateId, "", moment);
    if (happening?.tag && moment.topic === "conversation_part.tag.created")
      note("tag", happening.tag.id, happening.tag.name, moment);
    if (change?.state === "closed" && !isClosed && !isAnswered) note("close", "", "", moment);
    team ||= Boolean(change?.teamId);
    teammate ||= Boolean(change?.teammateId);
    isClosed ||= change?.state === "closed";
    isAnswered ||= index > 0 && answers(moment);
  }
  for (const { id, name } of last.tags) note("tag", id, name, null);
  return [...done.values()];
}
