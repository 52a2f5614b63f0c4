import { z } from "zod";
import { Once } from "./once.ts";

/** Ids come from our own code, but documents can be imported: letters, digits, `_` and `-`, never a key of `Object.prototype`. */
const Id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, "letters, digits, _ and - only")
  .refine((id) => !(id in {}), "reserved name");

/** One step as drawn. `type` names a declaration; `config` is held to that declaration's schema by `validate`, not here, so that a draft may be incomplete. */
export const WorkflowNode = z.object({
  id: Id,
  type: z.string().max(100),
  /** The person's own name for the step, where they gave one. */
  name: z.string().max(120).optional(),
  /** What a person remarks on it for others; it changes nothing. */
  note: z.string().max(2000).optional(),
  config: z.record(z.string(), z.json()),
  /** For a trigger: whom it lets in only once; absent, everybody every time. */
  once: Once.optional(),
  /** What happens when its action fails: the run stops (also where absent), goes on, or leaves by an exit of its own. */
  onFail: z.enum(["stop", "goOn", "exit"]).optional(),
});
export type WorkflowNode = z.infer<typeof WorkflowNode>;

/** A line: from one exit of a step to another step. An exit has at most one line; a step may be reached by many. */
export const WorkflowEdge = z.object({ from: Id, outlet: z.string().max(64), to: Id });
export type WorkflowEdge = z.infer<typeof WorkflowEdge>;

/** Where a card stands on the canvas, in canvas units. Kept apart: moving a card never changes what a workflow does. */
export const Position = z.object({ node: Id, x: z.number().finite(), y: z.number().finite() });
export type Position = z.infer<typeof Position>;

/** The saved drawing. At most 1,000 steps. */
export const WorkflowDocument = z.object({
  format: z.literal(1),
  nodes: z.array(WorkflowNode).max(1000),
  edges: z.array(WorkflowEdge).max(4000),
  layout: z.array(Position).max(1000),
});
export type WorkflowDocument = z.infer<typeof WorkflowDocument>;

export const emptyDocument: WorkflowDocument = { format: 1, nodes: [], edges: [], layout: [] };

/** What export writes and import reads. */
export const WorkflowFile = z.object({
  switchboard: z.literal("workflow"),
  name: z.string().min(1).max(120),
  document: WorkflowDocument,
});
export type WorkflowFile = z.infer<typeof WorkflowFile>;
