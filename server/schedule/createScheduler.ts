import type { Findable, Subject } from "#shared/events/event.ts";
import type { Facts } from "#shared/events/facts.ts";
import { scheduleTopic } from "#shared/events/topics.ts";
import type { Json, Registry, Search } from "#shared/nodes/define.ts";
import { lastTime } from "#shared/schedule/timetable.ts";
import type { Timetable } from "#shared/schedule/timetable.ts";
import type { Standing } from "#shared/workflow/mode.ts";
import type { Tried } from "../connections/failureOf.ts";
import { boundary } from "../store/boundary.ts";
import type { DueTime, ScheduleStore } from "../store/schedules.ts";
import type { LiveVersion, WorkflowStore } from "../store/workflows.ts";

export interface SchedulerDeps {
  schedules: ScheduleStore;
  workflows: WorkflowStore;
  registry: Registry;
  /** One page of what is found; `after` is where the page before ended. */
  search(
    kind: Findable,
    query: Json,
    after: string | null,
  ): Promise<Tried<{ found: { id: string; facts: Facts }[]; next: string | null }>>;
  /** Starts a run, once for the same id, or does with it what its workflow's mode says. */
  start(
    run: { id: string; workflow: string; version: string; standing: Standing },
    trigger: string,
    topic: string,
    facts: Facts,
    subject: Subject | null,
  ): void;
  now(): number;
  onTrouble(error: unknown): void;
}

interface Schedule extends LiveVersion {
  node: string;
  timetable: Timetable;
  search: Search | null;
}

const lookEveryMs = 10_000;
/** Between two pages of what was found, so that a long list does not crowd out what happens live. */
const pauseMs = 1_000;
/** No list is longer than this; runs on a thousand things at once are a mistake in the drawing. */
const mostPages = 20;

/** Sees to it that schedules of workflows that are not off are seen to when their time has come. */
export function createScheduler(deps: SchedulerDeps) {
  const { schedules, workflows, registry, now } = deps;
  let timer: NodeJS.Timeout | null = null;
  let working: Promise<void> | null = null;
  let running = false;

  const current = (): Schedule[] =>
    [...workflows.live(), ...workflows.inShadow()].flatMap((live) =>
      live.document.nodes.flatMap(({ id, type, config }) => {
        const spec = registry.get(type);
        const parsed = spec?.kind === "trigger" && spec.schedule ? spec.config.safeParse(config) : null;
        return spec?.kind === "trigger" && parsed?.success && spec.schedule
          ? [{ ...live, node: id, ...spec.schedule(parsed.data) }]
          : [];
      }),
    );

  /** What has come since it was last looked at. Of times that passed while the server was down only the last counts. */
  function look(): void {
    const at = now();
    const all = current();
    schedules.forgetOthers(new Set(all.map(({ workflow, node }) => `${workflow} ${node}`)));
    for (const { workflow, version, node, timetable } of all) {
      const since = schedules.lookedAt(workflow, node);
      if (since === null) {
        schedules.lookedUntil(workflow, node, at);
        continue;
      }
      const dueAt = lastTime(timetable, since, at);
      if (dueAt !== null) schedules.comes({ workflow, version, node, dueAt }, at);
    }
  }

  function startOn(due: DueTime, standing: Standing, facts: Facts, subject: Subject | null): void {
    const { workflow, version, node, dueAt } = due;
    const id = `at-${workflow}-${node}-${dueAt}-${subject?.id ?? ""}.${version}`;
    deps.start({ id, workflow, version, standing }, node, scheduleTopic, facts, subject);
  }

  async function work(due: DueTime, schedule: Schedule): Promise<void> {
    if (schedule.search) await workThrough(due, schedule, schedule.search);
    else startOn(due, schedule, {}, null);
    if (running) schedules.done(due);
  }

  async function workThrough(due: DueTime, standing: Standing, { of: kind, query }: Search): Promise<void> {
    let after: string | null = null;
    for (let page = 0; page < mostPages && running; page += 1) {
      const read = await deps.search(kind, query(due.dueAt), after);
      if (!read.ok) throw new Error(`schedule of ${due.workflow}: ${read.what.en}`);
      for (const { id, facts } of read.found) {
        startOn(due, standing, facts, { kind, id });
        boundary("schedule under way");
      }
      after = read.next;
      if (after === null) break;
      await new Promise((later) => setTimeout(later, pauseMs));
    }
  }

  async function goThrough(): Promise<void> {
    look();
    const on = new Map(current().map((schedule) => [`${schedule.version} ${schedule.node}`, schedule]));
    for (const due of schedules.due()) {
      const schedule = on.get(`${due.version} ${due.node}`);
      // Turned off, or changed, since its time came.
      if (!schedule) schedules.done(due);
      // One that cannot be seen to now holds up no other.
      else await work(due, schedule).catch(deps.onTrouble);
    }
  }

  function tick(): void {
    if (!running || working) return;
    working = goThrough()
      .catch(deps.onTrouble)
      .finally(() => {
        working = null;
      });
  }

  return {
    start(): void {
      running = true;
      timer = setInterval(tick, lookEveryMs);
      tick();
    },
    /** To be called when a workflow was published, or turned on or off. */
    tick,
    async stop(): Promise<void> {
      running = false;
      if (timer) clearInterval(timer);
      await working;
    },
  };
}

export type Scheduler = ReturnType<typeof createScheduler>;
