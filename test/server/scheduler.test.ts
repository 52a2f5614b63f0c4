import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createCallService } from "#server/connections/callService.ts";
import { startAbout } from "#server/ingest/startAbout.ts";
import { searchSubjects } from "#server/intercom/subjects.ts";
import { createPractice, type Practice } from "#server/practice/createPractice.ts";
import { createScheduler, type Scheduler } from "#server/schedule/createScheduler.ts";
import { type Database, openDatabase } from "#server/store/database.ts";
import { type RunStore, runStore } from "#server/store/runs.ts";
import { scheduleStore } from "#server/store/schedules.ts";
import { shadowStore } from "#server/store/shadows.ts";
import { type WorkflowStore, workflowStore } from "#server/store/workflows.ts";
import type { Findable } from "#shared/events/event.ts";
import { contactFrom, conversationFrom, ticketFrom } from "#shared/events/normalise.ts";
import { string } from "#shared/events/raw.ts";
import { registry } from "#shared/integrations/manifest.ts";
import type { Json } from "#shared/nodes/define.ts";
import type { WorkflowNode } from "#shared/workflow/document.ts";
import { letsIn } from "#shared/workflow/mode.ts";
import { drawing } from "../support/workflowBuilder.ts";

const workingDays = {
  zone: "UTC",
  days: ["monday", "tuesday", "wednesday", "thursday", "friday"],
  times: ["09:00"],
};
/** As schedules were saved before there were other timings and filters. */
const asFirstSaved: Config = { when: workingDays, which: "open", quietFor: { amount: 1, unit: "days" } };

type Config = WorkflowNode["config"];
const vip = "7740110";
const facts = {
  conversation: (id: string) => ({ conversation: conversationFrom({ id }) }),
  contact: (id: string) => ({ contact: contactFrom({ id }) }),
  ticket: (id: string) => ({ ticket: ticketFrom({ id }) }),
};

let db: Database;
let workflows: WorkflowStore;
let runs: RunStore;
let now: number;
let pages: string[][];
let asked: { kind: Findable; query: Json; after: string | null }[];
let fails: (workflow: Json) => boolean;
let troubles: unknown[];
let scheduler: Scheduler | null;

beforeEach(() => {
  db = openDatabase(":memory:");
  workflows = workflowStore(db);
  runs = runStore(db);
  now = Date.parse("2026-11-25T08:00:00Z");
  pages = [["1", "2"]];
  asked = [];
  fails = () => false;
  troubles = [];
  scheduler = null;
});
afterEach(async () => {
  await scheduler?.stop();
  db.close();
});

function turnOn(type: string, config: Config, id = "w"): void {
  const document = drawing({ due: [type, config], title: ["intercom.setTitle", { title: ["Due"] }] }, [
    "due.next>title",
  ]);
  workflows.create(id, "Remind", document, 0);
  workflows.addVersion(id, 1, document, 0, "Owner");
  workflows.setMode(id, "on");
}

const begin = () => {
  const started = createScheduler({
    schedules: scheduleStore(db),
    workflows,
    registry,
    async search(kind, query, after) {
      asked.push({ kind, query, after });
      if (fails(query)) return { ok: false, status: 503, what: { en: "away", es: "" }, todo: { en: "", es: "" } };
      const page = Number(after ?? 0);
      const found = (pages[page] ?? []).map((id) => ({ id, facts: facts[kind](id) }));
      return { ok: true, found, next: page + 1 < pages.length ? String(page + 1) : null };
    },
    start: startAbout({
      runs,
      shadows: shadowStore(db),
      workspace: () => ({ appId: "app", actor: "1" }),
      now: () => now,
      onStarted: () => undefined,
      onShadowed: () => undefined,
    }),
    now: () => now,
    onTrouble: (error) => troubles.push(error),
  });
  started.start();
  return started;
};

/** A server that starts, sees to what is due at this moment, page by page, and stops. */
async function run(): Promise<void> {
  scheduler = begin();
  // Stopping waits for what was begun.
  await new Promise((later) => setTimeout(later, pages.length * 1_100 - 1_000));
  await scheduler.stop();
}

