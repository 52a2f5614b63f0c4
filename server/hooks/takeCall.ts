import { createHash, randomBytes } from "node:crypto";
import { webhookTopic } from "#shared/events/topics.ts";
import type { HookField, Proof } from "#shared/hooks/hookField.ts";
import { readFields } from "#shared/hooks/readFields.ts";
import { sampleOf } from "#shared/hooks/sample.ts";
import type { Registry } from "#shared/nodes/define.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { type Mode, startsRuns } from "#shared/workflow/mode.ts";
import { createBreaker } from "../ingest/createBreaker.ts";
import { startAbout } from "../ingest/startAbout.ts";
import type { Database } from "../store/database.ts";
import { groupCommit } from "../store/groupCommit.ts";
import type { HookPlace } from "../store/hooks.ts";
import { runStore } from "../store/runs.ts";
import { shadowStore } from "../store/shadows.ts";
import type { WorkflowStore } from "../store/workflows.ts";
import type { Hooks } from "./createHooks.ts";

/** What counts for a call now. */
export interface Standing extends HookPlace {
  proof: Proof;
  fields: readonly HookField[];
  /** The newest version, where the step is in it: only that is run. */
  version: string | null;
  mode: Mode;
  percent: number;
}

export interface Call {
  standing: Standing;
  value: object;
  /** The sender's own id of this delivery; null where it gives none. */
  delivery: string | null;
}

/** `shadowed`: it is only decided, in Shadow; `out`: the workflow is on for a share of the calls, and this one is not in it. */
export type Taken = "started" | "repeated" | "shadowed" | "out" | "off" | "unpublished";

export interface CallDeps {
  db: Database;
  hooks: Hooks;
  workflows: WorkflowStore;
  registry: Registry;
  workspace(): { appId: string; actor: string };
  now(): number;
  /** Told when it is on the disk. */
  onStarted(run: { id: string; workflow: string }): void;
  /** Told inside that commit of something that is to be decided in Shadow. */
  onShadowed?(): void;
  /** Told inside that commit of a workflow that is called far too often, and is paused. */
  onPaused?(workflow: string): void;
}

/** Enough to be nobody else's, and short enough to stand in an address. */
const idLength = 22;
const runId = ({ workflow, node }: HookPlace, delivery: string | null): string => {
  const own =
    delivery === null ? randomBytes(32) : createHash("sha256").update(`${workflow} ${node} ${delivery}`).digest();
  return `hook-${own.toString("base64url").slice(0, idLength)}`;
};

/** Takes calls of other tools: keeps what was sent, and starts the workflow where it is on. */
export function createTakeCall(deps: CallDeps) {
  const { db, hooks, workflows, registry, workspace, now, onStarted } = deps;
  const runs = runStore(db);
  const breaker = createBreaker(db, deps.onPaused ?? (() => undefined));
  // Told below, once the whole commit is on the disk.
  const start = startAbout({
    runs,
    shadows: shadowStore(db),
    workspace,
    now,
    onStarted: () => undefined,
    onShadowed: deps.onShadowed ?? (() => undefined),
  });

  function hookIn(document: WorkflowDocument | undefined, node: string) {
    const step = document?.nodes.find(({ id }) => id === node);
    const spec = step ? registry.get(step.type) : undefined;
    if (!step || spec?.kind !== "trigger" || !spec.topics.includes(webhookTopic)) return null;
    const config = spec.config.safeParse(step.config);
    return (config.success ? spec.hook?.(config.data) : undefined) ?? null;
  }

  const keep = groupCommit(db, ({ standing, value, delivery }: Call): { taken: Taken; id: string } => {
    const { workflow, node, version, mode, fields } = standing;
    const id = runId(standing, delivery);
    hooks.keepSample(standing, sampleOf(value), now());
    if (version === null) return { taken: "unpublished", id };
    if (mode === "off") return { taken: "off", id };
    if (runs.get(id)) return { taken: "repeated", id };
    if (startsRuns(mode) && breaker.mayStart(workflow, null, 0, now()).outcome !== "start") return { taken: "off", id };
    const given = { inputs: readFields(value, fields) };
    return { taken: start({ id, workflow, version, standing }, node, webhookTopic, given, null), id };
  });

  return {
    /** The published drawing decides; before there is one, the draft says how the caller proves itself. Null for a step that is gone. */
    standing({ workflow, node }: HookPlace): Standing | null {
      const row = workflows.get(workflow);
      if (!row) return null;
      const newest = workflows.newestVersion(workflow);
      const published = hookIn(newest?.document, node);
      const hook = published ?? hookIn(row.draft, node);
      const version = newest && published ? `${workflow}.${newest.number}` : null;
      return hook ? { ...hook, workflow, node, version, mode: row.mode, percent: row.percent } : null;
    },
    /** Resolves once it is on the disk. */
    async take(call: Call): Promise<Taken> {
      const { taken, id } = await keep(call);
      hooks.taken(call.standing);
      if (taken === "started") onStarted({ id, workflow: call.standing.workflow });
      return taken;
    },
  };
}

export type TakeCall = ReturnType<typeof createTakeCall>;
