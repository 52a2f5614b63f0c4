import { NoLongerWanted } from "../../backtest/createBacktests.ts";
import { circle, stoppedSimulation } from "../problems.ts";

/** What the simulating thread answers, with its refusals as problems: stopped, or a drawing whose lines make a circle. */
export async function answered<A>(asked: Promise<A | null>): Promise<A> {
  const answer = await asked.catch((error: unknown) => {
    throw error instanceof NoLongerWanted ? stoppedSimulation() : error;
  });
  if (answer === null) throw circle();
  return answer;
}