/** The runs that were started, oldest first. */
const started = () =>
  runs
    .list({ limit: 100 })
    .toReversed()
    .flatMap(({ id }) => runs.get(id) ?? []);

describe("a schedule", () => {
  it("starts a run for each conversation found when its time comes, once, and none for time before it was on", async () => {
    turnOn("logic.schedule", asFirstSaved);
    await run();
    expect(started()).toEqual([]);
    now = Date.parse("2026-11-25T09:00:05Z");
    await run();
    await run();
    const due = Date.parse("2026-11-25T09:00:00Z");
    expect(started().map(({ id }) => id)).toEqual([`at-w-due-${due}-1.w.1`, `at-w-due-${due}-2.w.1`]);
    expect(asked.map(({ query }) => query)).toEqual([
      {
        operator: "AND",
        value: [
          { field: "state", operator: "=", value: "open" },
          { field: "updated_at", operator: "<", value: due / 1_000 - 86_400 },
        ],
      },
    ]);
  });

  it.each(["contact", "ticket"] as const)(
    "starts one for each %s, in the cell of its own, with what the search said of it",
    async (kind) => {
      const spec = registry.get(kind === "contact" ? "logic.scheduleContacts" : "logic.scheduleTickets");
      turnOn(spec?.type ?? "", { ...spec?.fresh, when: workingDays } as Config);
      await run();
      now += 3_700_000;
      await run();
      expect(new Set(asked.map((each) => each.kind))).toEqual(new Set([kind]));
      expect(started().map(({ cell }) => cell)).toEqual([`app:${kind}:1`, `app:${kind}:2`]);
      expect(started().map(({ start }) => start.event)).toMatchObject([
        { subject: { kind, id: "1" }, facts: { [kind]: { id: "1" } } },
        { subject: { kind, id: "2" }, facts: { [kind]: { id: "2" } } },
      ]);
    },
  );

  it("only decides in shadow, each thing found once, and starts runs for its share in percentage", async () => {
    turnOn("logic.schedule", asFirstSaved);
    workflows.setMode("w", "shadow");
    await run();
    now += 3_700_000;
    await run();
    await run();
    const decided = () => shadowStore(db).list("w", 0, undefined, undefined, 1_000);
    expect(decided().map(({ subject }) => subject?.id)).toEqual(["2", "1"]);
    expect(started()).toEqual([]);
    workflows.setMode("w", "percentage", 40);
    const found = Array.from({ length: 50 }, (_, index) => `${index}`);
    pages = [found];
    now += 86_400_000;
    await run();
    const standing = { workflow: "w", mode: "percentage" as const, percent: 40 };
    const inShare = found.filter((id) =>
      letsIn(standing, { id: "", subject: { kind: "conversation", id }, facts: {} }),
    );
    expect(started().map(({ start }) => start.event.subject?.id)).toEqual(inShare);
    expect(decided()).toHaveLength(2);
  });

  it("starts a single run about nothing, and asks Intercom nothing for it", async () => {
    turnOn("logic.scheduleOnce", {
      when: { every: "step", ...workingDays, step: { amount: 30, unit: "minutes" }, between: null },
    });
    await run();
    now += 31 * 60_000;
    await run();
    await run();
    now += 30 * 60_000;
    await run();
    expect(started().map(({ start }) => [start.event.subject, start.event.facts])).toEqual([
      [null, {}],
      [null, {}],
    ]);
    expect(new Set(started().map(({ cell }) => cell)).size).toBe(2);
    expect(asked).toEqual([]);
  });

  it("goes through all pages, with a pause between two", async () => {
    turnOn("logic.schedule", asFirstSaved);
    pages = [["1", "2"], ["3"]];
    await run();
    now += 3_700_000;
    const before = performance.now();
    scheduler = begin();
    await vi.waitUntil(() => asked.length === 2, { timeout: 5_000, interval: 10 });
    expect(performance.now() - before).toBeGreaterThan(900);
    await scheduler.stop();
    expect(started().length).toBe(3);
  });

  it("goes on with a list that was cut by a restart, and starts nobody twice", async () => {
    turnOn("logic.scheduleContacts", { ...registry.get("logic.scheduleContacts")?.fresh, when: workingDays } as Config);
    pages = [["1", "2"], ["3"]];
    await run();
    now += 3_700_000;
    scheduler = begin();
    await vi.waitUntil(() => started().length === 2, { timeout: 5_000, interval: 10 });
    await scheduler.stop();
    expect(asked.length).toBe(1);
    await run();
    await run();
    expect(started().map(({ start }) => start.event.subject?.id)).toEqual(["1", "2", "3"]);
  });

  it("makes up for the last time only that passed while the server was down, and not at all where it was off", async () => {
    turnOn("logic.schedule", asFirstSaved);
    await run();
    now = Date.parse("2026-11-27T12:00:00Z");
    await run();
    expect(new Set(started().map(({ id }) => id.split("-")[3]))).toEqual(
      new Set([String(Date.parse("2026-11-27T09:00:00Z"))]),
    );
    workflows.setMode("w", "off");
    now = Date.parse("2026-11-30T12:00:00Z");
    await run();
    workflows.setMode("w", "on");
    await run();
    expect(started().length).toBe(2);
  });

  it("tries again when Intercom does not answer, for the newest of its times, and starts nobody twice", async () => {
    turnOn("logic.schedule", asFirstSaved);
    await run();
    now = Date.parse("2026-11-25T09:00:05Z");
    fails = () => true;
    await run();
    now = Date.parse("2026-11-26T09:00:05Z");
    await run();
    expect(started()).toEqual([]);
    expect(troubles.length).toBe(2);
    fails = () => false;
    await run();
    await run();
    expect(new Set(started().map(({ id }) => id.split("-")[3]))).toEqual(
      new Set([String(Date.parse("2026-11-26T09:00:00Z"))]),
    );
    expect(started().length).toBe(2);
  });

  it("is not held up by another whose search is refused", async () => {
    turnOn("logic.schedule", { ...asFirstSaved, which: "snoozed" }, "a");
    turnOn("logic.schedule", asFirstSaved, "b");
    fails = (query) => JSON.stringify(query).includes("snoozed");
    await run();
    now += 3_700_000;
    await run();
    expect(started().map(({ workflow }) => workflow)).toEqual(["b", "b"]);
    expect(troubles.length).toBe(1);
  });
});

