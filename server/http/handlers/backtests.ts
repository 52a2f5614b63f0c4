import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { calleesOf } from "../../publishing/calleesOf.ts";
import type { Handlers } from "../mount.ts";
import { notFound } from "../problems.ts";
import { answered } from "./answered.ts";
import type { Services } from "./services.ts";

type Names = "countBacktest" | "listBacktestCases" | "replayCase";

/** What drawings would have done in the past: asked of the simulating thread, for a draft as it is on somebody's screen. */
export function backtestHandlers({ backtests, workflows, registry }: Services): Pick<Handlers, Names> {
  const drawn = (workflow: string, document: WorkflowDocument) => {
    if (!workflows.get(workflow)) throw notFound();
    return { workflow, document, callees: calleesOf(document, workflows, registry) };
  };
  return {
    countBacktest: ({ params, body: { document, slice } }, { signal }) =>
      answered(backtests.ask("counts", { ...drawn(params.id, document), slice }, signal)),
    listBacktestCases: ({ params, body: { document, slice, where, skip, limit } }, { signal }) =>
      answered(
        backtests.ask("cases", { ...drawn(params.id, document), slice, where, window: { skip, limit } }, signal),
      ),
    async replayCase({ params, body: { document, conversation } }, { signal }) {
      const asked = backtests.ask("oneCase", { ...drawn(params.id, document), conversation }, signal);
      const answer = await answered(asked);
      if (answer === "unknown") throw notFound();
      return answer;
    },
  };
}
