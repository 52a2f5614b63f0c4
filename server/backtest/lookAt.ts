import type { WhyReason } from "#shared/api/why.ts";
import type { Event } from "#shared/events/event.ts";
import { kindOfTopic } from "#shared/events/topics.ts";
import type { Way } from "./prepare.ts";

/** How far an event came with a workflow's triggers. */
export type Look =
  | { kind: "letIn"; at: string; event: Event }
  | Extract<WhyReason, { kind: "notFirst" | "refused" | "unheard" | "elsewhere" }>;

/** From what came furthest. */
const order: readonly Look["kind"][] = ["letIn", "notFirst", "refused", "unheard", "elsewhere"];

/** How far one event came: the trigger that came nearest to letting it in. */
function lookAtOne(ways: readonly Way[], event: Event, isFirst: (way: Way) => boolean): Look {
  const at = new Date(event.at).toISOString();
  const looks = ways
    .filter(({ topics }) => topics.has(event.topic))
    .map((way): Look => {
      const { trigger, once } = way;
      const verdict = way.accepts(event);
      if (!verdict.accepted) return { kind: "refused", at, trigger, why: verdict.why };
      return once === null || isFirst(way) ? { kind: "letIn", at, event } : { kind: "notFirst", at, trigger, once };
    });
  return furthest(looks) ?? { kind: "unheard" };
}

/** The first of those that came furthest. */
const furthest = (looks: readonly Look[]): Look | null =>
  order.flatMap((kind) => looks.find((look) => look.kind === kind) ?? []).at(0) ?? null;

/**
 * How far the events of a conversation came with the triggers of a workflow: of all, what came furthest.
 * @param isFirst whether it is the first time, asked of what a trigger for first times would let in.
 */
export function lookAt<E extends { event: Event }>(
  ways: readonly Way[],
  happened: readonly E[],
  isFirst: (way: Way, one: E) => boolean,
): Look {
  if (!ways.some(({ topics }) => [...topics].some((topic) => kindOfTopic(topic) === "conversation")))
    return { kind: "elsewhere" };
  return furthest(happened.map((one) => lookAtOne(ways, one.event, (way) => isFirst(way, one)))) ?? { kind: "unheard" };
}
