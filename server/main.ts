import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { registry } from "#shared/integrations/manifest.ts";
import { builtClient, createApp } from "./app.ts";
import { archiveFile, createArchive } from "./archive/createArchive.ts";
import { createBacktests } from "./backtest/createBacktests.ts";
import { createCatchUp } from "./catchup/createCatchUp.ts";
import { createConnections } from "./connections/connections.ts";
import { createSeal, masterKey } from "./connections/seal.ts";
import { createStandstill } from "./driver/standstill.ts";
import { createStopper } from "./driver/stopper.ts";
import { type Environment, readEnvironment } from "./environment.ts";
import { createHooks } from "./hooks/createHooks.ts";
import { createTakeCall } from "./hooks/takeCall.ts";
import { createPeople, type People } from "./http/people.ts";
import { refuse } from "./ingest/refuse.ts";
import { startAbout } from "./ingest/startAbout.ts";
import { createRetention } from "./retention/createRetention.ts";
import { createScheduler } from "./schedule/createScheduler.ts";
import { scheduleStore } from "./store/schedules.ts";
import { type Found, searchSubjects } from "./intercom/subjects.ts";
import { byHandTopic } from "#shared/events/topics.ts";
import { readChanged, readWhole } from "./intercom/readChanged.ts";
import { createLog } from "./observe/createLog.ts";
import { createBackups } from "./store/backups.ts";
import { catchUpStore } from "./store/catchUps.ts";
import { connectionStore } from "./store/connection.ts";
import { openDatabase } from "./store/database.ts";
import { holdFolder, isOvertaken, reviewMode, takeOver } from "./store/holder.ts";
import { hookStore } from "./store/hooks.ts";
import { stopRunsStore } from "./store/stopRuns.ts";
import { limitStore } from "./store/limits.ts";
import { hasPeople } from "./store/people.ts";
import { retentionStore } from "./store/retention.ts";
import { whyStore } from "./store/why.ts";
import { simulationStore } from "./store/simulations.ts";
import { voteStore } from "./store/votes.ts";
import { createHub } from "./stream/hub.ts";
import { createEngine } from "./createEngine.ts";
import { setThreadFlags } from "./threadFlags.ts";

const version = "0.1.0";
/** How many a schedule's search finds at a time. */
const schedulePage = 50;
/** How long what is under way may take when the server is told to stop. */
const longestStopMs = 8_000;
/** Pages of 150 conversations that are looked through for missed events. */
const missedPages = 7;
const now = Date.now;
const newId = () => randomBytes(9).toString("base64url").replaceAll(/[-_]/g, "x");

