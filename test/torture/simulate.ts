import { createHash } from "node:crypto";
import { createEmbeddedDriver, type Driver } from "#server/driver/embedded.ts";
import type { Called, CallService } from "#server/connections/callService.ts";
import { createPerform } from "#server/effects/perform.ts";
import { openDatabase } from "#server/store/database.ts";
import { runStore } from "#server/store/runs.ts";
import { compile } from "#shared/engine/compile.ts";
import { registry } from "#shared/integrations/manifest.ts";
import type { Json } from "#shared/nodes/define.ts";
import { firstMessage } from "../support/workflowBuilder.ts";
import { type Chance, chanceFrom } from "./chance.ts";
import { createModel } from "./model.ts";
import { mischiefFrom } from "./mischief.ts";
import { conversationOf, tortured, verdict, wasWrittenTo, wordsOf } from "./tortured.ts";
import { createVirtualTime, type VirtualTime } from "./virtualTime.ts";

const begun = Date.UTC(2026, 0, 1);
const timeoutMs = 30_000;
const quietMs = 31_000;
const restartMs = 2_000;
const mostPlaces = 2_000;
/** A conversation comes in so often, on average. */
const everyMs = 100;
/** A person looks at what is parked so often. */
const personMs = 600_000;

export interface Simulated {
  runs: number;
  crashes: number;
  effects: number;
  /** How often a person was asked, and told what is true. */
  asked: number;
  lost: string[];
  doubled: string[];
  /** Of everything that was done, in order: the same for the same seed. */
  digest: string;
}

/**
 * The real driver over the real store, in time that jumps: calls that fail in every way, and a process that dies before and after every
 * commit, every call and every answer. What was sent and whose sender died may be done later all the same.
 */
export async function simulate({ seed, runs: count }: { seed: number; runs: number }): Promise<Simulated> {
  const chance = chanceFrom(seed);
  const time = createVirtualTime(begun);
  const model = createModel(time.now);
  const db = openDatabase(":memory:");
  db.exec(`insert into workflows (id, name, draft, saved_at, created_at) values ('w', 'W', '{}', 0, 0);
    insert into versions values ('v', 'w', 1, '{}', 0, '');`);
  const runs = runStore(db);
  const compiled = compile(tortured, registry);
  let crashes = 0;
  let asked = 0;
  /** How many more places where a process can die this one comes past: some die at once, some have time to catch up. */
  let placesLeft = 0;
  let driver: Driver | null = null;
  let trouble: unknown = null;

  function crash(): void {
    if (driver === null) return;
    crashes += 1;
    driver = null;
    time.endLife();
    time.inWorld(restartMs + chance.below(restartMs), live);
  }

  /** One life of the process. What belongs to an earlier one never goes on. */
  function live(): void {
    placesLeft = 1 + chance.below(mostPlaces);
    const own = createEmbeddedDriver({
      runs,
      perform: createPerform(callFor(time, chance, model, mischiefFrom(seed + 1 + crashes), dieAt), () => ({
        baseUrl: "",
        accessToken: "t",
      })),
      commit: (work) =>
        new Promise((resolve, reject) =>
          time.inProcess(1, () => {
            if (dieAt()) return;
            try {
              const result = db.transaction(work).immediate();
              if (!dieAt()) resolve(result);
            } catch (error) {
              reject(error instanceof Error ? error : new Error("thrown", { cause: error }));
            }
          }),
        ),
      compiled: () => compiled,
      now: time.now,
      chance: chance.next,
      heardSince: () => [],
      newestVersion: () => null,
      doOwn: () => ({ ok: true, at: 0, answer: null }),
      quietMs,
      onTrouble(error) {
        trouble ??= error;
      },
    });
    driver = own;
    own.start();
  }

  /** Whether this is the place where the process dies. */
  function dieAt(): boolean {
    placesLeft -= 1;
    if (placesLeft > 0) return false;
    crash();
    return true;
  }

  function arrive(index: number): void {
    const conversation = conversationOf(index);
    const event = firstMessage(wordsOf(index), {
      id: conversation,
      contacts: { contacts: [{ id: `c${conversation}` }] },
      source: { type: "conversation", id: "1", body: wordsOf(index), author: { type: "user", id: `c${conversation}` } },
    });
    const start = { event, trigger: "start", actor: "99", startedAt: time.now() };
    runs.add({ id: `run ${index}`, cell: conversation, version: "v", workflow: "w", start });
    driver?.nudge();
  }

  /** Says of each parked message what is true. */
  function person(): void {
    for (const { id } of runs.list({ status: "parked", limit: 200 })) {
      const parked = runs.log.of(id).find(({ doubt }) => doubt === "parked");
      if (!parked) continue;
      asked += 1;
      runs.decide(id, parked.seq, wasWrittenTo(model.done, conversationOf(Number(id.slice(4)))), time.now());
    }
    driver?.nudge();
    time.inWorld(personMs, person);
  }

  time.install();
  try {
    live();
    for (let index = 0; index < count; index += 1) time.inWorld(chance.below(count * everyMs), () => arrive(index));
    time.inWorld(personMs, person);
    const allIn = begun + count * everyMs;
    // Counting is not free; a little later is early enough.
    let lookAt = allIn;
    const isOver = () => {
      if (trouble !== null) return true;
      if (time.now() <= lookAt) return false;
      lookAt = time.now() + personMs;
      return runs.countGoing() === 0;
    };
    await time.run(isOver);
  } finally {
    time.uninstall();
    db.close();
  }
  if (trouble !== null) throw trouble;
  const digest = createHash("sha256").update(JSON.stringify(model.done)).digest("hex").slice(0, 16);
  return { runs: count, crashes, effects: model.done.length, asked, digest, ...verdict(model.done, count, new Set()) };
}

/** Calls that take their time: what they ask for is done on the way, and the answer comes later, or never. */
function callFor(
  time: VirtualTime,
  chance: Chance,
  model: ReturnType<typeof createModel>,
  mischief: ReturnType<typeof mischiefFrom>,
  dieAt: () => boolean,
): CallService {
  return (_service, method, path, body) =>
    new Promise<Called>((resolve) => {
      if (dieAt()) return;
      const trick = /^\/(conversations\/|messages)/.test(path) ? mischief(method) : null;
      // Some take so long that whoever sent them may be gone, and back, before they are done.
      const doneMs = chance.next() < 0.05 ? chance.below(timeoutMs - 1_000) : chance.below(200);
      if (method === "POST" && (!trick || trick.afterwards))
        time.inWorld(doneMs, () => model.write(path, body as Record<string, Json>));
      const answerMs = trick?.does === "hang" ? timeoutMs : doneMs + chance.below(200);
      time.inProcess(answerMs, () => {
        if (dieAt()) return;
        if (trick && trick.does !== "answer") return resolve({ kind: "lost" });
        const status = trick?.status ?? 200;
        const retryAfterMs = trick?.retryAfter === undefined ? null : trick.retryAfter * 1_000;
        resolve({ kind: "answer", status, body: structuredClone(model.read(path)) as Json, retryAfterMs });
      });
    });
}
