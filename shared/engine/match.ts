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

interface Listener<T> extends Match<T> {
  /** Where its trigger stands among all. */
  place: number;
}

/** Triggers that accept the same events. */
interface Alike<T> {
  accepts(event: Event): Verdict;
  listeners: Listener<T>[];
}

/**
 * Finds who an event starts. Listeners stand under their topic, and there those that are set alike are asked once, so the cost grows
 * neither with workflows that wait for something else nor with those that wait for the same. A workflow with several
 * triggers starts once: the first that accepts lets it in.
 */
export function createMatcher<T>(enabled: readonly Enabled<T>[]): (event: Event) => Match<T>[] {
  const byTopic = new Map<string, Map<string, Alike<T>>>();
  let place = 0;
  for (const { workflow, compiled } of enabled)
    for (const node of compiled.nodes) {
      if (node.kind !== "trigger") continue;
      const listener = { workflow, compiled, trigger: node.id, once: node.once, place: (place += 1) };
      for (const topic of node.topics) {
        const groups = byTopic.get(topic) ?? new Map<string, Alike<T>>();
        const group = groups.get(node.alike) ?? { accepts: node.accepts, listeners: [] };
        group.listeners.push(listener);
        byTopic.set(topic, groups.set(node.alike, group));
      }
    }
  return (event) => {
    const accepting: Listener<T>[] = [];
    for (const { accepts, listeners } of byTopic.get(event.topic)?.values() ?? [])
      if (accepts(event).accepted) accepting.push(...listeners);
    const matches = new Map<T, Match<T>>();
    for (const { workflow, compiled, trigger, once } of accepting.toSorted((a, b) => a.place - b.place))
      if (!matches.has(workflow)) matches.set(workflow, { workflow, compiled, trigger, once });
    return [...matches.values()];
  };
}