async function start(environment: Environment): Promise<void> {
  const log = createLog(environment.LOG_LEVEL);
  const onTrouble = (error: unknown) => {
    log.trouble(error);
    // Whatever is under way is the other server's now.
    if (isOvertaken(error)) process.exit(1);
  };
  process.on("uncaughtException", (error) => {
    // Node would print all that hangs on it.
    log.trouble(error);
    process.exit(1);
  });
  const folder = resolve(environment.DATA_DIR);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let stopping = false;
  const seal = createSeal(masterKey(environment.SWITCHBOARD_MASTER_KEY, join(folder, "master.key")));
  const file = join(folder, "switchboard.sqlite");
  const hold = holdFolder(folder);
  const db = openDatabase(file);
  takeOver(db);
  const review = reviewMode(db);
  const backups = createBackups({ db, data: folder, now, onTrouble });

  // Whoever calls before everything is there is told to come again, not left waiting.
  let answer: RequestListener = (_request, response) => refuse(response, 503, "The server is starting. Send it again.");
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(environment.PORT, environment.HOST, listening);
  });
  const { port } = server.address() as AddressInfo;
  const ownUrl = `http://${environment.HOST === "0.0.0.0" ? "127.0.0.1" : environment.HOST}:${port}`;
  const publicUrl = environment.PUBLIC_URL ?? ownUrl;

  const kept = connectionStore(db);
  const people = createPeople({
    isSetUp: () => hasPeople(db),
    file,
    secret: keptSecret(kept, seal),
    url: publicUrl,
    apiKey: environment.SWITCHBOARD_API_KEY,
  });
  const hub = createHub();
  const engine = await createEngine({
    db,
    folder,
    file,
    environment,
    version,
    ownUrl,
    seal,
    hub,
    backups,
    review,
    isStopping: () => stopping,
    now,
    onTrouble,
  });
  const {
    gates,
    practice,
    connections,
    workflows,
    runs,
    events,
    tables,
    live,
    stillness,
    driver,
    keep,
    onPaused,
    onShadowed,
    onStarted,
    teller,
    poison,
    shadows,
    shadow,
  } = engine;
  const { metrics, readiness, serverStatus } = engine.observer;
  const { live: callNow, replay: callLater } = gates.calls;

  const workspace = () => {
    const { appId, teammate } = connections.current().workspace;
    return { appId, actor: teammate.id };
  };
  const start = startAbout({ runs, shadows, workspace, now, onStarted, onShadowed });
  const hooks = createHooks({
    store: hookStore(db),
    seal,
    now,
    onCall: ({ workflow, node }) => hub.tell({ type: "hook", workflow, node }),
  });
  const calls = createTakeCall({ db, hooks, workflows, registry, workspace, now, onStarted, onPaused, onShadowed });
  const scheduler = createScheduler({
    schedules: scheduleStore(db),
    workflows,
    registry,
    search: (kind, query, after) =>
      searchSubjects(callLater, connections.current().service, kind, { query, after, perPage: schedulePage }),
    start,
    now,
    onTrouble,
  });

  const standstill = createStandstill({
    store: stillness,
    pause: () => void scheduler.stop(),
    resume() {
      gates.goSlowly(connections.current().service);
      if (!review.isOn()) carryOn();
    },
    now,
    onChange: () => hub.tell({ type: "connection" }),
  });
  const stopper = createStopper({
    store: stopRunsStore(db, runs),
    runs,
    now,
    onStopped({ workflow, runs: [id] }) {
      // One message says it for all: a browser asks again for the whole list.
      if (id !== undefined) hub.tell({ type: "run", id, workflow, status: "stopped" });
      driver.nudge();
    },
    onTrouble,
  });

  const catchUp = createCatchUp({
    store: catchUpStore(db),
    workspace,
    readChanged: (since) => readChanged(callLater, connections.current().service, since, missedPages),
    readWhole: (id) => readWhole(callLater, connections.current().service, id),
    topics: live.topics,
    keep,
    now,
    onTrouble,
    onChange: () => hub.tell({ type: "connection" }),
  });
  const archive = createArchive({
    data: folder,
    workspace() {
      const { workspace: of, service } = connections.current();
      return { appId: of.appId, name: of.name, timezone: of.timezone, service };
    },
    lists: () => connections.lists()?.lists ?? null,
    call: gates.calls.import,
    now,
    newId,
    onChange: () => hub.tell({ type: "archive" }),
    onTrouble,
  });
  const retention = createRetention({
    store: retentionStore(db),
    bodyDays: environment.KEEP_DETAILS_DAYS,
    rowDays: environment.KEEP_RUNS_DAYS,
    now,
    onTrouble,
  });

  const backtests = createBacktests(join(folder, archiveFile));

  const client = inDevelopment
    ? await (await import("./http/devClient.ts")).devClient(server)
    : builtClient(join(import.meta.dirname, "../dist"));
  const whenReady = createApp({
    people,
    registry,
    workflows,
    archive,
    tables,
    shadows,
    shadow,
    live,
    hooks,
    calls,
    runs,
    events,
    driver,
    catchUp,
    connections,
    lists() {
      const kept = connections.lists();
      return kept ? { ...kept, lists: { ...kept.lists, workflows: live.callable(), tables: tables.listed() } } : null;
    },
    backtests,
    why: whyStore(db),
    simulations: simulationStore(db),
    votes: voteStore(db),
    call: callNow,
    practice,
    hub,
    publicUrl,
    version,
    startByHand({ workflow, version }, trigger, kind, all) {
      const startOn = ({ id: about, facts }: Found) => {
        const id = `hand-${newId()}.${version}`;
        start({ id, workflow, version }, trigger, byHandTopic, facts, { kind, id: about });
        return id;
      };
      return db.transaction(() => all.map(startOn))();
    },
    gates,
    standstill,
    stopper,
    limits: limitStore(db),
    review,
    leaveReview() {
      review.end();
      gates.goSlowly(connections.current().service);
      carryOn();
    },
    isStopping: () => stopping,
    metrics,
    metricsToken: environment.METRICS_TOKEN,
    readiness,
    serverStatus,
    isSetAside: poison.isSetAside,
    now,
    newId,
    keep,
    onTrouble,
    log: environment.LOG_LEVEL === "debug" ? log.requests : null,
    client,
    inDevelopment,
  });
  answer = whenReady;

  await fromEnvironment(environment, people, connections, onTrouble);
  function carryOn(): void {
    driver.start();
    teller.start();
    if (!stillness.state()) scheduler.start();
  }
  if (!review.isOn()) carryOn();
  stopper.start();
  shadow.start();
  backups.start();
  retention.start();
  if (environment.CATCH_UP === "on" && connections.current().kind === "intercom") catchUp.start();
  void connections.refreshLists().catch(onTrouble);
  void archive.start().catch(onTrouble);

  process.stdout.write(`Switchboard is at ${publicUrl}\n`);
  if (!people.isSetUp()) process.stdout.write(`Create the owner: ${publicUrl}/setup?token=${people.setupToken}\n`);

  const stop = async () => {
    if (stopping) return;
    stopping = true;
    hub.close();
    gates.close();
    // What hangs is left as it is: its intent is on the disk, and the next start looks what became of it.
    const waited = new Promise((enough) => setTimeout(enough, longestStopMs));
    await Promise.race([
      Promise.all([
        shadow.stop(),
        teller.stop(),
        scheduler.stop(),
        stopper.stop(),
        catchUp.stop(),
        retention.stop(),
        archive.stopAll(),
        backtests.stop(),
        driver.stop(),
        backups.stop(),
      ]),
      waited,
    ]);
    server.close();
    await Promise.race([Promise.all([connections.close(), engine.closeCalls()]), waited]);
    await people.close();
    db.close();
    engine.handling.close();
    hold.release();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.once(
      signal,
      () =>
        void stop().catch((error: unknown) => {
          onTrouble(error);
          process.exit(1);
        }),
    );
}

