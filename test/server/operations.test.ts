import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import express from "express";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { whileStopping } from "#server/ingest/whileStopping.ts";
import { createBackups, newestBackup, surplus } from "#server/store/backups.ts";
import { openDatabase } from "#server/store/database.ts";
import { holdFolder, isOvertaken, takeOver } from "#server/store/holder.ts";
import { routes } from "#shared/api/routes.ts";
import { apiKey, type Program, startProgram } from "../support/program.ts";
import { drawing } from "../support/workflowBuilder.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "switchboard-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const onTrouble = (error: unknown) => {
  throw error;
};
const anEvent =
  "insert into events (id, app_id, key, topic, happened_at, received_at, known) values (?, '', ?, '', 0, 0, 1)";

describe("a data folder", () => {
  it("is held by one server at a time, and let go of by a kill -9", async () => {
    const first = await startProgram({}, folder);
    await expect(first.again({ PORT: "0" })).rejects.toThrow("Another Switchboard uses the folder");
    await first.kill();
    const second = await first.again();
    expect((await second.ask(routes.health, {})).status).toBe(200);
    await second.stop();
    holdFolder(folder).release();
  });

  it("is written no more by a server that was overtaken, whatever became of the lock", () => {
    const [old, young] = [openDatabase(join(folder, "a.sqlite")), openDatabase(join(folder, "a.sqlite"))];
    takeOver(old);
    old.prepare(anEvent).run("1", "1");
    takeOver(young);
    let failure: unknown = null;
    try {
      old.prepare(anEvent).run("2", "2");
    } catch (error) {
      failure = error;
    }
    expect(isOvertaken(failure)).toBe(true);
    young.prepare(anEvent).run("3", "3");
    expect(young.prepare("select id from events order by id").pluck().all()).toEqual(["1", "3"]);
    old.close();
    young.close();
  });
});

describe("backups", () => {
  it("are the last 24, and the last of each day for 30 days", () => {
    const names = Array.from({ length: 24 * 40 }, (_, hour) => {
      const at = new Date(Date.UTC(2026, 0, 1) + hour * 3_600_000).toISOString().replaceAll(/[:.]/g, "-");
      return `switchboard-${at}.sqlite`;
    });
    const kept = names.filter((name) => !surplus(names).includes(name));
    expect(kept.slice(-24)).toEqual(names.slice(-24));
    expect(kept).toHaveLength(24 + 29);
    expect(kept[0]).toContain("2026-01-11T23");
  });

  it("are made while the database is written to, whole, and named where it is damaged", async () => {
    const file = join(folder, "switchboard.sqlite");
    const db = openDatabase(file);
    const insert = db.prepare(anEvent);
    for (let id = 0; id < 2_000; id += 1) insert.run(String(id), String(id));
    const backups = createBackups({ db, data: folder, now: Date.now, onTrouble });
    const made = backups.run();
    insert.run("while", "while");
    await made;
    db.close();
    const backup = newestBackup(folder) ?? "";
    expect(readdirSync(join(folder, "backups"))).toHaveLength(1);
    const copy = openDatabase(backup);
    expect(copy.prepare("select count(*) from events").pluck().get()).toBeGreaterThanOrEqual(2_000);
    copy.close();
    writeFileSync(file, "no database");
    expect(() => openDatabase(file)).toThrow(`npm run restore -- ${backup}`);
  });
});

describe("a server over a backup that was put back", () => {
  let program: Program;
  afterEach(() => program.remove());
  const restore = (file: string) =>
    promisify(execFile)(process.execPath, ["--import", "./server/rowsWithoutEval.ts", "server/restore.ts", file], {
      cwd: join(import.meta.dirname, "../.."),
      env: { PATH: process.env["PATH"] ?? "", DATA_DIR: folder },
    });

  it("takes events in, and sends nothing until a person lets it", async () => {
    program = await startProgram({}, folder);
    const document = drawing(
      { start: ["intercom.conversationStarted", { channel: "any" }], note: ["intercom.addNote", { note: ["Seen"] }] },
      ["start.next>note"],
    );
    const { id } = await program.call(routes.createWorkflow, { body: { name: "Note", document } });
    await program.call(routes.publish, { params: { id }, body: { revision: 1 } });
    await program.call(routes.setMode, { params: { id }, body: { mode: "on" } });
    const held = await restore(join(folder, "switchboard.sqlite")).catch((error: { stderr: string }) => error.stderr);
    expect(held).toContain("Another Switchboard uses the folder");
    await program.stop();

    const db = openDatabase(join(folder, "switchboard.sqlite"));
    await createBackups({ db, data: folder, now: Date.now, onTrouble }).run();
    db.close();
    expect((await restore(newestBackup(folder) ?? "")).stdout).toContain("sends nothing until you let it");

    program = await program.again();
    const { contacts } = await program.call(routes.listPracticeContacts, {});
    const written = await program.call(routes.startPracticeConversation, {
      body: { contactId: contacts[0]?.id ?? "", body: "Hello?" },
    });
    const inReview = () => program.call(routes.getOperation, {});
    await vi.waitUntil(async () => (await inReview()).runs === 1, { timeout: 10_000, interval: 20 });
    const notes = async () =>
      (await program.call(routes.getPracticeConversation, { params: { id: written.id } })).parts.filter(
        ({ kind }) => kind === "note",
      ).length;
    expect([(await inReview()).review, await notes()]).toEqual([true, 0]);
    // A restart does not let it go on by itself.
    await program.stop();
    program = await program.again();
    expect((await inReview()).review).toBe(true);
    expect(await program.call(routes.leaveReview, {})).toMatchObject({ review: false });
    await vi.waitUntil(async () => (await notes()) === 1, { timeout: 10_000, interval: 20 });
  });

  it("stops within seconds while a browser listens", async () => {
    program = await startProgram({}, folder);
    const stream = await fetch(`${program.url}/api/stream`, { headers: { authorization: `Bearer ${apiKey}` } });
    expect(stream.status).toBe(200);
    expect(await program.stop()).toBe(0);
  });
});

it("tells whoever sends events while it stops to send them again", async () => {
  let stopping = false;
  const server = express()
    .use(
      "/hooks",
      whileStopping(() => stopping),
      (_request, response) => void response.sendStatus(200),
    )
    .listen(0, "127.0.0.1");
  await new Promise((ready) => server.once("listening", ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/a`;
  const post = async () => (await fetch(url, { method: "POST" })).status;
  expect(await post()).toBe(200);
  stopping = true;
  expect(await post()).toBe(503);
  server.close();
});

it("answers whoever calls while it starts, and takes events as soon as it can", async () => {
  // A start before, so that the port is known.
  const first = await startProgram({}, folder);
  await first.stop();
  let up = false;
  const starting = first.again().then((program) => {
    up = true;
    return program;
  });
  const waiting: Promise<number>[] = [];
  const ask = async () => {
    const response = await fetch(`${first.url}/webhooks/intercom`, { method: "POST", body: "{}" });
    await response.arrayBuffer();
    return response.status;
  };
  await vi.waitUntil(
    () => {
      waiting.push(ask().catch(() => 0));
      return up;
    },
    { timeout: 15_000, interval: 5 },
  );
  const statuses = new Set(await Promise.all(waiting));
  // Not listening yet; starting; ready, and not signed.
  expect([...statuses].filter((status) => ![0, 503, 401].includes(status))).toEqual([]);
  await (await starting).stop();
}, 30_000);
