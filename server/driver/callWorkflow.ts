import { restore } from "#shared/engine/advance.ts";
import type { CompiledNode } from "#shared/engine/compile.ts";
import type { Ask } from "#shared/engine/runState.ts";
import { answersIn } from "#shared/engine/trace.ts";
import { calledTopic } from "#shared/events/topics.ts";
import { text, type Text } from "#shared/language/text.ts";
import type { CallEffect, Outcome } from "#shared/nodes/effect.ts";
import { intend, type Standing } from "./standing.ts";

/** Stands between a run's id and that of one it called: the caller is told from the id alone. */
export const callMark = ">";

/** A workflow that runs itself, through however many others, goes no deeper. */
const deepest = 8;

const fail = (at: number, what: Text, todo: Text): Outcome => ({ ok: false, at, error: { what, todo } });

const notThere = [
  text(
    "The workflow to run is not published, or not made to be run by another.",
    "El flujo que ejecutar no está publicado o no admite que otro lo ejecute.",
  ),
  text(
    "Give it the trigger “Run by another workflow”, and publish it.",
    "Ponle el disparador «Ejecutado por otro flujo» y publícalo.",
  ),
] as const;

const tooDeep = [
  text("Workflows run each other in a circle.", "Los flujos se ejecutan unos a otros en círculo."),
  text("Take one of these steps out.", "Quita uno de estos pasos."),
] as const;

const isCalled = (node: CompiledNode): node is CompiledNode & { kind: "trigger" } =>
  node.kind === "trigger" && node.topics.includes(calledTopic);

/**
 * Begins the run of another workflow, in the same cell, or looks how it stands. Null while it goes on: its end wakes the
 * caller.
 */
export function callWorkflow(standing: Standing, ask: Ask & { effect: CallEffect }): Outcome | null {
  const { run, deps, state } = standing;
  const { runs } = deps;
  const { seq, effect } = ask;
  const id = `${run.id}${callMark}${seq}`;
  const called = runs.get(id);
  if (called) {
    if (called.status === "going") return null;
    if (called.status !== "done") {
      const why = runs.listed(id)?.reason ?? text("", "");
      return fail(
        deps.now(),
        text(
          `The workflow it ran did not come to its end. ${why.en}`,
          `El flujo que ejecutó no llegó a su fin. ${why.es}`,
        ),
        text("Open its own run to see why.", "Abre su propia ejecución para ver por qué."),
      );
    }
    const ended = restore(deps.compiled(called.version), called.start, answersIn(runs.log.of(id)));
    return { ok: true, at: deps.now(), answer: ended.state.answer };
  }
  intend(standing, ask, false);
  if (id.split(callMark).length > deepest) return fail(deps.now(), ...tooDeep);
  const version = deps.newestVersion(effect.workflow);
  const trigger = version ? deps.compiled(version).nodes.find((each) => isCalled(each)) : undefined;
  if (!version || !trigger) return fail(deps.now(), ...notThere);
  const event = {
    ...run.start.event,
    id,
    key: id,
    topic: calledTopic,
    actor: null,
    part: null,
    facts: { ...state.facts, inputs: { ...trigger.receive(effect.inputs) } },
  };
  const start = { ...run.start, event, trigger: trigger.id, startedAt: deps.now() };
  runs.add({ id, cell: run.cell, version, workflow: effect.workflow, start, bulk: run.bulk });
  return null;
}
