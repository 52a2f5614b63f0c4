import { useMemo } from "react";
import type { Language } from "#shared/language/text.ts";
import { missingAt } from "./missingAt.ts";
import { useCounted } from "./useCounted.ts";
import type { Simulation } from "./useSimulation.ts";

/** See `missingAt`; the same map while its words are the same, so that a form does not render with every count. */
export function useMissing(simulation: Simulation, step: string, language: Language): ReadonlyMap<string, string> {
  const words = useCounted(simulation, ({ counts }) => JSON.stringify([...missingAt(counts, step, language)]));
  return useMemo(() => new Map(JSON.parse(words) as [string, string][]), [words]);
}
