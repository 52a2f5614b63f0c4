import type { Text } from "../language/text.ts";
import type { NodeType } from "../nodes/define.ts";
import type { WorkflowNode } from "./document.ts";
import type { Fault } from "./fault.ts";

/** A step as its checks see it. */
export interface Checked {
  node: WorkflowNode;
  spec: NodeType;
  /** As the declaration's schema read it; null where a setting does not fit. */
  config: Record<string, unknown> | null;
}

export const error = (code: string, words: Text, place: Partial<Fault> = {}): Fault => ({
  level: "error",
  code,
  text: words,
  ...place,
});
