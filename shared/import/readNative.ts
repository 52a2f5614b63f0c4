import { entries, field, id, list, record, string, type Raw } from "../events/raw.ts";
import { shorten } from "../language/text.ts";
import { first, kindOf, type NativeStep, nextOf, readStep } from "./nativeStep.ts";

/** A workflow as Intercom exported it. */
export interface NativeWorkflow {
  title: string;
  trigger: string;
  channels: readonly string[];
  devices: readonly string[];
  targeting: unknown;
  /** In the order they were written, by id. */
  steps: ReadonlyMap<string, NativeStep>;
  start: string | null;
  /** Rules that steps refer to by id. */
  rules: ReadonlyMap<string, Raw>;
  /** Steps beyond what is read. */
  tooMany: number;
}

const mostSteps = 300;
const stepKeys = ["steps", "nodes", "blocks", "actions"];
const sourceKeys = ["source", "source_id", "from_id", "from_step_id", `from`];
const groupKeys = ["groups", "paths", "sections"];

/** A list of records, or records by their id. */
const recordsIn = (value: unknown): readonly Raw[] =>
  Array.isArray(value)
    ? value.map(record)
    : Object.entries(record(value)).map(([key, held]) => ({ id: key, ...record(held) }));

const kindsIn = (value: unknown): string[] =>
  list(value)
    .map(kindOf)
    .filter((kind) => kind !== "");

const leads = ({ to, ways, otherwise }: NativeStep): boolean =>
  to !== null || otherwise !== null || ways.some((way) => way.to !== null);

/** Steps that stand in a row lead from one to the next where they say nothing else. */
const inRow = (steps: readonly NativeStep[], after: string | null): NativeStep[] =>
  steps.map((step, place) => (leads(step) ? step : { ...step, to: steps[place + 1]?.id ?? after }));

/** Lines that are listed apart from the steps. */
function withLines(step: NativeStep, lines: readonly Raw[]): NativeStep {
  const own = lines
    .filter((line) => id(first(line, ...sourceKeys)) === step.id)
    .map((raw) => ({
      label: string(first(raw, "label", "name")),
      to: nextOf({ next: first(raw, "to_id", "to_step_id"), ...raw }),
      raw,
    }));
  if (own.length === 0 || leads(step)) return step;
  return own.length === 1 ? { ...step, to: own[0]?.to ?? null } : { ...step, ways: own };
}

/**
 * Reads an export leniently: Intercom 2.16, GET /export/workflows/{id}, schema `workflow_export`, says what `workflow` holds but
 * leaves the inside of `snapshot` open. Steps are taken from a list, by id, or in groups; where each leads, from the step itself,
 * from lines listed apart, or from the order.
 */
export function readNative(exported: unknown): NativeWorkflow {
  const whole = record(exported);
  const workflow = record(first(whole, "workflow") ?? whole);
  const snapshot = record(field(workflow, "snapshot"));
  const lines = entries(first(snapshot, "edges", "connections", "links") ?? []);
  const groups = recordsIn(first(snapshot, ...groupKeys));
  const aliases = new Map<string, string>();
  const flat = recordsIn(first(snapshot, ...stepKeys)).map(readStep);
  const flatSteps = flat.some(leads) || lines.length > 0 ? flat : inRow(flat, null);
  const grouped = groups.flatMap((group, place) => {
    const steps = recordsIn(first(group, ...stepKeys)).map((raw, index) => readStep(raw, (place + 1) * 1000 + index));
    const [head] = steps;
    const groupId = id(field(group, "id"));
    if (head && groupId !== null) aliases.set(groupId, head.id);
    return inRow(steps, nextOf(group));
  });
  const all = [...flatSteps, ...grouped];
  const own = new Set(all.map((step) => step.id));
  const aimed = (to: string | null): string | null =>
    to === null ? null : own.has(to) ? to : (aliases.get(to) ?? null);
  const steps = new Map<string, NativeStep>();
  for (const read of all.slice(0, mostSteps)) {
    const step = withLines(read, lines);
    if (steps.has(step.id)) continue;
    steps.set(step.id, {
      ...step,
      to: aimed(step.to),
      otherwise: aimed(step.otherwise),
      ways: step.ways.map((way) => ({ ...way, to: aimed(way.to) })),
    });
  }
  return {
    title: shorten(string(field(workflow, "title")).trim(), 120),
    trigger: kindOf(first(workflow, "trigger_type")),
    channels: kindsIn(field(workflow, "target_channels")),
    devices: kindsIn(field(workflow, "preferred_devices")),
    targeting: field(workflow, "targeting"),
    steps,
    start: aimed(id(first(snapshot, "start_step_id", "first_step_id", "root_step_id", "start"))) ?? startOf(steps),
    rules: new Map(
      entries(field(workflow, "embedded_rules") ?? []).flatMap((rule): [string, Raw][] => {
        const key = id(field(rule, "id"));
        return key === null ? [] : [[key, rule]];
      }),
    ),
    tooMany: Math.max(0, all.length - mostSteps),
  };
}

/** The first step that no other leads to, else the first. */
function startOf(steps: ReadonlyMap<string, NativeStep>): string | null {
  const entered = new Set(
    [...steps.values()].flatMap(({ to, otherwise, ways }) => [to, otherwise, ...ways.map((way) => way.to)]),
  );
  const ids = [...steps.keys()];
  return ids.find((each) => !entered.has(each)) ?? ids[0] ?? null;
}
