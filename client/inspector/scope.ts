import { createContext } from "react";
import type { Facts } from "#shared/events/facts.ts";
import type { Speech } from "#shared/language/speech.ts";
import type { ScopedValue } from "#shared/workflow/valuesInScope.ts";
import type { Lists } from "#shared/workspace/lists.ts";

/** What every control of the form may need to know of the step it stands in. */
export interface InspectorScope {
  /** The step, by its ids. */
  step: { workflow: string; node: string };
  /** The sample conversation's, or null while none is chosen; `inputs` are what other tools sent last, by reference. */
  facts: Facts | null;
  /** When the form was opened, epoch milliseconds: what "in the last days" is counted from. */
  now: number;
  lists: Lists | null;
  speech: Speech;
  /** Everything the step may refer to. */
  values: readonly ScopedValue[];
  /** Values that were not there in past conversations, by reference: in what part of them, "12%". */
  missing: ReadonlyMap<string, string>;
}

export const Scope = createContext<InspectorScope | null>(null);
