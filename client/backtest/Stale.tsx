import type { ReactNode } from "react";
import { useCounted } from "./useCounted.ts";
import type { Simulation } from "./useSimulation.ts";

interface Props {
  simulation: Simulation;
  className?: string | undefined;
  children: ReactNode;
}

/** Marks what it holds as old while newer numbers are on their way, without rendering it anew. */
export function Stale({ simulation, className, children }: Props) {
  const stale = useCounted(simulation, (counted) => counted.stale);
  return (
    <div className={className} data-stale={stale}>
      {children}
    </div>
  );
}
