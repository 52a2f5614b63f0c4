import { z } from "zod";
import type { Event } from "../events/event.ts";
import { shareOf } from "../events/shareOf.ts";

/**
 * What live events do with a workflow: nothing; they are decided and nothing is sent; they start runs for a share of the
 * conversations; they start runs. Belongs to the workflow, not to a version.
 */
export const Mode = z.enum(["off", "shadow", "percentage", "on"]);
export type Mode = z.infer<typeof Mode>;

/** Of a hundred conversations so many, in mode "percentage". */
export const Percent = z.number().int().min(1).max(99);

/** What a workflow's mode says of one event. */
export interface Standing {
  workflow: string;
  mode: Mode;
  percent: number;
}

/** Whether live events start runs, of all conversations or of some. */
export const startsRuns = (mode: Mode): boolean => mode === "on" || mode === "percentage";

/** What a share goes by: the conversation, else what the event is about; by itself where it is about nothing. */
const aboutOf = ({ id, subject, facts }: Pick<Event, "id" | "subject" | "facts">): string =>
  facts.conversation?.id ?? subject?.id ?? id;

/**
 * Whether an event starts a run. Of a share it is always the same conversations, those of each workflow others; a greater share holds all
 * of a smaller one.
 */
export const letsIn = (
  { workflow, mode, percent }: Standing,
  event: Pick<Event, "id" | "subject" | "facts">,
): boolean => mode === "on" || (mode === "percentage" && shareOf(`${workflow}:${aboutOf(event)}`) < percent);
