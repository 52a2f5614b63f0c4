import { mostExamples, type Omission, type Reason } from "../store/archiveImports.ts";

/** What was left out, or taken with a remark, gathered by its reason; of each the first few stay as examples. */
export function createNotes() {
  const reasons = new Map<string, Reason>();

  function add({ kind, why, count, examples }: Reason): void {
    const key = `${kind} ${why.en}`;
    const reason = reasons.get(key) ?? { kind, why, count: 0, examples: [] };
    reasons.set(key, reason);
    reason.count += count;
    reason.examples.push(...examples.slice(0, mostExamples - reason.examples.length));
  }
  return {
    add,
    note: ({ kind, why, ...example }: Omission): void => add({ kind, why, count: 1, examples: [example] }),
    all: (): Reason[] => [...reasons.values()],
  };
}
