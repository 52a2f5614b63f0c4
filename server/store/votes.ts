import { DoneSteps, Vote } from "#shared/api/ballots.ts";
import type { Database } from "./database.ts";

/** What was voted last on a conversation. */
export interface VoteRow {
  conversation: string;
  /** Keys of the outcomes that were compared. */
  now: string;
  draft: string;
  vote: Vote;
  /** What later drafts are held to; null where both were as good. */
  expected: { key: string; done: DoneSteps } | null;
}

interface Stored {
  conversation: string;
  now_key: string;
  draft_key: string;
  vote: string;
  expected_key: string | null;
  expected: string | null;
}

/** Votes of the ballot, one for each conversation: the last. They make the outcomes that are expected. */
export function voteStore(db: Database) {
  const all = db.prepare<[string], Stored>(
    `select conversation, now_key, draft_key, vote, expected_key, expected from votes where workflow = ?
     order by voted_at desc, conversation`,
  );
  const put = db.prepare(`
    insert or replace into votes (workflow, conversation, now_key, draft_key, vote, expected_key, expected, voted_by, voted_at)
    values (@workflow, @conversation, @now, @draft, @vote, @expectedKey, @expected, @by, @at)`);
  const remove = db.prepare("delete from votes where workflow = ? and conversation = ?");
  return {
    /** The latest first. */
    all: (workflow: string): VoteRow[] =>
      all.all(workflow).map(({ conversation, now_key, draft_key, vote, expected_key, expected }) => ({
        conversation,
        now: now_key,
        draft: draft_key,
        vote: Vote.parse(vote),
        expected:
          expected_key === null || expected === null
            ? null
            : { key: expected_key, done: DoneSteps.parse(JSON.parse(expected)) },
      })),
    put: db.transaction((workflow: string, rows: readonly VoteRow[], by: string, at: number): void => {
      for (const { expected, ...row } of rows)
        put.run({
          ...row,
          workflow,
          expectedKey: expected?.key ?? null,
          expected: expected && JSON.stringify(expected.done),
          by,
          at,
        });
    }),
    remove: db.transaction((workflow: string, conversations: readonly string[]): void => {
      for (const conversation of conversations) remove.run(workflow, conversation);
    }),
  };
}

export type VoteStore = ReturnType<typeof voteStore>;
