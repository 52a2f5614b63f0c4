import { madeBy } from "#shared/events/madeThing.ts";
import { ownWritesOf } from "#shared/events/ownWrite.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { createCallService } from "./connections/callService.ts";
import { createConnections } from "./connections/connections.ts";
import { createGates } from "./connections/gates.ts";
import { createAdmission } from "./driver/admission.ts";
import { createCeiling } from "./driver/createCeiling.ts";
import { createPoison } from "./driver/createPoison.ts";
import { createEmbeddedDriver } from "./driver/embedded.ts";
import { heardSince } from "./ingest/heardSince.ts";
import { createPerform } from "./effects/perform.ts";
import type { Environment } from "./environment.ts";
import { createKeepEvent } from "./ingest/keepEvent.ts";
import { startOnFailure } from "./ingest/startOnFailure.ts";
import { createTeller } from "./ingest/createTeller.ts";
import { readLists } from "./intercom/readLists.ts";
import { readWhole } from "./intercom/readChanged.ts";
import { readScope } from "./intercom/readScope.ts";
import { readWorkspace } from "./intercom/readWorkspace.ts";
import { createObserver } from "./observe/createObserver.ts";
import { createPractice } from "./practice/createPractice.ts";
import { createLiveWorkflows } from "./publishing/liveWorkflows.ts";
import { createShadow } from "./shadow/createShadow.ts";
import { connectionStore } from "./store/connection.ts";
import { crashStore } from "./store/crashes.ts";
import { eventStore } from "./store/events.ts";
import { openHandling } from "./store/handling.ts";
import { groupCommit } from "./store/groupCommit.ts";
import { ownEffects } from "./store/ownEffects.ts";
import { standstillStore } from "./store/standstill.ts";
import { madeThingStore } from "./store/madeThings.ts";
import { ownWriteStore } from "./store/ownWrites.ts";
import { runStore } from "./store/runs.ts";
import { shadowStore } from "./store/shadows.ts";
import { tableStore } from "./store/tables.ts";
import { untoldStore } from "./store/untold.ts";
import { workflowStore } from "./store/workflows.ts";
import type { Database } from "./store/database.ts";
import type { Backups } from "./store/backups.ts";
import type { ReviewMode } from "./store/holder.ts";
import type { Hub } from "./stream/hub.ts";
import type { Seal } from "./connections/seal.ts";

/** What a service gets on top of a call's longest time, so that nothing is still under way when we look whether it happened. */
const settleMs = 1_000;

export interface EngineDeps {
  db: Database;
  /** The data folder, and the database's file in it. */
  folder: string;
  file: string;
  environment: Environment;
  version: string;
  /** The address this process listens at. */
  ownUrl: string;
  seal: Seal;
  hub: Hub;
  backups: Backups;
  review: ReviewMode;
  isStopping(): boolean;
  now(): number;
  onTrouble(error: unknown): void;
}

