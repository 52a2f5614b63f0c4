import { useStore } from "zustand";
import type { Counting } from "./createCounting.ts";
import type { Simulation } from "./useSimulation.ts";

/** What of a simulation's numbers a part of the screen shows: it renders anew only when that changes. @param pick gives the same for the same. */
export const useCounted = <T>({ counting }: Simulation, pick: (counted: Counting) => T): T =>
  useStore(counting.state, pick);
