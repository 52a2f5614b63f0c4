import { startAbout } from "#server/ingest/startAbout.ts";
import { createScheduler } from "#server/schedule/createScheduler.ts";
import { openDatabase } from "#server/store/database.ts";
import { runStore } from "#server/store/runs.ts";
import { scheduleStore } from "#server/store/schedules.ts";
import { shadowStore } from "#server/store/shadows.ts";
import { workflowStore } from "#server/store/workflows.ts";
import { conversationFrom } from "#shared/events/normalise.ts";
import { registry } from "#shared/integrations/manifest.ts";

/**
 * A server cut down to its schedules, at an instant of its own, which finds five conversations: `node scheduleProcess.ts DATABASE NOW`. Says
 * when it is through.
 */
const [, , path = "", at = ""] = process.argv;
const now = () => Number(at);
const db = openDatabase(path);
const scheduler = createScheduler({
  schedules: scheduleStore(db),
  workflows: workflowStore(db),
  registry,
  search: () => {
    const found = ["1", "2", "3", "4", "5"].map((id) => ({ id, facts: { conversation: conversationFrom({ id }) } }));
    return Promise.resolve({ ok: true, found, next: null });
  },
  start: startAbout({
    runs: runStore(db),
    shadows: shadowStore(db),
    workspace: () => ({ appId: "app", actor: "1" }),
    now,
    onStarted: () => undefined,
    onShadowed: () => undefined,
  }),
  now,
  onTrouble(error) {
    throw error;
  },
});
scheduler.start();
// What is due is begun at once, and all of it stands on one page.
setTimeout(() => {
  process.stdout.write("through\n");
  process.exit(0);
}, 300);
