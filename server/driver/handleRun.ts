import { boundary } from "../store/boundary.ts";
import type { RunRow } from "../store/runs.ts";
import type { Came } from "./attended.ts";
import { goOn, type Next } from "./goOn.ts";
import type { RunDeps } from "./runDeps.ts";

import { stand } from "./standing.ts";

/**
 * Takes one run as far as it gets, until it ends, sleeps or has to try again later. Between two calls to the outside there is one
 * commit: it keeps how the one ended and what the next is going to be. Can be broken off anywhere and called again.
 * @param goesOn asked before something new is begun; what is under way is kept in any case.
 */
export async function handleRun(run: RunRow, deps: RunDeps, goesOn: () => boolean = () => true): Promise<void> {
  const during = <T>(act: () => T): T => deps.duringRun?.(run.id, act) ?? act();
  const standing = during(() => stand(run, deps));
  const commit = (came: Came | null): Promise<Next> => deps.commit(() => during(() => goOn(standing, came, goesOn())));
  const { appId } = run.start.event;
  boundary("run taken up");
  let came: Came | null = null;
  for (;;) {
    const next = await commit(came);
    deps.onChange?.(run, next.does === "leave" ? next.status : "going");
    if (next.does === "leave") return boundary("run left");
    came = null;
    if (next.does === "ask leave") {
      // Where nothing may leave the run stays as it is, and due.
      if (deps.admission && !(await deps.admission.admit(run))) return;
      standing.mayLeave = true;
    }
    if (next.does !== "call") continue;
    const { call } = next;
    boundary(call.does === "send" ? "effect intended" : "look intended");
    came = { call, performed: await deps.perform(call.effect, appId) };
    boundary(call.does === "send" ? "effect answered" : "look answered");
  }
}