/** All that carries an event from its arrival to the effects of its runs, joined; nothing goes on before its driver is started. */
export async function createEngine(deps: EngineDeps) {
  const { db, folder, file, environment, version, ownUrl, seal, hub, backups, review, now, onTrouble } = deps;
  const timeoutMs = environment.INTERCOM_TIMEOUT_SECONDS * 1_000;
  const { call, close: closeCalls } = createCallService(timeoutMs);
  const gates = createGates({
    call,
    now,
    chance: Math.random,
    onChange() {
      hub.tell({ type: "connection" });
      driver.nudge();
    },
    onRoom: () => driver.nudge(),
  });
  const practice = createPractice({ db, now, onTrouble });
  const connections = await createConnections({
    store: connectionStore(db),
    seal,
    readWorkspace: (service) => readWorkspace(gates.calls.live, service),
    readLists: (service) => readLists(gates.calls.live, service),
    practice: {
      accessToken: practice.accessToken,
      clientSecret: practice.clientSecret,
      open: () => practice.listen(`${ownUrl}/webhooks/intercom`),
      close: practice.close,
    },
    apiUrl: environment.INTERCOM_API_URL,
    now,
    onChange() {
      hub.tell({ type: "connection" });
      // What waited for another token goes on with this one.
      driver.nudge();
    },
  });

  const workflows = workflowStore(db);
  const runs = runStore(db);
  const stillness = standstillStore(db);
  const events = eventStore(db);
  const ownWrites = ownWriteStore(db);
  const madeThings = madeThingStore(db);
  const tables = tableStore(db);
  const shadows = shadowStore(db);
  const doOwn = ownEffects(db);
  const live = createLiveWorkflows(workflows, registry);
  /** Told inside the transaction that pauses it. */
  const onPaused = (id: string) =>
    setImmediate(() => {
      live.refresh();
      hub.tell({ type: "workflow", id });
    });
  const onShadowed = () => shadow.nudge();
  const shadow = createShadow({
    store: shadows,
    workflows,
    registry,
    appId: () => connections.current().workspace.appId,
    read: (effect) => readScope(gates.calls.replay, connections.current().service, effect),
    readWhole: (id) => readWhole(gates.calls.replay, connections.current().service, id),
    now,
    commit: groupCommit(db, (work) => work()),
    onDecided: (id, event) => teller.decided(id, event),
    onChange: (workflow) => hub.tell({ type: "shadow", workflow }),
    onTrouble,
  });
  const matching = { runs, match: live.match, shadowed: shadows, shadows: live.shadows, onShadowed, now };
  const onStarted = ({ id, workflow }: { id: string; workflow: string }) => {
    hub.tell({ type: "run", id, workflow, status: "running" });
    // Several may be started in one transaction: none goes on before all are on the disk.
    setImmediate(driver.nudge);
  };
  const teller = createTeller({
    ...matching,
    store: untoldStore(db),
    workflows,
    registry,
    appId: () => connections.current().workspace.appId,
    lists: () => connections.lists()?.lists ?? null,
    commit: groupCommit(db, (work) => work()),
    onStarted,
    onTrouble,
  });
  const handling = openHandling(folder);
  const poison = createPoison({ handling, crashes: crashStore(db), runs, now });
  const driver = createEmbeddedDriver({
    runs,
    duringRun: poison.duringRun,
    commit: groupCommit(db, (work) => work()),
    perform: createPerform(gates.admitted, connections.serviceOf),
    admission: createAdmission({
      gates,
      runs,
      current: () => connections.current().service,
      serviceOf: connections.serviceOf,
      isStopped: () => stillness.state() !== null,
    }),
    chance: Math.random,
    compiled: live.compiled,
    now,
    heardSince: heardSince(events),
    doOwn(effect, run, at) {
      const outcome = doOwn(effect, run, at);
      if (effect.type === "row" && effect.do !== "find") hub.tell({ type: "rows", table: effect.table });
      return outcome;
    },
    newestVersion: live.newestVersion,
    ceiling: createCeiling(db, runs, onPaused),
    onStep: (kind, ok) => observer.metrics.onStep(kind, ok),
    onFirstStep: (waitedMs) => observer.onFirstStep(waitedMs),
    onFailed: startOnFailure({ workflows, ...matching }),
    onSend(appId, effect) {
      for (const write of ownWritesOf(effect)) ownWrites.note(appId, write, now());
    },
    onSent({ start }, effect, answer) {
      const all = madeBy(effect, answer);
      if (all.length > 0) madeThings.note(start.event.appId, all, start.depth ?? 0, now());
    },
    quietMs: timeoutMs + settleMs,
    onTrouble,
    onChange: ({ id, workflow }, status) => hub.tell({ type: "run", id, workflow, status }),
  });
  const observer = createObserver({
    db,
    version,
    file,
    folder,
    events,
    backups,
    connections,
    topics: live.topics,
    callsLeft: () => gates.figures(connections.current().service).budget.left,
    retention: { detailsDays: environment.KEEP_DETAILS_DAYS, runsDays: environment.KEEP_RUNS_DAYS },
    isStopping: deps.isStopping,
    isInReview: review.isOn,
    parked: runs.countParked,
    isStopped: () => stillness.state() !== null,
    isAway: () => gates.figures(connections.current().service).health.kind !== "answers",
    isDriving: driver.isRunning,
    underWay: driver.underWay,
    now,
  });
  const keep = createKeepEvent({
    db,
    match: live.match,
    shadows: live.shadows,
    actorIn: connections.actorIn,
    now,
    onPaused,
    onShadowed,
    poison,
    onCommit: observer.metrics.onCommit,
    onEvent: observer.metrics.onEvent,
    onKept(event, started) {
      const { topic } = event;
      shadow.heard(event);
      hub.tell({ type: "event", topic, at: new Date(now()).toISOString() });
      for (const { id, workflow } of started) hub.tell({ type: "run", id, workflow, status: "running" });
      if (started.length > 0) driver.nudge();
    },
  });
  return {
    gates,
    practice,
    connections,
    workflows,
    runs,
    events,
    tables,
    shadows,
    shadow,
    live,
    stillness,
    driver,
    handling,
    poison,
    observer,
    keep,
    onPaused,
    onShadowed,
    onStarted,
    teller,
    closeCalls,
  };
}
