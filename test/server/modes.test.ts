import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createKeepEvent } from "#server/ingest/keepEvent.ts";
import { startOnFailure } from "#server/ingest/startOnFailure.ts";
import { createLiveWorkflows, type LiveWorkflows } from "#server/publishing/liveWorkflows.ts";
import { type Database, openDatabase } from "#server/store/database.ts";
import { catchUpStore } from "#server/store/catchUps.ts";
import { pauseStore } from "#server/store/pauses.ts";
import { runStore } from "#server/store/runs.ts";
import { shadowStore } from "#server/store/shadows.ts";
import { workflowStore } from "#server/store/workflows.ts";
import { begin } from "#shared/engine/advance.ts";
import type { Event } from "#shared/events/event.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { letsIn, type Mode } from "#shared/workflow/mode.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { assignAndNote, drawing, firstMessage } from "../support/workflowBuilder.ts";

let folder: string;
let db: Database;
let live: LiveWorkflows;
let shadowed: number;

const workflows = () => workflowStore(db);
const at = 1_795_000_000_000;

function open(): void {
  db = openDatabase(join(folder, "modes.sqlite"));
  live = createLiveWorkflows(workflows(), registry);
}

function restart(): void {
  db.close();
  open();
}

function draw(id: string, mode: Mode, percent?: number, document: WorkflowDocument = assignAndNote): void {
  workflows().create(id, id, document, 0);
  workflows().addVersion(id, 1, document, 0, "Owner");
  workflows().setMode(id, mode, percent);
  live.refresh();
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "switchboard-modes-"));
  shadowed = 0;
  open();
});

afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const event = (conversation: string, more: Partial<Event> = {}): Event => ({
  ...firstMessage("Where is my refund?", { id: conversation }),
  id: `n${conversation}`,
  key: `k${conversation}`,
  subject: { kind: "conversation", id: conversation },
  ...more,
});

function keeper() {
  const keep = createKeepEvent({
    db,
    match: (each) => live.match(each),
    shadows: (each) => live.shadows(each),
    actorIn: () => "99",
    now: () => at,
    onKept: () => undefined,
    onShadowed: () => (shadowed += 1),
  });
  return (each: Event, caughtUp = false) =>
    keep({ event: each, known: true, body: "{}", receivedAt: at, ...(caughtUp ? { caughtUp } : {}) });
}

const started = () =>
  runStore(db)
    .list({ limit: 1_000 })
    .map(({ workflow, subject }) => `${workflow} ${subject?.id}`)
    .toSorted();
const decisions = (workflow: string) => shadowStore(db).list(workflow, 0, undefined, undefined, 1_000);

