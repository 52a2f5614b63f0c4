import type { Event } from "../events/event.ts";
import type { Verdict } from "../nodes/define.ts";
import type { Once } from "../workflow/once.ts";
import type { CompiledWorkflow } from "./compile.ts";

/** A workflow that is on, as the matcher keeps it. `T` is whatever the caller knows it by. */
export interface Enabled<T> {
  workflow: T;
  compiled: CompiledWorkflow;
}

export interface Match<T> {
  workflow: T;
  compiled: CompiledWorkflow;
  /** The trigger that let it in. */
  trigger: string;
  /** For whom it counts only the first time: who starts the run sees to that. */
  once: Once | null;
}

interface Listener<T> extends Enabled<T> {
  trigger: string;
  once: Once | null;
  accepts(event: Event): Verdict;
}

/**
 * Finds who an event starts. Listeners stand under their topic, so the cost does not grow with workflows that wait for
 * something else. A workflow with several triggers starts once: the first that accepts lets it in.
 */
export function createMatcher<T>(enabled: readonly Enabled<T>[]): (event: Event) => Match<T>[] {
  const byTopic = new Map<string, Listener<T>[]>();
  for (const entry of enabled)
    for (const node of entry.compiled.nodes) {
      if (node.kind !== "trigger") continue;
      for (const topic of node.topics) {
        const listeners = byTopic.get(topic) ?? [];
        listeners.push({ ...entry, trigger: node.id, once: node.once, accepts: node.accepts });
        byTopic.set(topic, listeners);
      }
    }
  return (event) => {
    const matches = new Map<T, Match<T>>();
    for (const { workflow, compiled, trigger, once, accepts } of byTopic.get(event.topic) ?? [])
      if (!matches.has(workflow) && accepts(event).accepted)
        matches.set(workflow, { workflow, compiled, trigger, once });
    return [...matches.values()];
  };
}