describe("in the practice workspace", () => {
  let practice: Practice;
  let baseUrl: string;
  let call: ReturnType<typeof createCallService>;
  beforeEach(async () => {
    practice = createPractice({ db, now: Date.now, onTrouble: (error) => troubles.push(error) });
    baseUrl = await practice.listen("http://127.0.0.1:9/none");
    call = createCallService();
  });
  afterEach(async () => {
    await practice.close();
    await call.close();
  });

  /** What a trigger finds with these settings, page by page, as Intercom would say it. */
  async function found(type: string, config: object) {
    const service = { baseUrl, accessToken: practice.accessToken };
    const spec = registry.get(type);
    if (spec?.kind !== "trigger" || !spec.schedule) throw new Error(`${type} is set off by no clock`);
    const search = spec.schedule(spec.config.parse({ ...spec.fresh, ...config })).search;
    if (!search) throw new Error(`${type} searches nothing`);
    const all = [];
    let after: string | null = null;
    do {
      const read = await searchSubjects(call.call, service, search.of, {
        query: search.query(Date.now()),
        perPage: 4,
        after,
      });
      if (!read.ok) throw new Error(read.what.en);
      all.push(...read.found);
      after = read.next;
    } while (after !== null);
    return all.map((each) => each.facts);
  }
  const kinds = (values: readonly unknown[]) => new Set(values.map((value) => string(value)));

  it("each state of conversations finds those and no others", async () => {
    const quietFor = { amount: 1, unit: "minutes" };
    for (const which of ["open", "snoozed", "closed"]) {
      const seen = await found("logic.schedule", { which, quietFor });
      expect(kinds(seen.map(({ conversation }) => conversation?.state))).toEqual(new Set([which]));
    }
    const nobodys = await found("logic.schedule", { which: "unassigned", quietFor });
    expect(nobodys.length).toBeGreaterThan(0);
    expect(nobodys.every(({ conversation }) => conversation?.teammateId === null)).toBe(true);
  });

  it("tag and assignee narrow conversations", async () => {
    const quietFor = { amount: 1, unit: "minutes" };
    const closed = await found("logic.schedule", { which: "closed", quietFor });
    const some = closed.find(({ conversation }) => conversation?.teammateId && conversation.tags.length > 0);
    const { tags, teammateId, teamId } = some?.conversation ?? { tags: [], teammateId: null, teamId: null };
    const tagId = tags[0]?.id ?? "";
    const tagged = await found("logic.schedule", { which: "closed", quietFor, tag: { list: "tags", id: tagId } });
    const count = (holds: (facts: (typeof closed)[number]) => boolean | undefined) => closed.filter(holds).length;
    expect(tagged.length).toBe(count((each) => each.conversation?.tags.some(({ id }) => id === tagId)));
    const teammate = { list: "teammates", id: teammateId ?? "" };
    const theirs = await found("logic.schedule", { which: "closed", quietFor, assignee: teammate });
    expect(theirs.length).toBe(count((each) => each.conversation?.teammateId === teammateId));
    expect(tagged.length * theirs.length).toBeGreaterThan(0);
    const team = await found("logic.schedule", {
      which: "closed",
      quietFor,
      assignee: { list: "teams", id: teamId ?? "8120302" },
    });
    expect(team.length).toBe(count((each) => each.conversation?.teamId === (teamId ?? "8120302")));
  });

  it("every filter of customers narrows them", async () => {
    const any = { role: "any", lastSeen: null };
    const all = await found("logic.scheduleContacts", any);
    const of = async (config: object) => (await found("logic.scheduleContacts", { ...any, ...config })).length;
    const leads = await found("logic.scheduleContacts", { ...any, role: "lead" });
    expect(kinds(leads.map(({ contact }) => contact?.role))).toEqual(new Set(["lead"]));
    // Days are whole ones of the calendar: today is the first of those within.
    const dayOf = (at: number) => Math.floor(at / 86_400_000);
    for (const [setting, fact, days] of [
      ["lastSeen", "lastSeenAt", 7],
      ["signedUp", "signedUpAt", 200],
    ] as const) {
      const ages = all.flatMap(({ contact }) => {
        const at = contact?.[fact];
        return at ? [dayOf(Date.now()) - dayOf(at)] : [];
      });
      const [over, within] = [ages.filter((age) => age > days).length, ages.filter((age) => age < days).length];
      expect(over * within).toBeGreaterThan(0);
      expect(await of({ [setting]: { is: "over", days } })).toBe(over);
      expect(await of({ [setting]: { is: "within", days } })).toBe(within);
    }
    const segment = await of({ segment: { list: "segments", id: "6810e0a1b2c3d4e5f6070001" } });
    expect(segment).toBeGreaterThan(0);
    expect(segment).toBeLessThan(all.length);
    const path = `/contacts/${all[0]?.contact?.id}/tags`;
    await call.call({ baseUrl, accessToken: practice.accessToken }, "POST", path, { id: vip });
    expect(await of({ tag: { list: "tags", id: vip } })).toBe(1);
  });

  it("state and type narrow tickets", async () => {
    const quietFor = { amount: 1, unit: "minutes" };
    const open = await found("logic.scheduleTickets", { which: "open", quietFor });
    expect(open.length).toBeGreaterThan(0);
    expect(open.every(({ ticket }) => ticket?.open)).toBe(true);
    for (const which of ["submitted", "inProgress", "waitingOnCustomer", "resolved"]) {
      const seen = await found("logic.scheduleTickets", { which, quietFor });
      expect(kinds(seen.map(({ ticket }) => ticket?.stateCategory))).toEqual(new Set([which]));
    }
    const typeId = open[0]?.ticket?.typeId ?? "";
    const ofType = await found("logic.scheduleTickets", {
      which: "open",
      quietFor,
      ticketType: { list: "ticketTypes", id: typeId },
    });
    expect(kinds(ofType.map(({ ticket }) => ticket?.typeId))).toEqual(new Set([typeId]));
  });
});
