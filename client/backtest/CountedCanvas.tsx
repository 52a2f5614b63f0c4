import { useMemo } from "react";
import { FlowCanvas, type FlowCanvasProps } from "../canvas/FlowCanvas.tsx";
import { talliesOf } from "./talliesOf.ts";
import { useCounted } from "./useCounted.ts";
import type { Simulation } from "./useSimulation.ts";

interface Props extends Omit<FlowCanvasProps, "tallies"> {
  simulation: Simulation;
  /** Its numbers are not shown. */
  plain: boolean;
}

/** The drawing with the simulation's numbers on it. */
export function CountedCanvas({ simulation, plain, ...props }: Props) {
  const counts = useCounted(simulation, (counted) => counted.counts);
  const tallies = useMemo(() => (counts && !plain ? talliesOf(counts) : null), [counts, plain]);
  return <FlowCanvas {...props} tallies={tallies} />;
}