/** Signs sessions: made once, kept sealed, so that a restart signs nobody out. */
function keptSecret(store: ReturnType<typeof connectionStore>, seal: ReturnType<typeof createSeal>): string {
  const purpose = "session secret";
  const kept = store.secret(purpose);
  if (kept) return seal.open(kept, purpose);
  const fresh = randomBytes(32).toString("base64url");
  store.keepSecret(purpose, seal.seal(fresh, purpose));
  return fresh;
}

/** Set-up that is scripted: the owner, once; the workspace, as the environment says now. */
async function fromEnvironment(
  environment: Environment,
  people: People,
  connections: Awaited<ReturnType<typeof createConnections>>,
  onTrouble: (error: unknown) => void,
): Promise<void> {
  const { OWNER_NAME, OWNER_EMAIL, OWNER_PASSWORD, INTERCOM_ACCESS_TOKEN, INTERCOM_CLIENT_SECRET } = environment;
  if (OWNER_EMAIL && OWNER_PASSWORD && !people.isSetUp())
    await people.createOwner(OWNER_NAME, OWNER_EMAIL, OWNER_PASSWORD);
  if (!INTERCOM_ACCESS_TOKEN || !INTERCOM_CLIENT_SECRET) return;
  const connected = await connections.connect({
    accessToken: INTERCOM_ACCESS_TOKEN,
    clientSecret: INTERCOM_CLIENT_SECRET,
    region: environment.INTERCOM_REGION,
  });
  if (!connected.ok) onTrouble(new Error(`INTERCOM_ACCESS_TOKEN: ${connected.what.en} ${connected.todo.en}`));
}

const inDevelopment = process.argv.includes("--dev");
// After every import: a key such as "__proto__" in somebody's data can then change nothing for everybody. Vite's
// development server, loaded later, does not run so.
if (!inDevelopment) Object.freeze(Object.prototype);

setThreadFlags();

try {
  await start(readEnvironment(process.env));
} catch (error) {
  const cause = error instanceof Error && error.cause instanceof Error ? `\n${error.cause.message}` : "";
  process.stderr.write(`Switchboard cannot start. ${error instanceof Error ? error.message : String(error)}${cause}\n`);
  process.exit(1);
}
