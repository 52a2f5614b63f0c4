import { z } from "zod";
import { ShadowAct } from "#shared/api/shadow.ts";
import type { RunStart } from "#shared/engine/runState.ts";
import type { Database } from "./database.ts";

/** One decision in Shadow that is to be told. */
export interface Untold {
  id: string;
  workflow: string;
  version: string;
  acts: ShadowAct[];
  start: RunStart;
}

interface Stored extends Omit<Untold, "acts" | "start"> {
  acts: string;
  start: string;
}

const acts = z.array(ShadowAct);

/** What Shadow decided about conversations and nobody was told of yet. On disk when a call returns, unless a transaction is open around it. */
export function untoldStore(db: Database) {
  const add = db.prepare(
    `insert or ignore into shadow_untold (decision, app_id, conversation, due_at)
     select row, app_id, subject_id, :dueAt from shadow_decisions where id = :id and subject_kind = 'conversation'`,
  );
  const due = db
    .prepare<[string, number, number], string>(
      "select distinct conversation from shadow_untold where app_id = ? and due_at <= ? limit ?",
    )
    .pluck();
  const about = db.prepare<[string, string], Stored>(
    `select id, workflow, version, acts, start from shadow_untold join shadow_decisions on shadow_decisions.row = shadow_untold.decision
     join shadow_traces on shadow_traces.decision = shadow_untold.decision
     where shadow_untold.app_id = ? and conversation = ? order by shadow_untold.decision`,
  );
  const remove = db.prepare("delete from shadow_untold where app_id = ? and conversation = ?");
  return {
    /** What was decided about no conversation is passed over. */
    add: (id: string, dueAt: number): void => void add.run({ id, dueAt }),
    isDue: (appId: string, now: number): boolean => due.get(appId, now, 1) !== undefined,
    /** Up to `limit` conversations of a workspace of which something is due, each with all that was decided about it, oldest first; no more asked for. */
    take: db.transaction((appId: string, now: number, limit: number): Untold[][] =>
      due.all(appId, now, limit).map((conversation) => {
        const all = about.all(appId, conversation);
        remove.run(appId, conversation);
        return all.map((each) => ({ ...each, acts: acts.parse(JSON.parse(each.acts)), start: JSON.parse(each.start) }));
      }),
    ),
  };
}

export type UntoldStore = ReturnType<typeof untoldStore>;
