import { z } from "zod";
import { WorkflowDocument } from "#shared/workflow/document.ts";

/** What is kept in this browser until the server has it: the drawing, and the revision it was made from. */
const Kept = z.object({ revision: z.number(), document: WorkflowDocument });
export type Kept = z.infer<typeof Kept>;

const keyOf = (workflow: string): string => `switchboard.draft.${workflow}`;

export function readKept(workflow: string): Kept | null {
  try {
    const read = Kept.safeParse(JSON.parse(localStorage.getItem(keyOf(workflow)) ?? "null"));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

export function writeKept(workflow: string, kept: Kept | null): void {
  try {
    if (kept) localStorage.setItem(keyOf(workflow), JSON.stringify(kept));
    else localStorage.removeItem(keyOf(workflow));
  } catch {
    // A full or forbidden storage takes away the second copy only: the draft is still on its way to the server.
  }
}
