import { isTimeZone } from "../../backtest/report/hourOfWeek.ts";
import { calleesOf } from "../../publishing/calleesOf.ts";
import type { Handlers } from "../mount.ts";
import { invalid, notFound, nothingPast } from "../problems.ts";
import { answered } from "./answered.ts";
import type { Services } from "./services.ts";

type Names = "listSimulations" | "makeSimulation" | "getSimulation" | "listSimulationCases" | "deleteSimulation";

/** Reports of what a workflow would have done, kept as they were made. */
export function simulationHandlers(services: Services): Pick<Handlers, Names> {
  const { backtests, simulations, workflows, registry, now, newId } = services;
  /** How far those are that are being made, by workflow; each counted, since two people may make one at once. */
  const making = new Map<string, Map<object, number>>();

  const found = (id: string) => {
    const workflow = workflows.get(id);
    if (!workflow) throw notFound();
    return workflow;
  };
  const kept = (workflow: string, id: string) => {
    const simulation = simulations.get(workflow, id);
    if (!simulation) throw notFound();
    return simulation;
  };

  return {
    listSimulations({ params }) {
      const { id, name } = found(params.id);
      const shares = [...(making.get(id)?.values() ?? [])];
      return {
        workflow: { id, name },
        simulations: simulations.list(id),
        making: shares.length > 0 ? Math.min(...shares) : null,
      };
    },
    async makeSimulation({ params, body: { version, slice, timeZone } }, { person, signal }) {
      const workflow = found(params.id);
      if (!isTimeZone(timeZone)) throw invalid("body.timeZone", "not a time zone");
      const document = version === null ? workflow.draft : workflows.version(workflow.id, version)?.document;
      if (!document) throw notFound();
      const ask = {
        workflow: workflow.id,
        document,
        callees: calleesOf(document, workflows, registry),
        slice,
        timeZone,
      };
      const mine = {};
      const shares = making.get(workflow.id) ?? new Map<object, number>();
      making.set(workflow.id, shares.set(mine, 0));
      try {
        const { report, cases } = await answered(
          backtests.ask("report", ask, signal, (share) => void shares.set(mine, share)),
        );
        if (report.total === 0) throw nothingPast();
        const simulation = {
          id: newId(),
          version,
          slice,
          madeAt: new Date(now()).toISOString(),
          madeBy: person?.name ?? "",
          report,
        };
        simulations.add({ ...simulation, workflow: workflow.id, document }, cases);
        return simulation;
      } finally {
        shares.delete(mine);
        if (shares.size === 0) making.delete(workflow.id);
      }
    },
    getSimulation({ params }) {
      const { id, name } = found(params.id);
      return { ...kept(id, params.simulation), workflow: { id, name } };
    },
    listSimulationCases({ params, body: { where, skip, limit } }, { signal }) {
      const cases = simulations.cases(found(params.id).id, params.simulation);
      if (!cases) throw notFound();
      return answered(backtests.ask("frozenCases", { cases, where, window: { skip, limit } }, signal));
    },
    deleteSimulation({ params }) {
      if (!simulations.remove(found(params.id).id, params.simulation)) throw notFound();
      return { ok: true as const };
    },
  };
}