describe("what a mode does with an event", () => {
  it("starts what it should, also after a restart", async () => {
    const ids = Array.from({ length: 120 }, (_, index) => String(9_000 + index));
    draw("off", "off");
    draw("shadow", "shadow");
    draw("part", "percentage", 30);
    draw("on", "on");
    const expected = (all: string[]) => [
      ...all.map((id) => `on ${id}`),
      ...all
        .filter((id) => letsIn({ workflow: "part", mode: "percentage", percent: 30 }, event(id)))
        .map((id) => `part ${id}`),
    ];
    let keep = keeper();
    await Promise.all(ids.slice(0, 60).map((id) => keep(event(id))));
    expect(started()).toEqual(expected(ids.slice(0, 60)).toSorted());
    restart();
    keep = keeper();
    await Promise.all(ids.slice(60).map((id) => keep(event(id))));
    expect(started()).toEqual(expected(ids).toSorted());
    expect(
      decisions("shadow")
        .map(({ subject }) => subject?.id ?? "")
        .toSorted(),
    ).toEqual(ids);
    expect(["off", "part", "on"].flatMap(decisions)).toEqual([]);
    expect(shadowed).toBe(120);
  });

  it("starts in a conversation that is in the share whatever happens there, and goes on when the share grows", async () => {
    draw("part", "percentage", 5);
    const member = Array.from({ length: 500 }, (_, index) => String(index)).find((id) =>
      letsIn({ workflow: "part", mode: "percentage", percent: 5 }, event(id)),
    );
    await keeper()(event(member ?? "", { id: "first", key: "first" }));
    workflows().setMode("part", "percentage", 60);
    live.refresh();
    await keeper()(event(member ?? "", { id: "second", key: "second" }));
    expect(started()).toEqual([`part ${member}`, `part ${member}`]);
  });

  it("starts real runs once it is moved from shadow to on, and each event only once", async () => {
    draw("w", "shadow");
    await keeper()(event("1"));
    await keeper()(event("1"));
    expect([started(), decisions("w").length]).toEqual([[], 1]);
    workflows().setMode("w", "on");
    live.refresh();
    await keeper()(event("1"));
    await keeper()(event("2"));
    expect([started(), decisions("w").length]).toEqual([["w 2"], 1]);
  });

  it("takes no first time away from what starts by only deciding on it", async () => {
    const once = {
      ...assignAndNote,
      nodes: assignAndNote.nodes.map((node) => (node.id === "start" ? { ...node, once: "contact" as const } : node)),
    };
    draw("w", "shadow", undefined, once);
    await keeper()(event("1"));
    await keeper()(event("2"));
    expect(decisions("w").map(({ subject }) => subject?.id)).toEqual(["1"]);
    workflows().setMode("w", "on");
    live.refresh();
    await keeper()(event("3"));
    await keeper()(event("4"));
    expect(started()).toEqual(["w 3"]);
  });

  it("decides on nothing that our own action caused", async () => {
    draw("w", "shadow");
    const part = { id: "p", type: "comment", appPackageCode: "ours" };
    await keeper()(event("1", { actor: { kind: "teammate", id: "99" }, part }));
    expect(decisions("w")).toEqual([]);
  });

  it("makes up for missed events only as it stood then", async () => {
    draw("w", "on");
    const now = Date.now();
    const missed = (id: string, happened: number) => keeper()(event(id, { at: happened }), true);
    await missed("before", now - 60_000);
    await missed("after", Date.now() + 1_000);
    expect(started()).toEqual(["w after"]);
    // A share that grows to all makes up for what it missed; what was only decided does not.
    const since = () => catchUpStore(db).wasOn("w", now + 1_000);
    workflows().setMode("w", "percentage", 20);
    expect(since()).toBe(true);
    db.prepare("update workflows set on_since = ? where id = 'w'").run(now + 3_600_000);
    workflows().setMode("w", "on");
    expect(since()).toBe(false);
    workflows().setMode("w", "shadow");
    expect(catchUpStore(db).wasOn("w", Date.now() + 2_000)).toBe(true);
  });

  it("reaches what is started when another workflow fails: all, some or none of it", () => {
    const onFailure = drawing({ start: ["logic.runFailed", {}], note: ["intercom.addNote", { note: ["Failed"] }] }, [
      "start.next>note",
    ]);
    draw("failing", "on");
    for (const [id, mode] of [
      ["all", "on"],
      ["decides", "shadow"],
      ["none", "off"],
    ] as const)
      draw(id, mode, undefined, onFailure);
    const runs = runStore(db);
    const start = { event: event("1"), trigger: "start", actor: "99", startedAt: at };
    runs.add({ id: "r", workflow: "failing", version: "failing.1", cell: "c", start });
    const run = runs.get("r");
    if (!run) throw new Error("no run");
    startOnFailure({
      runs,
      workflows: workflows(),
      match: live.match,
      shadowed: shadowStore(db),
      shadows: live.shadows,
      onShadowed: () => (shadowed += 1),
      now: () => at,
    })(run, begin(live.compiled("failing.1"), start));
    expect(started()).toEqual(["all 1", "failing 1"]);
    expect(decisions("decides")).toHaveLength(1);
    expect(shadowed).toBe(1);
  });
});

describe("a mode", () => {
  it("goes back after a pause to what it was, and keeps its share meanwhile", () => {
    draw("w", "percentage", 35);
    expect(pauseStore(db).pause("w", { en: "Too often.", es: "" }, at)).toBe(true);
    expect(workflows().get("w")).toMatchObject({ mode: "off", percent: 35, pause: { mode: "percentage" } });
    workflows().setMode("w", "percentage");
    expect(workflows().get("w")).toMatchObject({ mode: "percentage", percent: 35, pause: null });
    workflows().setMode("w", "shadow");
    expect(pauseStore(db).pause("w", { en: "Too often.", es: "" }, at)).toBe(false);
  });

  it("of a database from before is kept, with what hangs on it", () => {
    const file = join(folder, "old.sqlite");
    const old = new Sqlite(file);
    const migrations = join(import.meta.dirname, "../../server/store/migrations");
    for (const name of readdirSync(migrations).toSorted().slice(0, 21))
      old.exec(readFileSync(join(migrations, name), "utf8"));
    old.pragma("user_version = 21");
    const put = old.prepare(
      "insert into workflows (id, name, draft, mode, saved_at, created_at, on_since, paused_at, paused_why) values (?, ?, ?, ?, 0, 0, ?, ?, ?)",
    );
    const draft = JSON.stringify(assignAndNote);
    put.run("on", "On", draft, "on", 7, null, null);
    put.run("off", "Off", draft, "off", null, null, null);
    put.run("paused", "Paused", draft, "off", 5, 9, JSON.stringify({ en: "Why.", es: "" }));
    old.prepare("insert into versions values ('on.1', 'on', 1, ?, 0, 'Owner')").run(draft);
    old.close();
    const opened = openDatabase(file);
    const kept = workflowStore(opened);
    expect(["on", "off", "paused"].map((id) => kept.get(id))).toMatchObject([
      { mode: "on", percent: 10, pause: null },
      { mode: "off", pause: null },
      { mode: "off", pause: { since: 9, mode: "on" } },
    ]);
    expect(kept.live().map(({ version }) => version)).toEqual(["on.1"]);
    expect(catchUpStore(opened).wasOn("on", 8_000)).toBe(true);
    expect(() => opened.prepare("update workflows set mode = 'half'").run()).toThrow(/CHECK/);
    expect(opened.pragma("foreign_key_check")).toEqual([]);
    opened.close();
  });
});
