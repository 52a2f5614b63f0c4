import { createPerform } from "#server/effects/perform.ts";
import type { CallService } from "#server/connections/callService.ts";
import { createEmbeddedDriver } from "#server/driver/embedded.ts";
import { createKeepEvent } from "#server/ingest/keepEvent.ts";
import { heardSince } from "#server/ingest/heardSince.ts";
import { openDatabase } from "#server/store/database.ts";
import { eventStore } from "#server/store/events.ts";
import { runStore } from "#server/store/runs.ts";
import { compile } from "#shared/engine/compile.ts";
import { createMatcher } from "#shared/engine/match.ts";
import { answersIn, trace } from "#shared/engine/trace.ts";
import { readNotification } from "#shared/events/readNotification.ts";
import { registry } from "#shared/integrations/manifest.ts";
import type { Json } from "#shared/nodes/define.ts";
import { isRead } from "#shared/nodes/effect.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { createVirtualTime } from "../torture/virtualTime.ts";
import { contactIn, conversationOf, notificationOf, type Talk } from "./talk.ts";

/** What a run did: the way it took, and what it asked the outside to do. */
export interface Lived {
  trigger: string;
  way: string[];
  status: string;
  requests: string[];
}

type Raw = Record<string, unknown>;

/** What we write stays written, whatever happens around it; enough of Intercom for the steps of the templates. */
function written(conversation: Raw, writes: readonly { path: string; method: string; body: Raw }[]): Raw {
  const own = { ...conversation };
  for (const { path, method, body } of writes) {
    const type = body["message_type"];
    if (type === "close") own["state"] = "closed";
    if (type === "open") own["state"] = "open";
    if (type === "snoozed") Object.assign(own, { state: "snoozed", snoozed_until: body["snoozed_until"] });
    if (type === "assignment") {
      const key = body["type"] === "team" ? "team_assignee_id" : "admin_assignee_id";
      own[key] = Number(body["assignee_id"]);
    }
    if (method === "POST" && path.endsWith("/tags")) {
      const { tags = [] } = own["tags"] as { tags?: Raw[] };
      own["tags"] = {
        type: "tag.list",
        tags: [...tags.filter(({ id }) => id !== body["id"]), { id: body["id"], name: "" }],
      };
    }
    if (method === "PUT" && body["custom_attributes"])
      own["custom_attributes"] = { ...(own["custom_attributes"] as Raw), ...(body["custom_attributes"] as Raw) };
  }
  return own;
}

/**
 * Lets the real intake, driver and store live through conversations in jumping time: each happening is told by its notification at its
 * time, and calls are answered at once by what the world is then.
 * @param end when to stop looking, epoch milliseconds.
 */
export async function liveThrough(
  document: WorkflowDocument,
  talks: readonly Talk[],
  end: number,
): Promise<Map<string, Lived[]>> {
  const first = Math.min(...talks.map(({ began }) => began)) * 1000;
  const time = createVirtualTime(first);
  const db = openDatabase(":memory:");
  db.exec(`insert into workflows (id, name, draft, saved_at, created_at) values ('w', 'W', '{}', 0, 0);
    insert into versions values ('v', 'w', 1, '{}', 0, '');`);
  const compiled = compile(document, registry);
  const runs = runStore(db);
  const writes = new Map<string, { path: string; method: string; body: Raw }[]>();

  const nowOf = (talk: Talk): Raw => {
    const done = talk.happened.filter(({ at }) => at * 1000 <= time.now()).length;
    return written(conversationOf(talk, done), writes.get(talk.id) ?? []);
  };
  const answerOf = (method: string, path: string, body: Raw): Json => {
    const [, id = ""] = /^\/(?:conversations|contacts)\/([\w-]+)/.exec(path) ?? [];
    const talk = talks.find((one) => one.id === id || `c${one.customer}` === id);
    if (path.endsWith("/search")) return { type: "list", conversations: [], data: [], total_count: 0 };
    if (path === "/admins")
      return { type: "admin.list", admins: [{ type: "admin", id: "01", name: "", team_ids: [1, 2, 3] }] };
    if (path.includes("/companies")) return { type: "list", data: [] };
    if (method === "GET" && path.startsWith("/contacts/") && talk) return contactIn(talk) as Json;
    if (method === "GET" && talk) return nowOf(talk) as Json;
    if (talk) writes.set(talk.id, [...(writes.get(talk.id) ?? []), { path, method, body }]);
    if (path.endsWith("/tags")) return { type: "tag", id: String(body["id"]), name: "" };
    if (path.startsWith("/tickets") || path.endsWith("/convert"))
      return { type: "ticket", id: id || "new", ticket_id: "" };
    return { type: "conversation", id };
  };
  const call: CallService = (_service, method, path, body) =>
    Promise.resolve({
      kind: "answer",
      status: 200,
      body: structuredClone(answerOf(method, path, (body ?? {}) as Raw)),
      retryAfterMs: null,
    });
  let trouble: unknown = null;

  time.install();
  try {
    const driver = createEmbeddedDriver({
      runs,
      perform: createPerform(call, () => ({ baseUrl: "", accessToken: "t" })),
      commit: (work) =>
        new Promise((resolve, reject) => {
          time.inProcess(0, () => {
            try {
              resolve(db.transaction(work).immediate());
            } catch (error) {
              reject(error instanceof Error ? error : new Error("thrown", { cause: error }));
            }
          });
        }),
      compiled: () => compiled,
      now: time.now,
      chance: () => 0.5,
      heardSince: heardSince(eventStore(db)),
      newestVersion: () => null,
      doOwn: (effect) => ({
        ok: true,
        at: time.now(),
        answer: effect.type === "turn" ? { id: "01", until: null } : null,
      }),
      quietMs: 31_000,
      onTrouble: (error) => (trouble ??= error),
    });
    const match = createMatcher([{ workflow: { workflow: "w", version: "v" }, compiled }]);
    const keep = createKeepEvent({
      db,
      match,
      actorIn: () => "0",
      now: time.now,
      onKept: () => driver.nudge(),
    });
    driver.start();
    for (const talk of talks)
      for (let index = -1; index < talk.happened.length; index += 1)
        time.inWorld((talk.happened[index]?.at ?? talk.began) * 1000 - first, () => {
          const body = notificationOf(talk, index, nowOf(talk));
          const read = readNotification(body);
          if (read.outcome === "refused") throw new Error(read.why);
          keep({ event: read.event, known: read.known, body: JSON.stringify(body), receivedAt: time.now() }).catch(
            (error: unknown) => (trouble ??= error),
          );
        });
    await time.run(() => trouble !== null || time.now() > end);
  } finally {
    time.uninstall();
  }
  if (trouble !== null) throw trouble;

  const lived = new Map<string, Lived[]>();
  const all = db.prepare<[], { id: string }>("select id from runs order by started_at, rowid").all();
  for (const { id } of all) {
    const run = runs.get(id);
    if (!run) continue;
    const log = runs.log.of(id);
    const about = run.start.event.subject?.id ?? "";
    const one: Lived = {
      trigger: run.start.trigger,
      way: trace(compiled, run.start, log).flatMap(({ node, outlet }) =>
        outlet === null ? [] : [`${node}.${outlet}`],
      ),
      status: run.status === "going" ? "unfinished" : run.status,
      requests: log
        .filter(({ effect }) => effect.type === "request" && !isRead(effect))
        .filter(({ seq }) => answersIn(log).some((answered) => answered.seq === seq))
        .map(({ effect }) => JSON.stringify(effect)),
    };
    lived.set(about, [...(lived.get(about) ?? []), one]);
  }
  db.close();
  return lived;
}
