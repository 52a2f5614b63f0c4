import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openDatabase } from "#server/store/database.ts";
import { runStore } from "#server/store/runs.ts";
import { workflowStore } from "#server/store/workflows.ts";
import { drawing } from "../support/workflowBuilder.ts";

const workingDays = { zone: "UTC", days: ["wednesday"], times: ["09:00"] };
const due = Date.parse("2026-11-25T09:00:00Z");

it("a schedule that is killed half-way starts a run for each thing it finds, once", { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "switchboard-"));
  const file = join(folder, "test.sqlite");
  const child = (at: number, nth: number) =>
    spawnSync(
      process.execPath,
      ["--import", "./test/torture/killAt.ts", "test/support/scheduleProcess.ts", file, String(at)],
      {
        cwd: join(import.meta.dirname, "../.."),
        env: { PATH: process.env["PATH"] ?? "", KILL_AT: "schedule under way", KILL_NTH: String(nth) },
        encoding: "utf8",
      },
    );
  try {
    const db = openDatabase(file);
    const workflows = workflowStore(db);
    const document = drawing(
      {
        due: ["logic.schedule", { when: workingDays, which: "open", quietFor: { amount: 1, unit: "days" } }],
        title: ["intercom.setTitle", { title: ["Due"] }],
      },
      ["due.next>title"],
    );
    workflows.create("w", "Remind", document, 0);
    workflows.addVersion("w", 1, document, 0, "Owner");
    workflows.setMode("w", "on");
    const started = () =>
      runStore(db)
        .list({ limit: 100 })
        .map(({ id }) => id)
        .toSorted();
    const wanted = ["1", "2", "3", "4", "5"].map((id) => `at-w-due-${due}-${id}.w.1`);

    expect(child(due - 3_600_000, 99).stdout).toBe("through\n");
    expect(child(due + 5_000, 2).signal).toBe("SIGKILL");
    expect(started()).toEqual(wanted.slice(0, 2));
    expect(child(due + 9_000, 3).signal).toBe("SIGKILL");
    expect(child(due + 13_000, 99).stdout).toBe("through\n");
    expect(started()).toEqual(wanted);
    db.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
