import type { Json } from "#shared/nodes/define.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";

const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, entry]) => [key, ordered(entry)]),
  );
};

const written = (value: unknown): string => JSON.stringify(ordered(value) as Json);

/** Whether two drawings say the same, in whatever order their settings were written. */
export const sameDrawing = (a: WorkflowDocument, b: WorkflowDocument): boolean => a === b || written(a) === written(b);
