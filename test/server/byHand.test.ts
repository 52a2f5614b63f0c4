import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openDatabase } from "#server/store/database.ts";
import { scheduleStore } from "#server/store/schedules.ts";
import { routes } from "#shared/api/routes.ts";
import type { Findable } from "#shared/events/event.ts";
import { languages } from "#shared/language/text.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import type { Lists } from "#shared/workspace/lists.ts";
import { type Program, startProgram } from "../support/program.ts";
import { drawing } from "../support/workflowBuilder.ts";

let program: Program;
let lists: Lists;
beforeAll(async () => {
  program = await startProgram();
  lists = (await program.call(routes.refreshLists, {})).lists;
});
afterAll(() => program.remove());

async function publish(document: WorkflowDocument): Promise<string> {
  const { id, faults } = await program.call(routes.createWorkflow, { body: { name: "By hand", document } });
  expect(faults).toEqual([]);
  await program.call(routes.publish, { params: { id }, body: { revision: 1 } });
  return id;
}

const find = (kind: Findable, words = "", limit = 25) =>
  program.call(routes.findSubjects, { query: { kind, words, limit } });
const run = (id: string, kind: Findable, ids: string[]) =>
  program.ask(routes.runByHand, { params: { id }, body: { kind, ids } });

/** The runs of a workflow once so many have ended, oldest first. */
async function ended(workflow: string, count: number) {
  const done = () => program.call(routes.listRuns, { query: { workflow, limit: 200 } });
  await vi.waitUntil(async () => (await done()).runs.filter(({ endedAt }) => endedAt !== null).length >= count, {
    timeout: 20_000,
    interval: 50,
  });
  return (await done()).runs.toReversed();
}

const tagged = (tag: string): WorkflowDocument =>
  drawing({ start: ["logic.byHand", { for: "contact" }], tag: ["intercom.tagContact", { tag }] }, ["start.next>tag"]);

describe("run by hand", () => {
  it("runs on each of the customers that were chosen, who are told by their names", async () => {
    const id = await publish(tagged(lists.tags[0]?.id ?? ""));
    expect(await program.call(routes.getWorkflow, { params: { id } })).toMatchObject({ byHand: ["contact"] });
    const { subjects } = await find("contact", "", 3);
    const ids = subjects.map((each) => each.id);
    expect((await run(id, "contact", ids)).body.runs.length).toBe(3);
    const runs = await ended(id, 3);
    expect(runs.map(({ subject, title, status }) => [subject, title, status])).toEqual(
      subjects.map((each) => [{ kind: "contact", id: each.id }, each.title, "done"]),
    );
    const tag = await publish(tagged(lists.tags[0]?.id ?? ""));
    expect((await run(tag, "conversation", ids)).body).toMatchObject({
      what: { en: "This workflow cannot be run by hand on conversations." },
    });
  });

  it("runs on tickets, which are told by their number and title, and reads none of them again", async () => {
    const note = ["For ", { ref: "ticket.title" }];
    const id = await publish(
      drawing({ start: ["logic.byHand", { for: "ticket" }], note: ["intercom.noteTicket", { message: note }] }, [
        "start.next>note",
      ]),
    );
    const { subjects } = await find("ticket", "", 2);
    const { runs } = (
      await run(
        id,
        "ticket",
        subjects.map((each) => each.id),
      )
    ).body;
    const [first] = await ended(id, 2);
    expect(first?.title).toBe(`${subjects[0]?.detail.split(" · ")[0]} ${subjects[0]?.title}`);
    const detail = await program.call(routes.getRun, { params: { id: runs[0] ?? "" } });
    expect(detail.status).toBe("done");
    const effects = detail.steps.flatMap(({ log }) => log.map(({ effect }) => effect));
    expect(effects.map(({ type }) => type)).toEqual(["request"]);
    expect(JSON.stringify(effects)).toContain(`For ${subjects[0]?.title}`);
  });

  it("runs on many at once, each once; more than a hundred are refused", async () => {
    const id = await publish(
      drawing({ start: ["logic.byHand", {}], read: ["intercom.markRead", {}] }, ["start.next>read"]),
    );
    const { conversations } = await program.call(routes.listConversations, { query: { limit: 60 } });
    const ids = conversations.map((each) => each.id);
    expect(ids.length).toBe(60);
    expect((await run(id, "conversation", [...ids, ...ids.slice(0, 20)])).body.runs.length).toBe(60);
    const runs = await ended(id, 60);
    expect(new Set(runs.map(({ subject }) => subject?.id))).toEqual(new Set(ids));
    const tooMany = Array.from({ length: 101 }, (_, index) => String(index));
    expect((await run(id, "conversation", tooMany)).status).toBe(400);
  });

  it.each(["conversation", "contact", "ticket"] as const)(
    "does nothing at all where one %s of many is unknown, and says so in words",
    async (kind) => {
      const id = await publish(
        drawing({ start: ["logic.byHand", { for: kind }], title: ["intercom.setAway", awayOf(lists)] }, [
          "start.next>title",
        ]),
      );
      const { subjects } = await find(kind, "", 10);
      const refused = await run(id, kind, [...subjects.map((each) => each.id), "nobody"]);
      expect(refused.status).toBe(404);
      const { what, where } = refused.body as unknown as { what: Record<string, string>; where: string };
      expect(where).toBe("body.ids.10");
      for (const language of languages) expect(what[language]).toMatch(/^[A-Z].+\.$/);
      expect((await program.call(routes.listRuns, { query: { workflow: id } })).runs).toEqual([]);
    },
  );

  it("starts at the trigger for what it is run on, where there are several", async () => {
    const id = await publish(
      drawing(
        {
          people: ["logic.byHand", { for: "contact" }],
          tickets: ["logic.byHand", { for: "ticket" }],
          note: ["intercom.noteTicket", { message: ["Looked at"] }],
          tag: ["intercom.tagContact", { tag: lists.tags[0]?.id ?? "" }],
        },
        ["people.next>tag", "tickets.next>note"],
      ),
    );
    const { workflows } = await program.call(routes.listWorkflows, {});
    expect(workflows.find((each) => each.id === id)?.byHand.toSorted()).toEqual(["contact", "ticket"]);
    for (const kind of ["contact", "ticket"] as const) {
      const { subjects } = await find(kind, "", 1);
      await run(id, kind, [subjects[0]?.id ?? ""]);
    }
    const steps = await Promise.all(
      (await ended(id, 2)).map(async ({ id: each }) =>
        (await program.call(routes.getRun, { params: { id: each } })).steps.map(({ node }) => node),
      ),
    );
    expect(steps).toEqual([
      ["people", "tag"],
      ["tickets", "note"],
    ]);
  });
});

