import { join } from "node:path";
import { createCallService } from "#server/connections/callService.ts";
import { createPoison } from "#server/driver/createPoison.ts";
import { createEmbeddedDriver } from "#server/driver/embedded.ts";
import { createPerform } from "#server/effects/perform.ts";
import { createKeepEvent } from "#server/ingest/keepEvent.ts";
import { crashStore } from "#server/store/crashes.ts";
import { openDatabase } from "#server/store/database.ts";
import { openHandling } from "#server/store/handling.ts";
import { groupCommit } from "#server/store/groupCommit.ts";
import { runStore } from "#server/store/runs.ts";
import { compile } from "#shared/engine/compile.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { firstMessage, assignAndNote } from "./workflowBuilder.ts";

/**
 * A server cut down to its driver and its intake, which dies of whatever is called poison:
 * `node poisonProcess.ts FOLDER URL [EVENT …]`. It says what it has kept, then that it is up.
 */
const [, , folder = "", baseUrl = "", ...events] = process.argv;
const compiled = compile(assignAndNote, registry);
const db = openDatabase(join(folder, "test.sqlite"));
const runs = runStore(db);
const poison = createPoison({ handling: openHandling(folder), crashes: crashStore(db), runs, now: Date.now });
createEmbeddedDriver({
  runs,
  duringRun: poison.duringRun,
  perform: createPerform(createCallService().call, () => ({ baseUrl, accessToken: "t" })),
  compiled: (version) => (version === "poison" ? process.abort() : compiled),
  now: Date.now,
  heardSince: () => [],
  doOwn: () => ({ ok: true, at: 0, answer: null }),
  commit: groupCommit(db, (work) => work()),
  newestVersion: () => null,
  quietMs: 100,
  onTrouble: (error) => process.stderr.write(`${String(error)}\n`),
}).start();

const keep = createKeepEvent({
  db,
  match: ({ id }) => (id === "poison" ? process.abort() : []),
  actorIn: () => "9",
  now: Date.now,
  onKept: () => undefined,
  poison,
});
for (const id of events) {
  const event = { ...firstMessage("hello", { id }), id, key: id };
  await keep({ event, known: true, body: "{}", receivedAt: Date.now() });
  process.stdout.write(`kept ${id}\n`);
}
process.stdout.write("up\n");
setInterval(() => undefined, 60_000);
