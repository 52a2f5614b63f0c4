import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createMetrics } from "#server/observe/createMetrics.ts";
import { createReadiness } from "#server/observe/createReadiness.ts";
import { openDatabase } from "#server/store/database.ts";
import { pulse } from "#server/store/pulse.ts";
import { routes } from "#shared/api/routes.ts";
import { apiKey, type Program, startProgram } from "../support/program.ts";
import { drawing } from "../support/workflowBuilder.ts";

const metricsToken = "only-for-prometheus-in-tests";
const reading = (key: string) => ({ headers: { authorization: `Bearer ${key}` } });

describe("the figures for Prometheus", () => {
  let program: Program;
  beforeAll(async () => {
    program = await startProgram({ METRICS_TOKEN: metricsToken });
  });
  afterAll(() => program.remove());

  const figures = async (): Promise<Map<string, number>> => {
    const words = await (await fetch(`${program.url}/metrics`, reading(metricsToken))).text();
    const lines = words.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    return new Map(lines.map((line) => [line.replace(/ \S+$/, ""), Number(line.split(" ").at(-1))]));
  };

  it("are read with the key for them or the API key, and by nobody else", async () => {
    const url = `${program.url}/metrics`;
    expect((await fetch(url)).status).toBe(401);
    expect((await fetch(url, reading(`${metricsToken}x`))).status).toBe(401);
    expect((await fetch(url, reading(apiKey))).status).toBe(200);
    const answer = await fetch(url, reading(metricsToken));
    expect(answer.headers.get("content-type")).toContain("text/plain; version=0.0.4");
    expect((await fetch(`${program.url}/api/runs`, reading(metricsToken))).status).toBe(401);
  });

  it("count an event, its run and its steps, what was refused, and how long it took", async () => {
    const document = drawing(
      { start: ["intercom.conversationStarted", { channel: "any" }], note: ["intercom.addNote", { note: ["Seen"] }] },
      ["start.next>note"],
    );
    const { id } = await program.call(routes.createWorkflow, { body: { name: "Note", document } });
    await program.call(routes.publish, { params: { id }, body: { revision: 1 } });
    await program.call(routes.setMode, { params: { id }, body: { mode: "on" } });
    const { contacts } = await program.call(routes.listPracticeContacts, {});
    const body = { contactId: contacts[0]?.id ?? "", body: "Hello?" };
    await program.call(routes.startPracticeConversation, { body });
    const unsigned = await fetch(`${program.url}/webhooks/intercom`, { method: "POST", body: "{}" });
    expect(unsigned.status).toBe(401);
    await vi.waitUntil(async () => (await figures()).get('switchboard_runs_ended_total{outcome="done"}') === 1, {
      timeout: 10_000,
      interval: 20,
    });

    const now = await figures();
    // What the note caused came back as an event of its own.
    await vi.waitUntil(async () => Number((await figures()).get('switchboard_events_kept_total{how="sent"}')) >= 2, {
      timeout: 10_000,
      interval: 20,
    });
    expect(now.get("switchboard_runs_started_total")).toBe(1);
    expect(now.get('switchboard_steps_total{kind="request",outcome="done"}')).toBe(1);
    expect(now.get("switchboard_first_step_seconds_count")).toBe(1);
    expect(now.get('switchboard_events_refused_total{from="intercom",reason="not_proved"}')).toBe(1);
    expect(now.get('switchboard_events_received_total{from="intercom"}')).toBeGreaterThanOrEqual(2);
    expect(now.get("switchboard_commit_seconds_count")).toBeGreaterThanOrEqual(1);
    expect(now.get("switchboard_due")).toBe(0);
    expect(now.get("switchboard_due_age_seconds")).toBe(0);
    expect(now.get('switchboard_runs{state="running"}')).toBe(0);
    for (const name of ["nodejs_eventloop_lag_p99_seconds", "process_resident_memory_bytes"])
      expect([name, now.has(name)]).toEqual([name, true]);
    expect([...now.keys()].filter((name) => name.includes(id) || name.includes("notif"))).toEqual([]);
  });

  it("are ready while events are taken in and runs go on", async () => {
    const answer = await fetch(`${program.url}/ready`);
    expect([answer.status, await answer.json()]).toEqual([200, { ready: true, reasons: [] }]);
  });
});

it("the calls that are left are told where they are known, and the age of what is due in seconds", async () => {
  let left: number | null = null;
  const queue = () => ({ due: 3, since: 1_000, running: 5, waiting: 7 });
  const metrics = createMetrics({ queue, callsLeft: () => left, now: () => 4_500 });
  expect(await metrics.text()).not.toMatch(/^switchboard_calls_left/m);
  left = 41;
  const told = await metrics.text();
  for (const line of ["switchboard_calls_left 41", "switchboard_due 3", "switchboard_due_age_seconds 3.5"])
    expect(told.split("\n")).toContain(line);
  left = null;
  expect(await metrics.text()).not.toMatch(/^switchboard_calls_left/m);
});

describe("readiness", () => {
  it("names what is in the way, and tries the disk no more often than every two seconds", () => {
    let [at, tries, writes, stopping, review, driving] = [0, 0, true, false, false, true];
    const ready = createReadiness({
      isStopping: () => stopping,
      takesWrites: () => (tries += 1) > 0 && writes,
      isInReview: () => review,
      isDriving: () => driving,
      now: () => at,
    });
    expect(ready()).toEqual([]);
    writes = false;
    expect([ready(), tries]).toEqual([[], 1]);
    at += 2_000;
    [review, driving] = [true, false];
    expect([ready(), tries]).toEqual([["database", "review", "driver"], 2]);
    stopping = true;
    expect(ready()).toEqual(["stopping"]);
  });

  it("knows a database that takes no writes from one that does", () => {
    const folder = mkdtempSync(join(tmpdir(), "switchboard-"));
    const db = openDatabase(join(folder, "a.sqlite"));
    const takesWrites = pulse(db);
    expect(takesWrites(1)).toBe(true);
    db.pragma("query_only = 1");
    expect(takesWrites(2)).toBe(false);
    db.pragma("query_only = 0");
    expect(takesWrites(3)).toBe(true);
    db.close();
    rmSync(folder, { recursive: true });
  });
});