const awayOf = ({ teammates }: Lists) => ({ teammate: teammates[1]?.id ?? "", away: "back", reassign: "no" });

describe("what a workflow can be run on", () => {
  it("is found by a customer's name and e-mail, in part and whatever the case", async () => {
    expect((await find("contact", "dolores")).subjects).toMatchObject([
      { title: "Dolores Quiñones", detail: "dolores@garza.example" },
    ]);
    const hollow = await find("contact", "@hollow.example");
    expect(hollow.subjects.map(({ title }) => title).toSorted()).toEqual(["Keiko Abara", "Wade Hollister"]);
    expect((await find("contact", "nobody of that name")).subjects).toEqual([]);
  });

  it("is found by a ticket's title and by the number people see", async () => {
    const [any] = (await find("ticket")).subjects;
    const number = any?.detail.split(" · ")[0] ?? "";
    expect(number).toMatch(/^#\d+$/);
    for (const words of [number, number.slice(1), any?.title ?? ""])
      expect((await find("ticket", words)).subjects.map(({ id }) => id)).toContain(any?.id);
  });

  it("is found by who began a conversation and by the words of its first message, which all must be in it", async () => {
    const { conversations } = await program.call(routes.listConversations, { query: { limit: 50 } });
    const { id, contactName, excerpt } = conversations.find((each) => /^(\p{L}+ ){3}/u.test(each.excerpt)) ?? {
      id: "",
      contactName: "",
      excerpt: "",
    };
    const words = excerpt.split(" ").slice(0, 3).join(" ");
    const ids = async (looked: string) => (await find("conversation", looked, 100)).subjects.map((each) => each.id);
    expect(await ids(contactName)).toContain(id);
    expect(await ids(words)).toContain(id);
    expect(await ids(`«${words.replaceAll(" ", ", ")}!»`)).toContain(id);
    expect(await ids(`${words} zebra`)).not.toContain(id);
    expect(await ids(id)).toEqual([id]);
  });

  it("says that there are more where there are", async () => {
    const some = await find("contact", "", 5);
    expect([some.subjects.length, some.more]).toEqual([5, true]);
    const { more } = await find("contact", "dolores", 5);
    expect(more).toBe(false);
  });
});

describe("a run about nothing", () => {
  it("is started by the clock, carried out and listed like any other", async () => {
    const when = { every: "month", zone: "UTC", on: { is: "lastDay" }, times: ["09:00"] };
    const id = await publish(
      drawing({ month: ["logic.scheduleOnce", { when }], away: ["intercom.setAway", awayOf(lists)] }, [
        "month.next>away",
      ]),
    );
    await program.call(routes.setMode, { params: { id }, body: { mode: "on" } });
    await program.stop();
    // As if its time had come while nobody was there.
    const db = openDatabase(join(program.folder, "switchboard.sqlite"));
    const schedules = scheduleStore(db);
    schedules.comes({ workflow: id, version: `${id}.1`, node: "month", dueAt: Date.now() }, Date.now());
    db.close();
    program = await program.again();
    const [done] = await ended(id, 1);
    expect(done).toMatchObject({ subject: null, title: "", status: "done" });
    const detail = await program.call(routes.getRun, { params: { id: done?.id ?? "" } });
    expect(detail.steps.map(({ node, status }) => [node, status])).toEqual([
      ["month", "done"],
      ["away", "done"],
    ]);
  });
});
