import { createEmbeddedDriver } from "#server/driver/embedded.ts";
import { createCallService } from "#server/connections/callService.ts";
import { createPerform } from "#server/effects/perform.ts";
import { openDatabase } from "#server/store/database.ts";
import { groupCommit } from "#server/store/groupCommit.ts";
import { runStore } from "#server/store/runs.ts";
import { compile } from "#shared/engine/compile.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { assignAndNote } from "./workflowBuilder.ts";

/** A server cut down to its driver, for tests to kill: `node driverProcess.ts DATABASE URL`. */
const [, , path = "", baseUrl = ""] = process.argv;
const compiled = compile(assignAndNote, registry);
const db = openDatabase(path);
createEmbeddedDriver({
  runs: runStore(db),
  commit: groupCommit(db, (work) => work()),
  perform: createPerform(createCallService().call, () => ({ baseUrl, accessToken: "t" })),
  compiled: () => compiled,
  now: Date.now,
  heardSince: () => [],
  doOwn: () => ({ ok: true, at: 0, answer: null }),
  newestVersion: () => null,
  quietMs: 100,
  onTrouble: (error) => process.stderr.write(`${String(error)}\n`),
}).start();
setInterval(() => undefined, 60_000);
